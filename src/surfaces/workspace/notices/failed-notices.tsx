import type { Handler } from 'hono';
import type { App } from '#app.ts';
import { toLocal } from '#kernel/zone.ts';
import type { Notice } from '#modules/notices/index.ts';
import { writeNotice } from '#modules/notices/index.ts';
import { Alert, Button, EmptyState, Form, formatMoment, localHref, speaker, Table } from '#surfaces/ui/index.ts';
import { channelName, NoticeState } from '#surfaces/web/notice-words.tsx';
import { readForm } from '#surfaces/web/read-form.ts';
import { showRefusal } from '#surfaces/web/refusal-page.tsx';
import { asOfficer, type Officer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';

const most = 200;

/** `/lam-viec/thong-bao`: what citizens should have been told and were not. */
export const failedNoticesPage = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const { language } = officer.visitor;
    const say = speaker(language);
    const at = (path: string) => localHref(language, path);
    const failed = await app.notices.failed(officer.jurisdiction, most);
    return context.html(
      <WorkspacePage officer={officer} title={say('Thông báo không gửi được', 'Notices that could not be sent')}>
        {context.req.query('xong') === 'gui-lai' ? (
          <Alert language={language} tone="success" live title={say('Thông báo được gửi lại', 'It is sent again')} />
        ) : null}
        <h1>{say('Thông báo không gửi được', 'Notices that could not be sent')}</h1>
        <p>
          {say(
            'Công dân chưa được báo qua kênh đã chọn. Gửi lại khi đường truyền đã thông, hoặc gọi điện cho công dân.',
            'The person was not told by the channel chosen. Send again once the line works, or call the person.',
          )}{' '}
          <a href={at('/lam-viec/thong-bao/mau')}>{say('Xem mọi mẫu thông báo', 'See every notice')}</a>
        </p>
        {failed.length === 0 ? (
          <EmptyState title={say('Không có thông báo nào hỏng', 'No notice has failed')} />
        ) : (
          <Table
            id="failed"
            caption={say('Không gửi được', 'Could not be sent')}
            captionHidden
            stack
            columns={[
              { label: say('Hồ sơ', 'Dossier') },
              { label: say('Nội dung', 'Content') },
              { label: say('Gửi đến', 'Sent to') },
              { label: say('Từ lúc', 'Since') },
              { label: say('Vì sao', 'Why') },
              { label: say('Việc làm', 'Action'), labelHidden: true },
            ]}
            rows={failed.map((notice) => [
              <a href={at(`/lam-viec/ho-so/${notice.caseId}`)} class="code">
                {notice.facts.code}
              </a>,
              writeNotice(notice.template, notice.facts, language).subject,
              `${channelName(language, notice.channel)} ${notice.recipient ?? ''}`,
              formatMoment(toLocal(notice.madeAt)),
              <NoticeState language={language} notice={notice} />,
              <TryAgain officer={officer} notice={notice} back="/lam-viec/thong-bao" />,
            ])}
          />
        )}
      </WorkspacePage>,
    );
  });

/** The button that sends a failed notice again; shows nothing for any other. */
export function TryAgain(props: { officer: Officer; notice: Notice; back: string }) {
  const { notice } = props;
  if (notice.state !== 'failed') return null;
  const { language, csrfToken } = props.officer.visitor;
  return (
    <Form
      csrfToken={csrfToken}
      action={localHref(language, `/lam-viec/thong-bao/${notice.id}/gui-lai`)}
      hidden={{ ve: props.back }}
    >
      <Button variant="secondary">{speaker(language)('Gửi lại', 'Try again')}</Button>
    </Form>
  );
}

export const tryAgain = (app: App): Handler =>
  asOfficer(app, async (officer, context) => {
    const { language } = officer.visitor;
    const done = await app.notices.tryAgain(officer.actor, context.req.param('id') ?? '');
    if (!done.ok) return showRefusal(context, done.refusal);
    const back = readForm(context).text('ve');
    const isCase = back === `/lam-viec/ho-so/${done.value.caseId}`;
    return context.redirect(localHref(language, isCase ? back : '/lam-viec/thong-bao?xong=gui-lai'), 303);
  }) as Handler;
