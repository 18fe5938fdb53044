import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import { entryTitle, type RegisterEntry } from '#modules/registers/index.ts';
import { Actions, Button, ButtonLink, ErrorSummary, Field, Form, speaker, textIn } from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { showRefusal } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { type OpenRegister, onEntry, onRegister } from './on-register.ts';

/** POST `…/:entry/duyet`: the version that was read. */
export const approveEntry = (app: App) =>
  onEntry(app, async (open, entry, context) => {
    const approval = { entryId: entry.id, seen: readForm(context).seen ?? 0 };
    const done = await app.registers.approve(open.officer.actor, open.definition, approval);
    return done.ok ? context.redirect(`${open.href(entry.id)}?xong=duyet`, 303) : showRefusal(context, done.refusal);
  });

/** POST `…/duyet`: the entries ticked in the list, each in the version that was shown; the first "no" is said, the others stand. */
export const approveEntries = (app: App) =>
  onRegister(app, async (open, context) => {
    const chosen = readForm(context).all('entry').slice(0, 200);
    let approved = 0;
    let refusal: Refusal | undefined;
    for (const one of chosen) {
      const [entryId = '', seen = ''] = one.split(' ');
      const done = await app.registers.approve(open.officer.actor, open.definition, { entryId, seen: Number(seen) });
      if (done.ok) approved++;
      else refusal ??= done.refusal;
    }
    if (refusal && approved === 0) return showRefusal(context, refusal);
    return context.redirect(`${open.href()}?xong=duyet&so=${approved}`, 303);
  });

/** GET `…/:entry/rut` */
export const withdrawPage = (app: App) => onEntry(app, (open, entry, context) => show(open, entry, context));

/** POST `…/:entry/rut` */
export const withdrawEntry = (app: App) =>
  onEntry(app, async (open, entry, context) => {
    const form = readForm(context);
    const reason = form.text('reason').slice(0, 1000);
    const done = await app.registers.withdraw(open.officer.actor, open.definition, {
      entryId: entry.id,
      seen: form.seen ?? 0,
      reason,
    });
    if (!done.ok) return show(open, entry, context, done.refusal);
    return context.redirect(`${open.href(entry.id)}?xong=rut`, 303);
  });

function show(open: OpenRegister, entry: RegisterEntry, context: Context<WebEnv>, refusal?: Refusal) {
  const { officer, definition } = open;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const title = say('Rút khỏi sổ', 'Withdraw from the register');
  const message = refusal && refusalSentence(refusal, language);
  const name = textIn(language, entryTitle(definition, entry.entered, open.unitName));
  return context.html(
    <WorkspacePage
      officer={officer}
      title={title}
      hasErrors={message !== undefined}
      back={{ href: open.href(entry.id), label: name }}
    >
      <ErrorSummary
        language={language}
        errors={message ? [{ ...(refusal?.field ? { field: refusal.field } : {}), message }] : []}
      />
      <h1>{title}</h1>
      <p class="lead">
        {say(
          `“${name}” không còn được tính kể từ bây giờ. Các lần ghi trước vẫn giữ để xem lại.`,
          `From now on “${name}” counts no more. Its versions stay to be read.`,
        )}
      </p>
      <Form csrfToken={csrfToken} action={open.href(`${entry.id}/rut`)} hidden={{ seen: String(entry.latestVersion) }}>
        <Field
          language={language}
          name="reason"
          kind="long-text"
          rows={3}
          label={say('Lý do', 'Reason')}
          maxLength={1000}
          error={refusal?.field === 'reason' ? message : undefined}
        />
        <Actions>
          <Button tone="danger">{say('Rút khỏi sổ', 'Withdraw')}</Button>
          <ButtonLink href={open.href(entry.id)} variant="tertiary">
            {say('Thôi, quay lại', 'No, go back')}
          </ButtonLink>
        </Actions>
      </Form>
    </WorkspacePage>,
    (refusal ? refusalStatus(refusal) : 200) as ContentfulStatusCode,
  );
}
