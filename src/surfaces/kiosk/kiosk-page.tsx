import type { Context, Handler } from 'hono';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import { refused } from '#kernel/result.ts';
import type { Text } from '#kernel/text.ts';
import type { TicketPurpose } from '#modules/desk/index.ts';
import { agencyOf } from '#modules/organisation/index.ts';
import { secretToken } from '#platform/random.ts';
import { ErrorSummary, Field, Form, formatMoment, localHref, speaker, textIn } from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence } from '#surfaces/web/refusals.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import type { ShellOptions } from '#surfaces/web/web-shell.ts';
import { type DeviceDesk, deviceDesk, KioskPage } from './device-page.tsx';
import { type DevicePlace, enrolHere, isEnrolled } from './enrolled-device.ts';

/** As many as a thumb finds at once; the sixth leads on. */
const mostChoices = 6;

const purposeOf: Readonly<Record<string, TicketPurpose>> = { nop: 'file', 'ket-qua': 'result', hoi: 'advice' };

interface Choice {
  readonly href: string;
  readonly label: Text;
  readonly hint?: Text;
}

/** GET `/kiosk/:desk`: what for, which field, with priority or not; one question a page, all of it in the address. */
export const kioskPage =
  (app: App, options: ShellOptions): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const desk = await deviceDesk(app, visitor, context.req.param('desk') ?? '');
    if (!desk) return notFoundPage(context);
    const enrolled = await enrolHere(app, context, placeOf(desk), `/kiosk/${desk.id}`, options);
    if (enrolled) return enrolled;
    const purpose = context.req.query('viec') ?? '';
    const field = context.req.query('linh-vuc') ?? '';
    if (purpose === 'hen') return context.html(askForBooking(context, desk));
    if (!purposeOf[purpose]) return context.html(await askForPurpose(app, context, desk));
    if (purpose === 'nop' && !field) return context.html(await askForField(app, context, desk));
    return context.html(await askForPriority(app, context, desk, purpose, field));
  };

/** POST `/kiosk/:desk`: the number, on a page of its own. Only a device that was enrolled gives one. */
export const takeNumber =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const desk = await deviceDesk(app, visitor, context.req.param('desk') ?? '');
    if (!desk) return notFoundPage(context);
    const form = readForm(context);
    if (!(await isEnrolled(app, context, placeOf(desk))))
      return showRefusal(context, refused('device-not-enrolled').refusal);
    const isBooked = form.text('viec') === 'hen';
    const priorityCode = form.text('uu-tien') || null;
    const given = isBooked
      ? await app.desk.checkIn({ deskId: desk.id, code: form.text('code').slice(0, 40), priorityCode })
      : await app.desk.takeTicket({
          deskId: desk.id,
          purpose: purposeOf[form.text('viec')] ?? 'advice',
          fieldCode: form.text('linh-vuc') || null,
          priorityCode,
          formKey: form.key || null,
        });
    if (given.ok) {
      return context.redirect(localHref(visitor.language, `/kiosk/${desk.id}/so/${given.value.id}`), 303);
    }
    if (isBooked && given.refusal.field === 'code') {
      return context.html(askForBooking(context, desk, form.text('code'), given.refusal), 422);
    }
    return showRefusal(context, given.refusal);
  };

const placeOf = (desk: DeviceDesk): DevicePlace => ({ kind: 'kiosk', deskId: desk.id });

