import type { Role } from '#case-engine/rules/authority.ts';
import type { CaseState, Holder } from '#case-engine/rules/case-state.ts';
import { timeliness } from '#case-engine/rules/clock.ts';
import type { Standing } from '#case-engine/rules/kind.ts';
import type { MoveContext, MoveRules } from '#case-engine/rules/move-rule.ts';
import { dayNumber } from '#kernel/day-number.ts';
import type { JsonObject } from '#kernel/json.ts';
import { accepted, refused } from '#kernel/result.ts';
import { localDay, toInstant, toLocal } from '#kernel/zone.ts';
import type { IndexRefusal } from '../refusals.ts';
import type { IndexPost } from './index-frame.ts';
import { type AppraisedScore, type ObjectionOutcome, type SelfScore, sheetFacts } from './round-facts.ts';

/** What each move of an agency's sheet is given; what is missing and what is counted is ours. */
export interface SheetMoveData {
  readonly 'score-criterion': Omit<SelfScore, 'by'>;
  readonly 'send-sheet': { readonly missing: readonly string[] };
  readonly 'take-unsent': { readonly missing: readonly string[] };
  readonly 'appraise-sheet': { readonly scores: readonly Omit<AppraisedScore, 'by'>[] };
  readonly 'return-sheet': { readonly reason: string };
  readonly 'finish-appraisal': { readonly open: readonly string[] };
  readonly 'object-criterion': { readonly criterionId: string; readonly reason: string };
  readonly 'agree-score': { readonly note: string };
  readonly 'answer-criterion': {
    readonly criterionId: string;
    readonly outcome: ObjectionOutcome;
    readonly points?: number;
    readonly answer: string;
    readonly counts?: Readonly<Record<string, number>>;
  };
  readonly 'end-objections': { readonly note: string };
  readonly urge: { readonly note: string; readonly document: string };
}
export type SheetMove = keyof SheetMoveData;

const writers: readonly Role[] = ['agency-head', 'signatory', 'unit-head', 'records-clerk', 'case-handler'];
const agency: readonly Standing[] = [{ at: 'receiver', roles: writers }];
const head: readonly Standing[] = [{ at: 'receiver', roles: ['agency-head', 'signatory'] }];
const appraisers: readonly Standing[] = [
  { at: 'named', fact: 'appraiser' },
  { at: 'named', fact: 'writer' },
];
const plain = (value: object) => ({ ...value }) as JsonObject;
const isPast = (moment: string | null, at: Temporal.Instant) =>
  moment !== null && Temporal.Instant.compare(moment, at) < 0;
const held = ({ unitId, role }: IndexPost): Holder => ({ unitId, role, accountId: null, name: null });
const byAgency = ({ receivingUnitId }: CaseState): Holder => held({ unitId: receivingUnitId, role: 'agency-head' });
/** The same list with one entry in the place of the one for its criterion. */
const put = <One extends { readonly criterionId: string }>(list: readonly One[] | undefined, more: readonly One[]) =>
  [...(list ?? []).filter(({ criterionId }) => !more.some((one) => one.criterionId === criterionId)), ...more].map(
    plain,
  );

