import type { IdempotencyKey } from '#case-engine/case-store.ts';
import { type MoveAnswer, openCases } from '#case-engine/record-entries.ts';
import type { CaseRefusal } from '#case-engine/refusals.ts';
import { type Actor, isWithin, postsHeld } from '#case-engine/rules/authority.ts';
import type { CaseEffect, CaseParent, Holder } from '#case-engine/rules/case-state.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import { type CaseWriting, extend } from '#case-engine/rules/family.ts';
import type { CaseKind } from '#case-engine/rules/kind.ts';
import { referenceOf } from '#case-engine/rules/reference.ts';
import { dayNumber } from '#kernel/day-number.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { formatDate } from '#kernel/vietnamese.ts';
import { localDay, toInstant } from '#kernel/zone.ts';
import { type CityGround, cityIn, clockGround, isInForce, type Unit } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { readOutline } from './read-outlines.ts';
import { reportRegimes } from './read-regimes.ts';
import type { ReportingRefusal } from './refusals.ts';
import { insertReport, takeReportNumbers } from './report-store.ts';
import { reportKind, requestKind } from './rules/report-kinds.ts';
import { groupOf, type ReporterGroup, type ReportRegime, regimesInForce } from './rules/report-regime.ts';
import { endOf } from './rules/report-spans.ts';

/** A period as it is opened: its days are said, never assumed. */
export interface PeriodWish {
  readonly regime: string;
  /** What the report is about, in a few words; empty: the name of the regime. */
  readonly title: string;
  readonly from: Temporal.PlainDate | undefined;
  readonly to: Temporal.PlainDate | undefined;
  /** Groups of units that are asked. */
  readonly reporters: readonly ReporterGroup[];
  /** By when communes send to their district, districts and departments to the city, and the report is to be signed. */
  readonly dueOn: Readonly<Record<'commune' | 'agency' | 'city', Temporal.PlainDate | undefined>>;
}

type OpenRefusal = ReportingRefusal | CaseRefusal;

/** The regimes whose periods someone opens: those whose editor's unit they have a post at. */
export function regimesOf(actor: Actor, at: Temporal.Instant): readonly ReportRegime[] {
  const held = new Set(postsHeld(actor, at).map(({ unitId }) => unitId));
  return regimesInForce(reportRegimes(), localDay(at)).filter(({ editor }) => held.has(editor.unitId));
}

/** The day so many working days after another; the day itself where no calendar is published. */
export function workingDayAfter(ground: CityGround, day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  const span = ground.calendar.spanOf(dayNumber(day));
  const found = span?.workingDayNumber(span.workingDaysUpTo(dayNumber(day)) + count);
  return span && found !== undefined ? span.dateAt(found) : day;
}

/**
 * Opens a period: the report, and a request to every unit of the groups chosen; communes send to their district, districts and
 * departments to whoever writes the report. All of it stands or nothing does.
 */
