import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BodyTooLarge, FormNotReadable, formParts } from './multipart.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function encode(form: FormData): Promise<{ bytes: Uint8Array; boundary: string }> {
  const response = new Response(form);
  const boundary = /boundary=(.*)$/.exec(response.headers.get('content-type') ?? '')?.[1] ?? '';
  return { bytes: new Uint8Array(await response.arrayBuffer()), boundary };
}

async function readAll(form: FormData, size: number, most = 1e9) {
  const { bytes, boundary } = await encode(form);
  const read: { name: string; fileName: string | undefined; content: string }[] = [];
  for await (const { name, fileName, content } of formParts(inPieces(bytes, size), boundary, most)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of content) pieces.push(piece);
    read.push({ name, fileName, content: Buffer.concat(pieces).toString('latin1') });
  }
  return read;
}

describe('a multipart form', () => {
  test('is read the same in whatever pieces it arrives, whatever its fields and files hold', async () => {
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('', '\r\n', '\r\n--', '--', '\r\n\r\n').map((text) => new TextEncoder().encode(text)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(content, { maxLength: 5 }), fc.integer({ min: 1, max: 400 }), async (files, size) => {
        const form = new FormData();
        form.append('csrf', 'một');
        for (const [index, file] of files.entries())
          form.append(`paper-${index}`, new File([file as BlobPart], `tệp ${index}.pdf`));
        const read = await readAll(form, size);
        expect(read[0]?.content).toBe(Buffer.from('một').toString('latin1'));
        expect(read.slice(1)).toEqual(
          files.map((file, index) => ({
            name: `paper-${index}`,
            fileName: `tệp ${index}.pdf`,
            content: Buffer.from(file).toString('latin1'),
          })),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('whose first part is left unread still gives its second', async () => {
    const form = new FormData();
    form.append('a', new File(['x'.repeat(5000)], 'a.pdf'));
    form.append('b', 'two');
    const { bytes, boundary } = await encode(form);
    const names: string[] = [];
    for await (const { name } of formParts(inPieces(bytes, 100), boundary, 1e9)) names.push(name);
    expect(names).toEqual(['a', 'b']);
  });

  test('that is cut off is not readable', async () => {
    const form = new FormData();
    form.append('a', 'x'.repeat(500));
    const { bytes, boundary } = await encode(form);
    const cut = formParts(inPieces(bytes.subarray(0, 300), 50), boundary, 1e9);
    await expect(
      (async () => {
        for await (const part of cut) for await (const _ of part.content);
      })(),
    ).rejects.toThrow(FormNotReadable);
  });

  test('larger than anyone would wait for is given up', async () => {
    const form = new FormData();
    form.append('a', 'x'.repeat(5000));
    await expect(readAll(form, 100, 2000)).rejects.toThrow(BodyTooLarge);
  });
});
