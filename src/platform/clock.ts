/** The only way to ask what time it is; commands get it passed in. Moments are whole milliseconds, so that what is stored equals what was given. */
export interface Clock {
  now(): Temporal.Instant;
}

const cityTimeZone = 'Asia/Ho_Chi_Minh';

export const systemClock: Clock = {
  now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()),
};

/** A clock that starts at `start` and runs on at the speed of the real one. */
export function clockStartingAt(start: Temporal.Instant, real: Clock = systemClock): Clock {
  const offset = start.epochMilliseconds - real.now().epochMilliseconds;
  return { now: () => real.now().add({ milliseconds: offset }) };
}

/** A clock for tests that moves only when it is told to. */
export function stoppedClock(start: Temporal.Instant): Clock & { set(moment: Temporal.Instant): void } {
  let moment = start;
  return {
    now: () => moment,
    set: (next) => {
      moment = next;
    },
  };
}

/** The clock of the settings: the real one, or one that starts at the given local moment of the city. */
export function clockOf(settings: { readonly clockStart: Temporal.PlainDateTime | undefined }): Clock {
  if (!settings.clockStart) return systemClock;
  return clockStartingAt(settings.clockStart.toZonedDateTime(cityTimeZone).toInstant());
}
