import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import QRCode from 'qrcode';
import type { App } from '#app.ts';
import { isId } from '#kernel/id.ts';
import type { Refusal } from '#kernel/result.ts';
import { toLocal } from '#kernel/zone.ts';
import type { DeskDevice, DeviceKind } from '#modules/desk/index.ts';
import { secretToken } from '#platform/random.ts';
import {
  Button,
  Choice,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  formatMoment,
  localHref,
  Panel,
  Select,
  speaker,
  Table,
  Tag,
  textIn,
} from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { showRefusal } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { keepCookie, type ShellOptions } from '#surfaces/web/web-shell.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { atOwnDesk, type OwnDesk } from './own-desk.ts';

const path = '/lam-viec/quay/thiet-bi';
const cookie = 'motcua_new_device';
/** Long enough to walk to the device. */
const shownSeconds = 15 * 60;

const kinds = {
  kiosk: { vi: 'Máy lấy số', en: 'Kiosk' },
  display: { vi: 'Màn hình gọi số', en: 'Display' },
  tablet: { vi: 'Máy tính bảng đánh giá', en: 'Tablet for ratings' },
} as const;

const addressOf = ({ kind, deskId, counterNumber }: DeskDevice): string =>
  kind === 'kiosk'
    ? `/kiosk/${deskId}`
    : kind === 'display'
      ? `/man-hinh/${deskId}`
      : `/danh-gia-tai-quay/${deskId}/${counterNumber}`;

/** GET `/lam-viec/quay/thiet-bi`: what stands at the desk, the address of the one just enrolled, and a form for another. */
export const devicesPage = (app: App, options: ShellOptions) =>
  atOwnDesk(app, (desk, context) => show(app, desk, context, options));

/** POST `/lam-viec/quay/thiet-bi`: the key goes to this browser alone, for a quarter of an hour. */
export const enrolDevice = (app: App, options: ShellOptions) =>
  atOwnDesk(app, async (desk, context) => {
    const form = readForm(context);
    const { officer, deskId } = desk;
    const wish = {
      deskId,
      kind: form.text('kind') as DeviceKind,
      counterNumber: Number(form.text('counter')) || null,
      label: form.text('label').slice(0, 200),
    };
    const done = await app.desk.enrolDevice(officer.actor, wish, form.key || null);
    if (!done.ok) return show(app, desk, context, options, form.values, done.refusal);
    if (done.value) {
      const { device, key } = done.value;
      keepCookie(context, cookie, `${device.id}.${key}`, { ...options, maxAge: shownSeconds });
    }
    return context.redirect(localHref(officer.visitor.language, `${path}?noi=${deskId}`), 303);
  });

/** POST `/lam-viec/quay/thiet-bi/thu-hoi` */
export const revokeDevice = (app: App) =>
  atOwnDesk(app, async ({ officer, deskId }, context) => {
    const id = readForm(context).text('may');
    const done = await app.desk.revokeDevice(
      officer.actor,
      deskId,
      isId(id) ? id : '00000000-0000-0000-0000-000000000000',
    );
    if (!done.ok) return showRefusal(context, done.refusal);
    return context.redirect(localHref(officer.visitor.language, `${path}?noi=${deskId}`), 303);
  });

