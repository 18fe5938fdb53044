import { accepted, type Result, refused } from '#kernel/result.ts';
import { fold } from '#kernel/vietnamese.ts';

export type PasswordRefusal = 'password-too-short' | 'password-too-long' | 'password-is-name' | 'password-too-common';

/** Characters, as a person counts them. */
export const shortestPassword = 10;
export const longestPassword = 128;

/** What is tried first, of ten characters or more, in Vietnam and everywhere; compared without case and diacritics. */
const commonest: ReadonlySet<string> = new Set([
  '123456789a',
  'a123456789',
  'aa123456789',
  '1234567890a',
  '123456123456',
  '1234512345',
  '123123123123',
  '123321123321',
  '1q2w3e4r5t',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'q1w2e3r4t5',
  'qwerty1234',
  'qwerty12345',
  'qwerty123456',
  'qwertyuiop',
  'qwertyuiop123',
  'asdfghjkl123',
  'abc1234567',
  'abc123456789',
  'abcd123456',
  'abcd1234abcd',
  'password12',
  'password123',
  'password1234',
  'password@123',
  'p@ssword123',
  'passw0rd123',
  'administrator',
  'admin12345',
  'admin123456',
  'admin@123456',
  'welcome123',
  'iloveyou123',
  'iloveyou1234',
  'matkhau123',
  'matkhau1234',
  'matkhau123456',
  'matkhau@123',
  'anhyeuem123',
  'emyeuanh123',
  'yeuemnhieu',
  'anhyeuemnhieu',
  'toiyeuvietnam',
  'vietnam123',
  'vietnam1234',
  'hanoi123456',
  'thanhpho123',
  'khongbiet123',
  'khongcomatkhau',
]);

/** What the person gave about themselves: none of it may be the password, or most of it. */
export interface PasswordOwner {
  readonly name: string;
  readonly signInName: string;
  readonly phone?: string;
  readonly personalId?: string;
}

/**
 * Whether a person may choose this password. Length is asked, not a mixture of signs: a sentence is a good password.
 * @see NIST SP 800-63B section 3.1.1.2 (length, list of commonest, words about the person)
 */
export function checkPassword(password: string, owner: PasswordOwner): Result<void, PasswordRefusal> {
  const length = [...password].length;
  if (length < shortestPassword) return refused('password-too-short', { least: shortestPassword }, 'password');
  if (length > longestPassword) return refused('password-too-long', { most: longestPassword }, 'password');
  const core = coreOf(password);
  if (aboutOwner(owner).some((word) => core.replaceAll(word, '').length < 4 && core.includes(word))) {
    return refused('password-is-name', {}, 'password');
  }
  if (commonest.has(fold(password)) || isRepetition(core) || isRun(core)) {
    return refused('password-too-common', {}, 'password');
  }
  return accepted(undefined);
}

/** Without case, diacritics and blanks. */
function coreOf(text: string): string {
  return fold(text).replaceAll(/\s/g, '');
}

function aboutOwner({ name, signInName, phone = '', personalId = '' }: PasswordOwner): readonly string[] {
  return [name, signInName, phone, personalId].map(coreOf).filter((word) => word.length >= 4);
}

/** One piece of up to four signs again and again: `aaaaaaaaaa`, `abcabcabcabc`. */
function isRepetition(text: string): boolean {
  return /^(.{1,4}?)\1+$/su.test(text);
}

/** Signs one after the other, up or down: `1234567890`, `abcdefghij`, `9876543210`. */
function isRun(text: string): boolean {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  const runs = (step: number) =>
    codes.every((code, i) => {
      const before = codes[i - 1];
      return before === undefined || code - before === step || code - before === -9 * step;
    });
  return runs(1) || runs(-1);
}
