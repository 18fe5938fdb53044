import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#app.ts';
import { openFileStore } from '#platform/file-store.ts';
import { createServer } from '#surfaces/web/server.ts';
import { loadDemoCity } from '../src/load-demo-city.ts';
import { officerOf, openCity } from './city.ts';
import { moment } from './dossier-walk.ts';
import { freshDatabase } from './on-database.ts';

/**
 * The rules of the public validators of GeoReport v2, whose programs no longer run, written anew as tests:
 * the schemas of https://github.com/open311/schema-validation (schema/georeport-v2) and the checks of
 * https://github.com/SeeClickFix/open311-validator (tests/discovery.rb, services.rb, service_definition.rb, create.rb),
 * with what https://wiki.open311.org/GeoReport_v2 says of errors and arguments.
 */
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });
const text = { type: 'string' };
const shown = { type: 'string', minLength: 1 };
const when = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)$' };
const listOf = (required: readonly string[], properties: object) => ({
  type: 'array',
  minItems: 1,
  items: { type: 'object', required, properties },
});

const services = listOf(['service_code', 'service_name', 'type'], {
  service_code: shown,
  service_name: shown,
  description: text,
  metadata: { type: 'boolean' },
  type: { enum: ['realtime', 'batch', 'blackbox'] },
  keywords: text,
  group: text,
});
const serviceDefinition = {
  type: 'object',
  required: ['service_code', 'attributes'],
  properties: {
    service_code: shown,
    attributes: listOf(['variable', 'code', 'datatype', 'required'], {
      variable: { type: 'boolean' },
      code: shown,
      datatype: { enum: ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'] },
      required: { type: 'boolean' },
      datatype_description: orNull(text),
      order: orNull({ type: 'integer' }),
      description: orNull(text),
      values: listOf(['key', 'name'], { key: shown, name: shown }),
    }),
  },
};
const requests = listOf(['service_request_id', 'status', 'service_code', 'requested_datetime'], {
  service_request_id: shown,
  status: { enum: ['open', 'closed'] },
  status_notes: orNull(text),
  service_name: orNull(text),
  service_code: shown,
  description: orNull({ type: 'string', maxLength: 4000 }),
  agency_responsible: orNull(text),
  service_notice: orNull(text),
  requested_datetime: when,
  updated_datetime: orNull(when),
  expected_datetime: orNull(when),
  address: orNull(text),
  address_id: orNull(text),
  zipcode: orNull(text),
  lat: orNull({ type: 'number' }),
  long: orNull({ type: 'number' }),
  media_url: orNull({ type: 'string', pattern: '^https?://' }),
});
const errors = listOf(['code', 'description'], { code: { type: 'integer' }, description: shown });

const ajv = new Ajv({ strict: false, allErrors: true });
const expectLike = (schema: object, value: unknown) => {
  ajv.validate(schema, value);
  expect(ajv.errors ?? []).toEqual([]);
};

const publicUrl = 'https://motcua.example';
const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-open311-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

let app: App;
let setClock: (at: string) => void;
let server: ReturnType<typeof createServer>;
beforeAll(async () => {
  ({ app, setClock } = await openCity(database.db, await openFileStore(folder)));
  await loadDemoCity(database.db, moment('2021-11-01T08:00'), () => undefined);
  server = createServer({ app, settings: { publicUrl }, isReady: async () => true });
});

const ask = (path: string, init?: RequestInit) => server.request(`/open311${path}`, init);
// biome-ignore lint/suspicious/noExplicitAny: an answer read as an outsider reads it
const json = async (path: string): Promise<any> => (await ask(path)).json();
const apiKey = 'mc_demo-system-token-2021';
const drain = {
  api_key: apiKey,
  service_code: 'drainage',
  description: 'Miệng cống trước số 8 phố Đội Cấn bị vỡ nắp.',
  address_string: 'Trước số 8 phố Đội Cấn',
  address_id: 'x-00007',
  lat: '21.0352',
  long: '105.8226',
  first_name: 'Hậu',
  last_name: 'Bùi Thị',
  phone: '0912000111',
};
const send = (form: Readonly<Record<string, string>>, format = 'json') =>
  ask(`/v2/requests.${format}`, { method: 'POST', body: new URLSearchParams(form) });

/** A document with one element inside another, as a tree of names; throws where a tag is not closed. */
function readXml(document: string): readonly [name: string, inside: unknown] {
  const open: [string, unknown[]][] = [['', []]];
  const body = document.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\s*/, '');
  for (const [tag, name = '', , said = ''] of body.matchAll(/<\/?([a-z_0-9]+)(\/?)>|([^<]+)/g)) {
    if (!tag.startsWith('<')) open.at(-1)![1].push(said);
    else if (tag.endsWith('/>')) open.at(-1)![1].push([name, '']);
    else if (!tag.startsWith('</')) open.push([name, []]);
    else {
      const [closed, inside] = open.pop()!;
      if (closed !== name) throw new Error(`</${name}> closes <${closed}>`);
      open.at(-1)![1].push([closed, inside.length === 1 && typeof inside[0] === 'string' ? inside[0] : inside]);
    }
  }
  if (open.length !== 1) throw new Error('a tag is not closed');
  return open[0]![1].find((one) => Array.isArray(one)) as [string, unknown];
}

