import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type ClockQuestion, type DueExplanation, explainDue } from '#case-engine/rules/clock.ts';
import { limitInWords, readLimit, writeLimit } from '#kernel/limit.ts';
import { type KernelRefusal, kernelRefusals } from '#kernel/refusals.ts';
import { accepted, type Refusal, type Result, refused, sentenceOf } from '#kernel/result.ts';
import type { Language } from '#kernel/text.ts';
import { formatNamedDay, formatPromise, formatTime } from '#kernel/vietnamese.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { defaultWorkingHours } from '#kernel/working-hours.ts';
import { type Period, quoted, readMoment, readPeriod, writeMoment } from '#kernel/written-moment.ts';
import { readReferenceCalendar } from '#platform/reference-calendar.ts';

const HELP = `motcua explain-due --received 2021-02-08T09:30 --limit "5 working-day" [--pause TỪ..ĐẾN]… [--exclude TỪ..ĐẾN]…
                   [--json] [--lang vi|en]
motcua explain-due --batch TỆP --json [--no-days]

  --received   giờ nhận hồ sơ hợp lệ, giờ Việt Nam / when the complete dossier came in, time in Vietnam
  --limit      same-day | N working-hour | N working-day | N calendar-day | N month
  --pause      ngày tạm dừng, tính cả hai đầu / days of a pause, both ends included
  --exclude    ngày không tính theo quy định của thủ tục (thuế, niêm yết, sự cố) / days the procedure's policy leaves out
  --batch      tệp JSON từng dòng, “-” là đầu vào chuẩn / JSON lines, “-” for standard input:
               {"received":"2021-02-08T09:30","limit":"5 working-day","pauses":["2021-02-18..2021-02-22"]}
  --no-days    chỉ in hạn, không in từng ngày / the due moment only, without the days

Mã thoát / exit code: 0 xong / done, 1 từ chối / refused, 2 dữ liệu vào sai / bad input.`;

/** Bad words are the asker's to mend (exit 2); a year that is not published is nobody's fault (exit 1). */
const exitCodeOf = (refusal: Refusal) => (refusal.code === 'calendar-not-published' ? 1 : 2);

interface Asked {
  readonly received: string;
  readonly limit: string;
  readonly pauses: readonly string[];
  readonly exclusions: readonly string[];
}

function readPeriods(texts: readonly string[]): Result<readonly Period[], KernelRefusal> {
  const periods: Period[] = [];
  for (const text of texts) {
    const period = readPeriod(text);
    if (!period.ok) return period;
    periods.push(period.value);
  }
  return accepted(periods);
}

function questionOf(asked: Asked, calendar: WorkingCalendar): Result<ClockQuestion, KernelRefusal> {
  const receivedAt = readMoment(asked.received);
  if (!receivedAt.ok) return receivedAt;
  const limit = readLimit(asked.limit);
  if (!limit.ok) return limit;
  const pauses = readPeriods(asked.pauses);
  if (!pauses.ok) return pauses;
  const exclusions = readPeriods(asked.exclusions);
  if (!exclusions.ok) return exclusions;
  return accepted({
    receivedAt: receivedAt.value,
    limit: limit.value,
    pauses: pauses.value,
    exclusions: exclusions.value,
    calendar,
    hours: defaultWorkingHours,
  });
}

interface Answer {
  readonly question: ClockQuestion;
  readonly explanation: DueExplanation;
}

function answer(asked: Asked, calendar: WorkingCalendar): Result<Answer, KernelRefusal> {
  const question = questionOf(asked, calendar);
  if (!question.ok) return question;
  const explanation = explainDue(question.value);
  return explanation.ok ? accepted({ question: question.value, explanation: explanation.value }) : explanation;
}

