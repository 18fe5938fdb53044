export interface TrendPoint {
  /** Short, under its columns: "T3". */
  readonly label: string;
  /** One number a series; undefined where nothing is known. */
  readonly values: readonly (number | undefined)[];
}

const height = 100;
const slot = 100;
const gap = 18;

/**
 * Columns side by side, period after period: the shape only; the page gives the numbers in a table beside it.
 * The first series is solid, the second hatched, the third open.
 */
export function TrendChart(props: {
  id: string;
  /** What the picture shows, in one sentence with its main finding. */
  label: string;
  series: readonly string[];
  points: readonly TrendPoint[];
  /** The largest value in words, at the top of the scale. */
  top: string;
}) {
  const { id, series, points } = props;
  const most = Math.max(1, ...points.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const width = slot * Math.max(1, points.length);
  const column = (slot - gap) / Math.max(1, series.length);
  return (
    <figure class="trend">
      <figcaption>
        <ul class="trend-legend">
          {series.map((name, index) => (
            <li>
              <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                <rect class={`trend-series-${index}`} fill={fillOf(id, index)} width="16" height="16" />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      </figcaption>
      <span class="trend-top">{props.top}</span>
      <svg
        class="trend-picture"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={props.label}
      >
        <defs>
          <pattern id={`${id}-hatch`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="trend-hatch" width="3.5" height="8" />
          </pattern>
        </defs>
        {points.map(({ values }, at) =>
          values.map((value, index) => {
            const tall = ((value ?? 0) / most) * height;
            return (
              <rect
                class={`trend-series-${index}`}
                fill={fillOf(id, index)}
                x={round(at * slot + gap / 2 + index * column)}
                y={round(height - tall)}
                width={round(column - 4)}
                height={round(tall)}
              />
            );
          }),
        )}
      </svg>
      <ol class="trend-labels" aria-hidden="true">
        {points.map(({ label }) => (
          <li>{label}</li>
        ))}
      </ol>
    </figure>
  );
}

const fillOf = (id: string, series: number): string | undefined => (series === 1 ? `url(#${id}-hatch)` : undefined);

const round = (value: number): number => Math.round(value * 10) / 10;
