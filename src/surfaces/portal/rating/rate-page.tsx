import type { Context, Handler } from 'hono';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { type Refusal, refused } from '#kernel/result.ts';
import { Button, Done, ErrorSummary, Field, Form, localHref, speaker } from '#surfaces/ui/index.ts';
import { type GuessThrottle, networkOf } from '#surfaces/web/guess-throttle.ts';
import { RatingForm } from '#surfaces/web/rating-form.tsx';
import { readForm } from '#surfaces/web/read-form.ts';
import { showRefusal } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence } from '#surfaces/web/refusals.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from '../portal-page.tsx';

type Found = { readonly caseId: string } | { readonly refusal: Refusal } | undefined;

/** The dossier whose code and secret are given; undefined when no secret was given at all. */
async function findRated(app: App, throttle: GuessThrottle, context: Context<WebEnv>, secret: string): Promise<Found> {
  if (!secret) return undefined;
  const from = networkOf(visitorOf(context).address);
  const minutes = throttle.waitMinutes(from, app.now());
  if (minutes > 0) return { refusal: refused('too-many-tries', { minutes }).refusal };
  const code = context.req.param('code') ?? '';
  const caseId = code.length <= 60 && secret.length <= 20 ? await app.ratings.find(code, secret) : undefined;
  if (caseId) return { caseId };
  throttle.noteWrong(from, app.now());
  return { refusal: refused('dossier-not-found').refusal };
}

/** GET `/danh-gia/:code?ma=…`: the questions; without the secret it is asked for. */
export const ratePage =
  (app: App, throttle: GuessThrottle): Handler<WebEnv> =>
  async (context) => {
    const secret = context.req.query('ma') ?? '';
    const found = await findRated(app, throttle, context, secret);
    if (!found || 'refusal' in found) {
      return context.html(askForSecret(context, found?.refusal), found ? 404 : 200);
    }
    if (await app.ratings.isRated(found.caseId)) return context.html(thanks(context));
    if (!(await app.ratings.mayBeRated(found.caseId))) {
      return showRefusal(context, refused('rating-too-early').refusal);
    }
    return context.html(await show(app, context, found.caseId, secret));
  };

export const rateDossier =
  (app: App, throttle: GuessThrottle): Handler<WebEnv> =>
  async (context) => {
    const form = readForm(context);
    const secret = form.text('ma');
    const found = await findRated(app, throttle, context, secret);
    if (!found || 'refusal' in found) return context.html(askForSecret(context, found?.refusal), 404);
    const rated = await app.ratings.rate(
      found.caseId,
      {
        attitude: form.text('attitude'),
        elsewhere: form.text('elsewhere'),
        organisation: form.text('organisation'),
        publication: form.text('publication'),
        comment: form.text('comment'),
      },
      'link',
    );
    if (rated.ok || rated.refusal.code === 'rated-already') {
      const code = encodeURIComponent(context.req.param('code') ?? '');
      const { language } = visitorOf(context);
      return context.redirect(localHref(language, `/danh-gia/${code}/cam-on`), 303);
    }
    if (rated.refusal.code !== 'rating-incomplete') return showRefusal(context, rated.refusal);
    return context.html(await show(app, context, found.caseId, secret, form.values, rated.refusal), 422);
  };

export const ratedPage: Handler<WebEnv> = (context) => context.html(thanks(context));

function thanks(context: Context<WebEnv>) {
  const visitor = visitorOf(context);
  const say = speaker(visitor.language);
  const title = say('Cảm ơn ông/bà đã đánh giá', 'Thank you');
  return (
    <PortalPage visitor={visitor} title={title}>
      <Done title={title}>
        <p class="lead">
          {say(
            'Đánh giá của hồ sơ này đã được lưu, không kèm tên. Mỗi hồ sơ đánh giá một lần.',
            'The rating of this dossier is kept, without a name. Each dossier is rated once.',
          )}
        </p>
      </Done>
    </PortalPage>
  );
}

function askForSecret(context: Context<WebEnv>, refusal?: Refusal) {
  const visitor = visitorOf(context);
  const { language } = visitor;
  const say = speaker(language);
  const code = context.req.param('code') ?? '';
  const error = refusal && refusalSentence(refusal, language);
  const title = say('Đánh giá việc giải quyết hồ sơ', 'Rate how the dossier was handled');
  return (
    <PortalPage visitor={{ ...visitor, path: `/danh-gia/${code}` }} title={title} hasErrors={error !== undefined}>
      <ErrorSummary language={language} errors={error ? [{ field: 'ma', message: error }] : []} />
      <h1>{title}</h1>
      <p class="code">{code}</p>
      <Form method="get" action={localHref(language, `/danh-gia/${encodeURIComponent(code)}`)}>
        <Field
          language={language}
          name="ma"
          kind="code"
          width="medium"
          label={say('Mã bí mật', 'Secret')}
          hint={say('In trên giấy tiếp nhận hoặc phiếu đánh giá.', 'Printed on the receipt or the feedback slip.')}
          error={error}
        />
        <Button>{say('Tiếp tục', 'Continue')}</Button>
      </Form>
    </PortalPage>
  );
}

async function show(
  app: App,
  context: Context<WebEnv>,
  caseId: string,
  secret: string,
  given: Readonly<Record<string, string>> = {},
  refusal?: Refusal,
) {
  const visitor = visitorOf(context);
  const { language, csrfToken } = visitor;
  const say = speaker(language);
  const code = context.req.param('code') ?? '';
  const error = refusal && { field: refusal.field ?? '', message: refusalSentence(refusal, language) };
  const title = say('Đánh giá việc giải quyết hồ sơ', 'Rate how the dossier was handled');
  const page = await app.dossiers.page(holder(caseId), caseId);
  return (
    <PortalPage visitor={{ ...visitor, path: `/danh-gia/${code}` }} title={title} hasErrors={error !== undefined}>
      <ErrorSummary language={language} errors={error ? [error] : []} />
      <h1>{title}</h1>
      <p class="lead">
        {page?.procedure.definition.name[language]} <span class="code">{code}</span>
      </p>
      <p>
        {say(
          'Bốn câu, không ghi tên. Thời gian giải quyết và số lần yêu cầu bổ sung đã có trong nhật ký nên không hỏi. Mỗi hồ sơ đánh giá một lần.',
          'Four questions, no name. How long it took and how often you were asked for more stands in the journal and is not asked. Each dossier is rated once.',
        )}
      </p>
      <RatingForm
        language={language}
        csrfToken={csrfToken}
        action={localHref(language, `/danh-gia/${encodeURIComponent(code)}`)}
        hidden={{ ma: secret }}
        given={given}
        error={error}
      />
    </PortalPage>
  );
}

const holder = (caseId: string): Actor => ({
  kind: 'citizen',
  accountId: null,
  name: 'Người đánh giá',
  posts: [],
  shownSecretOf: caseId,
});
