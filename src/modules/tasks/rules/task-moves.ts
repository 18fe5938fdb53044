import type { Role } from '#case-engine/rules/authority.ts';
import { branchCaseId, openBranches } from '#case-engine/rules/branches.ts';
import type { CaseState, Holder } from '#case-engine/rules/case-state.ts';
import type { Standing } from '#case-engine/rules/kind.ts';
import type { MoveContext, MoveRules } from '#case-engine/rules/move-rule.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { formatDate } from '#kernel/vietnamese.ts';
import { localDay } from '#kernel/zone.ts';
import type { TaskRefusal } from '../refusals.ts';
import { closingOf, type DeadlineRefusal } from './deadline.ts';
import type { TaskMoveData } from './move-data.ts';
import { giversOutside, taskFacts } from './task-facts.ts';
import { metAt, overdueFrom } from './task-status.ts';

export type TaskEffectRefusal = TaskRefusal | DeadlineRefusal;

const heads: readonly Role[] = ['agency-head', 'unit-head', 'signatory'];
const doer: readonly Standing[] = [{ at: 'step' }, { at: 'overseer', roles: heads }];
const follower: Standing = { at: 'named', fact: 'follower' };
const giver: Standing = { at: 'receiver', roles: ['agency-head', 'signatory'] };
const underWay = ['assigned', 'in-progress'] as const;
const live = [...underWay, 'awaiting-review'] as const;

