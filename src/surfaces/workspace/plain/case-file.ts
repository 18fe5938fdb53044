import type { App } from '#app.ts';
import { filesOfPage } from '#surfaces/web/case-files.ts';
import { sendPaper } from '#surfaces/web/paper-response.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { onPlainCase } from './plain-case.ts';

/** `/lam-viec/viec/:caseId/tep/:id`: a file of feedback or of its answer, or one that came with a move, for who may read the case. */
export const caseFile = (app: App) =>
  onPlainCase(app, ({ page }, context) => {
    const file = filesOfPage(page).find(({ id }) => id === context.req.param('id'));
    return file ? sendPaper(app, context, file) : notFoundPage(context);
  });
