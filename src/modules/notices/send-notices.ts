import type { Database } from '#platform/database/connection.ts';
import type { SendingOutcome } from '#platform/mail.ts';
import { type NoticeChannels, openChannels } from './channels.ts';
import { proofLink } from './email-proof-link.ts';
import { type ClaimedNotice, claimNotices, markNotSent, markSent } from './notice-store.ts';
import { mostAttempts, nextTry } from './rules/next-try.ts';
import { isNoticeTemplate } from './rules/notice-templates.ts';
import { writeMail, writeProofMail } from './rules/write-mail.ts';
import { withoutDiacritics, writeNotice, writeShort, writeSms } from './rules/write-notice.ts';

/** Longer than any attempt takes, its timeouts added up. */
const inHand = Temporal.Duration.from({ minutes: 3 });
const atOnce = 5;
/** Zalo shows more than an SMS holds. */
const mostInZalo = 400;

export interface SendingGround {
  readonly channels: NoticeChannels;
  /** The origin of the links, without a slash at the end. */
  readonly publicUrl: string;
  /** From which the tokens of e-mail proofs are derived. */
  readonly installationKey: string;
  now(): Temporal.Instant;
}

/**
 * Sends what is due, a few at a time. At least once each: where the worker dies after the server took a message and before that
 * is written down, it goes again with the same Message-ID or idempotency key, by which the receiver tells.
 * @returns how many attempts were made
 */
export async function sendNotices(db: Database, ground: SendingGround): Promise<number> {
  const open = openChannels(ground.channels);
  if (open.length === 0) return 0;
  let count = 0;
  while (true) {
    const at = ground.now();
    const claimed = await claimNotices(db, open, atOnce, at, at.add(inHand));
    if (claimed.length === 0) return count;
    await Promise.all(claimed.map((notice) => sendOne(db, notice, ground)));
    count += claimed.length;
  }
}

async function sendOne(db: Database, notice: ClaimedNotice, ground: SendingGround): Promise<void> {
  const sent: SendingOutcome =
    notice.attempts > mostAttempts ? { outcome: 'never', fault: 'EINTERRUPTED' } : await attempt(notice, ground);
  if (sent.outcome === 'sent') return markSent(db, notice, ground.now());
  const next = sent.outcome === 'again' ? nextTry(notice.attempts, ground.now()) : null;
  return markNotSent(db, notice, sent.fault, next);
}

async function attempt(notice: ClaimedNotice, ground: SendingGround): Promise<SendingOutcome> {
  const { channels } = ground;
  if (notice.channel === 'email') {
    if (!channels.email) return { outcome: 'again', fault: 'ENOCHANNEL' };
    return channels.email.send({
      ...bodyOf(notice, ground),
      to: notice.recipient,
      language: notice.language,
      messageId: `${notice.id}@${channels.email.domain}`,
      at: notice.madeAt,
    });
  }
  const gateway = channels[notice.channel];
  if (!gateway) return { outcome: 'again', fault: 'ENOCHANNEL' };
  const { template, facts, language, words } = notice;
  if (words !== null) {
    const { follow } = facts;
    const whole = follow ? `${words} ${ground.publicUrl}${prefix(notice)}${follow}` : words;
    const text = notice.channel === 'sms' ? withoutDiacritics(whole) : whole;
    return gateway.send({ to: notice.recipient, text, id: notice.id, at: ground.now() });
  }
  if (!isNoticeTemplate(template)) return { outcome: 'never', fault: 'ENOTEMPLATE' };
  const follow = `${ground.publicUrl}${prefix(notice)}/tra-cuu`;
  const text =
    notice.channel === 'sms'
      ? writeSms(template, facts, language, follow)
      : writeShort(template, facts, language, follow, mostInZalo);
  return gateway.send({ to: notice.recipient, text, id: notice.id, at: ground.now() });
}

function bodyOf(notice: ClaimedNotice, { publicUrl, installationKey }: SendingGround) {
  const at = `${publicUrl}${prefix(notice)}`;
  if (notice.emailProofId)
    return writeProofMail(notice.language, `${at}${proofLink(installationKey, notice.emailProofId)}`);
  const { written, follow = '' } = notice.facts;
  if (written && notice.template.startsWith('officer-'))
    return writeMail(written, { follow: `${at}${follow}`, label: openIt, preferences: `${at}/lam-viec/tin-bao` });
  if (written) return writeMail(written, { follow: `${at}${follow}`, label: followIt });
  if (!isNoticeTemplate(notice.template)) throw new RangeError(`no template ${notice.template}`);
  return writeMail(
    writeNotice(notice.template, notice.facts, notice.language),
    notice.accountId
      ? { follow: `${at}/ho-so-cua-toi/${notice.caseId}`, preferences: `${at}/ho-so-cua-toi/thong-bao` }
      : { follow: `${at}/tra-cuu` },
  );
}

const openIt = { vi: 'Mở việc', en: 'Open it' };
const followIt = { vi: 'Theo dõi phản ánh', en: 'Follow it' };

const prefix = ({ language }: ClaimedNotice): string => (language === 'en' ? '/en' : '');
