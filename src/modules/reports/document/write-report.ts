import type { ReportDocument } from '../rules/report-document.ts';

/** In which forms a report is written: text documents, a page, its tables. */
export const reportFormats = ['docx', 'pdf', 'html', 'xlsx'] as const;
export type ReportFormat = (typeof reportFormats)[number];

type Writer = (report: ReportDocument, madeAt: Temporal.Instant) => Promise<Uint8Array>;

/** Loaded when they are asked for: the writer of .docx is a big package that the server's start need not wait for. */
const writers: Readonly<Record<ReportFormat, () => Promise<Writer>>> = {
  docx: async () => (await import('./report-docx.ts')).reportDocx,
  pdf: async () => (await import('./report-pdf.ts')).reportPdf,
  html: async () => {
    const { reportPage } = await import('./report-page.ts');
    return async (report) => new TextEncoder().encode(reportPage(report));
  },
  xlsx: async () => (await import('./report-xlsx.ts')).reportXlsx,
};

/**
 * A report as a file.
 * @param madeAt the moment the file says it was made, where it says so
 */
export async function writeReport(
  format: ReportFormat,
  report: ReportDocument,
  madeAt: Temporal.Instant,
): Promise<Uint8Array> {
  const write = await writers[format]();
  return write(report, madeAt);
}