function answerAsJson({ question, explanation }: Answer, withDays: boolean): object {
  const { receivedAt, countedFrom, dueAt, dueOn, days } = explanation;
  return {
    received: writeMoment(receivedAt),
    limit: writeLimit(question.limit),
    countedFrom: writeMoment(countedFrom),
    dueAt: writeMoment(dueAt),
    dueOn: dueOn.toString(),
    ...(withDays && {
      days: days.map(({ date, counted, reason, source }) => ({
        date: date.toString(),
        counted,
        reason: reason.vi,
        reasonEn: reason.en,
        source,
      })),
    }),
  };
}

function refusalAsJson(refusal: Refusal): { error: object } {
  return {
    error: {
      code: refusal.code,
      message: sentenceOf(refusal, kernelRefusals, 'vi'),
      messageEn: sentenceOf(refusal, kernelRefusals, 'en'),
    },
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function answerInWords({ question, explanation }: Answer, language: Language): string {
  const vi = language === 'vi';
  const { receivedAt, countedFrom, dueAt, days } = explanation;
  const moment = (at: Temporal.PlainDateTime) => `${formatNamedDay(language, at)}, ${formatTime(at)}`;
  const width = vi ? 'Chủ nhật 00/00/0000'.length : 'Wednesday 00/00/0000'.length;
  const [yes, no] = vi ? ['tính      ', 'không tính'] : ['counted    ', 'not counted'];
  return [
    `${vi ? 'Tiếp nhận: ' : 'Received: '}${moment(receivedAt)}`,
    ...(countedFrom.equals(receivedAt)
      ? []
      : [`${vi ? 'Tính là nhận lúc: ' : 'Counts as received: '}${moment(countedFrom)}`]),
    `${vi ? 'Thời hạn: ' : 'Limit: '}${limitInWords(question.limit)[language]}`,
    '',
    ...days.map(({ date, counted, reason, source }) => {
      const day = capital(formatNamedDay(language, date)).padEnd(width);
      return `${day}  ${counted ? yes : no}  ${reason[language]}  [${source}]`;
    }),
    '',
    `${vi ? 'Hẹn trả kết quả: ' : 'Due: '}${formatPromise(language, dueAt)}`,
  ].join('\n');
}

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

async function answerBatch(file: string, withDays: boolean): Promise<number> {
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

const OPTIONS = {
  received: { type: 'string' },
  limit: { type: 'string' },
  pause: { type: 'string', multiple: true },
  exclude: { type: 'string', multiple: true },
  batch: { type: 'string' },
  json: { type: 'boolean' },
  'no-days': { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean' },
} as const;

function readOptions(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: false }).values;
  } catch {
    return undefined;
  }
}

function badUse(vi: string, en: string): number {
  console.error(`${vi} / ${en}`);
  return 2;
}

/** Runs `motcua explain-due` and says with which code the process ends. */
export async function runExplainDue(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (!options) {
    return badUse(
      'Có tham số không hiểu được hoặc thiếu giá trị; xem “motcua explain-due --help”.',
      'An option is unknown or lacks its value; see “motcua explain-due --help”.',
    );
  }
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const language = options.lang ?? 'vi';
  if (language !== 'vi' && language !== 'en') return badUse('--lang là vi hoặc en.', '--lang is vi or en.');
  if (options.batch !== undefined) return answerBatch(options.batch, !options['no-days']);
  if (options.received === undefined || options.limit === undefined) {
    return badUse('Cần có --received và --limit (hoặc --batch).', '--received and --limit are needed (or --batch).');
  }
  const { received, limit, pause = [], exclude = [] } = options;
  const answered = answer({ received, limit, pauses: pause, exclusions: exclude }, readReferenceCalendar());
  if (!answered.ok) {
    if (options.json) console.log(JSON.stringify(refusalAsJson(answered.refusal)));
    console.error(sentenceOf(answered.refusal, kernelRefusals, language));
    return exitCodeOf(answered.refusal);
  }
  if (options.json) console.log(JSON.stringify(answerAsJson(answered.value, !options['no-days']), null, 2));
  else console.log(answerInWords(answered.value, language));
  return 0;
}
