import type { CaseFact, EarlierFact } from './case-fact.ts';

/** The small numbers that stand for words, units and types in the rows of facts. */
export interface FactKeys {
  word(word: string): number;
  unit(unitId: string): number;
  type(code: string, version: number): number;
}

/** The columns of a row of facts with what of the fact stands in them, in the order of `factRow`. */
export const factFields = {
  case_id: 'caseId',
  opened_at: 'openedAt',
  accepted_at: 'acceptedAt',
  accepted_known_at: 'acceptedKnownAt',
  first_late_at: 'firstLateAt',
  late_at: 'lateAt',
  late_since: 'lateSince',
  ended_at: 'endedAt',
  ended_known_at: 'endedKnownAt',
  supplement_at: 'supplementAt',
  apologised_at: 'apologisedAt',
  changed_at: 'changedAt',
  receiver_key: 'receiverId',
  answers_key: 'answersId',
  type_key: 'typeCode',
  kind: 'kind',
  channel: 'channel',
  outcome: 'outcome',
  timeliness: 'timeliness',
  supplements: 'supplements',
  is_part: 'isPart',
  late_before: 'lateBefore',
  earlier: 'earlier',
  counted_as: 'countedAs',
  delivered: 'delivered',
} as const satisfies Readonly<Record<string, keyof CaseFact>>;
export type FactColumn = keyof typeof factFields;
export const factColumns = Object.keys(factFields) as readonly FactColumn[];

/** A fact as a bulk load writes it into `case_fact`: the very row the trigger keeps as entries come in one by one. */
export function factRow(fact: CaseFact, keys: FactKeys): readonly (string | number | boolean | null)[] {
  const word = (said: string | null) => (said === null ? null : keys.word(said));
  const { lateBefore, earlier } = fact;
  return [
    fact.caseId,
    fact.openedAt,
    fact.acceptedAt,
    fact.acceptedKnownAt,
    fact.firstLateAt,
    fact.lateAt,
    fact.lateSince,
    fact.endedAt,
    fact.endedKnownAt,
    fact.supplementAt,
    fact.apologisedAt,
    fact.changedAt,
    keys.unit(fact.receiverId),
    keys.unit(fact.answersId),
    keys.type(fact.typeCode, fact.typeVersion),
    keys.word(fact.kind),
    word(fact.channel),
    word(fact.outcome),
    word(fact.timeliness),
    fact.supplements,
    fact.isPart,
    lateBefore.length === 0 ? null : `{${lateBefore.flatMap(({ lateAt, until }) => [lateAt, until]).join(',')}}`,
    earlier.length === 0 ? null : JSON.stringify(earlier.map((was) => writtenEarlier(was, keys))),
    word(fact.countedAs),
    fact.delivered.length === 0 ? null : `{${fact.delivered.join(',')}}`,
  ];
}

function writtenEarlier({ receiverId, answersId, endedAt, outcome, timeliness, until }: EarlierFact, keys: FactKeys) {
  return {
    until,
    receiver: keys.unit(receiverId),
    answers: keys.unit(answersId),
    ...(endedAt === null ? {} : { endedAt }),
    ...(outcome === null ? {} : { outcome: keys.word(outcome) }),
    ...(timeliness === null ? {} : { timeliness: keys.word(timeliness) }),
  };
}
