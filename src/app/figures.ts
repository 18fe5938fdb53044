import type { Actor } from '#case-engine/rules/authority.ts';
import { accepted, refused } from '#kernel/result.ts';
import * as figures from '#modules/figures/index.ts';
import * as registers from '#modules/registers/index.ts';
import type { AppFigures, FiguresAsked } from './app-figures.ts';
import type { AppGround } from './app-ground.ts';

/** Figures with their definitions, the cases and entries behind them, periods that are closed. */
export const figuresOf = ({
  db,
  catalogue,
  now,
  ground,
  figureGround,
  wholeQuestion,
  askFigures,
}: AppGround & AppFigures) => ({
  /** Every figure with its definition, in the order of lists. */
  catalogue: figures.figureCatalogue,
  /**
   * Figures of a unit (the whole city when none is named) and a period, as of a moment (now when none is named), broken
   * down by units, fields, months…: all counted in one scan, with every identity that does not hold.
   */
  ask: askFigures,
  /** The cases a figure counted, for officers whose posts oversee the unit. */
  casesBehind: async (
    actor: Actor,
    question: Omit<figures.CasesQuestion, 'unitId' | 'asOf'> & Pick<FiguresAsked, 'unitId' | 'asOf'>,
    page: Parameters<typeof figures.listCasesBehind>[3],
  ) => {
    const asked = await wholeQuestion(question);
    return figures.listCasesBehind(await figureGround(), actor, asked, page);
  },
  /** The entries of a register behind a figure; of a register that is not public, for officers who oversee the unit. */
  entriesBehind: async (
    actor: Actor,
    question: Pick<figures.CasesQuestion, 'id' | 'from' | 'to'> & Pick<FiguresAsked, 'unitId' | 'asOf'>,
    page: Parameters<typeof registers.entriesBehind>[3],
  ) => {
    const { id, unitId, ...period } = await wholeQuestion(question);
    const feed = registers.registerFigureFeeds(catalogue).get(id);
    const unit = (await ground()).tree.get(unitId);
    if (!feed) return refused('figure-has-no-entries', { id });
    if (!unit) return refused('figure-unit-unknown', { unit: unitId }, 'unit');
    if (!catalogue.get(feed.registerId)?.public && !figures.mayListCases(actor, unit.path, now()))
      return refused('figure-cases-not-yours');
    return accepted(await registers.entriesBehind(db, id, { unitIds: [unitId], ...period }, page, catalogue));
  },
  /** Closes a period for good; closed again it is a restatement with a reason. */
  close: async (actor: Actor & { readonly accountId: string }, wish: figures.ClosingWish) =>
    figures.closePeriod(await figureGround(), actor, wish),
  closings: async (period: Omit<figures.ClosingWish, 'reason' | 'unitId'> & Pick<FiguresAsked, 'unitId'>) =>
    figures.listClosings({ db }, await wholeQuestion(period)),
  closedPeriods: (unitId: string) => figures.listClosedPeriods(db, unitId, 50),
});
