import type { Context, Handler } from 'hono';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import type { Language } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import {
  type ChosenPreference,
  isNoticeTemplate,
  type NoticePreference,
  noticeTemplates,
  optionalTemplates,
  writeNotice,
} from '#modules/notices/index.ts';
import {
  Alert,
  Button,
  Choice,
  Details,
  ErrorSummary,
  Field,
  Form,
  formatMoment,
  List,
  ListItem,
  localHref,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { channelName } from '#surfaces/web/notice-words.tsx';
import { readForm } from '#surfaces/web/read-form.ts';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage, signInPath } from '../portal-page.tsx';
import { Section } from '../section.tsx';

export const preferencesPath = '/ho-so-cua-toi/thong-bao';
const newest = 10;

/** Only a citizen has notices; others are led where they belong. */
function citizenOf(context: Context<WebEnv>): string | Response {
  const { actor, language } = visitorOf(context);
  if (!actor?.accountId) return context.redirect(localHref(language, signInPath(preferencesPath)), 303);
  if (actor.kind !== 'citizen') return context.redirect(localHref(language, '/lam-viec'), 303);
  return actor.accountId;
}

/** `/ho-so-cua-toi/thong-bao`: what I was told, and how I want to be told. */
export const preferencesPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const accountId = citizenOf(context);
    if (typeof accountId !== 'string') return accountId;
    return context.html(await showPreferences(app, context, accountId));
  };

export const savePreferences =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const accountId = citizenOf(context);
    if (typeof accountId !== 'string') return accountId;
    const form = readForm(context);
    const chosen = {
      language: form.text('language'),
      channels: form.all('channels'),
      email: form.text('email'),
      wanted: form.all('wanted'),
    };
    const saved = await app.notices.choose(accountId, chosen);
    if (!saved.ok) {
      const shown = await showPreferences(app, context, accountId, { chosen, refusal: saved.refusal });
      return context.html(shown, refusalStatus(saved.refusal) as 422);
    }
    const done = saved.value.isProofSent ? 'xac-nhan' : 'da-luu';
    return context.redirect(localHref(visitorOf(context).language, `${preferencesPath}?xong=${done}`), 303);
  };

async function showPreferences(
  app: App,
  context: Context<WebEnv>,
  accountId: string,
  again?: { readonly chosen: ChosenPreference; readonly refusal: Refusal },
) {
  const visitor = visitorOf(context);
  const { language } = visitor;
  const say = speaker(language);
  const [kept, told] = await Promise.all([app.notices.preference(accountId), app.notices.ofAccount(accountId, newest)]);
  const done = again ? undefined : context.req.query('xong');
  const error = again && { field: again.refusal.field, message: refusalSentence(again.refusal, language) };
  return (
    <PortalPage
      visitor={{ ...visitor, path: preferencesPath }}
      title={say('Thông báo', 'Notices')}
      hasErrors={error !== undefined}
      back={{ href: localHref(language, '/ho-so-cua-toi'), label: say('Hồ sơ của tôi', 'My dossiers') }}
    >
      <ErrorSummary language={language} errors={error ? [error] : []} />
      <JustSaved language={language} done={done} email={kept.email} />
      <h1>{say('Thông báo', 'Notices')}</h1>
      <Section title={say('Đã báo cho bạn', 'What you were told')}>
        {told.length === 0 ? (
          <p class="quiet">
            {say('Chưa có thông báo nào về hồ sơ của bạn.', 'There are no notices about your dossiers yet.')}
          </p>
        ) : (
          <List>
            {told.map((notice) => {
              const { subject, next } = writeNotice(notice.template, notice.facts, language);
              return (
                <ListItem
                  href={localHref(language, `/ho-so-cua-toi/${notice.caseId}`)}
                  title={subject}
                  facts={[
                    { label: say('Lúc', 'At'), value: formatMoment(toLocal(notice.madeAt)) },
                    { label: say('Cần làm', 'To do'), value: next },
                  ]}
                />
              );
            })}
          </List>
        )}
      </Section>
      <Section title={say('Bạn muốn được báo bằng cách nào', 'How you want to be told')}>
        <p>
          {say(
            'Mọi thông báo luôn có trong trang này và trong từng hồ sơ. Bạn chọn thêm cách khác ở dưới.',
            'Every notice is always on this page and with its dossier. Choose further ways below.',
          )}
        </p>
        <Form csrfToken={visitor.csrfToken} action={localHref(language, preferencesPath)}>
          <PreferenceFields
            app={app}
            language={language}
            kept={kept}
            chosen={again?.chosen ?? chosenOf(kept)}
            error={error}
          />
          <Button>{say('Lưu', 'Save')}</Button>
        </Form>
      </Section>
    </PortalPage>
  );
}

