import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import type { ScannerAddress } from '#platform/virus-scanner.ts';

/** The test file every scanner takes for a virus; written in two halves, so that a scanner leaves this source alone. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export interface TestClamd {
  readonly address: ScannerAddress;
  bytesScanned(): number;
  close(): void;
}

/** A server that speaks clamd's INSTREAM and knows one virus: for tests of the protocol, over TCP or at a socket's path. */
export async function startClamd(path?: string): Promise<TestClamd> {
  let bytes = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    let held = Buffer.alloc(0);
    let commanded = false;
    const content: Buffer[] = [];
    socket.on('data', (piece: Buffer) => {
      held = Buffer.concat([held, piece]);
      const command = 'zINSTREAM\0';
      if (!commanded) {
        if (held.length < command.length) return;
        if (held.subarray(0, command.length).toString() !== command) return void socket.end('UNKNOWN COMMAND\0');
        held = held.subarray(command.length);
        commanded = true;
      }
      for (;;) {
        if (held.length < 4) return;
        const length = held.readUInt32BE(0);
        if (length === 0) {
          const all = Buffer.concat(content);
          bytes += all.length;
          return void socket.end(all.includes(eicar) ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0');
        }
        if (held.length < 4 + length) return;
        content.push(held.subarray(4, 4 + length));
        held = held.subarray(4 + length);
      }
    });
  });
  if (path) rmSync(path, { force: true });
  await new Promise<void>((done) => (path ? server.listen(path, done) : server.listen(0, '127.0.0.1', done)));
  const bound = server.address();
  const address: ScannerAddress =
    typeof bound === 'object' && bound ? { host: '127.0.0.1', port: bound.port } : { path: path ?? '' };
  return {
    address,
    bytesScanned: () => bytes,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
