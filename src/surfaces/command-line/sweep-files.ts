import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keptFiles, leastSweepDays, sweepFiles } from '#modules/papers/index.ts';
import { connect } from '#platform/database/connection.ts';
import { openFileStore } from '#platform/file-store.ts';
import { s3Place } from '#platform/s3-place.ts';
import { readSettings, type Settings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { clamScanner } from '#platform/virus-scanner.ts';
import { openDatabase } from './open-database.ts';

const HELP = `motcua sweep-files [--days ${leastSweepDays}] [--yes] [--json]

  Tìm các tệp đã tải lên mà không hồ sơ nào dùng; có --yes thì xóa. Tệp đang được dùng không bao giờ bị xóa.
  Tệp còn chờ kiểm tra mã độc được kiểm tra lại.
  Finds uploaded files that nothing uses; with --yes takes them away. A file in use is never deleted.
  Files that wait for their virus scan are scanned again.

  --days   số ngày không dùng, ít nhất ${leastSweepDays} / days without use, at least ${leastSweepDays}
  --json   {"looked","used","swept","bytes","scanned":{"clean","infected","held"}}

Mã thoát / exit code: 0 xong / done, 2 dữ liệu vào sai / bad input.`;

/** Runs `motcua sweep-files` and says with which code the process ends. */
export async function runSweepFiles(args: string[]): Promise<number> {
  let options: { days?: string; yes?: boolean; json?: boolean; help?: boolean };
  try {
    const known = {
      days: { type: 'string' },
      yes: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    } as const;
    options = parseArgs({ args, options: known, allowPositionals: false }).values;
  } catch {
    console.error(`Có tham số không hiểu được. / An option is not understood.\n\n${HELP}`);
    return 2;
  }
  const days = Number(options.days ?? leastSweepDays);
  if (options.help || !Number.isInteger(days) || days < leastSweepDays || days > 36_500) {
    (options.help ? console.log : console.error)(HELP);
    return options.help ? 0 : 2;
  }
  try {
    const settings = readSettings(process.env);
    const database = await openDatabase(settings);
    try {
      await sweep(settings, database.connectionString, {
        days,
        act: options.yes ?? false,
        json: options.json ?? false,
      });
      return 0;
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    console.error(error.message);
    return 2;
  }
}

async function sweep(
  settings: Settings,
  connectionString: string,
  { days, act, json }: { readonly days: number; readonly act: boolean; readonly json: boolean },
): Promise<void> {
  const { db, close } = connect(connectionString, { size: 2 });
  try {
    const { s3, scanner } = settings.papers;
    const store = await openFileStore(join(settings.dataFolder, 'files'), s3 && s3Place(s3));
    const scanning = scanner && { scanner: clamScanner(scanner.address), whenDown: scanner.whenDown };
    const files = keptFiles(db, store, scanning);
    const scanned = await files.scanHeld();
    const answer = await sweepFiles(db, files, { days, act });
    if (json) return console.log(JSON.stringify({ ...answer, scanned }));
    const megabytes = (answer.bytes / 1_000_000).toFixed(1);
    console.log(
      `${answer.swept} tệp không dùng (${megabytes} MB)${act ? ' đã xóa' : ', thêm --yes để xóa'}; ${answer.used} tệp cũ đang dùng. / ` +
        `${answer.swept} unused (${megabytes} MB)${act ? ' taken away' : ', add --yes to take them away'}; ${answer.used} old ones in use.`,
    );
    const { clean, infected, held } = scanned;
    if (clean + infected + held > 0)
      console.log(
        `Quét lại / scanned again: ${clean} sạch / clean, ${infected} mã độc / infected, ${held} còn chờ / held.`,
      );
  } finally {
    await close();
  }
}
