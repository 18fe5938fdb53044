import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoSignIns } from '#modules/people/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { apiRoutes } from '#surfaces/api/routes.ts';
import { loadDemoCity } from '../src/load-demo-city.ts';
import { openCity, submitter } from './city.ts';
import { moment } from './dossier-walk.ts';
import { freshDatabase } from './on-database.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

interface Described {
  readonly paths: Record<string, Record<string, { operationId: string }>>;
}
let router: ReturnType<typeof apiRoutes>;
let document: Described;
let setClock: (at: string) => void;

beforeAll(async () => {
  const city = await openCity(database.db, await openFileStore(folder));
  setClock = city.setClock;
  await loadDemoCity(database.db, moment('2021-11-05T08:00'), () => undefined);
  router = apiRoutes(city.app);
  document = (await (await router.request('/openapi.json')).json()) as Described;
});

/** Calls an operation by the name the document gives it, knowing nothing but the document. */
async function call(
  operationId: string,
  options: {
    readonly token?: string;
    readonly path?: Record<string, string>;
    readonly query?: string;
    readonly body?: unknown;
    readonly raw?: Uint8Array<ArrayBuffer>;
    readonly headers?: Record<string, string>;
  } = {},
) {
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, described] of Object.entries(operations)) {
      if (described.operationId !== operationId) continue;
      const filled = path
        .replace(/^\/api/, '')
        .replaceAll(/\{(\w+)\}/g, (_, name: string) => options.path?.[name] ?? '');
      const response = await router.request(`${filled}${options.query ?? ''}`, {
        method: method.toUpperCase(),
        headers: {
          ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
          ...(options.raw ? { 'content-length': String(options.raw.length) } : {}),
          ...options.headers,
        },
        ...(options.raw
          ? { body: options.raw }
          : options.body === undefined
            ? {}
            : { body: JSON.stringify(options.body) }),
      });
      const type = response.headers.get('content-type') ?? '';
      // biome-ignore lint/suspicious/noExplicitAny: an answer read as an outsider reads it
      const answer: any = type.includes('json') ? await response.json() : await response.arrayBuffer();
      return { status: response.status, answer };
    }
  }
  throw new Error(`the document has no operation ${operationId}`);
}

const { password } = demoSignIns();
async function tokenOf(signInName: string): Promise<string> {
  const { status, answer } = await call('signIn', { body: { signInName, password } });
  if (status !== 200) throw new Error(JSON.stringify(answer));
  return answer.token;
}

const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

const marital = {
  procedureCode: '1.004873',
  receiverId: 'x-00007',
  answers: {} as Record<string, unknown>,
  submitter,
};

