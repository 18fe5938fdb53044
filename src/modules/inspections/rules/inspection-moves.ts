import type { Role } from '#case-engine/rules/authority.ts';
import type { CaseState, Holder } from '#case-engine/rules/case-state.ts';
import { timeliness } from '#case-engine/rules/clock.ts';
import type { Standing } from '#case-engine/rules/kind.ts';
import type { MoveRules } from '#case-engine/rules/move-rule.ts';
import type { JsonObject } from '#kernel/json.ts';
import { accepted, refused } from '#kernel/result.ts';
import { localDay, toInstant, toLocal } from '#kernel/zone.ts';
import type { InspectionRefusal } from '../refusals.ts';
import { type DisciplinaryMeasure, type Finding, inspectionFacts, type VisitMinutes } from './inspection-facts.ts';

/** What each move of an inspection is given. */
export interface InspectionMoveData {
  readonly decide: { readonly number: string; readonly on: string; readonly leader: string; readonly members: string };
  readonly 'record-minutes': Omit<VisitMinutes, 'by'>;
  readonly 'add-finding': Omit<Finding, 'taskId'>;
  /** `taskIds`: by the place of the finding, ours. */
  readonly conclude: {
    readonly number: string;
    readonly on: string;
    readonly summary: string;
    readonly taskIds: Readonly<Record<string, string>>;
  };
  readonly 'record-sanction': {
    readonly person: string;
    readonly measure: DisciplinaryMeasure;
    readonly decision: string;
    readonly on: string;
  };
  readonly 'answer-sanction': { readonly place: number; readonly answer: string };
  readonly 'close-inspection': { readonly note: string; readonly openRemedies: number };
  readonly reassign: { readonly accountId: string; readonly name: string; readonly reason: string };
  readonly 'call-off-inspection': { readonly reason: string };
  readonly urge: { readonly note: string; readonly document: string };
}

export type InspectionMove = keyof InspectionMoveData;
export type InspectionEffectRefusal = InspectionRefusal | 'calendar-not-published';

const heads: readonly Role[] = ['agency-head', 'unit-head', 'signatory'];
const team: readonly Standing[] = [{ at: 'step' }, { at: 'named', fact: 'team' }, { at: 'overseer', roles: heads }];
const agency: Standing = { at: 'receiver', roles: ['agency-head', 'signatory'] };
const open = ['planned', 'decided', 'visited'] as const;
const live = [...open, 'concluded'] as const;
const plain = <Value extends object>(value: Value) => ({ ...value });
/** A list of the journal, one longer; what stands in it is plain JSON. */
const listOf = (values: readonly object[] | undefined, more: object) =>
  [...(values ?? []), more].map(plain) as unknown as readonly JsonObject[];

