import type { App } from '#app.ts';
import type { FeedbackPage } from '#modules/feedback/index.ts';
import { sendPaper } from '#surfaces/web/paper-response.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { onPlainCase } from '../plain/plain-case.ts';

/** `/lam-viec/viec/:caseId/tep/:id`: a file of feedback or of its answer, for an officer who may read it. */
export const feedbackFile = (app: App) =>
  onPlainCase(app, ({ page }, context) => {
    const files = 'reporters' in page ? (page as FeedbackPage).files : [];
    const file = files.find(({ id }) => id === context.req.param('id'));
    return file ? sendPaper(app, context, file) : notFoundPage(context);
  });
