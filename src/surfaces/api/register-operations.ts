import type { Context } from 'hono';
import * as z from 'zod';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { isId } from '#kernel/id.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import {
  dataCatalogue,
  type EvidenceFile,
  isReadable,
  type RegisterActor,
  type RegisterDefinition,
  type RegisterEntry,
  readablePaths,
  registerFigureFeeds,
} from '#modules/registers/index.ts';
import { type Operation, operation } from './operation.ts';

const text = z.object({ vi: z.string(), en: z.string() });
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const entry = z.object({
  id: z.string(),
  registerId: z.string(),
  unitId: z.string(),
  standing: z.enum(['proposed', 'in-force', 'withdrawn']),
  version: z.number().int(),
  countingVersion: z.number().int().nullable().describe('The version that figures count.'),
  values: z.record(z.string(), value),
  changedAt: z.string(),
});
const page = z.object({ entries: z.array(entry), next: z.string().nullable() });
const values = z
  .record(z.string(), z.union([value, z.null()]))
  .describe('By field, as the schema of the register says.');
const evidence = z.array(z.string().max(2000)).max(20).default([]).describe('Tickets of uploaded files.');
const seen = z.number().int().min(1).describe('The version that was read.');
const version = z.object({ version: z.number().int() });

/** Registers: their definitions, what is public of them, and for officers recording, correcting, approving and withdrawing. */
export function registerOperations(app: App): readonly Operation[] {
  const find = (id: string | undefined) => app.registers.find(id ?? '');
  const rootId = async () =>
    [...(await app.ground()).tree.values()].find(({ parentId }) => parentId === null)?.id ?? '';

  /** Whom a register shows what: an officer the units they read, everyone else what counts of a public one. */
  async function scopeOf(definition: RegisterDefinition, actor: Actor) {
    if (actor.accountId === null || actor.kind === 'citizen') {
      return definition.public ? { unitIds: [await rootId()], counting: true } : undefined;
    }
    const paths = readablePaths(definition, actor, (await app.ground()).tree, app.now());
    return { unitIds: paths.map((path) => path.split('/').at(-1) ?? path), paths, counting: false };
  }

  function shown(definition: RegisterDefinition, row: RegisterEntry, isPublic: boolean) {
    const { properties } = definition.fields;
    const visible = Object.entries(row.entered).filter(([name]) => !(isPublic && properties[name]?.internal));
    return {
      id: row.id,
      registerId: row.registerId,
      unitId: row.unitId,
      standing: isPublic ? 'in-force' : row.standing,
      version: isPublic ? (row.countingVersion ?? 0) : row.latestVersion,
      countingVersion: row.countingVersion,
      values: Object.fromEntries(visible),
      changedAt: row.changedAt.toString(),
    };
  }

  async function evidenceOf(tickets: readonly string[]): Promise<Result<readonly EvidenceFile[]>> {
    const files: EvidenceFile[] = [];
    for (const ticket of tickets) {
      const file = await app.dossiers.readPaperTicket(ticket);
      if (!file)
        return refused('request-not-readable', { reason: 'evidence: not a ticket of an uploaded file' }, 'evidence');
      files.push(file);
    }
    return accepted(files);
  }

  /** For an officer or a system with posts; the register is there, or refused. */
  async function writing<T>(
    actor: Actor,
    registerId: string | undefined,
    write: (by: RegisterActor, definition: RegisterDefinition) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const definition = find(registerId);
    if (!definition) return refused('register-not-found');
    if (!actor.accountId) return refused('not-signed-in');
    return write({ ...actor, accountId: actor.accountId }, definition);
  }

  return [
    operation({
      method: 'get',
      path: '/registers',
      id: 'listRegisters',
      summary: 'The registers, with the figures each feeds',
      open: true,
      answer: z.array(
        z.object({
          id: z.string(),
          name: text,
          purpose: text,
          source: z.string(),
          public: z.boolean(),
          figures: z.array(z.string()),
        }),
      ),
      handle: async () =>
        accepted(
          app.registers.all().map(({ id, name, purpose, source, public: isPublic, feeds }) => ({
            id,
            name,
            purpose,
            source,
            public: isPublic,
            figures: feeds.map(({ figureId }) => figureId),
          })),
        ),
    }),
    operation({
      method: 'get',
      path: '/registers/{register}',
      id: 'getRegister',
      summary:
        'The definition of a register: fields as JSON Schema 2020-12, checks, key, who writes and approves, what it feeds',
      open: true,
      handle: async ({ path }) => {
        const definition = find(path.register);
        return definition ? accepted(definition) : refused('register-not-found');
      },
    }),
    operation({
      method: 'get',
      path: '/registers/{register}/entries',
      id: 'listRegisterEntries',
      summary: 'Entries, newest first; without a token what counts of a public register',
      open: true,
      query: {
        q: 'Words, with or without diacritics',
        unit: 'An agency with all below it',
        standing: 'proposed, in-force or withdrawn',
        after: 'The key `next` of the page before',
        limit: '1 to 500, default 50',
      },
      answer: page,
      handle: async ({ path, query, actor }) => {
        const definition = find(path.register);
        const scope = definition && (await scopeOf(definition, actor));
        if (!definition || !scope) return refused('register-not-found');
        const { tree } = await app.ground();
        const unit = query.unit === undefined ? undefined : tree.get(query.unit);
        const isAllowed = unit && (scope.paths === undefined || isReadable(scope.paths, unit.path));
        if (query.unit !== undefined && !isAllowed) return accepted({ entries: [], next: null });
        const limit = Math.min(500, Math.max(1, Number(/^\d{1,3}$/.exec(query.limit ?? '')?.[0] ?? 50)));
        const standing = (['proposed', 'in-force', 'withdrawn'] as const).find((one) => one === query.standing);
        const rows = await app.registers.list({
          registerId: definition.id,
          unitIds: unit ? [unit.id] : scope.unitIds,
          counting: scope.counting,
          words: (query.q ?? '').slice(0, 200),
          ...(standing && !scope.counting ? { standing } : {}),
          ...(isId(query.after) ? { after: query.after } : {}),
          limit: limit + 1,
        });
        const entries = rows.slice(0, limit).map((row) => shown(definition, row, scope.counting));
        return accepted({ entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null });
      },
    }),
    operation({
      method: 'get',
      path: '/registers/{register}/entries/{entry}',
      id: 'getRegisterEntry',
      summary: 'An entry with all its versions, for whoever may read it',
      handle: async ({ path, actor }) => {
        const definition = find(path.register);
        const scope = definition && (await scopeOf(definition, actor));
        const row = await app.registers.entry(path.entry ?? '');
        const isAllowed = row && scope?.paths && isReadable(scope.paths, row.unitPath);
        if (!definition || !row || row.registerId !== definition.id || !isAllowed) {
          return refused('register-entry-not-found');
        }
        const versions = await app.registers.versions(row.id);
        return accepted({
          ...shown(definition, row, false),
          versions: versions.map(({ accountId: _, entered, evidence: files, recordedAt, ...one }) => ({
            ...one,
            values: entered,
            evidence: files.map(({ fileName, sizeBytes, mediaType }) => ({ fileName, sizeBytes, mediaType })),
            recordedAt: recordedAt.toString(),
          })),
        });
      },
    }),
    operation({
      method: 'post',
      path: '/registers/{register}/entries',
      id: 'recordRegisterEntry',
      summary: 'Record an entry about an agency; where the register has approvers it waits for one',
      command: true,
      body: z.object({ unitId: z.string().max(60), values, evidence }),
      answer: z.object({ id: z.string() }),
      handle: ({ path, body, actor, call }) =>
        writing(actor, path.register, async (by, definition) => {
          const files = await evidenceOf(body.evidence);
          if (!files.ok) return files;
          const wish = { unitId: body.unitId, raw: body.values, evidence: files.value, key: call.key?.key };
          const done = await app.registers.record(by, definition, wish);
          return done.ok ? accepted({ id: done.value }) : done;
        }),
    }),
    operation({
      method: 'post',
      path: '/registers/{register}/entries/{entry}/correct',
      id: 'correctRegisterEntry',
      summary: 'A correction is a new version with a reason; the one before stays',
      body: z.object({ seen, values, evidence, reason: z.string().max(1000) }),
      answer: version,
      handle: ({ path, body, actor }) =>
        writing(actor, path.register, async (by, definition) => {
          const files = await evidenceOf(body.evidence);
          if (!files.ok) return files;
          const wish = { entryId: path.entry ?? '', seen: body.seen, raw: body.values, evidence: files.value };
          const done = await app.registers.correct(by, definition, { ...wish, reason: body.reason });
          return done.ok ? accepted({ version: done.value }) : done;
        }),
    }),
    operation({
      method: 'post',
      path: '/registers/{register}/entries/{entry}/approve',
      id: 'approveRegisterEntry',
      summary: 'Approve the version that was read; never by whoever wrote it',
      body: z.object({ seen }),
      answer: version,
      handle: ({ path, body, actor }) =>
        writing(actor, path.register, async (by, definition) => {
          const done = await app.registers.approve(by, definition, { entryId: path.entry ?? '', seen: body.seen });
          return done.ok ? accepted({ version: done.value }) : done;
        }),
    }),
    operation({
      method: 'post',
      path: '/registers/{register}/entries/{entry}/withdraw',
      id: 'withdrawRegisterEntry',
      summary: 'Take an entry out of the register, with a reason; it stays to be read',
      body: z.object({ seen, reason: z.string().max(1000) }),
      answer: version,
      handle: ({ path, body, actor }) =>
        writing(actor, path.register, async (by, definition) => {
          const wish = { entryId: path.entry ?? '', seen: body.seen, reason: body.reason };
          const done = await app.registers.withdraw(by, definition, wish);
          return done.ok ? accepted({ version: done.value }) : done;
        }),
    }),
    operation({
      method: 'get',
      path: '/registers/{register}/dcat',
      id: 'getRegisterCatalogue',
      summary: 'A register of data sets as a DCAT 3 catalogue in JSON-LD',
      open: true,
      file: 'application/ld+json',
      handle: async ({ path, context }) => {
        const definition = find(path.register);
        if (!definition?.public || !definition.dcat) return refused('register-not-found');
        const rows = await app.registers.list({
          registerId: definition.id,
          unitIds: [await rootId()],
          counting: true,
          limit: 5000,
        });
        const { tree } = await app.ground();
        const entries = rows.map((row) => ({
          ...shown(definition, row, true),
          entered: shown(definition, row, true).values,
          publisher: tree.get(row.unitId)?.name.vi ?? row.unitId,
        }));
        const address = `${originOf(context)}/api/registers/${definition.id}`;
        return context.body(JSON.stringify(dataCatalogue(definition, entries, address)), 200, {
          'content-type': 'application/ld+json; charset=utf-8',
        });
      },
    }),
    operation({
      method: 'get',
      path: '/register-feeds',
      id: 'listRegisterFeeds',
      summary: 'Which register feeds which figure, and how',
      open: true,
      handle: async () =>
        accepted([...registerFigureFeeds(new Map(app.registers.all().map((one) => [one.id, one]))).values()]),
    }),
  ];
}

const originOf = (context: Context): string => new URL(context.req.url).origin;