const namesIn = (inside: unknown): readonly string[] => (inside as [string, unknown][]).map(([name]) => name);

describe('Open311 GeoReport v2', () => {
  test('is discovered in both formats, with contact, key service and an endpoint that has text/xml', async () => {
    const discovery = await json('/discovery.json');
    expectLike(
      { type: 'object', required: ['contact', 'key_service', 'changeset'], properties: { changeset: when } },
      discovery,
    );
    expect(discovery.endpoints[0]).toMatchObject({ url: `${publicUrl}/open311/v2`, type: 'production' });
    expect(discovery.endpoints[0].formats).toContain('text/xml');
    const [root, inside] = readXml(await (await ask('/discovery.xml')).text());
    expect([root, ...namesIn(inside)]).toEqual(['discoveries', 'discovery']);
  });

  test('lists services, each once, and defines the attributes of those that have metadata', async () => {
    const list = await json('/v2/services.json');
    expectLike(services, list);
    const codes = list.map(({ service_code }: { service_code: string }) => service_code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { service_code, metadata } of list)
      if (metadata) {
        const definition = await json(`/v2/services/${service_code}.json`);
        expectLike(serviceDefinition, definition);
        expect(definition.service_code).toBe(service_code);
      }
    const [root, inside] = readXml(await (await ask('/v2/services.xml')).text());
    expect([root, new Set(namesIn(inside)), namesIn(inside).length]).toEqual([
      'services',
      new Set(['service']),
      codes.length,
    ]);
    expect(readXml(await (await ask('/v2/services/drainage.xml')).text())[0]).toBe('service_definition_list');
  });

  test('takes a request in JSON and in XML, gives its id, and shows it to anyone without who reported it', async () => {
    const [sent] = await (await send(drain)).json();
    expect(sent.service_request_id).toMatch(/^PA-2021-\d{6}$/);
    setClock('2021-11-05T09:05');
    const asXml = readXml(await (await send({ ...drain, address_string: 'Số 20 Đội Cấn' }, 'xml')).text());
    expect(asXml[0]).toBe('service_requests');
    const list = await json(`/v2/requests/${sent.service_request_id}.json?extensions=true`);
    expectLike(requests, list);
    expect(list[0]).toMatchObject({ status: 'open', service_code: 'drainage', lat: null, address_id: 'x-00007' });
    // words and place of a person are public once an officer has accepted them
    const item = await app.feedback.item(sent.service_request_id);
    const clerk = officerOf('x-00007', ['records-clerk'], 41);
    const data = { class: 'ours', unitId: '', field: 'drainage', complex: 'no' };
    const moved = await app.work.move(clerk, { caseId: item!.caseId, move: 'accept', data });
    expect(moved.ok || moved.refusal).toBe(true);
    const [now] = await json(`/v2/requests/${sent.service_request_id}.json`);
    expect(now).toMatchObject({ lat: 21.0352, description: 'Miệng cống trước số 8 phố Đội Cấn bị vỡ nắp.' });
    const everything = JSON.stringify(await json('/v2/requests.json'));
    expectLike(requests, JSON.parse(everything));
    for (const hidden of ['Bùi Thị', '0912000111']) expect(everything).not.toContain(hidden);
    expect(readXml(await (await ask('/v2/requests.xml')).text())[0]).toBe('service_requests');
  });

  test('sent twice by the same system is one request', async () => {
    const twice = { ...drain, address_string: 'Số 30 Đội Cấn' };
    const [one] = await (await send(twice)).json();
    const [other] = await (await send(twice)).json();
    expect(other.service_request_id).toBe(one.service_request_id);
  });

  test('finds requests by id, service, state and span, newest first', async () => {
    const all = await json('/v2/requests.json');
    const ids = all.map((one: { service_request_id: string }) => one.service_request_id);
    expect(await json(`/v2/requests.json?service_request_id=${ids.slice(0, 2).join(',')}`)).toHaveLength(2);
    expect(await json('/v2/requests.json?service_code=lighting')).toEqual([]);
    expect(await json('/v2/requests.json?status=closed')).toEqual([]);
    expect(await json('/v2/requests.json?status=open,closed')).toHaveLength(ids.length);
    expect(await json('/v2/requests.json?start_date=2021-11-06T00:00:00Z')).toEqual([]);
    expect(all.map((one: { requested_datetime: string }) => one.requested_datetime)).toEqual(
      all
        .map((one: { requested_datetime: string }) => one.requested_datetime)
        .toSorted()
        .toReversed(),
    );
  });

  test.each([
    ['without a key', { api_key: '' }, 400, 'api_key'],
    ['with a key nobody has', { api_key: 'mc_nobody' }, 403, 'api_key'],
    ['without a service', { service_code: '' }, 400, 'service_code'],
    ['of a service that is not there', { service_code: 'weather' }, 404, 'service_code'],
    ['without a place', { lat: '', address_string: '', address_id: '' }, 400, 'address'],
    ['with a place outside the world', { lat: '191' }, 400, ''],
    ['without words', { description: '' }, 400, ''],
  ])(
    'a request %s is refused as the specification says, with code and description',
    async (_name, change, status, word) => {
      const refused = await send({ ...drain, ...change });
      expect(refused.status).toBe(status);
      const body = await refused.json();
      expectLike(errors, body);
      expect(body[0].description).toContain(word);
      const asXml = readXml(await (await send({ ...drain, ...change }, 'xml')).text());
      expect([asXml[0], namesIn(asXml[1])]).toEqual(['errors', ['error']]);
    },
  );

  test.each(['/v2/requests/PA-2021-999999.json', '/v2/services/weather.json', '/v2/tokens/none.json', '/v2/nothing'])(
    '%s is not found, in the words of the specification',
    async (path) => {
      const answer = await ask(path);
      expect(answer.status).toBe(404);
      expectLike(errors, await answer.json());
    },
  );

  test('hostile input is answered in words and never by a fault', async () => {
    const strange = [
      '\u0000',
      '%00',
      "' or 1=1 --",
      '<script>',
      '\ud800',
      'a'.repeat(5000),
      '../../etc/passwd',
      '9'.repeat(400),
    ];
    for (const bad of strange) {
      for (const name of Object.keys(drain).filter((one) => one !== 'api_key'))
        expect((await send({ ...drain, address_string: 'Hẻm lạ', [name]: bad })).status).toBeLessThan(500);
      const query = new URLSearchParams({ start_date: bad, service_request_id: bad, status: bad, service_code: bad });
      expect((await ask(`/v2/requests.json?${query}`)).status).toBeLessThan(500);
      expect((await ask(`/v2/requests/${encodeURIComponent(bad.toWellFormed())}.xml`)).status).toBeLessThan(500);
    }
  });
});
