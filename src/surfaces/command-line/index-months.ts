import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createApp } from '#app.ts';
import { clockOf } from '#platform/clock.ts';
import { connect } from '#platform/database/connection.ts';
import { pendingMigrations } from '#platform/database/migrate.ts';
import { openFileStore } from '#platform/file-store.ts';
import { readSettings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { openDatabase } from './open-database.ts';

const HELP = `motcua index-months [--back 12] [--json]

  Giữ điểm các bộ chỉ số tính từ nhật ký của từng tháng đã hết mà chưa giữ, theo dữ liệu có đến cuối tháng đó.
  Keeps the scores of computed indices of every month that is over and not kept yet, as known when that month ended.
  Máy chủ đang chạy tự làm việc này. / A running server does this by itself.

  --back   nhiều nhất bao nhiêu tháng trước / how many months back, 1 to 120
  --json   {"kept": N}

Mã thoát / exit code: 0 xong / done, 2 dữ liệu vào sai / bad input.`;

/** Runs `motcua index-months` and says with which code the process ends. */
export async function runIndexMonths(args: string[]): Promise<number> {
  let options: { back?: string; json?: boolean; help?: boolean };
  try {
    const known = { back: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } } as const;
    options = parseArgs({ args, options: known, allowPositionals: false }).values;
  } catch {
    console.error(`Có tham số không hiểu được. / An option is not understood.\n\n${HELP}`);
    return 2;
  }
  const back = Number(options.back ?? 12);
  if (options.help || !Number.isInteger(back) || back < 1 || back > 120) {
    (options.help ? console.log : console.error)(HELP);
    return options.help ? 0 : 2;
  }
  try {
    const kept = await keep(back);
    console.log(options.json ? JSON.stringify({ kept }) : `Đã giữ ${kept} tháng. / ${kept} months kept.`);
    return 0;
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    console.error(error.message);
    return 2;
  }
}

async function keep(back: number): Promise<number> {
  const settings = readSettings(process.env);
  const database = await openDatabase(settings);
  const { db, pool, close } = connect(database.connectionString);
  try {
    if ((await pendingMigrations(pool)).length > 0)
      throw new StartRefused(
        'This database is older than the program: start the program once, which brings it up to date.',
      );
    const files = await openFileStore(join(settings.dataFolder, 'files'));
    return await createApp({ db, files, clock: clockOf(settings) }).indices.keepMonths({ back, most: back * 100 });
  } finally {
    await close();
    await database.close();
  }
}
