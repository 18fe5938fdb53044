import type { CaseState } from '#case-engine/rules/case-state.ts';

/** Bưu chính công ích: to the city with papers, or from it with the result (QĐ 45/2016/QĐ-TTg). */
export const shipmentDirections = ['in', 'out'] as const;
export type ShipmentDirection = (typeof shipmentDirections)[number];

/** What the postal operator tells of a parcel. */
export const postalEvents = [
  'collected',
  'in-transit',
  'out-for-delivery',
  'attempt-failed',
  'delivered',
  'returned-to-sender',
  'lost',
] as const;
export type PostalEvent = (typeof postalEvents)[number];

export type ShipmentState = 'ordered' | 'handed-over' | 'taken-in' | PostalEvent;

/** A parcel of a dossier, as its journal leaves it. */
export interface Shipment {
  readonly state: ShipmentState;
  readonly recipient: string;
  readonly address: string;
  readonly phone: string;
  readonly orderedAt: string;
  readonly shipmentNumber?: string;
  /** The postman who signed, by name and card; the officer who signed is the actor of the entry. */
  readonly postman?: string;
  readonly postmanCard?: string;
  readonly signedAt?: string;
  /** Whole đồng the postman collects for the agency; absent when nothing is to be paid. */
  readonly cashOnDelivery?: string;
  readonly cashCollected?: string;
  readonly remittance?: string;
  readonly place?: string;
}

/** What may come after what; a parcel that came back, or was lost and made anew, is handed over again. */
const follows: { readonly [Direction in ShipmentDirection]: { readonly [state: string]: readonly ShipmentState[] } } = {
  out: {
    ordered: ['handed-over'],
    'handed-over': ['in-transit', 'out-for-delivery', 'delivered', 'lost'],
    'in-transit': ['in-transit', 'out-for-delivery', 'delivered', 'returned-to-sender', 'lost'],
    'out-for-delivery': ['attempt-failed', 'delivered', 'returned-to-sender', 'lost'],
    'attempt-failed': ['out-for-delivery', 'delivered', 'returned-to-sender', 'lost'],
    'returned-to-sender': ['handed-over'],
    lost: ['handed-over'],
  },
  in: {
    ordered: ['collected', 'taken-in'],
    collected: ['in-transit', 'taken-in', 'lost'],
    'in-transit': ['in-transit', 'taken-in', 'lost'],
  },
};

export function mayFollow(direction: ShipmentDirection, from: ShipmentState | undefined, to: ShipmentState): boolean {
  return from !== undefined && (follows[direction][from] ?? []).includes(to);
}

/** The parcel in one direction, if any was ordered. */
export function shipmentOf(state: CaseState, direction: ShipmentDirection): Shipment | undefined {
  const post = state.facts.post as { readonly [Direction in ShipmentDirection]?: Shipment } | undefined;
  return post?.[direction];
}

/** On its way: ordered and neither arrived nor given up. */
export function isUnderWay(shipment: Shipment | undefined): boolean {
  return shipment !== undefined && !['taken-in', 'delivered', 'lost', 'returned-to-sender'].includes(shipment.state);
}
