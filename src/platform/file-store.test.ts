import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { sentenceOf } from '#kernel/result.ts';
import { fileRefusals } from './file-refusals.ts';
import { openFileStore } from './file-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'));
afterAll(() => rmSync(folder, { recursive: true }));
const store = await openFileStore(folder);

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const jpeg = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.alloc(50),
  Buffer.from('ffd9', 'hex'),
]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
  chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
  chunk('IEND', Buffer.alloc(0)),
]);

/** A ZIP archive of stored (not compressed) entries. */
function zip(entries: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const data = Buffer.from(text);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(data.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), shared, Buffer.from(name), data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), shared, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const contentTypes = (type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}.main+xml"/></Types>`;
const docx = zip({ '[Content_Types].xml': contentTypes(word), 'word/document.xml': '<w:document/>' });
const docm = zip({
  '[Content_Types].xml': contentTypes('application/vnd.ms-word.document.macroEnabled'),
  'word/document.xml': '<w:document/>',
  'word/vbaProject.bin': 'x',
});
const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500), Buffer.from('PE\0\0')]);

function kept(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => one.name);
}

test.each([
  ['application/pdf', pdf],
  ['image/jpeg', jpeg],
  ['image/png', png],
  [word, docx],
])('a file of type %s is kept under its SHA-256 and read back as it was', async (mediaType, content) => {
  const sha256 = createHash('sha256').update(content).digest('hex');
  expect(await store.put(content)).toEqual({ ok: true, value: { sha256, sizeBytes: content.length, mediaType } });
  const { stream, sizeBytes } = await store.open(sha256);
  expect(sizeBytes).toBe(content.length);
  expect((await buffer(stream)).equals(content)).toBe(true);
  expect(statSync(join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)).isFile()).toBe(true);
});

test('the same content, brought twice at once, is kept once', async () => {
  const content = Buffer.concat([pdf, Buffer.from('% twice')]);
  const before = kept().length;
  const results = await Promise.all([store.put(content), store.put(new Blob([content]).stream()), store.put(content)]);
  expect(results.every((one) => one.ok)).toBe(true);
  expect(kept().length).toBe(before + 1);
});

test.each([
  ['a program', exe, 'file-type-not-allowed'],
  ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file-type-not-allowed'],
  [
    'a picture that may carry a script',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    'file-type-not-allowed',
  ],
  ['a document with macros', docm, 'file-type-not-allowed'],
  ['any other archive', zip({ 'a.txt': 'a' }), 'file-type-not-allowed'],
  ['plain text', Buffer.from('xin chào'), 'file-type-not-allowed'],
  ['nothing', Buffer.alloc(0), 'file-empty'],
  ['half a PDF', pdf.subarray(0, 40), 'file-damaged'],
  ['half a picture', png.subarray(0, 40), 'file-damaged'],
  ['half a photograph', jpeg.subarray(0, 40), 'file-damaged'],
])('%s is refused and leaves nothing', async (_, content, code) => {
  const before = kept();
  expect(await store.put(content)).toMatchObject({ ok: false, refusal: { code } });
  expect(kept()).toEqual(before);
});

test('a file of 200 MB is cut off at the limit and never lies in memory', async () => {
  let sent = 0;
  let closed = false;
  async function* upload() {
    try {
      yield pdf;
      for (; sent < 200; sent++) yield Buffer.alloc(1_000_000);
    } finally {
      closed = true;
    }
  }
  const before = kept();
  const result = await store.put(upload());
  expect(result).toMatchObject({ ok: false, refusal: { code: 'file-too-large', facts: { limitMegabytes: 20 } } });
  expect(sent).toBeLessThan(25);
  expect(closed).toBe(true);
  expect(kept()).toEqual(before);
  if (!result.ok) expect(sentenceOf(result.refusal, fileRefusals, 'vi')).toMatch(/^Tệp này lớn hơn 20 MB\./);
});

test('an upload that breaks off leaves nothing', async () => {
  async function* upload() {
    yield pdf;
    throw new Error('connection lost');
  }
  const before = kept();
  await expect(store.put(upload())).rejects.toThrow('connection lost');
  expect(kept()).toEqual(before);
});

test('halves of uploads that a fall cut off are cleared at a later start', async () => {
  const half = join(folder, 'arriving', 'half');
  writeFileSync(half, 'x');
  await openFileStore(folder);
  expect(kept()).toContain('half');
  utimesSync(half, 0, 0);
  await openFileStore(folder);
  expect(kept()).not.toContain('half');
});

test('only a SHA-256 opens a file, so no path can be slipped in', async () => {
  await expect(store.open('../../etc/passwd')).rejects.toThrow(RangeError);
  await expect(store.open('0'.repeat(64))).rejects.toThrow(/does not hold/);
});
