import type { Scenario } from './scenario.ts';

/** Weeks of the demo city that end before today. */
const weeks = 9;
/** Whoever asks for money or papers today waits for thirty working days, so that many of a published calendar are needed. */
const daysAhead = 46;

/**
 * The last day of the demo city's weeks: yesterday, or earlier where the working calendar ends, for nothing could be promised.
 * @param lastPublished the last day of the working calendar
 */
export function lastDemoDay(today: Temporal.PlainDate, lastPublished: Temporal.PlainDate): Temporal.PlainDate {
  const yesterday = today.subtract({ days: 1 });
  const latest = lastPublished.subtract({ days: daysAhead });
  return Temporal.PlainDate.compare(yesterday, latest) < 0 ? yesterday : latest;
}

/** Some weeks up to a day, in the manner of another scenario and at a few agencies: no seasons, a little of everything, some of it late. */
export function demoScenario(like: Scenario, agencies: readonly string[], to: Temporal.PlainDate): Scenario {
  return {
    ...like,
    id: 'demo',
    from: to.subtract({ weeks }).toString(),
    to: to.toString(),
    received: 2400,
    resolved: 2060,
    months: like.months.map(() => 1),
    seasons: [],
    closures: [],
    agencies,
    habits: { ...like.habits, pendingAtIntake: 0.02, supplementAtIntake: 0.1, apology: 0.2 },
    delegation: { ...like.delegation, wards: 0 },
    tasks: {
      asOf: to.toString(),
      groups: [
        { givers: ['government', 'prime-minister'], done: 7, inProgress: 4, overdue: 1, late: 0.1, perDocument: 2 },
        { givers: ['peoples-committee', 'chair'], done: 84, inProgress: 33, overdue: 5, late: 0.12, perDocument: 4 },
      ],
    },
    inspections: { concluded: 14, underWay: 6, findings: 0.8, plan: '15/KH-UBND' },
    feedback: { at: 'places', resolved: 52, open: 16, overdue: 4, pending: 5, late: 0.15, reopened: 0.1 },
    registers: {
      like: like.id,
      atMost: 6,
      daysLater: Temporal.PlainDate.from(like.to).until(to, { largestUnit: 'day' }).days,
    },
    // fewer copies and more of what takes its time, so that every list of a demo desk has something
    procedures: like.procedures.map((procedure) => ({
      ...procedure,
      share: Math.sqrt(procedure.share),
      open: Math.sqrt(procedure.open),
    })),
  };
}
