import { parseArgs } from 'node:util';
import { type FactDifference, rebuildFacts, verifyFacts } from '#modules/figures/index.ts';
import { connect } from '#platform/database/connection.ts';
import { pendingMigrations } from '#platform/database/migrate.ts';
import { readSettings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { everyKind } from './every-kind.ts';
import { openDatabase } from './open-database.ts';

const HELP = `motcua verify-figures [--rebuild] [--json]

  Kể lại từng hồ sơ từ nhật ký bằng chính các quy tắc của hệ thống, so với dữ liệu dùng để đếm số liệu.
  Tells every case again from its journal by the rules themselves and compares it with the facts figures are counted from.

  --rebuild  trước đó lập lại toàn bộ từ nhật ký / first makes all of them anew from the journals
  --json     {"cases","differences":[{"caseId","reference","field","kept","told"}]}

  Cơ sở dữ liệu / database: DATABASE_URL, hoặc máy chủ đi kèm trong / or the embedded server of MOTCUA_DATA.
Mã thoát / exit code: 0 khớp / they agree, 1 có chỗ khác / something differs, 2 dữ liệu vào sai / bad input.`;

/** Runs `motcua verify-figures` and says with which code the process ends. */
export async function runVerifyFigures(args: string[]): Promise<number> {
  let options: { json?: boolean; rebuild?: boolean; help?: boolean };
  try {
    const known = { json: { type: 'boolean' }, rebuild: { type: 'boolean' }, help: { type: 'boolean' } } as const;
    options = parseArgs({ args, options: known, allowPositionals: false }).values;
  } catch {
    console.error(`Có tham số không hiểu được. / An option is not understood.\n\n${HELP}`);
    return 2;
  }
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  try {
    const database = await openDatabase(readSettings(process.env));
    try {
      return await verify(database.connectionString, options);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    console.error(error.message);
    return 2;
  }
}

async function verify(
  connectionString: string,
  { json = false, rebuild = false }: { readonly json?: boolean; readonly rebuild?: boolean },
): Promise<number> {
  const { db, pool, close } = connect(connectionString, { size: 1 });
  try {
    if ((await pendingMigrations(pool)).length > 0)
      throw new StartRefused(
        'This database is older than the program: start the program once, which brings it up to date.',
      );
    if (rebuild) await rebuildFacts(db, everyKind);
    let cases = 0;
    const differences: FactDifference[] = [];
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (snapshot) => {
        for await (const batch of verifyFacts(snapshot, everyKind)) {
          cases += batch.cases;
          differences.push(...batch.differences);
        }
      });
    if (json) console.log(JSON.stringify({ cases, differences }));
    else showResult(cases, differences);
    return differences.length > 0 ? 1 : 0;
  } finally {
    await close();
  }
}

function showResult(cases: number, differences: readonly FactDifference[]): void {
  const [first] = differences;
  if (first) {
    const { reference, caseId, field, kept, told } = first;
    console.log(
      `KHÁC / DIFFERS  ${reference} (${caseId}), ${field}: lưu / kept ${JSON.stringify(kept)}, nhật ký / journal ${JSON.stringify(told)}`,
    );
  }
  console.log(
    `${cases.toLocaleString('vi')} hồ sơ, ${differences.length} chỗ khác. / ${cases} cases, ${differences.length} differ.`,
  );
}
