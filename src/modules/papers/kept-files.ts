import type { Readable } from 'node:stream';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import type { FileRefusal } from '#platform/file-refusals.ts';
import type { ArrivedFile, FileStore } from '#platform/file-store.ts';
import { log } from '#platform/log.ts';
import { scanFile, type Verdict, type VirusScanner } from '#platform/virus-scanner.ts';
import { type BlobScan, findBlob, insertBlob, listHeldBlobs, updateScan } from './blob-store.ts';

/** Who scans files, and what becomes of a file while they do not answer. */
export interface Scanning {
  readonly scanner: VirusScanner;
  readonly whenDown: 'refuse' | 'hold';
}

/** A content for whoever may read it. */
export interface OpenedFile {
  readonly sizeBytes: number;
  readonly stream: Readable;
}

/** The store of files with its register: every content has a row, was scanned when a scanner is set up, and is kept once. */
export interface KeptFiles extends FileStore {
  /** As `open`, but a file that waits for its scan is scanned now, and refused in words while it cannot be. */
  openScanned(sha256: string): Promise<Result<OpenedFile, FileRefusal>>;
  /** Scans what was held while the scanner was down. */
  scanHeld(): Promise<{ readonly clean: number; readonly infected: number; readonly held: number }>;
}

/**
 * The row is written before the bytes are put in place: so an upload of a content that is being swept either keeps the
 * old bytes or puts new ones, and never ends up with a row without bytes.
 */
export function keptFiles(db: Database, store: FileStore, scanning?: Scanning): KeptFiles {
  const inspect = async (file: ArrivedFile): Promise<Result<null, FileRefusal>> => {
    const scanned = await scanOf(file);
    if (!scanned.ok) return scanned;
    await insertBlob(db, file, scanned.value);
    return accepted(null);
  };

  async function scanOf(file: ArrivedFile): Promise<Result<BlobScan, FileRefusal>> {
    if (!scanning) return accepted('not-scanned');
    const verdict = await scanFile(scanning.scanner, file.path);
    if (verdict.verdict === 'clean') return accepted('clean');
    if (verdict.verdict === 'infected') return refused('file-infected', { virus: verdict.virus });
    log.warn({ why: verdict.why }, 'a file could not be scanned');
    const known = await findBlob(db, file.sha256);
    if (known?.scan === 'clean') return accepted('clean');
    return scanning.whenDown === 'hold' ? accepted('held') : refused('file-not-checked');
  }

  /** Scans what lies in the store, and writes down what it is. */
  async function scanStored(sha256: string): Promise<Verdict> {
    if (!scanning) return { verdict: 'not-scanned', why: 'no scanner is set up' };
    const { stream } = await store.open(sha256);
    const verdict = await scanning.scanner.scan(stream);
    stream.destroy();
    if (verdict.verdict === 'clean') await updateScan(db, sha256, 'clean', null);
    if (verdict.verdict === 'infected') await updateScan(db, sha256, 'infected', verdict.virus);
    return verdict;
  }

  async function mayOpen(sha256: string): Promise<Result<null, FileRefusal>> {
    const blob = await findBlob(db, sha256);
    if (blob?.scan === 'infected') return refused('file-infected', { virus: blob.virus ?? '' });
    if (blob?.scan !== 'held') return accepted(null);
    const verdict = await scanStored(sha256);
    if (verdict.verdict === 'infected') return refused('file-infected', { virus: verdict.virus });
    return verdict.verdict === 'clean' ? accepted(null) : refused('file-check-waits');
  }

  return {
    put: (content, options = {}) => store.put(content, { ...options, inspect }),
    remove: (sha256) => store.remove(sha256),
    async open(sha256) {
      const may = await mayOpen(sha256);
      if (!may.ok) throw new Error(`${may.refusal.code}: ${sha256}`);
      return store.open(sha256);
    },
    async openScanned(sha256) {
      const may = await mayOpen(sha256);
      return may.ok ? accepted(await store.open(sha256)) : may;
    },
    async scanHeld() {
      const counts = { clean: 0, infected: 0, 'not-scanned': 0 };
      for (const sha256 of await listHeldBlobs(db)) counts[(await scanStored(sha256)).verdict]++;
      return { clean: counts.clean, infected: counts.infected, held: counts['not-scanned'] };
    },
  };
}
