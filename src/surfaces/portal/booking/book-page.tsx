import type { Context, Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import { compareVietnamese } from '#kernel/vietnamese.ts';
import type { DeskPlan, VisitDay } from '#modules/desk/index.ts';
import { agencyOf, type Unit } from '#modules/organisation/index.ts';
import type { ProcedureDefinition } from '#modules/procedures/index.ts';
import { secretToken } from '#platform/random.ts';
import { Button, Details, ErrorSummary, Field, Form, localHref, Select, speaker, textIn } from '#surfaces/ui/index.ts';
import { communeName } from '#surfaces/web/names.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import type { ShellOptions } from '#surfaces/web/web-shell.ts';
import { receivingAgencies } from '../filing/receivers.ts';
import { PortalPage } from '../portal-page.tsx';
import { keepBooking } from './booking-proof.ts';
import { DayLinks, readSlot, SlotChoice } from './slot-choice.tsx';

/** How far the choice has come; each part stands in the address, so that every step can be gone back to. */
interface BookingChoice {
  readonly definition: ProcedureDefinition | undefined;
  /** Desks that receive the procedure and take bookings. */
  readonly desks: readonly { readonly deskId: string; readonly agency: Unit }[];
  readonly deskId: string;
  readonly plan: DeskPlan | undefined;
  readonly days: readonly VisitDay[];
  readonly day: VisitDay | undefined;
}

async function choiceOf(app: App, code: string, deskId: string, day: string): Promise<BookingChoice> {
  const procedure = /^[\w.-]{1,40}$/.test(code) ? await app.procedures.inForce(code) : undefined;
  const definition = procedure?.definition;
  const { tree } = await app.ground();
  const receiving = definition
    ? new Set(receivingAgencies(definition, tree, app.today()).map(({ id }) => id))
    : undefined;
  const desks = (await app.desk.ids())
    .flatMap((id) => {
      const unit = tree.get(id);
      const agency = unit && agencyOf(unit, tree);
      return agency && receiving?.has(agency.id) ? [{ deskId: id, agency }] : [];
    })
    .sort((a, b) => compareVietnamese(a.agency.name.vi, b.agency.name.vi));
  const chosen = desks.length === 1 ? desks[0] : desks.find((desk) => desk.deskId === deskId);
  const plan = chosen && (await app.desk.plan(chosen.deskId));
  const days = plan ? await app.desk.visitDays(plan) : [];
  return {
    definition,
    desks,
    deskId: chosen?.deskId ?? '',
    plan,
    days,
    day: days.find((each) => each.day.toString() === day),
  };
}

/** GET `/dat-lich?thu-tuc=…&quay=…&ngay=…`: procedure, desk, day, half hour; then name and telephone. */
export const bookPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const query = (name: string) => (context.req.query(name) ?? '').slice(0, 80);
    const choice = await choiceOf(app, query('thu-tuc'), query('quay'), query('ngay'));
    return context.html(await show(app, context, choice));
  };

/** POST `/dat-lich`: the booking, then its page. */
export const bookVisit =
  (app: App, options: ShellOptions): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const form = readForm(context);
    const choice = await choiceOf(app, form.text('thu-tuc'), form.text('quay'), form.text('ngay'));
    const startsAt = readSlot(form.text('slot'));
    if (!choice.definition || !choice.deskId || !startsAt) {
      const message = speaker(language)('Chọn một khung giờ.', 'Choose a time.');
      return context.html(await show(app, context, choice, { field: 'slot', message }), 422);
    }
    const booked = await app.desk.book({
      deskId: choice.deskId,
      procedureCode: choice.definition.code,
      startsAt,
      name: form.text('name').slice(0, 200),
      phone: form.text('phone').slice(0, 40),
      formKey: form.key || null,
      accountId: visitor.actor?.kind === 'citizen' ? visitor.actor.accountId : null,
    });
    if (!booked.ok) {
      const { refusal } = booked;
      const error = { field: refusal.field ?? 'slot', message: refusalSentence(refusal, language) };
      const again = await choiceOf(app, choice.definition.code, choice.deskId, form.text('ngay'));
      return context.html(await show(app, context, again, error), refusalStatus(refusal) as ContentfulStatusCode);
    }
    keepBooking(context, booked.value.code, await app.desk.bookingSecret(booked.value.id), options);
    return context.redirect(localHref(language, '/dat-lich/lich-hen'), 303);
  };

