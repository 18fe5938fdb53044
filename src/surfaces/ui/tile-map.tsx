export interface Tile {
  readonly label: string;
  /** Shown under the name: "98,2 %". */
  readonly value: string;
  /** Said to whoever does not see the map: "98,2 % đúng hạn, 12 quá hạn". */
  readonly description: string;
  /** 0 good to 3 bad; told by depth of colour and by the number of strokes, never by colour alone. */
  readonly grade: 0 | 1 | 2 | 3 | undefined;
  readonly href: string;
  /** Place in the grid, columns 1 to 7, rows 1 to 9; without one the tile follows the one before it. */
  readonly column?: number | undefined;
  readonly row?: number | undefined;
}

/**
 * A schematic map: one tile of equal size a unit, roughly where it lies. Small units are read as well as large ones,
 * and no border is drawn that somebody could dispute.
 */
export function TileMap(props: { label: string; tiles: readonly Tile[]; legend: readonly string[] }) {
  return (
    <figure class="tile-map">
      <ol class="tiles" aria-label={props.label}>
        {props.tiles.map(({ label, value, description, grade, href, column, row }) => (
          <li class={column && row ? `tile-column-${column} tile-row-${row}` : undefined}>
            <a href={href} data-grade={grade ?? 'none'} title={description}>
              <span class="tile-name">{label}</span>
              <span class="tile-value">{value}</span>
              <Strokes count={grade ?? 0} />
            </a>
          </li>
        ))}
      </ol>
      <figcaption>
        <ul class="tile-legend">
          {props.legend.map((words, grade) => (
            <li>
              <span class="tile-swatch" data-grade={grade}>
                <Strokes count={grade} />
              </span>
              {words}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

function Strokes(props: { count: number }) {
  return (
    <svg class="tile-strokes" viewBox="0 0 18 4" aria-hidden="true" focusable="false">
      {Array.from({ length: props.count }, (_, index) => (
        <rect x={index * 6} y="0" width="4.5" height="4" />
      ))}
    </svg>
  );
}
