import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { refusalCatalogue } from '#app.ts';
import { sentenceOf } from '#kernel/result.ts';
import { getCityGround, isInForce, loadReferenceUnits, type Unit } from '#modules/organisation/index.ts';
import { checkText, readReportFile, unitNames } from '#modules/reports/index.ts';
import { connect } from '#platform/database/connection.ts';
import { readSettings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { openDatabase } from './open-database.ts';
import { showFindings } from './show-findings.ts';

interface CheckWish {
  readonly file: string;
  readonly from: Temporal.PlainDate | undefined;
  readonly to: Temporal.PlainDate | undefined;
  readonly isJson: boolean;
}

/** Checks a report that is a file and tells what is wrong in it. */
export async function runReportCheck(args: string[], help: string): Promise<number> {
  const wish = readWish(args);
  if (!wish) {
    console.error(`Có tham số không hiểu được. / An option is not understood.\n\n${help}`);
    return 2;
  }
  let content: Uint8Array;
  try {
    content = readFileSync(wish.file);
  } catch {
    console.error(`Không mở được tệp “${wish.file}”. / The file “${wish.file}” cannot be opened.`);
    return 2;
  }
  const read = readReportFile(content);
  if (!read.ok) {
    console.error(sentenceOf(read.refusal, refusalCatalogue, 'vi'));
    return 2;
  }
  const to = wish.to ?? Temporal.PlainDate.from('9999-12-31');
  const period = wish.to && { from: wish.from ?? wish.to.with({ month: 1, day: 1 }), to: wish.to };
  const units = (await listUnits()).filter((unit) => wish.to === undefined || isInForce(unit, to));
  const findings = checkText(read.value, { period, units: unitNames(units.map(({ name }) => name.vi)) });
  if (wish.isJson) console.log(JSON.stringify({ paragraphs: read.value.length, findings }));
  else {
    showFindings(findings);
    const { length } = read.value;
    console.log(`${length} đoạn, ${findings.length} chỗ sai. / ${length} paragraphs, ${findings.length} findings.`);
  }
  return findings.length > 0 ? 1 : 0;
}

function readWish(args: string[]): CheckWish | undefined {
  try {
    const options = {
      'period-from': { type: 'string' },
      'period-to': { type: 'string' },
      json: { type: 'boolean', default: false },
    } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) return undefined;
    const day = (text: string | undefined) => (text === undefined ? undefined : Temporal.PlainDate.from(text));
    return { file, from: day(values['period-from']), to: day(values['period-to']), isJson: values.json };
  } catch {
    return undefined;
  }
}

/** The units of the city that is set up here; without one, those that come with the program. */
async function listUnits(): Promise<readonly Unit[]> {
  let database: Awaited<ReturnType<typeof openDatabase>>;
  try {
    database = await openDatabase(readSettings(process.env));
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    return loadReferenceUnits().units;
  }
  const { db, close } = connect(database.connectionString, { size: 1 });
  try {
    return [...(await getCityGround(db)).tree.values()];
  } finally {
    await close();
    await database.close();
  }
}
