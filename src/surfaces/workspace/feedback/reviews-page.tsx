import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import { toLocal } from '#kernel/zone.ts';
import {
  Button,
  Choice,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  formatMoment,
  localHref,
  speaker,
  Tag,
  textIn,
} from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';

const path = '/lam-viec/phan-anh/ra-soat';

/** GET `/lam-viec/phan-anh/ra-soat`: procedures that much feedback is about, for the procedure controller. */
export const reviewsPage = (app: App) => asOfficer(app, (officer, context) => show(app, officer, context));

/** POST `/lam-viec/phan-anh/ra-soat` */
export const decideReview = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const id = /^\d{1,9}$/.test(form.text('id')) ? Number(form.text('id')) : 0;
    const wish = { id, decision: form.text('decision'), note: form.text('note') };
    const decided = await app.feedback.decideReview(officer.actor, wish);
    if (!decided.ok) return show(app, officer, context, { ...decided.refusal, field: `note-${id}` });
    return context.redirect(localHref(officer.visitor.language, path), 303);
  });

async function show(app: App, officer: Officer, context: Context<WebEnv>, refusal?: Refusal) {
  if (!officer.controlsProcedures) return notFoundPage(context);
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const reviews = await app.feedback.reviews();
  const named = new Map(
    await Promise.all(
      [...new Set(reviews.map(({ procedureCode }) => procedureCode))].map(
        async (code) => [code, (await app.procedures.inForce(code))?.definition.name] as const,
      ),
    ),
  );
  const error = refusal && { field: refusal.field ?? '', message: refusalSentence(refusal, language) };
  const title = say('Đề nghị rà soát thủ tục', 'Reviews of procedures proposed');
  return context.html(
    <WorkspacePage officer={officer} title={title} hasErrors={error !== undefined}>
      <ErrorSummary language={language} errors={error ? [error] : []} />
      <h1>{title}</h1>
      <p class="lead">
        {say(
          'Nhiều phản ánh về cùng một thủ tục thì hệ thống đề nghị rà soát. Bạn quyết định, có lý do.',
          'When much feedback is about one procedure, its review is proposed. You decide, with a reason.',
        )}
      </p>
      {reviews.length === 0 ? <EmptyState title={say('Chưa có đề nghị nào', 'No proposal yet')} /> : null}
      {reviews.map((review) => {
        const name = named.get(review.procedureCode);
        return (
          <section>
            <h2>{name ? textIn(language, name) : review.procedureCode}</h2>
            <p>
              {say(`${review.items} phản ánh`, `${review.items} items`)}{' '}
              {review.codes.map((code) => (
                <>
                  <a class="code" href={localHref(language, `/phan-anh/${code}`)}>
                    {code}
                  </a>{' '}
                </>
              ))}
            </p>
            {review.decision ? (
              <p>
                <Tag tone={review.decision === 'review' ? 'info' : 'neutral'}>
                  {review.decision === 'review' ? say('Rà soát', 'Reviewed') : say('Không rà soát', 'Not reviewed')}
                </Tag>{' '}
                {review.note} {review.decidedAt ? formatMoment(toLocal(review.decidedAt)) : ''}
              </p>
            ) : (
              <Form csrfToken={csrfToken} action={localHref(language, path)} hidden={{ id: String(review.id) }}>
                <Choice
                  language={language}
                  name="decision"
                  legend={say('Quyết định', 'Decision')}
                  inline
                  value="review"
                  options={[
                    { value: 'review', label: say('Rà soát', 'Review it') },
                    { value: 'no-review', label: say('Không rà soát', 'Do not review it') },
                  ]}
                />
                <Field
                  language={language}
                  name="note"
                  label={say('Lý do, phân công', 'Reason, who does it')}
                  error={error?.field === `note-${review.id}` ? error.message : undefined}
                />
                <Button variant="secondary">{say('Ghi quyết định', 'Record the decision')}</Button>
              </Form>
            )}
          </section>
        );
      })}
    </WorkspacePage>,
    (refusal ? refusalStatus(refusal) : 200) as ContentfulStatusCode,
  );
}
