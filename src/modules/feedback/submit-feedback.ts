import type { IdempotencyKey } from '#case-engine/case-store.ts';
import { type MoveAnswer, openCase } from '#case-engine/record-entries.ts';
import type { CaseRefusal } from '#case-engine/refusals.ts';
import { type Actor, postsHeld, type Role } from '#case-engine/rules/authority.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import type { EntryActor } from '#case-engine/rules/journal.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { fold, tidy } from '#kernel/vietnamese.ts';
import { localDay } from '#kernel/zone.ts';
import { type CityGround, clockGround } from '#modules/organisation/index.ts';
import { getProcedureInForce } from '#modules/procedures/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import type { CleanedFile } from './clean-photos.ts';
import {
  getFeedbackPolicy,
  insertFeedback,
  insertFeedbackFiles,
  insertReporter,
  type Reporter,
  takeFeedbackNumber,
} from './feedback-store.ts';
import { feedbackFields } from './load-feedback-reference.ts';
import type { FeedbackRefusal } from './refusals.ts';
import { reporterIdFor } from './reporter-secret.ts';
import {
  checkReporter,
  checkSubject,
  checkWhere,
  type FeedbackTyped,
  type ReporterTyped,
} from './rules/check-feedback.ts';
import { feedbackKind } from './rules/feedback-kind.ts';
import type { FeedbackChannel } from './rules/feedback-words.ts';
import { type CheckedFeedback, openFeedback, titleOf, writeFeedbackCode } from './rules/open-feedback.ts';
import { agencyFor, focalPointOf } from './rules/route-feedback.ts';
import { type FeedbackGround, tellReporters } from './tell-reporters.ts';

/** What is reported and by whom, by whichever door; photographs are cleaned before. */
export interface FeedbackWish extends FeedbackTyped {
  readonly channel: FeedbackChannel;
  /** The dossier it is about, whose secret was shown. */
  readonly aboutDossier?: { readonly caseId: string; readonly code: string; readonly agencyId: string } | null;
  readonly files: readonly CleanedFile[];
  readonly reporter: ReporterTyped;
}

export type SubmitFeedbackRefusal =
  | FeedbackRefusal
  | CaseRefusal
  | 'calendar-not-published'
  | 'procedure-not-found'
  | 'phone-wrong'
  | 'email-wrong';

/** What the reporter is given. */
export interface FeedbackReceipt extends MoveAnswer {
  readonly reporterId: string;
}

const mostFiles = 8;
/** Posts that take feedback down for a person. */
export const feedbackTakers: readonly Role[] = [
  'intake-officer',
  'desk-head',
  'records-clerk',
  'case-handler',
  'unit-head',
];

/** Whoever reported, as the journal names them: by no name. Who it was stands in a table of its own, never in the journal. */
export const reporterActor = (accountId: string | null): EntryActor => ({
  kind: 'citizen',
  accountId,
  name: 'Người phản ánh',
  unitId: null,
  role: null,
});

/**
 * Opens feedback: it has its code and the day of its answer at once, and stands with the focal point of the agency it goes to.
 * An officer who takes it down (desk, telephone, mail) writes it faithfully for the person (NĐ 20/2008/NĐ-CP art. 7.2đ).
 */
