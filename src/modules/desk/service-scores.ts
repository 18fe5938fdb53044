import { type Actor, isWithin, postsHeld } from '#case-engine/rules/authority.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay, toInstant } from '#kernel/zone.ts';
import { agencyOf, type CityGround, type Unit } from '#modules/organisation/index.ts';
import { searchProcedures } from '#modules/procedures/index.ts';
import type { Database } from '#platform/database/connection.ts';
import type { DeskOfficer } from './at-counter.ts';
import {
  type EndedDossier,
  type FeedbackCount,
  findFeedbackCount,
  listEndedDossiers,
  saveFeedbackCount,
} from './rating-store.ts';
import type { DeskRefusal } from './refusals.ts';
import { type DossierScore, dossierScore } from './rules/dossier-score.ts';
import { agencyScore, fewestAnswers, officialScore, type ServiceScore } from './rules/service-score.ts';

/** A quarter of a year: what the circular scores by. */
export interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

/** The scores of an agency's quarter. */
export interface ServiceScores {
  readonly agency: Unit;
  readonly dossiers: number;
  readonly answered: number;
  /** The answers of so few are left out of every figure. */
  readonly answersUsed: boolean;
  readonly score: ServiceScore;
  readonly feedback: FeedbackCount | undefined;
  readonly officials: readonly {
    readonly accountId: string;
    readonly name: string;
    readonly dossiers: number;
    readonly score: ServiceScore;
  }[];
  /** Only for heads; none while the answers are few. */
  readonly comments: readonly string[];
  readonly isHead: boolean;
}

const heads = ['desk-head', 'unit-head', 'agency-head', 'signatory', 'procedure-controller'] as const;

/** The agencies whose scores an officer may see: the own one, and a head those below. */
export function scoredAgencies(actor: Actor, ground: CityGround, at: Temporal.Instant): readonly Unit[] {
  const own = postsHeld(actor, at).flatMap(({ unitId }) => {
    const unit = ground.tree.get(unitId);
    return (unit && agencyOf(unit, ground.tree)) ?? [];
  });
  return [...new Map(own.map((unit) => [unit.id, unit])).values()];
}

export async function readServiceScores(
  db: Database,
  ground: CityGround,
  actor: DeskOfficer,
  agencyId: string,
  { year, quarter }: Quarter,
  at: Temporal.Instant,
): Promise<ServiceScores | undefined> {
  const agency = scoredAgencies(actor, ground, at).find(({ id }) => id === agencyId);
  if (!agency) return undefined;
  const from = new Temporal.PlainDate(year, quarter * 3 - 2, 1);
  const begin = toInstant(from.toPlainDateTime());
  const end = toInstant(from.add({ months: 3 }).toPlainDateTime());
  const [dossiers, feedback, procedures] = await Promise.all([
    listEndedDossiers(db, agencyId, begin, end),
    findFeedbackCount(db, agencyId, year, quarter),
    searchProcedures(db, { receiver: { id: agency.id, tier: agency.tier } }, localDay(at)),
  ]);
  const isHead = isHeadOf(actor, agency, at);
  const answered = dossiers.filter(({ answers }) => answers).length;
  const answersUsed = answered >= fewestAnswers;
  const online = dossiers.filter((dossier) => dossier.online);
  const groups = Map.groupBy(
    dossiers.filter(({ officialId }) => officialId !== null && (isHead || officialId === actor.accountId)),
    ({ officialId }) => officialId ?? '',
  );
  return {
    agency,
    dossiers: dossiers.length,
    answered,
    answersUsed,
    feedback,
    isHead,
    score: agencyScore(scoresOf(dossiers, answersUsed), {
      organisation: answersUsed ? dossiers.flatMap(({ answers }) => answers?.organisation ?? []) : [],
      feedback: feedback ?? null,
      procedures: {
        all: procedures.length,
        online: procedures.filter(({ definition }) => definition.serviceLevel2021 >= 3).length,
      },
      dossiers: {
        all: dossiers.length,
        online: online.length,
        onlineLate: online.filter(({ timeliness }) => timeliness === 'late').length,
      },
    }),
    officials: [...groups].map(([accountId, own]) => ({
      accountId,
      name: own[0]?.officialName ?? '',
      dossiers: own.length,
      // of one official too, so few answers would tell who complained
      score: officialScore(scoresOf(own, own.filter(({ answers }) => answers).length >= fewestAnswers)),
    })),
    comments:
      isHead && answersUsed
        ? dossiers
            .map(({ comment }) => comment)
            .filter(Boolean)
            .sort()
        : [],
  };
}

const scoresOf = (dossiers: readonly EndedDossier[], answersUsed: boolean): readonly DossierScore[] =>
  dossiers.map((dossier) => dossierScore(dossier, answersUsed ? (dossier.answers ?? undefined) : undefined));

const isHeadOf = (actor: Actor, agency: Unit, at: Temporal.Instant): boolean =>
  postsHeld(actor, at).some(
    ({ role, unitPath }) => (heads as readonly string[]).includes(role) && isWithin(unitPath, agency.path),
  );

/** The head of an agency reports how much feedback came and how much was answered in time (indicator 8). */
export async function reportFeedback(
  db: Database,
  ground: CityGround,
  actor: DeskOfficer,
  agencyId: string,
  { year, quarter }: Quarter,
  count: FeedbackCount,
  at: Temporal.Instant,
): Promise<Result<null, DeskRefusal>> {
  const agency = scoredAgencies(actor, ground, at).find(({ id }) => id === agencyId);
  if (!agency || !isHeadOf(actor, agency, at)) return refused('desk-not-yours');
  const { received, inTime } = count;
  const whole = [received, inTime].every((each) => Number.isInteger(each) && each >= 0 && each < 1_000_000);
  if (!whole || inTime > received) return refused('feedback-count-wrong', {}, 'received');
  await saveFeedbackCount(db, { agencyId, year, quarter, accountId: actor.accountId }, count, at);
  return accepted(null);
}
