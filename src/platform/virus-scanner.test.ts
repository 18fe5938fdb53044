import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { eicar, startClamd } from '../../tests/clamd.ts';
import { clamScanner, type ScannerAddress } from './virus-scanner.ts';

const servers: { close(): void }[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

async function* pieces(...texts: readonly string[]) {
  for (const text of texts) yield Buffer.from(text);
}

/** Something that listens and is no scanner. */
async function listening(answer: (socket: Socket) => void): Promise<ScannerAddress> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    answer(socket);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { host: '127.0.0.1', port: (server.address() as { port: number }).port };
}

test('a clean file is clean, and one with the test virus is infected, over TCP and over a Unix socket', async () => {
  const path = join(tmpdir(), `motcua-clamd-${process.pid}.sock`);
  for (const where of [undefined, path]) {
    const clamd = await startClamd(where);
    servers.push(clamd);
    const scanner = clamScanner(clamd.address);
    expect(await scanner.scan(pieces('một tờ ', 'khai'))).toEqual({ verdict: 'clean' });
    // cut in two: the scanner sees one stream
    const found = await scanner.scan(pieces('%PDF ', eicar.slice(0, 30), eicar.slice(30), ' %%EOF'));
    expect(found).toEqual({ verdict: 'infected', virus: 'Win.Test.EICAR_HDB-1' });
  }
});

test('a large file goes in many pieces', async () => {
  const clamd = await startClamd();
  servers.push(clamd);
  async function* large() {
    for (let i = 0; i < 200; i++) yield Buffer.alloc(65_536, 97);
  }
  expect(await clamScanner(clamd.address).scan(large())).toEqual({ verdict: 'clean' });
  expect(clamd.bytesScanned()).toBe(200 * 65_536);
});

test('a scanner that is down, silent, hangs up or answers nonsense has scanned nothing', async () => {
  const nowhere = await listening(() => undefined);
  const gone = servers.at(-1);
  gone?.close();
  expect((await clamScanner(nowhere).scan(pieces('x'))).verdict).toBe('not-scanned');
  const silent = await listening((socket) => socket.resume());
  expect((await clamScanner(silent, 200).scan(pieces('x'))).verdict).toBe('not-scanned');
  const hangsUp = await listening((socket) => socket.destroy());
  expect((await clamScanner(hangsUp).scan(pieces('x'))).verdict).toBe('not-scanned');
  const nonsense = await listening((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n\0'));
  expect((await clamScanner(nonsense).scan(pieces('x'))).verdict).toBe('not-scanned');
  const limit = await listening((socket) => socket.end('INSTREAM size limit exceeded. ERROR\0'));
  expect((await clamScanner(limit).scan(pieces('x'))).verdict).toBe('not-scanned');
});
