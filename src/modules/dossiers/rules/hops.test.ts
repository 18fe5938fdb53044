import { describe, expect, test } from 'vitest';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseState, ResolvedLeg } from '#case-engine/rules/case-state.ts';
import { chain, foldEntry, type JournalEntry, noHash } from '#case-engine/rules/journal.ts';
import { DossierWalk, ground, moment, people } from '../../../../tests/dossier-walk.ts';
import { FamilyWalk, staffOf } from '../../../../tests/family-walk.ts';
import { type Hop, hopsOf } from './hops.ts';
import type { DossierMove, MoveData } from './move-data.ts';

/** A walk that keeps its journal: what it made is chained as the command chains it. */
class Journalled {
  readonly walk = new DossierWalk('2021-02-08T08:00');
  readonly journal: JournalEntry[] = [];

  constructor() {
    const { caseId: _c, kind: _k, entries: _e, lastHash: _l, made: _m, openedAt: _o, ...opening } = this.walk.state;
    this.#add('submit', '2021-02-08T08:00', people.citizen, opening);
    const before = this.walk.state;
    this.walk.accept('2021-02-08T09:00');
    this.#changed('accept', '2021-02-08T09:00', people.desk, before);
  }

  make<Move extends DossierMove>(move: Move, at: string, actor: Actor, data: MoveData[Move]): this {
    const before = this.walk.state;
    expect(this.walk.make(move, at, actor, data)).toBeUndefined();
    this.#changed(move, at, actor, before, data as object);
    return this;
  }

  #changed(verb: string, at: string, actor: Actor, before: CaseState, data: object = {}) {
    const after = this.walk.state as unknown as Record<string, unknown>;
    const changed = Object.entries(after).filter(
      ([name, value]) =>
        !['entries', 'lastHash', 'made'].includes(name) &&
        JSON.stringify(value) !== JSON.stringify((before as unknown as Record<string, unknown>)[name]),
    );
    this.#add(verb, at, actor, Object.fromEntries(changed), data);
  }

  #add(verb: string, at: string, actor: Actor, effect: object, data: object = {}) {
    const last = this.journal.at(-1);
    const by = { kind: actor.kind, accountId: actor.accountId, name: actor.name, unitId: null, role: null };
    const draft = { at: moment(at).toString(), verb, actor: by, data: JSON.parse(JSON.stringify(data)), effect };
    this.journal.push(chain(this.walk.state.caseId, last?.seq ?? 0, last?.hash ?? noHash, draft));
  }

  get hops(): readonly Hop[] {
    const [group] = hopsOf([this.journal], () => ground);
    const folded = this.journal.reduce<CaseState | null>((state, entry) => foldEntry('dossier', state, entry), null);
    expect(group?.state.state).toBe(folded?.state);
    return group?.hops ?? [];
  }
}

const propose = { outcome: 'grant', summary: 'Đủ', reason: '', clause: '' } as const;
const short = (hop: Hop | undefined) =>
  hop && [hop.verb, hop.from.name, hop.to.unitId, hop.to.name, hop.outcome, hop.timeliness];