describe('the API, from its document alone', () => {
  test('is described by a valid OpenAPI 3.1 document', async () => {
    const result = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect(result.errors ?? []).toEqual([]);
  });

  test('drives a dossier from the citizen to the returned result, with a supplement on the way', async () => {
    setClock('2021-11-05T09:00');
    const citizen = await tokenOf('cong.dan.1');
    const { answer: procedure } = await call('getProcedure', { path: { code: '1.004873' } });
    const uploaded = await call('uploadFile', { token: citizen, raw: pdf, query: '?name=giay%20to.pdf' });
    expect(uploaded.status).toBe(200);
    const needed = procedure.definition.documents.filter(
      (document: { showOnly?: boolean; optional?: boolean }) => !document.showOnly && !document.optional,
    );
    const papers = needed.map((document: { id: string }) => ({ documentId: document.id, file: uploaded.answer.file }));
    // an outsider answers what the refusals ask for, with what the schema of the form shows
    let submitted = await call('submitDossier', { token: citizen, body: { ...marital, papers } });
    for (let tries = 0; submitted.answer.code === 'answer-missing' && tries < 40; tries++) {
      const { field } = submitted.answer;
      marital.answers[field] = sampleFor(procedure.formSchema.properties[field]);
      const headers = { 'idempotency-key': 'k-1' };
      submitted = await call('submitDossier', { token: citizen, body: { ...marital, papers }, headers });
    }
    expect(submitted.status, JSON.stringify(submitted.answer)).toBe(200);
    const again = await call('submitDossier', {
      token: citizen,
      body: { ...marital, papers },
      headers: { 'idempotency-key': 'k-1' },
    });
    expect(again.answer.caseId).toBe(submitted.answer.caseId);
    const path = { id: submitted.answer.caseId as string };

    const desk = await tokenOf('motcua.congvi');
    const asked = await call('move-ask-supplement', {
      token: desk,
      path,
      body: { items: [{ what: 'Bản chụp căn cước', reason: 'Chưa đính kèm', clause: 'Điều 21 NĐ 123/2015' }] },
    });
    expect(asked.answer.state).toBe('awaiting-supplement');
    const answered = await call('move-answer-supplement', {
      token: citizen,
      path,
      body: { note: 'Đã bổ sung', papers: [] },
    });
    expect(answered.answer.state).toBe('submitted');

    const accepted = await call('acceptDossier', { token: desk, path, body: {} });
    expect(accepted.answer.code).toMatch(/^000\.04\.31\.H26-211105-\d{4}$/);
    expect((await call('move-forward', { token: desk, path, body: {} })).answer.state).toBe('in-process');
    const handler = await tokenOf('hotich.congvi');
    expect((await call('move-take-over', { token: handler, path, body: {} })).status).toBe(200);
    const proposal = { outcome: 'grant', summary: 'Đủ điều kiện cấp giấy' };
    expect((await call('move-propose', { token: handler, path, body: proposal })).status).toBe(200);
    const chair = await tokenOf('chutich.congvi');
    expect((await call('move-sign', { token: chair, path, body: { signingForm: 'direct' } })).status).toBe(200);
    const clerk = await tokenOf('vanthu.congvi');
    const issued = await call('move-issue', { token: clerk, path, body: { number: '15/GXN-UBND' } });
    expect(issued.answer.state).toBe('settled');
    const returned = await call('move-return-result', {
      token: desk,
      path,
      body: { receivedBy: 'Trần Văn An', method: 'desk' },
    });
    expect(returned.answer.state).toBe('returned');

    const forms = (await call('listForms', { token: desk, path })).answer;
    expect(forms.forms.map(({ form }: { form: string }) => form)).toEqual(['01', '02', '05']);
    const printed = await call('getForm', { token: desk, path: { ...path, n: '05' } });
    expect(printed.status).toBe(200);
    expect(Buffer.from(printed.answer).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await call('listForms', { token: desk, path })).answer.prints).toHaveLength(1);
    expect((await call('getForm', { token: citizen, path: { ...path, n: '05' } })).answer.code).toBe('slip-not-there');
    expect((await call('getForm', { token: citizen, path: { ...path, n: '02' } })).status).toBe(200);
    expect((await call('getForm', { token: desk, path: { ...path, n: '03' } })).status).toBe(404);

    const tracked = await call('trackDossier', {
      body: { code: accepted.answer.code, secret: submitted.answer.secret },
    });
    expect(tracked.answer).toEqual({ shownCode: accepted.answer.code, state: 'returned', percent: 100 });
    const own = await call('getDossier', { token: citizen, path });
    expect(own.answer.journal.map((entry: { verb: string }) => entry.verb)).toEqual([
      'submit',
      'ask-supplement',
      'answer-supplement',
      'accept',
      'forward',
      'take-over',
      'propose',
      'sign',
      'issue',
      'return-result',
    ]);
  });

  test('books a visit, gives its number and calls it to a counter', async () => {
    setClock('2021-11-05T09:00');
    const deskId = 'x-00007.desk';
    const path = { id: deskId };
    const { answer: days } = await call('listSlots', { path });
    const slot = days[0].slots[1];
    expect(slot).toMatchObject({ free: 4 });
    const visit = {
      deskId,
      procedureCode: '1.001193',
      startsAt: slot.startsAt,
      name: 'Trần Văn An',
      phone: '0912345670',
    };
    const headers = { 'idempotency-key': 'one-visit' };
    const booked = await call('bookVisit', { body: visit, headers });
    expect(booked).toMatchObject({ status: 200, answer: { deskId, state: 'booked' } });
    expect((await call('bookVisit', { body: visit, headers })).answer.code).toBe(booked.answer.code);
    // the same key of somebody else books for them, and shows nobody's booking
    const other = await call('bookVisit', { body: { ...visit, phone: '0912345671' }, headers });
    expect(other.answer.code).not.toBe(booked.answer.code);
    const { code } = booked.answer;
    expect((await call('findBooking', { body: { code, phone: '0900000000' } })).status).toBe(404);
    expect((await call('findBooking', { body: { code, phone: '0912345670' } })).answer).toMatchObject({ code });
    const moved = await call('changeBooking', {
      body: { code, phone: '0912345670', change: { startsAt: days[0].slots[0].startsAt } },
    });
    expect(moved.answer.startsAt).toBe(days[0].slots[0].startsAt);

    setClock('2021-11-05T09:20');
    const officer = await tokenOf('motcua.congvi');
    const bookingCode = { bookingCode: code };
    expect(await call('takeTicket', { path, body: bookingCode })).toMatchObject({
      status: 403,
      answer: { code: 'device-not-enrolled' },
    });
    const ticket = await call('takeTicket', { path, body: bookingCode, token: officer });
    expect(ticket).toMatchObject({ status: 200, answer: { number: 1, state: 'waiting' } });
    await call('runCounter', { path, body: { act: 'open', number: 1 }, token: officer });
    expect((await call('callNext', { path, body: {}, token: officer })).answer).toMatchObject({
      number: 1,
      counter: 1,
    });
    expect((await call('getQueue', { path })).answer).toMatchObject({
      called: [{ number: 1, counter: 1 }],
      waiting: [],
    });
    const ended = { ...path, ticket: ticket.answer.id };
    await call('moveTicket', { path: ended, body: { move: 'finish' }, token: officer });
    expect((await call('getTicket', { path: { id: ticket.answer.id } })).answer).toMatchObject({ state: 'done' });
    const citizen = await tokenOf('cong.dan.1');
    expect((await call('callNext', { path, body: {}, token: citizen })).status).toBe(403);
    const scores = { path: { id: 'x-00007' }, query: '?year=2021&quarter=4' };
    expect((await call('getServiceScores', { ...scores, token: officer })).answer.indicators).toHaveLength(9);
    expect((await call('getServiceScores', { ...scores, token: citizen })).status).toBe(403);
  });

  test('refuses with problem details: a published code, both languages, the status of the list', async () => {
    const stranger = await tokenOf('cong.dan.2');
    const citizen = await tokenOf('cong.dan.1');
    const { answer: list } = await call('listDossiers', { token: citizen });
    const path = { id: list.rows[0].caseId as string };
    const hidden = await call('getDossier', { token: stranger, path });
    expect(hidden).toMatchObject({ status: 404, answer: { code: 'dossier-not-found' } });
    const published = (await call('listRefusals')).answer;
    expect(published[hidden.answer.code].vi).toBe(hidden.answer.sentence.vi);
    expect((await call('move-sign', { token: stranger, path, body: { signingForm: 'TM' } })).status).toBe(403);
    expect((await call('getDossier', { path })).answer.code).toBe('not-signed-in');
    expect((await call('getDossier', { token: 'mc_forged', path })).status).toBe(401);
  });

  test('takes no file that is not what a city reads, whatever its name', async () => {
    const citizen = await tokenOf('cong.dan.1');
    const exe = new Uint8Array(4096);
    exe.set(new TextEncoder().encode('MZ\u0090\u0000'));
    const refused = await call('uploadFile', { token: citizen, raw: exe, query: '?name=don.pdf' });
    expect(refused.answer.code).toBe('file-type-not-allowed');
  });

  test('takes no paper whose ticket it did not write', async () => {
    const citizen = await tokenOf('cong.dan.1');
    const forged = await call('submitDossier', {
      token: citizen,
      body: { ...marital, papers: [{ documentId: 'divorce-or-death', file: 'e30.forged' }] },
    });
    expect(forged.answer.code).toBe('paper-unknown');
  });

  test('answers a body that cannot be read in words', async () => {
    const citizen = await tokenOf('cong.dan.1');
    const unread = await call('submitDossier', { token: citizen, body: { procedureCode: 5 } });
    expect(unread).toMatchObject({ status: 400, answer: { code: 'request-not-readable' } });
    const response = await router.request('/dossiers', {
      method: 'POST',
      headers: { authorization: `Bearer ${citizen}` },
      body: '{',
    });
    expect(response.status).toBe(400);
  });

  test('refuses control characters wherever they stand: no database, page or paper can hold them', async () => {
    const citizen = await tokenOf('cong.dan.1');
    const nul = '\u0000';
    const marked = { ...marital, submitter: { ...marital.submitter, name: `Trần${nul}Văn` } };
    const refused = await call('submitDossier', { token: citizen, body: marked });
    expect(refused).toMatchObject({ status: 422, answer: { code: 'characters-not-usable', field: 'submitter.name' } });
    for (const path of ['/dossiers?q=%00', '/procedures/%00', '/units?q=a%00b']) {
      const response = await router.request(path, { headers: { authorization: `Bearer ${citizen}` } });
      expect([path, response.status]).toEqual([path, 422]);
    }
    const astray = await call('listDossiers', { token: citizen, query: '?after=2021-99-99T99:99|x' });
    expect(astray.status).toBe(200);
  });

  test('a fault of ours is told as a problem with a number, and nothing of what is inside', async () => {
    const lost = await freshDatabase();
    const { app } = await openCity(lost.db, await openFileStore(folder));
    await lost.drop();
    const response = await apiRoutes(app).request('/procedures/1.004873');
    expect([response.status, response.headers.get('content-type')]).toEqual([
      500,
      'application/problem+json; charset=utf-8',
    ]);
    expect(Object.keys(await response.json()).sort()).toEqual([
      'code',
      'reference',
      'sentence',
      'status',
      'title',
      'type',
    ]);
  });
});

function sampleFor(schema: { enum?: unknown[]; examples?: unknown[]; minimum?: number }): unknown {
  return schema.enum?.[0] ?? schema.examples?.[0] ?? schema.minimum ?? 'Trần Văn An';
}
