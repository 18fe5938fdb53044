import { describe, expect, test } from 'vitest';
import type { JoinRule, ResolvedLeg, ResolvedStep } from '#case-engine/rules/case-state.ts';
import { moment } from '../../../../tests/dossier-walk.ts';
import { FamilyWalk, staffOf } from '../../../../tests/family-walk.ts';
import { delaysOf } from './delays.ts';

const desk = staffOf(['q-001.desk'], 'Lê Thu Hà', ['intake-officer', 'desk-head']);
const office = staffOf(['q-001.urban-management'], 'Trần Minh Đức');
const planning = staffOf(['so-quy-hoach-kien-truc.planning'], 'Vũ Thị Lan');
const cadastre = staffOf(['q-001.land-registration'], 'Đỗ Văn Nam');
const clerkOnly = staffOf(['q-001.justice'], 'Ngô Bích Ngọc');

const leg = (id: string, unitId: string, more: Partial<ResolvedLeg> = {}): ResolvedLeg => ({
  id,
  kind: 'leg',
  name: { vi: id === 'planning' ? 'Thông tin quy hoạch' : 'Thông tin địa chính', en: id },
  question: { vi: 'Cho biết thông tin của thửa đất', en: 'What is known of the plot' },
  unitId,
  role: 'case-handler',
  lead: false,
  limit: '5 working-day',
  excluded: false,
  route: [
    { id: 'answer', work: 'handle', role: 'case-handler', unitId, hours: 24 },
    { id: 'sign-answer', work: 'sign', role: 'signatory', unitId, hours: 8 },
  ],
  ...more,
});

const both = [
  leg('planning', 'so-quy-hoach-kien-truc.planning', { lead: true }),
  leg('cadastre', 'q-001.land-registration', { limit: '3 working-day' }),
];

function permitRoute(
  legs: readonly ResolvedLeg[] = both,
  join: JoinRule = 'all',
  mode: 'parallel' | 'sequence' = 'parallel',
): readonly ResolvedStep[] {
  return [
    { id: 'receive', work: 'receive', role: 'intake-officer', unitId: 'q-001.desk', hours: 4 },
    {
      id: 'appraise',
      work: 'handle',
      role: 'case-handler',
      unitId: 'q-001.urban-management',
      hours: 48,
      legs: { mode, join, legs },
    },
    { id: 'sign', work: 'sign', role: 'signatory', unitId: 'q-001', hours: 8 },
    { id: 'return', work: 'return', role: 'intake-officer', unitId: 'q-001.desk', hours: 2 },
  ];
}

/** The dossier stands with the handler; its legs are on their way. Monday 8 March 2021. */
function withHandler(route: readonly ResolvedStep[] = permitRoute(), limit = '15 calendar-day'): FamilyWalk {
  const walk = new FamilyWalk('2021-03-08T08:00', '2021-03-08T08:30', {
    route,
    limit,
    clock: { excludedPeriods: ['tax'] },
    receiverId: 'q-001',
  });
  expect(walk.make(walk.dossier, 'forward', '2021-03-08T09:00', desk, { note: '' })).toBeUndefined();
  expect(walk.make(walk.dossier, 'take-over', '2021-03-08T10:00', office, {})).toBeUndefined();
  return walk;
}

const yes = { outcome: 'grant', summary: 'Phù hợp quy hoạch', reason: '', clause: '' } as const;
const no = {
  outcome: 'refuse',
  summary: 'Đất trong chỉ giới đường đỏ',
  reason: 'Vướng quy hoạch',
  clause: 'Điều 93',
} as const;
const sign = { signingForm: 'direct', title: '' } as const;

function answer(
  walk: FamilyWalk,
  branchId: string,
  staff: ReturnType<typeof staffOf>,
  data: typeof yes | typeof no,
  at: string,
) {
  expect(walk.make(walk.part(branchId), 'take-over', at, staff, {})).toBeUndefined();
  expect(walk.make(walk.part(branchId), 'propose', at, staff, data)).toBeUndefined();
  expect(walk.make(walk.part(branchId), 'sign', at, staff, sign)).toBeUndefined();
}