/** Every move of a task (QĐ 42/2014/QĐ-TTg, QĐ 23/2018/QĐ-TTg), in the order in which pages offer them. */
export const taskMoves: MoveRules<TaskMoveData, TaskEffectRefusal> = {
  acknowledge: {
    label: { vi: 'Nhận nhiệm vụ', en: 'Take the task on' },
    consequence: { vi: 'Đơn vị bạn bắt đầu thực hiện.', en: 'Your unit begins to work on it.' },
    from: ['assigned'],
    by: doer,
    handOver: 'any',
    effect: () => accepted({ state: 'in-progress' }),
  },

  'hand-in': {
    label: { vi: 'Báo cáo kết quả', en: 'Hand in the product' },
    consequence: {
      vi: 'Người theo dõi xem sản phẩm rồi mới xác nhận hoàn thành; hạn tính đến lúc bạn báo cáo.',
      en: 'The follower sees the product and says whether it is done; what counts is when you hand it in.',
    },
    from: underWay,
    by: doer,
    handOver: 'any',
    unless: (state) => (openBranches(state).some(([, { kind }]) => kind === 'task') ? 'sub-tasks-open' : null),
    effect: (state, data, context) => {
      const { follower: follows, doers = [] } = taskFacts(state);
      return accepted({
        state: 'awaiting-review',
        holder: { ...follows },
        deliveredAt: context.at.toString(),
        facts: {
          handedIn: { ...data, at: context.at.toString(), by: context.actor.name },
          doer: { ...heldBy(state) },
          doers: [...new Set([...doers, ...accounts(state.holder, context)])],
          extension: withdrawn(state),
        },
      });
    },
  },

  complete: {
    label: { vi: 'Xác nhận hoàn thành', en: 'Say that it is done' },
    consequence: {
      vi: 'Nhiệm vụ kết thúc; đúng hạn hay quá hạn tính theo lúc sản phẩm được báo cáo.',
      en: 'The task ends; on time or late by the moment the product was handed in.',
    },
    from: ['awaiting-review'],
    by: [follower],
    handOver: 'any',
    effect: (state, data, context) => {
      const { doers = [], handedIn } = taskFacts(state);
      if (context.actor.accountId !== null && doers.includes(context.actor.accountId))
        return refused('doer-never-closes');
      if (!handedIn || !state.dueAt) throw new RangeError('a task under review has a product');
      return accepted({
        state: 'completed',
        holder: null,
        endedAt: context.at.toString(),
        timeliness: metAt(state, handedIn.at, state.dueAt),
        facts: { seen: { note: data.note, by: context.actor.name, at: context.at.toString() } },
      });
    },
  },

  'return-work': {
    label: { vi: 'Trả lại, chưa đạt', en: 'Send back' },
    consequence: {
      vi: 'Đơn vị làm lại theo lý do của bạn; hạn không đổi và lần báo cáo này không được tính.',
      en: 'The unit does it again for your reason; the deadline stays and this product counts nothing.',
    },
    from: ['awaiting-review'],
    by: [follower],
    handOver: 'any',
    effect: (state, data, context) => {
      const { doers = [], doer: did } = taskFacts(state);
      if (context.actor.accountId !== null && doers.includes(context.actor.accountId))
        return refused('doer-never-closes');
      if (!did) throw new RangeError('a task under review was done by somebody');
      return accepted({
        state: 'in-progress',
        holder: { ...did },
        deliveredAt: null,
        facts: { handedIn: null, doer: null, returned: { reason: data.reason, by: context.actor.name } },
      });
    },
  },

  'report-progress': {
    label: { vi: 'Báo cáo tiến độ', en: 'Report progress' },
    consequence: {
      vi: 'Người giao và người theo dõi thấy tiến độ.',
      en: 'The giver and the follower see how far it is.',
    },
    from: underWay,
    by: doer,
    handOver: 'any',
    effect: (_state, data, context) =>
      accepted({
        state: 'in-progress',
        facts: { progress: { ...data, at: context.at.toString(), by: context.actor.name } },
      }),
  },

  assign: {
    label: { vi: 'Giao người thực hiện', en: 'Give it to someone' },
    consequence: {
      vi: 'Phòng hoặc người bạn chọn giữ nhiệm vụ; hạn không đổi.',
      en: 'The division or person you choose holds it; the deadline stays.',
    },
    from: underWay,
    by: doer,
    handOver: 'any',
    effect: (state, data) =>
      accepted({
        state: 'in-progress',
        holder: data as Holder,
        facts: { doers: [...new Set([...(taskFacts(state).doers ?? []), ...known(data.accountId)])] },
      }),
  },

  reassign: {
    label: { vi: 'Chuyển cho đồng nghiệp', en: 'Hand over to a colleague' },
    consequence: {
      vi: 'Đồng nghiệp cùng chức trách giữ thay; hạn không đổi.',
      en: 'A colleague with the same duty holds it instead; the deadline stays.',
    },
    from: live,
    by: doer,
    handOver: 'any',
    effect: (state, data) =>
      accepted({
        holder: { ...heldBy(state), accountId: data.accountId, name: data.name },
        facts:
          state.state === 'awaiting-review'
            ? {}
            : { doers: [...new Set([...(taskFacts(state).doers ?? []), data.accountId])] },
      }),
  },

  split: {
    label: { vi: 'Chia việc nhỏ', en: 'Give a part of it' },
    consequence: {
      vi: 'Đơn vị cấp dưới nhận một việc nhỏ có hạn riêng; bạn theo dõi và xác nhận.',
      en: 'A unit below gets a part with a deadline of its own; you follow it and say when it is done.',
    },
    from: underWay,
    by: doer,
    handOver: 'any',
    effect: (state, data, context) => {
      const due = dueWithin(state, data.dueOn, context);
      if (!due.ok) return due;
      const branches = state.branches ?? {};
      const branchId = `sub-${Object.keys(branches).filter((id) => id.startsWith('sub-')).length + 1}`;
      const { facts } = state;
      return accepted({
        state: 'in-progress',
        branches: {
          [branchId]: {
            caseId: branchCaseId(state.caseId, branchId),
            kind: 'task',
            name: { vi: data.title, en: data.title },
            unitId: data.unitId,
            group: null,
            lead: false,
            openedAt: context.at.toString(),
            closedAt: null,
            outcome: null,
          },
        },
        facts: { given: { ...(facts.given as object), [branchId]: { ...data } } },
      });
    },
  },

  'request-extension': {
    label: { vi: 'Xin gia hạn', en: 'Ask for more time' },
    consequence: {
      vi: 'Người giao quyết định, trước khi hết hạn hiện tại; hạn đầu vẫn được giữ để tính.',
      en: 'The giver decides before the present deadline is over; the first one is still counted.',
    },
    from: underWay,
    by: doer,
    handOver: 'any',
    unless: (state) => (taskFacts(state).extension?.state === 'asked' ? 'extension-asked-already' : null),
    effect: (state, data, context) => {
      const inTime = beforeExpiry(state, context);
      if (!inTime.ok) return inTime;
      const later = localDay(Temporal.Instant.from(inTime.value)).add({ days: 1 });
      const due = closingOf(Temporal.PlainDate.from(data.newDueOn), later, context, 'newDueOn');
      if (!due.ok) return due;
      return accepted({
        facts: {
          extension: {
            state: 'asked',
            newDueAt: due.value,
            reason: data.reason,
            askedAt: context.at.toString(),
            askedBy: context.actor.name,
          },
        },
      });
    },
  },

  'grant-extension': {
    label: { vi: 'Đồng ý gia hạn', en: 'Grant more time' },
    consequence: {
      vi: 'Hạn mới có hiệu lực; hạn đầu vẫn được giữ và báo cáo.',
      en: 'The new deadline stands; the first one is kept and reported.',
    },
    from: underWay,
    by: [giver, follower],
    handOver: 'any',
    unless: (state) => (giversOutside.includes(taskFacts(state).giver) ? 'extension-decided-outside' : notAsked(state)),
    effect: (state, data, context) => moveDeadline(state, data.document, context),
  },

  'record-extension': {
    label: { vi: 'Ghi văn bản đồng ý gia hạn', en: "Record the giver's extension" },
    consequence: {
      vi: 'Hạn mới theo văn bản của cấp giao; hạn đầu vẫn được giữ và báo cáo.',
      en: "The new deadline stands by the giver's document; the first one is kept and reported.",
    },
    from: underWay,
    by: [follower, giver],
    handOver: 'any',
    unless: (state) => (giversOutside.includes(taskFacts(state).giver) ? notAsked(state) : 'extension-of-giver-only'),
    effect: (state, data, context) => moveDeadline(state, data.document, context),
  },

  'refuse-extension': {
    label: { vi: 'Không đồng ý gia hạn', en: 'Refuse more time' },
    consequence: { vi: 'Hạn giữ nguyên, có lý do.', en: 'The deadline stays, with your reason.' },
    from: underWay,
    by: [giver, follower],
    handOver: 'any',
    unless: (state) => notAsked(state),
    effect: (state, data, context) =>
      accepted({
        facts: {
          extension: {
            ...taskFacts(state).extension,
            state: 'refused',
            decision: data.reason,
            decidedAt: context.at.toString(),
            decidedBy: context.actor.name,
          },
        },
      }),
  },

  urge: {
    label: { vi: 'Đôn đốc', en: 'Urge' },
    consequence: {
      vi: 'Ghi vào nhật ký và báo cho người đang giữ.',
      en: 'Goes into the journal and tells whoever holds it.',
    },
    from: live,
    by: [
      follower,
      { at: 'receiver', roles: ['agency-head', 'signatory', 'records-clerk', 'procedure-controller'] },
      { at: 'overseer', roles: [...heads, 'procedure-controller'] },
    ],
    handOver: 'any',
    effect: (_state, data, context) =>
      accepted({ facts: { urged: { ...data, by: context.actor.name, at: context.at.toString() } } }),
  },

  recall: {
    label: { vi: 'Thu hồi nhiệm vụ', en: 'Recall the task' },
    consequence: {
      vi: 'Nhiệm vụ dừng theo quyết định của người giao và không được tính.',
      en: 'The giver ends the task; it is not counted.',
    },
    from: live,
    by: [giver],
    handOver: 'any',
    effect: (_state, data, context) =>
      accepted({
        state: 'recalled',
        holder: null,
        endedAt: context.at.toString(),
        facts: { recalled: { reason: data.reason, by: context.actor.name } },
      }),
  },
};

