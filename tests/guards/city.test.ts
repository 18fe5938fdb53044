import { expect, test } from 'vitest';
import { readSources } from './read-sources.ts';

/** Where the id of the City stands in quotes, the program would serve no other city. */
const named = (text: string) => /['"`]hn['"`]/.test(text);

test('no part of the program names the City: it asks the organisation for the unit that stands above all', () => {
  const folders = ['src/kernel', 'src/case-engine', 'src/modules', 'src/surfaces', 'src/platform'];
  const sources = readSources(folders, /(?<!\.test)\.tsx?$/);
  expect(sources.length).toBeGreaterThan(500);
  expect(sources.filter(({ text }) => named(text)).map(({ path }) => path)).toEqual([]);
});

test('a name of the City would be noticed', () => {
  expect(named("if (unitId === 'hn') return true;")).toBe(true);
});
