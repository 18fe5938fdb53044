import * as z from 'zod';
import { optional, said } from '#case-engine/move-fields.ts';
import { disciplinaryMeasures, itemAnswers } from './rules/inspection-facts.ts';
import type { InspectionMove } from './rules/inspection-moves.ts';

const day = z.iso.date();

/** What a surface may send for each move of an inspection. Answers to items come as `item.<id>` and `note.<id>`. */
export const inspectionInputs = {
  decide: z.object({ number: said(100), on: day, leader: said(200), members: optional(1000) }),
  'record-minutes': z
    .object({ on: day, place: said(300), present: said(1000), summary: said(8000) })
    .catchall(z.union([z.enum(itemAnswers), optional(1000)])),
  'add-finding': z.object({
    what: said(2000),
    evidence: said(2000),
    clause: said(300),
    remedy: optional(2000),
    dueOn: z.union([day, z.literal('')]).default(''),
  }),
  conclude: z.object({ number: said(100), on: day, summary: said(8000) }),
  'record-sanction': z.object({
    person: said(200),
    measure: z.enum(disciplinaryMeasures),
    decision: said(200),
    on: day,
  }),
  'answer-sanction': z.object({ place: z.coerce.number().int().min(1).max(100), answer: said(4000) }),
  'close-inspection': z.object({ note: optional(2000) }),
  reassign: z.object({ accountId: z.uuid(), reason: said(500) }),
  'call-off-inspection': z.object({ reason: said(2000) }),
  urge: z.object({ note: said(500), document: optional(100) }),
} satisfies { [Move in InspectionMove]: z.ZodType };

export function isInspectionMove(move: string): move is InspectionMove {
  return Object.hasOwn(inspectionInputs, move);
}
