import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '#app.ts';
import { figureDefinition, formatFigure } from '#modules/figures/index.ts';
import { readReportFile } from '#modules/reports/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { officerOf } from '../../../tests/city.ts';
import { askedInTests, loadYear } from '../../../tests/city-year-run.ts';
import { moment } from '../../../tests/dossier-walk.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { printedFigures } from '../../../tests/report-of-2021.ts';
import { loadReferenceData } from '../../load-demo-city.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-report-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});
beforeAll(async () => {
  await loadReferenceData(database.db, () => undefined);
  await loadYear(database.connectionString);
}, 240_000);

async function report(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const program = fileURLToPath(new URL('../../../bin/motcua.mjs', import.meta.url));
  const env = { ...process.env, DATABASE_URL: database.connectionString, MOTCUA_DATA: folder };
  const child = spawn(process.execPath, [program, 'report', ...args], { env });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text) => (stdout += text));
  child.stderr.on('data', (text) => (stderr += text));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, stdout, stderr };
}

const vector = (ending: string) =>
  fileURLToPath(new URL(`../../../tests/vectors/reports/hanoi-2021.${ending}`, import.meta.url));
const draft = (out: string, ...more: string[]) =>
  report('draft', '--regime', 'par', '--period', '2021-11', '--as-of', '2021-10-30', '--out', out, ...more);

describe('motcua report draft', () => {
  test('writes the report of the city-year with every figure that is recorded, equal, and no fault in it', async () => {
    const out = join(folder, 'report.docx');
    const made = await draft(out);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toContain('0 findings');
    const read = readReportFile(readFileSync(out));
    if (!read.ok) throw new Error(read.refusal.code);
    const text = read.value.map((each) => each.text).join('\n');
    const rowOf = (id: string) => {
      const name = figureDefinition(id)?.name.vi;
      return read.value.map((each) => each.text.split(' | ')).find((cells) => cells[1] === name);
    };
    // those that are no matter of the scale of the year
    const ofRegisters = printedFigures.filter(
      ({ id, value }) => value !== null && figureDefinition(id)?.source.from !== 'cases',
    );
    const differing = ofRegisters
      .map(({ id, value }) => ({
        id,
        printed: formatFigure('vi', { steps: value ?? 0, decimals: 0 }),
        drafted: rowOf(id)?.[3],
      }))
      .filter(({ printed, drafted }) => drafted !== printed && drafted !== '[chưa có]');
    expect(differing).toEqual([]);
    const received = Math.round(1_525_653 * askedInTests.scale);
    expect(rowOf('dossiers.received')?.[3]).toBe(formatFigure('vi', { steps: received, decimals: 0 }));
    expect(text).toMatch(/bằng 90,\d% số tiếp nhận/);
    expect(text).toContain('bằng 22,8% số được rà soát');
    expect(text).toContain('tăng 10 đơn vị so với năm 2020');
    expect(text).toContain('30,1%');
    expect(text).toContain('69,3%');
  }, 60_000);

  test.each(['pdf', 'html', 'xlsx'])(
    'writes it as .%s',
    async (ending) => {
      const out = join(folder, `report.${ending}`);
      expect((await draft(out)).code).toBe(0);
      expect(existsSync(out)).toBe(true);
    },
    60_000,
  );

  test.each([
    [['draft', '--period', '2021-11']],
    [['draft', '--period', '2021-11', '--out', 'x.doc']],
    [['draft', '--period', '2021-13', '--out', 'x.pdf']],
    [['draft', '--regime', 'war', '--period', '2021-11', '--out', 'x.pdf']],
    [['draft', '--period', '2021-11', '--cut-off', 'weather=2021-10-01', '--out', 'x.pdf']],
    [['write']],
  ])('%j is refused with 2', async (args) => {
    expect(await report(...args)).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('motcua report check', () => {
  test.each(['txt', 'docx'])('finds the one misprint of the report of 2021 in .%s and ends with 1', async (ending) => {
    const { code, stdout } = await report('check', vector(ending), '--period-to', '2021-10-30', '--json');
    const { findings } = JSON.parse(stdout);
    expect([code, findings.length, findings[0].printed, findings[0].recomputed]).toEqual([
      1,
      1,
      '22,7%',
      '87/382 = 22,8%',
    ]);
  });

  test('finds nothing in what it drafted and ends with 0', async () => {
    const out = join(folder, 'again.docx');
    await draft(out);
    expect(await report('check', out, '--period-to', '2021-10-30')).toMatchObject({ code: 0 });
  }, 60_000);

  test('checks a report that is written here by its code, and tells what is open in it', async () => {
    const app = createApp({
      db: database.db,
      files: await openFileStore(folder),
      clock: { now: () => moment('2021-11-05T09:00') },
    });
    const day = (text: string) => Temporal.PlainDate.from(text);
    const opened = await app.reports.open(officerOf('van-phong-ubnd.procedure-control', ['unit-head'], 12), {
      regime: 'feedback',
      title: '',
      from: day('2021-06-15'),
      to: day('2021-09-14'),
      reporters: ['department'],
      dueOn: { commune: day('2021-11-09'), agency: day('2021-11-10'), city: day('2021-11-26') },
    });
    if (!opened.ok) throw new Error(opened.refusal.code);
    const byCode = await report('check', opened.value.code ?? '', '--json');
    const { findings } = JSON.parse(byCode.stdout);
    expect(byCode.code).toBe(1);
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'proposal-open', place: 'BÁO CÁO, IV. Nhiệm vụ kỳ tới, đoạn 1' }),
    );
    expect((await report('check', 'BC-2021-9999')).code).toBe(2);
  }, 60_000);

  test('a file that is not there, or is no report, is refused with 2', async () => {
    expect((await report('check', join(folder, 'none.docx'))).code).toBe(2);
  });
});
