import type { Context, Handler } from 'hono';
import type { App } from '#app.ts';
import type { RoundCasePage, ScoredSheet } from '#modules/indices/index.ts';
import { localHref } from '#surfaces/ui/index.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { type OpenPlainCase, onPlainCase } from '../plain/plain-case.ts';

/** The sheet of an agency, opened by an officer who may see it. */
export interface OpenSheet extends OpenPlainCase {
  readonly sheet: RoundCasePage & { readonly scored: ScoredSheet };
  may(move: string): boolean;
  /** An address of the sheet itself. */
  at(rest?: string): string;
}

/** A page of a sheet. No right and no sheet look alike. */
export function onSheet(
  app: App,
  handle: (open: OpenSheet, context: Context<WebEnv>) => Response | Promise<Response>,
): Handler<WebEnv> {
  return onPlainCase(app, (open, context) => {
    const page = open.page as unknown as RoundCasePage;
    const { scored } = page;
    if (page.state.kind !== 'index-sheet' || !scored) return notFoundPage(context);
    const { language } = open.officer.visitor;
    return handle(
      {
        ...open,
        sheet: { ...page, scored },
        may: (move) => page.moves.some((one) => one.move === move),
        at: (rest = '') => localHref(language, `/lam-viec/chi-so/phieu/${open.caseId}${rest}`),
      },
      context,
    );
  });
}
