import * as z from 'zod';
import { optional, said } from '#case-engine/move-fields.ts';
import { otherLaws } from './rules/feedback-words.ts';
import type { FeedbackMove } from './rules/move-data.ts';

const person = { accountId: z.uuid() };
const photo = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  fileName: said(200),
  mediaType: said(100),
  sizeBytes: z.number().int().positive(),
});

/** What a surface may send for each move: the one description behind forms, the API and its document. */
export const feedbackInputs = {
  accept: z.object({
    class: z.enum(['ours', 'conduct']),
    unitId: optional(100),
    field: optional(60),
    complex: z.enum(['yes', 'no']).default('no'),
  }),
  forward: z.object({ agencyId: said(100), reason: said(1000) }),
  decline: z.object({ reason: said(2000), clause: optional(200) }),
  'hand-to-law': z.object({ law: z.enum(otherLaws), body: said(200), reason: optional(1000) }),
  'pass-outside': z.object({ body: said(200), document: said(100), reason: optional(1000) }),
  merge: z.object({ code: said(30) }),
  assign: z.object(person),
  reassign: z.object({ ...person, reason: said(500) }),
  'ask-reporter': z.object({ question: said(2000) }),
  reply: z.object({ text: said(4000) }),
  'record-reply': z.object({ text: said(4000) }),
  'go-on': z.object({}),
  'draft-answer': z.object({
    text: said(8000),
    number: optional(100),
    on: z.union([z.iso.date(), z.literal('')]).default(''),
    photos: z.array(photo).max(8).default([]),
  }),
  approve: z.object({}),
  'return-draft': z.object({ reason: said(2000) }),
  extend: z.object({ reason: said(1000) }),
  urge: z.object({ note: said(500), document: optional(100) }),
  rate: z.object({ satisfied: z.enum(['yes', 'no']), reason: optional(2000) }),
  withdraw: z.object({ reason: optional(500) }),
} satisfies { [Move in FeedbackMove]: z.ZodType };

export function isFeedbackMove(move: string): move is FeedbackMove {
  return Object.hasOwn(feedbackInputs, move);
}
