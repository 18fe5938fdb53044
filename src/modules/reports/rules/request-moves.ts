import type { Role } from '#case-engine/rules/authority.ts';
import type { CaseState, Holder } from '#case-engine/rules/case-state.ts';
import { timeliness } from '#case-engine/rules/clock.ts';
import type { Standing } from '#case-engine/rules/kind.ts';
import type { MoveRules } from '#case-engine/rules/move-rule.ts';
import type { JsonObject } from '#kernel/json.ts';
import { accepted, refused } from '#kernel/result.ts';
import { toLocal } from '#kernel/zone.ts';
import type { ReportingRefusal } from '../refusals.ts';
import { requestFacts, type SectionWritten, type SheetLineSent } from './reporting-facts.ts';

/** What each move of a unit's part is given. */
export interface RequestMoveData {
  readonly 'send-part': { readonly sections: readonly SectionWritten[]; readonly sheet: readonly SheetLineSent[] };
  readonly 'object-figure': { readonly figureId: string; readonly reason: string };
  readonly 'answer-objection': {
    readonly figureId: string;
    readonly outcome: 'kept' | 'to-correct';
    readonly answer: string;
  };
  /** `files` are ids of files of the case. */
  readonly 'enter-figure': {
    readonly figureId: string;
    readonly value: number;
    readonly evidence: string;
    readonly files?: readonly string[];
  };
  readonly 'accept-part': { readonly note: string };
  readonly 'return-part': { readonly reason: string };
  readonly urge: { readonly note: string; readonly document: string };
}
export type RequestMove = keyof RequestMoveData;

const writers: readonly Role[] = ['agency-head', 'signatory', 'unit-head', 'records-clerk', 'case-handler'];
const unit: readonly Standing[] = [{ at: 'receiver', roles: writers }];
const head: readonly Standing[] = [{ at: 'receiver', roles: ['agency-head', 'signatory'] }];
const gatherer: Standing = { at: 'coordinator', roles: [...writers, 'procedure-controller'] };
const editor: readonly Standing[] = [gatherer, { at: 'named', fact: 'editor' }];
const live = ['asked', 'returned'] as const;
const plain = (value: object) => ({ ...value }) as JsonObject;
const longer = (values: readonly object[] | undefined, more: object) => [...(values ?? []), more].map(plain);

