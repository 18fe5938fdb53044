import type { Language } from '#kernel/text.ts';
import { type NoticeTemplate, noticeTemplates } from './notice-templates.ts';

/** By which a notice leaves the house; `in-app` is the person's own pages. */
export const sendingChannels = ['email', 'sms', 'zalo'] as const;
export type SendingChannel = (typeof sendingChannels)[number];
export type NoticeChannel = SendingChannel | 'in-app';

/** How an account wants to be told. */
export interface NoticePreference {
  readonly language: Language;
  readonly channels: readonly SendingChannel[];
  readonly email: string | null;
  /** Whether the link sent to the address was opened and confirmed. */
  readonly isEmailProved: boolean;
  readonly phone: string | null;
  /** Templates not wanted outside the account's pages. */
  readonly leftOut: readonly string[];
}

/** Who filed without an account, as they wrote themselves down. */
export interface GivenContact {
  readonly email: string;
  readonly phone: string;
}

/** One notice for one channel. */
export interface Addressee {
  readonly channel: NoticeChannel;
  readonly recipient: string | null;
  readonly language: Language;
}

/**
 * By which channels a notice goes to whom. In the pages always, so that nothing depends on a server of others. An account is told
 * by the channels it chose, an e-mail address only once it is proved; what the law leaves to the person may be left out. A filing
 * without an account is told by the e-mail address given, else by telephone.
 * @param open the channels this installation has
 */
export function addresseesOf(
  template: NoticeTemplate,
  account: NoticePreference | null,
  given: GivenContact,
  open: readonly SendingChannel[],
): readonly Addressee[] {
  const language = account?.language ?? 'vi';
  const pages: Addressee = { channel: 'in-app', recipient: null, language };
  if (account && noticeTemplates[template].isOptional && account.leftOut.includes(template)) return [pages];
  const reached = account ? ofAccount(account) : ofGiven(given, open);
  return [
    pages,
    ...sendingChannels.flatMap((channel) => {
      const recipient = open.includes(channel) ? reached[channel] : undefined;
      return recipient ? [{ channel, recipient, language }] : [];
    }),
  ];
}

type Reached = { readonly [channel in SendingChannel]?: string | null };

function ofAccount({ channels, email, isEmailProved, phone }: NoticePreference): Reached {
  return {
    ...(channels.includes('email') && isEmailProved ? { email } : {}),
    ...(channels.includes('sms') ? { sms: phone } : {}),
    ...(channels.includes('zalo') ? { zalo: phone } : {}),
  };
}

function ofGiven({ email, phone }: GivenContact, open: readonly SendingChannel[]): Reached {
  return email && open.includes('email') ? { email } : { sms: phone };
}
