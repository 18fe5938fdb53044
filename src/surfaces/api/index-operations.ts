import * as z from 'zod';
import type { App } from '#app.ts';
import { accepted } from '#kernel/result.ts';
import { asNumber } from '#modules/figures/index.ts';
import { readFigureAddress } from '#surfaces/web/figure-question.ts';
import { operation } from './operation.ts';

const text = z.object({ vi: z.string(), en: z.string() });
const frame = z.object({
  id: z.string(),
  name: text,
  source: z.string(),
  how: z.enum(['computed', 'appraised']),
  points: z.number(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  subCriteria: z.array(z.object({ id: z.string(), name: text, points: z.number(), by: z.string() })),
});
const scored = z.object({
  index: z.string(),
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  simulated: z.boolean().describe('The decision did not exist in this period.'),
  units: z.array(
    z.object({
      unit: z.string(),
      group: z.string(),
      rank: z.number().int().nullable().describe('Among the units of its group; null where too little is known.'),
      total: z.number().nullable(),
      known: z.number().int().describe('How much of the points that concern the unit is known, in per cent.'),
      band: text.nullable(),
      subCriteria: z.array(
        z.object({
          id: z.string(),
          state: z.string(),
          points: z.number().nullable(),
          room: z.number().describe('What is still to be won, on the scale of the index.'),
        }),
      ),
    }),
  ),
});

/** Indices: their frames, and the scores and places of all units as of any moment. */
export const indexOperations = (app: App) => [
  operation({
    method: 'get',
    path: '/indices',
    id: 'listIndices',
    summary: 'Every index with its sub-criteria and points',
    open: true,
    answer: z.array(frame),
    handle: async () =>
      accepted(
        app.indices.frames.map(({ id, name, source, how, points, validFrom, validTo, fields }) => ({
          id,
          name,
          source,
          how,
          points,
          validFrom,
          validTo,
          subCriteria: fields.flatMap(({ criteria }) =>
            criteria.flatMap(({ subCriteria }) =>
              subCriteria.map((one) => ({ id: one.id, name: one.name, points: one.points, by: one.scoring.by })),
            ),
          ),
        })),
      ),
  }),
  operation({
    method: 'get',
    path: '/indices/{id}',
    id: 'getIndex',
    summary: 'Scores and places of all units in an index that is computed, as known at a moment; as JSON or CSV',
    open: true,
    query: {
      from: 'First day, 2021-01-01; the first of this year when left out',
      to: 'Last day, included; today when left out',
      asOf: 'What was known then: a moment or a day; now when left out',
      format: 'json or csv',
    },
    answer: scored,
    handle: async ({ path, query, context }) => {
      const read = readFigureAddress(app, (name) => query[name]);
      if (!read.ok) return read;
      const { from, to, asOf } = read.value;
      const answer = await app.indices.compute({ frameId: path.id ?? '', from, to, ...(asOf ? { asOf } : {}) });
      if (!answer.ok) return answer;
      if (query.format === 'csv')
        return context.body(Buffer.from(await app.indices.csv(answer.value)), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${answer.value.frame.id}.csv"`,
        });
      return accepted({
        index: answer.value.frame.id,
        from: from.toString(),
        to: to.toString(),
        asOf: answer.value.asOf.toString(),
        simulated: answer.value.simulated,
        units: answer.value.scores.map(({ unitId, groupId, rank, total, known, band, subScores }) => ({
          unit: unitId,
          group: groupId,
          rank,
          total: total && asNumber(total),
          known,
          band,
          subCriteria: subScores.map(({ id, state, points, room }) => ({
            id,
            state,
            points: points && asNumber(points),
            room: asNumber(room),
          })),
        })),
      });
    },
  }),
];
