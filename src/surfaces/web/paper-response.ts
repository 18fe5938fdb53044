import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { App } from '#app.ts';
import { showRefusal } from './refusal-page.tsx';

/** What browsers show without running anything; every other file is saved and opened on the person's own device. */
const shownInline: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png'];

interface SentPaper {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
}

/** The headers of a file somebody handed in: it runs nothing, loads nothing, and no page of ours takes it for its own. */
export function paperHeaders(paper: SentPaper & { readonly sizeBytes: number; readonly inline: boolean }) {
  const disposition = paper.inline && shownInline.includes(paper.mediaType) ? 'inline' : 'attachment';
  return {
    'content-type': paper.mediaType,
    'content-length': String(paper.sizeBytes),
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(paper.fileName)}`,
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
  };
}

/**
 * A paper for whoever was found to have a right to it. With an origin of its own for papers the browser is sent there with
 * a link that is good for two minutes; without one it goes out from here, with headers that take its powers away.
 * `?xem=1` asks to see it in the browser.
 */
export async function sendPaper(app: App, context: Context, paper: SentPaper): Promise<Response> {
  const { sha256, fileName, mediaType } = paper;
  const inline = context.req.query('xem') === '1';
  if (app.papers.url) {
    const link = await app.papers.writeLink({ sha256, fileName, mediaType, inline });
    return context.redirect(`${app.papers.url}/${link}`, 303);
  }
  const opened = await app.files.openScanned(sha256);
  if (!opened.ok) return showRefusal(context, opened.refusal);
  const { stream, sizeBytes } = opened.value;
  const headers = paperHeaders({ ...paper, sizeBytes, inline });
  return context.body(Readable.toWeb(stream) as ReadableStream, 200, headers);
}
