import { inflateRawSync } from 'node:zlib';

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const mostEntries = 2000;

/**
 * How many bytes an archive really holds, found out by unpacking each entry against what is left of the limit: what an
 * archive says of itself may be a lie, and a bomb of a few kilobytes unpacks to gigabytes.
 * @returns 'too-heavy' beyond `limit`, 'damaged' when it is no plain ZIP archive
 */
export function unpackedWeight(archive: Uint8Array, limit: number): number | 'too-heavy' | 'damaged' {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOf(bytes);
  if (end === undefined) return 'damaged';
  const entries = bytes.readUInt16LE(end + 10);
  if (entries > mostEntries) return 'too-heavy';
  let at = bytes.readUInt32LE(end + 16);
  let weight = 0;
  try {
    for (let i = 0; i < entries; i++) {
      if (bytes.readUInt32LE(at) !== entryMark) return 'damaged';
      const entry = entryAt(bytes, at);
      if (entry.packed.byteLength < entry.packedSize || entry.isEncrypted) return 'damaged';
      weight += entry.method === 0 ? entry.packedSize : inflatedSize(entry.packed, limit - weight);
      if (weight > limit) return 'too-heavy';
      at = entry.next;
    }
  } catch (thrown) {
    return (thrown as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-heavy' : 'damaged';
  }
  return weight;
}

/**
 * One entry of an archive, unpacked. Only of an archive that was weighed before.
 * @returns undefined when there is none of this name
 */
export function unpackedEntry(archive: Uint8Array, name: string): Uint8Array | undefined {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOf(bytes);
  if (end === undefined) return undefined;
  let at = bytes.readUInt32LE(end + 16);
  for (let i = bytes.readUInt16LE(end + 10); i > 0; i--) {
    const entry = entryAt(bytes, at);
    if (entry.name === name) return entry.method === 0 ? entry.packed : inflateRawSync(entry.packed);
    at = entry.next;
  }
  return undefined;
}

/** The record at the end, behind which may stand a comment of 65,535 bytes. */
function endOf(bytes: Buffer): number | undefined {
  for (let at = bytes.byteLength - 22; at >= Math.max(0, bytes.byteLength - 65_557); at--) {
    if (bytes.readUInt32LE(at) === endMark) return at;
  }
  return undefined;
}

function entryAt(bytes: Buffer, at: number) {
  const packedSize = bytes.readUInt32LE(at + 20);
  const local = bytes.readUInt32LE(at + 42);
  if (bytes.readUInt32LE(local) !== localMark) throw new RangeError('an entry leads nowhere');
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  return {
    isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    method: bytes.readUInt16LE(at + 10),
    packedSize,
    name: bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)),
    packed: bytes.subarray(start, start + packedSize),
    next: at + 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32),
  };
}

function inflatedSize(packed: Buffer, left: number): number {
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }).byteLength;
}
