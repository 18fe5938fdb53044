import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { FileRefusal } from './file-refusals.ts';
import { type MediaType, recogniseFile } from './file-type.ts';

export interface StoredFile {
  /** Of the content, in small hex letters: its name in the store. The same content is kept once. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: MediaType;
}

export interface FileStore {
  /**
   * Keeps a file for good: when this returns, it is on disk. Nothing is kept of a refused one.
   * A stream is cut as soon as it passes the limit and never lies in memory as a whole.
   * @param limits.limitBytes 20 MB by default
   */
  put(
    content: Uint8Array | AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>,
    limits?: { readonly limitBytes?: number },
  ): Promise<Result<StoredFile, FileRefusal>>;
  /** @throws Error when the store does not hold it (a defect of ours, or a store that was not restored whole) */
  open(sha256: string): Promise<{ readonly sizeBytes: number; readonly stream: Readable }>;
}

const megabyte = 1_000_000;
const defaultLimitBytes = 20 * megabyte;

/** A store in a folder: ab/cd/abcd… by content. @param folder is made when it is not there */
export async function openFileStore(folder: string): Promise<FileStore> {
  const arriving = join(folder, 'arriving');
  await mkdir(arriving, { recursive: true, mode: 0o700 });
  await clearOld(arriving);

  return {
    async put(content, { limitBytes = defaultLimitBytes } = {}) {
      const path = join(arriving, randomUUID());
      try {
        const received = await receive(content, path, limitBytes);
        if (!received.ok) return received;
        const recognised = await recogniseFile(path);
        if (!recognised.ok) return recognised;
        await settle(path, pathOf(folder, received.value.sha256));
        return accepted({ ...received.value, mediaType: recognised.value });
      } finally {
        await rm(path, { force: true });
      }
    },

    async open(sha256) {
      const path = pathOf(folder, sha256);
      const { size } = await stat(path);
      return { sizeBytes: size, stream: createReadStream(path) };
    },
  };
}

function pathOf(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not the SHA-256 of a file');
  return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
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

async function settle(from: string, to: string): Promise<void> {
  if (existsSync(to)) return; // the same content, kept before
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await rename(from, to);
  await syncFolder(dirname(to));
}

/** So that the new name survives a power cut too; Windows knows no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  for (const folder of [path, dirname(path), dirname(dirname(path))]) {
    const handle = await open(folder);
    await handle.sync().finally(() => handle.close());
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
