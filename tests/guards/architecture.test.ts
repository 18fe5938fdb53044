import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import architecture, { moduleOrder } from '../../architecture.mjs';
import { root } from './read-sources.ts';

/** For each rule of architecture.mjs a file that breaks it, written into a copy of the sources. */
const seeds: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'no-cycle': ['src/kernel/seed-one.ts', "import type { Two } from './seed-two.ts';\nexport type One = Two | 1;"],
  'kernel-knows-no-world': ['src/kernel/seed-world.ts', "export { connect } from '#platform/database/connection.ts';"],
  'platform-knows-no-city': ['src/platform/seed.ts', "export type { Actor } from '#case-engine/rules/authority.ts';"],
  'rules-are-pure': ['src/case-engine/rules/seed.ts', "export { findCase } from '../case-store.ts';"],
  'rules-use-no-machine': ['src/case-engine/rules/seed-machine.ts', "export { readFileSync } from 'node:fs';"],
  'refusals-are-words': [
    'src/modules/dossiers/seed-refusals.ts',
    "export { trackingSecret } from './tracking-secret.ts';",
  ],
  'case-engine-knows-no-module': [
    'src/case-engine/seed.ts',
    "export { dossierKind } from '#modules/dossiers/index.ts';",
  ],
  'modules-are-listed': ['src/seed-unlisted.ts', "export { elsewhere } from '#modules/elsewhere/index.ts';"],
  'modules-by-the-door': [
    'src/modules/dossiers/seed.ts',
    "export { findUnit } from '#modules/organisation/organisation-store.ts';",
  ],
  'everyone-by-the-door': [
    'src/seed-door.ts',
    "export { dossierKind } from '#modules/dossiers/rules/dossier-kind.ts';",
  ],
  'city-year-writes-no-other-way': [
    'src/city-year/seed.ts',
    "export { insertDossier } from '#modules/dossiers/dossier-store.ts';",
  ],
  'city-year-is-a-tool': [
    'src/modules/dossiers/seed-year.ts',
    "export { generateCityYear } from '#city-year/index.ts';",
  ],
  'city-year-knows-no-surface': ['src/city-year/seed-surface.ts', "export { createApp } from '#app.ts';"],
  'app-by-the-door': ['src/surfaces/web/seed-app.ts', "export { unitsOf } from '../../app/units.ts';"],
  'modules-know-no-surface': ['src/modules/dossiers/seed-surface.ts', "export { createApp } from '#app.ts';"],
  'surfaces-have-no-plug': ['src/surfaces/api/seed.ts', "export { connect } from '#platform/database/connection.ts';"],
  'surfaces-write-nothing': [
    'src/surfaces/api/seed-store.ts',
    "export { appendToCases } from '#case-engine/case-store.ts';",
  ],
  'surfaces-apart': ['src/surfaces/portal/seed.ts', "export { apiRoutes } from '#surfaces/api/routes.ts';"],
  'ui-knows-only-words': ['src/surfaces/ui/seed.ts', "export type { App } from '#app.ts';"],
  'main-is-the-end': ['src/seed-main.ts', "import '#main.ts';"],
  'program-without-tests': ['src/seed-tests.ts', "export { submitter } from '../tests/city.ts';"],
  'program-without-tools': ['src/seed-tool.ts', "export { default as axe } from 'axe-core';"],
  'packages-are-declared': ['src/seed-package.ts', "export { default as iconv } from 'pg-types';"],
  'imports-are-found': ['src/seed-nowhere.ts', "export { nowhere } from './nowhere.ts';"],
  ...Object.fromEntries(
    moduleOrder
      .slice(0, -1)
      .map((module, place) => [
        `${module}-comes-before`,
        [
          `src/modules/${module}/seed-order.ts`,
          `export * from '#modules/${moduleOrder[place + 1]}/index.ts';`,
        ] as const,
      ]),
  ),
};

interface Report {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

const folder = mkdtempSync(join(tmpdir(), 'motcua-architecture-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let report: Report;

beforeAll(async () => {
  for (const each of ['src', 'tests', 'bin', 'package.json', 'tsconfig.json', 'architecture.mjs']) {
    cpSync(join(root, each), join(folder, each), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
  };
  for (const [file, text] of Object.values(seeds)) write(file, text);
  write('src/kernel/seed-two.ts', "import type { One } from './seed-one.ts';\nexport type Two = One | 2;");
  write('src/modules/elsewhere/index.ts', 'export const elsewhere = 1;');
  for (const module of moduleOrder) {
    const door = `src/modules/${module}/index.ts`;
    if (!existsSync(join(folder, door))) write(door, 'export const door = 1;');
  }
  report = await cruise();
});

/** As `npm run check` does it, in the copy. It ends with the number of violations. */
async function cruise(): Promise<Report> {
  const program = realpathSync(join(root, 'node_modules/.bin/depcruise'));
  const given = ['--config', 'architecture.mjs', '--preserve-symlinks', '--output-type', 'json', 'src', 'tests', 'bin'];
  const child = spawn(process.execPath, [program, ...given], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  await once(child, 'close');
  return JSON.parse(out) as Report;
}

describe('the rules of what may import what', () => {
  test('every rule has a sentence of help and a seeded violation', () => {
    const rules = architecture.forbidden ?? [];
    expect(rules.map(({ name }) => name).toSorted()).toEqual(Object.keys(seeds).toSorted());
    for (const { name, comment } of rules) expect(comment, name).toMatch(/^\p{Lu}.{20,}\.$/u);
  });

  test.each(Object.entries(seeds))('a violation of %s is reported by name', (name, [file]) => {
    expect(report.summary.violations).toContainEqual(
      expect.objectContaining({ from: file, rule: expect.objectContaining({ name }) }),
    );
  });

  test('the check really read the sources', () => {
    expect(report.summary.totalCruised).toBeGreaterThan(200);
  });
});
