import { type Context, Hono } from 'hono';
import { type App, refusalCatalogue } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { sha256 } from '#kernel/hash.ts';
import { type Refusal, sentenceOf } from '#kernel/result.ts';
import { type FeedbackField, feedbackKind } from '#modules/feedback/index.ts';
import { logFault } from '#platform/log.ts';
import { extensionsOf, requestOf, statesOf } from './requests.ts';
import { type Tree, writeXml } from './write-xml.ts';

type Format = 'json' | 'xml';

/** The specification gives the default span as ninety days and allows an answer to hold no more than a thousand. */
const spanDays = 90;
const mostRequests = 1000;
const largestForm = 200_000;

const wordsOfService = (field: FeedbackField): Tree => ({
  service_code: field.code,
  service_name: field.name.vi,
  description: field.name.en,
  metadata: true,
  type: 'realtime',
  keywords: field.words,
  group: field.about.join(','),
});

const attributes: readonly Tree[] = [
  {
    variable: true,
    code: 'commune',
    datatype: 'string',
    required: true,
    datatype_description: 'Id of the ward, commune or township: GET /api/units',
    order: 1,
    description: 'Phường, xã, thị trấn',
  },
  {
    variable: true,
    code: 'about',
    datatype: 'singlevaluelist',
    required: false,
    datatype_description: null,
    order: 2,
    description: 'Phản ánh về',
    values: [
      { key: 'place', name: 'Hiện trường, nơi công cộng' },
      { key: 'service', name: 'Dịch vụ công' },
    ],
  },
];

/**
 * Open311 GeoReport v2 (https://wiki.open311.org/GeoReport_v2): services, requests read and sent, tokens, in JSON and XML.
 * Extensions: `api_key` is a bearer token of ours; `address_id` is the id of a commune; `extensions=true` adds
 * `extended_attributes`; `attribute[commune]` says the commune where `address_id` does not.
 */
export function open311Routes(app: App, publicUrl: string): Hono {
  const router = new Hono();
  const shared = (path: string) => path.replace('*', ':file{[A-Za-z0-9_.~-]+\\.(?:json|xml)}');
  router.get(inBoth('services'), (context) =>
    answer(context, formatOf(context), 'services', 'service', app.feedback.fields.map(wordsOfService)),
  );
  router.get(shared('/services/*'), (context) => {
    const [id, format] = split(context);
    const field = app.feedback.fields.find(({ code }) => code === id);
    if (!field) return wrong(context, format, 404, 'service_code was not found');
    const definition = { service_code: field.code, attributes: attributes.map((one) => ({ ...one })) };
    if (format === 'json') return context.json(definition);
    const inside = attributes.map((attribute) => ({ attribute: listed(attribute) }));
    return xml(
      context,
      writeXml('service_definition_list', 'service_definition', [{ ...definition, attributes: inside }]),
    );
  });
  router.get(inBoth('requests'), (context) => listRequests(app, context, publicUrl));
  router.post(inBoth('requests'), (context) => sendRequest(app, context));
  router.get(shared('/requests/*'), async (context) => {
    const [id, format] = split(context);
    const codes = id.split(',').slice(0, 100);
    const { rows } = await app.feedback.list({ codes, pageSize: codes.length });
    if (rows.length === 0) return wrong(context, format, 404, 'service_request_id was not found');
    return showRequests(app, context, format, rows, publicUrl);
  });
  router.get(shared('/tokens/*'), async (context) => {
    const [token, format] = split(context);
    const item = await app.feedback.item(token);
    if (!item) return wrong(context, format, 404, 'token was not found');
    const known = { service_request_id: item.code, token };
    return answer(context, format, 'service_requests', 'request', [known]);
  });
  router.all('*', (context) => wrong(context, 'json', 404, 'this address is not of GeoReport v2'));
  router.onError((error, context) => {
    const reference = logFault(error, context.req.path, context.req.method);
    return wrong(context, 'json', 500, `the fault is ours: ${reference}`);
  });
  return router;
}