async function askForPurpose(app: App, context: Context<WebEnv>, desk: DeviceDesk) {
  const visitor = visitorOf(context);
  const { language } = visitor;
  const say = speaker(language);
  const hours = await app.desk.hours(desk.plan);
  const title = say('Ông/bà cần làm gì?', 'What do you need?');
  const choices: readonly Choice[] = [
    {
      href: '?viec=nop',
      label: { vi: 'Nộp hồ sơ', en: 'Hand in a dossier' },
      hint: { vi: 'Lấy số để làm thủ tục', en: 'Take a number for a procedure' },
    },
    {
      href: '?viec=ket-qua',
      label: { vi: 'Nhận kết quả', en: 'Fetch a result' },
      hint: { vi: 'Mang theo giấy hẹn', en: 'Bring your receipt' },
    },
    {
      href: '?viec=hen',
      label: { vi: 'Đã đặt lịch', en: 'I have a booking' },
      hint: { vi: 'Nhập mã lịch hẹn', en: 'Type the code of the booking' },
    },
    {
      href: '?viec=hoi',
      label: { vi: 'Hỏi, nhờ hướng dẫn', en: 'Ask for advice' },
      hint: { vi: 'Chưa rõ cần giấy tờ gì', en: 'Not sure which papers are needed' },
    },
  ];
  if (!hours.givesTickets) {
    return (
      <KioskPage
        visitor={visitor}
        desk={desk}
        title={say('Đang ngoài giờ tiếp nhận', 'The desk is closed')}
        refresh={{ seconds: 60 }}
      >
        <p>
          {hours.opens
            ? say(`Mở lại lúc ${formatMoment(hours.opens)}.`, `It opens again at ${formatMoment(hours.opens)}.`)
            : say('Chưa có giờ mở cửa tiếp theo.', 'No next opening is known.')}
        </p>
      </KioskPage>
    );
  }
  return (
    <KioskPage visitor={visitor} desk={desk} title={title} speak={language === 'vi' ? `${title} Chạm vào một ô.` : ''}>
      <Choices language={language} choices={choices} first />
    </KioskPage>
  );
}

