import { accepted, type Result, refused } from '#kernel/result.ts';
import { formatPersonalName } from '#kernel/vietnamese.ts';
import { checkPassword, type PasswordRefusal } from './password-rule.ts';
import { readPhone, readSignInName } from './sign-in-name.ts';

export type RegistrationRefusal =
  | PasswordRefusal
  | 'person-name-wrong'
  | 'personal-id-wrong'
  | 'phone-wrong'
  | 'email-wrong'
  | 'sign-in-name-wrong';

/** What a person types to open an account, as typed. */
export interface CitizenRegistration {
  readonly name: string;
  readonly personalId: string;
  readonly phone: string;
  readonly email?: string;
  /** The telephone number when nothing is chosen. */
  readonly signInName?: string;
  readonly password: string;
  /** Where the request comes from, for the throttle. */
  readonly address: string;
}

export interface CheckedRegistration {
  readonly name: string;
  readonly personalId: string;
  readonly phone: string;
  readonly email: string | null;
  readonly signInName: string;
  readonly password: string;
}

/** Letters of any script with marks, and what stands between them in names. */
const personName = /^\p{L}[\p{L}\p{M}]*(?:[ '’.-]+\p{L}[\p{L}\p{M}]*)*\.?$/u;
const emailAddress = /^[^\s@<>"(),:;\\[\]\p{C}]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/iu;
const chosenName = /^(?=.*\p{L})[\p{L}\p{M}\p{N}._@+-]{4,60}$/u;

/**
 * Reads what a person typed to open an account; the first field that is wrong is named.
 * The personal identification number has twelve digits and begins with 0: provinces are numbered 001 to 096.
 * @see NĐ 137/2015/NĐ-CP art. 13 (số định danh cá nhân)
 */
export function checkRegistration(typed: CitizenRegistration): Result<CheckedRegistration, RegistrationRefusal> {
  const name = typed.name.length <= 200 ? formatPersonalName(typed.name) : '';
  if (name.length < 2 || name.length > 100 || !personName.test(name)) return refused('person-name-wrong', {}, 'name');
  const personalId = typed.personalId.slice(0, 50).replaceAll(/[\s.-]/g, '');
  if (!/^0\d{11}$/.test(personalId)) return refused('personal-id-wrong', {}, 'personalId');
  const phone = readPhone(typed.phone.slice(0, 50));
  if (!phone) return refused('phone-wrong', {}, 'phone');
  const email = (typed.email ?? '').slice(0, 300).trim().normalize('NFC');
  if (email !== '' && (email.length > 254 || !emailAddress.test(email))) return refused('email-wrong', {}, 'email');
  const chosen = (typed.signInName ?? '').slice(0, 300);
  const signInName = chosen.trim() === '' ? phone : readSignInName(chosen);
  if (signInName !== phone && !chosenName.test(signInName)) return refused('sign-in-name-wrong', {}, 'signInName');
  const password = checkPassword(typed.password, { name, signInName, phone, personalId });
  if (!password.ok) return password;
  return accepted({
    name,
    personalId,
    phone,
    email: email === '' ? null : email,
    signInName,
    password: typed.password,
  });
}