describe('legs of other agencies', () => {
  test('are sent together when the handler signs for the dossier, each signed over, each with its own day', () => {
    const walk = withHandler();
    expect(walk.written.map(({ kind }) => kind.kind)).toEqual(['dossier', 'leg', 'leg']);
    const planned = walk.part('appraise/planning');
    expect(planned.handOver).toMatchObject({
      fromUnitId: 'q-001.urban-management',
      toUnitId: planned.route[0]?.unitId,
    });
    expect(planned.receivingUnitId).toBe('so-quy-hoach-kien-truc');
    expect(planned.dueAt).toBe('2021-03-15T10:00:00Z');
    expect(walk.part('appraise/cadastre').dueAt).toBe('2021-03-11T10:00:00Z');
    expect(planned.parent).toMatchObject({ caseId: walk.dossier.caseId, unitId: 'q-001.urban-management' });
  });

  test('the handler waits for every answer before proposing', () => {
    const walk = withHandler();
    expect(walk.make(walk.dossier, 'propose', '2021-03-09T08:00', office, yes)).toBe('legs-open');
    answer(walk, 'appraise/cadastre', cadastre, yes, '2021-03-09T09:00');
    expect(walk.make(walk.dossier, 'propose', '2021-03-09T10:00', office, yes)).toBe('legs-open');
    answer(walk, 'appraise/planning', planning, yes, '2021-03-10T09:00');
    expect(walk.part('appraise/planning')).toMatchObject({ state: 'answered', holder: null, timeliness: 'early' });
    expect(walk.dossier.branches?.['appraise/planning']).toMatchObject({ outcome: 'positive' });
    expect(walk.make(walk.dossier, 'propose', '2021-03-10T10:00', office, yes)).toBeUndefined();
  });

  test('after a refusal nothing can be granted, until the agency is asked again and answers otherwise', () => {
    const walk = withHandler();
    answer(walk, 'appraise/cadastre', cadastre, no, '2021-03-09T09:00');
    answer(walk, 'appraise/planning', planning, yes, '2021-03-10T09:00');
    expect(walk.make(walk.dossier, 'propose', '2021-03-10T10:00', office, yes)).toBe('leg-refused');
    const again = { branchId: 'appraise/cadastre', reason: 'Đã có bản vẽ mới' };
    expect(walk.make(walk.dossier, 'ask-again', '2021-03-10T11:00', office, again)).toBeUndefined();
    expect(walk.make(walk.dossier, 'propose', '2021-03-10T11:30', office, yes)).toBe('legs-open');
    answer(walk, 'appraise/cadastre/2', cadastre, yes, '2021-03-11T09:00');
    expect(walk.make(walk.dossier, 'propose', '2021-03-11T10:00', office, yes)).toBeUndefined();
  });

  test('by first refusal the others are called off at once, and their agencies have nothing left to do', () => {
    const walk = withHandler(permitRoute(both, 'first-refusal'));
    answer(walk, 'appraise/cadastre', cadastre, no, '2021-03-09T09:00');
    expect(walk.part('appraise/planning')).toMatchObject({ state: 'called-off', holder: null, timeliness: null });
    expect(walk.dossier.branches?.['appraise/planning']?.outcome).toBe('called-off');
    expect(walk.make(walk.dossier, 'propose', '2021-03-09T10:00', office, no)).toBeUndefined();
  });

  test('when the lead decides, its answer is enough', () => {
    const walk = withHandler(permitRoute(both, 'lead-decides'));
    answer(walk, 'appraise/planning', planning, yes, '2021-03-09T09:00');
    expect(walk.part('appraise/cadastre').state).toBe('called-off');
    expect(walk.make(walk.dossier, 'propose', '2021-03-09T10:00', office, yes)).toBeUndefined();
  });

  test('in sequence the second agency gets its part when the first has answered', () => {
    const walk = withHandler(permitRoute(both, 'all', 'sequence'));
    expect(Object.keys(walk.dossier.branches ?? {})).toEqual(['appraise/planning']);
    answer(walk, 'appraise/planning', planning, yes, '2021-03-09T09:00');
    expect(Object.keys(walk.dossier.branches ?? {})).toEqual(['appraise/planning', 'appraise/cadastre']);
    expect(walk.part('appraise/cadastre').dueAt).toBe('2021-03-12T10:00:00Z');
  });

  test('a leg may have legs of its own, and answers only when they have', () => {
    const inner = leg('cadastre', 'q-001.land-registration', { limit: '2 working-day' });
    const outer = leg('planning', 'so-quy-hoach-kien-truc.planning');
    const first = { ...outer.route[0]!, legs: { mode: 'parallel', join: 'all', legs: [inner] } } as const;
    const walk = withHandler(permitRoute([{ ...outer, route: [first, ...outer.route.slice(1)] }]));
    expect(walk.make(walk.part('appraise/planning'), 'take-over', '2021-03-09T08:00', planning, {})).toBeUndefined();
    const nested = walk.part('answer/cadastre', walk.part('appraise/planning'));
    expect(nested.parent).toMatchObject({ rootId: walk.dossier.caseId, caseId: walk.part('appraise/planning').caseId });
    expect(walk.make(walk.part('appraise/planning'), 'propose', '2021-03-09T09:00', planning, yes)).toBe('legs-open');
    expect(walk.make(walk.dossier, 'withdraw', '2021-03-09T10:00', desk, { reason: 'Bán đất' })).toBeUndefined();
    expect([...walk.members.values()].map(({ state }) => state)).toEqual(['withdrawn', 'called-off', 'called-off']);
  });

  test('an agency that does not take its part gives it back to whoever asked, who sends it again or calls it off', () => {
    const walk = withHandler();
    expect(
      walk.make(walk.part('appraise/planning'), 'decline-hand-over', '2021-03-08T14:00', planning, {
        reason: 'Không thuộc phòng',
      }),
    ).toBeUndefined();
    const declined = walk.part('appraise/planning');
    expect(declined).toMatchObject({ state: 'declined', handOver: null, holder: { unitId: 'q-001.urban-management' } });
    expect(walk.make(declined, 'send-again', '2021-03-08T15:00', planning, { note: '' })).toBe('move-not-yours');
    expect(walk.make(declined, 'send-again', '2021-03-08T15:00', office, { note: 'Đúng phòng' })).toBeUndefined();
    expect(walk.make(walk.part('appraise/planning'), 'take-over', '2021-03-08T16:00', planning, {})).toBeUndefined();
  });

  test('the new day of a late leg is set by whoever asked, on an apology in time; the citizen’s day stays', () => {
    const walk = withHandler();
    const due = walk.dossier.dueAt;
    const late = walk.part('appraise/planning');
    walk.make(late, 'take-over', '2021-03-09T08:00', planning, {});
    const apology = { reason: 'Phải khảo sát', letterNumber: '12/XL', newDueOn: Temporal.PlainDate.from('2021-03-18') };
    expect(walk.make(walk.part('appraise/planning'), 'reappoint', '2021-03-10T08:00', office, {})).toBe(
      'apology-missing',
    );
    expect(
      walk.make(walk.part('appraise/planning'), 'apologise', '2021-03-10T08:00', planning, apology),
    ).toBeUndefined();
    expect(walk.make(walk.part('appraise/planning'), 'reappoint', '2021-03-10T09:00', planning, {})).toBe(
      'move-not-yours',
    );
    expect(walk.make(walk.part('appraise/planning'), 'reappoint', '2021-03-10T09:00', office, {})).toBeUndefined();
    expect(walk.part('appraise/planning').dueAt).toBe('2021-03-18T10:00:00Z');
    expect(walk.dossier.dueAt).toBe(due);
  });

  test('the delay is laid at the end of the chain: the agency that is late, not the one that waits', () => {
    const walk = withHandler();
    const late = delaysOf(walk.dossier, walk.members, moment('2021-03-12T09:00'));
    expect(late).toMatchObject([{ unitId: 'q-001.land-registration', how: 'overdue' }]);
    expect(delaysOf(walk.dossier, walk.members, moment('2021-03-09T09:00'))).toEqual([]);
  });
});

