import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { lockFolder, processLives } from './folder-lock.ts';
import { StartRefused } from './start-refused.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-lock-'));
const file = join(folder, 'running.lock');
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => rmSync(file, { force: true }));

test('a held lock is refused, a released one is free', () => {
  const lock = lockFolder('data', file);
  expect(() => lockFolder('data', file)).toThrow(StartRefused);
  expect(() => lockFolder('data', file)).toThrow(new RegExp(`process ${process.pid}`));
  lock.release();
  lockFolder('data', file).release();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['a dead process', JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '' })],
  ['an earlier process of the same number', JSON.stringify({ pid: process.pid, startedAt: 'earlier/1' })],
  ['a fall in the middle of writing', '{"pi'],
  ['a fall before writing', ''],
])('the lock of %s is taken over', (_, text) => {
  writeFileSync(file, text);
  lockFolder('data', file).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('releasing twice does not take the next owner his lock', () => {
  const lock = lockFolder('data', file);
  lock.release();
  writeFileSync(file, JSON.stringify({ pid: process.ppid, startedAt: '' }));
  lock.release();
  expect(readdirSync(folder)).toEqual(['running.lock']);
});

test('a process lives until it does not', () => {
  expect(processLives(process.pid)).toBe(true);
  expect(processLives(2 ** 22 + 1)).toBe(false);
});
