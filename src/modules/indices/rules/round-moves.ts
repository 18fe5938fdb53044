import { timeliness } from '#case-engine/rules/clock.ts';
import type { MoveRules } from '#case-engine/rules/move-rule.ts';
import { accepted, refused } from '#kernel/result.ts';
import { localDay, toLocal } from '#kernel/zone.ts';
import type { IndexRefusal } from '../refusals.ts';

/** What each move of a round is given; how many sheets are open and the hash of what is published is ours. */
export interface RoundMoveData {
  readonly 'close-round': { readonly open: number; readonly sha256: string };
  readonly 'call-off-round': { readonly reason: string };
}
export type RoundMove = keyof RoundMoveData;

/** Every move of a round, in the order in which pages offer them. */
export const roundMoves: MoveRules<RoundMoveData, IndexRefusal> = {
  'close-round': {
    label: { vi: 'Chốt điểm và công bố', en: 'Close and publish' },
    consequence: {
      vi: 'Điểm, lý do và thứ hạng được đóng băng, có mã băm, và công khai ngay. Không sửa được nữa.',
      en: 'Points, reasons and places are frozen, hashed and published at once. Nothing can be changed after that.',
    },
    from: ['running'],
    by: [{ at: 'named', fact: 'closer' }],
    handOver: 'any',
    effect: (state, { open, sha256 }, { at, actor }) => {
      if (open > 0) return refused('sheets-open', { count: open });
      const due = Temporal.Instant.from(state.dueAt ?? state.openedAt);
      return accepted({
        state: 'published',
        holder: null,
        endedAt: at.toString(),
        timeliness: timeliness(toLocal(at), toLocal(due), { unit: 'working-day', amount: 1 }),
        facts: { closed: { sha256, by: actor.name, on: localDay(at).toString() } },
      });
    },
  },
  'call-off-round': {
    label: { vi: 'Hủy đợt đánh giá', en: 'Call the round off' },
    consequence: { vi: 'Dừng với lý do; phiếu của các cơ quan không còn phải gửi.', en: 'Ends it with your reason.' },
    from: ['running'],
    by: [
      { at: 'named', fact: 'appraiser' },
      { at: 'named', fact: 'closer' },
    ],
    handOver: 'any',
    effect: (_state, _data, { at }) => accepted({ state: 'called-off', holder: null, endedAt: at.toString() }),
  },
};