/** Every move of an agency's sheet, in the order in which pages offer them. */
export const sheetMoves: MoveRules<SheetMoveData, IndexRefusal> = {
  'score-criterion': {
    label: { vi: 'Tự chấm một tiêu chí', en: 'Score a criterion' },
    consequence: {
      vi: 'Ghi điểm, lý do và minh chứng. Tiêu chí đếm được từ số liệu thì không chấm tay.',
      en: 'Records points, why and what proves it. What is counted from figures is never typed.',
    },
    from: ['scoring'],
    by: agency,
    handOver: 'any',
    effect: (state, data, { actor }) => {
      const { document, entry, files } = data.evidence;
      if (data.points !== 0 && !document && !entry && files.length === 0)
        return refused('self-score-without-evidence', {}, 'document');
      const own = { ...data, by: actor.name };
      const { selfScores, appraised = [] } = sheetFacts(state);
      // what was appraised before the sheet was given back was about other points
      const others = appraised.filter(({ criterionId }) => criterionId !== data.criterionId);
      return accepted({ facts: { selfScores: put(selfScores, [own]), appraised: others.map(plain) } });
    },
  },
  'send-sheet': {
    label: { vi: 'Gửi phiếu tự chấm', en: 'Send the sheet' },
    consequence: {
      vi: 'Phiếu chuyển đến đơn vị thẩm định; người đứng đầu cơ quan chịu trách nhiệm về điểm và minh chứng.',
      en: 'It goes to the appraisers; the head of the agency answers for points and evidence.',
    },
    from: ['scoring'],
    by: head,
    handOver: 'any',
    effect: (state, { missing }, { at }) => {
      if (missing.length > 0) return refused('self-scores-missing', { criteria: missing.join(', ') });
      return accepted(toAppraisers(state, at.toString()));
    },
  },
  'take-unsent': {
    label: { vi: 'Thẩm định khi cơ quan không gửi', en: 'Appraise what was not sent' },
    consequence: {
      vi: 'Quá hạn mà cơ quan không gửi: tiêu chí chưa tự chấm được 0 điểm.',
      en: 'It was not sent in time: what the agency did not score gets no points.',
    },
    from: ['scoring'],
    by: appraisers,
    handOver: 'any',
    unless: (state, at) => (isPast(state.dueAt, at) ? null : 'sheet-still-awaited'),
    effect: (state, { missing }, { actor }) => {
      const none = missing.map((criterionId) => ({
        criterionId,
        points: 0,
        reason: 'Cơ quan không tự chấm, không có minh chứng.',
        by: actor.name,
      }));
      const { facts, ...effect } = toAppraisers(state, null);
      return accepted({ ...effect, facts: { ...facts, appraised: put(sheetFacts(state).appraised, none) } });
    },
  },
  'appraise-sheet': {
    label: { vi: 'Thẩm định điểm', en: 'Appraise' },
    consequence: {
      vi: 'Chấp nhận điểm tự chấm, hoặc cho điểm khác và nêu lý do cho từng tiêu chí.',
      en: "Accept the agency's points, or give others with a reason for each.",
    },
    from: ['appraising'],
    by: appraisers,
    handOver: 'any',
    effect: (state, data, { actor }) => {
      const { selfScores = [], appraised } = sheetFacts(state);
      for (const { criterionId, points, reason } of data.scores) {
        const own = selfScores.find((one) => one.criterionId === criterionId);
        const field = `reason.${criterionId}`;
        if (!own && points !== 0)
          return refused('appraisal-without-evidence', { criterion: criterionId }, `points.${criterionId}`);
        if (own?.points !== points && reason === '')
          return refused('appraisal-without-reason', { criterion: criterionId }, field);
      }
      const scores = data.scores.map((one) => ({ ...one, by: actor.name }));
      return accepted({ facts: { appraised: put(appraised, scores) } });
    },
  },
  'return-sheet': {
    label: { vi: 'Trả lại phiếu', en: 'Give the sheet back' },
    consequence: {
      vi: 'Cơ quan bổ sung minh chứng theo lý do rồi gửi lại.',
      en: 'The agency adds evidence for your reason and sends it again.',
    },
    from: ['appraising'],
    by: appraisers,
    handOver: 'any',
    effect: (state, data, context) => {
      const facts = sheetFacts(state);
      const due = laterOf(facts.days.score, context, facts.objectionWorkingDays);
      const again = [...(facts.returned ?? []), { ...data, by: context.actor.name, at: context.at.toString() }];
      return accepted({ state: 'scoring', holder: byAgency(state), dueAt: due, facts: { returned: again.map(plain) } });
    },
  },
  'finish-appraisal': {
    label: { vi: 'Gửi kết quả thẩm định', en: 'Give the result' },
    consequence: {
      vi: 'Cơ quan thấy điểm và lý do, được kiến nghị đến hết ngày của đợt.',
      en: 'The agency sees points and reasons and may object until the day of the round.',
    },
    from: ['appraising'],
    by: appraisers,
    handOver: 'any',
    effect: (state, { open }, context) => {
      if (open.length > 0) return refused('appraisal-not-finished', { criteria: open.join(', ') });
      const { days, objectionWorkingDays } = sheetFacts(state);
      const due = laterOf(days.object, context, objectionWorkingDays);
      return accepted({ state: 'objecting', holder: byAgency(state), dueAt: due });
    },
  },
  'object-criterion': {
    label: { vi: 'Kiến nghị về một tiêu chí', en: 'Object to a criterion' },
    consequence: {
      vi: 'Mỗi tiêu chí kiến nghị một lần; đơn vị thẩm định phải trả lời.',
      en: 'Once for each criterion; the appraisers must answer.',
    },
    from: ['objecting'],
    by: agency,
    handOver: 'any',
    unless: (state, at) => (isPast(state.dueAt, at) ? 'objections-are-over' : null),
    effect: (state, data, { at, actor }) => {
      const { objections } = sheetFacts(state);
      if (objections?.some(({ criterionId }) => criterionId === data.criterionId))
        return refused('criterion-objected-already', { criterion: data.criterionId }, 'criterionId');
      return accepted({ facts: { objections: put(objections, [{ ...data, by: actor.name, at: at.toString() }]) } });
    },
  },
  'answer-criterion': {
    label: { vi: 'Trả lời kiến nghị', en: 'Answer an objection' },
    consequence: {
      vi: 'Trả lời một lần: giữ điểm, cho điểm khác, hoặc đếm lại số liệu đã được sửa ở gốc.',
      en: 'Once: the points stay, others are given, or figures that were corrected at their source are counted again.',
    },
    from: ['objecting', 'answering'],
    by: appraisers,
    handOver: 'any',
    unless: (state) => (openObjections(state) === 0 ? 'no-objection-open' : null),
    effect: (state, data, { at, actor }) => {
      const { objections = [] } = sheetFacts(state);
      const { counts, ...answered } = data;
      const found = objections.find((one) => one.criterionId === data.criterionId && one.outcome === undefined);
      if (!found) return refused('no-objection-open', {}, 'criterionId');
      const facts = {
        objections: put(objections, [{ ...found, ...answered, answeredBy: actor.name }]),
        ...(counts ? { counts, countedAgainAt: at.toString() } : {}),
      };
      const isLast = state.state === 'answering' && openObjections(state) === 1;
      return accepted(isLast ? { ...ended(state, at), facts } : { facts });
    },
  },
  'agree-score': {
    label: { vi: 'Không còn kiến nghị', en: 'No more objections' },
    consequence: {
      vi: 'Cơ quan không kiến nghị thêm; điểm chỉ còn thay đổi theo kiến nghị đang chờ trả lời.',
      en: 'The agency objects to nothing more; only objections that wait may still change the points.',
    },
    from: ['objecting'],
    by: head,
    handOver: 'any',
    effect: (state, _data, { at }) => accepted(afterObjections(state, at)),
  },
  'end-objections': {
    label: { vi: 'Hết thời gian kiến nghị', en: 'End the objections' },
    consequence: {
      vi: 'Đã quá ngày kiến nghị: điểm được chốt khi mọi kiến nghị đã có trả lời.',
      en: 'The day of objections is over: points stand once all of them are answered.',
    },
    from: ['objecting'],
    by: appraisers,
    handOver: 'any',
    unless: (state, at) => (isPast(state.dueAt, at) ? null : 'objections-not-over'),
    effect: (state, _data, { at }) => accepted(afterObjections(state, at)),
  },
  urge: {
    label: { vi: 'Đôn đốc', en: 'Urge' },
    consequence: { vi: 'Ghi vào nhật ký và báo cho đơn vị đang giữ.', en: 'Goes into the journal and tells the unit.' },
    from: ['scoring', 'appraising', 'objecting', 'answering'],
    by: [...appraisers, { at: 'overseer', roles: ['agency-head', 'procedure-controller'] }],
    handOver: 'any',
    effect: (_state, data, { at, actor }) =>
      accepted({ facts: { urged: { ...data, by: actor.name, at: at.toString() } } }),
  },
};

