import type { CommandCall } from '#case-engine/record-entries.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { accepted } from '#kernel/result.ts';
import * as reports from '#modules/reports/index.ts';
import type { AppFigures } from './app-figures.ts';
import type { AppGround } from './app-ground.ts';

/** Reports: asked for, drafted, signed, checked. */
export const reportsOf = ({ db, now, ground, askFigures, signReports }: AppGround & AppFigures) => ({
  regimesOf: (actor: Actor) => reports.regimesOf(actor, now()),
  workingDayAfter: async (day: Temporal.PlainDate, count: number) =>
    reports.workingDayAfter(await ground(), day, count),
  open: async (actor: Actor, wish: reports.PeriodWish, key?: CommandCall['key']) =>
    reports.openPeriod(db, await ground(), actor, wish, now(), key),
  list: () => reports.listReports(db, now()),
  findByCode: (code: string) => reports.findReportByCode(db, code),
  ownParts: (unitIds: readonly string[]) => reports.listOwnParts(db, unitIds),
  /** The sheet of a unit's part: what is counted, what it is writing. */
  sheet: async (state: CaseState) => ({
    lines: await reports.gatherSheet(askFigures, state),
    typed: await reports.gatherTyped(db, state, (await ground()).tree.get(reports.requestFacts(state).unitId)),
    narratives: await reports.listNarratives(db, state.caseId),
  }),
  /** The forms of the regime filled in for the unit of a part. */
  unitForms: async (part: CaseState) => reports.draftUnitForms(await ground(), askFigures, part),
  saveNarratives: (caseId: string, sections: Parameters<typeof reports.saveNarratives>[2], by: string) =>
    reports.saveNarratives(db, caseId, sections, by, now()),
  /** A report as it is being written, with its figures as of its cut-off. */
  text: async (caseId: string) => reports.gatherText(db, await ground(), askFigures, caseId),
  /** The letter that submits a report, and its signed paper once there is one. */
  letter: async (caseId: string) => {
    const letter = await reports.gatherLetter(db, await ground(), askFigures, caseId);
    if (!letter.ok) return letter;
    const file = await reports.findReportFile(db, caseId, 'letter');
    return accepted({ document: letter.value.document, file });
  },
  changeText: async (actor: Actor & { readonly accountId: string }, wish: reports.TextWish) => {
    const text = await reports.gatherText(db, await ground(), askFigures, wish.caseId);
    if (!text.ok) return text;
    const { proposed, document, spans } = text.value;
    const seen = {
      proposals: new Map([...proposed.values()].flat().map((block) => [block.id, block])),
      ...reports.openPlaces(document),
    };
    const names = new Set(spans.map(({ name }) => name));
    return reports.changeText(db, await ground(), actor, wish, seen, names, now());
  },
  write: (format: reports.ReportFormat, document: reports.ReportDocument) =>
    reports.writeReport(format, document, now()),
  published: () => reports.listPublishedReports(db),
  /** A published report with everything that was frozen, the document made of it, and its restatements. */
  publication: async (code: string) => {
    const report = await reports.findPublishedReport(db, code);
    if (!report) return undefined;
    const [{ tree }, versions, file] = await Promise.all([
      ground(),
      reports.listFrozen(db, report.caseId),
      reports.findReportFile(db, report.caseId),
    ]);
    const [first, ...restatements] = versions;
    if (!first) return undefined;
    const signed = first.content as reports.FrozenReport;
    const document = reports.frozenDocument(signed, (id) => tree.has(id));
    return { report, signed, sha256: first.sha256, signedAt: first.frozenAt, document, restatements, file };
  },
  /** What is known otherwise now than when it was signed. */
  differencesNow: async (signed: reports.FrozenReport) =>
    reports.reportDifferences(signed.found, await reports.countAgain(askFigures, signed, now())),
  /** What happens because days pass: reminders, papers that wait for their signature. */
  passTime: async () => {
    await reports.remindReports(db, await ground(), now());
    await signReports();
  },
});
