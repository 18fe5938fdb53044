import * as z from 'zod';
import { type App, refusalCatalogue } from '#app.ts';
import { accepted, refused } from '#kernel/result.ts';
import { cleanFileName } from '#platform/file-name.ts';
import { operation } from './operation.ts';

const tokens = z.object({ signInName: z.string().max(200), password: z.string().max(200) });
const fileTicket = z.object({
  file: z.string().describe('The ticket to hand the file in with.'),
  fileName: z.string(),
  sizeBytes: z.number().int(),
  mediaType: z.string(),
});

/** Signing in, procedures, units, files, and the list of refusals. */
export const catalogueOperations = (app: App) => [
  operation({
    method: 'post',
    path: '/tokens',
    id: 'signIn',
    summary: 'Sign in and get a bearer token',
    open: true,
    body: tokens,
    answer: z.object({ token: z.string(), endsAt: z.string() }),
    handle: async ({ body, context }) => {
      const address = context.env?.incoming?.socket?.remoteAddress ?? 'unknown';
      const signedIn = await app.people.signIn(body.signInName, body.password, address);
      if (!signedIn.ok) return signedIn;
      const issued = await app.people.issueToken(signedIn.value.accountId, 'API');
      await app.people.signOut(signedIn.value.token);
      return accepted({ token: issued.token, endsAt: issued.endsAt.toString() });
    },
  }),
  operation({
    method: 'get',
    path: '/procedures',
    id: 'searchProcedures',
    summary: 'Procedures in force today, by plain words with or without diacritics',
    open: true,
    query: { q: 'Plain words', field: 'Field code', tier: 'commune, district or city', lifeEvent: 'Life event' },
    handle: async ({ query }) => {
      const { q = '', field, tier, lifeEvent } = query;
      const search = {
        words: q.slice(0, 200),
        ...(field && { field }),
        ...(tier && { tier }),
        ...(lifeEvent && { lifeEvent }),
      };
      return accepted(await app.procedures.search(search as Parameters<App['procedures']['search']>[0]));
    },
  }),
  operation({
    method: 'get',
    path: '/procedures/{code}',
    id: 'getProcedure',
    summary: 'One procedure: papers, form, dues, limit, route of the version in force',
    open: true,
    handle: async ({ path }) => {
      const procedure = await app.procedures.inForce(path.code ?? '');
      if (!procedure) return refused('procedure-not-found', { code: path.code ?? '' });
      return accepted({ ...procedure, formSchema: app.procedures.formSchema(procedure.definition) });
    },
  }),
  operation({
    method: 'get',
    path: '/units',
    id: 'searchUnits',
    summary: 'Agencies by name, with or without diacritics',
    open: true,
    query: { q: 'Words of the name' },
    handle: async ({ query }) => {
      const units = await app.units.search((query.q ?? '').slice(0, 200));
      return accepted(
        units.map(({ id, name, kind, tier, code, agencyCode }) => ({ id, name, kind, tier, code, agencyCode })),
      );
    },
  }),
  operation({
    method: 'post',
    path: '/files',
    id: 'uploadFile',
    summary: 'Upload a paper as the raw body: PDF, picture or office file up to 20 MB',
    query: { name: 'File name' },
    rawBody: true,
    answer: fileTicket,
    handle: async ({ context, query }) => {
      const stored = await app.files.put(context.req.raw.body ?? new Uint8Array());
      if (!stored.ok) return stored;
      const file = { fileName: cleanFileName(query.name ?? 'tep'), ...stored.value };
      const { sha256: _, ...shown } = file;
      return accepted({ file: await app.dossiers.writePaperTicket(file), ...shown });
    },
  }),
  operation({
    method: 'get',
    path: '/refusals',
    id: 'listRefusals',
    summary: 'Every refusal: code, HTTP status, sentence in both languages',
    open: true,
    handle: async () => accepted(refusalCatalogue),
  }),
];
