import type { Context, Handler } from 'hono';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { billsOf, waitsForDues } from '#modules/dossiers/index.ts';
import { secretToken } from '#platform/random.ts';
import { Bar, BigCode, ErrorSummary, formatMoney, localHref, speaker, Tag, textIn } from '#surfaces/ui/index.ts';
import type { GuessThrottle } from '#surfaces/web/guess-throttle.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { showRefusal } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import type { ShellOptions } from '#surfaces/web/web-shell.ts';
import { answerSupplement, type SupplementAgain } from './answer-supplement.ts';
import { TrackingForm } from './home.tsx';
import { PortalPage, signInPath } from './portal-page.tsx';
import { RateLink, rateHref } from './rating/rate-link.tsx';
import { itemsAsked, SupplementForm } from './supplement.tsx';
import { keepProof, provenDossier, type Tracked, trackDossier } from './tracking-proof.ts';
import { WithdrawForm } from './withdraw-form.tsx';
import { wordsOfState } from './words.ts';

/** Who has shown code and secret, and has no account: may answer what is asked, and withdraw. */
const holderOfSecret = (caseId: string): Actor => ({
  kind: 'citizen',
  accountId: null,
  name: 'Người có mã bí mật',
  posts: [],
  shownSecretOf: caseId,
});

/** `/tra-cuu`: code and secret. */
export const trackingPage: Handler<WebEnv> = (context) => context.html(askForCodes(context));

function askForCodes(context: Context<WebEnv>, code = '', error?: string) {
  const visitor = visitorOf(context);
  const { language } = visitor;
  const say = speaker(language);
  return (
    <PortalPage
      visitor={{ ...visitor, path: '/tra-cuu' }}
      title={say('Theo dõi hồ sơ', 'Follow a dossier')}
      description={say(
        'Xem hồ sơ đang ở bước nào bằng mã hồ sơ và mã bí mật.',
        'See how far a dossier is by its code and secret.',
      )}
      hasErrors={error !== undefined}
    >
      <ErrorSummary language={language} errors={error ? [{ field: 'code', message: error }] : []} />
      <h1>{say('Hồ sơ của bạn đang ở đâu?', 'Where is your dossier?')}</h1>
      <TrackingForm language={language} csrfToken={visitor.csrfToken} code={code} error={error} />
      {visitor.actor?.kind === 'citizen' ? (
        <p>
          <a href={localHref(language, '/ho-so-cua-toi')}>{say('Hồ sơ của tôi', 'My dossiers')}</a>
        </p>
      ) : (
        <p class="quiet">
          {say('Nộp khi đã đăng nhập? ', 'Filed while signed in? ')}
          <a href={localHref(language, signInPath('/ho-so-cua-toi'))}>{say('Đăng nhập', 'Sign in')}</a>{' '}
          {say(
            'để xem đầy đủ: ai đang giữ, ngày hẹn, kết quả.',
            'to see all of it: who has it, the due day, the result.',
          )}
        </p>
      )}
    </PortalPage>
  );
}

/** POST `/tra-cuu/ket-qua`: checks both, then shows the page under an address without them. */
export const showCodes =
  (app: App, throttle: GuessThrottle, options: ShellOptions): Handler<WebEnv> =>
  async (context) => {
    const { language, address } = visitorOf(context);
    const form = readForm(context);
    const [code, secret] = [form.text('code'), form.text('secret')];
    const found = await trackDossier(app, throttle, address, code, secret);
    if (!found.ok) {
      const { refusal } = found;
      return context.html(
        askForCodes(context, code, refusalSentence(refusal, language)),
        refusalStatus(refusal) as 404,
      );
    }
    keepProof(context, code, secret, options);
    return context.redirect(localHref(language, '/tra-cuu/ket-qua'), 303);
  };

/** `/tra-cuu/ket-qua`: state and percent, and what is asked of the person. Nothing else without sign-in (TT 01/2018 art. 16). */
export const trackedPage =
  (app: App, throttle: GuessThrottle): Handler<WebEnv> =>
  async (context) => {
    const tracked = await provenDossier(app, throttle, context);
    if (!tracked) return context.redirect(localHref(visitorOf(context).language, '/tra-cuu'), 303);
    return context.html(await showTracked(app, context, tracked));
  };

