import { dayNumber } from '#kernel/day-number.ts';
import type { FeedbackAbout, FeedbackChannel } from '#modules/feedback/rules/feedback-words.ts';
import { dayAt, dayWeights } from './day-weights.ts';
import { placeReports, reports } from './feedback-sayings.ts';
import type { KindWorld } from './kind-world.ts';
import type { ScenarioFeedback } from './scenario.ts';
import { Seeded } from './seeded.ts';

/** What will happen to an item of feedback. */
export interface PlannedFeedback {
  readonly id: string;
  readonly fate: 'resolved' | 'open' | 'overdue' | 'pending';
  readonly channel: FeedbackChannel;
  readonly about: FeedbackAbout;
  readonly field: string;
  readonly text: string;
  readonly place: string;
  readonly communeId: string | null;
  readonly aboutUnitId: string | null;
  /** Seconds since 1970: people report in the evening too. */
  readonly reportedAt: number;
  readonly isLate: boolean;
  readonly isReopened: boolean;
}

const hour = 3600;

/** Every item of a scenario: as many received and answered by the last day as it says. */
export function planFeedback(world: KindWorld, spec: ScenarioFeedback): readonly PlannedFeedback[] {
  const { axis, scenario, seed, scale } = world;
  const days = dayWeights(scenario, axis, '', scenario.from);
  const after = axis.ordinalFrom(dayNumber(Temporal.PlainDate.from(scenario.to)) + 1);
  const scaled = (count: number) => Math.round(count * scale);
  const fates = (['resolved', 'overdue', 'open', 'pending'] as const).flatMap((fate) => {
    const count = fate === 'open' ? scaled(spec.open) - scaled(spec.overdue) : scaled(spec[fate]);
    return Array.from({ length: Math.max(0, count) }, (_, nth) => ({ fate, nth, count }));
  });
  return fates.map(({ fate, nth, count }) => {
    const id = `feedback ${fate} ${nth}`;
    const chance = new Seeded(`${seed}|${id}`);
    const byWeight = dayAt(days.sums, (days.total * (nth + 0.5)) / count);
    const day = {
      resolved: Math.min(byWeight, after - 4),
      overdue: after - 18 - chance.whole(8),
      open: after - 2 - chance.whole(2),
      pending: after - 1,
    }[fate];
    const channel = channelBy(chance.share());
    const opening = axis.epochAt(axis.openingOf(Math.max(0, day)));
    // on the portal until ten in the evening; with an officer while the office is open
    const reportedAt = Math.floor(
      channel === 'portal' && fate !== 'pending'
        ? opening + chance.between(-0.5, 14) * hour
        : axis.epochAt(axis.openingOf(Math.max(0, day)) + chance.between(0.05, 0.9) * axis.dayLength),
    );
    return {
      id,
      fate,
      channel,
      ...whatIsReported(world, spec.at, chance),
      reportedAt,
      isLate: fate === 'resolved' && chance.happens(spec.late),
      isReopened: fate === 'resolved' && chance.happens(spec.reopened),
    };
  });
}

const channelBy = (share: number): FeedbackChannel =>
  share < 0.62 ? 'portal' : share < 0.82 ? 'phone' : share < 0.92 ? 'desk' : 'email';

function whatIsReported(world: KindWorld, at: ScenarioFeedback['at'], chance: Seeded) {
  if (at === 'office') {
    const [about, field, text] = chance.pick(reports);
    return { about, field, text, place: '', communeId: null, aboutUnitId: 'hn' };
  }
  const [field, text, place] = chance.pick(placeReports);
  const communes = world.agencyIds.filter((id) => world.tree.get(id)?.tier === 'commune');
  const communeId = chance.pick(communes);
  return { about: 'place' as const, field, text, place, communeId, aboutUnitId: communeId };
}
