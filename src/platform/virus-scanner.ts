import { createReadStream } from 'node:fs';
import { connect } from 'node:net';

/** What a scanner says of a file; `not-scanned` when it did not answer, or not with a verdict. */
export type Verdict =
  | { readonly verdict: 'clean' }
  | { readonly verdict: 'infected'; readonly virus: string }
  | { readonly verdict: 'not-scanned'; readonly why: string };

export interface VirusScanner {
  /** Never throws for what the scanner does: silence, a broken line and nonsense are `not-scanned`. */
  scan(content: AsyncIterable<Uint8Array>): Promise<Verdict>;
}

/** Where clamd listens. */
export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string };

const pieceBytes = 64 * 1024;
const longestAnswer = 4096;

/**
 * clamd, the daemon of ClamAV, over TCP or a Unix socket: the command INSTREAM takes pieces with their length before
 * them, an empty one ends the file, and one line ending in NUL answers.
 * @param patienceMs without a byte going either way
 */
export function clamScanner(address: ScannerAddress, patienceMs = 30_000): VirusScanner {
  return {
    scan: (content) =>
      new Promise((resolve) => {
        const socket = connect('path' in address ? { path: address.path } : address);
        let answer = '';
        const settle = (verdict: Verdict) => {
          resolve(verdict);
          socket.destroy();
        };
        const failed = (why: string) => settle({ verdict: 'not-scanned', why });
        socket.setTimeout(patienceMs, () => failed('it did not answer in time'));
        socket.on('error', (error) => failed(error.message));
        socket.on('close', () => failed('it closed the line without an answer'));
        socket.on('data', (piece) => {
          answer += piece.toString('utf8');
          if (answer.includes('\0') || answer.length > longestAnswer) settle(readAnswer(answer));
        });
        socket.on('connect', () => {
          send(content, (piece) => write(socket, piece)).catch((error: Error) => failed(error.message));
        });
      }),
  };
}

/** The same for a file that lies on this machine. */
export const scanFile = (scanner: VirusScanner, path: string): Promise<Verdict> =>
  scanner.scan(createReadStream(path, { highWaterMark: pieceBytes }));

async function send(content: AsyncIterable<Uint8Array>, write: (piece: Uint8Array) => Promise<void>): Promise<void> {
  await write(Buffer.from('zINSTREAM\0'));
  for await (const piece of content) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.byteLength);
    await write(length);
    await write(piece);
  }
  await write(Buffer.alloc(4));
}

function write(socket: ReturnType<typeof connect>, piece: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    // after the verdict the socket is gone and nothing more need be sent
    if (socket.destroyed) return resolve();
    socket.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}

function readAnswer(answer: string): Verdict {
  const line = answer.split('\0')[0]?.trim() ?? '';
  if (line === 'stream: OK') return { verdict: 'clean' };
  const virus = /^stream: (.+) FOUND$/.exec(line)?.[1];
  return virus ? { verdict: 'infected', virus } : { verdict: 'not-scanned', why: line.slice(0, 200) };
}
