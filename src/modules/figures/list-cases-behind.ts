import type { Actor } from '#case-engine/rules/authority.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { caseQuestion, type FigureGround, type FigureQuestion } from './ask-figures.ts';
import { selectFactWords } from './fact-key-queries.ts';
import { type CaseBehind, selectCasesBehind } from './figure-queries.ts';
import type { FigureRefusal } from './refusals.ts';
import type { CaseSelection } from './rules/case-class.ts';
import { mayListCases } from './rules/cases-right.ts';
import { figureDefinition } from './rules/figure-catalogue.ts';
import { checkPeriod } from './rules/figure-period.ts';

/** Which figure, of which unit and period, as of when: as it was asked. */
export type CasesQuestion = Omit<FigureQuestion, 'ids' | 'by'> & { readonly id: string };

/** A page of the cases behind a figure; `next` is given back to see those after it. */
export interface CasesPage {
  readonly cases: readonly CaseBehind[];
  readonly next: string | null;
}

/**
 * The cases a figure counted, exactly those, page by page; of a share, those of its part. For officers whose posts oversee
 * the unit asked about.
 */
export async function listCasesBehind(
  ground: FigureGround,
  actor: Actor,
  question: CasesQuestion,
  page: { readonly after?: string | undefined; readonly most: number },
): Promise<Result<CasesPage, FigureRefusal>> {
  const { id, unitId, asOf } = question;
  if (!figureDefinition(id)) return refused('figure-unknown', { id }, 'id');
  const unit = ground.city.tree.get(unitId);
  if (!unit) return refused('figure-unit-unknown', { unit: unitId }, 'unit');
  if (!mayListCases(actor, unit.path, ground.now)) return refused('figure-cases-not-yours');
  const selections = selectionsBehind(id);
  if (selections.length === 0) return refused('figure-has-no-cases', { id });
  const period = checkPeriod(question, asOf, ground.now, false);
  if (!period.ok) return period;
  const asked = await caseQuestion(ground, question, [period.value], 'nothing');
  const cases = await selectCasesBehind(ground.db, asked, selections, await selectFactWords(ground.db), {
    after: page.after,
    most: page.most + 1,
  });
  const shown = cases.slice(0, page.most);
  return accepted({ cases: shown, next: cases.length > page.most ? (shown.at(-1)?.caseId ?? null) : null });
}

/** The classes a figure counts: its own, of a sum those of its parts, of a share those of the part. */
function selectionsBehind(id: string): readonly CaseSelection[] {
  const source = figureDefinition(id)?.source;
  if (source?.from === 'cases') return [source.where];
  if (source?.from !== 'figures') return [];
  if ('sum' in source.how) return source.how.sum.flatMap(selectionsBehind);
  return 'share' in source.how ? source.how.share.flatMap(selectionsBehind) : [];
}
