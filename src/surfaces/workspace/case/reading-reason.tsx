import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import { Button, ErrorSummary, Field, Form, speaker } from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { refusalSentence } from '#surfaces/web/refusals.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { type OpenCase, onCase, rememberReason } from './open-case.ts';

/** Before a dossier outside one's own work is shown: why does one look? */
export function ReadingReason(props: { open: OpenCase; refusal?: Refusal; typed?: string }) {
  const { open, refusal } = props;
  const { language, csrfToken } = open.officer.visitor;
  const say = speaker(language);
  const title = say('Vì sao bạn xem hồ sơ này?', 'Why do you look at this dossier?');
  const error = refusal && refusalSentence(refusal, language);
  return (
    <WorkspacePage officer={open.officer} title={title} hasErrors={Boolean(refusal)}>
      <ErrorSummary language={language} errors={error ? [{ field: 'reason', message: error }] : []} />
      <h1>{title}</h1>
      <p class="lead">
        {say(
          'Hồ sơ này thuộc phạm vi bạn quản lý nhưng không phải việc của đơn vị bạn.',
          'You may see it by your jurisdiction, but it is not the work of your own unit.',
        )}
      </p>
      <p>
        {say(
          'Lý do cùng tên bạn và giờ xem được lưu lại, không xóa được.',
          'The reason is kept with your name and the time, and cannot be removed.',
        )}
      </p>
      <Form csrfToken={csrfToken} action={open.href('ly-do-xem')}>
        <Field
          language={language}
          kind="long-text"
          rows={3}
          name="reason"
          label={say('Lý do', 'Reason')}
          hint={say('Ví dụ: kiểm tra theo đơn phản ánh số 12/2021', 'For example: checking complaint 12/2021')}
          value={props.typed ?? ''}
          error={error}
        />
        <Button>{say('Ghi lý do và xem', 'Record it and look')}</Button>
      </Form>
    </WorkspacePage>
  );
}

/** POST `…/ly-do-xem` */
export const giveReadingReason = (app: App) =>
  onCase(
    app,
    (open, context) => context.redirect(open.href(), 303),
    async (open, context) => {
      const { officer, caseId } = open;
      const typed = readForm(context).text('reason');
      const logged = await app.people.logReading(officer.actor.accountId, caseId, typed);
      if (!logged.ok) {
        return context.html(<ReadingReason open={open} refusal={logged.refusal} typed={typed} />, 422);
      }
      rememberReason(officer, caseId);
      return context.redirect(open.href(), 303);
    },
  );
