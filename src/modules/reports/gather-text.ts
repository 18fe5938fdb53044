import { findCase } from '#case-engine/case-store.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { type Result, refused } from '#kernel/result.ts';
import { type CityGround, isInForce } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { draftFromOutline } from './draft-from-outline.ts';
import type { FigureAnswering } from './gather-figures.ts';
import type { ReportingRefusal, ReportRefusal } from './refusals.ts';
import { findReport, listMembers, type ReportRecord } from './report-store.ts';
import { checkDocument } from './rules/check-document.ts';
import { unitNames } from './rules/check-units.ts';
import { placedBlocks, runsWithin } from './rules/count-runs.ts';
import { spanFinder } from './rules/draft-report.ts';
import { type FigureFound, foundByKey } from './rules/figure-binding.ts';
import { proposedBlocks } from './rules/propose-sentences.ts';
import type { ReportDocument, ReportSpan } from './rules/report-document.ts';
import type { ReportFinding } from './rules/report-finding.ts';
import type { TypedEntry } from './rules/report-form.ts';
import type { OutlineBlock, ReportOutline } from './rules/report-outline.ts';
import { reportSpans } from './rules/report-spans.ts';
import { requestFacts, typedInParts } from './rules/reporting-facts.ts';
import { listChanges, type ReportChange } from './text-store.ts';

/** What a unit wrote for a section, and whether it stands in the report. */
export interface GatheredNarrative {
  readonly requestId: string;
  readonly unitId: string;
  readonly sectionId: string;
  readonly words: string;
  readonly state: string;
  readonly isUsed: boolean;
}

/** A report as it is being written: text with its figures, what units wrote, what has changed, what is wrong. */
export interface GatheredText {
  readonly record: ReportRecord;
  readonly state: CaseState;
  readonly outline: ReportOutline;
  readonly spans: readonly ReportSpan[];
  readonly found: readonly FigureFound[];
  /** What units typed with evidence. */
  readonly typed: readonly TypedEntry[];
  readonly document: ReportDocument;
  /** Proposed from the figures, by section. */
  readonly proposed: ReadonlyMap<string, readonly OutlineBlock[]>;
  readonly narratives: readonly GatheredNarrative[];
  readonly parts: readonly CaseState[];
  readonly changes: readonly ReportChange[];
  readonly findings: readonly ReportFinding[];
}

/** The spans of a report, by what was said when its period was opened. */
export const spansOfReport = ({
  from,
  to,
  asOf,
  cutOffs,
}: Omit<ReportRecord, 'outline' | 'revision' | 'caseId' | 'regime'>) =>
  reportSpans(
    from,
    to,
    asOf,
    Object.fromEntries(Object.entries(cutOffs).map(([name, day]) => [name, Temporal.PlainDate.from(day)])),
  );

/** Everything the page of a report that is being written shows, with its figures counted as of its cut-off. */
export async function gatherText(
  db: Database,
  { tree }: CityGround,
  ask: FigureAnswering,
  caseId: string,
): Promise<Result<GatheredText, ReportingRefusal | ReportRefusal | 'case-not-found'>> {
  const [record, state] = await Promise.all([findReport(db, caseId), findCase(db, caseId)]);
  if (!record || !state) return refused('case-not-found');
  const { outline } = record;
  if (!outline) return refused('report-has-no-outline');
  const spans = spansOfReport(record);
  const isUnit = (id: string) => tree.has(id);
  const [parts, changes] = await Promise.all([listMembers(db, caseId, 'report-request'), listChanges(db, caseId)]);
  const typed = typedInParts(parts);
  const drafted = await draftFromOutline(outline, spans, { ask, isUnit, unitId: state.receivingUnitId, typed });
  if (!drafted.ok) return drafted;
  const { document, found } = drafted.value;
  const spanOf = spanFinder(outline);
  const used = new Set(changes.flatMap(({ requestId, sectionId }) => (requestId ? [`${requestId}|${sectionId}`] : [])));
  const narratives = parts.flatMap((part): readonly GatheredNarrative[] => {
    const { sections = [], unitId } = requestFacts(part);
    if (part.state !== 'sent' && part.state !== 'accepted') return [];
    return sections.map(({ sectionId, words }) => ({
      requestId: part.caseId,
      unitId,
      sectionId,
      words,
      state: part.state,
      isUsed: used.has(`${part.caseId}|${sectionId}`),
    }));
  });
  const units = [...tree.values()].filter((unit) => isInForce(unit, record.to));
  const accepted = {
    record,
    state,
    outline,
    spans,
    found,
    typed,
    document,
    proposed: proposedBlocks(outline, { found: foundByKey(found), spanOf }),
    narratives,
    parts,
    changes,
    findings: checkDocument(document, {
      found,
      spanOf,
      period: { from: record.from, to: record.to },
      units: unitNames(units.map(({ name }) => name.vi)),
    }),
  };
  return { ok: true, value: accepted };
}

/** Which blocks and figures of a document have no number yet. */
export function openPlaces(document: ReportDocument): {
  isOpenBlock(blockId: string): boolean;
  isOpenFigure(figureId: string): boolean;
} {
  const blocks = new Set<string>();
  const figures = new Set<string>();
  for (const { block } of placedBlocks(document))
    for (const run of runsWithin(block))
      if (run.kind === 'open') {
        blocks.add(block.id);
        figures.add(run.figureId);
      }
  return { isOpenBlock: (id) => blocks.has(id), isOpenFigure: (id) => figures.has(id) };
}
