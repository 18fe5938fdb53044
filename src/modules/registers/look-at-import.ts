import { setImmediate } from 'node:timers/promises';
import { sha256 } from '#kernel/hash.ts';
import { accepted, type Refusal, type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { CityGround, Unit } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { readSpreadsheet, type SpreadsheetCell, type SpreadsheetRow } from '#platform/spreadsheet/read-spreadsheet.ts';
import type { SpreadsheetRefusal } from '#platform/spreadsheet/spreadsheet-refusals.ts';
import { findTakenKeys } from './entry-queries.ts';
import { type BadLine, type GoodRow, insertImport } from './import-store.ts';
import { prepareEntry, type RawValues } from './prepare-entry.ts';
import { duplicateRefusal, keyWords, type RegisterActor } from './record-entry.ts';
import type { RegisterRefusal } from './refusals.ts';
import { duplicateKey } from './rules/entry-checks.ts';
import { unitFinder } from './rules/find-unit.ts';
import { type ImportColumns, importColumns } from './rules/import-columns.ts';
import type { RawValue, UnitFinder } from './rules/read-value.ts';
import type { RegisterDefinition } from './rules/register-definition.ts';
import { writableUnits } from './rules/register-rights.ts';

/** A file that somebody wants entered, and about which agency where it does not say so itself. */
export interface ImportWish {
  readonly fileName: string;
  readonly content: Uint8Array;
  readonly unitId: string;
}

const mostRows = 20_000;

/**
 * Reads a table and says of every row whether it can be entered and, if not, what is wrong where. Nothing is entered.
 * @returns the id under which what was read is kept for the one who sent it
 */
export async function lookAtImport(
  db: Database,
  ground: CityGround,
  definition: RegisterDefinition,
  actor: RegisterActor,
  wish: ImportWish,
  at: Temporal.Instant,
): Promise<Result<string, RegisterRefusal | SpreadsheetRefusal>> {
  const units = new Map(writableUnits(definition, actor, ground.tree, at).map((unit) => [unit.id, unit]));
  if (units.size === 0) return refused('register-not-yours');
  const read = await readSpreadsheet(wish.content, { mostRows: mostRows + 1 });
  if (!read.ok) return read;
  const [heading, ...rows] = read.value;
  const columns = importColumns(definition, (heading?.cells ?? []).map(wordsOf));
  const unusable = columnRefusal(definition, columns);
  if (unusable) return { ok: false, refusal: unusable };
  if (rows.length === 0) return refused('register-import-no-rows');
  const finder = unitFinder(ground.tree, localDay(at));
  const judged: JudgedRow[] = [];
  for (const [place, row] of rows.entries()) {
    judged.push(judgeRow(definition, columns, row, { units, finder, unitId: wish.unitId }));
    // a file of thousands of rows leaves others their turn
    if (place % 200 === 199) await setImmediate();
  }
  const { good, bad } = await withoutDoubles(db, definition, judged);
  const id = newId();
  await insertImport(db, {
    id,
    registerId: definition.id,
    accountId: actor.accountId,
    fileName: wish.fileName,
    sha256: sha256(wish.content),
    lookedAt: at,
    good,
    bad,
  });
  return accepted(id);
}

interface Surroundings {
  readonly units: ReadonlyMap<string, Unit>;
  readonly finder: UnitFinder;
  readonly unitId: string;
}

interface JudgedRow {
  readonly row: number;
  readonly good?: GoodRow;
  readonly refusals: readonly Refusal[];
}

const wordsOf = (cell: SpreadsheetCell): string => (typeof cell === 'string' ? cell : '');

function columnRefusal(definition: RegisterDefinition, columns: ImportColumns): Refusal<RegisterRefusal> | undefined {
  const labels = (names: readonly string[]) => names.map((name) => definition.fields.properties[name]!.label);
  const [twice] = labels(columns.twice);
  if (twice) return { code: 'register-import-column-twice', facts: { label: twice.vi, labelEn: twice.en } };
  if (columns.missing.length === 0) return undefined;
  const missing = labels(columns.missing);
  const facts = {
    columns: missing.map(({ vi }) => `“${vi}”`).join(', '),
    columnsEn: missing.map(({ en }) => `“${en}”`).join(', '),
  };
  return { code: 'register-import-columns-missing', facts };
}

function judgeRow(
  definition: RegisterDefinition,
  columns: ImportColumns,
  { number, cells }: SpreadsheetRow,
  { units, finder, unitId }: Surroundings,
): JudgedRow {
  const raw: Record<string, RawValue> = {};
  const refusals: Refusal[] = [];
  for (const [name, place] of columns.fields) {
    const cell = cells[place] ?? null;
    const { label } = definition.fields.properties[name]!;
    if (typeof cell === 'object' && cell !== null && 'unusable' in cell) {
      refusals.push({
        code: `register-import-cell-${cell.unusable}`,
        facts: { label: label.vi, labelEn: label.en },
        field: name,
      });
    } else raw[name] = cell;
  }
  const named = columns.unit === undefined ? null : (cells[columns.unit] ?? null);
  const unit = units.get(named === null || named === '' ? unitId : (finder(wordsOf(named)) ?? ''));
  if (!unit) refusals.push(unitRefusal(named, finder));
  const prepared = prepareEntry(definition, raw as RawValues, finder);
  const spoilt = new Set(refusals.map(({ field }) => field));
  refusals.push(...prepared.refusals.filter(({ field }) => !spoilt.has(field)));
  if (refusals.length > 0 || !unit) return { row: number, refusals };
  return { row: number, refusals, good: { row: number, unitId: unit.id, entered: prepared.entered } };
}

function unitRefusal(named: SpreadsheetCell, finder: UnitFinder): Refusal<RegisterRefusal> {
  const given = wordsOf(named).slice(0, 80);
  if (given !== '' && finder(given) === undefined) {
    return { code: 'register-import-unit-unknown', facts: { given }, field: 'unit' };
  }
  return { code: 'register-not-yours', facts: {}, field: 'unit' };
}

/** Rows that say the same as another of the file, or as an entry that is there. */
async function withoutDoubles(db: Database, definition: RegisterDefinition, judged: readonly JudgedRow[]) {
  const keyOf = ({ unitId, entered }: GoodRow) => duplicateKey(definition, unitId, entered);
  const taken = await findTakenKeys(
    db,
    definition.id,
    judged.flatMap(({ good }) => (good ? [keyOf(good)] : [])),
  );
  const rowOf = new Map<string, number>();
  const good: GoodRow[] = [];
  const bad: BadLine[] = [];
  for (const { row, good: its, refusals } of judged) {
    bad.push(...refusals.map((refusal) => ({ row, refusal })));
    if (!its) continue;
    const key = keyOf(its);
    const other = rowOf.get(key);
    if (other !== undefined) {
      bad.push({ row, refusal: { code: 'register-import-row-twice', facts: { other, ...keyWords(definition) } } });
    } else if (taken.has(key)) bad.push({ row, refusal: duplicateRefusal(definition) });
    else {
      rowOf.set(key, row);
      good.push(its);
    }
  }
  return { good, bad };
}
