// npm run bench -- NAME [--json] [--seconds N]: measures, beside a peer or a floor that is measured in the same run.
import { parseArgs } from 'node:util';
import type { Bench, Measurement, Row } from './measure.ts';

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  clock: async () => (await import('./clock.ts')).benchClock,
  rules: async () => (await import('./rules.ts')).benchRules,
  lifecycle: async () => (await import('./lifecycle.ts')).benchLifecycle,
  interlinked: async () => (await import('./interlinked.ts')).benchInterlinked,
  'city-year': async () => (await import('./city-year.ts')).benchCityYear,
  figures: async () => (await import('./figures.ts')).benchFigures,
  page: async () => (await import('./page.ts')).benchPage,
  lists: async () => (await import('./lists.ts')).benchLists,
  kinds: async () => (await import('./kinds.ts')).benchKinds,
  report: async () => (await import('./report.ts')).benchReport,
};

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' }, seconds: { type: 'string', default: '4' } },
    });
    const seconds = Number(values.seconds);
    if (!(seconds > 0 && seconds <= 600)) return undefined;
    if (positionals.some((name) => !Object.hasOwn(benches, name))) return undefined;
    return { names: positionals.length > 0 ? positionals : Object.keys(benches), json: values.json, seconds };
  } catch {
    return undefined;
  }
}

function showTable({ name, rows }: Measurement): void {
  const cells = (each: Row) => [
    each.measure,
    each.value.toLocaleString('en'),
    each.unit,
    each.floor?.toLocaleString('en') ?? '',
    each.ratio?.toLocaleString('en') ?? '',
  ];
  const lines = [['measure', 'value', 'unit', 'floor', 'ratio'], ...rows.map(cells)];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const isNumber = (column: number) => column === 1 || column > 2;
  console.log(`\n${name}`);
  for (const line of lines) {
    const padded = line.map((cell, column) =>
      isNumber(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
    );
    console.log(`  ${padded.join('  ').trimEnd()}`);
  }
}

const asked = readArguments();
if (asked) {
  for (const name of asked.names) {
    const bench = await benches[name]!();
    const measured: Measurement = { name, rows: await bench(asked.seconds) };
    if (asked.json) console.log(JSON.stringify(measured));
    else showTable(measured);
  }
} else {
  console.error(`npm run bench -- [${Object.keys(benches).join(' | ')}] [--json] [--seconds N]`);
  process.exitCode = 2;
}
