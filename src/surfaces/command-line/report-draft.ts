import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createApp, refusalCatalogue } from '#app.ts';
import { sentenceOf } from '#kernel/result.ts';
import { isInForce } from '#modules/organisation/index.ts';
import {
  checkDocument,
  countRuns,
  draftFromOutline,
  endOf,
  outlinedRegimes,
  type ReportFormat,
  type ReportSpan,
  readOutline,
  reportFormats,
  reportSpans,
  spanFinder,
  stopsSigning,
  unitNames,
  writeReport,
} from '#modules/reports/index.ts';
import { clockOf } from '#platform/clock.ts';
import { connect } from '#platform/database/connection.ts';
import { pendingMigrations } from '#platform/database/migrate.ts';
import { openFileStore } from '#platform/file-store.ts';
import { readSettings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { openDatabase } from './open-database.ts';
import { showFindings } from './show-findings.ts';

interface DraftWish {
  readonly regime: string;
  readonly spans: readonly ReportSpan[];
  readonly out: string;
  readonly format: ReportFormat;
}

/** Drafts the report of a regime and writes it to a file. */
export async function runReportDraft(args: string[], help: string): Promise<number> {
  const wish = readWish(args);
  if (typeof wish === 'string') {
    console.error(`${wish}\n\n${help}`);
    return 2;
  }
  try {
    return await draft(wish);
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    console.error(error.message);
    return 2;
  }
}

function readWish(args: string[]): DraftWish | string {
  try {
    const options = {
      regime: { type: 'string', default: 'par' },
      period: { type: 'string' },
      'as-of': { type: 'string' },
      from: { type: 'string' },
      'cut-off': { type: 'string', multiple: true },
      out: { type: 'string' },
    } as const;
    const { values } = parseArgs({ args, options, allowPositionals: false });
    const outline = readOutline(values.regime);
    if (!outline)
      return `Không có đề cương của chế độ báo cáo “${values.regime}”; có: ${outlinedRegimes.join(', ')}. / There is no outline of this regime.`;
    if (!values.period || !values.out) return 'Cần --period và --out. / Both --period and --out are needed.';
    const ending = values.out.split('.').at(-1)?.toLowerCase();
    const format = reportFormats.find((known) => known === ending);
    if (!format)
      return 'Tệp ra phải là .docx, .pdf, .html hoặc .xlsx. / The file must end in .docx, .pdf, .html or .xlsx.';
    const month = Temporal.PlainYearMonth.from(values.period);
    // the usual cut-off of a month's report (NĐ 09/2019/NĐ-CP): its 14th day
    const to = values['as-of'] ? Temporal.PlainDate.from(values['as-of']) : month.toPlainDate({ day: 14 });
    const from = Temporal.PlainDate.from(values.from ?? `${to.year}-01-01`);
    if (Temporal.PlainDate.compare(from, to) > 0) return 'Kỳ báo cáo đi ngược. / The period runs backwards.';
    const cutOffs = Object.fromEntries(
      Object.entries(outline.daysBeforeClose).map(([name, days]) => [name, to.subtract({ days })]),
    );
    for (const text of values['cut-off'] ?? []) {
      const [name = '', day = ''] = text.split('=');
      if (!Object.hasOwn(cutOffs, name))
        return `Báo cáo không có nhóm số liệu “${name}”; có: ${Object.keys(cutOffs).join(', ')}. / There is no such group of figures.`;
      cutOffs[name] = Temporal.PlainDate.from(day);
    }
    return { regime: values.regime, spans: reportSpans(from, to, endOf(to), cutOffs), out: values.out, format };
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    return 'Có tham số không hiểu được. / An option is not understood.';
  }
}

async function draft({ regime, spans, out, format }: DraftWish): Promise<number> {
  const settings = readSettings(process.env);
  const database = await openDatabase(settings);
  const { db, pool, close } = connect(database.connectionString);
  try {
    if ((await pendingMigrations(pool)).length > 0)
      throw new StartRefused(
        'This database is older than the program: start the program once, which brings it up to date.',
      );
    const files = await openFileStore(join(settings.dataFolder, 'files'));
    const app = createApp({ db, files, clock: clockOf(settings) });
    const { tree } = await app.ground();
    const outline = readOutline(regime, spans[0]!.to)!;
    const drafted = await draftFromOutline(outline, spans, {
      ask: app.figures.ask,
      isUnit: (id) => tree.has(id),
    });
    if (!drafted.ok) {
      console.error(sentenceOf(drafted.refusal, refusalCatalogue, 'vi'));
      return 2;
    }
    const { document } = drafted.value;
    writeFileSync(out, await writeReport(format, document, spans[0]!.asOf));
    const { figures, open, proposals } = countRuns(document);
    const [period] = spans;
    const units = [...tree.values()].filter((unit) => isInForce(unit, period!.to));
    const findings = checkDocument(document, {
      found: drafted.value.found,
      spanOf: spanFinder(outline),
      period,
      units: unitNames(units.map(({ name }) => name.vi)),
    });
    const wrong = findings.filter(({ kind }) => kind !== 'figure-open' && kind !== 'proposal-open');
    const stops = findings.filter(stopsSigning).length;
    console.log(
      `${out}: ${figures} số liệu, ${open} chỗ chưa có số liệu, ${proposals} câu đề xuất, ${wrong.length} chỗ sai; ${stops} chỗ phải xong trước khi ký. / ${figures} figures, ${open} open places, ${proposals} proposals, ${wrong.length} findings; ${stops} to be settled before it is signed.`,
    );
    showFindings(wrong);
    return 0;
  } finally {
    await close();
    await database.close();
  }
}
