import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReferenceProcedures } from '../load-reference-procedures.ts';
import { checkAnswers, readPage, shownAnswers } from './check-answers.ts';
import type { Question } from './procedure-definition.ts';
import { pagesAsked } from './questions-asked.ts';
import { readAnswer } from './read-answer.ts';

const today = Temporal.PlainDate.from('2021-11-05');
const question = (change: Partial<Question> = {}): Question => ({
  id: 'asked',
  type: 'text',
  label: { vi: 'Hỏi', en: 'Asked' },
  required: true,
  ...change,
});
const read = (typed: unknown, change: Partial<Question> = {}) => {
  const result = readAnswer(question(change), typed, today);
  return result.ok ? result.value : result.refusal.code;
};
const birth = readReferenceProcedures().find((definition) => definition.code === '1.001193')!;
const answered = {
  childName: ' nguyễn  minh an ',
  childSex: 'female',
  childBornOn: '1/11/2021',
  bornOver60DaysAgo: 'no',
  birthplace: 'Bệnh viện Phụ sản Hà Nội',
  childEthnicity: 'Kinh',
  childNationality: 'Việt Nam',
  childHometown: 'Hà Nội',
  motherName: 'Trần Thị Bình',
  motherBornOn: '1995-02-28',
  motherPersonalId: '001 195 000 001',
  motherEthnicity: 'Kinh',
  motherNationality: 'Việt Nam',
  motherResidence: '12 Đội Cấn',
  parentsMarried: 'no',
  fatherNamed: 'no',
  declarantRelation: 'mother',
  birthProof: 'notice',
  copies: '2',
};

