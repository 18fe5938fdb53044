import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, createApp } from '#app.ts';
import { openFileStore } from '#platform/file-store.ts';
import { turnBoards } from '#surfaces/web/published-board.ts';
import { askFigure } from '#surfaces/web/published-figure.ts';
import { publishedFigures } from '#surfaces/web/published-figures.ts';
import { loadReferenceData } from '../src/load-demo-city.ts';
import { moment } from './dossier-walk.ts';
import { freshDatabase } from './on-database.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-published-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});
beforeAll(() => loadReferenceData(database.db, () => undefined));

let now = moment('2021-11-05T09:20');
const clockAt = (time: string) => {
  now = moment(`2021-11-05T${time}`);
};
const newApp = async (): Promise<App> =>
  createApp({ db: database.db, files: await openFileStore(folder), clock: { now: () => now } });

const day = Temporal.PlainDate.from('2021-11-05');
const question = { ids: ['dossiers.received'], from: day, to: day, unitId: 'hn' };

test('what is published is as of the hour, and counted once in it', async () => {
  clockAt('09:20');
  const published = publishedFigures(await newApp());
  const first = published.ask(question);
  expect(published.ask(question)).toBe(first);
  const answer = await first;
  expect(answer.ok && answer.value.asOf.toString()).toBe(moment('2021-11-05T09:00').toString());
  clockAt('10:00');
  expect(published.ask(question)).not.toBe(first);
  expect(published.asOf()).toEqual(moment('2021-11-05T10:00'));
});

test('an hour is seen when its board is counted; until then everyone sees the hour before', async () => {
  clockAt('09:20');
  const app = await newApp();
  const published = publishedFigures(app);
  await turnBoards(app, () => false);
  expect(published.asOf()).toEqual(moment('2021-11-05T09:00'));
  clockAt('10:02');
  expect(published.asOf()).toEqual(moment('2021-11-05T09:00'));
  await turnBoards(app, () => false);
  expect(published.asOf()).toEqual(moment('2021-11-05T10:00'));
});

test('when nobody turns the hours, the hour before is not shown for long', async () => {
  clockAt('09:20');
  const app = await newApp();
  const published = publishedFigures(app);
  await turnBoards(app, () => false);
  clockAt('10:10');
  expect(published.asOf()).toEqual(moment('2021-11-05T10:00'));
  clockAt('09:59');
});

test('one app has one publication: the page and the download cannot differ', async () => {
  const app = await newApp();
  expect(publishedFigures(app)).toBe(publishedFigures(app));
});

test('an earlier moment that is named is counted once too; one after the hour, each time', async () => {
  clockAt('09:20');
  const published = publishedFigures(await newApp());
  const before = { ...question, asOf: moment('2021-11-04T17:00') };
  expect(published.ask(before)).toBe(published.ask(before));
  const after = { ...question, asOf: moment('2021-11-05T09:10') };
  expect(published.ask(after)).not.toBe(published.ask(after));
});

test('figures of cases are counted together: the second figure of a unit and period is there', async () => {
  clockAt('09:20');
  const { ask } = publishedFigures(await newApp());
  const asked: unknown[] = [];
  const noting: typeof ask = (given) => {
    asked.push(ask(given));
    return ask(given);
  };
  const { ids: _, ...rest } = question;
  const [received, resolved] = [
    await askFigure(noting, 'dossiers.received', rest, 'field'),
    await askFigure(noting, 'dossiers.resolved', rest, 'field'),
  ];
  expect(asked[0]).toBe(asked[1]);
  expect(received.ok && received.value.figures.map(({ definition }) => definition.id)).toEqual(['dossiers.received']);
  expect(resolved.ok && resolved.value.figures.map(({ definition }) => definition.id)).toEqual(['dossiers.resolved']);
});
