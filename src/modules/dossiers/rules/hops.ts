import { type ClockGround, dueOf, limitOf, startClock } from '#case-engine/rules/case-clock.ts';
import type { CaseState, MomentText } from '#case-engine/rules/case-state.ts';
import { type Timeliness, timeliness } from '#case-engine/rules/clock.ts';
import { foldEntry, type JournalEntry } from '#case-engine/rules/journal.ts';
import { toLocal } from '#kernel/zone.ts';

/** One side of a hop: the unit, and who signed for it; null where nobody has yet, or where the side is the citizen. */
export interface HopSide {
  readonly unitId: string | null;
  readonly name: string | null;
}

/** A dossier going from one hand to the next: one block of the control slip. */
export interface Hop {
  /** The move that gave it on. */
  readonly verb: string;
  /** The step of the giver. */
  readonly stepId: string;
  readonly plannedHours: number;
  readonly dueAt: MomentText | null;
  readonly from: HopSide;
  readonly to: HopSide;
  readonly givenAt: MomentText;
  /** Inside one office, or back to the desk, it changes hands at once. */
  readonly takenAt: MomentText | null;
  readonly outcome: 'waiting' | 'taken' | 'declined' | 'taken-back';
  /** How the giver kept the hours planned for the step; null where none were, or the step was not finished. */
  readonly timeliness: Timeliness | null;
  readonly note: string;
}

/** The hops of one journal: the dossier itself, or the part of it that another agency does. */
export interface HopGroup {
  readonly caseId: string;
  readonly state: CaseState;
  readonly hops: readonly Hop[];
}

type GroundOf = (unitId: string) => ClockGround;

/**
 * Every hop since the acceptance, told by the journals alone, one group a journal.
 * A journal begins with its opening entry; one that was never accepted has no hops. The part of another agency begins with
 * being sent and ends with its answer.
 * @see TT 01/2018/TT-VPCP, Mẫu số 05: each agency that gives and takes signs, with hour, minute and day
 */
export function hopsOf(journals: readonly (readonly JournalEntry[])[], groundOf: GroundOf): readonly HopGroup[] {
  return journals.filter((journal) => journal.length > 0).map((journal) => hopsOfJournal(journal, groundOf));
}

function hopsOfJournal(journal: readonly JournalEntry[], groundOf: GroundOf): HopGroup {
  const hops: Hop[] = [];
  let state: CaseState | null = null;
  let startedAt: MomentText = '';
  for (const entry of journal) {
    const before: CaseState | null = state;
    const now: CaseState = foldEntry(before?.kind ?? '', before, entry);
    state = now;
    if (!before?.acceptedAt) {
      startedAt = now.acceptedAt ?? entry.at;
      if (now.parent) hops.push(sentHop(now, entry));
      continue;
    }
    nameTaker(hops, before, now, entry);
    if (answersHandOver(hops, before, now, entry)) startedAt = entry.at;
    const given = hopOf(before, now, entry, startedAt, groundOf);
    if (given) hops.push(given);
    if (given?.outcome === 'taken' || before.state.startsWith('awaiting')) startedAt = entry.at;
  }
  return { caseId: journal[0]!.caseId, state: state!, hops };
}

/** A part of another agency begins with being sent: signed over, or, a question or something outside, at once. */
function sentHop(now: CaseState, entry: JournalEntry): Hop {
  const { handOver, holder, parent } = now;
  return {
    verb: entry.verb,
    stepId: '',
    plannedHours: 0,
    dueAt: null,
    from: { unitId: parent?.unitId ?? null, name: entry.actor.name },
    to: { unitId: handOver?.toUnitId ?? holder?.unitId ?? null, name: null },
    givenAt: entry.at,
    takenAt: handOver ? null : entry.at,
    outcome: handOver ? 'waiting' : 'taken',
    timeliness: null,
    note: handOver?.note ?? '',
  };
}

/** The second signature of a hand-over, or its absence. @returns whether somebody's step begins now */
function answersHandOver(hops: Hop[], before: CaseState, now: CaseState, entry: JournalEntry): boolean {
  const open = hops.at(-1);
  if (!before.handOver || now.handOver || open?.outcome !== 'waiting') return false;
  const outcome = entry.verb === 'take-over' ? 'taken' : entry.verb === 'decline-hand-over' ? 'declined' : 'taken-back';
  const declined = now.facts.declined as { readonly reason?: string } | undefined;
  const reason = outcome === 'declined' ? (declined?.reason ?? '') : open.note;
  const name = outcome === 'taken-back' ? null : entry.actor.name;
  hops[hops.length - 1] = { ...open, outcome, note: reason, takenAt: entry.at, to: { ...open.to, name } };
  return true;
}

/** Where it changed hands without a second signature, the taker is who was assigned to the step or first acted at it. */
function nameTaker(hops: Hop[], before: CaseState, now: CaseState, entry: JournalEntry): void {
  const last = hops.at(-1);
  if (last?.outcome !== 'taken' || last.to.name !== null || last.to.unitId === null) return;
  const moved = now.step !== before.step || now.handOver !== null || now.holder === null;
  const name = moved ? entry.actor.name : now.holder?.name;
  if (name && entry.actor.kind === 'officer') hops[hops.length - 1] = { ...last, to: { ...last.to, name } };
}

/** Moves by which a step is left before its work is done. */
const unfinished: readonly string[] = ['ask-supplement', 'send-back', 'return-result', 'send-again'];

function hopOf(
  before: CaseState,
  now: CaseState,
  entry: JournalEntry,
  startedAt: MomentText,
  groundOf: GroundOf,
): Hop | undefined {
  const step = before.route[before.step];
  const from = before.holder?.unitId;
  if (!step || !from) return undefined;
  const isReturned = entry.verb === 'return-result';
  const isAnswered = now.parent !== undefined && now.state === 'answered' && before.state !== 'answered';
  const waits = now.handOver !== null && before.handOver === null;
  const moved = now.holder !== null && (now.step !== before.step || now.holder.unitId !== from);
  // a hand-over that is answered is the second half of a hop, not another one
  if (!isReturned && !isAnswered && !waits && (!moved || before.handOver)) return undefined;
  const planned = unfinished.includes(entry.verb) ? 0 : step.hours;
  const ground = groundOf(from);
  const clock = planned > 0 ? startClock(Temporal.Instant.from(startedAt), `${planned} working-hour`, from) : null;
  const due = clock && dueOf(clock, ground);
  const dueAt = due?.ok ? due.value : null;
  const { receivedBy, note, reason } = entry.data;
  return {
    verb: entry.verb,
    stepId: step.id,
    plannedHours: planned,
    dueAt,
    from: { unitId: from, name: entry.actor.name },
    to: isReturned
      ? { unitId: null, name: textOf(receivedBy) || null }
      : { unitId: now.handOver?.toUnitId ?? now.holder?.unitId ?? now.parent?.unitId ?? null, name: null },
    givenAt: entry.at,
    takenAt: waits ? null : entry.at,
    outcome: waits ? 'waiting' : 'taken',
    timeliness:
      clock && dueAt ? timeliness(local(entry.at), local(dueAt), limitOf(clock)) : isAnswered ? now.timeliness : null,
    note: now.handOver?.note || textOf(note) || textOf(reason),
  };
}

const local = (moment: MomentText) => toLocal(Temporal.Instant.from(moment));
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
