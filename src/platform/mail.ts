import { createTransport } from 'nodemailer';

/** What became of an attempt: handed over, to be tried again, or never to be tried again. The fault is a short code and its words. */
export type SendingOutcome =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'again' | 'never'; readonly fault: string };

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
  /** Without brackets. The same for every attempt: a mailbox that got it twice can tell. */
  readonly messageId: string;
  readonly at: Temporal.Instant;
}

/** A plug to a mail server. */
export interface Mailer {
  send(mail: Mail): Promise<SendingOutcome>;
  /** What stands behind the @ of our message ids. */
  readonly domain: string;
  close(): void;
}

const wait = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** @param url `smtp://user:password@host:587` or `smtps://…`; @param from `Một Cửa <khong-tra-loi@example.vn>` */
export function openMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...wait,
  });
  return {
    domain: domainOf(from),
    send: async (mail) => {
      try {
        await transport.sendMail({
          from,
          // an object, so that no comma or bracket in what a person typed makes two addresses of it
          to: { name: '', address: mail.to },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          messageId: `<${mail.messageId}>`,
          date: new Date(mail.at.epochMilliseconds),
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
        });
        return { outcome: 'sent' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => transport.close(),
  };
}

export function domainOf(from: string): string {
  return /@([^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
}

/** A 5xx answer to the address or the message is final (RFC 5321 section 4.2.1); to our sign-in it is ours to mend. */
function outcomeOf(error: unknown): SendingOutcome {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  const fault = [code ?? 'EUNKNOWN', responseCode].filter(Boolean).join(' ');
  const isFinal = (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode === undefined || responseCode >= 500);
  return { outcome: isFinal ? 'never' : 'again', fault };
}
