import type { Context, Handler } from 'hono';
import type { App } from '#app.ts';
import { Button, ButtonLink, Done, Form, localHref, speaker } from '#surfaces/ui/index.ts';
import { showRefusal } from '#surfaces/web/refusal-page.tsx';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from '../portal-page.tsx';
import { preferencesPath } from './preferences-page.tsx';

/** The link was sent to the address alone, so whoever holds it reads that mailbox: no sign-in is asked for. */
const given = (context: Context<WebEnv>) =>
  [context.req.param('proofId') ?? '', context.req.param('token') ?? ''] as const;

/** The page behind the link of the mail. It proves nothing by itself: mail programs open links before a person does. */
export const confirmEmailPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const [proofId, token] = given(context);
    const visitor = visitorOf(context);
    const say = speaker(visitor.language);
    const proof = await app.notices.readProof(proofId, token);
    if (!proof.ok) return showRefusal(context, proof.refusal);
    return context.html(
      <PortalPage visitor={visitor} title={say('Xác nhận địa chỉ thư', 'Confirm the address')}>
        <h1>{say('Xác nhận địa chỉ thư', 'Confirm the address')}</h1>
        <p class="lead">
          {say(
            `Nhận thông báo về hồ sơ của tài khoản Một Cửa qua ${proof.value.email}?`,
            `Receive notices about the dossiers of the account at ${proof.value.email}?`,
          )}
        </p>
        <Form csrfToken={visitor.csrfToken} action={localHref(visitor.language, visitor.path)}>
          <Button>{say('Đúng, gửi đến địa chỉ này', 'Yes, send them to this address')}</Button>
        </Form>
        <p class="quiet">
          {say('Nếu không phải bạn yêu cầu, hãy đóng trang này.', 'If you did not ask for this, close this page.')}
        </p>
      </PortalPage>,
    );
  };

export const confirmEmail =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const [proofId, token] = given(context);
    const visitor = visitorOf(context);
    const say = speaker(visitor.language);
    const proof = await app.notices.prove(proofId, token);
    if (!proof.ok) return showRefusal(context, proof.refusal);
    return context.html(
      <PortalPage visitor={visitor} title={say('Đã xác nhận', 'Confirmed')}>
        <Done title={say('Đã xác nhận địa chỉ thư', 'The address is confirmed')}>
          <p>
            {say(
              `Từ nay thông báo về hồ sơ của bạn được gửi đến ${proof.value.email}.`,
              `From now on notices about your dossiers are sent to ${proof.value.email}.`,
            )}
          </p>
        </Done>
        <p>
          <ButtonLink href={localHref(visitor.language, preferencesPath)} variant="secondary">
            {say('Cách nhận thông báo', 'How you are told')}
          </ButtonLink>
        </p>
      </PortalPage>,
    );
  };
