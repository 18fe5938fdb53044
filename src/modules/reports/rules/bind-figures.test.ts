import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureCatalogue } from '#modules/figures/rules/figure-catalogue.ts';
import { figuresOfBinding, readBoundText } from './bind-figures.ts';
import { type FigureFound, foundByKey } from './figure-binding.ts';
import { showBinding } from './show-binding.ts';

const ground = { spans: new Set(['period', 'last-year', 'tasks']), isUnit: (id: string) => id === 'so-y-te' };
const spanOf = () => 'period';
const defectsOf = (text: string) =>
  readBoundText(text, ground).defects.map(({ code, at, word }) => ({ code, at, word }));

const number = (figureId: string, steps: number, more: Partial<FigureFound> = {}): FigureFound => ({
  figureId,
  span: 'period',
  unitId: null,
  by: null,
  value: { steps, decimals: 0 },
  lines: [],
  ...more,
});

function shown(written: string, found: readonly FigureFound[]) {
  const [piece] = readBoundText(`{{${written}}}`, ground).pieces;
  if (piece?.kind !== 'binding') throw new Error(`${written} is no binding`);
  return showBinding(piece.binding, foundByKey(found), spanOf).words;
}

describe('what is bound', () => {
  test('words stay as they are typed, and bindings are read out of them', () => {
    const { pieces, defects } = readBoundText('Đã nhận {{dossiers.received}} hồ sơ.', ground);
    expect(defects).toEqual([]);
    expect(pieces.map((piece) => (piece.kind === 'words' ? piece.words : piece.binding.figureId))).toEqual([
      'Đã nhận ',
      'dossiers.received',
      ' hồ sơ.',
    ]);
  });

  test('whatever is typed, nothing of it is lost', () => {
    const typed = fc.array(fc.constantFrom('{{', '}}', '|', 'dossiers.received', ' in ', 'tasks', 'a ', '{'));
    fc.assert(
      fc.property(typed, (parts) => {
        const text = parts.join('');
        const { pieces } = readBoundText(text, ground);
        const again = pieces.map((piece) => (piece.kind === 'words' ? piece.words : `{{${piece.written}}}`)).join('');
        expect(again.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  test.each([
    ['Có {{dossiers.recieved}} hồ sơ', 'binding-figure-unknown', 3, 'dossiers.recieved'],
    ['{{dossiers.received', 'binding-not-closed', 0, '{{dossiers.received'],
    ['{{dossiers.received | in 2019}}', 'binding-span-unknown', 0, '2019'],
    ['{{dossiers.received | at so-y}}', 'binding-unit-unknown', 0, 'so-y'],
    ['{{dossiers.received | quickly}}', 'binding-clause-unknown', 0, 'quickly'],
    ['{{legal.issued | highest 3 by branch}}', 'binding-not-by', 0, 'branch'],
    ['{{dossiers.received | with unit | with unit}}', 'binding-said-twice', 0, 'with unit'],
    ['{{dossiers.resolved | share of dossiers.all}}', 'binding-figure-unknown', 0, 'dossiers.all'],
  ])('%s is refused, and it is said where', (text, code, at, word) => {
    expect(defectsOf(text)).toEqual([{ code, at, word }]);
  });

  test('every figure of the catalogue may be bound', () => {
    for (const { id } of figureCatalogue) expect(defectsOf(`{{${id}}}`)).toEqual([]);
  });
});

describe('what is printed', () => {
  test('a number is grouped as in Vietnamese, with its unit of measure where asked for', () => {
    expect(shown('dossiers.received', [number('dossiers.received', 1_525_653)])).toBe('1.525.653');
    expect(shown('finance.saved | with unit', [number('finance.saved', 351_401)])).toBe('351.401 triệu đồng');
  });

  test('a share is rounded half up in whole numbers, to one decimal where nothing else is said', () => {
    const found = [number('procedures.simplify_proposed', 87), number('procedures.reviewed', 382)];
    expect(shown('procedures.simplify_proposed | share of procedures.reviewed', found)).toBe('22,8%');
    expect(shown('procedures.simplify_proposed | share of procedures.reviewed to 0', found)).toBe('23%');
    expect(shown('procedures.simplify_proposed | share of procedures.reviewed to 2', found)).toBe('22,77%');
  });

  test('a share of nothing is no number, and what nobody counts is none', () => {
    const found = [number('feedback.resolved', 0), number('feedback.received', 0)];
    expect(shown('feedback.resolved | share of feedback.received', found)).toBeNull();
    expect(shown('feedback.resolved', [])).toBeNull();
    expect(shown('feedback.resolved', [number('feedback.resolved', 0, { value: null })])).toBeNull();
  });

  test('a change says more, less or the same', () => {
    const at = (now: number, before: number) =>
      shown('finance.self_financed | change on last-year', [
        number('finance.self_financed', now),
        number('finance.self_financed', before, { span: 'last-year' }),
      ]);
    expect([at(169, 159), at(159, 169), at(169, 169)]).toEqual(['tăng 10', 'giảm 10', 'không thay đổi']);
  });

  test('the highest and the lowest are named with their numbers; nobody is highest with nothing', () => {
    const line = (label: string, steps: number) => ({ key: label, label, value: { steps, decimals: 0 } });
    const lines = [line('Huyện Ba Vì', 3), line('Sở Y tế', 9), line('Quận Ba Đình', 0)];
    const found = [number('dossiers.open_overdue', 12, { by: 'branch', lines })];
    expect(shown('dossiers.open_overdue | highest 3 by branch', found)).toBe('Sở Y tế (9) và huyện Ba Vì (3)');
    expect(shown('dossiers.open_overdue | lowest 1 by branch', found)).toBe('quận Ba Đình (0)');
  });

  test('since when is the first month of the last unbroken run of months', () => {
    const months = [4, 0, 2, 5].map((steps, place) => ({
      key: `2021-0${place + 1}`,
      label: '',
      value: { steps, decimals: 0 },
    }));
    const found = (lines: typeof months) => [number('dossiers.open_overdue', 5, { by: 'month', lines })];
    expect(shown('dossiers.open_overdue | since over 0', found(months))).toBe('tháng 3/2021');
    expect(shown('dossiers.open_overdue | since over 0', found(months.slice(0, 2)))).toBeNull();
    expect(shown('dossiers.open_overdue | since over 0', found(months.slice(0, 1)))).toBe('tháng 01/2021');
  });

  test('what a binding prints is made only of what it asked for', () => {
    const written = 'dossiers.resolved | in tasks | at so-y-te | share of dossiers.received';
    const [piece] = readBoundText(`{{${written}}}`, ground).pieces;
    if (piece?.kind !== 'binding') throw new Error('no binding');
    expect(figuresOfBinding(piece.binding, spanOf)).toEqual([
      { figureId: 'dossiers.resolved', span: 'tasks', unitId: 'so-y-te', by: null },
      { figureId: 'dossiers.received', span: 'tasks', unitId: 'so-y-te', by: null },
    ]);
  });
});
