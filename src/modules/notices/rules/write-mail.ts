import type { Language, Text } from '#kernel/text.ts';
import type { WrittenNotice } from './write-notice.ts';

/** A mail in its two forms; both say the same. */
export interface MailBody {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What a mail leads to. */
export interface MailLinks {
  /** The page of the dossier, or where it is found by code and secret. */
  readonly follow: string;
  /** How the person changes what is sent; without it, the filing has no account. */
  readonly preferences?: string | undefined;
  /** What the link is called, when it is not a dossier that is followed. */
  readonly label?: Text | undefined;
}

const say = (language: Language, vi: string, en: string) => (language === 'vi' ? vi : en);

/** A notice as a mail: plain text, and simple HTML with nothing loaded from anywhere. */
export function writeMail(notice: WrittenNotice, links: MailLinks): MailBody {
  const { language } = notice;
  const followLabel = links.label?.[language] ?? say(language, 'Theo dõi hồ sơ', 'Follow the dossier');
  const footer = footerOf(language, links);
  const text = [
    notice.opening,
    notice.rows.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    notice.items.map((item, index) => `${index + 1}. ${item}`).join('\n'),
    `${notice.nextTitle}\n${notice.next}`,
    notice.answerable,
    `${followLabel}: ${links.follow}`,
    `--\n${footer.join('\n')}`,
  ];
  const rows = notice.rows.map(
    ({ label, value }) =>
      `<tr><th scope="row" align="left" valign="top" style="${cell};color:#4a4f57;font-weight:normal;white-space:nowrap">${escapeHtml(label)}</th>` +
      `<td valign="top" style="${cell};font-weight:bold">${escapeHtml(value)}</td></tr>`,
  );
  const inside = [
    `<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${escapeHtml(notice.subject)}</h1>`,
    paragraph(notice.opening),
    rows.length > 0
      ? `<table style="border-collapse:collapse;width:100%;margin:0 0 16px">${rows.join('')}</table>`
      : '',
    notice.items.length > 0
      ? `<ol style="margin:0 0 16px;padding-left:24px">${notice.items.map((item) => `<li style="margin:0 0 8px">${escapeHtml(item)}</li>`).join('')}</ol>`
      : '',
    `<h2 style="margin:24px 0 8px;font-size:18px">${escapeHtml(notice.nextTitle)}</h2>`,
    paragraph(notice.next),
    `<p style="margin:24px 0"><a href="${escapeHtml(links.follow)}" style="${button}">${escapeHtml(followLabel)}</a></p>`,
    paragraph(notice.answerable),
  ];
  return {
    subject: notice.subject,
    text: `${text.filter((part) => part !== '').join('\n\n')}\n`,
    html: page(language, notice.subject, inside, footer),
  };
}

/** The mail that asks whether an address belongs to an account. */
export function writeProofMail(language: Language, link: string): MailBody {
  const subject = say(language, 'Xác nhận địa chỉ thư điện tử', 'Confirm your e-mail address');
  const opening = say(
    language,
    'Một tài khoản Một Cửa muốn nhận thông báo về hồ sơ qua địa chỉ này. Nếu đó là bạn, hãy mở liên kết dưới đây và bấm xác nhận trong 24 giờ.',
    'An account of Một Cửa wants to receive notices about its dossiers at this address. If that is you, open the link below within 24 hours and confirm.',
  );
  const ignore = say(
    language,
    'Nếu không phải bạn, hãy bỏ qua thư này: không có gì được gửi thêm đến địa chỉ này.',
    'If it is not you, leave this mail alone: nothing more is sent to this address.',
  );
  const label = say(language, 'Mở trang xác nhận', 'Open the page to confirm');
  const footer = [automatic(language)];
  return {
    subject,
    text: `${opening}\n\n${link}\n\n${ignore}\n\n--\n${footer.join('\n')}\n`,
    html: page(
      language,
      subject,
      [
        `<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${escapeHtml(subject)}</h1>`,
        paragraph(opening),
        `<p style="margin:24px 0"><a href="${escapeHtml(link)}" style="${button}">${escapeHtml(label)}</a></p>`,
        paragraph(ignore),
      ],
      footer,
    ),
  };
}

const cell = 'padding:6px 12px 6px 0;border-bottom:1px solid #d9dce1';
const button =
  'display:inline-block;padding:12px 20px;background:#0b5c59;color:#ffffff;text-decoration:none;border-radius:4px;font-weight:bold';
const paragraph = (words: string) => `<p style="margin:0 0 16px">${escapeHtml(words)}</p>`;

const automatic = (language: Language) =>
  say(
    language,
    'Thư tự động của hệ thống Một Cửa, thành phố Hà Nội. Xin đừng trả lời thư này.',
    'An automatic mail of Một Cửa, Hà Nội City. Please do not reply.',
  );

function footerOf(language: Language, { preferences }: MailLinks): readonly string[] {
  if (!preferences) return [automatic(language)];
  return [
    automatic(language),
    `${say(language, 'Chọn cách nhận thông báo', 'Choose how you are told')}: ${preferences}`,
  ];
}

function page(language: Language, title: string, inside: readonly string[], footer: readonly string[]): string {
  const small = footer
    .map((line) => `<p style="margin:0 0 4px;overflow-wrap:anywhere">${escapeHtml(line)}</p>`)
    .join('');
  return [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escapeHtml(title)}</title></head>`,
    '<body style="margin:0;padding:0;background:#f2f3f5;color:#1b1f24;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5">',
    '<div style="max-width:600px;margin:0 auto;padding:16px;box-sizing:border-box">',
    '<p style="margin:8px 0 16px;font-weight:bold;color:#0b5c59">Một Cửa</p>',
    `<div style="background:#ffffff;padding:24px 20px;border-radius:6px">${inside.join('')}</div>`,
    `<div style="padding:16px 20px;color:#4a4f57;font-size:14px">${small}</div>`,
    '</div></body></html>',
  ].join('\n');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
