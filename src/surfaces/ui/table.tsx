import type { Child } from 'hono/jsx';

export interface Column {
  readonly label: string;
  /** Numbers stand at the end, digit under digit. */
  readonly align?: 'end' | undefined;
  /** The label is for screen readers only (a column of buttons). */
  readonly labelHidden?: boolean | undefined;
}

export interface TableProps {
  /** Unique on the page. */
  id: string;
  caption: string;
  captionHidden?: boolean | undefined;
  columns: readonly Column[];
  /** The first cell of a row names it. */
  rows: readonly (readonly Child[])[];
  /** Sums at the foot, one cell a column. */
  totals?: readonly Child[] | undefined;
  /** On a phone each row becomes a block with its labels; default: the table scrolls sideways. */
  stack?: boolean | undefined;
  /** Rows can be walked with j and k, Enter opens the row's first link (with script). */
  walk?: boolean | undefined;
}

/** For comparing. Scrolls inside itself, so that the page never does. */
export function Table(props: TableProps) {
  const captionId = `${props.id}-caption`;
  const cellClass = (index: number) => (props.columns[index]?.align === 'end' ? 'number' : undefined);
  const cells = (row: readonly Child[]) =>
    row.map((cell, index) =>
      index === 0 ? (
        <th scope="row" class={cellClass(index)}>
          {cell}
        </th>
      ) : (
        <td class={cellClass(index)} data-label={props.columns[index]?.label}>
          {cell}
        </td>
      ),
    );
  return (
    <section class="table-scroll" aria-labelledby={captionId} tabindex={0}>
      <table class={`ds-table${props.stack ? ' stack' : ''}`} id={props.id} data-walk={props.walk ? 'true' : undefined}>
        <caption id={captionId} class={props.captionHidden ? 'ds-sr-only' : undefined}>
          {props.caption}
        </caption>
        <thead>
          <tr>
            {props.columns.map((column, index) => (
              <th scope="col" class={cellClass(index)}>
                {column.labelHidden ? <span class="ds-sr-only">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr>{cells(row)}</tr>
          ))}
        </tbody>
        {props.totals ? (
          <tfoot>
            <tr>{cells(props.totals)}</tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  );
}