async function showTracked(app: App, context: Context<WebEnv>, tracked: Tracked, again?: SupplementAgain) {
  const visitor = visitorOf(context);
  const { language, csrfToken } = visitor;
  const say = speaker(language);
  const words = wordsOfState(tracked.state);
  const at = (path: string) => localHref(language, path);
  const page = await app.dossiers.page(holderOfSecret(tracked.caseId), tracked.caseId);
  const may = new Set(page?.moves.map(({ move }) => move));
  const owed = (page ? billsOf(page.state) : [])
    .map(({ code, total, paid, isEnded }) => ({ code, total: isEnded ? 0n : BigInt(total) - BigInt(paid) }))
    .filter(({ total }) => total > 0n);
  return (
    <PortalPage
      visitor={{ ...visitor, path: '/tra-cuu/ket-qua' }}
      title={`${textIn(language, words.name)} · ${say('Theo dõi hồ sơ', 'Follow a dossier')}`}
      hasErrors={Boolean(again?.errors.length)}
      back={{ href: at('/tra-cuu'), label: say('Xem hồ sơ khác', 'Another dossier') }}
    >
      <ErrorSummary language={language} errors={again?.errors ?? []} />
      <h1>{textIn(language, words.name)}</h1>
      <p>
        <BigCode>{tracked.shownCode}</BigCode>
      </p>
      <p>
        <Tag tone={words.tone}>{textIn(language, words.name)}</Tag>
      </p>
      <Bar
        words={say(`Đã đi được ${tracked.percent}%`, `${tracked.percent}% of the way`)}
        shareOfOne={tracked.percent / 100}
      />
      <p class="lead">{textIn(language, words.means)}</p>
      <p>{textIn(language, words.next)}</p>
      {page && itemsAsked(page.state).length > 0 && may.has('answer-supplement') ? (
        <SupplementForm
          language={language}
          state={page.state}
          action={at('/tra-cuu/ket-qua/bo-sung')}
          csrfToken={csrfToken}
          formKey={secretToken()}
          note={again?.note}
          kept={again?.kept ?? []}
          errors={again?.errors ?? []}
        />
      ) : null}
      {page && billsOf(page.state).some(({ isEnded, total }) => !isEnded && total !== '0') && owed.length === 0 ? (
        <p>
          <Tag tone="success">{say('Đã nộp phí, lệ phí', 'Dues paid')}</Tag>
        </p>
      ) : null}
      {page && waitsForDues(page.state) ? (
        <p>
          {say(
            'Thủ tục này nộp phí, lệ phí trước: hồ sơ được chuyển giải quyết ngay khi bạn nộp.',
            'The dues of this procedure are paid first: work begins as soon as you have paid.',
          )}
        </p>
      ) : null}
      {owed.map(({ code, total }) => (
        <p>
          <Tag tone="warning">{say('Chưa nộp phí, lệ phí', 'Dues not paid yet')}</Tag>{' '}
          <a href={at(`/thanh-toan/${code}`)}>
            {say(`Nộp ${formatMoney(language, total)}`, `Pay ${formatMoney(language, total)}`)}
          </a>
        </p>
      ))}
      <RateLink language={language} href={await rateHref(app, tracked)} />
      <p>
        <a href={at('/phan-anh/gui?ho-so=1')}>{say('Phản ánh về hồ sơ này', 'Report something about this dossier')}</a>
      </p>
      {page && may.has('withdraw') ? (
        <p>
          <a href={at('/tra-cuu/ket-qua/rut')}>{say('Rút hồ sơ này', 'Withdraw this dossier')}</a>
        </p>
      ) : null}
      <p class="quiet">
        {say(
          'Vì không đăng nhập, trang này chỉ cho biết trạng thái. Người nộp xem đầy đủ trong “Hồ sơ của tôi”, nếu hồ sơ được nộp khi đã đăng nhập.',
          'Without sign-in this page tells the state only. The person sees all of it in “My dossiers” when it was filed signed in.',
        )}
      </p>
    </PortalPage>
  );
}

export const answerTracked =
  (app: App, throttle: GuessThrottle): Handler<WebEnv> =>
  async (context) => {
    const back = localHref(visitorOf(context).language, '/tra-cuu/ket-qua');
    const tracked = await provenDossier(app, throttle, context);
    if (!tracked) return context.redirect(localHref(visitorOf(context).language, '/tra-cuu'), 303);
    const again = await answerSupplement(app, context, holderOfSecret(tracked.caseId), tracked.caseId);
    return again ? context.html(await showTracked(app, context, tracked, again), 422) : context.redirect(back, 303);
  };

export const withdrawTrackedPage =
  (app: App, throttle: GuessThrottle): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const at = (path: string) => localHref(visitor.language, path);
    const tracked = await provenDossier(app, throttle, context);
    const page = tracked && (await app.dossiers.page(holderOfSecret(tracked.caseId), tracked.caseId));
    if (!page) return context.redirect(at('/tra-cuu'), 303);
    return context.html(
      <PortalPage
        visitor={visitor}
        title={speaker(visitor.language)('Rút hồ sơ', 'Withdraw')}
        back={{ href: at('/tra-cuu/ket-qua') }}
      >
        <WithdrawForm
          language={visitor.language}
          action={at('/tra-cuu/ket-qua/rut')}
          csrfToken={visitor.csrfToken}
          seen={page.state.entries}
          back={at('/tra-cuu/ket-qua')}
        />
      </PortalPage>,
    );
  };

export const withdrawTracked =
  (app: App, throttle: GuessThrottle): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const tracked = await provenDossier(app, throttle, context);
    if (!tracked) return context.redirect(localHref(visitor.language, '/tra-cuu'), 303);
    const form = readForm(context);
    const done = await app.dossiers.move(
      holderOfSecret(tracked.caseId),
      { caseId: tracked.caseId, move: 'withdraw', data: { reason: form.text('reason') } },
      form.call(visitor),
    );
    if (!done.ok) return showRefusal(context, done.refusal);
    return context.redirect(localHref(visitor.language, '/tra-cuu/ket-qua'), 303);
  };
