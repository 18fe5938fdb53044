import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refusalCatalogue } from '#app.ts';
import { describeRefusals } from '../../docs/describe-refusals.ts';
import { readSources, root } from './read-sources.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const scripts = JSON.parse(read('package.json')).scripts as Record<string, string>;
const pages = [
  ...['README.md', 'ARCHITECTURE.md', 'GLOSSARY.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'].map((path) => ({
    path,
    text: read(path),
  })),
  ...readSources(['docs', 'src'], /\.md$/),
];

describe('the papers of the project', () => {
  test('the two commands of the README are there', () => {
    for (const name of ['start', 'test']) {
      expect(read('README.md')).toContain(`npm ci && npm ${name}`);
      expect(scripts[name]).toBeDefined();
    }
  });

  test('every npm script a page names is in package.json', () => {
    const named = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(([, name]) => ({ path, name: name! })),
    );
    expect(named.filter(({ name }) => !scripts[name])).toEqual([]);
  });

  test('every command and every measurement the README names can be run', async () => {
    const commandLine = read('src/surfaces/command-line/motcua.ts');
    for (const [, name] of read('README.md').matchAll(/npx motcua ([a-z-]+)/g))
      expect(commandLine).toMatch(new RegExp(`^  '?${name}'?: \\{$`, 'm'));
    for (const [, name] of read('README.md').matchAll(/npm run bench -- ([a-z]+)/g))
      expect(existsSync(join(root, `bench/${name}.ts`))).toBe(true);
  });

  test('every setting the program reads is in the README', () => {
    const settings = [...read('src/platform/settings.ts').matchAll(/environment\.([A-Z_]+)/g)].map(([, name]) => name!);
    expect(settings.length).toBeGreaterThan(5);
    expect([...new Set(settings)].filter((name) => !read('README.md').includes(`\`${name}\``))).toEqual([]);
  });

  test('every link from page to file leads somewhere', () => {
    const dead = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
        .filter(([, target]) => !existsSync(join(root, dirname(path), target!)))
        .map(([, target]) => `${path}: ${target}`),
    );
    expect(dead).toEqual([]);
  });

  test('every refusal is published in docs/refusals.md, in both languages', () => {
    expect(read('docs/refusals.md'), 'npm run write:docs').toBe(describeRefusals(refusalCatalogue));
    for (const [code, { vi, en }] of Object.entries(refusalCatalogue)) {
      expect(code).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
      expect(vi, code).toBe(vi.normalize('NFC'));
      expect(en.length, code).toBeGreaterThan(5);
    }
  });

  test('decision records are numbered without gap and say context, decision and consequence', () => {
    const records = readSources(['docs/decisions'], /\.md$/).toSorted((one, other) => (one.path < other.path ? -1 : 1));
    expect(records.length).toBeGreaterThan(5);
    for (const [index, { path, text }] of records.entries()) {
      expect(path).toMatch(new RegExp(`/${String(index + 1).padStart(4, '0')}-[a-z-]+\\.md$`));
      for (const heading of ['## Context', '## Decision', '## Consequence']) expect(text, path).toContain(heading);
    }
  });
});