/**
 * Service discovery (https://wiki.open311.org/Service_Discovery): where the city is asked, in which formats, and where a
 * key is had.
 */
export function open311Discovery(publicUrl: string): Hono {
  const router = new Hono();
  router.get(inBoth('discovery'), (context) => {
    const discovery: Tree = {
      changeset: describedSince,
      contact: `${publicUrl}/gioi-thieu`,
      key_service: `${publicUrl}/api`,
    };
    const endpoint: Tree = {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: `${publicUrl}/open311/v2`,
      changeset: describedSince,
      type: 'production',
    };
    const formats = ['text/xml', 'application/json'];
    if (formatOf(context) === 'json') return context.json({ ...discovery, endpoints: [{ ...endpoint, formats }] });
    const listedFormats = formats.map((format) => ({ format }));
    return xml(
      context,
      writeXml('discoveries', 'discovery', [
        { ...discovery, endpoints: [{ endpoint: { ...endpoint, formats: listedFormats } }] },
      ]),
    );
  });
  return router;
}

/** Since when the interface is as it is described. */
const describedSince = '2021-11-01T00:00:00+07:00';

/** The address of a list in both formats. */
const inBoth = (name: string): string => `/:file{${name}\\.(?:json|xml)}`;

const formatOf = (context: Context): Format => (context.req.path.endsWith('.xml') ? 'xml' : 'json');

function split(context: Context): readonly [id: string, format: Format] {
  const file = context.req.param('file') ?? '';
  const format = file.endsWith('.xml') ? 'xml' : 'json';
  return [file.slice(0, -format.length - 1), format];
}

const xml = (context: Context, text: string, status: 200 | 400 | 403 | 404 | 500 = 200) =>
  context.body(text, status, { 'content-type': 'text/xml; charset=utf-8' });

/** Values of a list are elements of their own in XML. */
const listed = (attribute: Tree): Tree =>
  Array.isArray(attribute.values)
    ? { ...attribute, values: (attribute.values as readonly Tree[]).map((value) => ({ value })) }
    : attribute;

function answer(context: Context, format: Format, root: string, item: string, rows: readonly Tree[]) {
  return format === 'json' ? context.json(rows) : xml(context, writeXml(root, item, rows));
}

/** An error as the specification writes it: a list of code and description. */
function wrong(context: Context, format: Format, status: 400 | 403 | 404 | 500, description: string) {
  const rows = [{ code: status, description }];
  return format === 'json' ? context.json(rows, status) : xml(context, writeXml('errors', 'error', rows), status);
}

const refusedAs = (context: Context, format: Format, refusal: Refusal) => {
  const { status } = refusalCatalogue[refusal.code] ?? { status: 422 };
  const sentence = `${refusal.code}: ${sentenceOf(refusal, refusalCatalogue, 'en')}`;
  return wrong(context, format, status === 404 ? 404 : status === 403 ? 403 : 400, sentence);
};

function momentIn(text: string | undefined): Temporal.Instant | undefined | null {
  if (!text) return undefined;
  try {
    return Temporal.Instant.from(text.replace(/^(\d{4}-\d\d-\d\d)$/, '$1T00:00:00+07:00'));
  } catch {
    return null;
  }
}

async function showRequests(
  app: App,
  context: Context,
  format: Format,
  rows: Awaited<ReturnType<App['feedback']['list']>>['rows'],
  publicUrl: string,
) {
  const { tree } = await app.ground();
  const extended = context.req.query('extensions') === 'true';
  const shown = rows.map((item) => ({
    ...requestOf(item, tree, publicUrl),
    ...(extended ? extensionsOf(item) : {}),
  }));
  return answer(context, format, 'service_requests', 'request', shown);
}

