import type { IdempotencyKey } from '#case-engine/case-store.ts';
import { type MoveAnswer, openCase } from '#case-engine/record-entries.ts';
import type { CaseRefusal } from '#case-engine/refusals.ts';
import { type Actor, isWithin, postsHeld } from '#case-engine/rules/authority.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import { agencyOf, type CityGround, clockGround } from '#modules/organisation/index.ts';
import { agenciesGivenFor, getTaskPolicy } from '#modules/tasks/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { checklists } from './checklists.ts';
import { takeInspectionNumber } from './inspection-store.ts';
import type { InspectionRefusal } from './refusals.ts';
import { inspectionKind } from './rules/inspection-kind.ts';
import { planInspection, writeInspectionCode } from './rules/plan-inspection.ts';

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
    const planned = {
      caseId,
      agencyId,
      unit,
      team: { unitId: post.unitId, role: post.role },
      checklist,
      scope: wish.scope,
      plan: wish.plan,
      unannounced: wish.unannounced,
      self: !over,
      dueOn: wish.dueOn,
      againOf: wish.againOf,
      at,
    };
    const clock = clockGround(ground, agencyId);
    // asked once before a number is taken
    const possible = planInspection({ ...planned, code: '' }, clock);
    if (!possible.ok) return possible;
    return accepted({
      drafts: async (transaction) => {
        const code = writeInspectionCode(at, await takeInspectionNumber(transaction));
        const effect = { ...possible.value, code };
        return accepted([{ at: at.toString(), verb: 'plan', actor: entryActor(actor, post), data: {}, effect }]);
      },
      beside: async () => undefined,
    });
  });
}
