import { readFileSync } from 'node:fs';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { quoted } from '#kernel/written-moment.ts';
import { readReferenceCalendar } from '#platform/reference-calendar.ts';
import { type Asked, answer, answerAsJson, refusalAsJson } from './due-answer.ts';

function isListOfText(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function readAsked(line: string): Result<Asked, 'line-not-readable'> {
  const wrong = refused('line-not-readable', { text: quoted(line) });
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return wrong;
  }
  if (typeof parsed !== 'object' || parsed === null) return wrong;
  const { received, limit, pauses = [], exclusions = [] } = parsed as Record<string, unknown>;
  if (typeof received !== 'string' || typeof limit !== 'string') return wrong;
  if (!isListOfText(pauses) || !isListOfText(exclusions)) return wrong;
  return accepted({ received, limit, pauses, exclusions });
}

function unreadableLine(line: number): { line: number; error: object } {
  return {
    line,
    error: {
      code: 'line-not-readable',
      message: `Dòng ${line} không phải là JSON có “received”, “limit” và, nếu có, danh sách “pauses”.`,
      messageEn: `Line ${line} is not JSON with “received”, “limit” and, if any, a list of “pauses”.`,
    },
  };
}

/** Answers one line of a batch; `ok` is false when the line got a refusal. */
function answerLine(text: string, line: number, calendar: WorkingCalendar, withDays: boolean) {
  const asked = readAsked(text);
  if (!asked.ok) return { ok: false, json: unreadableLine(line) };
  const answered = answer(asked.value, calendar);
  if (!answered.ok) return { ok: false, json: { line, ...refusalAsJson(answered.refusal) } };
  return { ok: true, json: answerAsJson(answered.value, withDays) };
}

const CHUNK_CHARACTERS = 1 << 20;

async function print(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await new Promise((done) => process.stdout.once('drain', done));
}

/** Answers a file of JSON lines, one line each, and says with which code the process ends: 1 when a line was refused. */
export async function answerBatch(file: string, withDays: boolean): Promise<number> {
  let content: string;
  try {
    content = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    console.error(`Không đọc được tệp “${file}”. / The file “${file}” cannot be read.`);
    return 2;
  }
  const calendar = readReferenceCalendar();
  let exitCode = 0;
  let out = '';
  for (const [index, text] of content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (text.trim() === '') continue;
    const { ok, json } = answerLine(text, index + 1, calendar, withDays);
    if (!ok) exitCode = 1;
    out += `${JSON.stringify(json)}\n`;
    if (out.length > CHUNK_CHARACTERS) {
      await print(out);
      out = '';
    }
  }
  await print(out);
  return exitCode;
}
