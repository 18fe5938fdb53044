import type { App } from '#app.ts';
import { sha256 } from '#kernel/hash.ts';
import type { Refusal } from '#kernel/result.ts';
import { cityIn } from '#modules/organisation/index.ts';
import { checkAnswers, duesOf, limitThatApplies, pagesAsked, questionsAsked } from '#modules/procedures/index.ts';
import {
  Alert,
  Button,
  Checkbox,
  DaysTable,
  DueDate,
  ErrorSummary,
  Form,
  formatMoney,
  formatSize,
  SummaryList,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { daysIn, promiseOf } from '#surfaces/web/due-promise.ts';
import { communeName } from '#surfaces/web/names.ts';
import { answerAsRead } from '#surfaces/web/question-field.tsx';
import { readForm } from '#surfaces/web/read-form.ts';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { Visitor } from '#surfaces/web/visitor.ts';
import type { ShellOptions } from '#surfaces/web/web-shell.ts';
import { limitWords } from '#surfaces/web/words.ts';
import { keepProof } from '../tracking-proof.ts';
import { applicantPage, completeSubmitter, ownerNameIn } from './applicant.ts';
import { FilingPage } from './filing-page.tsx';
import { onDraft } from './on-draft.ts';
import { type OpenDraft, papersAsked, papersMissing, shortenDraftToken } from './open-draft.ts';

interface Unfinished {
  readonly step: string;
  readonly words: string;
}

/** `…/kiem-tra`: everything once more, each line to be changed where it was asked. */
export const reviewPage = (app: App) => onDraft(app, (open, context) => context.html(show(app, open, [])));

/** The submission. The draft is the key: however often the button is pressed, there is one dossier. */
export const submitFiling = (app: App, options: ShellOptions) =>
  onDraft(app, async (open, context) => {
    const { visitor, draft, procedure } = open;
    const say = speaker(visitor.language);
    if (readForm(context).text('declared') !== 'yes') {
      const message = say('Đánh dấu vào ô cam đoan trước khi nộp.', 'Tick the declaration before you file.');
      return context.html(show(app, open, [{ field: 'declared', message }]), 422);
    }
    const submitter = completeSubmitter(draft.submitter, app.today());
    if (!submitter || !draft.receiverId || unfinished(app, open).length > 0)
      return context.html(show(app, open, []), 422);
    const citizen = visitor.actor?.kind === 'citizen' ? visitor.actor : null;
    const asked = new Set(papersAsked(open).map(({ document }) => document.id));
    const submitted = await app.dossiers.submit(
      citizen ?? { kind: 'citizen', accountId: null, name: submitter.name, posts: [] },
      {
        procedureCode: procedure.definition.code,
        receiverId: draft.receiverId,
        channel: 'online',
        answers: draft.answers,
        papers: draft.papers.filter(({ documentId }) => asked.has(documentId)),
        submitter,
        ownerName: ownerNameIn(draft.submitter),
        ownerAccountId: citizen?.accountId ?? null,
      },
      { caller: 'filing-draft', key: draft.id, requestHash: sha256(draft.id) },
    );
    if (!submitted.ok) {
      return context.html(
        show(app, open, [errorOf(submitted.refusal, visitor)]),
        refusalStatus(submitted.refusal) as 422,
      );
    }
    await app.drafts.save(draft.id, { submittedCaseId: submitted.value.caseId });
    shortenDraftToken(context, draft.id, options);
    const { caseId, reference } = submitted.value;
    if (!citizen) keepProof(context, reference, await app.dossiers.secretOf(caseId), options);
    return context.redirect(open.href('da-nop'), 303);
  });

const errorOf = (refusal: Refusal, visitor: Visitor) => ({ message: refusalSentence(refusal, visitor.language) });

/** What still has to be written before it can be filed, each with the step where it is. */
function unfinished(app: App, open: OpenDraft): readonly Unfinished[] {
  const { language } = open.visitor;
  const say = speaker(language);
  const { draft, procedure } = open;
  const missing: Unfinished[] = [];
  if (!draft.receiverId) missing.push({ step: 'noi-nop', words: say('Chọn nơi nhận hồ sơ', 'Choose the agency') });
  if (!completeSubmitter(draft.submitter, app.today())) {
    missing.push({ step: 'nguoi-nop', words: say('Ghi đủ thông tin của bạn', 'Complete your details') });
  }
  const checked = checkAnswers(procedure.definition, draft.answers, app.today());
  if (!checked.ok) {
    const page = procedure.definition.form.pages.find(({ questions }) =>
      questions.some(({ id }) => id === checked.refusal.field),
    );
    const question = page?.questions.find(({ id }) => id === checked.refusal.field);
    missing.push({
      step: page ? `to-khai/${page.id}` : 'nguoi-nop',
      words: `${question ? `${textIn(language, question.label)}: ` : ''}${refusalSentence(checked.refusal, language)}`,
    });
  }
  for (const { name } of papersMissing(open)) {
    missing.push({
      step: 'giay-to',
      words: say(`Còn thiếu: ${name.vi}`, `Still missing: ${name.en}`),
    });
  }
  return missing;
}

function show(app: App, open: OpenDraft, errors: readonly { field?: string; message: string }[]) {
  const { visitor, draft, procedure, answers, ground } = open;
  const { language } = visitor;
  const { definition } = procedure;
  const say = speaker(language);
  const todo = unfinished(app, open);
  const change = (step: string) => `${open.href(step)}?sua=1`;
  const papers = papersAsked(open);
  const dues = todo.length > 0 ? [] : duesOf(definition, answers);
  const limit = todo.length > 0 ? undefined : limitThatApplies(definition, answers);
  const promise = limit && promiseOf(limit, draft.receiverId ?? cityIn(ground.tree).id, ground, app.now());
  return (
    <FilingPage open={open} step="kiem-tra" title={say('Kiểm tra lại', 'Check')} hasErrors={errors.length > 0}>
      <ErrorSummary language={language} errors={errors} />
      <h1>{say('Kiểm tra lại trước khi nộp', 'Check before you file')}</h1>
      {todo.length > 0 ? (
        <Alert language={language} tone="warning" title={say('Còn việc phải làm', 'Still to do')}>
          <ul>
            {todo.map(({ step, words }) => (
              <li>
                <a href={change(step)}>{words}</a>
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <h2>{say('Nơi nhận và người nộp', 'Agency and applicant')}</h2>
      <SummaryList
        language={language}
        items={[
          {
            question: say('Nơi nhận hồ sơ', 'Receiving agency'),
            answer: draft.receiverId ? communeName(language, draft.receiverId, ground) : '',
            changeHref: change('noi-nop'),
          },
          ...applicantPage.questions
            .filter(({ id }) => id !== 'ownerName' || ownerNameIn(draft.submitter))
            .map(({ id, label }) => ({
              question: textIn(language, label),
              answer: draft.submitter[id as keyof typeof draft.submitter] ?? '',
              changeHref: change('nguoi-nop'),
            })),
        ]}
      />
      {pagesAsked(definition, answers).map((page) => (
        <>
          <h2>{textIn(language, page.title)}</h2>
          <SummaryList
            language={language}
            items={questionsAsked(page, answers).map((question) => {
              const answer = answers[question.id];
              return {
                question: textIn(language, question.label),
                answer: answer === undefined ? '' : answerAsRead(language, question, answer, ground),
                changeHref: change(`to-khai/${page.id}`),
              };
            })}
          />
        </>
      ))}
      {papers.length > 0 ? (
        <>
          <h2>{say('Giấy tờ', 'Papers')}</h2>
          <SummaryList
            language={language}
            items={papers.map(({ document }) => ({
              question: textIn(language, document.name),
              answer:
                draft.papers
                  .filter(({ documentId }) => documentId === document.id)
                  .map(({ fileName, sizeBytes }) => `${fileName} (${formatSize(language, sizeBytes)})`)
                  .join('; ') || (document.optional ? say('không kèm', 'none') : ''),
              changeHref: change('giay-to'),
            }))}
          />
        </>
      ) : null}
      {todo.length > 0 ? null : (
        <>
          <h2>{say('Chi phí và ngày nhận kết quả', 'Cost and due day')}</h2>
          <p>
            {dues.length === 0
              ? say('Trường hợp của bạn không phải nộp phí, lệ phí.', 'Your case costs nothing.')
              : dues
                  .map(({ item, amount }) => `${textIn(language, item.label)}: ${formatMoney(language, amount)}`)
                  .join('; ')}
          </p>
          {limit ? (
            <p>
              {say('Thời hạn', 'Limit')}: <strong>{textIn(language, limitWords(limit.announced))}</strong>
              {say(', tính từ khi Bộ phận Một cửa tiếp nhận.', ', from acceptance by the desk.')}
            </p>
          ) : null}
          {promise ? (
            <>
              <p>
                {say('Nếu được tiếp nhận ngay bây giờ, có kết quả ', 'Accepted at this moment, the result comes by ')}
                <DueDate language={language} due={promise.dueAt} />
              </p>
              <DaysTable language={language} id="days" days={daysIn(language, promise)} />
            </>
          ) : null}
          <Form csrfToken={visitor.csrfToken} action={open.href('kiem-tra')}>
            <Checkbox
              language={language}
              name="declared"
              label={say(
                'Tôi cam đoan những điều khai trên đây là đúng và chịu trách nhiệm trước pháp luật về nội dung đã khai.',
                'I declare that what I stated above is true and answer for it before the law.',
              )}
              error={errors.find(({ field }) => field === 'declared')?.message}
            />
            <Button>{say('Nộp hồ sơ', 'File the dossier')}</Button>
          </Form>
        </>
      )}
    </FilingPage>
  );
}
