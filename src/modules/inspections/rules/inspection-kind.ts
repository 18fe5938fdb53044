import type { CaseKind } from '#case-engine/rules/kind.ts';
import { type InspectionEffectRefusal, inspectionMoves } from './inspection-moves.ts';

/** Cuộc kiểm tra: planned, decided, visited, concluded, followed until all is mended. */
export const inspectionKind: CaseKind<InspectionEffectRefusal> = {
  kind: 'inspection',
  name: { vi: 'Kiểm tra', en: 'Inspection' },
  states: {
    planned: { name: { vi: 'Trong kế hoạch', en: 'Planned' }, open: true },
    decided: { name: { vi: 'Đã có quyết định', en: 'Decided' }, open: true },
    visited: { name: { vi: 'Đang kiểm tra', en: 'Under way' }, open: true },
    concluded: { name: { vi: 'Đã kết luận, chờ khắc phục', en: 'Concluded, being mended' }, open: true },
    closed: { name: { vi: 'Đã kết thúc', en: 'Closed' }, open: false },
    'called-off': { name: { vi: 'Đã hủy', en: 'Called off' }, open: false },
  },
  moves: Object.entries(inspectionMoves).map(([move, rule]) => ({ move, ...rule })),
};

export const inspectionKindIfKnown = (kind: string) => (kind === 'inspection' ? inspectionKind : undefined);