function Choices(props: { language: 'vi' | 'en'; choices: readonly Choice[]; first?: boolean }) {
  return (
    <ul class="kiosk-choices">
      {props.choices.map(({ href, label, hint }, index) => (
        <li>
          <a class={props.first && index === 0 ? 'kiosk-choice main' : 'kiosk-choice'} href={href}>
            {textIn(props.language, label)}
            {hint ? <small>{textIn(props.language, hint)}</small> : null}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The fields some counter serves today, of the procedures this agency receives. */
async function askForField(app: App, context: Context<WebEnv>, desk: DeviceDesk) {
  const visitor = visitorOf(context);
  const { language } = visitor;
  const say = speaker(language);
  const { tree } = await app.ground();
  const unit = tree.get(desk.id);
  const agency = unit && agencyOf(unit, tree);
  const found = agency ? await app.procedures.search({ receiver: { id: agency.id, tier: agency.tier } }) : [];
  const served = (code: string) =>
    desk.plan.counters.some(({ fieldCodes }) => fieldCodes.length === 0 || fieldCodes.includes(code));
  const fields = [...Map.groupBy(found, ({ definition }) => definition.field.code)]
    .filter(([code]) => served(code))
    .sort(([, a], [, b]) => b.length - a.length);
  const isLong = fields.length > mostChoices;
  const size = isLong ? mostChoices - 1 : mostChoices;
  const pages = Math.max(1, Math.ceil(fields.length / size));
  const at = Math.min(pages, Math.max(1, Number(context.req.query('trang')) || 1));
  const choices: Choice[] = fields.slice((at - 1) * size, at * size).map(([code, procedures]) => ({
    href: `?viec=nop&linh-vuc=${encodeURIComponent(code)}`,
    label: procedures[0]?.definition.field.name ?? { vi: code, en: code },
    hint: {
      vi: procedures
        .slice(0, 2)
        .map(({ definition }) => definition.name.vi)
        .join('; '),
      en: procedures
        .slice(0, 2)
        .map(({ definition }) => definition.name.en)
        .join('; '),
    },
  }));
  if (isLong) {
    const next = at === pages ? 1 : at + 1;
    choices.push({
      href: `?viec=nop&trang=${next}`,
      label: { vi: 'Lĩnh vực khác', en: 'Other fields' },
      hint: { vi: `Trang ${at} / ${pages}`, en: `Page ${at} of ${pages}` },
    });
  }
  const title = say('Ông/bà nộp hồ sơ về việc gì?', 'What is the dossier about?');
  return (
    <KioskPage
      visitor={visitor}
      desk={desk}
      title={title}
      home={`/kiosk/${desk.id}`}
      speak={language === 'vi' ? title : ''}
      refresh={backAfter(visitor.language, desk)}
    >
      <Choices language={language} choices={choices} />
    </KioskPage>
  );
}

/** Whoever walks away leaves the first page to the next. */
const backAfter = (language: 'vi' | 'en', desk: DeviceDesk, seconds = 120) => ({
  seconds,
  href: localHref(language, `/kiosk/${desk.id}`),
});

async function askForPriority(app: App, context: Context<WebEnv>, desk: DeviceDesk, purpose: string, field: string) {
  const visitor = visitorOf(context);
  const { language, csrfToken } = visitor;
  const say = speaker(language);
  const groups = await app.desk.priorityGroups();
  const title = say('Ông/bà có thuộc diện ưu tiên không?', 'Do you belong to a priority group?');
  return (
    <KioskPage
      visitor={visitor}
      desk={desk}
      title={title}
      home={`/kiosk/${desk.id}`}
      speak={language === 'vi' ? `${title} Nếu không, chạm vào ô đầu tiên để lấy số.` : ''}
      refresh={backAfter(language, desk)}
    >
      <form class="kiosk-choices" method="post" action={localHref(language, `/kiosk/${desk.id}`)} data-once="true">
        <input type="hidden" name="csrf" value={csrfToken} />
        <input type="hidden" name="key" value={secretToken()} />
        <input type="hidden" name="viec" value={purpose} />
        <input type="hidden" name="linh-vuc" value={field} />
        <button class="kiosk-choice main" type="submit" name="uu-tien" value="">
          {say('Không, lấy số', 'No, take a number')}
        </button>
        {groups.map(({ code, name }) => (
          <button class="kiosk-choice" type="submit" name="uu-tien" value={code}>
            {textIn(language, name)}
          </button>
        ))}
      </form>
    </KioskPage>
  );
}

/** The letters of codes: none that looks like another. */
const letters = '23456789ABCDEFGHJKMNPQRSTWXYZ';

function askForBooking(context: Context<WebEnv>, desk: DeviceDesk, typed = '', refusal?: Refusal) {
  const visitor = visitorOf(context);
  const { language, csrfToken } = visitor;
  const say = speaker(language);
  const error = refusal && refusalSentence(refusal, language);
  const title = say('Nhập mã lịch hẹn', 'Type the code of your booking');
  return (
    <KioskPage
      visitor={{ ...visitor, path: `/kiosk/${desk.id}?viec=hen` }}
      desk={desk}
      title={title}
      home={`/kiosk/${desk.id}`}
      hasErrors={error !== undefined}
      speak={language === 'vi' ? (error ?? title) : ''}
      refresh={backAfter(language, desk)}
    >
      <ErrorSummary language={language} errors={error ? [{ field: 'code', message: error }] : []} />
      <Form
        csrfToken={csrfToken}
        action={localHref(language, `/kiosk/${desk.id}`)}
        hidden={{ key: secretToken(), viec: 'hen' }}
      >
        <Field
          language={language}
          name="code"
          kind="code"
          width="medium"
          maxLength={12}
          label={say('Mã 6 chữ, trong tin xác nhận', 'The 6 letters of your confirmation')}
          value={typed}
          error={error}
          autofocus
        />
        <div class="kiosk-keys" data-keys="code" hidden>
          {[...letters].map((letter) => (
            <button type="button" data-key={letter}>
              {letter}
            </button>
          ))}
          <button type="button" data-key="back" aria-label={say('Xóa một chữ', 'Delete one letter')}>
            ⌫
          </button>
        </div>
        <button class="kiosk-choice main" type="submit">
          {say('Tôi đã đến, lấy số', 'I am here, take a number')}
        </button>
      </Form>
    </KioskPage>
  );
}
