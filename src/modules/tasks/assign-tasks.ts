import type { IdempotencyKey } from '#case-engine/case-store.ts';
import { type MoveAnswer, openCases } from '#case-engine/record-entries.ts';
import type { CaseRefusal } from '#case-engine/refusals.ts';
import { type Actor, type HeldPost, isWithin, postsHeld, type Role } from '#case-engine/rules/authority.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import { type CaseWriting, spread } from '#case-engine/rules/family.ts';
import type { EntryActor } from '#case-engine/rules/journal.ts';
import type { JsonObject } from '#kernel/json.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import { type CityGround, clockGround, type Unit } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import type { TaskRefusal } from './refusals.ts';
import type { DeadlineGiven, DeadlineRefusal } from './rules/deadline.ts';
import { writeTaskCode } from './rules/open-remedy.ts';
import { missingClarity, openTask, type TaskPost } from './rules/open-task.ts';
import type { TaskGiver, TaskGoal, TaskSource } from './rules/task-facts.ts';
import { taskFamilyRules } from './rules/task-family.ts';
import type { TaskEffectRefusal } from './rules/task-moves.ts';
import { agencyGivenFor, type TaskPolicy } from './rules/task-policy.ts';
import { getTaskPolicy, insertSource, insertTasks, takeTaskNumbers } from './task-store.ts';

/** One paragraph of the document: one task. Texts as typed, trimmed. */
export interface TaskWish {
  readonly paragraph: string;
  readonly quote: string;
  readonly title: string;
  readonly leadUnitId: string;
  readonly coUnits: readonly { readonly unitId: string; readonly question: string }[];
  readonly product: string;
  readonly answerable: string;
  readonly goal?: TaskGoal | undefined;
  readonly deadline: DeadlineGiven | null;
}

/** A document and the tasks it gives. */
export interface AssignmentWish {
  readonly giver: Exclude<TaskGiver, 'lead-unit'>;
  readonly source: Omit<TaskSource, 'id'>;
  readonly secret: boolean;
  /** Who follows; without it, the post of whoever records. */
  readonly follower?: TaskPost | undefined;
  readonly tasks: readonly TaskWish[];
}

export type AssignRefusal = TaskRefusal | TaskEffectRefusal | DeadlineRefusal | CaseRefusal;

/** The agencies in whose name someone gives tasks, each with the post by which. */
export function agenciesGivenFor(
  actor: Actor,
  policy: TaskPolicy,
  at: Temporal.Instant,
): ReadonlyMap<string, HeldPost> {
  const agencies = new Map<string, HeldPost>();
  for (const post of postsHeld(actor, at)) {
    const agency = agencyGivenFor(post, policy);
    if (agency && !agencies.has(agency)) agencies.set(agency, post);
  }
  return agencies;
}

/** The post that answers for work given to a unit: its head; of a commune's own work, its officers. */
export function postGiven(unit: Unit, agencyId: string): TaskPost {
  if (unit.id === agencyId) return { unitId: unit.id, role: 'case-handler' };
  return { unitId: unit.id, role: unit.kind === 'division' ? 'unit-head' : 'agency-head' };
}

/**
 * Gives the tasks of a document: all of them or none. Each says who, what, by when, with what result and who answers for it.
 * @param kept the policy in force, where the caller has read it already
 * @returns the tasks with the parts of the units that contribute, in the order of the paragraphs
 */
export async function assignTasks(
  db: Database,
  ground: CityGround,
  actor: Actor,
  wish: AssignmentWish,
  at: Temporal.Instant,
  key?: IdempotencyKey,
  kept?: TaskPolicy,
): Promise<Result<readonly MoveAnswer[], AssignRefusal>> {
  return openCases<AssignRefusal>(db, key, async () => {
    const policy = kept ?? (await getTaskPolicy(db, localDay(at)));
    const agencies = agenciesGivenFor(actor, policy, at);
    const [first] = agencies;
    if (!first) return refused('task-not-yours-to-give');
    const { source } = wish;
    if (!source.number || !source.issuer || !isDay(source.issuedOn))
      return refused('task-source-missing', {}, 'number');
    if (wish.tasks.length === 0)
      return refused('task-not-clear', { missing: 'nội dung', missingEn: 'a task' }, 'quote');
    const agencyId = agencyOver(wish.tasks, agencies, ground) ?? first[0];
    const post = agencies.get(agencyId) ?? first[1];
    const sourceId = newId();
    return accepted({
      writings: (transaction) =>
        writeTasks(transaction, ground, { ...wish, agencyId, post, sourceId }, entryActor(actor, post), at),
      beside: async (transaction, writings) => {
        const record = { ...source, id: sourceId, agencyId, secret: wish.secret, recordedBy: actor.accountId };
        await insertSource(transaction, record, at);
        await insertTasks(transaction, writings.flatMap(taskRow), at);
      },
    });
  });
}

