import { localDay } from '#kernel/zone.ts';
import type { Database } from '#platform/database/connection.ts';
import { type DifferencePart, difference } from '../rules/difference.ts';
import { readResultCode } from '../rules/result-code.ts';
import { type ResultState, resultState } from '../rules/result-state.ts';
import {
  type ResultRecord,
  type ResultRevocation,
  selectResultByFile,
  selectResults,
  selectResultsOfCase,
  selectRevocation,
} from './result-store.ts';

/** A result as the register knows it: the version meant, the newest, and whether it was taken back. */
export interface FoundResult {
  readonly meant: ResultRecord;
  readonly state: ResultState;
  readonly versions: readonly ResultRecord[];
  readonly revocation: ResultRevocation | null;
  /** From the version before to the newest: what the correction changed. */
  readonly changes: readonly DifferencePart[];
}

async function found(
  db: Database,
  code: string,
  at: Temporal.Instant,
  version?: number,
): Promise<FoundResult | undefined> {
  const [versions, revocation] = await Promise.all([selectResults(db, code), selectRevocation(db, code)]);
  const lastSigned = versions.findLast(({ file }) => file !== null);
  const meant =
    version === undefined ? (lastSigned ?? versions.at(-1)) : versions.find((one) => one.version === version);
  if (!meant) return undefined;
  const times = { ...meant, isSigned: meant.file !== null };
  const newest = versions.at(-1);
  const before = meant === newest ? versions.at(-2) : meant;
  return {
    meant,
    state: resultState(times, lastSigned?.version ?? 0, revocation !== undefined, localDay(at)),
    versions,
    revocation: revocation ?? null,
    changes: before && newest ? difference(textOf(before), textOf(newest)) : [],
  };
}

const textOf = ({ content }: ResultRecord): string => content.paragraphs.join('\n');

/** By the code printed on it, however typed. */
export async function findResultByCode(
  db: Database,
  typed: string,
  at: Temporal.Instant,
): Promise<FoundResult | undefined> {
  const code = readResultCode(typed);
  return code === undefined ? undefined : found(db, code, at);
}

/** By the file itself, to the last byte. */
export async function findResultByFile(
  db: Database,
  file: string,
  at: Temporal.Instant,
): Promise<FoundResult | undefined> {
  const record = await selectResultByFile(db, file);
  return record && found(db, record.code, at, record.version);
}

/** The result of a case, in its newest version; undefined while nothing is decided. */
export async function findResultOfCase(
  db: Database,
  caseId: string,
  at: Temporal.Instant,
): Promise<FoundResult | undefined> {
  const last = (await selectResultsOfCase(db, caseId)).at(-1);
  return last && found(db, last.code, at);
}
