import { idOfWords } from '#kernel/hash.ts';
import { localDay } from '#kernel/zone.ts';
import type { Checklist } from '#modules/inspections/rules/inspection-facts.ts';
import { inspectionKindIfKnown } from '#modules/inspections/rules/inspection-kind.ts';
import { type InspectionMoveData, inspectionMoves } from '#modules/inspections/rules/inspection-moves.ts';
import { planInspection, writeInspectionCode } from '#modules/inspections/rules/plan-inspection.ts';
import { causeOfRemedy, type Remedy, taskOfRemedy, writeTaskCode } from '#modules/tasks/rules/open-remedy.ts';
import { openTask } from '#modules/tasks/rules/open-task.ts';
import { plannedCaseId } from './case-number.ts';
import type { WalkedCase, WalkRules } from './case-walk.ts';
import { KindLife } from './kind-life.ts';
import { firstNumberOf, type KindPost, type KindWorld } from './kind-world.ts';
import { agencyGivenBy, type LivedTask, taskWalk } from './live-task.ts';
import type { PlannedInspectionCourse, PlannedRemedy } from './plan-inspections.ts';
import { Seeded } from './seeded.ts';

const inspectionWalk: WalkRules = {
  kindOf: (kind) => {
    const known = inspectionKindIfKnown(kind);
    if (!known) throw new RangeError(`${kind} is no inspection`);
    return known;
  },
  effect: (state, move, data, context) =>
    inspectionMoves[move as keyof InspectionMoveData].effect(state, data as never, context),
};

/** Who inspects for the City. */
export const teamPost: KindPost = { unitId: 'so-noi-vu.administrative-reform', role: 'unit-head' };

const found = [
  ['Niêm yết thủ tục chưa đầy đủ, chưa cập nhật', 'Niêm yết lại đúng, đủ bản đang có hiệu lực'],
  ['Hồ sơ quá hạn chưa có thư xin lỗi', 'Gửi thư xin lỗi, hẹn lại đúng quy định'],
  ['Sổ theo dõi hồ sơ ghi chưa đủ', 'Bổ sung sổ theo dõi, cập nhật vào hệ thống'],
  ['Công chức đi muộn, không có mặt tại quầy', 'Chấn chỉnh kỷ luật giờ làm việc, báo cáo kết quả'],
] as const;

/** An inspection with the tasks its conclusion gave. */
export interface LivedInspection {
  readonly cases: ReadonlyMap<string, WalkedCase>;
  readonly remedies: readonly LivedTask[];
}

/**
 * Lives an inspection to the horizon, with what it gives to mend.
 * @param number of its code
 * @param remedyNumbers of the codes of its remedies, in order
 */
