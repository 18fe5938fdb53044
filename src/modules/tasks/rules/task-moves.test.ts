import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { extend } from '#case-engine/rules/family.ts';
import { stateOf } from '#case-engine/rules/kind.ts';
import { mayMove, openMoves } from '#case-engine/rules/open-moves.ts';
import { ground, moment, officer } from '../../../../tests/dossier-walk.ts';
import type { TaskMoveData } from './move-data.ts';
import { openTask } from './open-task.ts';
import { effectOfTaskMove } from './task-family.ts';
import { taskKind } from './task-kind.ts';
import { taskStatus, taskStatuses } from './task-status.ts';

const people = {
  director: officer('1', ['agency-head', 'so-tu-phap'], ['signatory', 'so-tu-phap']),
  head: officer('2', ['unit-head', 'so-tu-phap.civil-status']),
  specialist: officer('3', ['case-handler', 'so-tu-phap.civil-status']),
  follower: officer('4', ['case-handler', 'van-phong-ubnd.general-affairs']),
  chair: officer('5', ['agency-head', 'hn'], ['signatory', 'hn']),
  /** Holds the posts of a doer and of the follower. */
  both: officer('6', ['agency-head', 'so-tu-phap'], ['case-handler', 'van-phong-ubnd.general-affairs']),
  stranger: officer('7', ['agency-head', 'q-001']),
};
type Who = keyof typeof people;

const data: { readonly [Move in keyof TaskMoveData]: TaskMoveData[Move] } = {
  acknowledge: {},
  assign: {
    unitId: 'so-tu-phap.civil-status',
    role: 'case-handler',
    accountId: people.specialist.accountId,
    name: 'Cán bộ 3',
  },
  reassign: { accountId: people.specialist.accountId ?? '', name: 'Cán bộ 3', reason: 'r' },
  'report-progress': { summary: 's', percent: 40 },
  'hand-in': { number: '9/BC', on: '2021-11-20', summary: 's' },
  complete: { note: '' },
  'return-work': { reason: 'r' },
  'request-extension': { newDueOn: '2021-12-15', reason: 'r' },
  'grant-extension': { document: 'd' },
  'record-extension': { document: 'd' },
  'refuse-extension': { reason: 'r' },
  split: {
    title: 't',
    unitId: 'so-tu-phap.civil-status',
    role: 'unit-head',
    product: 'p',
    answerable: 'a',
    dueOn: '2021-11-25',
  },
  recall: { reason: 'r' },
  urge: { note: 'n', document: '' },
};

function opened(limit?: string): CaseState {
  const opening = openTask(
    {
      caseId: '01929d3e-0000-7000-8000-000000000001',
      code: 'NV-2021-000001',
      giver: 'chair',
      agencyId: 'hn',
      ofCity: true,
      source: { id: 'x', number: '1', issuedOn: '2021-11-01', issuer: 'i', title: 't', signatory: 's' },
      paragraph: '',
      quote: 'q',
      title: 't',
      lead: { unitId: 'so-tu-phap', role: 'agency-head' },
      coUnits: [],
      product: 'p',
      answerable: 'a',
      follower: { unitId: 'van-phong-ubnd.general-affairs', role: 'case-handler' },
      secret: false,
      deadline: limit ? { limit } : { on: Temporal.PlainDate.from('2021-11-30') },
      at: moment('2021-11-05T09:00'),
    },
    ground,
  );
  if (!opening.ok) throw new Error(opening.refusal.code);
  const actor = { kind: 'officer', accountId: null, name: 'x', unitId: null, role: null } as const;
  const draft = { at: moment('2021-11-05T09:00').toString(), verb: 'give', actor, data: {}, effect: opening.value };
  return extend(taskKind, '01929d3e-0000-7000-8000-000000000001', null, [draft]).state;
}

/** @returns the state after the move, or the refusal */
function make(state: CaseState, who: Who, move: keyof TaskMoveData, at: Temporal.Instant): CaseState | string {
  const actor = people[who];
  const may = mayMove(taskKind, state, move, actor, at);
  if (!may.ok) return may.refusal.code;
  const effect = effectOfTaskMove(state, move, data[move] as never, { ...ground, at, actor });
  if (!effect.ok) return effect.refusal.code;
  const by = { kind: actor.kind, accountId: actor.accountId, name: actor.name, unitId: null, role: null };
  const draft = { at: at.toString(), verb: move, actor: by, data: {}, effect: effect.value };
  return extend(taskKind, state.caseId, state, [draft]).state;
}

const moves = taskKind.moves.map(({ move }) => move as keyof TaskMoveData);
const steps = fc.array(
  fc.record({
    who: fc.constantFrom(...(Object.keys(people) as Who[])),
    move: fc.constantFrom(...moves),
    hours: fc.integer({ min: 0, max: 200 }),
  }),
  { maxLength: 25 },
);

describe('whatever is done to a task', () => {
  test('it has a holder, a due moment and a way on while it is open; one official state; and no doer ever closes it', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(undefined, '10 working-day', '1 month'), (acts, limit) => {
        let state = opened(limit);
        let at = moment('2021-11-05T10:00');
        const did = new Set<string>();
        for (const { who, move, hours } of acts) {
          at = at.add({ hours });
          const before = state;
          const after = make(state, who, move, at);
          if (typeof after === 'string') continue;
          state = after;
          if (move === 'hand-in') did.add(people[who].accountId ?? '');
          if (move === 'complete') expect(did.has(people[who].accountId ?? '')).toBe(false);
          expect(state.firstDueAt).toBe(before.firstDueAt);
          const isOpen = stateOf(taskKind, state.state).open;
          const status = taskStatus(state, at);
          if (state.state === 'recalled') expect(status).toBeNull();
          else {
            expect(taskStatuses).toContain(status);
            expect(status?.startsWith('done')).toBe(state.state === 'completed');
          }
          if (!isOpen) continue;
          expect(state.holder).not.toBeNull();
          expect(state.dueAt).not.toBeNull();
          const waysOn = Object.values(people).flatMap((actor) => openMoves(taskKind, state, actor, at));
          expect(waysOn.some(({ move: way }) => way !== 'urge')).toBe(true);
        }
      }),
      { numRuns: Number(process.env.FAMILY_RUNS ?? 3000) },
    );
  });

  test('a stranger moves nothing', () => {
    const state = opened();
    expect(openMoves(taskKind, state, people.stranger, moment('2021-11-06T10:00'))).toEqual([]);
  });

  test('against the first deadline a task is never better than against the present one', () => {
    fc.assert(
      fc.property(steps, (acts) => {
        let state = opened();
        let at = moment('2021-11-05T10:00');
        for (const { who, move, hours } of acts) {
          at = at.add({ hours });
          const after = make(state, who, move, at);
          if (typeof after !== 'string') state = after;
        }
        const isLate = (status: string | null) => status === 'done-late' || status === 'overdue';
        if (isLate(taskStatus(state, at))) expect(isLate(taskStatus(state, at, 'first'))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
