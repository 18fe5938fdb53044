import type { CaseKind, StateDefinition } from '#case-engine/rules/kind.ts';
import type { Text } from '#kernel/text.ts';
import type { DossierRefusal } from '../refusals.ts';
import { consultationMoves } from './moves/consultation-moves.ts';
import { externalLegMoves } from './moves/external-leg-moves.ts';
import { legMoves } from './moves/leg-moves.ts';

/** The states every branch of a dossier shares; what "being worked on" is called differs. */
const branchStates = (working: Text): { readonly [state: string]: StateDefinition } => ({
  'in-process': { name: working, open: true },
  answered: { name: { vi: 'Đã trả lời', en: 'Answered' }, open: false },
  'called-off': { name: { vi: 'Đã thu hồi', en: 'Called off' }, open: false },
});

const movesOf = (rules: object) =>
  Object.entries(rules).map(([move, rule]) => ({ move, ...rule })) as CaseKind<DossierRefusal>['moves'];

/** Phần việc liên thông: another agency's part of a dossier. It counts as a leg for that agency, never as a dossier. */
export const legKind: CaseKind<DossierRefusal> = {
  kind: 'leg',
  name: { vi: 'Phần việc liên thông', en: 'Part of an interlinked dossier' },
  states: {
    ...branchStates({ vi: 'Đang giải quyết', en: 'Being worked on' }),
    declined: { name: { vi: 'Bị trả lại nơi gửi', en: 'Sent back to whoever asked' }, open: true },
  },
  moves: movesOf(legMoves),
};

/** Lấy ý kiến: a question with a day. */
export const consultationKind: CaseKind<DossierRefusal> = {
  kind: 'consultation',
  name: { vi: 'Lấy ý kiến', en: 'Consultation' },
  states: branchStates({ vi: 'Chờ ý kiến', en: 'Waiting for the opinion' }),
  moves: movesOf(consultationMoves),
};

/** Phần việc ngoài hệ thống: tax, notary, police, insurance. */
export const externalLegKind: CaseKind<DossierRefusal> = {
  kind: 'external-leg',
  name: { vi: 'Phần việc ngoài hệ thống', en: 'Part outside the system' },
  states: branchStates({ vi: 'Chờ cơ quan ngoài trả lời', en: 'Waiting for the outside body' }),
  moves: movesOf(externalLegMoves),
};
