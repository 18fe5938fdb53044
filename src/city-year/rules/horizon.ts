/** Ends a life at the horizon, wherever it stands. */
export class HorizonReached extends Error {}

export const instantAt = (epochSecond: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(epochSecond) * 1000);
