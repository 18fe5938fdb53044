import { describe, expect, test } from 'vitest';
import { figureDefinition } from '#modules/figures/index.ts';
import { reportForms } from '../read-forms.ts';
import { outlinedRegimes, readOutline } from '../read-outlines.ts';
import { reportRegimes } from '../read-regimes.ts';
import { checkForms } from './check-forms.ts';
import { draftReport, figuresOfOutline } from './draft-report.ts';
import { dropOpen } from './edit-outline.ts';
import type { FigureFound } from './figure-binding.ts';
import type { ReportDocument, ReportTable } from './report-document.ts';
import { formsInForce, type TypedEntry } from './report-form.ts';
import { reportSpans } from './report-spans.ts';
import { tableHead } from './table-head.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const spans = reportSpans(day('2021-06-15'), day('2021-09-14'), Temporal.Instant.from('2021-09-14T17:00:00Z'));
const outline = readOutline('procedure-control', day('2021-09-14'))!;
const heading = {
  superior: '',
  body: 'ỦY BAN',
  number: null,
  notation: 'BC',
  place: 'Hà Nội',
  day: null,
  draftMark: '',
};

/** The report with a form of which each column (n) counts `numbers[n]`, in two fields and in total. */
function draft(numbers: Readonly<Record<string, number>>, typed: readonly TypedEntry[] = []): ReportDocument {
  const names = new Set(spans.map(({ name }) => name));
  const { asked, defects } = figuresOfOutline(outline, { spans: names, isUnit: () => true });
  expect(defects).toEqual([]);
  const found = asked.flatMap((each): readonly FigureFound[] => {
    const number = numbers[each.figureId];
    if (number === undefined) return [];
    const value = { steps: number, decimals: 0 };
    return [{ ...each, value, lines: each.by ? [{ key: 'dat-dai', label: 'Đất đai', value }] : [] }];
  });
  const ground = { spans, found, typed, heading, signature: { lines: [], signerName: '' }, isUnit: () => true };
  return draftReport(outline, ground);
}

function formIn(report: ReportDocument, id: string): ReportTable {
  const tables = report.annexes.flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === 'table' ? [b.table] : [])));
  const table = tables.find(({ form }) => form?.id === id);
  if (!table) throw new Error(`no form ${id}`);
  return table;
}

const wordsOf = (table: ReportTable) =>
  table.rows.map(({ cells }) => cells.map(([run]) => (run?.kind === 'note' ? '' : run?.words)));

describe('the forms that come with the program', () => {
  test('name figures of the catalogue, typed numbers of their regime, and columns that are there', () => {
    const typed = new Set(reportRegimes().flatMap((regime) => regime.typed.map(({ id }) => id)));
    for (const form of reportForms()) {
      const numbers = form.columns.map(({ number }) => number);
      expect(numbers, form.id).toEqual(numbers.map((_, place) => place + 3));
      for (const column of form.columns) {
        if ('figure' in column) {
          const definition = figureDefinition(column.figure);
          expect(definition, `${form.id} ${column.figure}`).toBeDefined();
          if (form.rows !== 'total') expect(definition?.dimensions, column.figure).toContain(form.rows);
        } else if ('typed' in column) expect(typed, form.id).toContain(column.typed);
        else expect(numbers, form.id).toEqual(expect.arrayContaining([...column.sum]));
      }
      for (const { left, right } of form.identities)
        expect(numbers, form.id).toEqual(expect.arrayContaining([...left, ...right]));
    }
  });

  test('are in force from the day of their circular, and every regime names forms that there are', () => {
    for (const { id, forms } of reportRegimes()) {
      expect(
        formsInForce(reportForms(), forms, day('2021-09-14')).map((form) => form.id),
        id,
      ).toEqual(forms);
      expect(formsInForce(reportForms(), forms, day('2020-10-20')), id).toEqual([]);
    }
  });

  test('every outline that comes with the program binds figures and units that there are', () => {
    const names = new Set([...spans.map(({ name }) => name), 'tasks']);
    for (const regime of outlinedRegimes)
      expect(figuresOfOutline(readOutline(regime)!, { spans: names, isUnit: () => true }).defects, regime).toEqual([]);
    for (const { id, outline: own, sections } of reportRegimes()) {
      const text = JSON.stringify(own && readOutline(own));
      for (const section of sections) expect(text, `${id} ${section}`).toContain(`"id":"${section}"`);
    }
  });
});

