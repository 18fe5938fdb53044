import type { CaseEffect, CaseState } from '#case-engine/rules/case-state.ts';
import type { JsonObject } from '#kernel/json.ts';
import { accepted, refused } from '#kernel/result.ts';
import type { DossierRefusal } from '../../refusals.ts';
import { originalsHeld } from '../paper-hand-in.ts';
import { isUnderWay, mayFollow, type Shipment, type ShipmentDirection, shipmentOf } from '../shipment.ts';
import { desk, type MoveRules, owner } from './move-rule.ts';

const beforeTheResult = ['submitted', 'accepted', 'in-process', 'awaiting-supplement', 'awaiting-payment'] as const;

/** Papers and results by the public postal operator, each hand-over with two signatures (QĐ 45/2016/QĐ-TTg art. 7–9). */
export const postMoves = {
  'order-post': {
    label: { vi: 'Đăng ký gửi, nhận qua bưu chính', en: 'Order the post' },
    consequence: {
      vi: 'Bưu chính đến lấy giấy tờ, hoặc mang kết quả đến địa chỉ này.',
      en: 'The post fetches the papers, or brings the result to this address.',
    },
    from: [...beforeTheResult, 'settled'],
    by: [owner, desk],
    handOver: 'any',
    effect: (state, data, context) => {
      const { direction, recipient, address, phone } = data;
      if (isUnderWay(shipmentOf(state, direction))) return refused('post-ordered-already', {}, 'direction');
      if (direction === 'in' && !['submitted', 'awaiting-supplement'].includes(state.state))
        return refused('post-not-awaited', {}, 'direction');
      return withShipment(state, direction, {
        state: 'ordered',
        recipient,
        address,
        phone,
        orderedAt: context.at.toString(),
      });
    },
  },

  'hand-to-post': {
    label: { vi: 'Giao kết quả cho bưu chính', en: 'Hand the result to the post' },
    consequence: {
      vi: 'Bạn và nhân viên bưu chính cùng ký; từ đây bưu chính chịu trách nhiệm về bưu gửi.',
      en: 'You and the postman both sign; from here on the operator answers for the parcel.',
    },
    from: ['settled'],
    by: [desk],
    handOver: 'any',
    unless: (state) => (mayFollow('out', shipmentOf(state, 'out')?.state, 'handed-over') ? null : 'post-not-ordered'),
    effect: (state, data, context) =>
      withShipment(state, 'out', {
        ...orderedShipment(state, 'out'),
        state: 'handed-over',
        shipmentNumber: data.shipmentNumber,
        postman: data.postman,
        postmanCard: data.postmanCard,
        signedAt: context.at.toString(),
        ...(data.cashOnDelivery === '' ? {} : { cashOnDelivery: data.cashOnDelivery }),
      }),
  },

  'take-from-post': {
    label: { vi: 'Nhận giấy tờ từ bưu chính', en: 'Take the papers from the post' },
    consequence: {
      vi: 'Bạn và nhân viên bưu chính cùng ký; giấy tờ coi như đã nộp từ lúc này.',
      en: 'You and the postman both sign; the papers count as handed in from now.',
    },
    from: ['submitted', 'awaiting-supplement'],
    by: [desk],
    handOver: 'any',
    unless: (state) => (mayFollow('in', shipmentOf(state, 'in')?.state, 'taken-in') ? null : 'post-not-ordered'),
    effect: (state, data, context) =>
      withShipment(state, 'in', {
        ...orderedShipment(state, 'in'),
        state: 'taken-in',
        shipmentNumber: data.shipmentNumber,
        postman: data.postman,
        postmanCard: data.postmanCard,
        signedAt: context.at.toString(),
      }),
  },

  'record-post': {
    label: { vi: 'Ghi trạng thái bưu gửi', en: 'Record where the parcel is' },
    consequence: {
      vi: 'Ghi theo thông tin của bưu chính; phát thành công thì hồ sơ hoàn tất.',
      en: 'As the operator tells; when it is delivered the dossier is complete.',
    },
    from: [...beforeTheResult, 'settled'],
    by: [desk],
    handOver: 'any',
    unless: (state) =>
      isUnderWay(shipmentOf(state, 'in')) || isUnderWay(shipmentOf(state, 'out')) ? null : 'post-not-ordered',
    effect: (state, data, context) => {
      const { direction, event, place, receivedBy, cashCollected } = data;
      const shipment = shipmentOf(state, direction);
      if (!shipment || !mayFollow(direction, shipment.state, event))
        return refused('post-event-impossible', {}, 'event');
      const moved = { ...shipment, state: event, place };
      if (event !== 'delivered') return withShipment(state, direction, moved);
      if (receivedBy === '') return refused('post-receiver-missing', {}, 'receivedBy');
      const wanted = shipment.cashOnDelivery ?? '';
      if (BigInt(wanted || '0') !== BigInt(cashCollected || '0'))
        return refused('post-cash-differs', { wanted: wanted || '0' }, 'cashCollected');
      const delivered = withShipment(state, direction, { ...moved, ...(wanted ? { cashCollected } : {}) });
      if (!delivered.ok) return delivered;
      // originals that were kept lay in the parcel with the result
      const originalsReturned = originalsHeld(state.facts).map(({ documentId }) => documentId);
      const given = originalsReturned.length > 0 ? { originalsReturned } : {};
      const returned = { receivedBy, method: 'post', ...given, at: context.at.toString(), by: context.actor.name };
      return accepted({
        ...delivered.value,
        state: 'returned',
        holder: null,
        facts: { ...delivered.value.facts, returned },
      });
    },
  },

  'record-remittance': {
    label: { vi: 'Ghi tiền thu hộ bưu chính đã nộp', en: 'Record the cash the post remitted' },
    consequence: {
      vi: 'Ghi số chứng từ bưu chính nộp tiền thu hộ.',
      en: 'Keeps the number of the voucher by which the operator paid in.',
    },
    from: ['returned'],
    by: [desk],
    handOver: 'any',
    unless: (state) => {
      const out = shipmentOf(state, 'out');
      return out?.cashCollected && !out.remittance ? null : 'post-no-cash';
    },
    effect: (state, data) => withShipment(state, 'out', { ...orderedShipment(state, 'out'), remittance: data.number }),
  },
} satisfies MoveRules<'order-post' | 'hand-to-post' | 'take-from-post' | 'record-post' | 'record-remittance'>;

function orderedShipment(state: CaseState, direction: ShipmentDirection): Shipment {
  const shipment = shipmentOf(state, direction);
  if (!shipment) throw new RangeError('a parcel is ordered before anything happens to it');
  return shipment;
}

function withShipment(
  state: CaseState,
  direction: ShipmentDirection,
  shipment: Shipment,
): { readonly ok: true; readonly value: CaseEffect } {
  const post = { ...(state.facts.post as JsonObject | undefined), [direction]: { ...shipment } };
  return { ok: true, value: { facts: { post } } };
}

/** While the result is with the post nobody hands it out at the desk. */
export function withThePost(state: CaseState): DossierRefusal | null {
  const out = shipmentOf(state, 'out');
  return isUnderWay(out) && out?.state !== 'ordered' ? 'result-with-the-post' : null;
}
