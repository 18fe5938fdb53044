import type { Context } from 'hono';
import type { App } from '#app.ts';
import { secretToken } from '#platform/random.ts';
import { Alert, Button, Form, localHref, speaker } from '#surfaces/ui/index.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';

const path = '/lam-viec/lich';

/** GET `/lam-viec/lich` */
export const calendarPage = (app: App) => asOfficer(app, (officer, context) => show(officer, context));

/** POST `/lam-viec/lich`: a new secret address, shown once; the old one is dead. */
export const makeCalendar = (app: App, publicUrl: string | undefined) =>
  asOfficer(app, async (officer, context) => {
    const secret = await app.tasks.makeCalendar(officer.actor.accountId);
    const origin = publicUrl ?? new URL(context.req.url).origin;
    return show(officer, context, `${origin}/lich/${secret}.ics`);
  });

function show(officer: Officer, context: Context<WebEnv>, address?: string) {
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const title = say('Lịch việc đến hạn', 'Calendar of due days');
  return context.html(
    <WorkspacePage officer={officer} title={title}>
      <h1>{title}</h1>
      <p class="lead">
        {say(
          'Thêm địa chỉ này vào ứng dụng lịch trên điện thoại hay máy tính: mọi việc bạn giữ hiện đúng ngày đến hạn và tự cập nhật.',
          'Add this address to the calendar of your phone or computer: all you hold stands on its due day and keeps itself up to date.',
        )}
      </p>
      {address ? (
        <Alert
          language={language}
          tone="success"
          live
          title={say('Địa chỉ lịch của bạn', 'The address of your calendar')}
        >
          <p>
            <code class="wrap">{address}</code>
          </p>
          <p>
            {say(
              'Địa chỉ chỉ hiện một lần này. Ai có địa chỉ đều đọc được lịch: đừng gửi cho người khác.',
              'It is shown this once. Whoever has it reads the calendar: give it to nobody.',
            )}
          </p>
        </Alert>
      ) : null}
      <Form csrfToken={csrfToken} action={localHref(language, path)} hidden={{ key: secretToken() }}>
        <Button variant={address ? 'secondary' : 'primary'}>{say('Tạo địa chỉ mới', 'Make a new address')}</Button>
        <p class="small quiet">
          {say('Địa chỉ cũ, nếu có, sẽ ngừng hoạt động.', 'The old address, if there is one, stops working.')}
        </p>
      </Form>
    </WorkspacePage>,
  );
}