describe('an answer', () => {
  test.each<[unknown, Partial<Question>, unknown]>([
    ['  Thụy \n Khuê '.normalize('NFD'), {}, 'Thụy Khuê'.normalize('NFC')],
    ['a\r\nb', { type: 'long-text' }, 'a\nb'],
    ['05/11/2021', { type: 'date' }, '2021-11-05'],
    ['5-1-2021', { type: 'date' }, '2021-01-05'],
    ['2021-11-05', { type: 'date' }, '2021-11-05'],
    ['001 099 000 001', { type: 'personal-id' }, '001099000001'],
    ['+84 912.345.678', { type: 'phone' }, '0912345678'],
    ['0912 345 678', { type: 'phone' }, '0912345678'],
    ['1.500.000 đồng', { type: 'money' }, 1_500_000],
    [7, { type: 'whole-number' }, 7],
    ['yes', { type: 'yes-no' }, true],
    [false, { type: 'yes-no' }, false],
    ['', { required: false }, undefined],
    [null, { required: false }, undefined],
  ])('typed as %j is kept tidy', (typed, change, kept) => {
    expect(read(typed, change)).toBe(kept);
  });

  test.each<[string, unknown, Partial<Question>, string]>([
    ['missing', '   ', {}, 'answer-missing'],
    ['of 10,000 characters', 'ă'.repeat(10_000), { type: 'name' }, 'answer-too-long'],
    ['with NUL', 'An\u0000', {}, 'answer-has-control-characters'],
    ['with half a character', 'An\ud800', {}, 'answer-has-control-characters'],
    ['that turns the text around', 'An\u202egnp.exe', {}, 'answer-has-control-characters'],
    ['of another kind', { a: 1 }, {}, 'answer-wrong-kind'],
    ['in a list', ['An'], {}, 'answer-wrong-kind'],
    ['a number for a name', 5, { type: 'name' }, 'answer-wrong-kind'],
    ['digits for a name', 'An 5', { type: 'name' }, 'answer-not-a-name'],
    ['a day that does not exist', '30/02/2021', { type: 'date' }, 'answer-not-a-day'],
    ['a day in words', 'hôm qua', { type: 'date' }, 'answer-not-a-day'],
    ['a month first', '11/25/2021', { type: 'date' }, 'answer-not-a-day'],
    ['born tomorrow', '06/11/2021', { type: 'date', dateMust: 'not-be-in-future' }, 'day-in-future'],
    ['gone by', '04/11/2021', { type: 'date', dateMust: 'not-be-in-past' }, 'day-in-past'],
    ['before living memory', '01/01/1899', { type: 'date' }, 'answer-not-a-day'],
    ['of 9 digits', '012345678', { type: 'personal-id' }, 'answer-not-a-personal-id'],
    ['a short phone', '09123', { type: 'phone' }, 'answer-not-a-phone'],
    ['no mail', 'an@hanoi', { type: 'email' }, 'answer-not-an-email'],
    ['a fraction', '1,5', { type: 'whole-number' }, 'answer-not-a-number'],
    ['below nought', -1, { type: 'whole-number' }, 'answer-not-a-number'],
    ['too small', '0', { type: 'whole-number', min: 1 }, 'number-too-small'],
    ['too large', '21', { type: 'whole-number', max: 20 }, 'number-too-large'],
    ['not offered', 'c', { type: 'choice', options: [] }, 'answer-not-an-option'],
    ['neither yes nor no', 'maybe', { type: 'yes-no' }, 'answer-not-an-option'],
    ['too short', 'ab', { minLength: 3 }, 'answer-too-short'],
  ])('%s is refused', (_, typed, change, code) => {
    expect(read(typed, change)).toBe(code);
  });

  test('whatever is typed is read or refused, never thrown; what is read reads the same again', () => {
    const types = [
      'text',
      'long-text',
      'name',
      'date',
      'whole-number',
      'yes-no',
      'personal-id',
      'phone',
      'email',
      'money',
    ] as const;
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.anything(), fc.stringMatching(/^[0-9/. +-]{1,14}$/));
    fc.assert(
      fc.property(fc.constantFrom(...types), anything, (type, typed) => {
        const first = readAnswer(question({ type }), typed, today);
        if (first.ok) expect(readAnswer(question({ type }), first.value, today)).toEqual(first);
        else expect(first.refusal.field).toBe('asked');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the answers of a form', () => {
  test('are taken in the order of the form, and kept tidy', () => {
    const checked = checkAnswers(birth, answered, today);
    expect(checked).toMatchObject({
      ok: true,
      value: { childName: 'nguyễn minh an', childBornOn: '2021-11-01', copies: 2 },
    });
  });

  test('are not asked for where they do not apply, and not kept when they are sent all the same', () => {
    const checked = checkAnswers(birth, { ...answered, fatherName: 'Lê Văn Cường' }, today);
    expect(checked.ok && 'fatherName' in checked.value).toBe(false);
    expect(pagesAsked(birth, checked.ok ? checked.value : {}).map((page) => page.id)).not.toContain('father');
    const married = checkAnswers(birth, { ...answered, parentsMarried: 'yes' }, today);
    expect(married).toMatchObject({ ok: false, refusal: { code: 'answer-missing', field: 'fatherName' } });
  });

  test('are refused with the field named', () => {
    const unborn = checkAnswers(birth, { ...answered, childBornOn: '2021-11-06' }, today);
    expect(unborn).toMatchObject({ ok: false, refusal: { code: 'day-in-future', field: 'childBornOn' } });
  });

  test.each(['childNam', '__proto__', 'constructor', 'toString'])(
    'to %s, which no question asks, are refused',
    (stray) => {
      const typed = JSON.parse(JSON.stringify(answered).replace('"childName"', JSON.stringify(stray)));
      const checked = checkAnswers(birth, typed, today);
      expect(checked.ok || checked.refusal.code).toBe('answer-to-no-question');
    },
  );

  test('of one page come with a refusal for each that is wrong', () => {
    const { refusals, answers } = readPage(birth.form.pages[0]!, { childSex: 'x', childBornOn: '1/1/2021' }, {}, today);
    expect(refusals.map(({ field, code }) => [field, code])).toEqual([
      ['childName', 'answer-missing'],
      ['childSex', 'answer-not-an-option'],
      ['bornOver60DaysAgo', 'answer-missing'],
    ]);
    expect(answers).toEqual({ childBornOn: '2021-01-01' });
  });

  test('are shown as the citizen read them, beside the question', () => {
    const checked = checkAnswers(birth, answered, today);
    const shown = checked.ok ? shownAnswers(birth, checked.value) : [];
    const byId = Object.fromEntries(shown.map((answer) => [answer.id, answer.shown]));
    expect(byId).toMatchObject({ childSex: 'Nữ', childBornOn: '01/11/2021', parentsMarried: 'Không', copies: '2' });
    expect(shown[0]).toMatchObject({ id: 'childName', question: 'Họ, chữ đệm, tên của bé' });
  });
});
