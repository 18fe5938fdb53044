import * as z from 'zod';
import { optional, said } from '#case-engine/move-fields.ts';
import type { DossierMove, DuesMove } from './rules/move-data.ts';
import { postalEvents, shipmentDirections } from './rules/shipment.ts';

const day = z.iso.date().transform((text) => Temporal.PlainDate.from(text));
const dong = z
  .string()
  .regex(/^\d{0,12}$/)
  .default('');
const parcel = { shipmentNumber: said(60), postman: said(200), postmanCard: said(60) };
const items = z
  .array(z.object({ what: said(500), reason: said(500), clause: said(300) }))
  .min(1)
  .max(20);
const chosen = { accountId: z.uuid(), name: optional(200) };
const days = z.object({ from: day, to: day, basis: said(300) });
const reasonAndClause = z.object({ reason: said(2000), clause: said(500) });

/**
 * What a surface may send for each move: the one description behind the workspace's forms, the API and its OpenAPI document.
 * `accept` is not here: its code and limit are never given by anyone (see accept-dossier); nor are the moves of money, which
 * have commands of their own (see dues/).
 */
export const moveInputs = {
  'ask-supplement': z.object({ items }),
  refuse: reasonAndClause,
  'answer-supplement': z.object({ note: optional(2000) }),
  forward: z.object({ note: optional(500) }),
  'take-over': z.object({}),
  'decline-hand-over': z.object({ reason: said(1000) }),
  assign: z.object(chosen),
  reassign: z.object({ ...chosen, reason: said(500) }),
  'start-verification': z.object({ reason: said(1000) }),
  'record-verification': z.object({ where: said(300), when: said(100), who: said(500), found: said(2000) }),
  'record-presence': z.object({ parties: said(500), where: said(300) }),
  'propose-supplement': z.object({ items }),
  propose: z.object({
    outcome: z.enum(['grant', 'refuse']),
    summary: said(2000),
    reason: optional(2000),
    clause: optional(500),
  }),
  approve: z.object({ note: optional(500) }),
  'send-back': z.object({ reason: said(1000) }),
  // the form of signing follows from post and delegation: whatever is sent for it is left aside
  sign: z.object({}),
  // without one, the number that the register gave
  issue: z.object({ number: optional(60) }),
  'request-payment': z.object({ amount: z.string().regex(/^\d{1,12}$/), basis: said(300) }),
  'confirm-payment': z.object({ receiptNumber: said(60) }),
  'post-publicly': days,
  'record-outage': days,
  apologise: z.object({ reason: said(1000), letterNumber: optional(60), newDueOn: day }),
  reappoint: z.object({}),
  urge: z.object({ note: said(500), document: optional(100) }),
  withdraw: z.object({ reason: optional(500) }),
  discontinue: reasonAndClause,
  consult: z.object({ unitId: said(60), question: said(2000), days: z.coerce.number().int().min(1).max(30) }),
  'call-off': z.object({ branchId: said(200), reason: said(1000) }),
  'ask-again': z.object({ branchId: said(200), reason: said(1000) }),
  'send-again': z.object({ note: optional(500) }),
  'answer-consultation': z.object({
    opinion: z.enum(['agree', 'agree-with-conditions', 'disagree']),
    text: said(4000),
  }),
  'record-sending': z.object({ number: said(60), sentOn: day }),
  'record-answer': z.object({
    outcome: z.enum(['positive', 'negative']),
    number: said(60),
    answeredOn: day,
    text: optional(2000),
  }),
  'return-result': z.object({
    receivedBy: said(200),
    method: z.enum(['desk', 'post', 'online']),
    originalsReturned: z.array(said(100)).max(50).default([]),
  }),
  'correct-end': z.object({ endedOn: day, document: said(200), reason: said(1000) }),
  'order-post': z.object({
    direction: z.enum(shipmentDirections),
    recipient: said(200),
    address: said(300),
    phone: z
      .string()
      .transform((text) => text.replaceAll(/[\s.-]/g, ''))
      .pipe(z.string().regex(/^0\d{9,10}$/)),
  }),
  'hand-to-post': z.object({ ...parcel, cashOnDelivery: dong }),
  'take-from-post': z.object(parcel),
  'record-post': z.object({
    direction: z.enum(shipmentDirections),
    event: z.enum(postalEvents),
    place: optional(200),
    receivedBy: optional(200),
    cashCollected: dong,
  }),
  'record-remittance': z.object({ number: said(60) }),
} satisfies { [Move in Exclude<DossierMove, 'accept' | DuesMove>]: z.ZodType };

export type MoveWithInput = keyof typeof moveInputs;

export function isMoveWithInput(move: string): move is MoveWithInput {
  return Object.hasOwn(moveInputs, move);
}
