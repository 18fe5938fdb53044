import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { App } from '#app.ts';
import type { DossierPaper } from '#modules/dossiers/index.ts';
import { FileField, type FileFieldProps } from '#surfaces/ui/index.ts';

/** The store takes 20,000,000 bytes; said a little lower, in the megabytes that phones count in. */
const largestFile = 19 * 1024 * 1024;

type Given = Omit<FileFieldProps, 'accept' | 'acceptWords' | 'maxBytes'>;

/** A field for the files of a paper: which kinds are taken and how large, the same in every form. */
export function PaperFileField(props: Given) {
  return (
    <FileField
      {...props}
      accept=".pdf,.jpg,.jpeg,.png,.heic,.docx,.xlsx"
      acceptWords="PDF, JPG, PNG, HEIC, DOCX, XLSX"
      maxBytes={largestFile}
    />
  );
}

/** A paper as it was handed in, never run in our name: a download of the type we recognised. */
export async function sendPaper(context: Context, app: App, paper: DossierPaper): Promise<Response> {
  const { stream, sizeBytes } = await app.files.open(paper.sha256);
  return context.body(Readable.toWeb(stream) as ReadableStream, 200, {
    'content-type': paper.mediaType,
    'content-length': String(sizeBytes),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(paper.fileName)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  });
}
