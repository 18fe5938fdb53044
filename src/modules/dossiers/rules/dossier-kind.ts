import type { CaseKind } from '#case-engine/rules/kind.ts';
import type { DossierRefusal } from '../refusals.ts';
import { dossierMoves } from './dossier-moves.ts';

/** Hồ sơ: the states and moves of a dossier. Each state stands for exactly one progress code of the national portal. */
export const dossierKind: CaseKind<DossierRefusal> = {
  kind: 'dossier',
  name: { vi: 'Hồ sơ', en: 'Dossier' },
  states: {
    submitted: { name: { vi: 'Mới nộp, chờ kiểm tra', en: 'Submitted, to be checked' }, open: true, nationalCode: 1 },
    accepted: { name: { vi: 'Đã tiếp nhận', en: 'Accepted' }, open: true, nationalCode: 2 },
    refused: { name: { vi: 'Không được tiếp nhận', en: 'Refused at intake' }, open: false, nationalCode: 3 },
    'in-process': { name: { vi: 'Đang giải quyết', en: 'Being worked on' }, open: true, nationalCode: 4 },
    'awaiting-supplement': {
      name: { vi: 'Chờ bạn bổ sung', en: 'Waiting for your papers' },
      open: true,
      waits: true,
      nationalCode: 5,
    },
    'awaiting-payment': {
      name: { vi: 'Chờ nộp tiền', en: 'Waiting for payment' },
      open: true,
      waits: true,
      nationalCode: 6,
    },
    withdrawn: { name: { vi: 'Đã rút', en: 'Withdrawn' }, open: false, nationalCode: 7 },
    discontinued: { name: { vi: 'Đã dừng giải quyết', en: 'Discontinued' }, open: false, nationalCode: 8 },
    settled: { name: { vi: 'Đã có kết quả', en: 'Result ready' }, open: false, nationalCode: 9 },
    returned: { name: { vi: 'Đã trả kết quả', en: 'Result returned' }, open: false, nationalCode: 10 },
  },
  moves: Object.entries(dossierMoves).map(([move, rule]) => ({ move, ...rule })),
};
