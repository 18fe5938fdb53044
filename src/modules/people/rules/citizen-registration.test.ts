import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CitizenRegistration, checkRegistration } from './citizen-registration.ts';

const typed: CitizenRegistration = {
  name: 'TRẦN  THỊ mây',
  personalId: '001 099 000 001',
  phone: '+84 912 345 678',
  email: '',
  password: 'con mèo trèo cây cau',
  address: '203.0.113.7',
};
const codeOf = (change: Partial<CitizenRegistration>) => {
  const checked = checkRegistration({ ...typed, ...change });
  return checked.ok ? 'accepted' : checked.refusal.code;
};

test('a registration is read however it was typed, and the telephone number is the sign-in name unless one is chosen', () => {
  expect(checkRegistration(typed)).toEqual({
    ok: true,
    value: {
      name: 'Trần Thị Mây',
      personalId: '001099000001',
      phone: '0912345678',
      email: null,
      signInName: '0912345678',
      password: 'con mèo trèo cây cau',
    },
  });
  expect(checkRegistration({ ...typed, signInName: ' May.Tran ' })).toMatchObject({
    value: { signInName: 'may.tran' },
  });
});

test.each<[string, Partial<CitizenRegistration>, string]>([
  ['without a name', { name: ' ' }, 'person-name-wrong'],
  ['with a name of ten thousand letters', { name: 'a'.repeat(10_000) }, 'person-name-wrong'],
  ['with a name that holds NUL', { name: 'Trần\u0000Mây' }, 'person-name-wrong'],
  ['with a name that is markup', { name: '<b>Mây</b>' }, 'person-name-wrong'],
  ['with a name of the highlands', { name: "H'Hen Niê" }, 'accepted'],
  ['with eleven digits of the personal number', { personalId: '00109900001' }, 'personal-id-wrong'],
  ['with a personal number of no province', { personalId: '901099000001' }, 'personal-id-wrong'],
  ['with a foreign telephone number', { phone: '+1 202 555 0100' }, 'phone-wrong'],
  ['with an email address', { email: 'may.tran@example.vn' }, 'accepted'],
  ['with an email address that is none', { email: 'may.tran@' }, 'email-wrong'],
  ['with another number as sign-in name', { signInName: '0987654321' }, 'sign-in-name-wrong'],
  ['with a sign-in name of two letters', { signInName: 'ab' }, 'sign-in-name-wrong'],
  ['with a short password', { password: 'ngắn' }, 'password-too-short'],
  ['with the own name as password', { password: 'tranthimay1' }, 'password-is-name'],
])('a registration %s: %#', (_, change, code) => {
  expect(codeOf(change)).toBe(code);
});

test('anything typed gets an answer', () => {
  const text = fc.string({ unit: 'binary', maxLength: 400 });
  fc.assert(
    fc.property(text, text, text, text, (name, phone, email, signInName) => {
      expect(['accepted', expect.stringMatching(/-wrong$/)]).toContainEqual(codeOf({ name, phone, email, signInName }));
      codeOf({ name, email, signInName, password: phone });
    }),
  );
});
