import type { IdempotencyKey } from '#case-engine/case-store.ts';
import { type MoveAnswer, openCase } from '#case-engine/record-entries.ts';
import type { CaseRefusal } from '#case-engine/refusals.ts';
import { type Actor, isWithin, postsHeld } from '#case-engine/rules/authority.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import { referenceOf } from '#case-engine/rules/reference.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay, toInstant } from '#kernel/zone.ts';
import { agencyOf, type CityGround, clockGround } from '#modules/organisation/index.ts';
import { agenciesGivenFor, getTaskPolicy } from '#modules/tasks/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { checklists } from './checklists.ts';
import { takeInspectionNumber } from './inspection-store.ts';
import type { InspectionRefusal } from './refusals.ts';
import { inspectionKind } from './rules/inspection-kind.ts';

/** An inspection as it is planned. */
export interface InspectionWish {
  readonly subject: string;
  readonly unitId: string;
  readonly scope: string;
  /** The plan it stands in; empty for one outside any plan. */
  readonly plan: string;
  readonly unannounced: boolean;
  /** By when it must be concluded. */
  readonly dueOn: Temporal.PlainDate | undefined;
  /** The inspection this one looks at again. */
  readonly againOf?: string;
}

type OpenRefusal = InspectionRefusal | CaseRefusal | 'calendar-not-published';

/** Plans an inspection of a unit below, or of one's own. */
export async function openInspection(
  db: Database,
  ground: CityGround,
  actor: Actor,
  wish: InspectionWish,
  at: Temporal.Instant,
  key?: IdempotencyKey,
): Promise<Result<MoveAnswer, OpenRefusal>> {
  const caseId = newId();
  return openCase<OpenRefusal>(db, inspectionKind, caseId, key, async () => {
    const checklist = checklists().find(({ subject }) => subject === wish.subject);
    if (!checklist) return refused('subject-unknown', {}, 'subject');
    const unit = ground.tree.get(wish.unitId);
    if (!unit || !wish.scope || !wish.dueOn)
      return refused('inspection-not-complete', {}, !unit ? 'unitId' : wish.scope ? 'dueOn' : 'scope');
    const agencies = agenciesGivenFor(actor, await getTaskPolicy(db, localDay(at)), at);
    const over = [...agencies].find(([id]) => {
      const agency = ground.tree.get(id);
      return agency && id !== unit.id && isWithin(unit.path, agency.path);
    });
    const own = postsHeld(actor, at).find(
      ({ unitId, role }) => unitId === unit.id && ['agency-head', 'unit-head'].includes(role),
    );
    const [agencyId, post] = over ?? (own ? [agencyOf(unit, ground.tree)?.id ?? unit.id, own] : []);
    if (!agencyId || !post)
      return agencies.size > 0 ? refused('inspection-unit-outside', {}, 'unitId') : refused('inspection-not-yours');
    const clock = clockGround(ground, agencyId);
    const day = clock.calendar.dayOf(wish.dueOn);
    if (!day.ok) return day;
    if (!day.value.working || Temporal.PlainDate.compare(wish.dueOn, localDay(at)) < 0)
      return refused('inspection-not-complete', {}, 'dueOn');
    const dueAt = toInstant(clock.hours.closingOn(wish.dueOn)).toString();
    const team = { unitId: post.unitId, role: post.role, accountId: null, name: null };
    return accepted({
      drafts: async (transaction) => {
        const number = await takeInspectionNumber(transaction);
        const effect = {
          state: 'planned',
          reference: referenceOf(caseId),
          code: `KT-${localDay(at).year}-${String(number).padStart(5, '0')}`,
          typeCode: checklist.subject,
          typeVersion: 1,
          title: checklist.name.vi,
          receivingUnitId: agencyId,
          holder: team,
          route: [{ id: 'inspect', work: 'handle', role: post.role, unitId: post.unitId, hours: 0 }],
          step: 0,
          clock: null,
          acceptedAt: at.toString(),
          dueAt,
          firstDueAt: dueAt,
          counted: { unitId: unit.id, as: over ? 'of-others' : 'of-self' },
          facts: {
            subject: { vi: `${checklist.name.vi}: ${unit.name.vi}`, en: `${checklist.name.en}: ${unit.name.en}` },
            checklist: {
              ...checklist,
              name: { ...checklist.name },
              items: checklist.items.map((item) => ({ ...item, question: { ...item.question } })),
            },
            unitId: unit.id,
            team: { ...team },
            plan: wish.plan,
            year: wish.dueOn?.year ?? 0,
            unannounced: wish.unannounced,
            self: !over,
            scope: wish.scope,
            ...(wish.againOf ? { againOf: wish.againOf } : {}),
            searchWords: `${unit.name.vi} ${wish.plan}`,
          },
        };
        return accepted([{ at: at.toString(), verb: 'plan', actor: entryActor(actor, post), data: {}, effect }]);
      },
      beside: async () => undefined,
    });
  });
}
