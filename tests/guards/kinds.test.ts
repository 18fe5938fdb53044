import { expect, test } from 'vitest';
import { dossierKinds } from '#modules/dossiers/index.ts';
import { feedbackKind } from '#modules/feedback/index.ts';
import { roundKinds } from '#modules/indices/index.ts';
import { inspectionKind } from '#modules/inspections/index.ts';
import { taskKinds } from '#modules/tasks/index.ts';
import { readSources } from './read-sources.ts';

const kinds = [...dossierKinds, feedbackKind, ...taskKinds, inspectionKind, ...roundKinds].map(({ kind }) => kind);
/** Where the kind of a case stands in quotes, a special case for it begins. */
const named = (text: string) => kinds.filter((kind) => new RegExp(`['"\`]${kind}['"\`]`).test(text));

test('the case engine names no kind of case: what is special about one stands in its own module', () => {
  const sources = readSources(['src/case-engine'], /(?<!\.test)\.ts$/);
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.flatMap(({ path, text }) => named(text).map((kind) => `${path}: ${kind}`))).toEqual([]);
});

test('a special case for a kind would be noticed', () => {
  expect(named("if (state.kind === 'feedback') return null;")).toEqual(['feedback']);
});