export async function openPeriod(
  db: Database,
  ground: CityGround,
  actor: Actor,
  wish: PeriodWish,
  at: Temporal.Instant,
  key?: IdempotencyKey,
): Promise<Result<MoveAnswer, OpenRefusal>> {
  const opened = await openCases<OpenRefusal>(db, key, async () => {
    const known = regimesInForce(reportRegimes(), localDay(at)).find(({ id }) => id === wish.regime);
    if (!known) return refused('regime-unknown', {}, 'regime');
    const post = postsHeld(actor, at).find(({ unitId }) => unitId === known.editor.unitId);
    if (!post) return refused('reporting-not-yours');
    const { from, to } = wish;
    const today = localDay(at);
    if (!from || !to || Temporal.PlainDate.compare(from, to) > 0 || Temporal.PlainDate.compare(to, today) > 0)
      return refused('reporting-period-wrong', {}, from ? 'to' : 'from');
    const groups = wish.reporters.filter((group) => known.reporters.includes(group));
    if (groups.length === 0) return refused('reporters-missing', {}, 'reporters');
    const due = dueMoments(ground, wish.dueOn, today);
    if (!due.ok) return due;
    const regime = known;
    const asOf = Temporal.Instant.compare(endOf(to), at) < 0 ? endOf(to) : at;
    const outline = regime.outline ? (readOutline(regime.outline, to) ?? null) : null;
    const cutOffs = Object.fromEntries(
      Object.entries(outline?.daysBeforeClose ?? {}).map(([name, days]) => [name, to.subtract({ days }).toString()]),
    );
    const reportId = newId();
    const draftActor = entryActor(actor, post);
    const editor: Holder = { ...regime.editor, accountId: null, name: null };
    const period = { from: from.toString(), to: to.toString(), asOf: asOf.toString() };
    const days = `${formatDate(from)} – ${formatDate(to)}`;
    const title = wish.title || `${regime.name.vi}, ${days}`;
    const open = (
      kind: CaseKind,
      caseId: string,
      effect: CaseEffect & { readonly reference: string },
    ): CaseWriting => ({
      kind,
      before: null,
      ...extend(kind, caseId, null, [
        { at: at.toString(), verb: 'open-period', actor: draftActor, data: { ...period }, effect },
      ]),
    });
    return accepted({
      writings: async (transaction) => {
        const asked = reportersOf(ground, groups, today);
        const numbers = await takeReportNumbers(transaction, 1);
        const code = `BC-${today.year}-${String(numbers[0] ?? 0).padStart(4, '0')}`;
        const report = open(reportKind, reportId, {
          ...beginning(reportId, title, regime, regime.to, editor, due.value.city, at),
          state: 'gathering',
          code,
          facts: {
            subject: { vi: title, en: regime.name.en },
            regime: regime.id,
            period,
            editor: { ...editor },
            writer: { unitId: editor.unitId, role: 'case-handler' },
            searchWords: `${code} ${regime.name.vi}`,
          },
        });
        const requests = new Map<string, string>(asked.map(({ unit }) => [unit.id, newId()]));
        const parts = asked.map(({ unit, group }): CaseWriting => {
          const caseId = requests.get(unit.id) as string;
          const districtPart = group === 'commune' ? requests.get(unit.parentId ?? '') : undefined;
          const gatherer = districtPart
            ? { unitId: unit.parentId as string, role: 'agency-head' as const }
            : { unitId: editor.unitId, role: editor.role };
          const parent: CaseParent = {
            caseId: districtPart ?? reportId,
            rootId: reportId,
            branchId: unit.id,
            unitId: gatherer.unitId,
          };
          const holder: Holder = { unitId: unit.id, role: 'agency-head', accountId: null, name: null };
          return open(requestKind, caseId, {
            ...beginning(
              caseId,
              `${title}: ${unit.name.vi}`,
              regime,
              unit.id,
              holder,
              due.value[group === 'commune' ? 'commune' : 'agency'],
              at,
            ),
            state: 'asked',
            parent,
            facts: {
              subject: { vi: `${title}: ${unit.name.vi}`, en: `${regime.name.en}: ${unit.name.en}` },
              rootCode: code,
              part: { vi: unit.name.vi, en: unit.name.en },
              reportId,
              regime: regime.id,
              unitId: unit.id,
              period,
              gatherer: { ...gatherer },
              editor: { ...editor },
              definitionOwner: { ...regime.definitionOwner },
              searchWords: `${code} ${unit.name.vi}`,
            },
          });
        });
        return accepted([report, ...parts]);
      },
      beside: (transaction) =>
        insertReport(transaction, { caseId: reportId, regime: regime.id, from, to, asOf, cutOffs, outline }, at),
    });
  });
  if (!opened.ok) return opened;
  const [report] = opened.value;
  if (!report) throw new Error('a period opens a report');
  return accepted(report);
}

/** What every case of a period begins with. */
function beginning(
  caseId: string,
  title: string,
  regime: ReportRegime,
  receivingUnitId: string,
  holder: Holder,
  dueAt: string,
  at: Temporal.Instant,
) {
  return {
    reference: referenceOf(caseId),
    typeCode: regime.id,
    typeVersion: 1,
    title,
    receivingUnitId,
    holder,
    route: [{ id: 'report', work: 'handle', role: holder.role, unitId: holder.unitId, hours: 0 }],
    step: 0,
    clock: null,
    acceptedAt: at.toString(),
    dueAt,
    firstDueAt: dueAt,
  };
}

/** Units in force of the groups, those above first. */
function reportersOf(ground: CityGround, groups: readonly ReporterGroup[], day: Temporal.PlainDate) {
  const units = [...ground.tree.values()].flatMap((unit: Unit) => {
    const group = groupOf(unit);
    return group && groups.includes(group) && isInForce(unit, day) && isWithin(unit.path, cityIn(ground.tree).path)
      ? [{ unit, group }]
      : [];
  });
  return units.sort((a, b) => Number(a.group === 'commune') - Number(b.group === 'commune'));
}

function dueMoments(
  ground: CityGround,
  dueOn: PeriodWish['dueOn'],
  today: Temporal.PlainDate,
): Result<Record<'commune' | 'agency' | 'city', string>, OpenRefusal> {
  const { calendar, hours } = clockGround(ground, cityIn(ground.tree).id);
  const moments: Record<string, string> = {};
  for (const who of ['commune', 'agency', 'city'] as const) {
    const on = dueOn[who];
    const field = `${who}DueOn`;
    if (!on || Temporal.PlainDate.compare(on, today) < 0) return refused('reporting-day-wrong', {}, field);
    const day = calendar.dayOf(on);
    if (!day.ok) return day;
    if (!day.value.working) return refused('reporting-day-wrong', {}, field);
    moments[who] = toInstant(hours.closingOn(on)).toString();
  }
  return accepted(moments as Record<'commune' | 'agency' | 'city', string>);
}
