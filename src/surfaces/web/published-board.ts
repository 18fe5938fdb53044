import type { App } from '#app.ts';
import type { FigurePeriod } from '#modules/figures/index.ts';
import { boardIds, boardUnits } from './board-parts.tsx';
import { boardPeriods, readBoardPeriod } from './board-period.ts';
import { askFigure } from './published-figure.ts';
import { type PublishedFigures, publishedFigures } from './published-figures.ts';

/** The year of a day, month by month up to it: it takes longest, so a leader too sees it as of the hour. */
export const askMonths = (ask: PublishedFigures['ask'], unitId: string, to: Temporal.PlainDate) =>
  ask({ ids: boardIds, from: to.with({ month: 1, day: 1 }), to, unitId, by: 'month' });

/** Every breakdown a public board shows of a unit and a period, the city's agencies for comparison. */
export function askBoard(ask: PublishedFigures['ask'], unitId: string, cityId: string, { from, to }: FigurePeriod) {
  const ids = boardIds;
  return Promise.all([
    ask({ ids, from, to, unitId, by: 'branch' }),
    askMonths(ask, unitId, to),
    ask({ ids, from, to, unitId, by: 'field' }),
    ask({ ids, from, to, unitId, by: 'procedure' }),
    ask({ ids, from, to, unitId: cityId, by: 'unit' }),
  ]);
}

/** Milliseconds: where the city's own board is counted as quickly, whoever opens another may wait for it. */
const shortWait = 300;

/**
 * Turns the public boards to the hour that has begun: first the city's of the present period, which is seen as soon as it is
 * counted; then, one after the other, the city's figures by month, its other periods and the boards of agencies above the communes, which take longest.
 */
export async function turnBoards(app: App, isStopped: () => boolean): Promise<void> {
  const published = publishedFigures(app);
  const today = app.today();
  const present = readBoardPeriod(undefined, today);
  let units: ReturnType<typeof boardUnits> = [];
  let took = 0;
  const isTurned = await published.turn(async (ask) => {
    const begun = performance.now();
    units = boardUnits(await app.ground(), today);
    const city = cityOf(units);
    if (city) await askBoard(ask, city.id, city.id, present);
    took = performance.now() - begun;
  });
  const city = cityOf(units);
  if (!isTurned || !city || took < shortWait) return;
  const others = [
    ...boardPeriods(today).map((period) => ({ unitId: city.id, period })),
    ...units.filter(({ tier }) => tier !== 'commune').map(({ id }) => ({ unitId: id, period: present })),
  ];
  // the page of a figure shows this year to today
  const thisYear = { from: today.with({ month: 1, day: 1 }), to: today };
  await askFigure(published.ask, 'dossiers.received', thisYear, 'month');
  for (const { unitId, period } of others) {
    if (isStopped()) return;
    await askBoard(published.ask, unitId, city.id, period);
  }
}

const cityOf = (units: ReturnType<typeof boardUnits>) => units.find(({ kind }) => kind === 'city');