async function show(
  app: App,
  context: Context<WebEnv>,
  choice: BookingChoice,
  error?: { readonly field: string; readonly message: string },
) {
  const visitor = visitorOf(context);
  const { language, csrfToken } = visitor;
  const say = speaker(language);
  const { definition, desks, deskId, plan, days, day } = choice;
  const query = (more: Record<string, string>) =>
    `/dat-lich?${new URLSearchParams({ ...(definition ? { 'thu-tuc': definition.code } : {}), ...(deskId ? { quay: deskId } : {}), ...more })}`;
  const form = context.req.method === 'POST' ? readForm(context) : undefined;
  const ground = await app.ground();
  return (
    <PortalPage
      visitor={{ ...visitor, path: query(day ? { ngay: day.day.toString() } : {}) }}
      title={say('Đặt lịch đến nộp hồ sơ', 'Book a visit')}
      description={say(
        'Chọn giờ đến Bộ phận Một cửa để không phải chờ.',
        'Choose when to come to the one-stop desk, so as not to wait.',
      )}
      hasErrors={error !== undefined}
    >
      <ErrorSummary language={language} errors={error ? [error] : []} />
      <h1>{say('Đặt lịch đến nộp hồ sơ', 'Book a visit')}</h1>
      {definition ? (
        <p class="lead">{textIn(language, definition.name)}</p>
      ) : (
        <p class="lead">
          {say(
            'Đến đúng giờ đã đặt, ông/bà được gọi trước. Không cần tài khoản.',
            'Come at the time you booked and you are called first. No account is needed.',
          )}
        </p>
      )}
      {definition ? (
        <p>
          <a href={localHref(language, '/dat-lich')}>{say('Chọn thủ tục khác', 'Another procedure')}</a>
        </p>
      ) : (
        <ChooseProcedure language={language} procedures={await bookable(app)} />
      )}
      {definition && desks.length === 0 ? (
        <p>
          {say(
            'Chưa có nơi nào nhận đặt lịch cho thủ tục này. Ông/bà có thể đến trong giờ làm việc hoặc nộp trên mạng.',
            'No desk takes bookings for this procedure yet. Come in the working hours, or file online.',
          )}
        </p>
      ) : null}
      {definition && desks.length > 1 ? (
        <Form method="get" action={localHref(language, '/dat-lich')} hidden={{ 'thu-tuc': definition.code }}>
          <Select
            language={language}
            name="quay"
            label={say('Nơi đến', 'Where')}
            value={deskId}
            options={desks.map((desk) => ({
              value: desk.deskId,
              label: communeName(language, desk.agency.id, ground) || textIn(language, desk.agency.name),
            }))}
          />
          <Button variant={deskId ? 'secondary' : 'primary'}>{say('Xem ngày còn chỗ', 'Show the days')}</Button>
        </Form>
      ) : null}
      {definition && plan ? (
        <>
          {desks.length === 1 ? <p>{desks[0]?.agency.name[language]}</p> : null}
          <h2>{say('Ngày', 'Day')}</h2>
          {days.length === 0 ? <p>{say('Chưa có ngày nào nhận đặt lịch.', 'No day can be booked yet.')}</p> : null}
          {day ? (
            <Details summary={say('Ngày khác', 'Another day')}>
              <DayLinks
                language={language}
                days={days}
                chosen={day.day.toString()}
                href={(on) => query({ ngay: on })}
              />
            </Details>
          ) : (
            <DayLinks language={language} days={days} chosen="" href={(on) => query({ ngay: on })} />
          )}
        </>
      ) : null}
      {definition && day ? (
        <Form
          csrfToken={csrfToken}
          id="gio"
          action={localHref(language, '/dat-lich')}
          hidden={{ key: secretToken(), 'thu-tuc': definition.code, quay: deskId, ngay: day.day.toString() }}
        >
          <SlotChoice
            language={language}
            day={day}
            value={form?.text('slot')}
            error={error?.field === 'slot' ? error.message : undefined}
          />
          <Field
            language={language}
            name="name"
            label={say('Họ và tên người đến', 'Who comes: full name')}
            autocomplete="name"
            maxLength={100}
            value={form?.text('name') ?? visitor.actor?.name ?? ''}
            error={error?.field === 'name' ? error.message : undefined}
          />
          <Field
            language={language}
            name="phone"
            kind="phone"
            width="medium"
            label={say('Điện thoại', 'Telephone')}
            value={form?.text('phone') ?? ''}
            error={error?.field === 'phone' ? error.message : undefined}
          />
          <Button>{say('Đặt lịch', 'Book')}</Button>
        </Form>
      ) : null}
      <p class="quiet">
        {say('Đã đặt rồi? ', 'Booked already? ')}
        <a href={localHref(language, '/dat-lich/lich-hen')}>
          {say('Xem, đổi hoặc hủy lịch hẹn', 'See, change or cancel a booking')}
        </a>
      </p>
    </PortalPage>
  );
}

async function bookable(app: App) {
  const found = await app.procedures.search({});
  return found.filter(({ definition }) => definition.channels.includes('desk'));
}

function ChooseProcedure(props: { language: 'vi' | 'en'; procedures: Awaited<ReturnType<typeof bookable>> }) {
  const { language } = props;
  const say = speaker(language);
  return (
    <Form method="get" action={localHref(language, '/dat-lich')}>
      <Select
        language={language}
        name="thu-tuc"
        label={say('Thủ tục cần làm', 'Procedure')}
        typeahead
        options={props.procedures.map(({ definition }) => ({
          value: definition.code,
          label: textIn(language, definition.name),
        }))}
      />
      <Button>{say('Tiếp tục', 'Continue')}</Button>
    </Form>
  );
}
