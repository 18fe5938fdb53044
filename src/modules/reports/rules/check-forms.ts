import { asNumber } from '#modules/figures/rules/figure-value.ts';
import { placedBlocks } from './count-runs.ts';
import type { ReportDocument, ReportRun } from './report-document.ts';
import type { ReportFinding } from './report-finding.ts';
import type { ReportForm } from './report-form.ts';

/** The lines of forms in a document in which columns do not add up as the form says. A column without number is not checked. */
export function checkForms(report: ReportDocument): readonly ReportFinding[] {
  return placedBlocks(report).flatMap(({ block, place }) => {
    if (block.kind !== 'table' || !block.table.form) return [];
    const { columns, rows, form } = block.table;
    return rows.flatMap(({ cells }) => {
      const numbers = new Map(columns.map(({ number }, at) => [number, numberIn(cells[at] ?? [])]));
      const name = wordsOf(cells[1] ?? []);
      return form.identities.flatMap((identity) => brokenLine(form, identity, numbers, name, place));
    });
  });
}

function brokenLine(
  form: ReportForm,
  { left, right, relation }: ReportForm['identities'][number],
  numbers: ReadonlyMap<number | undefined, number | null>,
  name: string,
  place: string,
): readonly ReportFinding[] {
  const known = [...left, ...right].map((number) => numbers.get(number) ?? null);
  if (known.includes(null)) return [];
  const sum = (columns: readonly number[]) => columns.reduce((all, number) => all + (numbers.get(number) ?? 0), 0);
  const [leftSum, rightSum] = [sum(left), sum(right)];
  if (relation === 'equal' ? leftSum === rightSum : leftSum <= rightSum) return [];
  const said = (columns: readonly number[]) => columns.map((number) => `(${number})`).join(' + ');
  return [
    {
      kind: relation === 'equal' ? 'parts-not-total' : 'part-over-total',
      place: `${place}, biểu ${form.id}, dòng “${name}”`,
      quote: `${said(left)} ${relation === 'equal' ? '=' : '≤'} ${said(right)}`,
      printed: String(leftSum),
      recomputed: String(rightSum),
    },
  ];
}

const wordsOf = (runs: readonly ReportRun[]) => runs.map((run) => (run.kind === 'note' ? '' : run.words)).join('');

/** The number a cell holds, counted or typed. */
function numberIn(runs: readonly ReportRun[]): number | null {
  const [run] = runs;
  if (run?.kind === 'figure') return run.value && asNumber(run.value);
  if (run?.kind !== 'words' || !/^\d[\d.]*$/.test(run.words)) return null;
  return Number(run.words.replaceAll('.', ''));
}
