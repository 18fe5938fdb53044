import type { Handler } from 'hono';
import type { App } from '#app.ts';
import { toLocal } from '#kernel/zone.ts';
import {
  Actions,
  Alert,
  BigCode,
  ButtonLink,
  Done,
  DueDate,
  localHref,
  PrintButton,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from '../portal-page.tsx';
import { openReport } from './report-draft.ts';

/** `/phan-anh/da-gui`: the code, the secret, and by when it is answered. Shown again whenever one comes back. */
export const sentPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const report = await openReport(app, context);
    const reporter = report?.draft.reporterId ? await app.feedback.reporter(report.draft.reporterId) : undefined;
    const page = reporter && (await app.feedback.itemOf(reporter.caseId));
    if (!reporter || !page) return context.redirect(localHref(language, '/phan-anh'), 303);
    const [secret, { tree }] = await Promise.all([app.feedback.secretOf(reporter.id), app.ground()]);
    const agency = tree.get(page.agencyId);
    return context.html(
      <PortalPage visitor={visitor} title={say('Đã gửi phản ánh', 'Sent')}>
        <Done title={say('Phản ánh đã được gửi', 'Your feedback is sent')}>
          <p class="lead">{agency ? textIn(language, agency.name) : page.agencyId}</p>
        </Done>
        <p>
          {say('Mã phản ánh', 'Code')}
          <br />
          <BigCode>{page.code}</BigCode>
        </p>
        <p>
          {say('Mã bí mật của bạn', 'Your secret')}
          <br />
          <BigCode>{secret}</BigCode>
        </p>
        <Alert language={language} tone="warning">
          <p>
            {say(
              'Ghi lại hai mã này: chúng mở được câu hỏi và câu trả lời gửi cho bạn. Ai cũng xem được tiến độ bằng mã phản ánh, không ai biết tên bạn.',
              'Write both down: they open questions and answers to you. Everyone can follow the code; nobody learns your name.',
            )}
          </p>
        </Alert>
        {page.dueAt ? (
          <p>
            {say('Bạn được trả lời: ', 'You are answered by: ')}
            <DueDate language={language} due={toLocal(Temporal.Instant.from(page.dueAt))} />
          </p>
        ) : null}
        <p class="quiet">
          {say(
            'Trễ hẹn thì lãnh đạo, thủ trưởng cơ quan rồi Chủ tịch Thành phố được báo, và ai cũng thấy.',
            'When it is late the head of the unit, of the agency, then the chair of the City are told, and everyone sees it.',
          )}
        </p>
        <Actions>
          <ButtonLink href={localHref(language, `/phan-anh/${page.code}`)}>
            {say('Theo dõi phản ánh', 'Follow it')}
          </ButtonLink>
          <PrintButton>{say('In trang này', 'Print this page')}</PrintButton>
        </Actions>
      </PortalPage>,
    );
  };
