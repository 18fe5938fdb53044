import { accepted, type Result, refused } from '#kernel/result.ts';
import { tidy } from '#kernel/vietnamese.ts';
import type { DossierRefusal } from '../refusals.ts';
import type { Party } from './open-dossier.ts';

const shapes: Readonly<Record<keyof Party, RegExp>> = {
  name: /^[\p{L}\p{M}0-9'’&()., -]{2,200}$/u,
  personalId: /^\d{12}$/,
  phone: /^$|^0\d{9,10}$/,
  email: /^$|^[^\s@]{1,100}@[^\s@]{1,100}\.[A-Za-z]{2,20}$/,
  address: /^[^\p{Cc}]{0,500}$/u,
};

/** Who brings a dossier, tidied: composed letters, numbers without blanks. Refused with the field that is not right. */
export function checkParty(given: Party): Result<Party, DossierRefusal> {
  const party: Party = {
    name: tidy(given.name),
    personalId: given.personalId.replaceAll(/\s/g, ''),
    phone: given.phone.replaceAll(/[\s.-]/g, '').replace(/^\+84/, '0'),
    email: tidy(given.email),
    address: tidy(given.address),
  };
  for (const [field, shape] of Object.entries(shapes)) {
    if (!shape.test(party[field as keyof Party]))
      return refused(`submitter-${refusedField[field as keyof Party]}`, {}, field);
  }
  return accepted(party);
}

const refusedField = {
  name: 'name-wrong',
  personalId: 'id-wrong',
  phone: 'phone-wrong',
  email: 'email-wrong',
  address: 'address-wrong',
} as const;
