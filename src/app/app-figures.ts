import * as figures from '#modules/figures/index.ts';
import * as indices from '#modules/indices/index.ts';
import * as registers from '#modules/registers/index.ts';
import * as reports from '#modules/reports/index.ts';
import type { AppGround } from './app-ground.ts';

/** A question of figures as a surface puts it. */
export interface FiguresAsked extends Omit<figures.FigureQuestion, 'unitId' | 'asOf'> {
  readonly unitId?: string | undefined;
  readonly asOf?: Temporal.Instant | undefined;
}

/** Figures with everyone who feeds them. */
export function openAppFigures({ db, catalogue, ground, now }: AppGround) {
  /** What registers feed the figures, of those they are asked for. */
  const registerFeed: figures.FigureFeed = {
    answer: async ({ figureIds, unitId, from, to, asOf }) => {
      const fed = registers.registerFigureFeeds(catalogue);
      const ids = figureIds.filter((id) => fed.has(id));
      const asked = { figureIds: ids, unitIds: [unitId], from, to, asOf };
      const answers = await registers.askRegisterFigures(db, asked, catalogue);
      return new Map(answers.map(({ figureId, value, outOf }) => [figureId, { value, outOf }]));
    },
  };
  /** How many parts of reports were asked for and sent on time. */
  const reportFeed: figures.FigureFeed = {
    answer: async ({ figureIds, unitId, from, to, asOf }) => {
      if (!figureIds.some((id) => id.startsWith('reports.'))) return new Map();
      const { path = '' } = (await ground()).tree.get(unitId) ?? {};
      const { asked, onTime } = await reports.countReporting(db, { from, until: to }, path, asOf);
      return new Map([
        ['reports.asked', { value: asked, outOf: null }],
        ['reports.on_time', { value: onTime, outOf: null }],
      ]);
    },
  };
  /** What indices are scored from: everything but their own scores. */
  const indexGround = async (): Promise<figures.FigureGround> => ({
    db,
    city: await ground(),
    feeds: [registerFeed, reportFeed],
    now: now(),
  });
  const figureGround = async (): Promise<figures.FigureGround> => {
    const counted = await indexGround();
    return { ...counted, feeds: [...counted.feeds, indices.indexFeed(counted)] };
  };
  /** The city when no unit is named, now when no moment is. */
  const wholeQuestion = async <Asked extends Pick<FiguresAsked, 'unitId' | 'asOf'>>(asked: Asked) => {
    const city = [...(await ground()).tree.values()].find(({ parentId }) => parentId === null);
    return { ...asked, unitId: asked.unitId ?? city?.id ?? '', asOf: asked.asOf ?? now() };
  };
  const askFigures = async (question: FiguresAsked) => {
    // the question first: its moment must not lie after the present that it is checked against
    const asked = await wholeQuestion(question);
    return figures.askFigures(await figureGround(), asked);
  };
  /** What reports ask. */
  const reporting = async () => ({ city: await ground(), ask: askFigures });
  return { indexGround, figureGround, wholeQuestion, askFigures, reporting };
}

export type AppFigures = ReturnType<typeof openAppFigures>;