/** Every move of an inspection, in the order in which pages offer them. */
export const inspectionMoves: MoveRules<InspectionMoveData, InspectionEffectRefusal> = {
  decide: {
    label: { vi: 'Ra quyết định kiểm tra', en: 'Decide the inspection' },
    consequence: {
      vi: 'Ghi quyết định và thành phần đoàn kiểm tra.',
      en: 'Records the decision and who makes up the team.',
    },
    from: ['planned'],
    by: team,
    handOver: 'any',
    effect: (_state, data) => accepted({ state: 'decided', facts: { decision: plain(data) } }),
  },
  'record-minutes': {
    label: { vi: 'Lập biên bản', en: 'Write the minutes' },
    consequence: {
      vi: 'Ghi từng nội dung đã xem tại nơi kiểm tra; điền được trên điện thoại, mất mạng vẫn giữ bản nháp.',
      en: 'Says what was seen, item by item; works on a phone, and keeps a draft without a network.',
    },
    from: ['decided', 'visited'],
    by: team,
    handOver: 'any',
    effect: (state, data, context) =>
      accepted({
        state: 'visited',
        facts: {
          minutes: listOf(inspectionFacts(state).minutes, {
            ...data,
            items: data.items.map(plain),
            by: context.actor.name,
          } as never),
        },
      }),
  },
  'add-finding': {
    label: { vi: 'Ghi phát hiện', en: 'Add a finding' },
    consequence: {
      vi: 'Nêu việc sai, chứng cứ, căn cứ và yêu cầu khắc phục có hạn.',
      en: 'Says what is wrong, on what evidence, against which rule, and what is to be done by when.',
    },
    from: ['visited'],
    by: team,
    handOver: 'any',
    effect: (state, data, context) => {
      if ((data.remedy === '') !== (data.dueOn === '')) return refused('remedy-needs-day', {}, 'dueOn');
      if (data.dueOn) {
        const day = context.calendar.dayOf(Temporal.PlainDate.from(data.dueOn));
        if (!day.ok) return day;
        const past = Temporal.PlainDate.compare(Temporal.PlainDate.from(data.dueOn), localDay(context.at)) < 0;
        if (!day.value.working || past) return refused('remedy-needs-day', {}, 'dueOn');
      }
      return accepted({ facts: { findings: listOf(inspectionFacts(state).findings, data) } });
    },
  },
  conclude: {
    label: { vi: 'Kết luận', en: 'Conclude' },
    consequence: {
      vi: 'Kết luận được ghi; mỗi yêu cầu khắc phục thành một nhiệm vụ có hạn của đơn vị.',
      en: 'The conclusion stands; each remedy becomes a task of the unit with a deadline.',
    },
    from: ['visited'],
    by: [agency, ...team],
    handOver: 'any',
    unless: (state) => ((inspectionFacts(state).minutes ?? []).length === 0 ? 'minutes-missing' : null),
    effect: (state, data, context) => {
      const { taskIds, ...conclusion } = data;
      const findings = (inspectionFacts(state).findings ?? []).map((finding, place) => ({
        ...finding,
        ...(taskIds[place] ? { taskId: taskIds[place] } : {}),
      }));
      const days = findings.flatMap(({ dueOn }) => (dueOn ? [dueOn] : [])).sort();
      const last = days.at(-1);
      if (days[0] && days[0] < localDay(context.at).toString()) return refused('remedy-day-past');
      const facts = {
        conclusion: { ...conclusion, by: context.actor.name },
        findings,
        concludedTimeliness: metDue(state, context.at),
      };
      const deliveredAt = context.at.toString();
      if (!last) return accepted({ ...ended(state, context.at), state: 'closed', deliveredAt, facts });
      const dueAt = toInstant(context.hours.closingOn(Temporal.PlainDate.from(last))).toString();
      return accepted({ state: 'concluded', clock: null, dueAt, deliveredAt, facts });
    },
  },
  'record-sanction': {
    label: { vi: 'Ghi hình thức xử lý', en: 'Record a sanction' },
    consequence: {
      vi: 'Ghi quyết định kỷ luật đã ban hành; người bị xử lý có quyền giải trình. Không bao giờ công khai.',
      en: 'Records a measure decided by others; the person may answer. Never published.',
    },
    from: ['visited', 'concluded'],
    by: [agency, ...team],
    handOver: 'any',
    effect: (state, data) => accepted({ facts: { sanctions: listOf(inspectionFacts(state).sanctions, data) } }),
  },
  'answer-sanction': {
    label: { vi: 'Ghi giải trình', en: "Record the person's answer" },
    consequence: {
      vi: 'Lời giải trình đứng bên cạnh hình thức xử lý.',
      en: 'The answer stands beside the sanction.',
    },
    from: ['visited', 'concluded'],
    by: [agency, ...team],
    handOver: 'any',
    effect: (state, data) => {
      const sanctions = inspectionFacts(state).sanctions ?? [];
      if (!sanctions[data.place - 1]) return refused('sanction-unknown', {}, 'place');
      return accepted({
        facts: {
          sanctions: sanctions.map((one, index) =>
            index === data.place - 1 ? { ...one, answer: data.answer } : { ...one },
          ),
        },
      });
    },
  },
  'close-inspection': {
    label: { vi: 'Kết thúc kiểm tra', en: 'Close the inspection' },
    consequence: {
      vi: 'Chỉ khi mọi kiến nghị đã khắc phục và được xác nhận.',
      en: 'Only when every remedy is done and seen.',
    },
    from: ['concluded'],
    by: team,
    handOver: 'any',
    effect: (state, data, context) =>
      data.openRemedies > 0
        ? refused('remedies-open', { count: data.openRemedies })
        : accepted({ ...ended(state, context.at), state: 'closed', facts: { closing: { note: data.note } } }),
  },
  reassign: {
    label: { vi: 'Chuyển cho đồng nghiệp', en: 'Hand over to a colleague' },
    consequence: {
      vi: 'Đồng nghiệp cùng chức trách giữ thay; hạn không đổi.',
      en: 'A colleague with the same duty holds it instead; the deadline stays.',
    },
    from: live,
    by: team,
    handOver: 'any',
    effect: (state, data) => accepted({ holder: { ...heldBy(state), accountId: data.accountId, name: data.name } }),
  },
  urge: {
    label: { vi: 'Đôn đốc', en: 'Urge' },
    consequence: {
      vi: 'Ghi vào nhật ký và báo cho người đang giữ.',
      en: 'Goes into the journal and tells whoever holds it.',
    },
    from: live,
    by: [agency, { at: 'overseer', roles: [...heads, 'procedure-controller'] }],
    handOver: 'any',
    effect: (_state, data, context) =>
      accepted({ facts: { urged: { ...data, by: context.actor.name, at: context.at.toString() } } }),
  },
  'call-off-inspection': {
    label: { vi: 'Hủy cuộc kiểm tra', en: 'Call it off' },
    consequence: { vi: 'Dừng với lý do; không tính vào số cuộc.', en: 'Ends it with your reason; it is not counted.' },
    from: open,
    by: [agency, { at: 'overseer', roles: heads }],
    handOver: 'any',
    effect: (_state, data, context) =>
      accepted({
        state: 'called-off',
        holder: null,
        endedAt: context.at.toString(),
        facts: { calledOff: plain(data) },
      }),
  },
};

function heldBy({ holder }: CaseState): Holder {
  if (!holder) throw new RangeError('an open inspection has a holder');
  return holder;
}

function metDue({ dueAt }: CaseState, at: Temporal.Instant) {
  if (!dueAt) throw new RangeError('an open inspection has a due moment');
  return timeliness(toLocal(at), toLocal(Temporal.Instant.from(dueAt)), { unit: 'working-day', amount: 1 });
}

const ended = (state: CaseState, at: Temporal.Instant) => ({
  holder: null,
  endedAt: at.toString(),
  timeliness: metDue(state, at),
});