export function liveInspection(
  world: KindWorld,
  planned: PlannedInspectionCourse,
  number: number,
  remedyNumbers: readonly number[],
): LivedInspection {
  const { axis, tree, checklists } = world;
  const chance = new Seeded(`${world.seed}|life of ${planned.id}`);
  const life = new KindLife(world, inspectionWalk, chance);
  const place = (day: number, hour: number) => axis.openingOf(day) + Math.floor(hour * axis.dayLength);
  const dateOf = (day: number) => axis.dateOf(day).toString();
  const unit = tree.get(planned.unitId)!;
  const checklist = checklists.find(({ subject }) => subject === planned.subject)!;
  const team = life.actor(teamPost);
  const hour = chance.between(0.1, 0.4);
  const opens = place(planned.plannedDay, hour);
  const caseId = plannedCaseId(axis.epochAt(opens), firstNumberOf.inspection + number, chance.bits());
  const findings = planned.remedies.map(({ dueDay }) => {
    const [what, remedy] = chance.pick(found);
    const { clause } = chance.pick(checklist.items);
    return { what, evidence: 'Biên bản, ảnh chụp tại nơi kiểm tra', clause, remedy, dueOn: dateOf(dueDay) };
  });
  const remedies: LivedTask[] = [];

  life.live(() => {
    const at = life.at(opens);
    const code = writeInspectionCode(at, number);
    const opened = planInspection(
      {
        caseId,
        code,
        agencyId: agencyGivenBy(team, world),
        unit,
        team: teamPost,
        checklist,
        scope: 'Việc chấp hành quy định trong sáu tháng gần nhất',
        plan: world.scenario.inspections?.plan ?? '',
        unannounced: planned.unannounced,
        self: false,
        dueOn: axis.dateOf(planned.dueDay),
        at,
      },
      { calendar: world.calendar, hours: world.hoursOf('hn') },
    );
    if (!opened.ok) throw new RangeError(`${planned.id}: ${opened.refusal.code}`);
    life.open('inspection', caseId, 'plan', team, teamPost, opens, opened.value);
    life.move(caseId, 'decide', team, place(planned.decidedDay, hour + 0.1), {
      number: `${number}/QĐ-SNV`,
      on: dateOf(planned.decidedDay),
      leader: team.name,
      members: '',
    });
    life.move(caseId, 'record-minutes', team, place(planned.visitDay, hour + 0.15), {
      on: dateOf(planned.visitDay),
      place: unit.name.vi,
      present: 'Đại diện lãnh đạo đơn vị',
      summary: 'Đã kiểm tra hồ sơ, sổ theo dõi và việc niêm yết.',
      items: seen(checklist, chance, findings.length),
    });
    for (const [nth, finding] of findings.entries())
      life.move(caseId, 'add-finding', team, place(planned.visitDay, hour + 0.2 + nth / 50), finding);
    const concluded = place(planned.concludedDay, hour + 0.1);
    const source = {
      id: idOfWords(`conclusion ${world.seed} ${planned.id}`),
      number: `${number}/KL-SNV`,
      issuedOn: dateOf(planned.concludedDay),
      issuer: tree.get('hn')?.name.vi ?? 'hn',
      title: `Kết luận kiểm tra: ${checklist.name.vi}`,
      signatory: team.name,
    };
    life.at(concluded);
    const tasks = planned.remedies.map((one, nth) => {
      const { what, remedy, dueOn, clause } = findings[nth]!;
      const wish = { unitId: unit.id, quote: what, title: remedy, dueOn, paragraph: clause };
      return liveRemedy(world, one, wish, { caseId, code }, source, concluded, remedyNumbers[nth] ?? 0);
    });
    remedies.push(...tasks);
    life.move(caseId, 'conclude', team, concluded, {
      number: source.number,
      on: source.issuedOn,
      summary: findings.length > 0 ? 'Đơn vị còn tồn tại phải khắc phục.' : 'Đơn vị chấp hành tốt quy định.',
      taskIds: Object.fromEntries(tasks.map(({ caseId: id }, nth) => [String(nth), id])),
    });
    if (planned.remedies.length === 0) return;
    const last = Math.max(...planned.remedies.map(({ completedDay }) => completedDay));
    life.move(caseId, 'close-inspection', team, place(last + 1, hour), { note: '', openRemedies: 0 });
  });
  return { cases: life.walk.cases, remedies };
}

function seen(checklist: Checklist, chance: Seeded, wrong: number) {
  return checklist.items.map(({ id }, nth) => ({
    id,
    answer: nth < wrong ? 'not-met' : chance.happens(0.9) ? 'met' : 'not-seen',
    note: '',
  }));
}

/** What is to be mended, as a task of the unit that the team follows. */
function liveRemedy(
  world: KindWorld,
  planned: PlannedRemedy,
  wish: Remedy,
  inspection: { readonly caseId: string; readonly code: string },
  source: LivedTask['source'],
  given: number,
  number: number,
): LivedTask {
  const { axis, tree } = world;
  const chance = new Seeded(`${world.seed}|life of ${planned.id}`);
  const life = new KindLife(world, taskWalk, chance);
  const caseId = plannedCaseId(axis.epochAt(given), firstNumberOf.task + number, chance.bits());
  const team = life.actor(teamPost);
  const head: KindPost = { unitId: wish.unitId, role: 'agency-head' };
  const place = (day: number) => axis.openingOf(day) + Math.floor(chance.between(0.1, 0.9) * axis.dayLength);
  const at = life.at(given);
  const opened = openTask(
    {
      caseId,
      code: writeTaskCode(at, number),
      giver: 'peoples-committee',
      agencyId: agencyGivenBy(team, world),
      ofCity: true,
      source,
      lead: head,
      follower: teamPost,
      secret: false,
      at,
      more: causeOfRemedy(inspection),
      ...taskOfRemedy(wish, tree.get(wish.unitId)?.name.vi ?? wish.unitId),
    },
    { calendar: world.calendar, hours: world.hoursOf(wish.unitId) },
  );
  if (!opened.ok) throw new RangeError(`${planned.id}: ${opened.refusal.code}`);
  life.open('task', caseId, 'give', team, teamPost, given, opened.value);
  life.live(() => {
    life.move(caseId, 'acknowledge', head, given + Math.floor(0.9 * axis.dayLength), {});
    const handedIn = place(planned.handedInDay);
    const on = localDay(life.at(handedIn)).toString();
    life.move(caseId, 'hand-in', head, handedIn, {
      number: `${10 + chance.whole(900)}/BC`,
      on,
      summary: 'Đã khắc phục, kèm hồ sơ, ảnh.',
    });
    life.move(caseId, 'complete', teamPost, place(planned.completedDay), { note: '' });
  });
  return {
    caseId,
    cases: life.walk.cases,
    giver: 'peoples-committee',
    source,
    leadUnitId: wish.unitId,
    followerUnitId: teamPost.unitId,
    recordedBy: team.accountId,
    givenAt: at.toString(),
  };
}
