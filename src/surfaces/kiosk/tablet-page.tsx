import type { Context, Handler } from 'hono';
import QRCode from 'qrcode';
import type { App } from '#app.ts';
import { type Refusal, refused } from '#kernel/result.ts';
import { ErrorSummary, localHref, speaker } from '#surfaces/ui/index.ts';
import { RatingForm } from '#surfaces/web/rating-form.tsx';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence } from '#surfaces/web/refusals.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import type { ShellOptions } from '#surfaces/web/web-shell.ts';
import { type DeviceDesk, deviceDesk, KioskPage } from './device-page.tsx';
import { type DevicePlace, enrolHere, isEnrolled } from './enrolled-device.ts';
import { ticketWritten } from './ticket-page.tsx';

interface Tablet {
  readonly desk: DeviceDesk;
  readonly counter: number;
  readonly path: string;
  readonly place: DevicePlace;
}

async function tabletOf(app: App, context: Context<WebEnv>): Promise<Tablet | undefined> {
  const desk = await deviceDesk(app, visitorOf(context), context.req.param('desk') ?? '');
  const counter = Number(context.req.param('counter'));
  if (!desk?.plan.counters.some(({ number }) => number === counter)) return undefined;
  const place: DevicePlace = { kind: 'tablet', deskId: desk.id, counterNumber: counter };
  return { desk, counter, path: `/danh-gia-tai-quay/${desk.id}/${counter}`, place };
}

/** `/danh-gia-tai-quay/:desk/:counter`: the questions for the dossier that just ended there; no name, no content of it. */
export const tabletPage =
  (app: App, options: ShellOptions): Handler<WebEnv> =>
  async (context) => {
    const tablet = await tabletOf(app, context);
    if (!tablet) return notFoundPage(context);
    const enrolled = await enrolHere(app, context, tablet.place, tablet.path, options);
    if (enrolled) return enrolled;
    if (!(await isEnrolled(app, context, tablet.place))) {
      return showRefusal(context, refused('device-not-enrolled').refusal);
    }
    return context.html(await show(app, context, tablet, options));
  };

export const rateAtTablet =
  (app: App, options: ShellOptions): Handler<WebEnv> =>
  async (context) => {
    const tablet = await tabletOf(app, context);
    if (!tablet) return notFoundPage(context);
    if (!(await isEnrolled(app, context, tablet.place))) {
      return showRefusal(context, refused('device-not-enrolled').refusal);
    }
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
      return context.html(await show(app, context, tablet, options, values, rated.refusal), 422);
    }
    return context.redirect(at, 303);
  };

async function show(
  app: App,
  context: Context<WebEnv>,
  { desk, counter, path }: Tablet,
  options: ShellOptions,
  given: Readonly<Record<string, string>> = {},
  refusal?: Refusal,
) {
  const visitor = { ...visitorOf(context), path };
  const { language, csrfToken } = visitor;
  const say = speaker(language);
  const last = await app.ratings.lastAt(desk.id, counter);
  const error = refusal && { field: refusal.field ?? '', message: refusalSentence(refusal, language) };
  if (!last?.isEnded || last.isRated) {
    return (
      <KioskPage
        visitor={visitor}
        desk={desk}
        title={
          last?.isRated
            ? say('Cảm ơn ông/bà', 'Thank you')
            : say(`Quầy ${counter} xin chào`, `Welcome to counter ${counter}`)
        }
        refresh={{ seconds: 10 }}
      >
        <p>
          {last?.isRated
            ? say('Đánh giá đã được lưu, không kèm tên của ông/bà.', 'Your answers are kept, without your name.')
            : say(
                'Khi đã nhận kết quả, ông/bà có thể đánh giá tại đây.',
                'When you have your result, you can rate the service here.',
              )}
        </p>
      </KioskPage>
    );
  }
  const origin = options.publicUrl ?? new URL(context.req.url).origin;
  const link = `${origin}/danh-gia/${encodeURIComponent(last.code)}?ma=${await app.ratings.secretOf(last.caseId)}`;
  const qr = await QRCode.toString(link, { type: 'svg', margin: 0 });
  return (
    <KioskPage
      visitor={visitor}
      desk={desk}
      title={say(
        `Mời người có số ${ticketWritten(last.number)} đánh giá`,
        `Number ${ticketWritten(last.number)}: please rate`,
      )}
      hasErrors={error !== undefined}
      refresh={{ seconds: 300 }}
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
      <p>{say('Hoặc quét mã để đánh giá trên điện thoại:', 'Or scan the code and rate on your telephone:')}</p>
      <img
        class="kiosk-qr"
        src={`data:image/svg+xml;base64,${Buffer.from(qr).toString('base64')}`}
        width="200"
        height="200"
        alt={say('Mã QR mở trang đánh giá', 'QR code that opens the page to rate')}
      />
    </KioskPage>
  );
}
