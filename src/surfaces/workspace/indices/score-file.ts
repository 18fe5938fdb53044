import type { App } from '#app.ts';
import { isId } from '#kernel/id.ts';
import { sendPaper } from '#surfaces/web/paper-response.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { onSheet } from './on-sheet.ts';

/** `/lam-viec/chi-so/phieu/:caseId/tep/:id`: what proves a self-score, for whoever may read the sheet. */
export const scoreFile = (app: App) =>
  onSheet(app, async ({ caseId }, context) => {
    const id = context.req.param('id') ?? '';
    const file = isId(id) ? await app.indices.scoreFile(caseId, id) : undefined;
    return file ? sendPaper(app, context, file) : notFoundPage(context);
  });