export async function submitFeedback(
  db: Database,
  telling: FeedbackGround,
  actor: Actor,
  wish: FeedbackWish,
  at: Temporal.Instant,
  key?: IdempotencyKey,
): Promise<Result<FeedbackReceipt, SubmitFeedbackRefusal>> {
  const { ground } = telling;
  const caseId = newId();
  const reporterId = reporterIdFor(key);
  const takenDown = wish.channel === 'desk' || wish.channel === 'phone' || wish.channel === 'email';
  if (takenDown && !postsHeld(actor, at).some(({ role }) => feedbackTakers.includes(role)))
    return refused('feedback-not-yours-to-take');
  const opened = await openCase<SubmitFeedbackRefusal>(db, feedbackKind, caseId, key, async () => {
    const policy = await getFeedbackPolicy(db, localDay(at));
    const read = await readWish(db, ground, wish, localDay(at));
    if (!read.ok) return read;
    const reporter = checkReporter(wish.reporter, read.value.about, policy);
    if (!reporter.ok) return reporter;
    const person = reporter.value;
    const item: CheckedFeedback = {
      ...read.value,
      anonymous: person.anonymous,
      names: [person.name, person.address].filter(Boolean),
    };
    const agencyId = agencyFor(item, item.field, ground.tree);
    const focal = focalPointOf(agencyId, policy.focalPoints, ground.tree);
    const who = takenDown || actor.kind === 'system' ? entryActor(actor, null) : reporterActor(person.accountId);
    const row: Reporter = {
      ...person,
      id: reporterId,
      caseId,
      firstCaseId: caseId,
      channel: wish.channel,
      joinedAt: at,
    };
    return accepted({
      drafts: async (transaction) => {
        const number = await takeFeedbackNumber(transaction);
        const code = writeFeedbackCode(at, number);
        const where = { caseId, code, agencyId, focal };
        const effect = openFeedback(item, where, policy, at, clockGround(ground, focal.unitId));
        if (!effect.ok) return effect;
        const owned = { ...effect.value, ownerAccountId: person.accountId };
        const data = { channel: item.channel, text: item.text };
        return accepted([{ at: at.toString(), verb: 'report', actor: who, data, effect: owned }]);
      },
      beside: async (transaction, state) => {
        await insertFeedback(
          transaction,
          {
            caseId,
            channel: item.channel,
            about: item.about,
            field: item.field.code,
            communeId: item.communeId,
            procedureCode: item.procedureCode,
            aboutCaseId: wish.aboutDossier?.caseId ?? null,
            point: item.point,
            words: wordsOf(item),
          },
          at,
        );
        await insertReporter(transaction, row);
        await insertFeedbackFiles(
          transaction,
          wish.files.map((file) => ({ ...file, caseId, givenBy: 'reporter' as const })),
          at,
        );
        // who wrote by mail has no page that showed the secret
        const secret = wish.channel === 'email' ? await telling.secretOf(reporterId) : undefined;
        await tellReporters(transaction, telling, state, { template: 'received', due: state.dueAt, secret }, at, [row]);
      },
    });
  });
  return opened.ok ? accepted({ ...opened.value, reporterId }) : opened;
}

/** What a duplicate is recognised by. */
export const wordsOf = ({ title, text, place }: Pick<CheckedFeedback, 'title' | 'text' | 'place'>): string =>
  fold(tidy(`${text.startsWith(title.replace(/…$/u, '')) ? '' : title} ${text} ${place}`))
    .replaceAll(/[^\p{L}\p{N} ]/gu, ' ')
    .slice(0, 2000);

type Read = Omit<CheckedFeedback, 'anonymous' | 'names'>;

async function readWish(
  db: Database,
  { tree }: CityGround,
  wish: FeedbackWish,
  today: Temporal.PlainDate,
): Promise<Result<Read, SubmitFeedbackRefusal>> {
  const subject = checkSubject(wish, feedbackFields);
  if (!subject.ok) return subject;
  const { about, field } = subject.value;
  const commune = tree.get(wish.communeId);
  const unit = tree.get(about === 'dossier' ? (wish.aboutDossier?.agencyId ?? '') : wish.aboutUnitId);
  if (about === 'dossier' && !wish.aboutDossier) return refused('feedback-agency-missing', {}, 'about');
  const procedureCode = wish.procedureCode.trim().slice(0, 40);
  const procedure = procedureCode ? await getProcedureInForce(db, procedureCode, today) : undefined;
  if (procedureCode && !procedure) return refused('procedure-not-found', { code: procedureCode }, 'procedureCode');
  const isCommune = commune?.tier === 'commune' && commune.kind !== 'desk' && commune.validTo === null;
  const where = checkWhere(wish, { commune: isCommune, unit: unit !== undefined, procedure: procedure !== undefined });
  if (!where.ok) return where;
  if (wish.files.length > mostFiles) return refused('too-many-photos', { most: mostFiles }, 'photos');
  const text = wish.text.normalize('NFC').trim().slice(0, 8000);
  const title = tidy(wish.title ?? '').slice(0, 200) || titleOf(text);
  return accepted({
    channel: wish.channel,
    about,
    field,
    title,
    text,
    place: tidy(wish.place).slice(0, 300),
    communeId: isCommune ? commune.id : null,
    point: where.value.point,
    // a broken lamp is about no agency: who answers for it is ours to know
    aboutUnitId: about === 'place' ? null : (unit?.id ?? (isCommune ? commune.id : null)),
    procedureCode: procedure?.definition.code ?? null,
    dossierCode: wish.aboutDossier?.code ?? null,
    photos: wish.files.filter(({ isClean }) => isClean).map(({ id }) => id),
  });
}
