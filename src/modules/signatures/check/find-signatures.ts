/** A signature as it lies in the file: what it covers and what was put into the gap. */
export interface FoundSignature {
  /** [0, a), [b, c): everything but the gap that holds the signature itself. */
  readonly gapStart: number;
  readonly gapEnd: number;
  readonly coversTo: number;
  /** The CMS structure; undefined when the gap holds anything else: then nothing can be said for this signature. */
  readonly cms: Uint8Array | undefined;
}

const mostSignatures = 50;

/**
 * Every signature of a PDF, by the byte ranges written in it, in the order of what they cover.
 * Read from the bytes and not from the structure of the document: what a reader shows can be bent by a later change of
 * objects, but a range that begins at 0, leaves out nothing but the signature's own text and reaches the end of the file
 * covers all of it, however the objects point at each other (ISO 32000-2, 12.8.1).
 */
export function findSignatures(pdf: Uint8Array): readonly FoundSignature[] {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const found = new Map<string, FoundSignature>();
  for (const match of text.matchAll(/\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g)) {
    const [start, gapStart, gapEnd, rest] = match.slice(1, 5).map(Number) as [number, number, number, number];
    const coversTo = gapEnd + rest;
    // unwritten placeholders and ranges that lie about the file are no signatures of it
    if (gapEnd === 0 && rest === 0) continue;
    const cms =
      start === 0 && gapStart < gapEnd && coversTo <= text.length ? signatureIn(text, gapStart, gapEnd) : undefined;
    found.set(`${gapStart}-${gapEnd}-${coversTo}`, { gapStart, gapEnd, coversTo, cms });
    if (found.size >= mostSignatures) break;
  }
  return [...found.values()].sort((a, b) => a.coversTo - b.coversTo);
}

/** What the gap holds: one hexadecimal string and nothing else; after the structure only zeros. */
function signatureIn(text: string, gapStart: number, gapEnd: number): Uint8Array | undefined {
  if (gapEnd - gapStart < 4 || text[gapStart] !== '<' || text[gapEnd - 1] !== '>') return undefined;
  const hex = text.slice(gapStart + 1, gapEnd - 1);
  if (hex.length % 2 !== 0 || !/^[0-9A-Fa-f]+$/.test(hex)) return undefined;
  const bytes = Buffer.from(hex, 'hex');
  const length = derLength(bytes);
  if (length === undefined || bytes.subarray(length).some((byte) => byte !== 0)) return undefined;
  return new Uint8Array(bytes.subarray(0, length));
}

/** The whole length of the DER value a text begins with: a SEQUENCE of definite length. */
function derLength(bytes: Uint8Array): number | undefined {
  const first = bytes[1];
  if (bytes[0] !== 0x30 || first === undefined) return undefined;
  if (first < 0x80) return first + 2 <= bytes.length ? first + 2 : undefined;
  const count = first & 0x7f;
  if (count === 0 || count > 4) return undefined;
  let length = 0;
  for (let index = 0; index < count; index++) length = length * 256 + (bytes[2 + index] ?? 0);
  const whole = length + 2 + count;
  return whole <= bytes.length ? whole : undefined;
}
