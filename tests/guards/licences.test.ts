import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './read-sources.ts';

/** Licences that ask for a notice and nothing else; OFL is for fonts. */
const permissive =
  /^(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|OFL-1\.1|PostgreSQL|CC0-1\.0|Unlicense)$/;

interface LockedPackage {
  readonly dev?: boolean;
  readonly license?: string;
}

test('every package the program runs with has a licence that lets a city use it freely', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const running = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);
  const others = running
    .map(([path, { license }]) => ({ path, licence: license ?? licenceOnDisk(path) }))
    // the stand-ins for other platforms are not installed and hold nothing
    .filter(({ path, licence }) => licence !== undefined || existsSync(join(root, path)))
    .filter(
      ({ licence }) =>
        !(licence ?? '')
          .replaceAll(/[()]/g, '')
          .split(/ AND | OR /)
          .every((each) => permissive.test(each)),
    );
  expect(others).toEqual([]);
  expect(running.length).toBeGreaterThan(20);
});

function licenceOnDisk(path: string): string | undefined {
  const file = join(root, path, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LockedPackage).license : undefined;
}