describe('outside legs', () => {
  const tax = leg('tax', 'q-001.urban-management', {
    kind: 'external-leg',
    excluded: true,
    route: [],
    limit: '5 working-day',
  });

  test('leave their days out of the limit, as the procedure declares, and the answer sets the last of them', () => {
    const walk = withHandler(permitRoute([tax]), '10 working-day');
    expect(walk.dossier.dueAt).toBe('2021-03-29T10:00:00Z');
    const recorded = {
      outcome: 'positive',
      number: '77/TB-CCT',
      answeredOn: Temporal.PlainDate.from('2021-03-10'),
      text: '',
    } as const;
    expect(walk.make(walk.part('appraise/tax'), 'record-answer', '2021-03-10T15:00', office, recorded)).toBeUndefined();
    expect(walk.dossier.dueAt).toBe('2021-03-24T10:00:00Z');
  });

  test('an answer cannot bear a day that has not come', () => {
    const walk = withHandler(permitRoute([tax]));
    const recorded = {
      outcome: 'positive',
      number: '77',
      answeredOn: Temporal.PlainDate.from('2021-03-11'),
      text: '',
    } as const;
    expect(walk.make(walk.part('appraise/tax'), 'record-answer', '2021-03-10T15:00', office, recorded)).toBe(
      'answer-in-future',
    );
  });
});

