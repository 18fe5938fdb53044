import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '#case-engine/rules/journal.ts';
import { dossierKind } from '#modules/dossiers/index.ts';
import { isDossierVerb, isForCitizen, journalNote, journalSentence } from './journal-sentence.ts';

const names = (unitId: string) =>
  ({ 'x-00007.desk': { vi: 'Bộ phận Một cửa, Phường Cống Vị', en: 'One-stop desk, Cống Vị Ward' } })[unitId];

const entry = (verb: string, change: Partial<JournalEntry> = {}): JournalEntry => ({
  caseId: '01929d3e-0000-7000-8000-000000000001',
  seq: 2,
  at: '2021-11-05T02:00:00Z',
  verb,
  actor: { kind: 'officer', accountId: null, name: 'Nguyễn Thị Hoa', unitId: 'x-00007.desk', role: 'intake-officer' },
  data: {},
  effect: {},
  previousHash: '',
  hash: '',
  ...change,
});

describe('the journal in sentences', () => {
  test.each(['submit', ...dossierKind.moves.map(({ move }) => move)])(
    'the verb “%s” has a sentence in both languages',
    (verb) => {
      expect(isDossierVerb(verb)).toBe(true);
      const sentence = journalSentence(entry(verb), names);
      expect(sentence.vi).toMatch(/^Nguyễn Thị Hoa \(Bộ phận Một cửa, Phường Cống Vị\) .+\.$/);
      expect(sentence.en).toMatch(/^Nguyễn Thị Hoa \(One-stop desk, Cống Vị Ward\) .+\.$/);
    },
  );

  test('an acceptance names the code that was given', () => {
    const accepted = entry('accept', { data: { code: '000.04.31.H26-211105-0001' } });
    expect(journalSentence(accepted, names).vi).toBe(
      'Nguyễn Thị Hoa (Bộ phận Một cửa, Phường Cống Vị) đã tiếp nhận hồ sơ và cấp mã 000.04.31.H26-211105-0001.',
    );
  });

  test('a step that hands the dossier over names the unit it went to', () => {
    const handOver = {
      fromUnitId: 'x-00007.desk',
      toUnitId: 'x-00007.desk',
      toStep: 1,
      givenBy: '',
      givenAt: '',
      note: '',
    };
    expect(journalSentence(entry('forward', { effect: { handOver } }), names).vi).toContain(
      'giao hồ sơ cho Bộ phận Một cửa, Phường Cống Vị',
    );
  });

  test('notes of the office stay in the office, reasons given to the citizen are shown', () => {
    const withNote = { data: { note: 'nội bộ', reason: 'Thiếu chữ ký', clause: 'Điều 5' } };
    expect(journalNote(entry('approve', withNote), 'citizen')).toBe('');
    expect(journalNote(entry('approve', withNote), 'officer')).toContain('nội bộ');
    expect(journalNote(entry('refuse', withNote), 'citizen')).toContain('Thiếu chữ ký · Điều 5');
    expect(isForCitizen(entry('propose-supplement'))).toBe(false);
    expect(isForCitizen(entry('ask-supplement'))).toBe(true);
  });

  test('a verb without a sentence is a defect', () => {
    expect(() => journalSentence(entry('dance'), names)).toThrow(RangeError);
  });
});
