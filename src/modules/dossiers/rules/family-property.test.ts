import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#case-engine/rules/authority.ts';
import { openBranches } from '#case-engine/rules/branches.ts';
import { dueOf } from '#case-engine/rules/case-clock.ts';
import type { CaseState, JoinRule, ResolvedLeg, ResolvedStep } from '#case-engine/rules/case-state.ts';
import { stateOf } from '#case-engine/rules/kind.ts';
import { mayMove } from '#case-engine/rules/open-moves.ts';
import { localDay } from '#kernel/zone.ts';
import { ground, moment } from '../../../../tests/dossier-walk.ts';
import { FamilyWalk, staffOf, unitsOf } from '../../../../tests/family-walk.ts';
import { countCases } from './count-cases.ts';
import { dossierKindOf } from './dossier-family.ts';
import type { DossierMove, MoveData } from './move-data.ts';

/** So many random families; `FAMILY_RUNS` runs more of them. */
const runs = Number(process.env.FAMILY_RUNS ?? 100_000);
const units = ['q-001.a', 'q-001.b', 'so-x.a', 'so-y.a', 'x-00007'] as const;

const unit = fc.constantFrom(...units);
const joins = fc.constantFrom<JoinRule>('all', 'lead-decides', 'first-refusal');

function step(id: string, work: string, unitId: string, legs?: ResolvedStep['legs']): ResolvedStep {
  const role = work === 'sign' ? 'signatory' : 'case-handler';
  return { id, work, role, unitId, hours: 4, ...(legs ? { legs } : {}) };
}

/** Legs of a step, with legs of their own down to the third. */
function legsAt(depth: number): fc.Arbitrary<ResolvedStep['legs']> {
  if (depth > 3) return fc.constant(undefined);
  const one = fc.record({
    external: fc.integer({ min: 0, max: 3 }),
    at: unit,
    days: fc.integer({ min: 1, max: 6 }),
    inner: fc.integer({ min: 0, max: 2 }).chain((more) => (more === 0 ? legsAt(depth + 1) : fc.constant(undefined))),
  });
  return fc
    .record({
      mode: fc.constantFrom('parallel' as const, 'sequence' as const),
      join: joins,
      legs: fc.array(one, { minLength: 1, maxLength: 3 }),
    })
    .map(({ mode, join, legs }) => ({
      mode,
      join,
      legs: legs.map(({ external, at, days, inner }, index): ResolvedLeg => {
        const id = `leg-${index + 1}`;
        const isExternal = external === 0;
        return {
          id,
          kind: isExternal ? 'external-leg' : 'leg',
          name: { vi: id, en: id },
          question: { vi: 'Hỏi', en: 'Ask' },
          unitId: at,
          role: 'case-handler',
          lead: index === 0,
          limit: `${days} working-day`,
          excluded: isExternal && depth === 1,
          route: isExternal ? [] : [step(`${id}-handle`, 'handle', at, inner), step(`${id}-sign`, 'sign', at)],
        };
      }),
    }));
}

const route = fc
  .record({ office: unit, legs: legsAt(1) })
  .map(({ office, legs }): readonly ResolvedStep[] => [
    { id: 'receive', work: 'receive', role: 'intake-officer', unitId: 'q-001.desk', hours: 1 },
    step('handle', 'handle', office, legs),
    step('approve', 'approve', office),
    step('sign', 'sign', 'q-001'),
    { id: 'return', work: 'return', role: 'intake-officer', unitId: 'q-001.desk', hours: 1 },
  ]);

const day = Temporal.PlainDate.from('2021-03-08');
const item = { what: 'w', reason: 'r', clause: 'c' };
const samples: { readonly [Move in DossierMove]?: MoveData[Move] } = {
  'ask-supplement': { items: [item] },
  'answer-supplement': { note: '' },
  forward: { note: '' },
  'take-over': {},
  'decline-hand-over': { reason: 'r' },
  'propose-supplement': { items: [item] },
  approve: { note: '' },
  'send-back': { reason: 'r' },
  sign: { signingForm: 'TM', title: '' },
  'send-again': { note: '' },
  'answer-consultation': { opinion: 'agree', text: 't' },
  'record-sending': { number: 'n', sentOn: day },
  consult: { unitId: 'so-y.a', unitName: { vi: 'Sở Y', en: 'Y' }, question: 'q', days: 3 },
  urge: { note: 'n' },
  withdraw: { reason: '' },
  discontinue: { reason: 'r', clause: 'c' },
  'return-result': { receivedBy: 'p', method: 'desk' },
};

