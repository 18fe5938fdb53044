/** A photograph without what the camera and its owner wrote into it: place, moment, device, names, a smaller picture. */
export function withoutMetadata(content: Uint8Array, mediaType: string): Uint8Array | null {
  if (mediaType === 'image/jpeg') return plainJpeg(content);
  return mediaType === 'image/png' ? plainPng(content) : null;
}

/** ITU T.81 annex B: segments up to the scan, the scan as it is, nothing after the end of the picture. */
function plainJpeg(content: Uint8Array): Uint8Array | null {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  if (content.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  const kept: Uint8Array[] = [];
  for (let at = 2; at + 2 <= content.length; ) {
    const marker = view.getUint16(at) - 0xff00;
    if (marker === 0xd9) return joined([content.subarray(0, 2), ...kept, content.subarray(at, at + 2)]);
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker <= 0 || at + 4 > content.length) return null;
    const head = at + 2 + view.getUint16(at + 2);
    const end = marker === 0xda ? scanEnd(content, head) : head;
    if (end > content.length) return null;
    const segment = content.subarray(at, end);
    if (marker === 0xe1) kept.push(...orientationOf(segment));
    else if (staysInJpeg(marker)) kept.push(segment);
    at = end;
  }
  return null;
}

/** APP0 says how dots lie, APP14 how colours are coded; other APPn and comments are about people and machines. */
const staysInJpeg = (marker: number): boolean =>
  marker === 0xe0 || marker === 0xee || (marker !== 0xfe && (marker < 0xe0 || marker > 0xef));

/** Where coded data ends: at a marker that is neither a stuffed byte nor a restart. */
function scanEnd(content: Uint8Array, from: number): number {
  for (let at = from; at + 1 < content.length; at++) {
    const next = content[at + 1] ?? 0;
    if (content[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return content.length + 1;
}

/**
 * Which way up the picture is: the one thing of Exif without which it would lie on its side, in a segment that says
 * nothing else.
 */
function orientationOf(segment: Uint8Array): readonly Uint8Array[] {
  if (String.fromCharCode(...segment.subarray(4, 8)) !== 'Exif' || segment.length < 20) return [];
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10, segment.byteLength - 10);
  const little = tiff.getUint16(0) === 0x4949;
  const first = tiff.getUint32(4, little) + 2;
  const entries = first <= tiff.byteLength ? tiff.getUint16(first - 2, little) : 0;
  for (let at = first; at + 12 <= tiff.byteLength && at < first + 12 * entries; at += 12) {
    if (tiff.getUint16(at, little) !== 0x0112) continue;
    const turned = tiff.getUint16(at + 8, little);
    if (turned < 2 || turned > 8) return [];
    const exif = `45786966 0000 4d4d 002a 00000008 0001 0112 0003 00000001 00${`0${turned}`} 0000 00000000`;
    const bytes = exif.replaceAll(' ', '').match(/../g) ?? [];
    return [Uint8Array.from([0xff, 0xe1, 0, bytes.length + 2, ...bytes.map((byte) => Number.parseInt(byte, 16))])];
  }
  return [];
}

const pngSign = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const pngWords: readonly string[] = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'];

/** ISO/IEC 15948: chunks of words, moment and Exif left out, nothing after the last. */
function plainPng(content: Uint8Array): Uint8Array | null {
  if (pngSign.some((byte, place) => content[place] !== byte)) return null;
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const kept: Uint8Array[] = [content.subarray(0, 8)];
  for (let at = 8; at + 12 <= content.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > content.length) return null;
    const type = String.fromCharCode(...content.subarray(at + 4, at + 8));
    // a chunk nobody has to know (small first letter) may hold anything: only those that change the picture stay
    const changesPicture =
      /^[A-Z]/.test(type) || ['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'].includes(type);
    if (changesPicture && !pngWords.includes(type)) kept.push(content.subarray(at, end));
    if (type === 'IEND') return joined(kept);
    at = end;
  }
  return null;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
