import type { Context, Handler } from 'hono';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { isId } from '#kernel/id.ts';
import type { DossierPage } from '#modules/dossiers/index.ts';
import { localHref, speaker } from '#surfaces/ui/index.ts';
import { sendPaper } from '#surfaces/web/paper-response.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { resultFile } from '#surfaces/web/result-file.ts';
import { slipResponse } from '#surfaces/web/slip-words.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { answerSupplement } from './answer-supplement.ts';
import { showOwnDossier } from './own-dossier-page.tsx';
import { PortalPage, signInPath } from './portal-page.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

interface Own {
  readonly actor: Actor;
  readonly page: DossierPage;
  readonly caseId: string;
}

/** The dossier of the address when it is the visitor's own; a stranger's looks like none. */
export function onOwn(
  app: App,
  handle: (own: Own, context: Context<WebEnv>) => Response | Promise<Response>,
): Handler<WebEnv> {
  return async (context) => {
    const { actor, language, path } = visitorOf(context);
    if (!actor?.accountId) return context.redirect(localHref(language, signInPath(path)), 303);
    const caseId = context.req.param('caseId') ?? '';
    const page = isId(caseId) && actor.kind === 'citizen' ? await app.dossiers.page(actor, caseId) : undefined;
    if (!page || page.state.ownerAccountId !== actor.accountId) return notFoundPage(context);
    return handle({ actor, page, caseId }, context);
  };
}

/** `/ho-so-cua-toi/:caseId`: where it is, who has it, when it is due and why, what is asked, what was done. */
export const ownDossierPage = (app: App) =>
  onOwn(app, async (own, context) => context.html(await showOwnDossier(app, own.page, context)));

export const answerOwn = (app: App) =>
  onOwn(app, async (own, context) => {
    const again = await answerSupplement(app, context, own.actor, own.caseId);
    if (again) return context.html(await showOwnDossier(app, own.page, context, again), 422);
    return context.redirect(localHref(visitorOf(context).language, `/ho-so-cua-toi/${own.caseId}`), 303);
  });

export const withdrawOwnPage = (app: App) =>
  onOwn(app, ({ page, caseId }, context) => {
    const visitor = visitorOf(context);
    const back = localHref(visitor.language, `/ho-so-cua-toi/${caseId}`);
    return context.html(
      <PortalPage visitor={visitor} title={speaker(visitor.language)('Rút hồ sơ', 'Withdraw')} back={{ href: back }}>
        <WithdrawForm
          language={visitor.language}
          action={`${back}/rut`}
          csrfToken={visitor.csrfToken}
          seen={page.state.entries}
          back={back}
        />
      </PortalPage>,
    );
  });

export const withdrawOwn = (app: App) =>
  onOwn(app, async ({ actor, caseId }, context) => {
    const visitor = visitorOf(context);
    const form = readForm(context);
    const request = { caseId, move: 'withdraw', data: { reason: form.text('reason') } };
    const done = await app.dossiers.move(actor, request, form.call(visitor));
    if (!done.ok) return showRefusal(context, done.refusal);
    return context.redirect(localHref(visitor.language, `/ho-so-cua-toi/${caseId}`), 303);
  });

/** A paper as it was handed in: never opened by the browser as a page of ours. */
export const ownPaper = (app: App) =>
  onOwn(app, async ({ actor, caseId }, context) => {
    const paper = await app.dossiers.openPaper(actor, { caseId, paperId: context.req.param('paperId') ?? '' });
    return paper.ok ? sendPaper(app, context, paper.value) : notFoundPage(context);
  });

/** The signed result, as soon as the desk has it. */
export const ownResult = (app: App) =>
  onOwn(app, async ({ page, caseId }, context) => {
    const isOut = page.state.state === 'settled' || page.state.state === 'returned';
    const result = isOut ? await app.results.ofCase(caseId) : undefined;
    return result ? resultFile(app, context, result) : notFoundPage(context);
  });

/** `…/phieu/:form.pdf`: a form that is written to the citizen, to read and to keep. */
export const ownSlip = (app: App) =>
  onOwn(app, async ({ actor, caseId }, context) => {
    const [, form = ''] = /^(0[1-4])\.pdf$/.exec(context.req.param('form') ?? '') ?? [];
    const seq = Number(context.req.query('so'));
    const wanted = { form, ...(Number.isInteger(seq) && seq > 0 ? { seq } : {}) };
    const slip = await app.dossiers.slip(actor, caseId, wanted);
    return slip.ok ? slipResponse(slip.value) : notFoundPage(context);
  });

/** `/ho-so-cua-toi/:caseId/bien-lai/:paper`: a receipt as a PDF. */
export const ownReceipt = (app: App) =>
  onOwn(app, async ({ actor }, context) => {
    const paperId = context.req.param('paper') ?? '';
    const file = isId(paperId) ? await app.dues.paper(actor, paperId) : undefined;
    return file ? slipResponse(file) : notFoundPage(context);
  });