describe('the hops of a dossier', () => {
  test('are none before it is accepted, and none from acceptance alone', () => {
    const dossier = new Journalled();
    expect(dossier.hops).toEqual([]);
    expect(hopsOf([dossier.journal.slice(0, 1)], () => ground)[0]?.hops).toEqual([]);
    expect(hopsOf([], () => ground)).toEqual([]);
  });

  test('wait for the second signature, then have both names and both moments', () => {
    const dossier = new Journalled().make('forward', '2021-02-08T09:30', people.desk, { note: 'kèm 02 bản chính' });
    expect(short(dossier.hops[0])).toEqual(['forward', '1', 'x-00007', null, 'waiting', 'early']);
    expect(dossier.hops[0]?.takenAt).toBeNull();
    dossier.make('take-over', '2021-02-08T09:40', people.head, {});
    expect(dossier.hops).toHaveLength(1);
    expect(short(dossier.hops[0])).toEqual(['forward', '1', 'x-00007', '3', 'taken', 'early']);
    expect(dossier.hops[0]?.takenAt).toBe(moment('2021-02-08T09:40').toString());
    expect(dossier.hops[0]?.note).toBe('kèm 02 bản chính');
  });

  test('that were declined keep the reason, and the next attempt is another hop', () => {
    const dossier = new Journalled()
      .make('forward', '2021-02-08T09:30', people.desk, { note: '' })
      .make('decline-hand-over', '2021-02-08T09:40', people.head, { reason: 'Thiếu bản chính' })
      .make('forward', '2021-02-08T10:00', people.desk, { note: '' });
    expect(short(dossier.hops[0])).toEqual(['forward', '1', 'x-00007', '3', 'declined', 'early']);
    expect(dossier.hops[0]?.note).toBe('Thiếu bản chính');
    expect(dossier.hops[1]?.outcome).toBe('waiting');
  });

  test('inside one office change hands at once, taken by who next acts there, to the citizen at the end', () => {
    const dossier = new Journalled()
      .make('forward', '2021-02-08T10:00', people.desk, { note: '' })
      .make('take-over', '2021-02-08T10:10', people.head, {})
      .make('propose', '2021-02-08T11:00', people.handler, propose)
      .make('sign', '2021-02-08T11:30', people.signatory, { signingForm: 'direct', title: '' })
      .make('return-result', '2021-02-09T09:00', people.desk, { receivedBy: 'Trần Văn An', method: 'desk' });
    expect(dossier.hops.map(short)).toEqual([
      ['forward', '1', 'x-00007', '3', 'taken', 'on-time'],
      ['propose', '2', 'x-00007', '4', 'taken', 'early'],
      ['sign', '4', 'x-00007.desk', '1', 'taken', 'early'],
      ['return-result', '1', null, 'Trần Văn An', 'taken', null],
    ]);
  });

  test('of a giver who took longer than planned are late, each measured by its own step', () => {
    const dossier = new Journalled()
      .make('forward', '2021-02-08T10:01', people.desk, { note: '' })
      .make('take-over', '2021-02-08T10:10', people.head, {})
      .make('propose', '2021-02-09T16:00', people.handler, propose)
      .make('send-back', '2021-02-09T16:10', people.signatory, { reason: 'Ghi rõ hơn' })
      .make('propose', '2021-02-09T16:20', people.handler, propose);
    expect(dossier.hops.map((hop) => hop.timeliness)).toEqual(['late', 'late', null, 'early']);
    expect(dossier.hops[2]?.note).toBe('Ghi rõ hơn');
  });

  test('that another move takes back say so, and waiting for the citizen is not held against the desk', () => {
    const dossier = new Journalled().make('ask-supplement', '2021-02-08T09:30', people.desk, {
      items: [{ what: 'a', reason: 'b', clause: 'c' }],
    });
    expect(dossier.hops).toEqual([]);
    dossier
      .make('answer-supplement', '2021-02-22T09:00', people.citizen, { note: '' })
      .make('forward', '2021-02-22T09:30', people.desk, { note: '' });
    expect(dossier.hops.map((hop) => hop.timeliness)).toEqual(['early']);
  });

  test('of several journals stand in groups, one a journal, so that parts of other agencies follow the whole', () => {
    const one = new Journalled().make('forward', '2021-02-08T09:30', people.desk, { note: '' });
    const other = new Journalled();
    const groups = hopsOf([one.journal, other.journal], () => ground);
    expect(groups.map(({ hops }) => hops.length)).toEqual([1, 0]);
  });

  test('of a part of another agency begin with its being sent and end with its answer to whoever asked', () => {
    const desk = staffOf(['q-001.desk'], 'Lê Thu Hà');
    const office = staffOf(['q-001.urban-management'], 'Trần Minh Đức');
    const planning = staffOf(['so-quy-hoach-kien-truc.planning'], 'Vũ Thị Lan');
    const step = { role: 'case-handler', unitId: 'q-001.urban-management' } as const;
    const leg: ResolvedLeg = {
      id: 'planning',
      kind: 'leg',
      name: { vi: 'Thông tin quy hoạch', en: 'Planning' },
      question: { vi: 'Cho biết quy hoạch của thửa đất', en: 'What is planned' },
      unitId: 'so-quy-hoach-kien-truc.planning',
      role: 'case-handler',
      lead: true,
      limit: '5 working-day',
      excluded: false,
      route: [
        { id: 'answer', work: 'handle', role: 'case-handler', unitId: 'so-quy-hoach-kien-truc.planning', hours: 8 },
      ],
    };
    const family = new FamilyWalk('2021-03-08T08:00', '2021-03-08T08:30', {
      receiverId: 'q-001',
      limit: '15 calendar-day',
      route: [
        { id: 'receive', work: 'receive', role: 'intake-officer', unitId: 'q-001.desk', hours: 4 },
        { id: 'appraise', work: 'handle', ...step, hours: 48, legs: { mode: 'parallel', join: 'all', legs: [leg] } },
        { id: 'return', work: 'return', role: 'intake-officer', unitId: 'q-001.desk', hours: 2 },
      ],
    });
    const journal: JournalEntry[] = [];
    const make = <Move extends DossierMove>(
      state: CaseState,
      move: Move,
      at: string,
      actor: Actor,
      data: MoveData[Move],
    ) => {
      expect(family.make(state, move, at, actor, data)).toBeUndefined();
      for (const { state: after, entries } of family.written) if (after.kind === 'leg') journal.push(...entries);
    };
    const part = () => family.part('appraise/planning');
    make(family.dossier, 'forward', '2021-03-08T09:00', desk, { note: '' });
    make(family.dossier, 'take-over', '2021-03-08T10:00', office, {});
    make(part(), 'decline-hand-over', '2021-03-08T10:30', planning, { reason: 'Thiếu sơ đồ' });
    make(part(), 'send-again', '2021-03-08T11:00', office, { note: 'kèm sơ đồ' });
    make(part(), 'take-over', '2021-03-08T14:00', planning, {});
    make(part(), 'propose', '2021-03-09T09:00', planning, propose);
    const [group] = hopsOf([journal], () => ground);
    expect(group?.hops.map((hop) => [hop.verb, hop.from.name, hop.to.unitId, hop.to.name, hop.outcome])).toEqual([
      ['open-branch', 'Trần Minh Đức', leg.unitId, 'Vũ Thị Lan', 'declined'],
      ['send-again', 'Trần Minh Đức', leg.unitId, 'Vũ Thị Lan', 'taken'],
      ['propose', 'Vũ Thị Lan', 'q-001.urban-management', null, 'taken'],
    ]);
    expect(group?.hops.map((hop) => hop.note)).toEqual(['Thiếu sơ đồ', 'kèm sơ đồ', '']);
    expect(group?.hops.at(-1)?.timeliness).toBe('early');
  });
});
