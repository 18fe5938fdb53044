import { findCase } from '#case-engine/case-store.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { draftFromOutline } from './draft-from-outline.ts';
import { listFrozen } from './frozen-store.ts';
import type { FigureAnswering } from './gather-figures.ts';
import { openPlaces, spansOfReport } from './gather-text.ts';
import { readOutline } from './read-outlines.ts';
import { findRegime } from './read-regimes.ts';
import type { ReportingRefusal, ReportRefusal } from './refusals.ts';
import { findReport, listMembers } from './report-store.ts';
import { dropOpen } from './rules/edit-outline.ts';
import { type FrozenReport, frozenLetter, type LetterFrozen } from './rules/frozen-report.ts';
import { letterOutline } from './rules/letter-outline.ts';
import type { ReportDocument } from './rules/report-document.ts';
import { opinionFacts, reportFacts } from './rules/reporting-facts.ts';

/** The letter of a report as a document, with what is frozen of it when the report is signed. */
export interface GatheredLetter extends LetterFrozen {
  readonly document: ReportDocument;
}

/**
 * The letter that submits a report: drafted while it is written, numbered once it is submitted, and what was frozen after the
 * signing. A sentence whose figures nobody can count yet is left out of it.
 */
export async function gatherLetter(
  db: Database,
  { tree }: CityGround,
  ask: FigureAnswering,
  caseId: string,
): Promise<Result<GatheredLetter, ReportingRefusal | ReportRefusal | 'case-not-found'>> {
  const [record, state] = await Promise.all([findReport(db, caseId), findCase(db, caseId)]);
  if (!record || !state) return refused('case-not-found');
  const isUnit = (id: string) => tree.has(id);
  const [frozen] = await listFrozen(db, caseId);
  const signed = frozen?.content as FrozenReport | undefined;
  if (signed) {
    const document = frozenLetter(signed, isUnit);
    return document && signed.letterText
      ? accepted({ ...signed.letterText, document })
      : refused('report-has-no-letter');
  }
  const regime = findRegime(record.regime);
  const own = regime?.letter ? readOutline(regime.letter, record.to) : undefined;
  if (!own) return refused('report-has-no-letter');
  const opinions = (await listMembers(db, caseId, 'report-opinion')).map((opinion) => {
    const { unitId, stance, words, givenBy, met } = opinionFacts(opinion);
    const member = tree.get(unitId)?.name.vi ?? unitId;
    return {
      member,
      ...(stance && { stance }),
      ...(words && { words }),
      ...(givenBy && { givenBy }),
      ...(met && { met }),
    };
  });
  const spans = spansOfReport(record);
  const ground = { ask, isUnit, unitId: state.receivingUnitId };
  const whole = letterOutline(own, opinions);
  const first = await draftFromOutline(whole, spans, ground);
  if (!first.ok) return first;
  const { isOpenBlock, isOpenFigure } = openPlaces(first.value.document);
  const { outline, dropped } = dropOpen(whole, { block: isOpenBlock, figure: isOpenFigure });
  const drafted = dropped.length === 0 ? first : await draftFromOutline(outline, spans, ground);
  if (!drafted.ok) return drafted;
  const { document, found } = drafted.value;
  const { letter } = reportFacts(state);
  const heading = letter
    ? { ...document.heading, number: letter.number, day: Temporal.PlainDate.from(letter.on) }
    : document.heading;
  return accepted({ outline, found, document: { ...document, heading } });
}
