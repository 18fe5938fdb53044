/** Waits of a day in whole minutes, as they are reported. */
export interface WaitFigures {
  readonly count: number;
  readonly median: number;
  /** Nine of ten waited no longer. */
  readonly ninetyPercent: number;
  readonly average: number;
}

/** Of waits in seconds; undefined of none. A started minute counts. */
export function waitFigures(seconds: readonly number[]): WaitFigures | undefined {
  if (seconds.length === 0) return undefined;
  const inOrder = seconds.toSorted((a, b) => a - b);
  const rank = (share: number) => inOrder[Math.max(0, Math.ceil((share * inOrder.length) / 100) - 1)] ?? 0;
  const minutes = (value: number) => Math.ceil(value / 60);
  return {
    count: seconds.length,
    median: minutes(rank(50)),
    ninetyPercent: minutes(rank(90)),
    average: minutes(seconds.reduce((sum, each) => sum + each, 0) / seconds.length),
  };
}

/**
 * Minutes until a ticket is called, from how long people were served today; undefined when too few were, or nobody is at
 * work: an invented number is worse than none.
 */
export function estimateWait(given: {
  readonly before: number;
  readonly servedSeconds: readonly number[];
  readonly countersAtWork: number;
  readonly servedToEstimate: number;
}): number | undefined {
  const { before, servedSeconds, countersAtWork, servedToEstimate } = given;
  if (servedSeconds.length < servedToEstimate || countersAtWork === 0) return undefined;
  if (before === 0) return 0;
  const average = servedSeconds.reduce((sum, each) => sum + each, 0) / servedSeconds.length;
  return Math.ceil((before * average) / countersAtWork / 60);
}
