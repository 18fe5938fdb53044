import type { Context, Handler } from 'hono';
import type { App } from '#app.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { type OpenDraft, openDraft } from './open-draft.ts';

/** A handler on a draft still being written: no draft is not found, a filed one shows that it was filed. */
export function onDraft(
  app: App,
  handle: (open: OpenDraft, context: Context<WebEnv>) => Response | Promise<Response>,
): Handler<WebEnv> {
  return async (context) => {
    const open = await openDraft(app, context);
    if (!open) return notFoundPage(context);
    if (open.draft.submittedCaseId) return context.redirect(open.href('da-nop'), 303);
    return handle(open, context);
  };
}
