import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCityYear } from '#city-year/index.ts';
import { openFileStore } from '#platform/file-store.ts';

/** How a city-year is loaded in tests: a few hundred dossiers, in threads and in many parts. */
export const askedInTests = {
  scenario: 'hanoi-2021',
  seed: '2021',
  scale: 0.0004,
  from: '2021-01-01',
  to: '2021-10-30',
} as const;

export async function loadYear(
  connectionString: string,
  more: { readonly smallBelow?: number; readonly to?: string; readonly seed?: string } = {},
): Promise<number> {
  const { smallBelow, ...asked } = more;
  const files = await openFileStore(mkdtempSync(join(tmpdir(), 'motcua-year-')));
  const { dossiers } = await generateCityYear({
    connectionString,
    files,
    asked: { ...askedInTests, ...asked },
    workers: 2,
    ...(smallBelow === undefined ? {} : { smallBelow }),
    tell: () => undefined,
  });
  return dossiers;
}

// as a process of its own, to be killed
const [, script, connectionString] = process.argv;
if (script?.endsWith('city-year-run.ts') && connectionString) await loadYear(connectionString, { smallBelow: 0 });
