import type { Context, Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import { toLocal } from '#kernel/zone.ts';
import { type Booking, visitCalendar } from '#modules/desk/index.ts';
import {
  Actions,
  BigCode,
  Button,
  ButtonLink,
  ErrorSummary,
  Facts,
  Field,
  Form,
  formatNamedDay,
  formatTime,
  List,
  localHref,
  PrintButton,
  speaker,
  Tag,
  textIn,
} from '#surfaces/ui/index.ts';
import type { GuessThrottle } from '#surfaces/web/guess-throttle.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { showRefusal } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import type { ShellOptions } from '#surfaces/web/web-shell.ts';
import { PortalPage } from '../portal-page.tsx';
import { findBooking, keepBooking, provenBooking } from './booking-proof.ts';
import { DayLinks, readSlot, SlotChoice } from './slot-choice.tsx';

const path = '/dat-lich/lich-hen';

const stateWords = {
  booked: { tone: 'success', vi: 'Đã giữ chỗ', en: 'Booked' },
  came: { tone: 'neutral', vi: 'Đã đến', en: 'You came' },
  cancelled: { tone: 'neutral', vi: 'Đã hủy', en: 'Cancelled' },
  missed: { tone: 'warning', vi: 'Đã quá giờ', en: 'Missed' },
} as const;

/** GET `/dat-lich/lich-hen`: the booking this browser knows, else the question for code and telephone number. */
export const ownBookingPage =
  (app: App, throttle: GuessThrottle): Handler<WebEnv> =>
  async (context) => {
    const booking = await provenBooking(app, throttle, context);
    return context.html(booking ? await showBooking(app, context, booking) : await askForCodes(app, context));
  };

/** POST `/dat-lich/lich-hen`: checks code and telephone number, or the account. */
export const openBooking =
  (app: App, throttle: GuessThrottle, options: ShellOptions): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const form = readForm(context);
    const found = await findBooking(app, throttle, visitor, form.text('code'), form.text('phone'));
    if (!found.ok) {
      const status = refusalStatus(found.refusal) as ContentfulStatusCode;
      return context.html(
        await askForCodes(app, context, { code: form.text('code'), phone: form.text('phone') }, found.refusal),
        status,
      );
    }
    keepBooking(context, found.value.code, await app.desk.bookingSecret(found.value.id), options);
    return context.redirect(localHref(language, path), 303);
  };

/** POST `/dat-lich/lich-hen/doi`: another half hour, or cancelled. */
export const changeOwnBooking =
  (app: App, throttle: GuessThrottle): Handler<WebEnv> =>
  async (context) => {
    const { language } = visitorOf(context);
    const booking = await provenBooking(app, throttle, context);
    if (!booking) return context.redirect(localHref(language, path), 303);
    const form = readForm(context);
    const startsAt = readSlot(form.text('slot'));
    if (form.text('go') !== 'cancel' && !startsAt) {
      return context.redirect(localHref(language, `${path}?ngay=${encodeURIComponent(form.text('ngay'))}`), 303);
    }
    const change = startsAt && form.text('go') !== 'cancel' ? { startsAt } : ({ state: 'cancelled' } as const);
    const done = await app.desk.changeBooking(booking, change);
    if (!done.ok) return showRefusal(context, done.refusal);
    return context.redirect(localHref(language, path), 303);
  };

