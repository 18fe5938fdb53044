import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createApp, refusalCatalogue } from '#app.ts';
import { refused, sentenceOf } from '#kernel/result.ts';
import { getCityGround, isInForce, loadReferenceUnits, type Unit } from '#modules/organisation/index.ts';
import { checkText, placedBlocks, type ReportFinding, readReportFile, unitNames } from '#modules/reports/index.ts';
import { clockOf } from '#platform/clock.ts';
import { connect } from '#platform/database/connection.ts';
import { openFileStore } from '#platform/file-store.ts';
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
  if (caseIdOrCode.test(wish.file)) return checkOwn(wish);
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
  return tell(wish, read.value.length, findings);
}

function tell({ isJson }: CheckWish, paragraphs: number, findings: readonly ReportFinding[]): number {
  if (isJson) console.log(JSON.stringify({ paragraphs, findings }));
  else {
    showFindings(findings);
    console.log(
      `${paragraphs} đoạn, ${findings.length} chỗ sai. / ${paragraphs} paragraphs, ${findings.length} findings.`,
    );
  }
  return findings.length > 0 ? 1 : 0;
}

/** `BC-2021-0001`, or the id of its case: a report that is written or kept here. */
const caseIdOrCode = /^(?:BC-\d{4}-\d{4,}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** Checks a report of ours by its code or id: its text as it stands, with its figures as of its cut-off. */
async function checkOwn(wish: CheckWish): Promise<number> {
  const settings = readSettings(process.env);
  let database: Awaited<ReturnType<typeof openDatabase>>;
  try {
    database = await openDatabase(settings);
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    console.error(error.message);
    return 2;
  }
  const { db, close } = connect(database.connectionString);
  try {
    const files = await openFileStore(join(settings.dataFolder, 'files'));
    const app = createApp({ db, files, clock: clockOf(settings) });
    const caseId = /^bc-/i.test(wish.file) ? await app.reports.findByCode(wish.file.toUpperCase()) : wish.file;
    const text = caseId ? await app.reports.text(caseId) : refused('case-not-found');
    if (!text.ok) {
      console.error(sentenceOf(text.refusal, refusalCatalogue, 'vi'));
      return 2;
    }
    const { document, findings } = text.value;
    return tell(wish, placedBlocks(document).length, findings);
  } finally {
    await close();
    await database.close();
  }
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
