import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Language } from '#kernel/text.ts';
import type { NoticeRefusal } from '../refusals.ts';
import { type NoticePreference, type SendingChannel, sendingChannels } from './addressees.ts';
import { isNoticeTemplate, noticeTemplates } from './notice-templates.ts';

/** What a person chose on the page, as it came. */
export interface ChosenPreference {
  readonly language: string;
  readonly channels: readonly string[];
  readonly email: string;
  /** The notices the person wants of those that may be left out. */
  readonly wanted: readonly string[];
}

type Checked = Pick<NoticePreference, 'language' | 'channels' | 'email' | 'leftOut'>;

const address = /^[^\s@<>"(),:;\\[\]\p{C}]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/iu;

/** Reads what a person chose; a legal notice cannot be left out, whatever is sent. */
export function checkPreference(
  chosen: ChosenPreference,
  phone: string | null,
  open: readonly SendingChannel[],
): Result<Checked, NoticeRefusal> {
  const language: Language = chosen.language === 'en' ? 'en' : 'vi';
  const channels = sendingChannels.filter((channel) => open.includes(channel) && chosen.channels.includes(channel));
  const email = chosen.email.normalize('NFC').trim();
  if (email !== '' && (email.length > 254 || !address.test(email))) return refused('notice-email-wrong', {}, 'email');
  if (channels.includes('email') && email === '') return refused('notice-email-missing', {}, 'email');
  if (!phone && (channels.includes('sms') || channels.includes('zalo')))
    return refused('notice-phone-missing', {}, 'channels');
  const leftOut = optionalTemplates.filter((template) => !chosen.wanted.includes(template));
  return accepted({ language, channels, email: email === '' ? null : email, leftOut });
}

/** The notices that the law leaves to the person. */
export const optionalTemplates = Object.keys(noticeTemplates).filter(
  (name) => isNoticeTemplate(name) && noticeTemplates[name].isOptional,
);
