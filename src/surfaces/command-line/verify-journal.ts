import { parseArgs } from 'node:util';
import { type BrokenCase, verifyJournals } from '#case-engine/verify-journals.ts';
import { connect } from '#platform/database/connection.ts';
import { pendingMigrations } from '#platform/database/migrate.ts';
import { readSettings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { everyKind } from './every-kind.ts';
import { openDatabase } from './open-database.ts';

const HELP = `motcua verify-journal [--case ID] [--json]

  Tính lại chuỗi băm và trạng thái của mọi hồ sơ từ nhật ký, so với những gì đang lưu.
  Recomputes every hash chain and every fold from the journals and compares them with what is stored.

  --case   chỉ một hồ sơ, theo id hoặc mã / one case only, by its id, code or reference
  --json   {"cases","entries","broken":[{"caseId","reference","seq","fault","columns"}]}

  Cơ sở dữ liệu / database: DATABASE_URL, hoặc máy chủ đi kèm trong / or the embedded server of MOTCUA_DATA.
Mã thoát / exit code: 0 toàn vẹn / whole, 1 có chỗ hỏng / something is broken, 2 dữ liệu vào sai / bad input.`;

const faults: Readonly<Record<BrokenCase['fault'], string>> = {
  'sequence-broken': 'mất hoặc thừa bút tích / an entry is missing or too many',
  'chain-broken': 'không nối với bút tích trước / does not follow the entry before it',
  'content-changed': 'nội dung bị sửa / its content was changed',
  'journal-missing': 'không có nhật ký / has no journal',
  'kind-unknown': 'loại việc không biết / is of an unknown kind',
  'case-differs-from-journal': 'hồ sơ khác nhật ký / the case differs from its journal',
};

/** On the terminal so many broken cases are named; --json names them all. */
const NAMED = 20;

/** Runs `motcua verify-journal` and says with which code the process ends. */
export async function runVerifyJournal(args: string[]): Promise<number> {
  let options: { case?: string; json?: boolean; help?: boolean };
  try {
    const known = { case: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } } as const;
    options = parseArgs({ args, options: known, allowPositionals: false }).values;
  } catch {
    console.error('Có tham số không hiểu được. / An option is not understood.\n');
    console.error(HELP);
    return 2;
  }
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  try {
    const database = await openDatabase(readSettings(process.env));
    try {
      return await verify(database.connectionString, options.case, options.json ?? false);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    console.error(error.message);
    return 2;
  }
}

async function verify(connectionString: string, wanted: string | undefined, json: boolean): Promise<number> {
  const { db, pool, close } = connect(connectionString, { size: 1 });
  try {
    if ((await pendingMigrations(pool)).length > 0) {
      throw new StartRefused(
        'This database is older than the program: start the program once, which brings it up to date.',
      );
    }
    const caseId = wanted === undefined ? undefined : await findCaseId(pool, wanted);
    if (wanted !== undefined && caseId === undefined) {
      console.error(`Không có hồ sơ “${wanted}”. / There is no case “${wanted}”.`);
      return 2;
    }
    let cases = 0;
    let entries = 0;
    const broken: BrokenCase[] = [];
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (snapshot) => {
        for await (const batch of verifyJournals(snapshot, everyKind, caseId)) {
          cases += batch.cases;
          entries += batch.entries;
          broken.push(...batch.broken);
        }
      });
    if (json) console.log(JSON.stringify({ cases, entries, broken }));
    else showResult(cases, entries, broken);
    return broken.length > 0 ? 1 : 0;
  } finally {
    await close();
  }
}

async function findCaseId(pool: ReturnType<typeof connect>['pool'], wanted: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    'select id from cases where id::text = lower($1) or code = upper($1) or reference = upper($1)',
    [wanted.trim()],
  );
  return rows[0]?.id;
}

function showResult(cases: number, entries: number, broken: readonly BrokenCase[]): void {
  const count = (number: number) => number.toLocaleString('vi');
  for (const { caseId, reference, seq, fault, columns } of broken.slice(0, NAMED)) {
    const where = seq > 0 ? `, bút tích / entry ${seq}` : columns.length > 0 ? `, ${columns.join(', ')}` : '';
    console.log(`HỎNG / BROKEN  ${reference} (${caseId})${where}: ${fault}, ${faults[fault]}`);
  }
  if (broken.length > NAMED) console.log(`… ${count(broken.length - NAMED)} hồ sơ nữa / more cases`);
  console.log(
    `${count(cases)} hồ sơ, ${count(entries)} bút tích, ${count(broken.length)} hồ sơ hỏng. / ${cases} cases, ${entries} entries, ${broken.length} broken.`,
  );
}