/** What the move is given; about branches, one that fits. */
function dataFor(state: CaseState, move: DossierMove, pick: number): unknown {
  if (move === 'propose')
    return { outcome: pick % 3 === 0 ? 'refuse' : 'grant', summary: 's', reason: 'r', clause: 'c' };
  if (move === 'record-answer')
    return { outcome: pick % 3 === 0 ? 'negative' : 'positive', number: 'n', answeredOn: day, text: '' };
  const ids = Object.keys(state.branches ?? {});
  if (move === 'call-off' || move === 'ask-again')
    return { branchId: ids[pick % Math.max(1, ids.length)] ?? '', reason: 'r' };
  return samples[move];
}

/** Everybody at one place; nobody sits in two. */
const staffAt: ReadonlyMap<string, Actor> = new Map(
  [...units, 'q-001', 'q-001.desk'].map((place) => [place, staffOf([place])]),
);
const movesTried = Object.keys(samples).concat('propose', 'record-answer', 'call-off', 'ask-again') as DossierMove[];

const isOpen = (state: CaseState): boolean => stateOf(dossierKindOf(state.kind), state.state).open;

describe('whatever agencies do together', () => {
  test(`no case is without holder, due moment or a way on; nothing is counted twice; the promise is the rule's (${runs} families)`, () => {
    const acts = fc.array(
      fc.record({ who: fc.nat(), what: fc.nat(), case: fc.nat(), minutes: fc.integer({ min: 1, max: 900 }) }),
      { minLength: 4, maxLength: 18 },
    );
    let finished = 0;
    let parts = 0;
    fc.assert(
      fc.property(route, acts, fc.integer({ min: 3, max: 20 }), fc.nat(9), (steps, tried, days, dice) => {
        const walk = new FamilyWalk('2021-03-08T08:00', '2021-03-08T08:30', {
          route: steps,
          limit: `${days} working-day`,
          clock: { excludedPeriods: ['tax'], supplement: dice % 2 === 0 ? 'restart' : 'pause' },
          receiverId: 'q-001',
        });
        let at = moment('2021-03-08T09:00');
        // most walks begin where the legs do; some at the desk
        for (const move of dice > 0 ? (['forward', 'take-over'] as const) : []) {
          const actor = whoCan(walk.dossier, move, at);
          if (actor) walk.make(walk.dossier, move, at, actor, samples[move] as never);
        }
        for (const { who, what, case: which, minutes } of tried) {
          at = at.add({ minutes });
          const open = [...walk.members.values()].filter((one) => isOpen(one) || one.state === 'settled');
          const state = open[which % Math.max(1, open.length)];
          if (!state) break;
          actAt(walk, state, at, who, what);
          for (const one of walk.members.values()) checkOne(one);
        }
        checkFamily(walk, at);
        parts += walk.members.size - 1;
        if (walk.dossier.endedAt) finished += 1;
        expect(unitsOf(steps).length).toBeGreaterThan(1);
      }),
      { numRuns: runs },
    );
    // the walks went somewhere: otherwise the property says nothing
    expect(finished).toBeGreaterThan(runs / 200);
    expect(parts).toBeGreaterThan(runs);
  }, 900_000);
});

/** The first move that somebody can make, from where the dice point on. */
function actAt(walk: FamilyWalk, state: CaseState, at: Temporal.Instant, who: number, what: number): void {
  const moves = dossierKindOf(state.kind).moves;
  for (let turn = 0; turn < moves.length; turn++) {
    const move = moves[(what + turn) % moves.length]?.move as DossierMove;
    if (!movesTried.includes(move)) continue;
    const actor = whoCan(state, move, at, who);
    if (!actor) continue;
    walk.make(state, move, at, actor, dataFor(state, move, who) as never);
    return;
  }
}