describe('a form', () => {
  const columns = { 3: 10, 4: 2, 5: 5, 6: 3, 7: 6, 8: 1, 9: 4, 10: 1, 11: 4, 12: 3, 13: 1 };
  const ii06a = Object.fromEntries(Object.entries(columns).map(([number, value]) => [`ii06a.${number}`, value]));

  test('II.06a has a line a field with the total below, each number bound', () => {
    const table = formIn(draft(ii06a), 'II.06a');
    expect(wordsOf(table)).toEqual([
      ['1', 'Đất đai', ...Object.values(columns).map(String)],
      ['', 'Tổng cộng', ...Object.values(columns).map(String)],
    ]);
    expect(table.rows[0]?.cells.slice(2).every(([run]) => run?.kind === 'figure')).toBe(true);
  });

  test('has its heads in groups, and the numbers of the columns below them', () => {
    const head = tableHead(formIn(draft(ii06a), 'II.06a'));
    expect(head[0]?.map(({ label, columns: over, lines }) => [label, over, lines])).toEqual([
      ['STT', 1, 2],
      ['Lĩnh vực', 1, 2],
      ['Số hồ sơ tiếp nhận', 4, 1],
      ['Số hồ sơ đã giải quyết', 4, 1],
      ['Số hồ sơ đang giải quyết', 3, 1],
    ]);
    expect(head[1]).toHaveLength(11);
    expect(head[2]?.map(({ label }) => label).at(-1)).toBe('(13)');
  });

  test('in which columns do not add up is told, with the line and the columns', () => {
    expect(checkForms(draft(ii06a))).toEqual([]);
    const findings = checkForms(draft({ ...ii06a, 'ii06a.10': 2 }));
    expect(findings).toContainEqual({
      kind: 'parts-not-total',
      place: 'Phụ lục VII, biểu II.06a, dòng “Đất đai”',
      quote: '(7) = (8) + (9) + (10)',
      printed: '6',
      recomputed: '7',
    });
    expect(checkForms(draft({ 'procedures.reviewed': 3, 'procedures.simplify_proposed': 4 }))).toMatchObject([
      { kind: 'part-over-total', printed: '4', recomputed: '3' },
    ]);
  });

  test('is completed by what units typed, summed; what nobody typed is an open place and its sum has no number', () => {
    const typed = ['so-tu-phap', 'so-y-te'].flatMap((unitId, place) =>
      ['impact-new', 'impact-amended'].map((typedId) => ({ typedId, unitId, value: place + 1 })),
    );
    expect(wordsOf(formIn(draft({}, typed), 'II.01'))).toEqual([
      ['', 'Tổng cộng', '[chưa nhập]', '–', '3', '3', '[chưa nhập]'],
    ]);
    const whole = [...typed, { typedId: 'impact-abolished', unitId: 'so-y-te', value: 4 }];
    expect(wordsOf(formIn(draft({}, whole), 'II.01'))[0]?.[3]).toBe('10');
  });

  test('keeps its columns when what is open is left out', () => {
    const figure = (id: string) => id === 'II.01.3';
    const { outline: shorter, dropped } = dropOpen(outline, { block: () => false, figure });
    expect(dropped.map(({ block: { id } }) => id)).toEqual(['t-ii-01']);
    const rows = shorter.annexes.flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === 'table' ? [b.rows] : [])));
    expect(rows.find((one) => 'form' in one && one.form.id === 'II.01')).toMatchObject({ leftOut: [3] });
    expect(dropOpen(shorter, { block: () => false, figure }).dropped).toEqual([]);
  });
});
