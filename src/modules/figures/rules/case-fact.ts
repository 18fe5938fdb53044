import type { CaseState, MomentText } from '#case-engine/rules/case-state.ts';
import { foldEntry, type JournalEntry } from '#case-engine/rules/journal.ts';
import type { CaseKind } from '#case-engine/rules/kind.ts';
import { lateAt } from '#case-engine/rules/late-at.ts';
import { agencyOf } from '#modules/dossiers/rules/route-position.ts';
import { countedOf } from './counted-of.ts';

/** What figures ask of one case, as its whole journal tells it: moments once set stay, what replaced another keeps the other. */
export interface CaseFact {
  readonly caseId: string;
  readonly kind: string;
  readonly typeCode: string;
  readonly typeVersion: number;
  readonly isPart: boolean;
  readonly channel: string | null;
  /** What its kind says it is counted as: `task.government`; null where it is counted as its kind. */
  readonly countedAs: string | null;
  /** The unit it is counted for (the agency that received it, unless its kind names another) and the one that decides it, as they were. */
  readonly receiverId: string;
  readonly answersId: string;
  readonly openedAt: MomentText;
  readonly acceptedAt: MomentText | null;
  /** When the journal said so, if later. */
  readonly acceptedKnownAt: MomentText | null;
  readonly firstLateAt: MomentText | null;
  /** From when it is late if it is still open: `infinity` while it waits for the person it belongs to. */
  readonly lateAt: MomentText | null;
  readonly lateSince: MomentText | null;
  readonly lateBefore: readonly { readonly lateAt: MomentText; readonly until: MomentText }[];
  readonly endedAt: MomentText | null;
  readonly endedKnownAt: MomentText | null;
  readonly outcome: string | null;
  readonly timeliness: string | null;
  readonly supplementAt: MomentText | null;
  readonly supplements: number;
  readonly apologisedAt: MomentText | null;
  /** When the work was handed in, each followed by when it was sent back. */
  readonly delivered: readonly MomentText[];
  readonly changedAt: MomentText | null;
  readonly earlier: readonly EarlierFact[];
}

/** An end or a unit that was put right later. */
export interface EarlierFact extends Pick<CaseFact, 'receiverId' | 'answersId' | 'endedAt' | 'outcome' | 'timeliness'> {
  readonly until: MomentText;
}

const isAfter = (one: MomentText, other: MomentText): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) > 0;

const knownLater = (told: MomentText, at: MomentText | null): MomentText | null =>
  at !== null && isAfter(told, at) ? told : null;

function decidingUnit(state: Pick<CaseState, 'route' | 'receivingUnitId'>): string {
  const signs = state.route.findLast(({ work }) => work === 'sign');
  return agencyOf(signs?.unitId ?? state.receivingUnitId);
}

/** The moment that never comes, as the database writes it. */
const never = 'infinity';

/**
 * The fact of a case from its journal, by the engine's own fold and its own rule of lateness. What the database keeps as
 * entries come in is compared with it.
 * @param cityId the unit that is the city: what it gives is counted apart
 */
export function caseFact(kind: CaseKind, entries: readonly JournalEntry[], cityId: string | null = null): CaseFact {
  let state: CaseState | null = null;
  let fact: CaseFact | null = null;
  for (const entry of entries) {
    state = foldEntry(kind.kind, state, entry);
    fact = factAfter(fact ?? openedFact(state, cityId), kind, state, entry);
  }
  if (!fact) throw new RangeError('a case has at least one entry');
  return fact;
}

function openedFact(state: CaseState, cityId: string | null): CaseFact {
  const { channel } = state.facts;
  const counted = countedOf(state, cityId);
  return {
    caseId: state.caseId,
    kind: state.kind,
    typeCode: state.typeCode,
    typeVersion: state.typeVersion,
    isPart: state.parent !== undefined,
    channel: typeof channel === 'string' ? channel : null,
    countedAs: counted ? `${state.kind}.${counted.as}` : null,
    receiverId: counted?.unitId ?? state.receivingUnitId,
    answersId: decidingUnit(state),
    openedAt: state.openedAt,
    acceptedAt: null,
    acceptedKnownAt: null,
    firstLateAt: null,
    lateAt: null,
    lateSince: null,
    lateBefore: [],
    endedAt: null,
    endedKnownAt: null,
    outcome: null,
    timeliness: null,
    supplementAt: null,
    supplements: 0,
    apologisedAt: null,
    delivered: [],
    changedAt: null,
    earlier: [],
  };
}

function factAfter(
  before: CaseFact,
  kind: CaseKind,
  state: CaseState,
  { at, verb, seq, effect }: JournalEntry,
): CaseFact {
  let fact = before;
  const received = fact.countedAs === null ? effect.receivingUnitId : undefined;
  const goesTo = effect.counted?.unitId ?? received;
  const isPutRight = seq > 1 && ((fact.endedAt !== null && effect.endedAt !== undefined) || goesTo !== undefined);
  if (isPutRight) {
    const { receiverId, answersId, endedAt, outcome, timeliness } = fact;
    const earlier = [...fact.earlier, { receiverId, answersId, endedAt, outcome, timeliness, until: at }];
    fact = { ...fact, earlier, changedAt: at };
    if (goesTo !== undefined) fact = { ...fact, receiverId: goesTo };
    // a case that goes to another agency goes with the route it has there
    if (received !== undefined)
      fact = { ...fact, answersId: decidingUnit({ route: effect.route ?? [], receivingUnitId: received }) };
  }
  const { acceptedAt, endedAt, dueAt } = effect;
  if (acceptedAt && fact.acceptedAt === null) {
    const late = lateAt(kind, state) ?? never;
    fact = { ...fact, acceptedAt, acceptedKnownAt: knownLater(at, acceptedAt), firstLateAt: late, lateAt: late };
  } else if (dueAt && fact.acceptedAt !== null) {
    fact = withDeadline(fact, lateAt(kind, state) ?? never, at);
  }
  if (endedAt !== undefined) {
    // an end that is put right without another state ends as it did
    const outcome = endedAt === null ? null : (effect.state ?? fact.outcome);
    fact = { ...fact, endedAt, endedKnownAt: knownLater(at, endedAt), outcome, timeliness: state.timeliness };
  }
  const isDelivered = fact.delivered.length % 2 === 1;
  if (effect.deliveredAt && !isDelivered) fact = { ...fact, delivered: [...fact.delivered, effect.deliveredAt] };
  else if (effect.deliveredAt === null && isDelivered) fact = { ...fact, delivered: [...fact.delivered, at] };
  if (verb === 'ask-supplement')
    fact = { ...fact, supplementAt: fact.supplementAt ?? at, supplements: fact.supplements + 1 };
  return verb === 'apologise' ? { ...fact, apologisedAt: at } : fact;
}

function withDeadline(fact: CaseFact, late: MomentText, at: MomentText): CaseFact {
  if (late === fact.lateAt || fact.lateAt === null) return fact;
  return {
    ...fact,
    lateAt: late,
    lateSince: at,
    lateBefore: [...fact.lateBefore, { lateAt: fact.lateAt, until: at }],
  };
}
