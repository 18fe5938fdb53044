import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { App } from '#app.ts';
import type { ReportFormat } from '#modules/reports/index.ts';
import { paperHeaders } from '#surfaces/web/paper-response.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { onPlainCase } from '../plain/plain-case.ts';
import { onText } from './open-text.ts';

type FileFormat = Exclude<ReportFormat, 'html'>;

const mediaTypes: Readonly<Record<FileFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const sendFile = (context: Context<WebEnv>, bytes: Uint8Array, name: string, format: FileFormat) =>
  context.body(Readable.toWeb(Readable.from([bytes])) as ReadableStream, 200, {
    'content-type': mediaTypes[format],
    'content-disposition': `attachment; filename="${name}.${format}"`,
  });

/** GET `/lam-viec/bao-cao/:caseId/du-thao.docx`, `.pdf`, `bieu.xlsx`: the draft as a file, its tables and forms as sheets. */
export const draftFile = (app: App, format: FileFormat) =>
  onText(app, async ({ text }, context) => {
    const bytes = await app.reports.write(format, text.document);
    return sendFile(context, bytes, `${text.state.code}-${format === 'xlsx' ? 'bieu' : 'du-thao'}`, format);
  });

/** GET `/lam-viec/bao-cao/:caseId/to-trinh.docx`, `.pdf`: the letter that submits the report; signed once it is. */
export const letterFile = (app: App, format: 'docx' | 'pdf') =>
  onPlainCase(app, async ({ page, caseId }, context) => {
    if (page.state.kind !== 'report') return notFoundPage(context);
    const letter = await app.reports.letter(caseId);
    if (!letter.ok) return showRefusal(context, letter.refusal);
    const { document, file } = letter.value;
    const name = `${page.state.code}-to-trinh`;
    if (format === 'docx' || !file) return sendFile(context, await app.reports.write(format, document), name, format);
    const opened = await app.files.openScanned(file);
    if (!opened.ok) return showRefusal(context, opened.refusal);
    const { stream, sizeBytes } = opened.value;
    const paper = { sha256: file, fileName: `${name}.pdf`, mediaType: mediaTypes.pdf };
    return context.body(
      Readable.toWeb(stream) as ReadableStream,
      200,
      paperHeaders({ ...paper, sizeBytes, inline: false }),
    );
  });

/** GET `/lam-viec/bao-cao/phieu/:caseId/bieu.xlsx`: the forms of the regime filled in for the unit of the part. */
export const unitForms = (app: App) =>
  onPlainCase(app, async ({ page }, context) => {
    if (page.state.kind !== 'report-request') return notFoundPage(context);
    const forms = await app.reports.unitForms(page.state);
    if (!forms.ok) return showRefusal(context, forms.refusal);
    return sendFile(
      context,
      await app.reports.write('xlsx', forms.value),
      `bieu-${page.state.receivingUnitId}`,
      'xlsx',
    );
  });
