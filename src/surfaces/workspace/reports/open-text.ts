import type { Context, Handler } from 'hono';
import type { App } from '#app.ts';
import { postsHeld } from '#case-engine/rules/authority.ts';
import { type GatheredText, reportFacts } from '#modules/reports/index.ts';
import { localHref } from '#surfaces/ui/index.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import type { Officer } from '../officer.ts';
import { onPlainCase } from '../plain/plain-case.ts';

/** The text of a report, opened by an officer who may read it. */
export interface OpenText {
  readonly officer: Officer;
  readonly caseId: string;
  readonly text: GatheredText;
  /** Belongs to the unit that writes it, while it may be changed. */
  readonly mayWrite: boolean;
  href(rest?: string): string;
}

/** A page of the text of a report. A report that has no text shows why. */
export function onText(
  app: App,
  handle: (open: OpenText, context: Context<WebEnv>) => Response | Promise<Response>,
): Handler<WebEnv> {
  return onPlainCase(app, async ({ officer, page, caseId }, context) => {
    if (page.kind.kind !== 'report') return notFoundPage(context);
    const text = await app.reports.text(caseId);
    if (!text.ok) return showRefusal(context, text.refusal);
    const { editor } = reportFacts(page.state);
    const mayWrite =
      ['gathering', 'opinions'].includes(page.state.state) &&
      postsHeld(officer.actor, officer.now).some(({ unitId }) => unitId === editor.unitId);
    const href = (rest = '') => localHref(officer.visitor.language, `/lam-viec/bao-cao/${caseId}${rest && `/${rest}`}`);
    return handle({ officer, caseId, text: text.value, mayWrite, href }, context);
  });
}
