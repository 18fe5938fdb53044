import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type AskedYear,
  generateCityYear,
  readScenario,
  scenarioNames,
  type YearProgress,
  yearParts,
} from '#city-year/index.ts';
import { clockOf } from '#platform/clock.ts';
import { checkServer, connect } from '#platform/database/connection.ts';
import { findServer, startServer } from '#platform/database/embedded-server.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openFileStore } from '#platform/file-store.ts';
import { s3Place } from '#platform/s3-place.ts';
import { prepareDataFolder, readSettings, type Settings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { loadDemoCity, loadReferenceData } from '../../load-demo-city.ts';

const HELP = `motcua city-year [--seed 2021] [--scale 1] [--from 2021-01-01] [--to 2021-10-30] [--scenario hanoi-2021] [--workers N] [--only tasks,…]

  Sinh một năm hồ sơ của cả thành phố bằng chính các quy tắc của chương trình, nạp vào cơ sở dữ liệu chưa có hồ sơ.
  Dừng giữa chừng thì chạy lại đúng lệnh ấy: làm tiếp từ chỗ dở.
  Generates a year of the whole city by the program's own rules and loads it into a database without dossiers.
  Stopped half-way, the same command goes on where it stood.

  --only: chỉ sinh những phần này, mỗi phần một cơ sở dữ liệu riêng / only these parts: ${yearParts.join(', ')}.

  Cơ sở dữ liệu / database: DATABASE_URL, hoặc máy chủ đi kèm trong / or the embedded server of MOTCUA_DATA.
  Kịch bản / scenarios: ${scenarioNames().join(', ')}
Mã thoát / exit code: 0 xong / done, 2 dữ liệu vào sai / bad input.`;

/** Runs `motcua city-year` and says with which code the process ends. */
export async function runCityYear(args: string[]): Promise<number> {
  const read = readArguments(args);
  if (!read) {
    console.error('Có tham số không hiểu được. / An option is not understood.\n');
    console.error(HELP);
    return 2;
  }
  if (read === 'help') {
    console.log(HELP);
    return 0;
  }
  try {
    await generate(read.asked, read.workers);
    return 0;
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    console.error(error.message);
    return 2;
  }
}

function readArguments(args: string[]): { asked: AskedYear; workers: number | undefined } | 'help' | undefined {
  try {
    const options = {
      seed: { type: 'string', default: '2021' },
      scale: { type: 'string', default: '1' },
      scenario: { type: 'string', default: 'hanoi-2021' },
      from: { type: 'string' },
      to: { type: 'string' },
      workers: { type: 'string' },
      only: { type: 'string' },
      help: { type: 'boolean' },
    } as const;
    const { values } = parseArgs({ args, options, allowPositionals: false });
    if (values.help) return 'help';
    if (!scenarioNames().includes(values.scenario)) return undefined;
    const scenario = readScenario(values.scenario);
    const scale = Number(values.scale);
    const workers = values.workers === undefined ? undefined : Number(values.workers);
    if (!(scale > 0 && scale <= 10) || (workers !== undefined && !(workers >= 1 && workers <= 16))) return undefined;
    const only = values.only?.split(',');
    if (only?.some((what) => !yearParts.includes(what))) return undefined;
    const day = (text: string | undefined, otherwise: string) => Temporal.PlainDate.from(text ?? otherwise).toString();
    const asked = {
      scenario: values.scenario,
      seed: values.seed,
      scale,
      from: day(values.from, scenario.from),
      to: day(values.to, scenario.to),
      ...(only ? { only } : {}),
    };
    return { asked, workers };
  } catch {
    return undefined;
  }
}

async function generate(asked: AskedYear, workers: number | undefined): Promise<void> {
  const begun = performance.now();
  const tell = (what: string) =>
    console.log(`  ${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${what}`);
  const settings = readSettings(process.env);
  const database = await openCityDatabase(settings);
  try {
    const connection = connect(database.connectionString, { size: 2 });
    try {
      await migrate(connection.pool);
      const loading = (what: string) => tell(`loading ${what}`);
      await loadReferenceData(connection.db, loading);
      // its people hold their posts before the rest of the city is invented around them
      if (settings.demo) await loadDemoCity(connection.db, clockOf(settings).now(), loading);
    } finally {
      await connection.close();
    }
    const { s3 } = settings.papers;
    const files = await openFileStore(join(settings.dataFolder, 'files'), s3 && s3Place(s3));
    const { dossiers } = await generateCityYear({
      connectionString: database.connectionString,
      files,
      asked,
      ...(workers === undefined ? {} : { workers }),
      tell: throttled(tell),
    });
    tell(`${dossiers.toLocaleString('vi')} hồ sơ / dossiers`);
  } finally {
    await database.close();
  }
}

/** Counting is told every two seconds; everything else at once. */
function throttled(tell: (what: string) => void) {
  let toldAt = 0;
  let previous = 0;
  return ({ what, done, of }: YearProgress) => {
    if (done === undefined || of === undefined) {
      tell(what);
      return;
    }
    const now = performance.now();
    if (now - toldAt < 2000 && done < of) return;
    const rate = toldAt === 0 ? 0 : Math.round(((done - previous) * 1000) / (now - toldAt));
    toldAt = now;
    previous = done;
    tell(
      `${done.toLocaleString('vi')} / ${of.toLocaleString('vi')} hồ sơ (${Math.floor((100 * done) / of)} %), ${rate}/s`,
    );
  };
}

async function openCityDatabase(
  settings: Settings,
): Promise<{ readonly connectionString: string; close(): Promise<void> }> {
  if (settings.databaseUrl) {
    await checkServer(settings.databaseUrl);
    return { connectionString: settings.databaseUrl, close: async () => undefined };
  }
  prepareDataFolder(settings.dataFolder);
  const running = await findServer(settings.dataFolder);
  if (running) return { connectionString: running, close: async () => undefined };
  const server = await startServer(settings.dataFolder);
  return { connectionString: server.connectionString, close: () => server.stop() };
}
