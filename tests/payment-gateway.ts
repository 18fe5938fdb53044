import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A payment gateway as a city would have a contract with one: a server of its own that takes orders, shows people a page to
 * pay on, and tells us by signed callbacks, which it may send twice and out of order. Its signature is computed here anew.
 */
export interface GatewayServer {
  readonly url: string;
  /** Everything it knows of an order, in the order it happened there. */
  eventsOf(order: string): readonly WireEvent[];
  /** Moves money without a page: as a test wants it. */
  happen(order: string, kind: WireEvent['kind'], changes?: Partial<WireEvent>): WireEvent;
  /** Tells us of an event. @returns the status we answered */
  tell(order: string, event: WireEvent, secret?: string): Promise<number>;
  close(): Promise<void>;
}

export interface WireEvent {
  readonly event: string;
  readonly order: string;
  readonly kind: 'created' | 'paid' | 'failed' | 'refunded';
  readonly transaction: string | null;
  readonly amount: string | null;
  readonly currency: string;
  readonly at: string;
}

interface Order {
  readonly amount: string;
  readonly returnUrl: string;
  readonly callbackUrl: string;
  readonly events: WireEvent[];
}

export async function startGateway(secret: string, port = 0): Promise<GatewayServer> {
  const orders = new Map<string, Order>();
  // the city's clock may stand in another year: the gateway goes by the time of its requests
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const sign = (timestamp: string, about: string, body: string, key = secret) =>
    createHmac('sha256', key).update(`${timestamp}\n${about}\n${body}`).digest('hex');

  const happen: GatewayServer['happen'] = (order, kind, changes = {}) => {
    const known = orders.get(order);
    if (!known) throw new Error(`no order ${order}`);
    const moves = kind === 'paid' || kind === 'refunded';
    const event = {
      event: randomUUID(),
      order,
      kind,
      transaction: moves ? `GD${randomUUID().slice(0, 8)}` : null,
      amount: moves ? known.amount : null,
      currency: 'VND',
      at: new Date(now()).toISOString(),
      ...changes,
    };
    known.events.push(event);
    return event;
  };

  const tell: GatewayServer['tell'] = async (order, event, key = secret) => {
    const body = JSON.stringify(event);
    const timestamp = String(Math.floor(now() / 1000));
    const answer = await fetch(orders.get(order)?.callbackUrl ?? '', {
      method: 'POST',
      headers: { 'x-timestamp': timestamp, 'x-signature': sign(timestamp, 'callback', body, key) },
      body,
    });
    return answer.status;
  };

  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const body = await readBody(request);
    const onPage = /^\/pay\/([0-9a-f-]{36})$/.exec(path)?.[1];
    if (onPage) return page(request, response, onPage);
    const timestamp = String(request.headers['x-timestamp'] ?? '');
    if (request.headers['x-signature'] !== sign(timestamp, `${request.method} ${path}`, body))
      return end(response, 401);
    ahead = Number(timestamp) * 1000 - Date.now();
    if (request.method === 'POST' && path === '/payments') {
      const { order, amount, returnUrl, callbackUrl } = JSON.parse(body);
      orders.set(order, { amount, returnUrl, callbackUrl, events: [] });
      const created = happen(order, 'created');
      return end(response, 200, { redirectTo: `${url()}/pay/${order}`, events: [created] });
    }
    const asked = /^\/payments\/([0-9a-f-]{36})$/.exec(path)?.[1];
    if (asked) return end(response, 200, { events: orders.get(asked)?.events ?? [] });
    if (path.startsWith('/report?'))
      return end(response, 200, { events: [...orders.values()].flatMap((one) => one.events) });
    end(response, 404);
  });

  /** Where a person pays. The button moves the money, tells us twice and in the wrong order, and sends the browser back. */
  async function page(request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
    const order = orders.get(id);
    if (!order) return end(response, 404);
    if (request.method === 'POST') {
      const paid = happen(id, 'paid');
      const failed = happen(id, 'failed');
      await Promise.all([tell(id, paid), tell(id, paid)]);
      await tell(id, failed);
      for (const event of order.events.filter(({ kind }) => kind === 'created')) await tell(id, event);
      await tell(id, paid);
      response.writeHead(303, { location: order.returnUrl }).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="vi"><title>Cổng thử nghiệm</title><h1>Trả ${order.amount} đồng</h1><form method="post"><button>Trả tiền</button></form></html>`,
    );
  }

  server.listen(port, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url(),
    eventsOf: (order) => orders.get(order)?.events ?? [],
    happen,
    tell,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function end(response: ServerResponse, status: number, body: object = {}): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

// as a program of its own, beside the city of the stories
if (import.meta.main) await startGateway(process.env.GATEWAY_SECRET ?? '', Number(process.env.GATEWAY_PORT ?? 0));
