/** One part of a multipart form. Its content must be read, or left, before the next part is asked for. */
export interface FormPart {
  readonly name: string;
  /** Present for a file, empty when none was chosen. */
  readonly fileName: string | undefined;
  readonly content: AsyncIterable<Uint8Array>;
}

/** The body is not what its header says: cut off, or no form. */
export class FormNotReadable extends Error {}

/** More bytes arrived than anyone's form has. */
export class BodyTooLarge extends Error {}

const largestHead = 16_384;

/**
 * The parts of a multipart/form-data body as they arrive (RFC 7578): a file is a stream and never lies in memory.
 * What the reader of a part leaves is skipped, so that a form with one file too large can still be answered.
 * @throws FormNotReadable, BodyTooLarge
 */
export async function* formParts(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  mostBytes: number,
): AsyncGenerator<FormPart> {
  const source = body[Symbol.asyncIterator]();
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  let held: Buffer = Buffer.from('\r\n');
  let arrived = 0;

  const more = async (): Promise<void> => {
    const { value, done } = await source.next();
    if (done) throw new FormNotReadable('the form ended too early');
    arrived += value.byteLength;
    if (arrived > mostBytes) throw new BodyTooLarge();
    held = held.length === 0 ? Buffer.from(value) : Buffer.concat([held, value]);
  };
  const take = (length: number): Buffer => {
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    return taken;
  };
  /** The next piece before the delimiter; undefined when the delimiter was reached and passed. */
  let inside = true;
  const nextPiece = async (): Promise<Buffer | undefined> => {
    while (inside) {
      const at = held.indexOf(delimiter);
      if (at > 0) return take(at);
      if (at === 0) {
        take(delimiter.length);
        inside = false;
        return undefined;
      }
      const safe = held.length - delimiter.length + 1;
      if (safe > 0) return take(safe);
      await more();
    }
    return undefined;
  };
  const skip = async () => {
    while ((await nextPiece()) !== undefined);
  };

  await skip();
  for (;;) {
    while (held.length < 2) await more();
    if (take(2).toString('latin1') === '--') return;
    let headEnd = held.indexOf('\r\n\r\n');
    while (headEnd < 0) {
      if (held.length > largestHead) throw new FormNotReadable('a part has no end of its head');
      await more();
      headEnd = held.indexOf('\r\n\r\n');
    }
    const head = take(headEnd).toString('utf8');
    take(4);
    const { name, fileName } = readHead(head);
    if (name === undefined) throw new FormNotReadable('a part has no name');
    inside = true;
    yield {
      name,
      fileName,
      content: {
        async *[Symbol.asyncIterator]() {
          for (let next = await nextPiece(); next !== undefined; next = await nextPiece()) yield next;
        },
      },
    };
    await skip();
  }
}

function readHead(head: string): { name: string | undefined; fileName: string | undefined } {
  const disposition = /^content-disposition:([^\r\n]*)/im.exec(head)?.[1] ?? '';
  const read = (attribute: string) =>
    new RegExp(`[;\\s]${attribute}="([^"]*)"`, 'i')
      .exec(disposition)?.[1]
      ?.replaceAll('%22', '"')
      .replaceAll(/%0D|%0A/gi, ' ');
  return { name: read('name'), fileName: read('filename') };
}
