import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { App } from '#app.ts';
import type { Result } from '#kernel/result.ts';
import { paperHeaders } from '#surfaces/web/paper-response.ts';

/** A paper as a download, with the headers of every file that somebody handed in. */
export async function fileAnswer(
  app: App,
  context: Context,
  paper: { readonly sha256: string; readonly fileName: string; readonly mediaType: string },
): Promise<Response | Result<never>> {
  const opened = await app.files.openScanned(paper.sha256);
  if (!opened.ok) return opened;
  const { stream, sizeBytes } = opened.value;
  const headers = paperHeaders({ ...paper, sizeBytes, inline: false });
  return context.body(Readable.toWeb(stream) as ReadableStream, 200, headers);
}
