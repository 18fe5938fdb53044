import type { Context, Handler } from 'hono';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import { ErrorSummary, localHref, speaker } from '#surfaces/ui/index.ts';
import { RatingForm } from '#surfaces/web/rating-form.tsx';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence } from '#surfaces/web/refusals.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { deviceDesk, KioskPage } from './device-page.tsx';
import { ticketWritten } from './ticket-page.tsx';

interface Tablet {
  readonly desk: NonNullable<Awaited<ReturnType<typeof deviceDesk>>>;
  readonly counter: number;
  readonly path: string;
}

/** The tablet of a counter, by the key in its address. */
async function tabletOf(app: App, context: Context<WebEnv>): Promise<Tablet | undefined> {
  const desk = await deviceDesk(app, visitorOf(context), context.req.param('desk') ?? '');
  const counter = Number(context.req.param('counter'));
  const key = context.req.param('key') ?? '';
  const isHere = desk?.plan.counters.some(({ number }) => number === counter);
  if (!desk || !isHere || key.length > 60) return undefined;
  if (!(await app.desk.isDeviceKey(`tablet ${desk.id} ${counter}`, key))) return undefined;
  return { desk, counter, path: `/danh-gia-tai-quay/${desk.id}/${counter}/${key}` };
}

/** `/danh-gia-tai-quay/:desk/:counter/:key`: the questions for the dossier that was just received there; no name, no content of it. */
export const tabletPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const tablet = await tabletOf(app, context);
    if (!tablet) return notFoundPage(context);
    return context.html(await show(app, context, tablet));
  };

export const rateAtTablet =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const tablet = await tabletOf(app, context);
    if (!tablet) return notFoundPage(context);
    const form = readForm(context);
    const last = await app.ratings.lastAt(tablet.desk.id, tablet.counter);
    const at = localHref(visitorOf(context).language, tablet.path);
    // the next person's dossier may stand here meanwhile: this answer is not theirs
    if (last?.caseId !== form.text('ho-so')) return context.redirect(at, 303);
    const { values } = form;
    const rated = await app.ratings.rate(
      last.caseId,
      {
        attitude: form.text('attitude'),
        elsewhere: form.text('elsewhere'),
        organisation: form.text('organisation'),
        publication: form.text('publication'),
        comment: form.text('comment'),
      },
      'tablet',
    );
    if (!rated.ok && rated.refusal.code === 'rating-incomplete') {
      return context.html(await show(app, context, tablet, values, rated.refusal), 422);
    }
    return context.redirect(at, 303);
  };

async function show(
  app: App,
  context: Context<WebEnv>,
  { desk, counter, path }: Tablet,
  given: Readonly<Record<string, string>> = {},
  refusal?: Refusal,
) {
  const visitor = { ...visitorOf(context), path };
  const { language, csrfToken } = visitor;
  const say = speaker(language);
  const last = await app.ratings.lastAt(desk.id, counter);
  const error = refusal && { field: refusal.field ?? '', message: refusalSentence(refusal, language) };
  if (!last || last.isRated) {
    return (
      <KioskPage
        visitor={visitor}
        desk={desk}
        title={last ? say('Cảm ơn ông/bà', 'Thank you') : say(`Quầy ${counter} xin chào`, `Welcome to counter ${counter}`)}
        refresh={{ seconds: 10 }}
      >
        <p>
          {last
            ? say('Đánh giá đã được lưu, không kèm tên của ông/bà.', 'Your answers are kept, without your name.')
            : say(
                'Sau khi hồ sơ được tiếp nhận, ông/bà có thể đánh giá tại đây.',
                'After your dossier is received, you can rate the service here.',
              )}
        </p>
      </KioskPage>
    );
  }
  return (
    <KioskPage
      visitor={visitor}
      desk={desk}
      title={say(`Mời người có số ${ticketWritten(last.number)} đánh giá`, `Number ${ticketWritten(last.number)}: please rate`)}
      hasErrors={error !== undefined}
    >
      <ErrorSummary language={language} errors={error ? [error] : []} />
      <p>
        {say(
          'Không ghi tên. Mỗi hồ sơ đánh giá một lần; cán bộ không xem được ý kiến của từng người.',
          'No name is kept. Each dossier is rated once; officials cannot see what one person answered.',
        )}
      </p>
      <RatingForm
        language={language}
        csrfToken={csrfToken}
        action={localHref(language, path)}
        hidden={{ 'ho-so': last.caseId }}
        given={given}
        error={error}
      />
    </KioskPage>
  );
}
