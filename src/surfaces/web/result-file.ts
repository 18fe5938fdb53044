import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { App } from '#app.ts';
import { type FoundResult, writeResultCode } from '#modules/signatures/index.ts';
import { notFoundPage } from './refusal-page.tsx';
import type { WebEnv } from './visitor.ts';

/** The signed file of a version, the meant one unless said; nothing before it is signed. */
export async function resultFile(app: App, context: Context<WebEnv>, found: FoundResult, version?: number) {
  const result = version === undefined ? found.meant : found.versions.find((one) => one.version === version);
  if (!result?.file) return notFoundPage(context);
  const { stream, sizeBytes } = await app.files.open(result.file);
  return context.body(Readable.toWeb(stream) as ReadableStream, 200, {
    'content-type': 'application/pdf',
    'content-length': String(sizeBytes),
    'content-disposition': `inline; filename="${writeResultCode(result.code)}-${result.version}.pdf"`,
    'cache-control': 'private, no-store',
  });
}
