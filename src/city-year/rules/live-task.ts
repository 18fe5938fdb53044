import type { Actor } from '#case-engine/rules/authority.ts';
import { branchCaseId } from '#case-engine/rules/branches.ts';
import type { JsonObject } from '#kernel/json.ts';
import { writeTaskCode } from '#modules/tasks/rules/open-remedy.ts';
import { openTask } from '#modules/tasks/rules/open-task.ts';
import type { TaskGiver, TaskSource } from '#modules/tasks/rules/task-facts.ts';
import { effectOfTaskMove, taskFamilyRules, taskKindIfKnown } from '#modules/tasks/rules/task-family.ts';
import { agencyGivenFor } from '#modules/tasks/rules/task-policy.ts';
import { plannedCaseId } from './case-number.ts';
import type { WalkedCase, WalkRules } from './case-walk.ts';
import { KindLife } from './kind-life.ts';
import { firstNumberOf, type KindPost, type KindWorld } from './kind-world.ts';
import type { PlannedTask } from './plan-tasks.ts';
import { Seeded } from './seeded.ts';
import { taskTopics } from './task-sayings.ts';

/** How the kinds of tasks are walked: by the rules of their commands. */
export const taskWalk: WalkRules = {
  kindOf: (kind) => {
    const known = taskKindIfKnown(kind);
    if (!known) throw new RangeError(`${kind} is no kind of a task`);
    return known;
  },
  effect: (state, move, data, context) => effectOfTaskMove(state, move, data as JsonObject, context),
  family: taskFamilyRules,
  touchesFamily: (state, move) => state.parent !== undefined || state.branches !== undefined || move === 'split',
};

/** Who records and follows the city's tasks. */
export const followerPost: KindPost = { unitId: 'van-phong-ubnd.general-affairs', role: 'case-handler' };

/** A task with its parts, and the document it was given by. */
export interface LivedTask {
  readonly caseId: string;
  readonly cases: ReadonlyMap<string, WalkedCase>;
  readonly giver: Exclude<TaskGiver, 'lead-unit'>;
  readonly source: TaskSource;
  readonly leadUnitId: string;
  readonly followerUnitId: string;
  readonly recordedBy: string | null;
  readonly givenAt: string;
}

/** The agency in whose name somebody gives: as the command asks it. */
export function agencyGivenBy(actor: Actor, { taskPolicy }: KindWorld): string {
  const [agencyId] = actor.posts.flatMap((post) => agencyGivenFor(post, taskPolicy) ?? []);
  if (agencyId !== 'hn') throw new RangeError(`${actor.name} gives no tasks for the City`);
  return agencyId;
}

/** Lives a task to the horizon. @param number of its code; undefined when it comes only after the horizon */
export function liveTask(world: KindWorld, planned: PlannedTask, number: number): LivedTask | undefined {
  const { axis, tree } = world;
  const chance = new Seeded(`${world.seed}|life of ${planned.id}`);
  const life = new KindLife(world, taskWalk, chance);
  const caseId = plannedCaseId(axis.epochAt(planned.given), firstNumberOf.task + number, chance.bits());
  const head: KindPost = { unitId: planned.leadUnitId, role: 'agency-head' };
  const recorder = life.actor(followerPost);
  const [what, product] = chance.pick(taskTopics);
  const lead = tree.get(planned.leadUnitId)?.name.vi ?? planned.leadUnitId;
  const { dayLength } = axis;
  const dueOn = axis.dateOf(planned.dueDay);

  life.live(() => {
    const at = life.at(planned.given);
    const opened = openTask(
      {
        caseId,
        code: writeTaskCode(at, number),
        giver: planned.giver,
        agencyId: agencyGivenBy(recorder, world),
        ofCity: true,
        source: planned.source,
        paragraph: `Mục ${planned.paragraph}`,
        quote: `Giao ${lead}: ${what.charAt(0).toLowerCase()}${what.slice(1)}.`,
        title: what,
        lead: head,
        coUnits: planned.coUnitId
          ? [
              {
                unitId: planned.coUnitId,
                role: 'agency-head',
                question: 'Cung cấp số liệu, ý kiến thuộc lĩnh vực phụ trách',
              },
            ]
          : [],
        product,
        answerable: `Người đứng đầu ${lead}`,
        follower: followerPost,
        secret: false,
        deadline: { on: dueOn },
        at,
      },
      { calendar: world.calendar, hours: world.hoursOf(planned.leadUnitId) },
    );
    if (!opened.ok) throw new RangeError(`${planned.id}: ${opened.refusal.code}`);
    life.open('task', caseId, 'give', recorder, followerPost, planned.given, opened.value);
    work(life, world, planned, caseId, head);
  });
  const walked = life.walk.cases.get(caseId);
  if (!walked) return undefined;
  const { giver, source, leadUnitId } = planned;
  return {
    caseId,
    cases: life.walk.cases,
    giver,
    source,
    leadUnitId,
    followerUnitId: followerPost.unitId,
    recordedBy: recorder.accountId,
    givenAt: walked.entries[0]!.at,
  };

  function work(of: KindLife, { axis }: KindWorld, task: PlannedTask, id: string, doer: KindPost): void {
    const { given, handedIn, completed, extendedTo } = task;
    of.move(id, 'acknowledge', doer, given + Math.floor(chance.between(0.1, 0.95) * dayLength), {});
    if (task.coUnitId) {
      const part = branchCaseId(id, 'co-1');
      const by: KindPost = { unitId: task.coUnitId, role: 'agency-head' };
      of.move(part, 'answer-part', by, given + Math.floor(1.05 * dayLength), {
        number: `${100 + chance.whole(900)}/CV`,
        summary: 'Đã có ý kiến, số liệu kèm theo.',
      });
    }
    if (extendedTo !== null) {
      const asked = Math.floor((task.dueDay - 1 + chance.between(0.1, 0.5)) * dayLength);
      of.move(id, 'request-extension', doer, asked, {
        newDueOn: axis.dateOf(extendedTo).toString(),
        reason: 'Cần thêm thời gian lấy ý kiến các đơn vị',
      });
      const decides = ['government', 'prime-minister'].includes(task.giver) ? 'record-extension' : 'grant-extension';
      const document = `${200 + chance.whole(700)}/VP-TH`;
      of.move(id, decides, followerPost, asked + Math.floor(chance.between(0.2, 0.8) * dayLength), { document });
    }
    if (handedIn === null) return;
    if (task.sentBack) {
      const first = Math.floor(given + (handedIn - given) * 0.55);
      of.move(id, 'hand-in', doer, first, product_(of, first));
      of.move(id, 'return-work', followerPost, first + Math.floor(0.5 * dayLength), {
        reason: 'Báo cáo chưa nêu nguyên nhân và thời hạn khắc phục',
      });
    }
    of.move(id, 'hand-in', doer, handedIn, product_(of, handedIn));
    if (completed !== null) of.move(id, 'complete', followerPost, completed, { note: '' });
  }

  function product_(of: KindLife, place: number): JsonObject {
    return {
      number: `${10 + chance.whole(900)}/BC`,
      on: of.day(place),
      summary: `${product}: đã hoàn thành nội dung được giao.`,
    };
  }
}
