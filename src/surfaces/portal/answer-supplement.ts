import type { Context } from 'hono';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { HandedPaper } from '#modules/dossiers/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { refusalSentence } from '#surfaces/web/refusals.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { handedPapers, refusedFiles } from './filing/papers-page.tsx';
import { type KeptFile, readKept, supplementOfField } from './supplement.tsx';

/** What is shown with the form when the answer could not be taken: nothing typed or sent is lost. */
export interface SupplementAgain {
  readonly note: string;
  readonly kept: readonly KeptFile[];
  readonly errors: readonly { field?: string | undefined; message: string }[];
}

/**
 * Hands in the answer to a supplement from the form of the request, files included.
 * @returns undefined when it is done, else what to show again
 */
export async function answerSupplement(
  app: App,
  context: Context<WebEnv>,
  actor: Actor,
  caseId: string,
): Promise<SupplementAgain | undefined> {
  const visitor = visitorOf(context);
  const form = readForm(context);
  const arrived = handedPapers(form.files, supplementOfField);
  const before = await papersKept(app, readKept(form.values));
  const papers = [...before.papers, ...arrived.papers];
  const errors: { field?: string | undefined; message: string }[] = refusedFiles(arrived.refused, visitor);
  const note = form.text('note');
  if (errors.length === 0 && papers.length === 0 && note === '') {
    const vi = 'Đính kèm giấy tờ được yêu cầu, hoặc ghi lời nhắn nếu đã nộp ở nơi khác.';
    const en = 'Attach what was asked for, or write a note if you handed it in elsewhere.';
    errors.push({ field: 'note', message: visitor.language === 'vi' ? vi : en });
  }
  if (errors.length === 0) {
    const move = { caseId, move: 'answer-supplement', data: { note, papers }, papers };
    const done = await app.dossiers.move(actor, move, form.call(visitor));
    if (done.ok) return undefined;
    errors.push({ message: refusalSentence(done.refusal, visitor.language) });
  }
  const kept = await Promise.all(
    arrived.papers.map(async ({ documentId, ...file }) => ({
      field: `paper-${documentId}`,
      fileName: file.fileName,
      ticket: await app.dossiers.writePaperTicket(file),
    })),
  );
  return { note, errors, kept: [...before.kept, ...kept] };
}

async function papersKept(app: App, kept: readonly KeptFile[]) {
  const papers: HandedPaper[] = [];
  const right: KeptFile[] = [];
  for (const file of kept) {
    const documentId = supplementOfField(file.field);
    const stored = await app.dossiers.readPaperTicket(file.ticket);
    if (!documentId || !stored) continue;
    papers.push({ ...stored, documentId });
    right.push(file);
  }
  return { papers, kept: right };
}
