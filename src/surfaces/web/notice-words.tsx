import type { Child } from 'hono/jsx';
import type { Language, Text } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import type { Notice } from '#modules/notices/index.ts';
import { formatMoment, speaker, Tag, type TagTone, textIn } from '#surfaces/ui/index.ts';

const channels: Readonly<Record<Notice['channel'], Text>> = {
  'in-app': { vi: 'Trang “Hồ sơ của tôi”', en: 'The page “My dossiers”' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  sms: { vi: 'Tin nhắn SMS', en: 'Text message' },
  zalo: { vi: 'Zalo', en: 'Zalo' },
};

export const channelName = (language: Language, channel: Notice['channel']): string =>
  textIn(language, channels[channel]);

const tones: Readonly<Record<Notice['state'], TagTone>> = { waiting: 'neutral', sent: 'success', failed: 'danger' };

/** What became of a notice: waiting and until when, sent when, failed and why. */
export function NoticeState(props: { language: Language; notice: Notice; withCode?: boolean | undefined }) {
  const { language, notice } = props;
  const say = speaker(language);
  const { state, sentAt, nextTryAt, attempts } = notice;
  const at = (moment: Temporal.Instant | null) => (moment ? formatMoment(toLocal(moment)) : '');
  const words = {
    waiting:
      attempts > 0 ? say(`Gửi lại lúc ${at(nextTryAt)}`, `Tried again at ${at(nextTryAt)}`) : say('Chờ gửi', 'Waiting'),
    sent:
      notice.channel === 'in-app'
        ? say(`Đã hiện ${at(sentAt)}`, `Shown ${at(sentAt)}`)
        : say(`Đã gửi ${at(sentAt)}`, `Sent ${at(sentAt)}`),
    failed: say('Không gửi được', 'Could not be sent'),
  }[state];
  return (
    <>
      <Tag tone={tones[state]}>{words}</Tag>
      {notice.fault ? (
        <span class="quiet small"> {faultWords(language, notice.fault, props.withCode ?? true)}</span>
      ) : null}
    </>
  );
}

/** The notices of one journal entry, a line a channel. */
export function NoticeLines(props: {
  language: Language;
  notices: readonly Notice[];
  /** What can be done about one that failed. */
  more?: ((notice: Notice) => Child) | undefined;
  /** The code of a fault is for whoever runs the system, not for the person. */
  withCode?: boolean | undefined;
}) {
  const { language, notices } = props;
  if (notices.length === 0) return null;
  const say = speaker(language);
  return (
    <ul class="notices" aria-label={say('Đã báo công dân', 'The person was told')}>
      {notices.map((notice) => (
        <li>
          {channelName(language, notice.channel)}
          {notice.recipient ? ` ${notice.recipient}` : ''}{' '}
          <NoticeState language={language} notice={notice} withCode={props.withCode} />
          {props.more?.(notice)}
        </li>
      ))}
    </ul>
  );
}

export const noticesOfEntry = (notices: readonly Notice[], seq: number): readonly Notice[] =>
  notices.filter((notice) => notice.seq === seq);

/** Why an attempt failed, for someone who does not run mail servers; the code stays for who does. */
function faultWords(language: Language, fault: string, withCode: boolean): string {
  const say = speaker(language);
  const [code = '', number = ''] = fault.split(' ');
  const because =
    code === 'EAUTH'
      ? say('máy chủ thư không nhận mật khẩu của hệ thống', 'the mail server does not take our password')
      : code === 'EENVELOPE' && number.startsWith('5')
        ? say('địa chỉ không nhận thư', 'the address takes no mail')
        : code === 'HTTP' && number.startsWith('4')
          ? say('nhà mạng không nhận tin này', 'the operator does not take this message')
          : say('không nối được với máy chủ gửi', 'the sending server does not answer');
  return withCode ? `${because} (${fault})` : because;
}