/** What is written of a task beside its journal; parts of tasks have none. */
export function taskRow({ state }: CaseWriting) {
  if (state.kind !== 'task' || state.parent) return [];
  const facts = state.facts as unknown as { source: TaskSource; giver: string; leadUnitId: string; secret: boolean };
  const follower = state.facts.follower as unknown as TaskPost;
  const { source, giver, leadUnitId, secret } = facts;
  return [{ caseId: state.caseId, sourceId: source.id, giver, leadUnitId, followerUnitId: follower.unitId, secret }];
}

interface Assignment extends AssignmentWish {
  readonly agencyId: string;
  readonly post: TaskPost;
  readonly sourceId: string;
  readonly more?: JsonObject;
}

/** Every task of the assignment with its parts, ready to be written. */
export async function writeTasks(
  transaction: Database,
  ground: CityGround,
  assignment: Assignment,
  actor: EntryActor,
  at: Temporal.Instant,
): Promise<Result<readonly CaseWriting[], AssignRefusal>> {
  const { agencyId, post, tasks } = assignment;
  const agency = ground.tree.get(agencyId);
  if (!agency) return refused('task-unit-outside', { agency: agencyId, agencyEn: agencyId });
  const numbers = await takeTaskNumbers(transaction, tasks.length);
  const context = (unitId: string) => ({ ...clockGround(ground, unitId), at, actor });
  const rules = taskFamilyRules(actor, context);
  const writings: CaseWriting[] = [];
  for (const [index, wish] of tasks.entries()) {
    const atRow = (field: string) => (tasks.length > 1 ? `tasks.${index}.${field}` : field);
    const missing = missingClarity({ ...wish, lead: { unitId: wish.leadUnitId, role: 'agency-head' } });
    if (missing) {
      const { vi, en } = missing.name;
      return refused('task-not-clear', { missing: vi, missingEn: en }, `tasks.${index}.${missing.field}`);
    }
    const lead = unitUnder(ground, wish.leadUnitId, agency, at);
    const coUnits = wish.coUnits.map(({ unitId }) => unitUnder(ground, unitId, agency, at));
    if (!lead || coUnits.includes(undefined))
      return refused(
        'task-unit-outside',
        { agency: agency.name.vi, agencyEn: agency.name.en },
        `tasks.${index}.${lead ? 'coUnits' : 'leadUnitId'}`,
      );
    const caseId = newId();
    const opened = openTask(
      {
        ...wish,
        caseId,
        code: writeTaskCode(at, numbers[index] ?? 0),
        giver: assignment.giver,
        agencyId,
        ofCity: agency.kind === 'city',
        source: { ...assignment.source, id: assignment.sourceId },
        lead: postGiven(lead, agencyId),
        coUnits: wish.coUnits.map((coUnit, place) => ({ ...coUnit, ...postGiven(coUnits[place] as Unit, agencyId) })),
        follower: assignment.follower ?? { unitId: post.unitId, role: post.role as Role },
        secret: assignment.secret,
        at,
        ...(assignment.more ? { more: assignment.more } : {}),
      },
      clockGround(ground, lead.id),
    );
    if (!opened.ok) {
      const { code, facts, field } = opened.refusal;
      return refused(code, facts, field && atRow(field));
    }
    const draft = { at: at.toString(), verb: 'give', actor, data: {}, effect: opened.value };
    const spreadOut = spread<AssignRefusal>(rules, new Map(), { caseId, kind: 'task', draft });
    if (!spreadOut.ok) return spreadOut;
    writings.push(...spreadOut.value);
  }
  return accepted(writings);
}

function unitUnder(ground: CityGround, unitId: string, agency: Unit, at: Temporal.Instant): Unit | undefined {
  const unit = ground.tree.get(unitId);
  if (!unit || unit.kind === 'desk' || !isWithin(unit.path, agency.path)) return undefined;
  const today = localDay(at);
  const inForce =
    Temporal.PlainDate.compare(unit.validFrom, today) <= 0 &&
    (unit.validTo === null || Temporal.PlainDate.compare(today, unit.validTo) <= 0);
  // the City itself and a department work through their divisions; a commune has none
  return inForce && (unit.id !== agency.id || unit.tier === 'commune') ? unit : undefined;
}

/** Of several agencies someone may give for, the nearest that stands over all the units named. */
function agencyOver(
  tasks: readonly TaskWish[],
  agencies: ReadonlyMap<string, HeldPost>,
  ground: CityGround,
): string | undefined {
  const units = tasks.flatMap(({ leadUnitId, coUnits }) => [leadUnitId, ...coUnits.map(({ unitId }) => unitId)]);
  const paths = units.map((unitId) => ground.tree.get(unitId)?.path ?? '');
  return [...agencies.keys()]
    .filter((id) => paths.every((path) => isWithin(path, ground.tree.get(id)?.path ?? '?')))
    .sort((a, b) => (ground.tree.get(b)?.path.length ?? 0) - (ground.tree.get(a)?.path.length ?? 0))[0];
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).year > 1900;
  } catch {
    return false;
  }
}
