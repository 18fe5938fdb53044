import { parseArgs } from 'node:util';
import { kernelRefusals } from '#kernel/refusals.ts';
import { type Refusal, sentenceOf } from '#kernel/result.ts';
import { readReferenceCalendar } from '#platform/reference-calendar.ts';
import { answer, answerAsJson, answerInWords, refusalAsJson } from './due-answer.ts';
import { answerBatch } from './due-batch.ts';

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
