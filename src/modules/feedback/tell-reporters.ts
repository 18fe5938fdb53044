import type { CaseEffect, CaseState } from '#case-engine/rules/case-state.ts';
import type { Language } from '#kernel/text.ts';
import { formatNamedDay } from '#kernel/vietnamese.ts';
import { toLocal } from '#kernel/zone.ts';
import { announceToReporter, type SendingChannel } from '#modules/notices/index.ts';
import { agencyName, type CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import type { FileStore } from '#platform/file-store.ts';
import { listReporters, type Reporter } from './feedback-store.ts';
import { otherLaw } from './load-feedback-reference.ts';
import { feedbackFacts } from './rules/feedback-facts.ts';
import type { FeedbackMove, FeedbackMoveData } from './rules/move-data.ts';
import { type ReporterFacts, type ReporterTemplate, shortToReporter, writeToReporter } from './rules/reporter-words.ts';

/** What feedback stands on: the city, the channels by which people are told, the store of files, the secrets. */
export interface FeedbackGround {
  readonly ground: CityGround;
  readonly channels: readonly SendingChannel[];
  readonly files: Pick<FileStore, 'open' | 'put'>;
  secretOf(reporterId: string): Promise<string>;
}

interface Said extends Omit<ReporterFacts, 'code' | 'title' | 'agency' | 'due' | 'reason'> {
  readonly template: ReporterTemplate;
  readonly due?: string | null | undefined;
  readonly reason?: string | ((language: Language) => string) | undefined;
}

const day = (language: Language, at: string) => formatNamedDay(language, toLocal(Temporal.Instant.from(at)));

/** Tells everyone who reported (or only some), each in their language, by e-mail else by text message. In the caller's transaction. */
export async function tellReporters(
  db: Database,
  { ground, channels }: Pick<FeedbackGround, 'ground' | 'channels'>,
  state: CaseState,
  said: Said,
  at: Temporal.Instant,
  only?: readonly Reporter[],
): Promise<void> {
  if (channels.length === 0) return;
  const facts = feedbackFacts(state);
  const unit = ground.tree.get(facts.agencyId);
  const agency = unit ? agencyName(unit) : { vi: facts.agencyId, en: facts.agencyId };
  const code = state.code ?? state.reference;
  for (const reporter of only ?? (await listReporters(db, state.caseId))) {
    const { language } = reporter;
    const filled: ReporterFacts = {
      ...said,
      code,
      title: facts.publicTitle,
      agency,
      due: said.due ? day(language, said.due) : undefined,
      reason: typeof said.reason === 'function' ? said.reason(language) : said.reason,
    };
    const byMail = reporter.email !== '' && channels.includes('email');
    const channel = byMail ? 'email' : (['sms', 'zalo'] as const).find((one) => channels.includes(one));
    if (!channel || (!byMail && reporter.phone === '')) continue;
    await announceToReporter(
      db,
      {
        reporterId: reporter.id,
        template: `feedback-${said.template}`,
        channel,
        language,
        recipient: byMail ? reporter.email : reporter.phone,
        written: writeToReporter(said.template, filled, language),
        short: shortToReporter(said.template, filled, language),
        follow: `/phan-anh/${code}`,
      },
      at,
    );
  }
}

/** What reporters are told of a move, if anything. */
export function saidOfMove(move: FeedbackMove, given: unknown, state: CaseState, effect: CaseEffect): Said | null {
  const due = effect.dueAt ?? state.dueAt;
  switch (move) {
    case 'accept':
      return { template: 'accepted', due };
    case 'forward':
      return { template: 'forwarded', due };
    case 'decline':
      return { template: 'declined', reason: (given as FeedbackMoveData['decline']).reason };
    case 'hand-to-law': {
      const { law, body } = given as FeedbackMoveData['hand-to-law'];
      return { template: 'handed-to-law', other: body, reason: (language) => otherLaw(law).sentence[language] };
    }
    case 'pass-outside': {
      const { body, reason } = given as FeedbackMoveData['pass-outside'];
      return { template: 'passed-outside', other: body, reason };
    }
    case 'merge':
      return { template: 'merged', other: (given as FeedbackMoveData['merge']).code };
    case 'ask-reporter':
      return {
        template: 'asked',
        reason: (given as FeedbackMoveData['ask-reporter']).question,
        due: (effect.facts?.question as { replyBy?: string } | undefined)?.replyBy,
      };
    case 'approve':
      return { template: 'answered', reason: feedbackFacts(state).draft?.text ?? '' };
    case 'extend':
      return { template: 'extended', due, reason: (given as FeedbackMoveData['extend']).reason };
    case 'rate':
      return effect.state === 'in-handling' ? { template: 'reopened', due } : null;
    default:
      return null;
  }
}
