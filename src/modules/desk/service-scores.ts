import { type Actor, isWithin, postsHeld } from '#case-engine/rules/authority.ts';
import { toInstant } from '#kernel/zone.ts';
import { agencyOf, type CityGround, type Unit } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import type { DeskOfficer } from './at-counter.ts';
import { type EndedDossier, listEndedDossiers } from './rating-store.ts';
import { type DossierScore, dossierScore } from './rules/dossier-score.ts';
import { fewestAnswers, officialScore, type ServiceScore } from './rules/service-score.ts';

/** A quarter of a year: what the circular scores by. */
export interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

/** What only an agency's own officers see of its quarter; the scores of agencies themselves are an index. */
export interface ServiceScores {
  readonly agency: Unit;
  readonly dossiers: number;
  readonly answered: number;
  /** The answers of so few are left out of every figure. */
  readonly answersUsed: boolean;
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

/** The first and the last day of a quarter. */
export function daysOfQuarter({ year, quarter }: Quarter): {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
} {
  const from = new Temporal.PlainDate(year, quarter * 3 - 2, 1);
  return { from, to: from.add({ months: 3 }).subtract({ days: 1 }) };
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
  quarter: Quarter,
  at: Temporal.Instant,
): Promise<ServiceScores | undefined> {
  const agency = scoredAgencies(actor, ground, at).find(({ id }) => id === agencyId);
  if (!agency) return undefined;
  const { from, to } = daysOfQuarter(quarter);
  const begin = toInstant(from.toPlainDateTime());
  const end = toInstant(to.add({ days: 1 }).toPlainDateTime());
  const dossiers = await listEndedDossiers(db, agencyId, begin, end);
  const isHead = isHeadOf(actor, agency, at);
  const answered = dossiers.filter(({ answers }) => answers).length;
  const answersUsed = answered >= fewestAnswers;
  const groups = Map.groupBy(
    dossiers.filter(({ officialId }) => officialId !== null && (isHead || officialId === actor.accountId)),
    ({ officialId }) => officialId ?? '',
  );
  return {
    agency,
    dossiers: dossiers.length,
    answered,
    answersUsed,
    isHead,
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
