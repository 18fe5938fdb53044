import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { type FilePlace, folderPlace } from './file-place.ts';
import type { FileRefusal } from './file-refusals.ts';
import { type MediaType, recogniseFile } from './file-type.ts';

export interface StoredFile {
  /** Of the content, in small hex letters: its name in the store. The same content is kept once. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: MediaType;
}

/** A whole file that is not kept yet: it lies at a path of this machine while it is looked at. */
export interface ArrivedFile extends StoredFile {
  readonly path: string;
}

export interface PutOptions {
  /** 20 MB by default. */
  readonly limitBytes?: number;
  /** Looks at the whole file before it is kept; what it refuses is not kept. */
  readonly inspect?: (file: ArrivedFile) => Promise<Result<unknown, FileRefusal>>;
}

export interface FileStore {
  /**
   * Keeps a file for good: when this returns, it is on disk. Nothing is kept of a refused one.
   * A stream is cut as soon as it passes the limit and never lies in memory as a whole.
   */
  put(
    content: Uint8Array | AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>,
    options?: PutOptions,
  ): Promise<Result<StoredFile, FileRefusal>>;
  /**
   * The content, held against its hash while it is read: the last piece is given only when all of it is right, else the
   * stream ends with an error and no reader takes a changed file for the one that was handed in.
   * @throws Error when the store does not hold it (a defect of ours, or a store that was not restored whole)
   */
  open(sha256: string): Promise<{ readonly sizeBytes: number; readonly stream: Readable }>;
  /** For the sweep of files that nobody uses. */
  remove(sha256: string): Promise<void>;
}

const megabyte = 1_000_000;
const defaultLimitBytes = 20 * megabyte;

/**
 * A store of files by content.
 * @param folder is made when it is not there; files arrive in it, and lie in it unless another place is given
 */
export async function openFileStore(folder: string, place: FilePlace = folderPlace(folder)): Promise<FileStore> {
  const arriving = join(folder, 'arriving');
  await mkdir(arriving, { recursive: true, mode: 0o700 });
  await clearOld(arriving);

  return {
    async put(content, { limitBytes = defaultLimitBytes, inspect } = {}) {
      const path = join(arriving, randomUUID());
      try {
        const received = await receive(content, path, limitBytes);
        if (!received.ok) return received;
        const recognised = await recogniseFile(path);
        if (!recognised.ok) return recognised;
        const stored = { ...received.value, mediaType: recognised.value };
        const inspected = await inspect?.({ ...stored, path });
        if (inspected && !inspected.ok) return inspected;
        await place.keep(path, stored.sha256);
        return accepted(stored);
      } finally {
        await rm(path, { force: true });
      }
    },

    async open(sha256) {
      const found = await place.read(sha256);
      if (!found) throw new Error(`the store does not hold ${sha256}`);
      return { sizeBytes: found.sizeBytes, stream: Readable.from(verified(found.stream, sha256)) };
    },

    remove: (sha256) => place.remove(sha256),
  };
}

/** The pieces of a content, the last one only when the hash of all is right. */
async function* verified(content: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let last: Uint8Array | undefined;
  for await (const piece of content) {
    if (last) yield last;
    hash.update(piece);
    last = piece;
  }
  if (hash.digest('hex') !== sha256) throw new Error(`the content kept as ${sha256} is not what was handed in`);
  if (last) yield last;
}

async function receive(
  content: Uint8Array | AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>,
  path: string,
  limitBytes: number,
): Promise<Result<{ sha256: string; sizeBytes: number }, FileRefusal>> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'wx', 0o600);
    // leaving the loop early also ends the stream it reads from
    for await (const piece of content instanceof Uint8Array ? [content] : (content as AsyncIterable<Uint8Array>)) {
      sizeBytes += piece.byteLength;
      if (sizeBytes > limitBytes)
        return refused('file-too-large', { limitMegabytes: Math.floor(limitBytes / megabyte) });
      hash.update(piece);
      await file.writeFile(piece);
    }
    if (sizeBytes === 0) return refused('file-empty');
    await file.sync();
    return accepted({ sha256: hash.digest('hex'), sizeBytes });
  } finally {
    await file?.close();
  }
}

/** Halves of uploads that a fall cut off; younger ones may belong to another process that is writing. */
async function clearOld(arriving: string): Promise<void> {
  for (const name of await readdir(arriving)) {
    const path = join(arriving, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > 24 * 3600 * 1000) await rm(path, { force: true });
  }
}
