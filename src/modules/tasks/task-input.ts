import * as z from 'zod';
import { optional, said } from '#case-engine/move-fields.ts';
import type { TaskMove } from './rules/move-data.ts';

const day = z.iso.date();
/** Tickets of files that were uploaded before. */
const files = z.array(z.string().min(1).max(2000)).max(8).default([]);
const person = { accountId: z.uuid() };

/** What a surface may send for each move: the one description behind forms, the API and its document. */
export const taskInputs = {
  acknowledge: z.object({}),
  assign: z.object({
    unitId: optional(100),
    accountId: z.union([z.uuid(), z.literal('')]).default(''),
  }),
  reassign: z.object({ ...person, reason: said(500) }),
  'report-progress': z.object({ summary: said(4000), percent: z.coerce.number().int().min(0).max(100).default(0) }),
  'hand-in': z.object({ number: said(100), on: day, summary: said(4000), files }),
  complete: z.object({ note: optional(2000) }),
  'return-work': z.object({ reason: said(2000) }),
  'request-extension': z.object({ newDueOn: day, reason: said(2000) }),
  'grant-extension': z.object({ document: said(200) }),
  'record-extension': z.object({ document: said(200) }),
  'refuse-extension': z.object({ reason: said(2000) }),
  split: z.object({
    title: said(500),
    unitId: said(100),
    product: said(500),
    answerable: said(200),
    dueOn: day,
  }),
  recall: z.object({ reason: said(2000) }),
  urge: z.object({ note: said(500), document: optional(100) }),
  'answer-part': z.object({ number: said(100), summary: said(4000), files }),
} satisfies { [Move in TaskMove]: z.ZodType };

export function isTaskMove(move: string): move is TaskMove {
  return Object.hasOwn(taskInputs, move);
}
