import type { Context } from 'hono';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import {
  type Answers,
  type FormPage,
  pagesAsked,
  questionsAsked,
  readPage,
  type TypedAnswers,
} from '#modules/procedures/index.ts';
import { Alert, Button, ErrorSummary, Form, speaker, textIn } from '#surfaces/ui/index.ts';
import { answerAsTyped, QuestionField } from '#surfaces/web/question-field.tsx';
import { type FormRead, readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { applicantPage, type Submitter } from './applicant.ts';
import { FilingPage } from './filing-page.tsx';
import { onDraft } from './on-draft.ts';
import { goBackTo, type OpenDraft, stepAfter, stepsOf } from './open-draft.ts';

interface Shown {
  readonly page: FormPage;
  readonly step: string;
  readonly answers: Answers;
  /** As typed just now, when the page comes back. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly refusals?: readonly Refusal[];
  /** Questions that follow from what was just answered. */
  readonly isLonger?: boolean;
  readonly goTo: string;
  readonly prefilled?: Readonly<Record<string, string>>;
}

/** `…/nguoi-nop`: who files; filled in for whoever is signed in. */
export const applicantFormPage = (app: App) =>
  onDraft(app, async (open, context) => {
    const { actor } = open.visitor;
    const known = actor?.accountId ? await app.people.personalFacts(actor.accountId) : undefined;
    const kept = open.draft.submitter as Answers;
    return context.html(
      show(open, {
        page: applicantPage,
        step: 'nguoi-nop',
        answers: kept,
        goTo: goToOf(context),
        ...(known ? { prefilled: { ...known } } : {}),
      }),
    );
  });

export const saveApplicant = (app: App) =>
  onDraft(app, async (open, context) => {
    const form = readForm(context);
    const read = readPage(applicantPage, form.values, {}, app.today());
    const submitter = Object.fromEntries(applicantPage.questions.map(({ id }) => [id, read.answers[id] ?? '']));
    await app.drafts.save(open.draft.id, { submitter: submitter as unknown as Submitter });
    if (read.refusals.length > 0) {
      const again = { page: applicantPage, step: 'nguoi-nop', answers: read.answers, goTo: form.text('go-to') };
      return context.html(show(open, { ...again, typed: form.values, refusals: read.refusals }), 422);
    }
    return context.redirect(open.href(goBackTo(form) || stepAfter(open.steps, 'nguoi-nop')), 303);
  });

const pageOf = (open: OpenDraft, context: Context<WebEnv>): FormPage | undefined =>
  pagesAsked(open.procedure.definition, open.answers).find(({ id }) => id === context.req.param('page'));

/** `…/to-khai/:page`: one group of questions of the form. */
export const questionsPage = (app: App) =>
  onDraft(app, (open, context) => {
    const page = pageOf(open, context);
    if (!page) return notFoundPage(context);
    return context.html(show(open, { page, step: `to-khai/${page.id}`, answers: open.answers, goTo: goToOf(context) }));
  });

export const saveQuestions = (app: App) =>
  onDraft(app, async (open, context) => {
    const page = pageOf(open, context);
    if (!page) return notFoundPage(context);
    const form = readForm(context);
    const step = `to-khai/${page.id}`;
    const read = readPage(page, typedOn(page, form), open.answers, app.today());
    await app.drafts.save(open.draft.id, {
      answers: read.answers as Parameters<App['drafts']['save']>[1]['answers'] & object,
    });

    const seen = new Set(form.text('asked').split(','));
    const asked = questionsAsked(page, read.answers);
    const isLonger = asked.some(({ id }) => !seen.has(id));
    const refusals = read.refusals.filter(({ field }) => seen.has(field ?? ''));
    if (refusals.length > 0 || isLonger) {
      const again = { page, step, answers: read.answers, typed: form.values, goTo: form.text('go-to') };
      return context.html(show(open, { ...again, refusals, isLonger }), refusals.length > 0 ? 422 : 200);
    }
    const steps = stepsOf(open.procedure, read.answers);
    const opened = steps.length > open.steps.length;
    return context.redirect(open.href((!opened && goBackTo(form)) || stepAfter(steps, step)), 303);
  });

function typedOn(page: FormPage, form: FormRead): TypedAnswers {
  return Object.fromEntries(page.questions.map(({ id }) => [id, form.values[id] ?? '']));
}

/** From the review page one comes to change one thing and goes back there. */
const goToOf = (context: Context): string => (context.req.query('sua') ? 'kiem-tra' : '');

const autocomplete: Readonly<Record<string, string>> = {
  name: 'name',
  phone: 'tel',
  email: 'email',
  address: 'address-line1',
};

function show(open: OpenDraft, shown: Shown) {
  const { language, csrfToken } = open.visitor;
  const say = speaker(language);
  const { page, step, refusals = [] } = shown;
  const asked = questionsAsked(page, shown.answers);
  const errorOf = (id: string) => {
    const refusal = refusals.find(({ field }) => field === id);
    return refusal && refusalSentence(refusal, language);
  };
  const isOne = asked.length === 1 && asked[0]?.type !== 'commune';
  const title = textIn(language, page.title);
  return (
    <FilingPage open={open} step={step} title={title} hasErrors={refusals.length > 0}>
      <ErrorSummary
        language={language}
        errors={refusals.map((refusal) => ({
          field: refusal.field,
          message: `${labelOf(page, refusal.field, language)}: ${refusalSentence(refusal, language)}`,
        }))}
      />
      {shown.isLonger && refusals.length === 0 ? (
        <Alert language={language} live>
          <p>
            {say(
              'Theo câu trả lời của bạn, trang này có thêm câu hỏi.',
              'Your answer brings further questions on this page.',
            )}
          </p>
        </Alert>
      ) : null}
      {isOne ? null : <h1>{title}</h1>}
      {page.lead ? <p class="lead">{textIn(language, page.lead)}</p> : null}
      <Form
        csrfToken={csrfToken}
        action={open.href(step)}
        hidden={{ asked: asked.map(({ id }) => id).join(','), 'go-to': shown.goTo }}
      >
        {asked.map((question) => (
          <QuestionField
            language={language}
            question={question}
            ground={open.ground}
            asHeading={isOne}
            autocomplete={step === 'nguoi-nop' ? autocomplete[question.id] : undefined}
            value={
              shown.typed?.[question.id] ??
              (answerAsTyped(question, shown.answers[question.id]) || shown.prefilled?.[question.id] || '')
            }
            error={errorOf(question.id)}
          />
        ))}
        <Button>{say('Tiếp tục', 'Continue')}</Button>
      </Form>
    </FilingPage>
  );
}

function labelOf(page: FormPage, field: string | undefined, language: 'vi' | 'en'): string {
  const question = page.questions.find(({ id }) => id === field);
  return question ? textIn(language, question.label).replace(/[?:.]$/, '') : '';
}