/** Objections nobody has answered. */
export const openObjections = (state: CaseState): number =>
  (sheetFacts(state).objections ?? []).filter(({ outcome }) => outcome === undefined).length;

/** With the appraisers, until their day; when it was first sent stays. */
function toAppraisers(state: CaseState, sentAt: string | null) {
  const { appraiser, days, sentAt: before } = sheetFacts(state);
  return {
    state: 'appraising',
    holder: held(appraiser),
    dueAt: days.appraise,
    facts: sentAt === null ? {} : { sentAt: before ?? sentAt },
  };
}

/** Objections that wait are answered by the appraisers; without any the points stand. */
export function afterObjections(state: CaseState, at: Temporal.Instant) {
  const { appraiser, days } = sheetFacts(state);
  if (openObjections(state) === 0) return ended(state, at);
  return { state: 'answering', holder: held(appraiser), dueAt: days.close };
}

/** Whether a sheet was in time is told by when it was first sent. */
function ended(state: CaseState, at: Temporal.Instant) {
  const { sentAt, days } = sheetFacts(state);
  const due = toLocal(Temporal.Instant.from(days.score));
  return {
    state: 'scored',
    holder: null,
    endedAt: at.toString(),
    timeliness:
      sentAt === undefined
        ? ('late' as const)
        : timeliness(toLocal(Temporal.Instant.from(sentAt)), due, { unit: 'working-day', amount: 1 }),
  };
}

/** A moment of the round, or the end of some working days from now when that is later: nobody's time is cut short. */
function laterOf(moment: string, { at, calendar, hours }: MoveContext, workingDays: number): string {
  const today = dayNumber(localDay(at));
  const span = calendar.spanOf(today);
  const found = span?.workingDayNumber(span.workingDaysUpTo(today) + workingDays);
  if (!span || found === undefined) return moment;
  const least = toInstant(hours.closingOn(span.dateAt(found))).toString();
  return Temporal.Instant.compare(least, moment) > 0 ? least : moment;
}
