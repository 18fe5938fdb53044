/** One line of a measurement. `floor` is what the same machine does without us, `ratio` our value to it; null when there is none. */
export interface Row {
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  readonly floor: number | null;
  readonly ratio: number | null;
}

export interface Measurement {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** @param seconds how long each line is measured; more is steadier */
export type Bench = (seconds: number) => Promise<readonly Row[]>;

export function row(measure: string, value: number, unit: string, floor: number | null = null): Row {
  return { measure, value: tidy(value), unit, floor: floor && tidy(floor), ratio: floor ? tidy(value / floor) : null };
}

/** How often a second `run` can be done, after it has been done for a while to warm up. */
export function perSecond(run: (turn: number) => void, seconds: number): number {
  let turn = 0;
  const until = (milliseconds: number) => {
    const begun = performance.now();
    const first = turn;
    // ask the clock every 16 turns: asking costs as much as some of what is measured
    do for (let each = 0; each < 16; each++) run(turn++);
    while (performance.now() - begun < milliseconds);
    return ((turn - first) * 1000) / (performance.now() - begun);
  };
  until(seconds * 250);
  return until(seconds * 1000);
}

/** How often a second `workers` together finish a run. */
export async function perSecondTogether(
  run: (worker: number) => Promise<void>,
  workers: number,
  seconds: number,
): Promise<number> {
  const begun = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      while (performance.now() - begun < seconds * 1000) {
        await run(worker);
        done++;
      }
    }),
  );
  return (done * 1000) / (performance.now() - begun);
}

/** Three or more figures that mean something, and no more than two decimals. */
function tidy(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
}