/** GET `/dat-lich/lich-hen.ics`: for any calendar. */
export const bookingCalendar =
  (app: App, throttle: GuessThrottle): Handler<WebEnv> =>
  async (context) => {
    const booking = await provenBooking(app, throttle, context);
    if (!booking) return context.redirect(localHref(visitorOf(context).language, path), 303);
    const { name, place, minutes } = await placeOf(app, booking, 'vi');
    const file = visitCalendar(booking, { title: `Nộp hồ sơ: ${name}`, place, minutes }, app.now());
    return context.body(file, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="lich-hen-${booking.code}.ics"`,
    });
  };

async function placeOf(app: App, booking: Booking, language: 'vi' | 'en') {
  const procedure = await app.procedures.inForce(booking.procedureCode);
  const plan = await app.desk.plan(booking.deskId);
  return {
    name: procedure ? textIn(language, procedure.definition.name) : booking.procedureCode,
    place: (await app.ground()).tree.get(booking.deskId)?.name[language] ?? booking.deskId,
    minutes: plan?.policy.slotMinutes ?? 30,
    plan,
  };
}

async function askForCodes(
  app: App,
  context: Context<WebEnv>,
  typed: { readonly code: string; readonly phone: string } = { code: '', phone: '' },
  refusal?: Refusal,
) {
  const visitor = visitorOf(context);
  const { language, csrfToken, actor } = visitor;
  const say = speaker(language);
  const error = refusal && refusalSentence(refusal, language);
  const own = actor?.kind === 'citizen' && actor.accountId ? await app.desk.ownBookings(actor.accountId) : [];
  const title = say('Lịch hẹn của bạn', 'Your booking');
  return (
    <PortalPage
      visitor={{ ...visitor, path }}
      title={title}
      hasErrors={error !== undefined}
      back={{ href: localHref(language, '/dat-lich'), label: say('Đặt lịch mới', 'Book a visit') }}
    >
      <ErrorSummary language={language} errors={error ? [{ field: 'code', message: error }] : []} />
      <h1>{title}</h1>
      {own.length > 0 ? (
        <List>
          {own.map((booking) => {
            const moment = toLocal(booking.startsAt);
            const words = stateWords[booking.state];
            return (
              <li>
                <Form csrfToken={csrfToken} action={localHref(language, path)} hidden={{ code: booking.code }}>
                  <p>
                    {`${formatTime(moment)} ${formatNamedDay(language, moment)}`}{' '}
                    <Tag tone={words.tone}>{words[language]}</Tag>
                  </p>
                  <Button variant="secondary">{say(`Mở lịch hẹn ${booking.code}`, `Open ${booking.code}`)}</Button>
                </Form>
              </li>
            );
          })}
        </List>
      ) : null}
      <Form csrfToken={csrfToken} action={localHref(language, path)}>
        <Field
          language={language}
          name="code"
          kind="code"
          width="medium"
          label={say('Mã lịch hẹn', 'Code of the booking')}
          value={typed.code}
          error={error}
        />
        <Field
          language={language}
          name="phone"
          kind="phone"
          width="medium"
          label={say('Điện thoại đã ghi khi đặt', 'Telephone given when booking')}
          value={typed.phone}
        />
        <Button>{say('Xem lịch hẹn', 'Show')}</Button>
      </Form>
    </PortalPage>
  );
}

async function showBooking(app: App, context: Context<WebEnv>, booking: Booking) {
  const visitor = visitorOf(context);
  const { language, csrfToken } = visitor;
  const say = speaker(language);
  const { name, place, plan } = await placeOf(app, booking, language);
  const moment = toLocal(booking.startsAt);
  const words = stateWords[booking.state];
  const isAhead = booking.state === 'booked' && Temporal.Instant.compare(app.now(), booking.startsAt) < 0;
  const days = isAhead && plan ? await app.desk.visitDays(plan) : [];
  const chosen = context.req.query('ngay') ?? '';
  const day = days.find((each) => each.day.toString() === chosen);
  const action = localHref(language, `${path}/doi`);
  return (
    <PortalPage
      visitor={{ ...visitor, path }}
      title={say('Lịch hẹn của bạn', 'Your booking')}
      back={{ href: localHref(language, '/dat-lich'), label: say('Đặt lịch mới', 'Book a visit') }}
    >
      <h1>{`${formatTime(moment)} ${formatNamedDay(language, moment)}`}</h1>
      <p>
        <Tag tone={words.tone}>{words[language]}</Tag>
      </p>
      <p class="lead">
        {name}, {place}
      </p>
      <Facts
        facts={[
          { label: say('Mã lịch hẹn', 'Code'), value: <BigCode>{booking.code}</BigCode> },
          { label: say('Người đến', 'Who comes'), value: booking.name },
          { label: say('Điện thoại', 'Telephone'), value: booking.phone },
        ]}
      />
      {isAhead ? (
        <>
          <p>
            {say(
              `Đến sớm hoặc muộn không quá ${plan?.policy.lateMinutes ?? 15} phút. Trên máy lấy số, chọn “Đã đặt lịch” và nhập mã ${booking.code}.`,
              `Come no more than ${plan?.policy.lateMinutes ?? 15} minutes early or late. At the kiosk choose “I have a booking” and type ${booking.code}.`,
            )}
          </p>
          <Actions>
            <ButtonLink href={localHref(language, `${path}.ics`)} download>
              {say('Thêm vào lịch điện thoại', 'Add to your calendar')}
            </ButtonLink>
            <PrintButton>{say('In trang này', 'Print this page')}</PrintButton>
          </Actions>
          <p class="quiet">
            {say(
              `Đổi hoặc hủy sau này: mở lại trang này bằng mã ${booking.code} và số điện thoại ${booking.phone}. Trước giờ hẹn ${plan?.policy.remindHours ?? 20} giờ có tin nhắn nhắc, nếu thành phố đã mở kênh nhắn tin.`,
              `To change or cancel later, open this page with the code ${booking.code} and the number ${booking.phone}. A text message reminds you ${plan?.policy.remindHours ?? 20} hours before, where the city sends messages.`,
            )}
          </p>
          <h2>{say('Đổi giờ', 'Another time')}</h2>
          {day ? (
            <Form csrfToken={csrfToken} action={action} hidden={{ ngay: chosen }}>
              <SlotChoice language={language} day={day} value={booking.startsAt.toString()} />
              <Button>{say('Đổi sang giờ này', 'Change to this time')}</Button>
            </Form>
          ) : (
            <details>
              <summary>{say('Chọn ngày khác', 'Choose a day')}</summary>
              <DayLinks language={language} days={days} chosen={chosen} href={(on) => `${path}?ngay=${on}`} />
            </details>
          )}
          <Form csrfToken={csrfToken} action={action}>
            <Button variant="secondary" tone="danger" name="go" value="cancel">
              {say('Hủy lịch hẹn', 'Cancel the booking')}
            </Button>
          </Form>
        </>
      ) : null}
      {booking.state === 'missed' || (booking.state === 'booked' && !isAhead) ? (
        <p>
          {say(
            'Giờ hẹn đã qua. Ông/bà vẫn lấy được số thường trong giờ tiếp nhận, hoặc đặt lịch khác.',
            'The time is past. You can still take an ordinary number, or book another time.',
          )}
        </p>
      ) : null}
    </PortalPage>
  );
}