const chosenOf = ({ language, channels, email, leftOut }: NoticePreference): ChosenPreference => ({
  language,
  channels,
  email: email ?? '',
  wanted: optionalTemplates.filter((template) => !leftOut.includes(template)),
});

function PreferenceFields(props: {
  app: App;
  language: Language;
  kept: NoticePreference;
  chosen: ChosenPreference;
  error: { readonly field?: string | undefined; readonly message: string } | undefined;
}) {
  const { language, kept, chosen } = props;
  const say = speaker(language);
  const open = props.app.notices.channels;
  const errorOf = (field: string) => (props.error?.field === field ? props.error.message : undefined);
  const byPhone = kept.phone
    ? say(`Gửi đến số ${kept.phone} của tài khoản`, `Sent to ${kept.phone}, the number of the account`)
    : say('Tài khoản chưa có số điện thoại', 'The account has no telephone number');
  return (
    <>
      {open.length > 0 ? (
        <Choice
          language={language}
          name="channels"
          legend={say('Gửi thêm qua', 'Also send by')}
          multiple
          optional
          value={chosen.channels}
          error={errorOf('channels')}
          options={open.map((channel) => ({
            value: channel,
            label: channelName(language, channel),
            ...(channel === 'email' ? {} : { hint: byPhone }),
          }))}
        />
      ) : (
        <p class="quiet">
          {say(
            'Hệ thống này chưa nối với máy chủ thư hay nhà mạng nào, nên thông báo chỉ có trong trang.',
            'This system is not connected to a mail server or an operator yet, so notices are in the pages only.',
          )}
        </p>
      )}
      {open.includes('email') ? (
        <Field
          language={language}
          name="email"
          kind="email"
          label={say('Địa chỉ thư điện tử', 'E-mail address')}
          hint={
            kept.email && kept.isEmailProved
              ? say(`${kept.email} đã được xác nhận`, `${kept.email} is confirmed`)
              : say(
                  'Chúng tôi gửi một liên kết để xác nhận địa chỉ là của bạn; chưa xác nhận thì không gửi gì khác.',
                  'We send a link to confirm that it is yours; nothing else is sent before.',
                )
          }
          value={chosen.email}
          error={errorOf('email')}
          optional
          width="medium"
          maxLength={254}
        />
      ) : null}
      <Choice
        language={language}
        name="language"
        legend={say('Ngôn ngữ của thông báo', 'Language of notices')}
        value={chosen.language}
        inline
        options={[
          { value: 'vi', label: 'Tiếng Việt' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Choice
        language={language}
        name="wanted"
        legend={say('Thông báo thêm mà bạn muốn nhận', 'Further notices that you want')}
        hint={say(
          'Bỏ chọn thì chỉ hiện trong trang, không gửi đi.',
          'What is not ticked is shown in the pages and not sent.',
        )}
        multiple
        optional
        value={chosen.wanted}
        options={optionalTemplates.flatMap((template) =>
          isNoticeTemplate(template)
            ? [{ value: template, label: textIn(language, noticeTemplates[template].name) }]
            : [],
        )}
      />
      <Details summary={say('Những thông báo luôn được gửi', 'Notices that are always sent')}>
        <p>
          {say(
            'Pháp luật buộc cơ quan báo cho bạn những việc sau, nên không bỏ chọn được:',
            'The law obliges the agency to tell you the following, so they cannot be left out:',
          )}
        </p>
        <ul>
          {Object.entries(noticeTemplates)
            .filter(([, template]) => !template.isOptional)
            .map(([, template]) => (
              <li>{textIn(language, template.name)}</li>
            ))}
        </ul>
      </Details>
    </>
  );
}

function JustSaved(props: { language: Language; done: string | undefined; email: string | null }) {
  const { language, done } = props;
  const say = speaker(language);
  if (done === 'da-luu') return <Alert language={language} tone="success" live title={say('Đã lưu.', 'Saved.')} />;
  if (done !== 'xac-nhan') return null;
  return (
    <Alert
      language={language}
      tone="info"
      live
      title={say('Đã lưu. Còn một bước: xác nhận địa chỉ thư', 'Saved. One more step: confirm the address')}
    >
      <p>
        {say(
          `Mở thư vừa gửi đến ${props.email ?? ''} và bấm vào liên kết trong 24 giờ. Không thấy thư? Xem hộp thư rác, hoặc bấm Lưu để gửi lại.`,
          `Open the mail just sent to ${props.email ?? ''} and follow the link within 24 hours. No mail? Look among the spam, or press Save to send it again.`,
        )}
      </p>
    </Alert>
  );
}
