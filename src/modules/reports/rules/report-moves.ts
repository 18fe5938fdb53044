import { timeliness } from '#case-engine/rules/clock.ts';
import type { Standing } from '#case-engine/rules/kind.ts';
import type { MoveRules } from '#case-engine/rules/move-rule.ts';
import { accepted, refused } from '#kernel/result.ts';
import { localDay, toInstant, toLocal } from '#kernel/zone.ts';
import type { ReportingRefusal } from '../refusals.ts';
import { reportFacts } from './reporting-facts.ts';

/** What each move of a report is given; numbers, hashes and counts are ours. */
export interface ReportMoveData {
  readonly 'ask-opinions': { readonly members: readonly string[]; readonly dueOn: string };
  readonly 'submit-report': { readonly letter: { number: number; notation: string }; readonly openOpinions: number };
  readonly 'take-back-report': { readonly reason: string };
  readonly 'sign-report': { readonly number: number; readonly notation: string; readonly sha256: string };
  readonly 'restate-report': { readonly reason: string; readonly version: number; readonly sha256: string };
  readonly urge: { readonly note: string; readonly document: string };
  readonly 'call-off-report': { readonly reason: string };
}
export type ReportMove = keyof ReportMoveData;

const editor: readonly Standing[] = [
  { at: 'named', fact: 'editor' },
  { at: 'named', fact: 'writer' },
];
const head: Standing = { at: 'receiver', roles: ['agency-head', 'signatory'] };

/** Every move of a report, in the order in which pages offer them. */
export const reportMoves: MoveRules<ReportMoveData, ReportingRefusal> = {
  'ask-opinions': {
    label: { vi: 'Lấy ý kiến thành viên UBND', en: 'Ask for opinions' },
    consequence: {
      vi: 'Mỗi thành viên có một việc cho ý kiến, có hạn; từng ý kiến phải được tiếp thu hoặc giải trình.',
      en: 'Each member has a case with a deadline; each opinion must be met.',
    },
    from: ['gathering'],
    by: editor,
    handOver: 'any',
    effect: (_state, data, context) => {
      if (data.members.length === 0) return refused('opinion-members-missing', {}, 'members');
      const day = context.calendar.dayOf(Temporal.PlainDate.from(data.dueOn));
      if (!day.ok) return day;
      if (!day.value.working || data.dueOn < localDay(context.at).toString())
        return refused('reporting-day-wrong', {}, 'dueOn');
      return accepted({
        state: 'opinions',
        facts: {
          opinionsDueAt: toInstant(context.hours.closingOn(Temporal.PlainDate.from(data.dueOn))).toString(),
        },
      });
    },
  },
  'submit-report': {
    label: { vi: 'Trình ký', en: 'Submit for signing' },
    consequence: {
      vi: 'Tờ trình được cấp số; báo cáo chờ người có thẩm quyền ký. Không trình được khi còn chỗ trống, câu đề xuất hoặc ý kiến chưa giải trình.',
      en: 'The letter is numbered and the report waits to be signed; not while a place, a proposal or an opinion is open.',
    },
    from: ['opinions'],
    by: editor,
    handOver: 'any',
    effect: (state, data, { at }) => {
      if (data.openOpinions > 0) return refused('opinions-open', { count: data.openOpinions });
      const { letter } = data;
      return accepted({
        state: 'signing',
        holder: { unitId: state.receivingUnitId, role: 'agency-head', accountId: null, name: null },
        facts: { letter: { ...letter, on: localDay(at).toString() } },
      });
    },
  },
  'sign-report': {
    label: { vi: 'Ký và ban hành', en: 'Sign and issue' },
    consequence: {
      vi: 'Báo cáo được cấp số, ký số, đóng băng số liệu và công bố; sau đó chỉ điều chỉnh bằng bản đứng bên cạnh.',
      en: 'It is numbered, signed, frozen and published; later only a restatement may stand beside it.',
    },
    from: ['signing'],
    by: [head],
    handOver: 'any',
    effect: (state, data, { at, actor }) => {
      const due = Temporal.Instant.from(state.dueAt ?? state.openedAt);
      return accepted({
        state: 'published',
        holder: null,
        endedAt: at.toString(),
        timeliness: timeliness(toLocal(at), toLocal(due), { unit: 'working-day', amount: 1 }),
        facts: { signed: { ...data, on: localDay(at).toString(), by: actor.name } },
      });
    },
  },
  'restate-report': {
    label: { vi: 'Điều chỉnh số liệu đã công bố', en: 'Restate the figures' },
    consequence: {
      vi: 'Đếm lại mọi số liệu lúc này, ghi chỗ khác cạnh bản đã ký. Bản đã ký giữ nguyên.',
      en: 'Counts everything again now and puts the difference beside what was signed, which stays.',
    },
    from: ['published'],
    by: [...editor, head],
    handOver: 'any',
    effect: () => accepted({}),
  },
  'take-back-report': {
    label: { vi: 'Đưa về để sửa', en: 'Take back to mend' },
    consequence: { vi: 'Báo cáo trở lại bước tổng hợp.', en: 'The report is being written again.' },
    from: ['opinions', 'signing'],
    by: [...editor, head],
    handOver: 'any',
    effect: (state) => accepted({ state: 'gathering', holder: { ...reportFacts(state).editor } }),
  },
  urge: {
    label: { vi: 'Đôn đốc', en: 'Urge' },
    consequence: { vi: 'Ghi vào nhật ký và báo cho người đang giữ.', en: 'Tells whoever holds it.' },
    from: ['gathering', 'opinions', 'signing'],
    by: [head, { at: 'overseer', roles: ['procedure-controller'] }],
    handOver: 'any',
    effect: (_state, data, { at, actor }) =>
      accepted({ facts: { urged: { ...data, by: actor.name, at: at.toString() } } }),
  },
  'call-off-report': {
    label: { vi: 'Hủy kỳ báo cáo', en: 'Call it off' },
    consequence: { vi: 'Dừng với lý do; phần của các đơn vị không còn phải gửi.', en: 'Ends it with your reason.' },
    from: ['gathering'],
    by: editor,
    handOver: 'any',
    effect: (_state, _data, { at }) => accepted({ state: 'called-off', holder: null, endedAt: at.toString() }),
  },
};
