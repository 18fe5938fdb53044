import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import { isId } from '#kernel/id.ts';
import { type Refusal, refused } from '#kernel/result.ts';
import { type DelegationRecord, headPostOf } from '#modules/organisation/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  Form,
  localHref,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';

const list = '/lam-viec/uy-quyen';

const onDelegation = (
  app: App,
  handle: (officer: Officer, delegation: DelegationRecord, context: Context<WebEnv>) => Response | Promise<Response>,
) =>
  asOfficer(app, async (officer, context) => {
    const id = context.req.param('id') ?? '';
    const delegation = isId(id) ? await app.delegations.find(id) : undefined;
    if (!delegation || !headPostOf(officer.actor, delegation.unitId, officer.now)) return notFoundPage(context);
    return handle(officer, delegation, context);
  });

/** GET `/lam-viec/uy-quyen/:id/thu-hoi` */
export const revokePage = (app: App) =>
  onDelegation(app, (officer, delegation, context) => show(officer, delegation, context));

/** POST `/lam-viec/uy-quyen/:id/thu-hoi`: from now on. */
export const revokeDelegation = (app: App) =>
  onDelegation(app, async (officer, delegation, context) => {
    const reason = readForm(context).text('reason').slice(0, 1000);
    if (!reason)
      return show(officer, delegation, context, refused('move-data-wrong', { field: 'reason' }, 'reason').refusal);
    const done = await app.delegations.revoke(officer.actor, { id: delegation.id, reason });
    if (!done.ok) return show(officer, delegation, context, done.refusal);
    return context.redirect(localHref(officer.visitor.language, `${list}?xong=thu-hoi`), 303);
  });

function show(officer: Officer, delegation: DelegationRecord, context: Context<WebEnv>, refusal?: Refusal) {
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const back = localHref(language, list);
  const message = refusal && refusalSentence(refusal, language);
  const title = say('Thu hồi ủy quyền', 'Revoke a delegation');
  return context.html(
    <WorkspacePage
      officer={officer}
      title={title}
      hasErrors={message !== undefined}
      back={{ href: back, label: say('Ủy quyền ký', 'Delegated signing') }}
    >
      <ErrorSummary language={language} errors={message ? [{ field: 'reason', message }] : []} />
      <h1>{title}</h1>
      <p class="lead">
        {say(
          `${textIn('vi', delegation.receiverTitle)} không còn được ký theo quyết định ${delegation.decisionNumber} kể từ bây giờ. Văn bản đã ký trước đó vẫn có giá trị.`,
          `From now on ${textIn('en', delegation.receiverTitle)} may no longer sign by decision ${delegation.decisionNumber}. What was signed before stays signed.`,
        )}
      </p>
      <Form csrfToken={csrfToken} action={localHref(language, `${list}/${delegation.id}/thu-hoi`)}>
        <Field
          language={language}
          name="reason"
          kind="long-text"
          label={say('Lý do', 'Reason')}
          maxLength={1000}
          error={message}
        />
        <Actions>
          <Button tone="danger">{say('Thu hồi', 'Revoke')}</Button>
          <ButtonLink href={back} variant="tertiary">
            {say('Thôi, quay lại', 'No, go back')}
          </ButtonLink>
        </Actions>
      </Form>
    </WorkspacePage>,
    (refusal ? refusalStatus(refusal) : 200) as ContentfulStatusCode,
  );
}
