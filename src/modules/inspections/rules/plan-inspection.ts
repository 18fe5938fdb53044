import type { ClockGround } from '#case-engine/rules/case-clock.ts';
import type { Holder, OpeningEffect } from '#case-engine/rules/case-state.ts';
import { referenceOf } from '#case-engine/rules/reference.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Text } from '#kernel/text.ts';
import { localDay, toInstant } from '#kernel/zone.ts';
import type { InspectionRefusal } from '../refusals.ts';
import type { Checklist } from './inspection-facts.ts';

/** All that is said of an inspection when it is planned. */
export interface PlannedInspection {
  readonly caseId: string;
  readonly code: string;
  readonly agencyId: string;
  readonly unit: { readonly id: string; readonly name: Text };
  /** Who inspects: a post, nobody in particular yet. */
  readonly team: Pick<Holder, 'unitId' | 'role'>;
  readonly checklist: Checklist;
  readonly scope: string;
  readonly plan: string;
  readonly unannounced: boolean;
  /** The unit inspects itself. */
  readonly self: boolean;
  readonly dueOn: Temporal.PlainDate;
  readonly againOf?: string | undefined;
  readonly at: Temporal.Instant;
}

/** The first effect of an inspection: planned, to be concluded by the end of a working day that has not passed. */
export function planInspection(
  planned: PlannedInspection,
  ground: ClockGround,
): Result<OpeningEffect, InspectionRefusal | 'calendar-not-published'> {
  const { caseId, code, agencyId, unit, checklist, scope, plan, unannounced, self, dueOn, againOf, at } = planned;
  const day = ground.calendar.dayOf(dueOn);
  if (!day.ok) return day;
  if (!day.value.working || Temporal.PlainDate.compare(dueOn, localDay(at)) < 0)
    return refused('inspection-not-complete', {}, 'dueOn');
  const dueAt = toInstant(ground.hours.closingOn(dueOn)).toString();
  const team = { ...planned.team, accountId: null, name: null };
  return accepted({
    state: 'planned',
    reference: referenceOf(caseId),
    code,
    typeCode: checklist.subject,
    typeVersion: 1,
    title: checklist.name.vi,
    receivingUnitId: agencyId,
    holder: team,
    route: [{ id: 'inspect', work: 'handle', role: team.role, unitId: team.unitId, hours: 0 }],
    step: 0,
    clock: null,
    acceptedAt: at.toString(),
    dueAt,
    firstDueAt: dueAt,
    counted: { unitId: unit.id, as: self ? 'of-self' : 'of-others' },
    facts: {
      subject: { vi: `${checklist.name.vi}: ${unit.name.vi}`, en: `${checklist.name.en}: ${unit.name.en}` },
      checklist: {
        ...checklist,
        name: { ...checklist.name },
        items: checklist.items.map((item) => ({ ...item, question: { ...item.question } })),
      },
      unitId: unit.id,
      team: { ...team },
      plan,
      year: dueOn.year,
      unannounced,
      self,
      scope,
      ...(againOf ? { againOf } : {}),
      searchWords: `${unit.name.vi} ${plan}`,
    },
  });
}

/** The code of an inspection: `KT-2021-00012`. */
export const writeInspectionCode = (at: Temporal.Instant, number: number): string =>
  `KT-${localDay(at).year}-${String(number).padStart(5, '0')}`;
