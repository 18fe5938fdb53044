import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HandedPaper } from './rules/move-data.ts';

type UploadedFile = Omit<HandedPaper, 'documentId'>;

/** What an upload answers with: only who uploaded a file, or was given its ticket, can hand it in as a paper. */
export function writePaperTicket(installationKey: string, file: UploadedFile): string {
  const content = Buffer.from(JSON.stringify(file)).toString('base64url');
  return `${content}.${signature(installationKey, content)}`;
}

/** The file a ticket stands for; undefined when the ticket is not ours. */
export function readPaperTicket(installationKey: string, ticket: string): UploadedFile | undefined {
  const [content = '', signed = ''] = ticket.split('.');
  const right = Buffer.from(signature(installationKey, content));
  const given = Buffer.from(signed);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  return JSON.parse(Buffer.from(content, 'base64url').toString('utf8')) as UploadedFile;
}

const signature = (key: string, content: string): string =>
  createHmac('sha256', key).update(`paper ${content}`).digest('base64url');
