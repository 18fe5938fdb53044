import type { App } from '#app.ts';
import { Button, ErrorSummary, Field, Form, localHref, speaker } from '#surfaces/ui/index.ts';
import { sendPaper } from '#surfaces/web/paper-response.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence } from '#surfaces/web/refusals.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { onCase } from './open-case.ts';

/** `…/giay-to/:paperId`: the file as it was handed in; after its owner took the consent back, a clause and a reason first. */
export const paperFile = (app: App) =>
  onCase(app, async (open, context) => {
    const { officer, caseId } = open;
    const [paperId = '', clause, reason] = [
      context.req.param('paperId'),
      context.req.query('can-cu'),
      context.req.query('ly-do'),
    ];
    const paper = await app.dossiers.openPaper(officer.actor, { caseId, paperId, clause, reason });
    if (paper.ok) return sendPaper(app, context, paper.value);
    if (paper.refusal.code !== 'consent-withdrawn') return notFoundPage(context);
    const { language } = officer.visitor;
    const say = speaker(language);
    const title = say('Công dân đã rút sự đồng ý', 'The person withdrew the consent');
    const asked = clause !== undefined || reason !== undefined;
    return context.html(
      <WorkspacePage officer={officer} title={title} hasErrors={asked} back={{ href: open.href() }}>
        <ErrorSummary
          language={language}
          errors={asked ? [{ field: 'can-cu', message: refusalSentence(paper.refusal, language) }] : []}
        />
        <h1>{title}</h1>
        <p class="lead">{refusalSentence(paper.refusal, language)}</p>
        <Form method="get" action={localHref(language, `/lam-viec/ho-so/${caseId}/giay-to/${paperId}`)}>
          <Field
            language={language}
            name="can-cu"
            label={say('Căn cứ pháp luật', 'Clause of law')}
            hint={say('Điều, khoản, văn bản', 'Article, clause, document')}
            value={clause ?? ''}
          />
          <Field language={language} name="ly-do" label={say('Lý do', 'Reason')} value={reason ?? ''} />
          <Button>{say('Ghi lại và mở', 'Record it and open')}</Button>
        </Form>
      </WorkspacePage>,
      asked ? 422 : 403,
    );
  });

/** POST `…/giay-to/:paperId/so-hoa`: the officer signs off the electronic copy. */
export const signOffPaper = (app: App) =>
  onCase(app, async (open, context) => {
    const { officer, caseId } = open;
    const paperId = context.req.param('paperId') ?? '';
    const name = readForm(context).text(`name-${paperId}`);
    const done = await app.dossiers.digitise(officer.actor, { caseId, paperId, name });
    if (!done.ok) return showRefusal(context, done.refusal);
    return context.redirect(`${open.href()}#giay-to`, 303);
  });
