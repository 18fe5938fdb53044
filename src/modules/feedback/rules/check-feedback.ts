import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Language } from '#kernel/text.ts';
import { formatPersonalName, tidy } from '#kernel/vietnamese.ts';
import { readPhone } from '#modules/people/rules/sign-in-name.ts';
import type { FeedbackRefusal } from '../refusals.ts';
import type { FeedbackField, FeedbackPolicy } from './feedback-policy.ts';
import { type FeedbackAbout, feedbackAbouts } from './feedback-words.ts';

/** What is reported, as typed, by whichever door. */
export interface FeedbackTyped {
  readonly about: string;
  readonly field: string;
  readonly title?: string;
  readonly text: string;
  readonly place: string;
  readonly communeId: string;
  readonly aboutUnitId: string;
  readonly procedureCode: string;
  readonly latitude?: string | number | undefined;
  readonly longitude?: string | number | undefined;
}

/** Who reports it, as typed. */
export interface ReporterTyped {
  readonly anonymous: boolean;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly accountId: string | null;
  readonly language: Language;
}

export type CheckedReporter = ReporterTyped;

type Checked<Value> = Result<Value, FeedbackRefusal | 'phone-wrong' | 'email-wrong'>;

/** What it is about, in which field, in words. */
export function checkSubject(
  typed: Pick<FeedbackTyped, 'about' | 'field' | 'text'>,
  fields: readonly FeedbackField[],
): Checked<{ readonly about: FeedbackAbout; readonly field: FeedbackField }> {
  const about = feedbackAbouts.find((one) => one === typed.about);
  const field = fields.find(({ code }) => code === typed.field);
  if (!about || !field?.about.includes(about)) return refused('feedback-field-unknown', {}, about ? 'field' : 'about');
  if (tidy(typed.text).length < 10) return refused('feedback-not-clear', {}, 'text');
  return accepted({ about, field });
}

/** Hà Nội and what lies around it, so that a slip of the finger is noticed. */
const inCity = (latitude: number, longitude: number) =>
  latitude > 20.4 && latitude < 21.6 && longitude > 105.1 && longitude < 106.2;

/** Where it is, or whom it concerns. */
export function checkWhere(
  typed: Omit<FeedbackTyped, 'text' | 'field'>,
  has: { readonly commune: boolean; readonly unit: boolean; readonly procedure: boolean },
): Checked<{ readonly point: readonly [number, number] | null }> {
  const [latitude = '', longitude = ''] = [typed.latitude, typed.longitude].map((one) => String(one ?? '').trim());
  const point = latitude || longitude ? ([readDegrees(latitude), readDegrees(longitude)] as const) : null;
  if (point && !inCity(...point)) return refused('point-outside', {}, 'latitude');
  // coordinates say where it is as well as words do; who answers there is then found by an officer
  if (typed.about === 'place' && !point) {
    if (!has.commune) return refused('feedback-place-missing', {}, 'communeId');
    if (tidy(typed.place).length < 3) return refused('feedback-place-missing', {}, 'place');
  }
  if (typed.about === 'procedure' && !has.procedure) return refused('feedback-procedure-missing', {}, 'procedureCode');
  if ((typed.about === 'conduct' || typed.about === 'service') && !has.unit && !has.commune)
    return refused('feedback-agency-missing', {}, 'aboutUnitId');
  return accepted({ point });
}

const readDegrees = (typed: string): number => (typed === '' ? Number.NaN : Number(typed.replace(',', '.')));

/**
 * Who reports. The decree asks for name and address (NĐ 20/2008/NĐ-CP art. 7), so a person is without a name only where the
 * policy says that none is needed; what an anonymous person typed all the same is not kept.
 */
export function checkReporter(
  typed: ReporterTyped,
  about: FeedbackAbout,
  policy: Pick<FeedbackPolicy, 'anonymousAbout'>,
): Checked<CheckedReporter> {
  const { language } = typed;
  const email = typed.email.trim().normalize('NFC').slice(0, 254);
  if (email !== '' && !/^[^\s@<>"(),:;\\[\]\p{C}]{1,64}@[^\s@]+\.[a-z]{2,24}$/iu.test(email))
    return refused('email-wrong', {}, 'email');
  if (typed.anonymous) {
    if (!policy.anonymousAbout.includes(about)) return refused('anonymous-not-allowed', {}, 'anonymous');
    return accepted({ anonymous: true, name: '', phone: '', email, address: '', accountId: null, language });
  }
  const name = formatPersonalName(typed.name).slice(0, 100);
  const address = tidy(typed.address).slice(0, 300);
  const phone = typed.phone.trim() === '' ? '' : readPhone(typed.phone.slice(0, 50));
  if (phone === undefined || phone === null) return refused('phone-wrong', {}, 'phone');
  if (name.length < 2) return refused('reporter-missing', {}, 'name');
  if (phone === '' && email === '' && address === '') return refused('reporter-missing', {}, 'phone');
  return accepted({ anonymous: false, name, phone, email, address, accountId: typed.accountId, language });
}