const known = (accountId: string | null): readonly string[] => (accountId === null ? [] : [accountId]);
const accounts = (holder: Holder | null, { actor }: MoveContext): readonly string[] => [
  ...known(holder?.accountId ?? null),
  ...known(actor.accountId),
];

function heldBy({ holder }: CaseState): Holder {
  if (!holder) throw new RangeError('an open task has a holder');
  return holder;
}

const notAsked = (state: CaseState) => (taskFacts(state).extension?.state === 'asked' ? null : 'extension-not-asked');

/** A request that nobody decided ends when the product is handed in. */
const withdrawn = (state: CaseState) =>
  taskFacts(state).extension?.state === 'asked' || !taskFacts(state).extension
    ? null
    : { ...taskFacts(state).extension };

/** The due moment, while it is not over: an extension is asked for and granted before, or not at all. */
function beforeExpiry(state: CaseState, context: MoveContext): Result<string, TaskRefusal> {
  if (!state.dueAt) throw new RangeError('an open task has a due moment');
  const over = Temporal.Instant.compare(context.at, overdueFrom(state, state.dueAt)) >= 0;
  return over
    ? refused('extension-too-late', { dueOn: formatDate(localDay(Temporal.Instant.from(state.dueAt))) })
    : accepted(state.dueAt);
}

function moveDeadline(state: CaseState, decision: string, context: MoveContext) {
  const inTime = beforeExpiry(state, context);
  if (!inTime.ok) return inTime;
  const { extension, deadlines = [] } = taskFacts(state);
  if (!extension) return refused('extension-not-asked');
  const movedAt = context.at.toString();
  return accepted({
    dueAt: extension.newDueAt,
    ...(state.clock ? { clock: { ...state.clock, reappointedTo: extension.newDueAt } } : {}),
    facts: {
      extension: { ...extension, state: 'granted', decision, decidedAt: movedAt, decidedBy: context.actor.name },
      deadlines: [...deadlines.map((one) => ({ ...one })), { dueAt: inTime.value, decision, movedAt }],
    },
  });
}

/** A part is due on a working day no later than the whole. */
function dueWithin(state: CaseState, dueOn: string, context: MoveContext): Result<string, TaskEffectRefusal> {
  const due = closingOf(Temporal.PlainDate.from(dueOn), localDay(context.at), context);
  if (!due.ok || !state.dueAt || due.value <= state.dueAt) return due;
  const last = formatDate(localDay(Temporal.Instant.from(state.dueAt)));
  return refused('task-day-wrong', { from: `${formatDate(localDay(context.at))} đến ${last}` }, 'dueOn');
}