/** Only those who sit where the case is, goes, came from or is waited for can have a right; they are asked. */
function whoCan(state: CaseState, move: string, at: Temporal.Instant, from = 0): Actor | undefined {
  const kind = dossierKindOf(state.kind);
  const { holder, handOver, parent, receivingUnitId } = state;
  const places = [
    holder?.unitId,
    handOver?.toUnitId,
    parent?.unitId,
    receivingUnitId,
    `${receivingUnitId}.desk`,
    'q-001',
  ];
  const asked = places.flatMap((place) => staffAt.get(place ?? '') ?? []);
  for (let turn = 0; turn < asked.length; turn++) {
    const actor = asked[(from + turn) % asked.length];
    if (actor && mayMove(kind, state, move, actor, at).ok) return actor;
  }
  return undefined;
}

function checkOne(state: CaseState): void {
  const open = isOpen(state);
  if (open && (state.dueAt === null || state.holder === null)) throw new Error(`${state.reference} hangs in the air`);
  if (!open && openBranches(state).length > 0)
    throw new Error(`${state.reference} has ended and others still work for it`);
}

function checkFamily(walk: FamilyWalk, at: Temporal.Instant): void {
  const members = [...walk.members.values()];
  // no dead end
  for (const state of members.filter(isOpen)) {
    const moves = dossierKindOf(state.kind).moves.map(({ move }) => move);
    const isWaiting = openBranches(state).length > 0;
    if (!isWaiting && !moves.some((move) => move !== 'urge' && whoCan(state, move, at))) {
      throw new Error(`${state.kind} ${state.state} has no way on`);
    }
  }
  // one dossier; each part belongs to one branch of one case, and both say the same of it
  const counted = countCases(members);
  expect(counted.dossiers).toBe(1);
  const branches = members.flatMap((state) =>
    Object.entries(state.branches ?? {}).map(([id, branch]) => ({ state, id, branch })),
  );
  expect(branches.length).toBe(members.length - 1);
  expect(new Set(branches.map(({ branch }) => branch.caseId)).size).toBe(branches.length);
  for (const { state, id, branch } of branches) {
    const part = walk.members.get(branch.caseId);
    expect(part?.parent).toMatchObject({ caseId: state.caseId, branchId: id, rootId: walk.dossier.caseId });
    expect(branch.closedAt !== null).toBe(part?.endedAt != null);
  }
  const legs = members.filter(({ kind }) => kind === 'leg');
  expect([...counted.legsOf.values()].reduce((sum, count) => sum + count, 0)).toBe(legs.length);
  expect([...counted.dossiersOf.values()].reduce((sum, count) => sum + count, 0)).toBe(1);
  checkPromise(walk);
}

/** The day promised, counted again from the limit and what the outside legs took; nothing else moves it. */
function checkPromise({ dossier, members }: FamilyWalk): void {
  // while the citizen is awaited another day stands there: theirs
  if (!dossier.clock || !dossier.dueAt || !['accepted', 'in-process', 'settled', 'returned'].includes(dossier.state))
    return;
  const exclusions = Object.values(dossier.branches ?? {})
    .map((branch) => members.get(branch.caseId))
    .filter((part): part is CaseState => part?.kind === 'external-leg')
    .map((part) => ({
      from: localDay(Temporal.Instant.from(part.openedAt)).toString(),
      to: localDay(
        Temporal.Instant.from(part.endedAt !== null && wasAnsweredBefore(part, dossier) ? part.endedAt : part.dueAt!),
      ).toString(),
      reason: { vi: '', en: '' },
      source: '',
    }));
  const { receivedAt, limit, hoursOf } = dossier.clock;
  const { pauses } = dossier.clock;
  const expected = dueOf({ receivedAt, limit, hoursOf, pauses, exclusions, reappointedTo: null }, ground);
  expect(expected).toEqual({ ok: true, value: dossier.dueAt });
}

/** A part that ended because the dossier did leaves the clock as it stood. */
const wasAnsweredBefore = (part: CaseState, dossier: CaseState): boolean =>
  dossier.endedAt === null || (part.endedAt !== null && part.endedAt < dossier.endedAt);
