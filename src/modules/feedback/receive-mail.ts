import { simpleParser } from 'mailparser';
import type { Actor } from '#case-engine/rules/authority.ts';
import { sha256 } from '#kernel/hash.ts';
import { type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { cleanPhotos, type PhotoUpload } from './clean-photos.ts';
import { type FeedbackReceipt, type SubmitFeedbackRefusal, submitFeedback } from './submit-feedback.ts';
import type { FeedbackGround } from './tell-reporters.ts';

/** A mail as it arrived, and the agency to whose address it was sent. */
export interface ArrivedMail {
  readonly raw: Uint8Array;
  readonly agencyId: string;
}

/** Quoted answers and signatures are not what the person reports. */
const withoutQuotes = (text: string) =>
  text
    .split(/\n-- \n/u)[0]!
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n')
    .trim();

/**
 * Feedback by mail: the sender is the reporter, the subject the title, photographs come along. It stands as a service of the
 * agency until the focal point has put it into its field. The same message delivered twice is one report.
 */
export async function receiveMail(
  db: Database,
  ground: FeedbackGround,
  actor: Actor,
  { raw, agencyId }: ArrivedMail,
  at: Temporal.Instant,
): Promise<Result<FeedbackReceipt, SubmitFeedbackRefusal | 'mail-not-readable'>> {
  const mail = await simpleParser(Buffer.from(raw)).catch(() => undefined);
  const sender = mail?.from?.value[0];
  const text = withoutQuotes((mail?.text ?? '').replaceAll('\r\n', '\n').normalize('NFC'));
  if (!mail || !sender?.address || text === '') return refused('mail-not-readable');
  const uploads: PhotoUpload[] = [];
  for (const attachment of mail.attachments.slice(0, 8)) {
    // what the store does not take (a signature, a calendar) is left out; the words are what counts
    const stored = await ground.files.put(attachment.content);
    if (stored.ok) uploads.push({ ...stored.value, fileName: attachment.filename ?? 'tep' });
  }
  const id = mail.messageId ?? sha256(raw);
  return submitFeedback(
    db,
    ground,
    actor,
    {
      channel: 'email',
      about: 'service',
      field: 'other',
      title: (mail.subject ?? '').replace(/^\s*((re|fwd?|tr)\s*:\s*)+/iu, ''),
      text: text.length < 10 ? `${mail.subject ?? ''}\n${text}` : text,
      place: '',
      communeId: '',
      aboutUnitId: agencyId,
      procedureCode: '',
      files: await cleanPhotos(ground.files, uploads),
      reporter: {
        anonymous: false,
        name: sender.name || sender.address.split('@')[0] || '',
        phone: '',
        email: sender.address,
        address: '',
        accountId: null,
        language: 'vi',
      },
    },
    at,
    { caller: 'mail', key: id.slice(0, 300), requestHash: sha256(id) },
  );
}
