import type { App } from '#app.ts';
import type { FeedbackPage } from '#modules/feedback/index.ts';
import type { CaseFile } from '#modules/papers/index.ts';
import { sendPaper } from '#surfaces/web/paper-response.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { onPlainCase } from '../plain/plain-case.ts';

/** `/lam-viec/viec/:caseId/tep/:id`: a file of feedback or of its answer, or one that came with a move, for who may read the case. */
export const feedbackFile = (app: App) =>
  onPlainCase(app, ({ page }, context) => {
    const files: readonly (FeedbackPage['files'][number] | CaseFile)[] =
      'files' in page ? (page as { readonly files: readonly CaseFile[] }).files : [];
    const file = files.find(({ id }) => id === context.req.param('id'));
    return file ? sendPaper(app, context, file) : notFoundPage(context);
  });
