import type { ReportTable } from './report-document.ts';

/** A cell of the head of a table, over so many columns and lines. */
export interface HeadCell {
  readonly label: string;
  readonly columns: number;
  readonly lines: number;
  /** The first column it stands over. */
  readonly at: number;
}

/** The lines of the head: groups over the names of columns where there are groups, and the numbers of columns below. */
export function tableHead({ columns }: Pick<ReportTable, 'columns'>): readonly (readonly HeadCell[])[] {
  const isGrouped = columns.some(({ group }) => group !== undefined);
  const groups: HeadCell[] = [];
  const names: HeadCell[] = [];
  for (const [at, { label, group }] of columns.entries()) {
    if (group === undefined) {
      groups.push({ label, columns: 1, lines: isGrouped ? 2 : 1, at });
      continue;
    }
    names.push({ label, columns: 1, lines: 1, at });
    const last = groups.at(-1);
    if (last && at > 0 && columns[at - 1]?.group === group)
      groups[groups.length - 1] = { ...last, columns: last.columns + 1 };
    else groups.push({ label: group, columns: 1, lines: 1, at });
  }
  const numbers = columns.some(({ number }) => number !== undefined)
    ? [
        columns.map(({ number }, at) => ({
          label: number === undefined ? '' : `(${number})`,
          columns: 1,
          lines: 1,
          at,
        })),
      ]
    : [];
  return [groups, ...(isGrouped ? [names] : []), ...numbers];
}
