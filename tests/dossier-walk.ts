import type { Actor, HeldPost, Role } from '#case-engine/rules/authority.ts';
import type { ClockGround } from '#case-engine/rules/case-clock.ts';
import type { CaseEffect, CaseState, ResolvedStep } from '#case-engine/rules/case-state.ts';
import { chain, foldEntry, noHash } from '#case-engine/rules/journal.ts';
import { mayMove } from '#case-engine/rules/open-moves.ts';
import { defaultWorkingHours } from '#kernel/working-hours.ts';
import { toInstant } from '#kernel/zone.ts';
import { effectOfMove } from '#modules/dossiers/rules/dossier-family.ts';
import { dossierKind } from '#modules/dossiers/rules/dossier-kind.ts';
import type { DossierMove, MoveData } from '#modules/dossiers/rules/move-data.ts';
import { openDossier } from '#modules/dossiers/rules/open-dossier.ts';
import type { ProcedureDefinition } from '#modules/procedures/rules/procedure-definition.ts';
import { readReferenceCalendar } from '#platform/reference-calendar.ts';

/** Walks a dossier through the pure rules, without a database: for tests of the rules and the bench of the engine. */
export const ground: ClockGround = { calendar: readReferenceCalendar(), hours: defaultWorkingHours };

export const caseId = '01929d3e-0000-7000-8000-000000000001';

const forever = { from: Temporal.Instant.from('2020-01-01T00:00:00Z'), until: null };

export function officer(name: string, ...posts: readonly [Role, string][]): Actor {
  const held: HeldPost[] = posts.map(([role, unitId]) => ({
    postId: `${unitId}:${role}`,
    role,
    unitId,
    unitPath: unitId,
    ...forever,
  }));
  return { kind: 'officer', accountId: `00000000-0000-7000-8000-${name.padStart(12, '0')}`, name, posts: held };
}

/** One person for each role of a commune's route. */
export const people = {
  desk: officer('1', ['intake-officer', 'x-00007.desk'], ['desk-head', 'x-00007.desk']),
  handler: officer('2', ['case-handler', 'x-00007']),
  head: officer('3', ['unit-head', 'x-00007'], ['agency-head', 'x-00007']),
  signatory: officer('4', ['signatory', 'x-00007']),
  clerk: officer('5', ['records-clerk', 'x-00007']),
  stranger: officer('6', ['case-handler', 'x-00004'], ['intake-officer', 'x-00004.desk']),
  citizen: {
    kind: 'citizen',
    accountId: '00000000-0000-7000-8000-000000000009',
    name: 'Trần Văn An',
    posts: [],
  } as Actor,
};

export const communeRoute: readonly ResolvedStep[] = [
  { id: 'receive', work: 'receive', role: 'intake-officer', unitId: 'x-00007.desk', hours: 1 },
  { id: 'handle', work: 'handle', role: 'case-handler', unitId: 'x-00007', hours: 4 },
  { id: 'sign', work: 'sign', role: 'signatory', unitId: 'x-00007', hours: 2 },
  { id: 'return', work: 'return', role: 'intake-officer', unitId: 'x-00007.desk', hours: 1 },
];

const deskOf = (agencyId: string): Actor =>
  agencyId === 'x-00007' ? people.desk : officer('7', ['intake-officer', `${agencyId}.desk`]);

const definition = {
  code: '1.004873',
  name: { vi: 'Cấp Giấy xác nhận tình trạng hôn nhân', en: 'Certificate of marital status' },
  clock: {
    clockStart: 'desk-acceptance',
    supplement: 'restart',
    supplementAnswerDays: 30,
    supplementAskDays: 3,
    supplementsAllowed: 1,
    excludedPeriods: ['tax', 'posting'],
  },
} as unknown as ProcedureDefinition;

export interface WalkOptions {
  readonly limit?: string;
  readonly route?: readonly ResolvedStep[];
  readonly clock?: Partial<ProcedureDefinition['clock']>;
  readonly verificationLimit?: string;
  readonly presence?: boolean;
  readonly receiverId?: string;
}

/** A dossier being walked: `make` asks the rule, then folds what it changes. */
export class DossierWalk {
  state: CaseState;
  readonly limit: string;

  constructor(submittedAt: string, options: WalkOptions = {}) {
    this.limit = options.limit ?? '3 working-day';
    const opened = openDossier(
      {
        reference: 'MC-0000000001',
        definition: {
          ...definition,
          clock: { ...definition.clock, ...options.clock },
          ...(options.verificationLimit ? { verificationLimit: { announced: options.verificationLimit } } : {}),
          ...(options.presence ? { presence: {} } : {}),
        } as ProcedureDefinition,
        version: 1,
        receiverId: options.receiverId ?? 'x-00007',
        route: options.route ?? communeRoute,
        channel: 'online',
        submitter: { name: 'Trần Văn An', personalId: '001099000001', phone: '0912345678', email: '', address: '' },
        ownerName: 'Trần Văn An',
        ownerAccountId: people.citizen.accountId,
        at: moment(submittedAt),
      },
      ground,
    );
    if (!opened.ok) throw new Error(opened.refusal.code);
    this.state = this.fold(null, 'submit', submittedAt, people.citizen, opened.value);
  }

  /** @returns the refusal's code, or undefined when the move was made */
  make<Move extends DossierMove>(move: Move, at: string, actor: Actor, data: MoveData[Move]): string | undefined {
    const may = mayMove(dossierKind, this.state, move, actor, moment(at));
    if (!may.ok) return may.refusal.code;
    const effect = effectOfMove(this.state, move, data, { ...ground, at: moment(at), actor });
    if (!effect.ok) return effect.refusal.code;
    this.state = this.fold(this.state, move, at, actor, effect.value);
    return undefined;
  }

  accept(at: string, actor: Actor = deskOf(this.state.receivingUnitId)): string | undefined {
    return this.make('accept', at, actor, { code: '000.04.31.H26-210208-0001', limit: this.limit, facts: {} });
  }

  private fold(before: CaseState | null, verb: string, at: string, actor: Actor, effect: CaseEffect): CaseState {
    const by = { kind: actor.kind, accountId: actor.accountId, name: actor.name, unitId: null, role: null };
    const draft = { at: moment(at).toString(), verb, actor: by, data: {}, effect };
    return foldEntry('dossier', before, chain(caseId, before?.entries ?? 0, before?.lastHash ?? noHash, draft));
  }

  get dueAt(): string {
    return local(this.state.dueAt);
  }

  get firstDueAt(): string {
    return local(this.state.firstDueAt);
  }
}

const moments = new Map<string, Temporal.Instant>();

/** A local moment as a test writes it; kept, so that a bench of the rules does not measure the reading of texts. */
export function moment(written: string): Temporal.Instant {
  const known = moments.get(written) ?? toInstant(Temporal.PlainDateTime.from(written));
  moments.set(written, known);
  return known;
}

const local = (text: string | null): string =>
  text === null
    ? 'none'
    : Temporal.Instant.from(text)
        .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' });
