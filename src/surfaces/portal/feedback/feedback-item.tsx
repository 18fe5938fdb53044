import { Readable } from 'node:stream';
import type { Context, Handler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import { isId } from '#kernel/id.ts';
import { type Refusal, refused } from '#kernel/result.ts';
import type { Language } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import { fieldOf, lawWords, type OwnFeedback, type PublicFeedback } from '#modules/feedback/index.ts';
import { secretToken } from '#platform/random.ts';
import {
  Alert,
  Button,
  Choice,
  Details,
  DueDate,
  ErrorSummary,
  Field,
  Form,
  formatMoment,
  localHref,
  SummaryList,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { type GuessThrottle, networkOf } from '#surfaces/web/guess-throttle.ts';
import { communeName } from '#surfaces/web/names.ts';
import { paperHeaders } from '#surfaces/web/paper-response.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { keepCookie, type ShellOptions } from '#surfaces/web/web-shell.ts';
import { PortalPage } from '../portal-page.tsx';
import { ItemState } from './feedback-list.tsx';

const cookie = 'motcua_feedback';
const keptSeconds = 30 * 60;
const codeShape = /^PA-\d{4}-\d{6,}$/;

type Own = { readonly own: OwnFeedback } | { readonly refusal: Refusal } | undefined;

/** The report whose secret is given; wrong ones are counted, and too many have to wait. */
async function proven(
  app: App,
  throttle: GuessThrottle,
  context: Context<WebEnv>,
  code: string,
  secret: string,
): Promise<Own> {
  if (!secret) return undefined;
  const from = networkOf(visitorOf(context).address);
  const minutes = throttle.waitMinutes(from, app.now());
  if (minutes > 0) return { refusal: refused('too-many-tries', { minutes }).refusal };
  const own = secret.length <= 20 ? await app.feedback.own(code, secret) : undefined;
  if (own) return { own };
  throttle.noteWrong(from, app.now());
  return { refusal: refused('feedback-secret-wrong', {}, 'secret').refusal };
}

/** What this browser has shown the secret of, when it is this one. */
function keptSecret(context: Context, code: string): string {
  const [kept = '', secret = ''] = (getCookie(context, cookie) ?? '').split('.');
  return kept === code ? secret : '';
}

const ownOf = async (app: App, throttle: GuessThrottle, context: Context<WebEnv>, code: string) => {
  const found = await proven(app, throttle, context, code, keptSecret(context, code));
  return found && 'own' in found ? found.own : undefined;
};

/** GET `/phan-anh/:code`: what everyone may know of it; to whoever has shown the secret also what is asked of them. */
export const feedbackItemPage =
  (app: App, throttle: GuessThrottle): Handler<WebEnv> =>
  async (context) => {
    const code = context.req.param('code') ?? '';
    const item = codeShape.test(code) ? await app.feedback.item(code) : undefined;
    if (!item || item.state === 'withdrawn') return notFoundPage(context);
    return show(app, context, item, await ownOf(app, throttle, context, code));
  };

/** POST `/phan-anh/:code/mo`: the secret; the page is then shown under its own address. */
export const openOwnFeedback =
  (app: App, throttle: GuessThrottle, options: ShellOptions): Handler<WebEnv> =>
  async (context) => {
    const code = context.req.param('code') ?? '';
    const item = codeShape.test(code) ? await app.feedback.item(code) : undefined;
    if (!item) return notFoundPage(context);
    const secret = readForm(context).text('secret').replaceAll(/[\s-]/g, '').toUpperCase();
    const found = await proven(app, throttle, context, code, secret);
    if (found && 'own' in found) {
      const shownAt = found.own.code;
      keepCookie(context, cookie, `${shownAt}.${secret}`, { ...options, maxAge: keptSeconds });
      return context.redirect(localHref(visitorOf(context).language, `/phan-anh/${shownAt}`), 303);
    }
    const refusal = found?.refusal ?? refused('feedback-secret-wrong', {}, 'secret').refusal;
    return show(app, context, item, undefined, refusal);
  };

/** POST `/phan-anh/:code/:move`: reply, rate, withdraw. */
export const moveOwnFeedback =
  (app: App, throttle: GuessThrottle): Handler<WebEnv> =>
  async (context) => {
    const code = context.req.param('code') ?? '';
    const move = context.req.param('move') ?? '';
    const item = codeShape.test(code) ? await app.feedback.item(code) : undefined;
    const own = item && (await ownOf(app, throttle, context, code));
    if (!item || !own || !['reply', 'rate', 'withdraw'].includes(move)) return notFoundPage(context);
    const form = readForm(context);
    const given = {
      reply: { text: form.text('text') },
      rate: { satisfied: form.text('satisfied') || 'no', reason: form.text('reason') },
      withdraw: { reason: form.text('reason') },
    }[move as 'reply' | 'rate' | 'withdraw'];
    const made = await app.feedback.moveOwn(own.caseId, move, given, form.call(visitorOf(context)));
    if (!made.ok) return show(app, context, item, own, made.refusal);
    const { language } = visitorOf(context);
    return context.redirect(localHref(language, move === 'withdraw' ? '/phan-anh' : `/phan-anh/${code}`), 303);
  };

/** GET `/phan-anh/:code/anh/:id`: a photograph that everyone may see. */
export const feedbackPhoto =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const code = context.req.param('code') ?? '';
    const id = context.req.param('id') ?? '';
    const file = codeShape.test(code) && isId(id) ? await app.feedback.photo(code, id) : undefined;
    const opened = file && (await app.files.openScanned(file.sha256));
    if (!file || !opened?.ok) return notFoundPage(context);
    const extension = file.mediaType === 'image/png' ? 'png' : 'jpg';
    const { sizeBytes, stream } = opened.value;
    const headers = paperHeaders({
      sha256: file.sha256,
      // a name of a file can say who took it
      fileName: `${code}.${extension}`,
      mediaType: file.mediaType,
      sizeBytes,
      inline: true,
    });
    return context.body(Readable.toWeb(stream) as ReadableStream, 200, {
      ...headers,
      'cache-control': 'public, max-age=3600',
    });
  };

async function show(
  app: App,
  context: Context<WebEnv>,
  item: PublicFeedback,
  own: OwnFeedback | undefined,
  refusal?: Refusal,
) {
  const visitor = visitorOf(context);
  const { language, csrfToken } = visitor;
  const say = speaker(language);
  const ground = await app.ground();
  const agency = ground.tree.get(item.agencyId);
  const at = (rest = '') => localHref(language, `/phan-anh/${item.code}${rest && `/${rest}`}`);
  const error = refusal && {
    ...(refusal.field ? { field: refusal.field } : {}),
    message: refusalSentence(refusal, language),
  };
  const items = [
    {
      question: say('Lĩnh vực', 'Field'),
      answer: textIn(language, fieldOf(item.field)?.name ?? { vi: item.field, en: item.field }),
    },
    ...(item.place || item.communeId
      ? [
          {
            question: say('Ở đâu', 'Where'),
            answer: [item.place, item.communeId ? communeName(language, item.communeId, ground) : '']
              .filter(Boolean)
              .join(', '),
          },
        ]
      : []),
    { question: say('Ngày nhận', 'Received'), answer: momentOf(item.receivedAt) },
    { question: say('Số người phản ánh', 'Reported by'), answer: String(item.reporters) },
    {
      question: say('Cơ quan trả lời', 'Answered by'),
      answer: agency ? textIn(language, agency.name) : item.agencyId,
    },
  ];
  return context.html(
    <PortalPage
      visitor={{ ...visitor, path: `/phan-anh/${item.code}` }}
      title={`${item.title} · ${item.code}`}
      hasErrors={error !== undefined}
      back={{ href: localHref(language, '/phan-anh'), label: say('Mọi phản ánh', 'All feedback') }}
    >
      <ErrorSummary language={language} errors={error ? [error] : []} />
      <h1>{item.title}</h1>
      <p>
        <strong class="code">{item.code}</strong>
      </p>
      <ItemState item={item} language={language} now={app.now()} />
      {item.open && item.dueAt ? (
        <p>
          {say('Trả lời: ', 'Answered by: ')}
          <DueDate language={language} due={toLocal(Temporal.Instant.from(item.dueAt))} />
        </p>
      ) : null}
      {own ? (
        <OwnPart
          own={own}
          language={language}
          csrfToken={csrfToken}
          at={at}
          values={formValues(context)}
          error={error}
        />
      ) : null}
      {item.text ? (
        <p lang="vi" class="said">
          {item.text}
        </p>
      ) : null}
      <Photos ids={item.photos} at={at} words={say('Ảnh người phản ánh gửi', 'Photo of the reporter')} />
      <SummaryList language={language} items={items} />
      {item.mergedInto ? (
        <p>
          <a href={localHref(language, `/phan-anh/${item.mergedInto}`)}>
            {say(`Đã gộp vào phản ánh ${item.mergedInto}`, `Merged into ${item.mergedInto}`)}
          </a>
        </p>
      ) : null}
      {item.law ? (
        <p>
          {say(`Chuyển theo luật khác: ${lawWords[item.law].vi}`, `Handed to its own law: ${lawWords[item.law].en}`)}
        </p>
      ) : null}
      {item.passedTo ? <p>{say(`Đã chuyển: ${item.passedTo}`, `Passed to: ${item.passedTo}`)}</p> : null}
      <Answers item={item} own={own} language={language} at={at} />
      {own ? null : (
        <Details summary={say('Bạn là người phản ánh?', 'Did you report it?')} open={error?.field === 'secret'}>
          <Form csrfToken={csrfToken} action={at('mo')}>
            <Field
              language={language}
              name="secret"
              kind="code"
              width="medium"
              label={say('Mã bí mật', 'Secret')}
              error={error?.field === 'secret' ? error.message : undefined}
            />
            <Button variant="secondary">{say('Mở phần của tôi', 'Open my part')}</Button>
          </Form>
        </Details>
      )}
    </PortalPage>,
    (refusal ? refusalStatus(refusal) : 200) as ContentfulStatusCode,
  );
}

const momentOf = (moment: string) => formatMoment(toLocal(Temporal.Instant.from(moment)));
const formValues = (context: Context<WebEnv>) => (context.req.method === 'POST' ? readForm(context).values : {});

function Photos(props: { ids: readonly string[]; at: (rest: string) => string; words: string }) {
  if (props.ids.length === 0) return null;
  return (
    <ul class="photos">
      {props.ids.map((id, index) => (
        <li>
          <a href={props.at(`anh/${id}`)}>
            <img src={props.at(`anh/${id}`)} alt={`${props.words} ${index + 1}`} loading="lazy" width="240" />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Answers(props: {
  item: PublicFeedback;
  own: OwnFeedback | undefined;
  language: Language;
  at: (rest: string) => string;
}) {
  const { item, own, language, at } = props;
  const say = speaker(language);
  return (
    <>
      {item.answers.map((answer, index) => (
        <section>
          <h2>
            {item.answers.length > 1
              ? say(`Trả lời lần ${index + 1}`, `Answer ${index + 1}`)
              : say('Trả lời', 'The answer')}
          </h2>
          <p class="small quiet">
            {momentOf(answer.at)}
            {answer.timeliness === 'late' ? ` · ${say('trễ hạn', 'late')}` : ''}
            {answer.number ? ` · ${say(`văn bản ${answer.number}`, `document ${answer.number}`)}` : ''}
          </p>
          <p lang="vi" class="said">
            {own?.answers[index] ?? (answer.text || say('Nội dung không công khai.', 'The content is not public.'))}
          </p>
          <Photos ids={answer.photos} at={at} words={say('Ảnh sau xử lý', 'Photo afterwards')} />
          {index === 0 && item.reopenedAt ? (
            <p>
              {say(
                `Người phản ánh chưa hài lòng; được xử lý lại từ ${momentOf(item.reopenedAt)}.`,
                `The reporter was not satisfied; handled again from ${momentOf(item.reopenedAt)}.`,
              )}
            </p>
          ) : null}
        </section>
      ))}
      {item.satisfied === null ? null : (
        <p>
          <strong>
            {item.satisfied
              ? say('Người phản ánh hài lòng.', 'The reporter is satisfied.')
              : say('Người phản ánh không hài lòng.', 'The reporter is not satisfied.')}
          </strong>
        </p>
      )}
    </>
  );
}

function OwnPart(props: {
  own: OwnFeedback;
  language: Language;
  csrfToken: string;
  at: (rest: string) => string;
  values: Readonly<Record<string, string>>;
  error: { readonly field?: string; readonly message: string } | undefined;
}) {
  const { own, language, csrfToken, at, values, error } = props;
  const say = speaker(language);
  const hidden = { key: secretToken(), seen: String(own.entries) };
  const may = (move: string) => own.moves.includes(move);
  const errorAt = (field: string) => (error?.field === field ? error.message : undefined);
  return (
    <section>
      <h2>{say('Phần của bạn', 'Your part')}</h2>
      {own.text ? (
        <Details summary={say('Bạn đã viết', 'What you wrote')}>
          <p lang="vi" class="said">
            {own.text}
          </p>
        </Details>
      ) : null}
      {own.reason ? <p lang="vi">{own.reason}</p> : null}
      {own.question && may('reply') ? (
        <Form csrfToken={csrfToken} action={at('reply')} hidden={hidden}>
          <Alert language={language} title={say('Đơn vị hỏi bạn', 'A question for you')}>
            <p lang="vi">{own.question.text}</p>
            <p>
              {say('Trả lời trước ', 'Reply before ')}
              {momentOf(own.question.replyBy)}
            </p>
          </Alert>
          <Field
            language={language}
            name="text"
            kind="long-text"
            label={say('Trả lời của bạn', 'Your reply')}
            value={values.text}
            error={errorAt('text')}
          />
          <Button>{say('Gửi trả lời', 'Reply')}</Button>
        </Form>
      ) : null}
      {may('rate') ? (
        <Form csrfToken={csrfToken} action={at('rate')} hidden={hidden}>
          <Choice
            language={language}
            name="satisfied"
            legend={say('Bạn có hài lòng với câu trả lời không?', 'Are you satisfied with the answer?')}
            inline
            value={values.satisfied}
            options={[
              { value: 'yes', label: say('Hài lòng', 'Satisfied') },
              { value: 'no', label: say('Chưa hài lòng', 'Not satisfied') },
            ]}
          />
          <Field
            language={language}
            name="reason"
            kind="long-text"
            rows={3}
            noRequire
            label={say('Vì sao chưa hài lòng', 'Why not')}
            hint={
              own.isReopened
                ? say('Đây là lần cuối; bạn có thể gửi phản ánh mới.', 'This is the last word; you can send a new one.')
                : say('Phản ánh được xử lý lại một lần.', 'It is handled once more.')
            }
            value={values.reason}
            error={errorAt('reason')}
          />
          <Button>{say('Gửi ý kiến', 'Send')}</Button>
        </Form>
      ) : null}
      {may('withdraw') ? (
        <Details summary={say('Rút phản ánh', 'Withdraw')}>
          <Form csrfToken={csrfToken} action={at('withdraw')} hidden={hidden}>
            <Field language={language} name="reason" label={say('Lý do', 'Reason')} optional />
            <Button variant="secondary" tone="danger">
              {say('Rút phản ánh này', 'Withdraw it')}
            </Button>
          </Form>
        </Details>
      ) : null}
      {own.moves.length === 0 && !own.reason ? (
        <p class="quiet">{say('Bạn chưa phải làm gì.', 'There is nothing for you to do.')}</p>
      ) : null}
    </section>
  );
}