/** Every move of a unit's part of a report, in the order in which pages offer them. */
export const requestMoves: MoveRules<RequestMoveData, ReportingRefusal> = {
  'send-part': {
    label: { vi: 'Gửi báo cáo', en: 'Send the part' },
    consequence: {
      vi: 'Số liệu và lời báo cáo được gửi như đang có; lãnh đạo đơn vị chịu trách nhiệm.',
      en: 'Figures and texts are sent as they are; the head of the unit answers for them.',
    },
    from: live,
    by: head,
    handOver: 'any',
    effect: (state, data, { at }) => {
      const first = requestFacts(state).sentAt;
      return accepted({
        state: 'sent',
        holder: heldByGatherer(state),
        facts: { sections: data.sections.map(plain), sheet: data.sheet.map(plain), sentAt: first ?? at.toString() },
      });
    },
  },
  'object-figure': {
    label: { vi: 'Phản đối một số liệu', en: 'Object to a figure' },
    consequence: {
      vi: 'Số đếm được không sửa tay; đơn vị chủ trì định nghĩa phải trả lời lý do của bạn.',
      en: 'A counted figure is never typed over; whoever owns its definition must answer your reason.',
    },
    from: live,
    by: unit,
    handOver: 'any',
    effect: (state, data, { at, actor }) => {
      const { objections } = requestFacts(state);
      if (objections?.some(({ figureId, answer }) => figureId === data.figureId && answer === undefined))
        return refused('objection-made-already', {}, 'figureId');
      return accepted({
        facts: { objections: longer(objections, { ...data, by: actor.name, at: at.toString() }) },
      });
    },
  },
  'answer-objection': {
    label: { vi: 'Trả lời phản đối số liệu', en: 'Answer an objection' },
    consequence: {
      vi: 'Câu trả lời đứng cạnh phản đối; nếu dữ liệu sai, sửa ở hồ sơ gốc chứ không sửa con số.',
      en: 'The answer stands beside the objection; wrong data are corrected at their case, never in the figure.',
    },
    from: ['asked', 'returned', 'sent'],
    by: [{ at: 'named', fact: 'definitionOwner' }],
    handOver: 'any',
    unless: (state) => (openObjections(state) === 0 ? 'objection-unknown' : null),
    effect: (state, data, { actor }) => {
      const { objections = [] } = requestFacts(state);
      const place = objections.findIndex(({ figureId, answer }) => figureId === data.figureId && answer === undefined);
      if (place === -1) return refused('objection-unknown', {}, 'figureId');
      return accepted({
        facts: {
          objections: objections.map((one, index) =>
            index === place
              ? plain({ ...one, outcome: data.outcome, answer: data.answer, answeredBy: actor.name })
              : plain(one),
          ),
        },
      });
    },
  },
  'enter-figure': {
    label: { vi: 'Nhập số liệu có minh chứng', en: 'Enter a figure with evidence' },
    consequence: {
      vi: 'Chỉ những chỉ tiêu chưa đếm được; phải ghi văn bản chứng minh.',
      en: 'Only what nothing counts; the document that proves it is named.',
    },
    from: live,
    by: unit,
    handOver: 'any',
    effect: (state, data, { actor }) => {
      const before = requestFacts(state).entered ?? [];
      const entered = before.filter(({ figureId }) => figureId !== data.figureId);
      // entered again without a file, the files that were there stay
      const files = data.files ?? before.find(({ figureId }) => figureId === data.figureId)?.files;
      const kept = files ? { ...data, files } : data;
      return accepted({ facts: { entered: longer(entered, { ...kept, by: actor.name }) } });
    },
  },
  'accept-part': {
    label: { vi: 'Nhận phần báo cáo', en: 'Accept the part' },
    consequence: { vi: 'Phần này được dùng để tổng hợp.', en: 'The part may be used in the report.' },
    from: ['sent'],
    by: editor,
    handOver: 'any',
    unless: (state) => (openObjections(state) > 0 ? 'objections-open' : null),
    effect: (state) => {
      const { sentAt } = requestFacts(state);
      const sent = Temporal.Instant.from(sentAt ?? state.openedAt);
      const due = Temporal.Instant.from(state.dueAt ?? state.openedAt);
      return accepted({
        state: 'accepted',
        holder: null,
        // on time is when it was first sent, not when it was looked at
        endedAt: sent.toString(),
        timeliness: timeliness(toLocal(sent), toLocal(due), { unit: 'working-day', amount: 1 }),
      });
    },
  },
  'return-part': {
    label: { vi: 'Trả lại phần báo cáo', en: 'Give the part back' },
    consequence: {
      vi: 'Đơn vị sửa theo lý do rồi gửi lại.',
      en: 'The unit mends it for your reason and sends it again.',
    },
    from: ['sent'],
    by: editor,
    handOver: 'any',
    effect: (state, data, { at, actor }) =>
      accepted({
        state: 'returned',
        holder: { unitId: state.receivingUnitId, role: 'agency-head', accountId: null, name: null },
        facts: {
          returned: longer(requestFacts(state).returned, { ...data, by: actor.name, at: at.toString() }),
        },
      }),
  },
  urge: {
    label: { vi: 'Đôn đốc', en: 'Urge' },
    consequence: { vi: 'Ghi vào nhật ký và báo cho đơn vị.', en: 'Goes into the journal and tells the unit.' },
    from: live,
    by: [...editor, { at: 'overseer', roles: ['agency-head', 'procedure-controller'] }],
    handOver: 'any',
    effect: (_state, data, { at, actor }) =>
      accepted({ facts: { urged: { ...data, by: actor.name, at: at.toString() } } }),
  },
};

/** Objections nobody has answered. */
export const openObjections = (state: CaseState): number =>
  (requestFacts(state).objections ?? []).filter(({ answer }) => answer === undefined).length;

/** Whoever gathers it holds it now. */
export function heldByGatherer({ facts, receivingUnitId }: CaseState): Holder {
  const { unitId, role } = (facts.gatherer ?? {}) as Partial<Holder>;
  return { unitId: unitId ?? receivingUnitId, role: role ?? 'agency-head', accountId: null, name: null };
}
