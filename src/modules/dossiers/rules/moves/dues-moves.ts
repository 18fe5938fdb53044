import { accepted } from '#kernel/result.ts';
import { billsOf, duesFact, owedFor, paidFor } from '../bill-fact.ts';
import type { MoveData } from '../move-data.ts';
import { desk, type MoveEffect, type MoveRules } from './move-rule.ts';

const afterAcceptance = ['accepted', 'in-process', 'awaiting-supplement', 'awaiting-payment', 'settled', 'returned'];

const asLedgerSays = (_state: unknown, data: MoveData['pay-dues']): MoveEffect =>
  accepted({ facts: duesFact(data.bills) });

/**
 * What moves money of a dossier (NĐ 61/2018/NĐ-CP art. 22, NĐ 45/2020/NĐ-CP art. 13). What each changes is what the ledger
 * says afterwards: command and ledger are one transaction.
 */
export const duesMoves = {
  'collect-dues': {
    label: { vi: 'Thu phí, lệ phí', en: 'Collect dues' },
    consequence: {
      vi: 'Thu tiền mặt tại quầy, cấp biên lai, ghi vào quỹ của bạn hôm nay.',
      en: 'Takes cash at the desk, gives a receipt, goes into your till of today.',
    },
    from: afterAcceptance,
    by: [desk],
    handOver: 'any',
    unless: (state) => (owedFor(state) > 0n ? null : 'dossier-owes-nothing'),
    effect: asLedgerSays,
  },

  'reduce-dues': {
    label: { vi: 'Ghi miễn, giảm phí', en: 'Record a reduction' },
    consequence: {
      vi: 'Tính lại khoản phải nộp theo diện miễn, giảm có giấy tờ chứng minh; khoản cũ không phải nộp nữa.',
      en: 'Counts the dues again by the reduction that was proven; the old bill is no longer asked for.',
    },
    from: afterAcceptance,
    by: [desk],
    handOver: 'any',
    unless: (state) =>
      billsOf(state).some(({ reason, paid, total, isEnded }) => {
        return reason === 'procedure' && !isEnded && BigInt(paid) === 0n && BigInt(total) > 0n;
      })
        ? null
        : 'dossier-owes-nothing',
    effect: asLedgerSays,
  },

  'refund-dues': {
    label: { vi: 'Hoàn phí, lệ phí', en: 'Give dues back' },
    consequence: {
      vi: 'Hoàn tiền đã nộp, cấp phiếu hoàn có lý do và căn cứ.',
      en: 'Gives back what was paid, with a slip that says why and by which clause.',
    },
    from: [...afterAcceptance, 'withdrawn', 'discontinued', 'refused'],
    // who takes the money does not give it back alone: the head of the desk answers for every refund
    by: [{ at: 'receiver', roles: ['desk-head', 'agency-head'] }],
    handOver: 'any',
    unless: (state) => (paidFor(state) > 0n ? null : 'nothing-was-paid'),
    effect: asLedgerSays,
  },

  // nobody presses it: the bank or the gateway has told that money came in, and the command asks them, not a post
  'pay-dues': {
    label: { vi: 'Nộp phí, lệ phí', en: 'Pay dues' },
    consequence: {
      vi: 'Tiền chuyển khoản hoặc qua cổng thanh toán đã về; biên lai được cấp.',
      en: 'Money came in by transfer or through the gateway; the receipt is given.',
    },
    from: [...afterAcceptance, 'withdrawn', 'discontinued'],
    by: [],
    handOver: 'any',
    effect: asLedgerSays,
  },
} satisfies MoveRules<'collect-dues' | 'reduce-dues' | 'refund-dues' | 'pay-dues'>;
