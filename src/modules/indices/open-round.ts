import type { IdempotencyKey } from '#case-engine/case-store.ts';
import { type MoveAnswer, openCases } from '#case-engine/record-entries.ts';
import type { CaseRefusal } from '#case-engine/refusals.ts';
import { type Actor, postAt } from '#case-engine/rules/authority.ts';
import type { CaseEffect } from '#case-engine/rules/case-state.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import { type CaseWriting, extend } from '#case-engine/rules/family.ts';
import type { CaseKind } from '#case-engine/rules/kind.ts';
import { referenceOf } from '#case-engine/rules/reference.ts';
import { dayNumber } from '#kernel/day-number.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { formatDate } from '#kernel/vietnamese.ts';
import { localDay, toInstant } from '#kernel/zone.ts';
import type { FigureGround } from '#modules/figures/index.ts';
import { type CityGround, clockGround, type Unit } from '#modules/organisation/index.ts';
import { newId } from '#platform/random.ts';
import { type CountedForIndex, type CountRefusal, countAllUnits } from './count-all-units.ts';
import { shippedFrames } from './read-frames.ts';
import type { IndexRefusal } from './refusals.ts';
import { findRunningRound, insertRound, takeRoundNumber } from './round-store.ts';
import { countedBy, type IndexAppraisal, type IndexFrame, type RoundDay, roundDays } from './rules/index-frame.ts';
import { roundKind, sheetKind } from './rules/round-kinds.ts';
import { groupOf } from './rules/score-frame.ts';

/** A round as it is opened: its days are said, never assumed. */
export interface RoundWish {
  readonly frame: string;
  /** In a few words; empty: the name of the index and the period. */
  readonly title: string;
  readonly from: Temporal.PlainDate | undefined;
  readonly to: Temporal.PlainDate | undefined;
  readonly dueOn: Readonly<Record<RoundDay, Temporal.PlainDate | undefined>>;
}

type OpenRefusal = IndexRefusal | CaseRefusal | CountRefusal;
type AppraisedFrame = IndexFrame & { readonly appraisal: IndexAppraisal };

const isAppraised = (frame: IndexFrame): frame is AppraisedFrame => frame.appraisal !== undefined;

/** The frames whose rounds someone opens: those they appraise by. */
export const framesOf = (actor: Actor, at: Temporal.Instant): readonly AppraisedFrame[] =>
  shippedFrames()
    .filter(isAppraised)
    .filter(({ appraisal }) => appraisingPost(actor, appraisal, at) !== undefined);

const appraisingPost = (actor: Actor, { by, writer }: IndexAppraisal, at: Temporal.Instant) =>
  postAt(actor, [by.role], by.unitId, at) ?? postAt(actor, [writer.role], writer.unitId, at);

/** The days proposed for a round that is opened today. */
export function proposedDays(ground: CityGround, { appraisal }: AppraisedFrame, today: Temporal.PlainDate) {
  const span = ground.calendar.spanOf(dayNumber(today));
  const after = (count: number) => {
    const found = span?.workingDayNumber(span.workingDaysUpTo(dayNumber(today)) + count);
    return span && found !== undefined ? span.dateAt(found) : today;
  };
  const days = roundDays.map((day) => [day, after(appraisal.dueWorkingDays[day])] as const);
  return Object.fromEntries(days) as Record<RoundDay, Temporal.PlainDate>;
}

/**
 * Opens a round: the round, and a sheet for every agency of the frame on which everything that can be counted is counted
 * already, as of the cut-off. All of it stands or nothing does.
 */
export async function openRound(
  ground: FigureGround,
  actor: Actor,
  wish: RoundWish,
  key?: IdempotencyKey,
): Promise<Result<MoveAnswer, OpenRefusal>> {
  const { db, city, now: at } = ground;
  const opened = await openCases<OpenRefusal>(db, key, async () => {
    const frame = shippedFrames().find(({ id }) => id === wish.frame);
    if (!frame || !isAppraised(frame)) return refused('index-unknown', { frame: wish.frame.slice(0, 60) }, 'frame');
    const post = appraisingPost(actor, frame.appraisal, at);
    if (!post) return refused('round-not-yours');
    const { from, to } = wish;
    const today = localDay(at);
    if (!from || !to || !isOver(frame, from, to, today)) return refused('round-period-wrong', {}, from ? 'to' : 'from');
    const days = dueMoments(city, frame, wish.dueOn, today);
    if (!days.ok) return days;
    const running = await findRunningRound(db, frame.id, { from, to });
    if (running) return refused('round-open-already', { code: running }, 'from');
    const end = toInstant(to.add({ days: 1 }).toPlainDateTime());
    const asOf = Temporal.Instant.compare(end, at) < 0 ? end : at;
    const counted = await countAllUnits(ground, frame, { from, to, asOf });
    if (!counted.ok) return counted;
    const round = { caseId: newId(), frame, from, to, asOf };
    const period = { from: from.toString(), to: to.toString(), asOf: asOf.toString() };
    const draftActor = entryActor(actor, post);
    const open = (
      kind: CaseKind,
      caseId: string,
      effect: CaseEffect & { readonly reference: string },
    ): CaseWriting => ({
      kind,
      before: null,
      ...extend(kind, caseId, null, [
        { at: at.toString(), verb: 'open-round', actor: draftActor, data: period, effect },
      ]),
    });
    return accepted({
      writings: async (transaction) => {
        const code = `CS-${today.year}-${String(await takeRoundNumber(transaction)).padStart(4, '0')}`;
        const title = wish.title || `${frame.name.vi}, ${formatDate(from)} – ${formatDate(to)}`;
        const head = { code, title, frame, period, days: days.value, caseId: round.caseId };
        const sheets = [...counted.value].map(([unit, counts]) => {
          const caseId = newId();
          return open(sheetKind, caseId, sheetEffect(head, unit, counts, caseId, at));
        });
        return accepted([open(roundKind, round.caseId, roundEffect(city, head, at)), ...sheets]);
      },
      beside: (transaction) => insertRound(transaction, round, at),
    });
  });
  if (!opened.ok) return opened;
  const [round] = opened.value;
  if (!round) throw new Error('a round opens itself');
  return accepted(round);
}

