/** The door of notices: what a citizen is told when something happens to their dossier. */
export { announceToReporter, announceWords } from './announce-words.ts';
export { type NoticeChannels, openChannels } from './channels.ts';
export { choosePreference } from './choose-preference.ts';
export { deriveNotices } from './derive-notices.ts';
export {
  listFailedNotices,
  listNoticesOfAccount,
  listNoticesOfCase,
  listNoticesOfOfficer,
  type Notice,
  type ToldOfficer,
} from './notice-store.ts';
export { findPreference } from './preference-store.ts';
export { proveEmail, readEmailProof } from './prove-email.ts';
export { noticeRefusals } from './refusals.ts';
export type { NoticePreference, SendingChannel } from './rules/addressees.ts';
export { type ChosenPreference, optionalTemplates } from './rules/check-preference.ts';
export { isNoticeTemplate, type NoticeTemplate, noticeTemplates } from './rules/notice-templates.ts';
export { sampleOf } from './rules/sample-notices.ts';
export { writeMail } from './rules/write-mail.ts';
export { mostInSms, writeNotice, writeShort, writeSms } from './rules/write-notice.ts';
export { sendNotices } from './send-notices.ts';
export { tryNoticeAgain } from './try-notice-again.ts';