describe('consultations', () => {
  const question = {
    unitId: 'q-001.justice',
    unitName: { vi: 'Phòng Tư pháp', en: 'Justice' },
    question: 'Có tranh chấp không?',
    days: 3,
  };

  test('ask one question with a day, and hold the proposal until it is answered or called off', () => {
    const walk = withHandler(permitRoute([leg('cadastre', 'q-001.land-registration')]));
    expect(walk.make(walk.dossier, 'consult', '2021-03-08T14:00', office, question)).toBeUndefined();
    const asked = walk.part('consultation-1');
    expect(asked).toMatchObject({ kind: 'consultation', dueAt: '2021-03-11T10:00:00Z', handOver: null });
    answer(walk, 'appraise/cadastre', cadastre, yes, '2021-03-09T09:00');
    expect(walk.make(walk.dossier, 'propose', '2021-03-09T10:00', office, yes)).toBe('legs-open');
    expect(
      walk.make(asked, 'answer-consultation', '2021-03-09T11:00', cadastre, { opinion: 'agree', text: 'Không' }),
    ).toBe('move-not-yours');
    expect(
      walk.make(asked, 'answer-consultation', '2021-03-09T11:00', clerkOnly, { opinion: 'disagree', text: 'Có' }),
    ).toBeUndefined();
    // an opinion does not decide: the handler does
    expect(walk.make(walk.dossier, 'propose', '2021-03-09T13:00', office, yes)).toBeUndefined();
  });

  test('one called off asks nothing more of anybody', () => {
    const walk = withHandler(permitRoute([leg('cadastre', 'q-001.land-registration')]));
    walk.make(walk.dossier, 'consult', '2021-03-08T14:00', office, question);
    const off = { branchId: 'consultation-1', reason: 'Đã đủ hồ sơ' };
    expect(walk.make(walk.dossier, 'call-off', '2021-03-08T15:00', office, off)).toBeUndefined();
    expect(walk.part('consultation-1')).toMatchObject({ state: 'called-off', holder: null });
    expect(walk.make(walk.dossier, 'call-off', '2021-03-08T16:00', office, off)).toBe('branch-not-open');
  });
});

test('the dossier’s own end ends everything that was opened from it', () => {
  const walk = withHandler();
  expect(walk.make(walk.dossier, 'withdraw', '2021-03-09T08:00', desk, { reason: '' })).toBeUndefined();
  expect([...walk.members.values()].every(({ endedAt }) => endedAt !== null)).toBe(true);
  expect(walk.make(walk.part('appraise/planning'), 'take-over', '2021-03-09T09:00', planning, {})).toBe(
    'move-not-yours',
  );
});
