import * as z from 'zod';
import type { App } from '#app.ts';
import { accepted, refused } from '#kernel/result.ts';
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

const month = z.object({
  month: z.string(),
  total: z.number().nullable(),
  rank: z.number().int().nullable(),
  known: z.number().int(),
});

/** Indices: their frames, and the scores and places of all units as of any moment; rounds of those that are appraised. */
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
  operation({
    method: 'get',
    path: '/indices/{id}/units/{unit}/months',
    id: 'listIndexMonths',
    summary: 'Scores of a unit in a computed index, month by month, as known when each month ended',
    open: true,
    answer: z.array(month),
    handle: async ({ path }) => {
      if (!app.indices.frames.some(({ id }) => id === path.id))
        return refused('index-unknown', { frame: (path.id ?? '').slice(0, 60) }, 'id');
      const months = await app.indices.monthsOf(path.id ?? '', path.unit ?? '');
      return accepted(
        months.map(({ month: of, total, decimals, rank, known }) => ({
          month: of,
          total: total === null ? null : asNumber({ steps: total, decimals }),
          rank,
          known,
        })),
      );
    },
  }),
  operation({
    method: 'get',
    path: '/index-rounds',
    id: 'listIndexRounds',
    summary: 'Published rounds of indices that are appraised, the latest first, with the hash of what was frozen',
    open: true,
    handle: async () => accepted({ rounds: await app.indices.publishedRounds() }),
  }),
  operation({
    method: 'get',
    path: '/index-rounds/{code}',
    id: 'getIndexRound',
    summary: 'What was frozen of a round, to the letter: frame, places, every point with its reasons; and its hash',
    open: true,
    handle: async ({ path }) => {
      const round = await app.indices.publishedRound(path.code ?? '');
      if (!round) return refused('round-unknown');
      return accepted({ content: round.content, sha256: round.sha256, closedAt: round.closedAt.toString() });
    },
  }),
  operation({
    method: 'post',
    path: '/index-rounds',
    id: 'openIndexRound',
    summary: 'Open a round: every agency of the index gets its sheet; it and the sheets are then moved as cases',
    command: true,
    body: z.object({
      frame: z.string().max(60),
      title: z.string().max(200).default(''),
      from: z.iso.date(),
      to: z.iso.date(),
      scoreDueOn: z.iso.date(),
      appraiseDueOn: z.iso.date(),
      objectDueOn: z.iso.date(),
      closeDueOn: z.iso.date(),
    }),
    handle: async ({ actor, body, call }) => {
      const day = (written: string) => Temporal.PlainDate.from(written);
      return app.indices.openRound(
        actor,
        {
          frame: body.frame,
          title: body.title.normalize('NFC').trim(),
          from: day(body.from),
          to: day(body.to),
          dueOn: {
            score: day(body.scoreDueOn),
            appraise: day(body.appraiseDueOn),
            object: day(body.objectDueOn),
            close: day(body.closeDueOn),
          },
        },
        call.key,
      );
    },
  }),
];
