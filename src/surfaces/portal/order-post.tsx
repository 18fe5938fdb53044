import type { Context } from 'hono';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import type { DossierPage } from '#modules/dossiers/index.ts';
import { secretToken } from '#platform/random.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Choice,
  ErrorSummary,
  Field,
  Form,
  localHref,
  speaker,
} from '#surfaces/ui/index.ts';
import { type FormRead, readForm } from '#surfaces/web/read-form.ts';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { onOwn } from './own-dossier.tsx';
import { PortalPage } from './portal-page.tsx';

/** `/ho-so-cua-toi/:caseId/buu-chinh`: the result brought home, or the papers fetched. */
export const orderPostPage = (app: App) =>
  onOwn(app, ({ page, caseId }, context) => context.html(show(context, page, caseId)));

export const orderPost = (app: App) =>
  onOwn(app, async ({ actor, page, caseId }, context) => {
    const visitor = visitorOf(context);
    const form = readForm(context);
    const fields = ['direction', 'recipient', 'address', 'phone'] as const;
    const data = Object.fromEntries(fields.map((name) => [name, form.text(name)]));
    const done = await app.dossiers.move(actor, { caseId, move: 'order-post', data }, form.call(visitor));
    if (done.ok) return context.redirect(localHref(visitor.language, `/ho-so-cua-toi/${caseId}`), 303);
    return context.html(show(context, page, caseId, form, done.refusal), refusalStatus(done.refusal) as 422);
  });

function show(context: Context<WebEnv>, page: DossierPage, caseId: string, form?: FormRead, refusal?: Refusal) {
  const visitor = visitorOf(context);
  const { language } = visitor;
  const say = speaker(language);
  const back = localHref(language, `/ho-so-cua-toi/${caseId}`);
  const { submitter } = page.dossier;
  const message = refusal && refusalSentence(refusal, language);
  const errorAt = (name: string) => (refusal?.field === name ? message : undefined);
  const mayFetch = ['submitted', 'awaiting-supplement'].includes(page.state.state);
  return (
    <PortalPage
      visitor={visitor}
      title={say('Gửi, nhận qua bưu chính', 'By post')}
      hasErrors={message !== undefined}
      back={{ href: back }}
    >
      <ErrorSummary language={language} errors={message ? [{ field: refusal?.field, message }] : []} />
      <h1>{say('Gửi, nhận qua bưu chính', 'By post')}</h1>
      <p class="lead">
        {say(
          'Bưu chính công ích mang kết quả đến tận nhà, hoặc đến lấy giấy tờ gửi cơ quan. Cước theo bảng giá của bưu chính, trả cho bưu tá.',
          'The public postal operator brings the result home or fetches papers for the agency. The postage is the operator’s, paid to the postman.',
        )}
      </p>
      <Form csrfToken={visitor.csrfToken} action={`${back}/buu-chinh`} hidden={{ key: secretToken() }}>
        <Choice
          language={language}
          name="direction"
          legend={say('Bạn cần gì?', 'What do you need?')}
          value={form?.text('direction') || 'out'}
          error={errorAt('direction')}
          options={[
            { value: 'out', label: say('Mang kết quả đến nhà', 'The result brought home') },
            ...(mayFetch
              ? [{ value: 'in', label: say('Đến lấy giấy tờ gửi cơ quan', 'Papers fetched for the agency') }]
              : []),
          ]}
        />
        <Field
          language={language}
          name="recipient"
          label={say('Họ, chữ đệm và tên', 'Full name')}
          value={form?.text('recipient') ?? submitter.name}
          error={errorAt('recipient')}
          autocomplete="name"
          maxLength={200}
        />
        <Field
          language={language}
          name="address"
          label={say('Địa chỉ', 'Address')}
          value={form?.text('address') ?? submitter.address}
          error={errorAt('address')}
          autocomplete="address-line1"
          maxLength={300}
        />
        <Field
          language={language}
          name="phone"
          kind="phone"
          width="medium"
          label={say('Số điện thoại', 'Telephone number')}
          value={form?.text('phone') ?? submitter.phone}
          error={errorAt('phone')}
          autocomplete="tel"
          maxLength={20}
        />
        <Actions>
          <Button>{say('Đăng ký', 'Order')}</Button>
          <ButtonLink href={back} variant="tertiary">
            {say('Thôi', 'No')}
          </ButtonLink>
        </Actions>
      </Form>
    </PortalPage>
  );
}