interface RoundHead {
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
  readonly frame: AppraisedFrame;
  readonly period: { readonly from: string; readonly to: string; readonly asOf: string };
  readonly days: Readonly<Record<RoundDay, string>>;
}

function roundEffect(city: CityGround, head: RoundHead, at: Temporal.Instant) {
  const { frame, title, code, days, period } = head;
  const { by, writer, closer } = frame.appraisal;
  const agency = city.tree.get(closer.unitId)?.id ?? by.unitId;
  return {
    ...beginning(head.caseId, frame.id, title, agency, by, days.close, at),
    state: 'running',
    code,
    facts: {
      subject: { vi: title, en: frame.name.en },
      frame: frame.id,
      period,
      days: { ...days },
      appraiser: { ...by },
      writer: { ...writer },
      closer: { ...closer },
      searchWords: `${code} ${frame.name.vi}`,
    },
  };
}

function sheetEffect(head: RoundHead, unit: Unit, counted: CountedForIndex, caseId: string, at: Temporal.Instant) {
  const { frame, title, code, days, period } = head;
  const { by, writer, objectionWorkingDays } = frame.appraisal;
  const holder = { unitId: unit.id, role: 'agency-head' } as const;
  return {
    ...beginning(caseId, frame.id, `${title}: ${unit.name.vi}`, unit.id, holder, days.score, at),
    state: 'scoring',
    parent: { caseId: head.caseId, rootId: head.caseId, branchId: unit.id, unitId: by.unitId },
    facts: {
      subject: { vi: `${title}: ${unit.name.vi}`, en: `${frame.name.en}: ${unit.name.en}` },
      roundId: head.caseId,
      rootCode: code,
      part: { vi: unit.name.vi, en: unit.name.en },
      frame: frame.id,
      unitId: unit.id,
      groupId: groupOf(frame, unit) ?? '',
      period,
      days: { ...days },
      objectionWorkingDays,
      appraiser: { ...by },
      writer: { ...writer },
      counts: knownCounts(frame, counted),
      searchWords: `${code} ${unit.name.vi}`,
    },
  };
}

/** The whole numbers a frame stands on, as far as somebody knows them. */
export function knownCounts(frame: IndexFrame, { countOf }: CountedForIndex): Record<string, number> {
  const known = countedBy(frame).flatMap((id) => {
    const count = countOf(id);
    return count === null ? [] : [[id, count] as const];
  });
  return Object.fromEntries(known);
}

/** What every case of a round begins with. */
function beginning(
  caseId: string,
  typeCode: string,
  title: string,
  receivingUnitId: string,
  holder: IndexAppraisal['by'],
  dueAt: string,
  at: Temporal.Instant,
) {
  return {
    reference: referenceOf(caseId),
    typeCode,
    typeVersion: 1,
    title,
    receivingUnitId,
    holder: { ...holder, accountId: null, name: null },
    route: [{ id: 'round', work: 'handle', role: holder.role, unitId: holder.unitId, hours: 0 }],
    step: 0,
    clock: null,
    acceptedAt: at.toString(),
    dueAt,
    firstDueAt: dueAt,
  };
}

function isOver(frame: IndexFrame, from: Temporal.PlainDate, to: Temporal.PlainDate, today: Temporal.PlainDate) {
  const { validFrom, validTo } = frame;
  return (
    Temporal.PlainDate.compare(from, to) <= 0 &&
    Temporal.PlainDate.compare(to, today) <= 0 &&
    validFrom <= to.toString() &&
    (validTo === null || from.toString() <= validTo)
  );
}

/** Working days from today on, none before the one that comes first. */
function dueMoments(
  city: CityGround,
  frame: AppraisedFrame,
  dueOn: RoundWish['dueOn'],
  today: Temporal.PlainDate,
): Result<Record<RoundDay, string>, OpenRefusal> {
  const { calendar, hours } = clockGround(city, frame.appraisal.closer.unitId);
  const moments: Partial<Record<RoundDay, string>> = {};
  let before = today;
  for (const which of roundDays) {
    const on = dueOn[which];
    if (!on || Temporal.PlainDate.compare(on, before) < 0) return refused('round-days-wrong', {}, `${which}DueOn`);
    const day = calendar.dayOf(on);
    if (!day.ok || !day.value.working) return refused('round-days-wrong', {}, `${which}DueOn`);
    moments[which] = toInstant(hours.closingOn(on)).toString();
    before = on;
  }
  return accepted(moments as Record<RoundDay, string>);
}
