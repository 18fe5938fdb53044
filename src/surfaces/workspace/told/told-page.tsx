import type { Context } from 'hono';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import { toLocal } from '#kernel/zone.ts';
import { optionalTemplates } from '#modules/notices/index.ts';
import {
  Button,
  Choice,
  Done,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  formatMoment,
  List,
  ListItem,
  localHref,
  speaker,
} from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';

const path = '/lam-viec/tin-bao';
const newest = 50;

/** `/lam-viec/tin-bao`: what came to the officer, reminders, urging; and whether a mail is sent too. */
export const toldPage = (app: App) => asOfficer(app, (officer, context) => show(app, officer, context));

/** POST `/lam-viec/tin-bao`: the address for mails, or none. */
export const chooseMail = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const chosen = {
      language: form.text('language'),
      channels: form.all('channels'),
      email: form.text('email'),
      wanted: optionalTemplates,
    };
    const saved = await app.notices.choose(officer.actor.accountId, chosen);
    if (!saved.ok) return show(app, officer, context, { email: chosen.email, refusal: saved.refusal });
    const to = `${path}?xong=${saved.value.isProofSent ? 'xac-nhan' : 'da-luu'}`;
    return context.redirect(localHref(officer.visitor.language, to), 303);
  });

async function show(
  app: App,
  officer: Officer,
  context: Context<WebEnv>,
  again?: { readonly email: string; readonly refusal: Refusal },
) {
  const { visitor } = officer;
  const { language, csrfToken } = visitor;
  const say = speaker(language);
  const { accountId } = officer.actor;
  const [told, kept] = await Promise.all([app.notices.ofOfficer(accountId, newest), app.notices.preference(accountId)]);
  const error = again && { field: 'email', message: refusalSentence(again.refusal, language) };
  const done = again ? undefined : context.req.query('xong');
  const title = say('Tin báo', 'What you were told');
  const hint = kept.isEmailProved
    ? say(`${kept.email} đã được xác nhận`, `${kept.email} is confirmed`)
    : say(
        'Chúng tôi gửi một liên kết để xác nhận địa chỉ là của bạn; chưa xác nhận thì không gửi gì khác.',
        'We send a link to confirm that it is yours; nothing else is sent before.',
      );
  return context.html(
    <WorkspacePage
      officer={{ ...officer, visitor: { ...visitor, path } }}
      title={title}
      hasErrors={error !== undefined}
    >
      <ErrorSummary language={language} errors={error ? [error] : []} />
      {done === 'xac-nhan' ? (
        <Done title={say('Hãy mở thư để xác nhận địa chỉ', 'Open the mail to confirm the address')} />
      ) : done === 'da-luu' ? (
        <Done title={say('Đã lưu', 'Saved')} />
      ) : null}
      <h1>{title}</h1>
      {told.length === 0 ? (
        <EmptyState title={say('Chưa có tin báo nào', 'Nothing yet')}>
          <p>
            {say(
              'Khi có việc đến vị trí của bạn, có nhắc hạn hay đôn đốc, tin báo hiện ở đây.',
              'When work comes to your post, or you are reminded or urged, it stands here.',
            )}
          </p>
        </EmptyState>
      ) : (
        <List>
          {told.map(({ written, follow, madeAt }) => (
            <ListItem
              href={localHref(language, follow)}
              title={written.subject}
              facts={[
                { label: say('Lúc', 'At'), value: formatMoment(toLocal(madeAt)) },
                ...written.rows,
                { label: written.nextTitle, value: written.next },
              ]}
            />
          ))}
        </List>
      )}
      <section>
        <h2>{say('Gửi thêm qua thư điện tử', 'Also by e-mail')}</h2>
        {app.notices.channels.includes('email') ? (
          <Form csrfToken={csrfToken} action={localHref(language, path)} hidden={{ language }}>
            <Field
              language={language}
              name="email"
              kind="email"
              label={say('Địa chỉ thư điện tử', 'E-mail address')}
              hint={hint}
              value={again?.email ?? kept.email ?? ''}
              error={error?.message}
              optional
              width="medium"
              maxLength={254}
            />
            <Choice
              language={language}
              name="channels"
              legend={say('Gửi thư', 'Send mails')}
              multiple
              optional
              value={kept.channels}
              options={[{ value: 'email', label: say('Gửi mỗi tin báo qua thư', 'Send each by mail') }]}
            />
            <Button>{say('Lưu', 'Save')}</Button>
          </Form>
        ) : (
          <p class="quiet">
            {say(
              'Hệ thống này chưa nối với máy chủ thư, nên tin báo chỉ có trong trang.',
              'This system has no mail server yet, so they stand in the pages only.',
            )}
          </p>
        )}
      </section>
    </WorkspacePage>,
    again ? (refusalStatus(again.refusal) as 422) : 200,
  );
}
