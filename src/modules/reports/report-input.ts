import * as z from 'zod';
import { optional, said } from '#case-engine/move-fields.ts';
import type { OpinionMove } from './rules/opinion-moves.ts';
import type { ReportMove } from './rules/report-moves.ts';
import { opinionStances } from './rules/reporting-facts.ts';
import type { RequestMove } from './rules/request-moves.ts';

const urge = z.object({ note: said(500), document: optional(100) });

/** What a surface may send for each move of a unit's part. */
const requestInputs = {
  'send-part': z.object({}),
  'object-figure': z.object({ figureId: said(100), reason: said(2000) }),
  'answer-objection': z.object({ figureId: said(100), outcome: z.enum(['kept', 'to-correct']), answer: said(2000) }),
  'enter-figure': z.object({
    figureId: said(100),
    value: z.coerce.number().int().min(0).max(1_000_000_000),
    evidence: said(500),
    files: z.array(z.string().min(1).max(2000)).max(8).default([]),
  }),
  'accept-part': z.object({ note: optional(500) }),
  'return-part': z.object({ reason: said(2000) }),
  urge,
} satisfies { [Move in RequestMove]: z.ZodType };

const opinionInputs = {
  'give-opinion': z.object({ stance: z.enum(opinionStances), words: optional(8000) }),
  'meet-opinion': z.object({ how: z.enum(['taken-in', 'explained']), answer: said(4000) }),
  'close-unanswered': z.object({ note: optional(500) }),
  urge,
} satisfies { [Move in OpinionMove]: z.ZodType };

const reportInputs = {
  'ask-opinions': z.object({
    members: z.preprocess((sent) => (typeof sent === 'string' ? [sent] : sent), z.array(said(100)).max(100)),
    dueOn: z.iso.date(),
  }),
  'submit-report': z.object({}),
  'take-back-report': z.object({ reason: said(2000) }),
  'sign-report': z.object({}),
  'restate-report': z.object({ reason: said(2000) }),
  urge,
  'call-off-report': z.object({ reason: said(2000) }),
} satisfies { [Move in ReportMove]: z.ZodType };

/** What may be sent for each move, by the kind of the case. */
export const reportingInputs: Readonly<Record<string, Readonly<Record<string, z.ZodType>>>> = {
  report: reportInputs,
  'report-request': requestInputs,
  'report-opinion': opinionInputs,
};