async function listRequests(app: App, context: Context, publicUrl: string) {
  const format = formatOf(context);
  const query = (name: string) => context.req.query(name)?.slice(0, 3000);
  const [from, until] = [momentIn(query('start_date')), momentIn(query('end_date'))];
  if (from === null || until === null) return wrong(context, format, 400, 'start_date or end_date is not a date');
  const codes = query('service_request_id')?.split(',');
  const status = query('status')
    ?.split(',')
    .filter((one) => one === 'open' || one === 'closed');
  const known = Object.keys(feedbackKind.states).filter((state) => state !== 'withdrawn');
  const services = query('service_code')?.split(',');
  const end = until ?? (from ? from.add({ hours: 24 * spanDays }) : app.now());
  const span = codes ? {} : { from: from ?? end.subtract({ hours: 24 * spanDays }), until: end };
  const { rows } = await app.feedback.list({
    ...span,
    ...(codes ? { codes } : {}),
    ...(status?.length === 1 ? { states: statesOf(status[0] as 'open' | 'closed', known) } : {}),
    pageSize: mostRequests,
  });
  const wanted = services ? rows.filter(({ field }) => services.includes(field)) : rows;
  return showRequests(app, context, format, wanted, publicUrl);
}

async function sendRequest(app: App, context: Context) {
  const format = formatOf(context);
  if (Number(context.req.header('content-length') ?? 0) > largestForm)
    return wrong(context, format, 400, 'the form is too large');
  const text = await context.req.text();
  const form = new URLSearchParams(text);
  const given = (name: string, most = 300) => (form.get(name) ?? '').normalize('NFC').slice(0, most);
  const key = given('api_key') || (/^Bearer (\S{1,200})$/.exec(context.req.header('authorization') ?? '')?.[1] ?? '');
  if (!key) return wrong(context, format, 400, 'api_key is missing');
  const actor: Actor | undefined = await app.people.findActorByToken(key);
  if (!actor) return wrong(context, format, 403, 'api_key is not valid');
  if (!given('service_code')) return wrong(context, format, 400, 'service_code is missing');
  if (!app.feedback.fields.some(({ code }) => code === given('service_code')))
    return wrong(context, format, 404, 'service_code was not found');
  if (!given('lat') && !given('address_string') && !given('address_id'))
    return wrong(context, format, 400, 'lat and long, address_string or address_id is missing');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test([...form.values()].join('')))
    return wrong(context, format, 400, 'the form has characters that cannot be used');
  const field = app.feedback.fields.find(({ code }) => code === given('service_code'));
  const about =
    given('attribute[about]') || (field?.about.includes('place') ? 'place' : (field?.about[0] ?? 'service'));
  const name = [given('last_name'), given('first_name')].filter(Boolean).join(' ');
  const sent = await app.feedback.submit(
    actor,
    {
      channel: 'api',
      about,
      field: given('service_code'),
      text: given('description', 4000),
      place: given('address_string'),
      communeId: given('address_id') || given('attribute[commune]'),
      aboutUnitId: given('attribute[agency]'),
      procedureCode: '',
      latitude: given('lat', 30),
      longitude: given('long', 30),
      files: [],
      reporter: {
        anonymous: name === '',
        name,
        phone: given('phone'),
        email: given('email'),
        address: '',
        accountId: null,
        language: 'vi',
      },
    },
    // the same form of the same system within the same minute is one request sent twice
    {
      caller: `open311:${actor.accountId}`,
      key: sha256(`${app.now().toString().slice(0, 16)} ${text}`),
      requestHash: sha256(text),
    },
  );
  if (!sent.ok) return refusedAs(context, format, sent.refusal);
  const notice = `Mã bí mật: ${await app.feedback.secretOf(sent.value.reporterId)}`;
  return answer(context, format, 'service_requests', 'request', [
    { service_request_id: sent.value.code ?? sent.value.reference, service_notice: notice, account_id: null },
  ]);
}
