import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFileStore } from './file-store.ts';
import { s3Place } from './s3-place.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-s3-'));
const bucketFolder = join(folder, 'server');
let server: ChildProcess;
let endpoint = '';

/** A server of the S3 API in a process of its own. */
beforeAll(async () => {
  mkdirSync(bucketFolder);
  const program = `
    const S3rver = require('s3rver');
    new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: ${JSON.stringify(bucketFolder)},
      configureBuckets: [{ name: 'papers' }] }).run().then(({ port }) => process.stdout.write(String(port) + '\\n'));`;
  server = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve, reject) => {
    server.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()));
    server.once('exit', (code) => reject(new Error(`the S3 server ended with ${code}`)));
  });
  endpoint = `http://127.0.0.1:${port}/papers`;
});
afterAll(() => {
  server.removeAllListeners('exit');
  server.kill();
  rmSync(folder, { recursive: true, force: true });
});

const place = () => s3Place({ endpoint, region: 'us-east-1', accessKey: 'S3RVER', secretKey: 'S3RVER' });
const pdf = (text: string) => Buffer.from(`%PDF-1.4\n${text}\n%%EOF\n`);

test('a file goes to the bucket and comes back the same, and is kept once', async () => {
  const store = await openFileStore(join(folder, 'here'), place());
  const content = pdf('x'.repeat(3_000_000));
  const [first, second] = await Promise.all([store.put(content), store.put(content)]);
  if (!first.ok || !second.ok) throw new Error('refused');
  expect(first.value).toEqual(second.value);
  const opened = await store.open(first.value.sha256);
  expect(opened.sizeBytes).toBe(content.length);
  expect(Buffer.compare(await buffer(opened.stream), content)).toBe(0);
  expect(readdirSync(join(folder, 'here', 'arriving'))).toEqual([]);
});

test('a file that was changed in the bucket is not given out whole', async () => {
  const store = await openFileStore(join(folder, 'here'), place());
  const stored = await store.put(pdf('một tờ khai'));
  if (!stored.ok) throw new Error('refused');
  const { sha256 } = stored.value;
  const at = readdirSync(bucketFolder, { recursive: true, withFileTypes: true }).find(
    (entry) => entry.isFile() && entry.name.startsWith(sha256) && entry.name.endsWith('_object'),
  );
  if (!at) throw new Error('the bucket has no such file');
  const path = join(at.parentPath, at.name);
  writeFileSync(path, readFileSync(path).fill(65, 10, 12));
  const { stream } = await store.open(sha256);
  await expect(buffer(stream)).rejects.toThrow('not what was handed in');
});

test('a removed file is gone, a second removal changes nothing, and what was never there is a fault', async () => {
  const store = await openFileStore(join(folder, 'here'), place());
  const stored = await store.put(pdf('bỏ'));
  if (!stored.ok) throw new Error('refused');
  await store.remove(stored.value.sha256);
  await store.remove(stored.value.sha256);
  await expect(store.open(stored.value.sha256)).rejects.toThrow('does not hold');
});

test('a bucket that cannot be reached is a fault, not a refusal', async () => {
  const gone = s3Place({ endpoint: 'http://127.0.0.1:9/papers', region: 'x', accessKey: 'a', secretKey: 'b' });
  const store = await openFileStore(join(folder, 'here'), gone);
  await expect(store.put(pdf('x'))).rejects.toThrow();
});
