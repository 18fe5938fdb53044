import { type Context, Hono } from 'hono';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { sha256 } from '#kernel/hash.ts';
import { refused } from '#kernel/result.ts';
import { logFault } from '#platform/log.ts';
import { catalogueOperations } from './catalogue-operations.ts';
import { deskOperations, visitOperations } from './desk-operations.ts';
import { dossierOperations } from './dossier-operations.ts';
import { duesOperations } from './dues-operations.ts';
import { feedbackOperations } from './feedback-operations.ts';
import { figureOperations } from './figure-operations.ts';
import { indexOperations } from './index-operations.ts';
import { openApiDocument } from './open-api.ts';
import type { Operation } from './operation.ts';
import { paperOperations } from './paper-operations.ts';
import { fault, problem } from './problem.ts';
import { registerOperations } from './register-operations.ts';
import { reportOperations } from './report-operations.ts';
import { taskOperations } from './task-operations.ts';

/** A JSON body larger than this is nobody's form. */
const largestBody = 2_000_000;
const nobody: Actor = { kind: 'citizen', accountId: null, name: '', posts: [] };

/** `/api`: every operation, and the document written from them at `/api/openapi.json`. */
export function apiRoutes(app: App): Hono {
  const operations = [
    ...catalogueOperations(app),
    ...dossierOperations(app),
    ...paperOperations(app),
    ...registerOperations(app),
    ...figureOperations(app),
    ...indexOperations(app),
    ...taskOperations(app),
    ...duesOperations(app),
    ...registerOperations(app),
    ...visitOperations(app),
    ...deskOperations(app),
    ...feedbackOperations(app),
    ...reportOperations(app),
    ...taskOperations(app),
  ];
  const document = openApiDocument(operations);
  const router = new Hono();
  router.get('/openapi.json', (context) => context.json(document));
  for (const operation of operations) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
    router.on(operation.method, path, (context) => run(app, operation, context));
  }
  router.all('*', (context) => problem(context, refused('address-unknown').refusal));
  router.onError((error, context) => fault(context, logFault(error, context.req.path, context.req.method)));
  return router;
}

async function run(app: App, operation: Operation, context: Context): Promise<Response> {
  context.header('cache-control', 'no-store');
  const token = /^Bearer (\S{1,200})$/.exec(context.req.header('authorization') ?? '')?.[1];
  const actor = token ? await app.people.findActorByToken(token) : undefined;
  if (!actor && (token || !operation.open)) return problem(context, refused('not-signed-in').refusal);

  let body: unknown;
  let sent: unknown;
  let text = '';
  if (operation.method === 'post' && !operation.rawBody) {
    if (Number(context.req.header('content-length') ?? 0) > largestBody)
      return unreadable(context, 'the body is too large');
    text = await context.req.text();
    if (text.length > largestBody) return unreadable(context, 'the body is too large');
    sent = parse(text);
    if (sent === undefined) return unreadable(context, 'it is not JSON');
    const read = operation.body?.safeParse(sent);
    if (read && !read.success) {
      const issue = read.error.issues[0];
      const field = issue?.path.join('.') ?? '';
      return problem(
        context,
        refused('request-not-readable', { reason: `${field}: ${issue?.message ?? ''}` }, field).refusal,
      );
    }
    body = read?.data;
  }
  const field = fieldNotUsable({ ...context.req.param(), ...context.req.query(), ...objectOf(sent) });
  if (field !== undefined) return problem(context, refused('characters-not-usable', { field }, field).refusal);
  const seen = /^"?(\d{1,9})"?$/.exec(context.req.header('if-match') ?? '')?.[1];
  const key = context.req.header('idempotency-key')?.slice(0, 200);
  const caller = actor?.accountId ?? 'anyone';
  const result = await operation.handle({
    context,
    path: context.req.param() as Record<string, string>,
    query: context.req.query(),
    body,
    sent,
    actor: actor ?? nobody,
    call: {
      ...(key ? { key: { caller, key, requestHash: sha256(`${context.req.path} ${text}`) } } : {}),
      ...(seen ? { seen: Number(seen) } : {}),
    },
  });
  if (result instanceof Response) return result;
  return result.ok ? context.json(result.value as object) : problem(context, result.refusal);
}

const objectOf = (sent: unknown): object => (typeof sent === 'object' && sent !== null ? sent : {});

/** The first field with a control character: no database, page or paper can hold it. Line ends and tabs are text. */
function fieldNotUsable(value: unknown, field = ''): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
  const strange = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
  if (typeof value === 'string') return strange.test(value) ? field : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    if (strange.test(name)) return field;
    const found = fieldNotUsable(inner, field === '' ? name : `${field}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function parse(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const unreadable = (context: Context, reason: string): Response =>
  problem(context, refused('request-not-readable', { reason }).refusal);
