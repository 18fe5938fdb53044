import * as z from 'zod';
import { optional, said } from '#case-engine/move-fields.ts';
import { objectionOutcomes } from './rules/round-facts.ts';
import type { RoundMove } from './rules/round-moves.ts';
import type { SheetMove } from './rules/sheet-moves.ts';

/** Points as people write them: `2,5` or `2.5`. */
const points = z.preprocess(
  (sent) => (typeof sent === 'string' && sent.trim() !== '' ? Number(sent.trim().replace(',', '.')) : sent),
  z.number().min(0).max(1000),
);
/** Empty and `null` say that it did not arise. */
const pointsOrNone = z.preprocess((sent) => (sent === '' ? null : sent), z.union([z.null(), points]));
const file = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  fileName: said(200),
  mediaType: said(100),
  sizeBytes: z.number().int().positive(),
});
const criterionId = said(40);

const sheetInputs = {
  'score-criterion': z.object({
    criterionId,
    points: pointsOrNone,
    reason: said(2000),
    document: optional(300),
    entry: optional(300),
    files: z.array(file).max(8).default([]),
  }),
  'send-sheet': z.object({}),
  'take-unsent': z.object({}),
  'appraise-sheet': z.object({
    scores: z
      .array(z.object({ criterionId, points: pointsOrNone, reason: optional(2000) }))
      .min(1)
      .max(200),
  }),
  'return-sheet': z.object({ reason: said(2000) }),
  'finish-appraisal': z.object({}),
  'object-criterion': z.object({ criterionId, reason: said(2000) }),
  'agree-score': z.object({ note: optional(500) }),
  'answer-criterion': z.object({
    criterionId,
    outcome: z.enum(objectionOutcomes),
    points: z.preprocess((sent) => (sent === '' ? undefined : sent), points.optional()),
    answer: said(2000),
  }),
  'end-objections': z.object({ note: optional(500) }),
  urge: z.object({ note: said(500), document: optional(100) }),
} satisfies { [Move in SheetMove]: z.ZodType };

const roundInputs = {
  'close-round': z.object({}),
  'call-off-round': z.object({ reason: said(2000) }),
} satisfies { [Move in RoundMove]: z.ZodType };

export type ScoreInput = z.output<(typeof sheetInputs)['score-criterion']>;
export type AppraisalInput = z.output<(typeof sheetInputs)['appraise-sheet']>;
export type AnswerInput = z.output<(typeof sheetInputs)['answer-criterion']>;

/** What may be sent for each move, by the kind of the case. */
export const indexInputs: Readonly<Record<string, Readonly<Record<string, z.ZodType>>>> = {
  'index-round': roundInputs,
  'index-sheet': sheetInputs,
};
