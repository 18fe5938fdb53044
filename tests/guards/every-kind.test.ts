import { expect, test } from 'vitest';
import { everyKind } from '#surfaces/command-line/every-kind.ts';
import { listedKinds } from '#surfaces/workspace/kinds.ts';

test('every kind that officers work on is verified with the others', () => {
  const verified = new Set(everyKind.map(({ kind }) => kind));
  expect(listedKinds.filter(({ kind }) => !verified.has(kind))).toEqual([]);
});
