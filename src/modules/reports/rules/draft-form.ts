import { formatNumber } from '#kernel/vietnamese.ts';
import type { FigureDimension } from '#modules/figures/rules/figure-definition.ts';
import { asNumber } from '#modules/figures/rules/figure-value.ts';
import { boundCell, linesOf, plainCell } from './draft-cells.ts';
import type { ReportRun, ReportTable } from './report-document.ts';
import { type FormColumn, type ReportForm, typedTotal } from './report-form.ts';
import type { RunMaking } from './report-runs.ts';

/** A cell of a form: what is printed, and the number of it; null where there is none. */
interface FormCell {
  readonly runs: readonly ReportRun[];
  readonly number: number | null;
}

type Line = { readonly by: FigureDimension; readonly key: string } | undefined;

/** A form filled in: heads in their groups, the numbers of the columns, a line a field or agency, the total below. */
export function draftForm(
  caption: string,
  form: ReportForm,
  leftOut: readonly number[],
  making: RunMaking,
): ReportTable {
  const { rows: by } = form;
  const keys = new Map<string, string>();
  if (by !== 'total')
    for (const column of form.columns)
      if ('figure' in column) for (const { key, label } of linesOf(column.figure, by, making)) keys.set(key, label);
  const total = form.columns.map((column) => cellOf(column, undefined, form, leftOut, making).runs);
  const wide = form.columns.length > 8;
  const [numberShare, nameShare] = wide ? [5, 19] : [6, 30];
  return {
    caption,
    form,
    columns: [
      { label: 'STT', isNumber: true, share: numberShare, number: 1 },
      { label: form.rowLabel, isNumber: false, share: nameShare, number: 2 },
      ...form.columns.map(({ label, group, number }) => ({
        label,
        number,
        isNumber: true,
        share: (100 - numberShare - nameShare) / form.columns.length,
        ...(group === undefined ? {} : { group }),
      })),
    ],
    rows: [
      ...[...keys].map(([key, label], place) => ({
        cells: [
          plainCell(`${place + 1}`),
          plainCell(label),
          ...form.columns.map(
            (column) => cellOf(column, by === 'total' ? undefined : { by, key }, form, leftOut, making).runs,
          ),
        ],
      })),
      { cells: [plainCell(''), plainCell('Tổng cộng'), ...total], isTotal: true },
    ],
  };
}

function cellOf(
  column: FormColumn,
  line: Line,
  form: ReportForm,
  leftOut: readonly number[],
  making: RunMaking,
): FormCell {
  if (leftOut.includes(column.number)) return { runs: plainCell('–'), number: null };
  if ('figure' in column) {
    const run = boundCell(column.figure, line, making);
    return { runs: [run], number: run.kind === 'figure' && run.value ? asNumber(run.value) : null };
  }
  if ('sum' in column) {
    const parts = form.columns.filter(({ number }) => column.sum.includes(number));
    const numbers = parts.map((part) => cellOf(part, line, form, leftOut, making).number);
    if (numbers.includes(null)) return { runs: plainCell('–'), number: null };
    const sum = numbers.reduce<number>((all, number) => all + (number ?? 0), 0);
    return { runs: plainCell(formatNumber('vi', sum)), number: sum };
  }
  // units type for themselves, not by field: a line of a breakdown has none
  if (line && line.by !== 'unit') return { runs: plainCell('–'), number: null };
  const entries = making.typed.filter(({ unitId }) => !line || unitId === line.key);
  const value = typedTotal(entries, column.typed);
  if (value === null) {
    if (line) return { runs: plainCell('–'), number: null };
    const written = `${form.id} (${column.number})`;
    return {
      runs: [{ kind: 'open', words: '[chưa nhập]', figureId: `${form.id}.${column.number}`, written }],
      number: null,
    };
  }
  return { runs: plainCell(formatNumber('vi', value)), number: value };
}
