import { formatNamedDay, formatTime } from '#kernel/vietnamese.ts';
import { toLocal } from '#kernel/zone.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { DeskPlan } from './desk-store.ts';
import { isOpenAt, nextOpening, type OpenStretch, openStretches } from './rules/opening-hours.ts';

/** When a desk receives people on a day. */
export const stretchesOn = (ground: CityGround, plan: DeskPlan, day: Temporal.PlainDate): readonly OpenStretch[] =>
  openStretches(day, plan.openings, ground.calendar);

/** Whether a desk is open now, and when it opens next. */
export interface DeskHours {
  readonly isOpen: boolean;
  /** Tickets are given a little before the doors open. */
  readonly givesTickets: boolean;
  readonly opens: Temporal.PlainDateTime | undefined;
}

export function deskHours(ground: CityGround, plan: DeskPlan, at: Temporal.Instant): DeskHours {
  const local = toLocal(at);
  const of = (day: Temporal.PlainDate) => stretchesOn(ground, plan, day);
  const soon = local.add({ minutes: plan.policy.earlyMinutes });
  return {
    isOpen: isOpenAt(local, of(local.toPlainDate())),
    givesTickets:
      isOpenAt(local, of(local.toPlainDate())) ||
      (soon.toPlainDate().equals(local.toPlainDate()) && isOpenAt(soon, of(soon.toPlainDate()))),
    opens: nextOpening(local, of),
  };
}

/** For a refusal: `08:00 thứ Hai 08/11/2021`. */
export const openingWritten = ({ opens }: DeskHours): string =>
  opens ? `${formatTime(opens)} ${formatNamedDay('vi', opens)}` : '–';
