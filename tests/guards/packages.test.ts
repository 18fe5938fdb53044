import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './read-sources.ts';

/** Licences that ask for a notice and nothing else; OFL is for fonts. */
const permissive =
  /^(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|OFL-1\.1|PostgreSQL|Zlib|CC0-1\.0|Unlicense)$/;

/** Where a package offers licences to choose from, one that is permissive is enough; where several hold, all are. */
const isPermissive = (licence: string): boolean =>
  licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((each) => permissive.test(each)));

interface LockedPackage {
  readonly dev?: boolean;
  readonly license?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, LockedPackage>>;
};
const locked = Object.entries(packages).filter(([path]) => path !== '');

describe('the packages', () => {
  test('every package the program runs with has a licence that lets a city use it freely', () => {
    const running = locked.filter(([, { dev }]) => !dev);
    const others = running
      .map(([path, { license }]) => ({ path, licence: license ?? licenceOnDisk(path) ?? '' }))
      // what is for another platform is not installed here, and the file may not say its licence
      .filter(({ path, licence }) => licence !== '' || existsSync(join(root, path)))
      .filter(({ licence }) => !isPermissive(licence));
    expect(others).toEqual([]);
    expect(running.length).toBeGreaterThan(20);
  });

  test('the lock file names the packages of every platform, so that npm ci takes it', () => {
    const missing = locked.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
      ),
    );
    expect(missing, 'node .ci/complete-lock.mjs').toEqual([]);
  });
});

function licenceOnDisk(path: string): string | undefined {
  const file = join(root, path, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LockedPackage).license : undefined;
}
