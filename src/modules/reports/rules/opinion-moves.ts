import { timeliness } from '#case-engine/rules/clock.ts';
import type { MoveRules } from '#case-engine/rules/move-rule.ts';
import { accepted } from '#kernel/result.ts';
import { toLocal } from '#kernel/zone.ts';
import type { ReportingRefusal } from '../refusals.ts';
import type { OpinionStance } from './reporting-facts.ts';
import { heldByGatherer } from './request-moves.ts';

/** What each move of an opinion is given. */
export interface OpinionMoveData {
  readonly 'give-opinion': { readonly stance: OpinionStance; readonly words: string };
  readonly 'meet-opinion': { readonly how: 'taken-in' | 'explained'; readonly answer: string };
  readonly 'close-unanswered': { readonly note: string };
  readonly urge: { readonly note: string; readonly document: string };
}
export type OpinionMove = keyof OpinionMoveData;

const editor = [{ at: 'coordinator', roles: ['unit-head', 'case-handler', 'agency-head'] }] as const;

/** Every move of the opinion of a member. */
export const opinionMoves: MoveRules<OpinionMoveData, ReportingRefusal> = {
  'give-opinion': {
    label: { vi: 'Cho ý kiến', en: 'Give the opinion' },
    consequence: {
      vi: 'Ý kiến gửi đến đơn vị soạn thảo; họ phải nói đã tiếp thu hoặc giải trình thế nào.',
      en: 'It goes to the drafting unit, which must say how it was met.',
    },
    from: ['asked'],
    by: [{ at: 'receiver', roles: ['agency-head', 'signatory'] }],
    handOver: 'any',
    effect: (state, data, { at, actor }) => {
      const facts = { ...data, givenBy: actor.name };
      const due = Temporal.Instant.from(state.dueAt ?? state.openedAt);
      const ended = {
        holder: null,
        endedAt: at.toString(),
        timeliness: timeliness(toLocal(at), toLocal(due), { unit: 'working-day', amount: 1 }),
      };
      // whoever simply agrees leaves nothing to be met
      return accepted(
        data.stance === 'agree'
          ? { ...ended, state: 'met', facts }
          : { state: 'given', holder: heldByGatherer(state), facts },
      );
    },
  },
  'meet-opinion': {
    label: { vi: 'Tiếp thu, giải trình ý kiến', en: 'Say how it was met' },
    consequence: {
      vi: 'Thành viên và người ký thấy ý kiến đã được tiếp thu hay giải trình.',
      en: 'The member and whoever signs see how the opinion was met.',
    },
    from: ['given'],
    by: editor,
    handOver: 'any',
    effect: (_state, data, { at, actor }) =>
      accepted({
        state: 'met',
        holder: null,
        endedAt: at.toString(),
        facts: { met: { ...data, by: actor.name } },
      }),
  },
  'close-unanswered': {
    label: { vi: 'Kết thúc vì không có ý kiến', en: 'Close without an opinion' },
    consequence: {
      vi: 'Chỉ sau khi hết hạn cho ý kiến; tên thành viên chưa cho ý kiến được ghi lại.',
      en: 'Only after the deadline; that the member gave none is on record.',
    },
    from: ['asked'],
    by: editor,
    handOver: 'any',
    unless: ({ dueAt }, at) =>
      dueAt && Temporal.Instant.compare(at, Temporal.Instant.from(dueAt)) <= 0 ? 'opinion-not-late' : null,
    effect: (_state, _data, { at }) => accepted({ state: 'not-given', holder: null, endedAt: at.toString() }),
  },
  urge: {
    label: { vi: 'Đôn đốc', en: 'Urge' },
    consequence: { vi: 'Ghi vào nhật ký và báo cho thành viên.', en: 'Goes into the journal and tells the member.' },
    from: ['asked'],
    by: [...editor, { at: 'overseer', roles: ['agency-head', 'procedure-controller'] }],
    handOver: 'any',
    effect: (_state, data, { at, actor }) =>
      accepted({ facts: { urged: { ...data, by: actor.name, at: at.toString() } } }),
  },
};
