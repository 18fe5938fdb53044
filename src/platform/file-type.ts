import { type FileHandle, open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { FileRefusal } from './file-refusals.ts';

/** What the city's desks take. Office files that carry macros have other types and are not among them. */
const allowed = {
  'application/pdf': hasPdfEnd,
  'image/jpeg': hasJpegEnd,
  'image/png': hasPngEnd,
  'image/heic': undefined,
  'image/heif': undefined,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': hasZipEnd,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': hasZipEnd,
} as const;

export type MediaType = keyof typeof allowed;

/**
 * What a file is by its content; its name and what the browser says about it do not count.
 * @returns refused `file-type-not-allowed`, or `file-damaged` when its end is missing
 */
export async function recogniseFile(path: string): Promise<Result<MediaType, FileRefusal>> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  const mediaType = found?.mime as MediaType | undefined;
  if (!mediaType || !Object.hasOwn(allowed, mediaType)) return refused('file-type-not-allowed');
  const isWhole = allowed[mediaType];
  if (isWhole) {
    const tail = await readTail(path, 66_000);
    if (!isWhole(tail)) return refused('file-damaged');
  }
  return accepted(mediaType);
}

async function readTail(path: string, length: number): Promise<Buffer> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const { size } = await file.stat();
    const start = Math.max(0, size - length);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file?.close();
  }
}

/** ISO 32000-2, 7.5.5; signing tools and scanners may add a little after it. */
function hasPdfEnd(tail: Buffer): boolean {
  return tail.includes('%%EOF');
}

/** The end-of-image marker; cameras may add their own data after it. */
function hasJpegEnd(tail: Buffer): boolean {
  return tail.includes(Buffer.from([0xff, 0xd9]));
}

function hasPngEnd(tail: Buffer): boolean {
  return tail.includes(Buffer.from('IEND'));
}

/** The directory at the end of a ZIP archive, whose comment may be 65,535 bytes long. */
function hasZipEnd(tail: Buffer): boolean {
  return tail.includes(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
}
