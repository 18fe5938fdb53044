import type { Mailer } from '#platform/mail.ts';
import type { MessageGateway } from '#platform/message-gateway.ts';
import { type SendingChannel, sendingChannels } from './rules/addressees.ts';

/** The plugs this installation has; one that is not there is not offered, and nothing waits for it. */
export interface NoticeChannels {
  readonly email?: Mailer | undefined;
  readonly sms?: MessageGateway | undefined;
  readonly zalo?: MessageGateway | undefined;
}

export function openChannels(channels: NoticeChannels): readonly SendingChannel[] {
  return sendingChannels.filter((channel) => channels[channel] !== undefined);
}
