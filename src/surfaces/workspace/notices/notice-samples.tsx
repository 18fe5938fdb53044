import type { App } from '#app.ts';
import type { Language } from '#kernel/text.ts';
import {
  isNoticeTemplate,
  mostInSms,
  type NoticeTemplate,
  noticeTemplates,
  sampleOf,
  writeMail,
  writeNotice,
  writeShort,
  writeSms,
} from '#modules/notices/index.ts';
import { localHref, speaker, Tag, textIn } from '#surfaces/ui/index.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { asOfficer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';

const origin = 'https://motcua.example.vn';
const mailOf = (template: NoticeTemplate, language: Language) => {
  const at = `${origin}${language === 'en' ? '/en' : ''}`;
  return writeMail(writeNotice(template, sampleOf(template), language), {
    follow: `${at}/ho-so-cua-toi/…`,
    preferences: `${at}/ho-so-cua-toi/thong-bao`,
  });
};

/** `/lam-viec/thong-bao/mau`: every notice as a citizen gets it, filled in with a made-up dossier. */
export const noticeSamplesPage = (app: App) =>
  asOfficer(app, (officer, context) => {
    const { language } = officer.visitor;
    const say = speaker(language);
    const at = (path: string) => localHref(language, path);
    const templates = Object.keys(noticeTemplates).filter(isNoticeTemplate);
    return context.html(
      <WorkspacePage
        officer={officer}
        title={say('Mẫu thông báo', 'Notices')}
        back={{ href: at('/lam-viec/thong-bao'), label: say('Thông báo không gửi được', 'Notices not sent') }}
      >
        <h1>{say('Mẫu thông báo cho công dân', 'Notices to citizens')}</h1>
        <p>
          {say(
            'Điền bằng một hồ sơ không có thật. Đổi ngôn ngữ của trang để xem bản tiếng Anh.',
            'Filled in with a dossier that does not exist. Change the language of the page to see the Vietnamese.',
          )}
        </p>
        {templates.map((template) => {
          const { name, isOptional } = noticeTemplates[template];
          const mail = mailOf(template, language);
          const follow = `${origin}${language === 'en' ? '/en' : ''}/tra-cuu`;
          const sms = writeSms(template, sampleOf(template), language, follow);
          return (
            <section class="panel flow" id={template}>
              <h2>{textIn(language, name)}</h2>
              <p>
                <Tag tone="neutral">
                  {isOptional
                    ? say('Công dân chọn nhận hay không', 'The person chooses')
                    : say('Luôn gửi theo luật', 'Always sent, by law')}
                </Tag>
              </p>
              <h3>{say('Thư', 'Mail')}</h3>
              <p>
                <strong>{mail.subject}</strong>
              </p>
              <div class="as-written">{mail.text}</div>
              <p>
                <a href={at(`/lam-viec/thong-bao/mau/${template}`)}>
                  {say('Xem thư như trong hộp thư', 'See the mail as in a mailbox')}
                  <span class="ds-sr-only">: {textIn(language, name)}</span>
                </a>
              </p>
              <h3>
                {say('SMS', 'SMS')}{' '}
                <span class="quiet small">
                  ({sms.length}/{mostInSms} {say('ký tự', 'characters')})
                </span>
              </h3>
              <div class="as-written">{sms}</div>
              <h3>Zalo</h3>
              <div class="as-written">{writeShort(template, sampleOf(template), language, follow, 400)}</div>
            </section>
          );
        })}
      </WorkspacePage>,
    );
  });

/** The HTML of a mail alone: no script, nothing loaded, its own inline styles and nothing more. */
export const noticeSampleMail = (app: App) =>
  asOfficer(app, (officer, context) => {
    const template = context.req.param('template') ?? '';
    if (!isNoticeTemplate(template)) return notFoundPage(context);
    context.header(
      'content-security-policy',
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    );
    return context.html(mailOf(template, officer.visitor.language).html);
  });
