import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openMessageGateway } from './message-gateway.ts';

const key = 'khoa-bi-mat-cua-nha-mang';
const taken: { headers: IncomingHttpHeaders; body: string }[] = [];
let answer = 200;
let silent = false;

/** An operator's gateway: checks the signature as the operator would. */
const server = createServer(async (request, response) => {
  let body = '';
  for await (const piece of request) body += piece;
  if (silent) return;
  const signed = createHmac('sha256', key).update(`${request.headers['x-motcua-moment']}.${body}`).digest('hex');
  if (signed !== request.headers['x-motcua-signature']) return response.writeHead(401).end();
  taken.push({ headers: request.headers, body });
  response.writeHead(answer).end();
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/gui-tin`;
const message = {
  to: '0912345678',
  text: 'Ho so da co ket qua.',
  id: '01929d3e-0000-7000-8000-000000000001',
  at: Temporal.Instant.from('2021-11-05T02:00:00Z'),
};

beforeEach(() => {
  taken.length = 0;
  answer = 200;
  silent = false;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('a message goes out signed, with the number as the world writes it and the same key for every attempt', async () => {
  const gateway = openMessageGateway(url, key);
  expect(await gateway.send(message)).toEqual({ outcome: 'sent' });
  expect(await gateway.send(message)).toEqual({ outcome: 'sent' });
  expect(taken.map(({ headers }) => headers['idempotency-key'])).toEqual([message.id, message.id]);
  expect(taken[0]?.headers['x-motcua-moment']).toBe('1636077600');
  expect(JSON.parse(taken[0]!.body)).toEqual({ to: '+84912345678', text: message.text, reference: message.id });
});

test('a wrong key is ours to mend and tried again', async () => {
  expect(await openMessageGateway(url, 'khoa-khac').send(message)).toEqual({ outcome: 'again', fault: 'HTTP 401' });
});

test.each([
  [500, 'again'],
  [503, 'again'],
  [429, 'again'],
  [422, 'never'],
  [404, 'never'],
])('an answer of %i means %s', async (status, outcome) => {
  answer = status;
  expect(await openMessageGateway(url, key).send(message)).toEqual({ outcome, fault: `HTTP ${status}` });
});

test('a gateway that is silent or away is tried again', async () => {
  silent = true;
  expect(await openMessageGateway(url, key, 100).send(message)).toEqual({ outcome: 'again', fault: 'ETIMEDOUT' });
  const away = openMessageGateway('http://127.0.0.1:1/', key);
  expect(await away.send(message)).toEqual({ outcome: 'again', fault: 'ECONNECTION' });
});
