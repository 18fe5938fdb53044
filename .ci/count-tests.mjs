// Adds up what vitest and Playwright wrote and ends with the code it was given, or 1 when a test failed.
import { readFileSync } from 'node:fs';

function read(file) {
  try {
    return JSON.parse(readFileSync(new URL(`../test-results/${file}`, import.meta.url), 'utf8'));
  } catch {
    return undefined;
  }
}

const rules = read('rules.json');
const stories = read('stories.json')?.stats;
let status = Number(process.argv[2] ?? 0);
const passed = (rules?.numPassedTests ?? 0) + (stories?.expected ?? 0) + (stories?.flaky ?? 0);
let failed = (rules?.numFailedTests ?? 0) + (stories?.unexpected ?? 0);
// a file that could not even be loaded has no test that failed, and a step that never came has no report
if (failed === 0 && (status !== 0 || !rules || !stories)) failed = 1;
if (failed > 0 && status === 0) status = 1;
console.log(`tests: ${passed} passed, ${failed} failed`);
process.exitCode = status;