async function show(
  app: App,
  desk: OwnDesk,
  context: Context<WebEnv>,
  options: ShellOptions,
  given: Readonly<Record<string, string>> = {},
  refusal?: Refusal,
) {
  const { officer, deskId, name } = desk;
  const { visitor } = officer;
  const { language, csrfToken } = visitor;
  const say = speaker(language);
  const [devices, plan] = await Promise.all([app.desk.devices(deskId), app.desk.plan(deskId)]);
  const [newId = '', key = ''] = (getCookie(context, cookie) ?? '').split('.');
  const enrolled = key ? devices.find(({ id, revokedAt }) => id === newId && !revokedAt) : undefined;
  const error = refusal && { field: refusal.field ?? 'kind', message: refusalSentence(refusal, language) };
  const errorAt = (field: string) => (error?.field === field ? error.message : undefined);
  const title = say('Thiết bị tại Bộ phận Một cửa', 'Devices of the desk');
  const origin = options.publicUrl ?? new URL(context.req.url).origin;
  return context.html(
    <WorkspacePage
      officer={{ ...officer, visitor: { ...visitor, path: `${path}?noi=${deskId}` } }}
      title={title}
      hasErrors={error !== undefined}
      back={{ href: localHref(language, `/lam-viec/quay?noi=${deskId}`), label: say('Quầy', 'Counter') }}
    >
      <ErrorSummary language={language} errors={error ? [error] : []} />
      <h1>{title}</h1>
      <p class="lead">{name}</p>
      {enrolled ? (
        <NewDevice
          language={language}
          device={enrolled}
          link={`${origin}${addressOf(enrolled)}?khoa=${key}`}
          qr={await QRCode.toString(`${origin}${addressOf(enrolled)}?khoa=${key}`, { type: 'svg', margin: 0 })}
        />
      ) : null}
      {devices.length === 0 ? (
        <EmptyState title={say('Chưa ghép thiết bị nào', 'No device is enrolled yet')} />
      ) : (
        <Table
          id="devices"
          stack
          caption={say('Thiết bị đã ghép', 'Enrolled devices')}
          columns={[
            { label: say('Tên', 'Name') },
            { label: say('Loại', 'Kind') },
            { label: say('Lần cuối thấy', 'Last seen') },
            { label: say('Thu hồi', 'Revoke'), labelHidden: true },
          ]}
          rows={devices.map((device) => [
            device.label,
            `${textIn(language, kinds[device.kind])}${device.counterNumber ? say(`, quầy ${device.counterNumber}`, `, counter ${device.counterNumber}`) : ''}`,
            device.seenAt ? formatMoment(toLocal(device.seenAt)) : say('Chưa mở', 'Not opened yet'),
            device.revokedAt ? (
              <Tag tone="neutral">
                {say(
                  `Thu hồi ${formatMoment(toLocal(device.revokedAt))}`,
                  `Revoked ${formatMoment(toLocal(device.revokedAt))}`,
                )}
              </Tag>
            ) : (
              <Form
                csrfToken={csrfToken}
                action={localHref(language, `${path}/thu-hoi`)}
                hidden={{ noi: deskId, may: device.id }}
              >
                <Button variant="secondary" tone="danger">
                  {say('Thu hồi', 'Revoke')}
                  <span class="ds-sr-only"> {device.label}</span>
                </Button>
              </Form>
            ),
          ])}
        />
      )}
      <section>
        <h2>{say('Ghép thiết bị', 'Enrol a device')}</h2>
        <Form csrfToken={csrfToken} action={localHref(language, path)} hidden={{ noi: deskId, key: secretToken() }}>
          <Choice
            language={language}
            name="kind"
            legend={say('Loại', 'Kind')}
            options={Object.entries(kinds).map(([value, words]) => ({ value, label: textIn(language, words) }))}
            value={given.kind ?? 'kiosk'}
            error={errorAt('kind')}
          />
          <Select
            language={language}
            name="counter"
            label={say('Quầy (chỉ máy tính bảng)', 'Counter (tablets only)')}
            optional
            width="medium"
            options={(plan?.counters ?? []).map(({ number, name: words }) => ({
              value: String(number),
              label: `${number}. ${textIn(language, words)}`,
            }))}
            value={given.counter}
            error={errorAt('counter')}
          />
          <Field
            language={language}
            name="label"
            width="medium"
            maxLength={60}
            label={say('Tên để nhận ra', 'Name to tell it by')}
            hint={say('Ví dụ: cạnh cửa chính', 'For example: by the entrance')}
            value={given.label}
            error={errorAt('label')}
          />
          <Button>{say('Ghép', 'Enrol')}</Button>
        </Form>
      </section>
    </WorkspacePage>,
    (refusal ? refusalStatus(refusal) : 200) as ContentfulStatusCode,
  );
}

function NewDevice(props: { language: 'vi' | 'en'; device: DeskDevice; link: string; qr: string }) {
  const { language, device, link } = props;
  const say = speaker(language);
  return (
    <Panel>
      <h2>{say(`Mở trên chính thiết bị “${device.label}”`, `Open on the device “${device.label}” itself`)}</h2>
      <p>
        {say(
          'Địa chỉ này chứa khóa của thiết bị và chỉ hiện trên máy bạn trong 15 phút. Ai mở nó sẽ là thiết bị này.',
          'This address carries the key of the device and is shown to you alone, for 15 minutes. Whoever opens it is the device.',
        )}
      </p>
      <p>
        <a class="long-address" href={link}>
          {link}
        </a>
      </p>
      <img
        src={`data:image/svg+xml;base64,${Buffer.from(props.qr).toString('base64')}`}
        width="180"
        height="180"
        alt={say('Mã QR của địa chỉ này', 'QR code of this address')}
      />
    </Panel>
  );
}
