import * as z from 'zod';
import type { App } from '#app.ts';
import { isId } from '#kernel/id.ts';
import { accepted, refused } from '#kernel/result.ts';
import {
  asNumber,
  exportFigures,
  type FigureDefinition,
  type FiguresAnswer,
  type FigureValue,
  formatFigure,
} from '#modules/figures/index.ts';
import { readFigureAddress } from '#surfaces/web/figure-question.ts';
import { type ApiRequest, operation } from './operation.ts';

const text = z.object({ vi: z.string(), en: z.string() });
const value = z
  .object({
    number: z.number(),
    steps: z.number().int().describe('In whole steps of the last place: 902 with one decimal is 90,2.'),
    decimals: z.number().int(),
    printed: text,
  })
  .nullable()
  .describe('Null where nobody feeds the figure yet, or there is nothing to divide by.');
const definition = z.object({
  id: z.string(),
  name: text,
  measure: text,
  definition: text,
  legalBasis: z.string(),
  source: z.string(),
  dimensions: z.array(z.string()),
  decimals: z.number().int(),
  atEndOfPeriod: z.boolean(),
  version: z.number().int(),
});
const answer = definition.extend({
  unit: z.string(),
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  by: z.string().nullable(),
  value,
  lines: z.array(z.object({ key: z.string(), label: text, value })),
  broken: z
    .array(z.object({ says: text, left: z.number(), right: z.number() }))
    .describe('Identities the figure takes part in that do not hold.'),
});
const listed = z.object({
  cases: z.array(
    z.object({
      caseId: z.string(),
      kind: z.string(),
      code: z.string().nullable(),
      reference: z.string(),
      procedure: z.string(),
      receiver: z.string(),
      holder: z.string().nullable(),
      state: z.string(),
      acceptedAt: z.string().nullable(),
      dueAt: z.string().nullable(),
      endedAt: z.string().nullable(),
      timeliness: z.string().nullable(),
    }),
  ),
  next: z.string().nullable().describe('Given back as `after`, shows those that follow.'),
});
const closing = z.object({
  id: z.string(),
  unit: z.string(),
  from: z.string(),
  to: z.string(),
  version: z.number().int(),
  asOf: z.string(),
  sha256: z.string().describe('Of the canonical JSON of unitId, from, to, version, asOf, figures and definitions.'),
  reason: z.string(),
  closedAt: z.string(),
  closedBy: z.string(),
  figures: z.record(z.string(), z.object({ steps: z.number(), decimals: z.number() }).nullable()),
  definitions: z.record(z.string(), z.number()),
  restated: z.array(z.object({ id: z.string(), before: value, after: value })),
});

const period = {
  unit: 'Unit, with all below it; the whole city when left out',
  from: 'First day, 2021-01-01; the first of this year when left out',
  to: 'Last day, included; today when left out',
  asOf: 'What was known then: a moment or a day; now when left out',
};
const question = {
  ...period,
  procedure: 'Only cases of this procedure',
  field: 'Only cases of this field',
};

