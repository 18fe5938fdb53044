import type { CaseKind } from '#case-engine/rules/kind.ts';
import type { IndexRefusal } from '../refusals.ts';
import { roundMoves } from './round-moves.ts';
import { sheetMoves } from './sheet-moves.ts';

/** Đợt đánh giá của một bộ chỉ số. */
export const roundKind: CaseKind<IndexRefusal> = {
  kind: 'index-round',
  name: { vi: 'Đợt đánh giá', en: 'Round of an index' },
  states: {
    running: { name: { vi: 'Đang đánh giá', en: 'Running' }, open: true },
    published: { name: { vi: 'Đã chốt, công bố', en: 'Closed and published' }, open: false },
    'called-off': { name: { vi: 'Đã hủy', en: 'Called off' }, open: false },
  },
  moves: Object.entries(roundMoves).map(([move, rule]) => ({ move, ...rule })),
};

/** Phiếu chấm điểm của một cơ quan: scored by itself, appraised, objected to, answered. */
export const sheetKind: CaseKind<IndexRefusal> = {
  kind: 'index-sheet',
  name: { vi: 'Phiếu chấm điểm', en: 'Scoring sheet' },
  states: {
    scoring: { name: { vi: 'Cơ quan tự chấm', en: 'Scored by the agency' }, open: true },
    appraising: { name: { vi: 'Đang thẩm định', en: 'Being appraised' }, open: true },
    objecting: { name: { vi: 'Đã có kết quả, chờ kiến nghị', en: 'Appraised, may be objected to' }, open: true },
    answering: { name: { vi: 'Chờ trả lời kiến nghị', en: 'Objections wait for an answer' }, open: true },
    scored: { name: { vi: 'Đã có điểm', en: 'Points stand' }, open: false },
    'called-off': { name: { vi: 'Đã hủy', en: 'Called off' }, open: false },
  },
  moves: Object.entries(sheetMoves).map(([move, rule]) => ({ move, ...rule })),
};

/** The kinds of case of the rounds. */
export const roundKinds: readonly CaseKind<IndexRefusal>[] = [roundKind, sheetKind];

export const roundKindIfKnown = (kind: string): CaseKind<IndexRefusal> | undefined =>
  roundKinds.find((one) => one.kind === kind);
