import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** Where files lie for good, each under the SHA-256 of its content: a folder, or a bucket of any S3 API. */
export interface FilePlace {
  /** Takes what lies at a path, once it is whole there; a content that is there already is left as it is. */
  keep(path: string, sha256: string): Promise<void>;
  /** The content as it lies there, not yet held against its hash; undefined when it is not there. */
  read(sha256: string): Promise<{ readonly sizeBytes: number; readonly stream: Readable } | undefined>;
  /** Nothing happens when it is not there. */
  remove(sha256: string): Promise<void>;
}

/** ab/cd/abcd…: so that no folder grows too long. @throws RangeError when it is no SHA-256 */
export function pathOfFile(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not the SHA-256 of a file');
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

/** Files in a folder of this machine, or of a disk that it shares. */
export function folderPlace(folder: string): FilePlace {
  return {
    async keep(path, sha256) {
      const to = join(folder, pathOfFile(sha256));
      if (existsSync(to)) return;
      await mkdir(dirname(to), { recursive: true, mode: 0o700 });
      await moveFile(path, to);
      await syncFolder(dirname(to));
    },
    async read(sha256) {
      const path = join(folder, pathOfFile(sha256));
      const found = await stat(path).catch(() => undefined);
      return found && { sizeBytes: found.size, stream: createReadStream(path) };
    },
    async remove(sha256) {
      await rm(join(folder, pathOfFile(sha256)), { force: true });
    },
  };
}

/** Between two disks nothing can be renamed: copied beside its place first, so that no half lies under the name. */
async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const beside = `${to}.arriving`;
    await copyFile(from, beside);
    await rename(beside, to);
  }
}

/** So that the new name survives a power cut too; Windows knows no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  for (const folder of [path, dirname(path), dirname(dirname(path))]) {
    const handle = await open(folder);
    await handle.sync().finally(() => handle.close());
  }
}