/** Figures: their catalogue, their values as of any moment, what is behind them, closed periods. */
export const figureOperations = (app: App) => [
  operation({
    method: 'get',
    path: '/figures',
    id: 'listFigures',
    summary: 'Every figure with its definition, legal basis and source',
    open: true,
    answer: z.array(definition),
    handle: async () => accepted(app.figures.catalogue.map(describe)),
  }),
  operation({
    method: 'get',
    path: '/figures/{id}',
    id: 'getFigure',
    summary: 'A figure of a unit and a period, as known at a moment, with its definition; as JSON, CSV or .xlsx',
    open: true,
    query: {
      ...question,
      by: 'Broken down by unit, branch, tier, field, procedure, channel, level or month',
      format: 'json, csv or xlsx',
      lang: 'Of a file: vi or en',
    },
    answer,
    handle: async ({ path, query, context }) => {
      const read = readFigureAddress(app, (name) => query[name]);
      if (!read.ok) return read;
      const asked = await app.figures.ask({ ids: [path.id ?? ''], ...read.value });
      if (!asked.ok) return asked;
      const { format } = query;
      if (format !== 'csv' && format !== 'xlsx') return accepted(answerOf(asked.value));
      const file = await exportFigures(asked.value, format, query.lang === 'en' ? 'en' : 'vi');
      return context.body(Buffer.from(file.content), 200, {
        'content-type': file.mediaType,
        'content-disposition': `attachment; filename="${path.id}.${format}"`,
      });
    },
  }),
  operation({
    method: 'get',
    path: '/figures/{id}/cases',
    id: 'listFigureCases',
    summary: 'The cases a figure counted, for officers whose posts oversee the unit',
    query: { ...question, after: 'The last case seen', most: 'At most so many, up to 200' },
    answer: listed,
    handle: async ({ path, query, actor }) => {
      const read = readFigureAddress(app, (name) => query[name]);
      if (!read.ok) return read;
      const page = await app.figures.casesBehind(actor, { id: path.id ?? '', ...read.value }, pageOf(query));
      if (!page.ok) return page;
      const cases = page.value.cases.map(({ typeCode, unitId, holderId, acceptedAt, dueAt, endedAt, ...rest }) => ({
        ...rest,
        procedure: typeCode,
        receiver: unitId,
        holder: holderId,
        acceptedAt: acceptedAt?.toString() ?? null,
        dueAt: dueAt?.toString() ?? null,
        endedAt: endedAt?.toString() ?? null,
      }));
      return accepted({ cases, next: page.value.next });
    },
  }),
  operation({
    method: 'get',
    path: '/figures/{id}/entries',
    id: 'listFigureEntries',
    summary: 'The entries of a register behind a figure',
    open: true,
    query: { ...period, after: 'The last entry seen', most: 'At most so many, up to 200' },
    handle: async ({ path, query, actor }) => {
      const read = readFigureAddress(app, (name) => query[name]);
      if (!read.ok) return read;
      const { most, after } = pageOf(query);
      const { by: _, ...asked } = read.value;
      const page = await app.figures.entriesBehind(actor, { id: path.id ?? '', ...asked }, { after, limit: most });
      if (!page.ok) return page;
      return accepted({
        entries: page.value.map((entry) => ({ ...entry, recordedAt: entry.recordedAt.toString() })),
        next: page.value.length === most ? (page.value.at(-1)?.entryId ?? null) : null,
      });
    },
  }),
  operation({
    method: 'get',
    path: '/figure-closings',
    id: 'listFigureClosings',
    summary: 'All versions of a closed period of a unit, each with what it says otherwise than the one before',
    open: true,
    query: { unit: period.unit, from: period.from, to: period.to },
    answer: z.array(closing),
    handle: async ({ query }) => {
      const read = readFigureAddress(app, (name) => query[name]);
      if (!read.ok) return read;
      const { from, to, unitId } = read.value;
      return accepted((await app.figures.closings({ unitId, from, to })).map(closingOf));
    },
  }),
  operation({
    method: 'post',
    path: '/figure-closings',
    id: 'closeFigures',
    summary: 'Close a period of a unit for good, or restate one that was closed, for a reason',
    body: z.object({
      unit: z.string().max(60),
      from: z.string().max(10),
      to: z.string().max(10),
      reason: z.string().trim().max(500).default(''),
    }),
    answer: closing,
    handle: async ({ body, actor }: ApiRequest<{ unit: string; from: string; to: string; reason: string }>) => {
      const fields: Readonly<Record<string, string>> = { from: body.from, to: body.to };
      const read = readFigureAddress(app, (name) => fields[name]);
      if (!read.ok) return read;
      const { accountId } = actor;
      if (accountId === null) return refused('period-close-not-yours');
      const { from, to } = read.value;
      const wish = { unitId: body.unit, from, to, reason: body.reason.normalize('NFC') };
      const done = await app.figures.close({ ...actor, accountId }, wish);
      return done.ok ? accepted(closingOf(done.value)) : done;
    },
  }),
];

function pageOf({ after, most }: Readonly<Record<string, string | undefined>>) {
  const wanted = Number(most ?? 50);
  return {
    most: Number.isInteger(wanted) ? Math.min(200, Math.max(1, wanted)) : 50,
    after: isId(after) ? after : undefined,
  };
}

function describe({ source, isStock, ...rest }: FigureDefinition) {
  return { ...rest, source: source.from, atEndOfPeriod: isStock ?? false };
}

const printedValue = (of: FigureValue | null) =>
  of && { number: asNumber(of), ...of, printed: { vi: formatFigure('vi', of), en: formatFigure('en', of) } };

function answerOf({ figures, unitId, from, to, asOf, by }: FiguresAnswer) {
  const figure = figures[0];
  if (!figure) throw new Error('one figure was asked for');
  return {
    ...describe(figure.definition),
    unit: unitId,
    from: from.toString(),
    to: to.toString(),
    asOf: asOf.toString(),
    by: by ?? null,
    value: printedValue(figure.value),
    lines: figure.lines.map(({ key, label, value: of }) => ({ key, label, value: printedValue(of) })),
    broken: figure.broken.map(({ says, leftSum, rightSum }) => ({ says, left: leftSum, right: rightSum })),
  };
}

function closingOf({ closing: of, restated }: Awaited<ReturnType<App['figures']['closings']>>[number]) {
  const { unitId, closedAt, closedByName, ...rest } = of;
  return {
    ...rest,
    unit: unitId,
    closedAt: closedAt.toString(),
    closedBy: closedByName,
    restated: restated.map(({ id, before, after }) => ({
      id,
      before: printedValue(before),
      after: printedValue(after),
    })),
  };
}
