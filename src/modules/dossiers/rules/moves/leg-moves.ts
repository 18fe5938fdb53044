import type { Standing } from '#case-engine/rules/kind.ts';
import { accepted } from '#kernel/result.ts';
import type { DossierMove } from '../move-data.ts';
import { branchMoves } from './branch-moves.ts';
import { clockMoves } from './clock-moves.ts';
import { findingMoves } from './finding-moves.ts';
import { heads, type MoveRules } from './move-rule.ts';
import { officeMoves } from './office-moves.ts';

/** Whoever waits for the answer: the handler of the lead agency, its head, its desk. */
export const coordinator: Standing = {
  at: 'coordinator',
  roles: ['case-handler', 'unit-head', 'signatory', 'intake-officer', 'desk-head'],
};

/** The part of another agency: worked out like a dossier, answered to whoever asked, and never to the citizen. */
export const legMoves = {
  ...officeMoves,
  'record-verification': findingMoves['record-verification'],
  ...branchMoves,
  'send-again': {
    label: { vi: 'Gửi lại', en: 'Send again' },
    consequence: {
      vi: 'Ký giao lại phần việc cho cơ quan phối hợp.',
      en: 'Signs the part over to the agency once more.',
    },
    from: ['declined'],
    by: [coordinator],
    handOver: 'none',
    effect: (state, data, context) => {
      const first = state.route[0];
      const from = state.parent?.unitId;
      if (!first || !from) throw new RangeError('a leg has a route and somebody who waits for it');
      const givenAt = context.at.toString();
      const handOver = {
        fromUnitId: from,
        toUnitId: first.unitId,
        toStep: 0,
        givenBy: context.actor.name,
        givenAt,
        note: data.note,
      };
      return accepted({ state: 'in-process', handOver });
    },
  },
  apologise: { ...clockMoves.apologise, from: ['in-process'] },
  reappoint: {
    ...clockMoves.reappoint,
    from: ['in-process'],
    by: [coordinator],
    consequence: {
      vi: 'Đổi hạn trả lời của cơ quan phối hợp theo thư xin lỗi; ngày hẹn với công dân không đổi.',
      en: 'Moves the day of this part as the apology says; the day promised to the citizen stays.',
    },
  },
  urge: {
    ...clockMoves.urge,
    from: ['in-process', 'declined'],
    by: [coordinator, { at: 'overseer', roles: [...heads, 'desk-head', 'procedure-controller'] }],
  },
} satisfies Partial<MoveRules<DossierMove>>;
