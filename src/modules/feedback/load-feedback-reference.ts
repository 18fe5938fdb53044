import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '#kernel/text.ts';
import type { Database } from '#platform/database/connection.ts';
import { insertFeedbackPolicy } from './feedback-store.ts';
import type { FeedbackField, FeedbackPolicy } from './rules/feedback-policy.ts';
import type { OtherLaw } from './rules/feedback-words.ts';

const folder = join(import.meta.dirname, '../../../reference/feedback');
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as object;

interface PolicyFile {
  readonly policies: readonly {
    readonly validFrom: string;
    readonly decision: string;
    readonly policy: FeedbackPolicy;
  }[];
  readonly laws: readonly {
    readonly law: OtherLaw;
    readonly name: Text;
    readonly source: string;
    readonly sentence: Text;
  }[];
}

const { policies, laws } = read('policy.json') as PolicyFile;

/** The fields of feedback. */
export const feedbackFields = (read('fields.json') as { readonly fields: readonly FeedbackField[] }).fields;

export const fieldOf = (code: string): FeedbackField | undefined => feedbackFields.find((field) => field.code === code);

/** What a person is told whose words belong to a law of their own. */
export function otherLaw(law: OtherLaw): PolicyFile['laws'][number] {
  const found = laws.find((one) => one.law === law);
  if (!found) throw new RangeError(`no words for the law of a ${law}`);
  return found;
}

/** The policies of the reference data, into the table that a city adds its own to. */
export async function loadFeedbackPolicies(db: Database): Promise<void> {
  for (const { validFrom, policy, decision } of policies)
    await insertFeedbackPolicy(db, Temporal.PlainDate.from(validFrom), policy, decision);
}
