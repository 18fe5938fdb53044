import type { Context, Handler } from 'hono';
import type { App } from '#app.ts';
import { isId } from '#kernel/id.ts';
import { localHref } from '#surfaces/ui/index.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from '../officer.ts';

export type PlainPage = NonNullable<Awaited<ReturnType<App['work']['page']>>>;

/** A case of a kind that is shown from its data, opened by an officer who may see it. */
export interface OpenPlainCase {
  readonly officer: Officer;
  readonly caseId: string;
  readonly page: PlainPage;
  href(rest?: string): string;
}

/** A page of such a case. No right and no case look alike. */
export function onPlainCase(
  app: App,
  handle: (open: OpenPlainCase, context: Context<WebEnv>) => Response | Promise<Response>,
): Handler<WebEnv> {
  return asOfficer(app, async (officer, context) => {
    const caseId = context.req.param('caseId') ?? '';
    const page = isId(caseId) ? await app.work.page(officer.actor, caseId) : undefined;
    if (!page) return notFoundPage(context);
    const href = (rest = '') => localHref(officer.visitor.language, `/lam-viec/viec/${caseId}${rest && `/${rest}`}`);
    return handle({ officer, caseId, page, href }, context);
  });
}
