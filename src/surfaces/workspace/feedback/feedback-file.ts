import type { App } from '#app.ts';
import type { FeedbackPage } from '#modules/feedback/index.ts';
import type { TaskFile, TaskPage } from '#modules/tasks/index.ts';
import { sendPaper } from '#surfaces/web/paper-response.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { onPlainCase } from '../plain/plain-case.ts';

/** `/lam-viec/viec/:caseId/tep/:id`: a file of feedback, of its answer or of the product of a task, for who may read the case. */
export const feedbackFile = (app: App) =>
  onPlainCase(app, ({ page }, context) => {
    const files: readonly (FeedbackPage['files'][number] | TaskFile)[] =
      'files' in page ? (page as FeedbackPage | TaskPage).files : [];
    const file = files.find(({ id }) => id === context.req.param('id'));
    return file ? sendPaper(app, context, file) : notFoundPage(context);
  });
