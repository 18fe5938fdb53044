import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link to a paper stands for. */
export interface LinkedPaper {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** Shown in the browser, not saved. */
  readonly inline: boolean;
}

/** Long enough for a slow line to begin; whoever finds the address later gets nothing. */
const linkMinutes = 2;

/** A link that opens one paper for two minutes, without cookie or sign-in: for the origin of papers. */
export function writePaperLink(installationKey: string, paper: LinkedPaper, now: Temporal.Instant): string {
  const until = now.add({ minutes: linkMinutes }).epochMilliseconds;
  const content = Buffer.from(JSON.stringify({ ...paper, until })).toString('base64url');
  return `${content}.${signature(installationKey, content)}`;
}

/** The paper of a link; undefined when it is not ours or its time is over. */
export function readPaperLink(installationKey: string, link: string, now: Temporal.Instant): LinkedPaper | undefined {
  const [content = '', signed = ''] = link.split('.');
  const right = Buffer.from(signature(installationKey, content));
  const given = Buffer.from(signed);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const { until, ...paper } = JSON.parse(Buffer.from(content, 'base64url').toString('utf8')) as LinkedPaper & {
    until: number;
  };
  return now.epochMilliseconds <= until ? paper : undefined;
}

const signature = (key: string, content: string): string =>
  createHmac('sha256', key).update(`paper-link ${content}`).digest('base64url');
