import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server of its own, over a real socket: keeps what it took, and refuses what a test tells it to. */
export interface MailServer {
  readonly url: string;
  readonly port: number;
  readonly mails: { readonly raw: string; readonly parsed: ParsedMail }[];
  /** The answer to an address: an SMTP code, or 0 to take it. */
  answer: (recipient: string) => number;
  /** Called when a mail was taken and before that is answered. */
  taken: () => void;
  close(): Promise<void>;
}

export async function startMailServer(port = 0): Promise<MailServer> {
  const mails: MailServer['mails'] = [];
  const kept = { answer: (_recipient: string): number => 0, taken: (): void => undefined };
  async function take(stream: AsyncIterable<unknown>): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    const raw = Buffer.concat(pieces);
    mails.push({ raw: raw.toString('utf8'), parsed: await simpleParser(raw) });
    kept.taken();
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, callback) => {
      const code = kept.answer(address);
      callback(code === 0 ? null : Object.assign(new Error('refused by the test'), { responseCode: code }));
    },
    onData: (stream, _session, callback) => {
      take(stream).then(
        () => callback(),
        // whoever was sending is gone
        () => undefined,
      );
    },
  });
  // a client that was killed resets its connection
  server.on('error', () => undefined);
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  const bound = (listening.address() as AddressInfo).port;
  return Object.assign(kept, {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    mails,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  });
}
