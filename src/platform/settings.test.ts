import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { checkAddress, listenError, prepareDataFolder, readSettings } from './settings.ts';
import { StartRefused } from './start-refused.ts';

test('without any setting the program serves this machine on port 3000, embedded, with the demo city', () => {
  expect(readSettings({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataFolder: resolve('data'),
    databaseUrl: undefined,
    publicUrl: undefined,
    demo: true,
    demoDossiers: true,
    clockStart: undefined,
    papers: { s3: undefined, scanner: undefined, papersUrl: undefined },
    signing: expect.objectContaining({ keys: 'demo' }),
  });
});

test('a server of the city starts without the demo city unless it is asked for', () => {
  const url = 'postgres://motcua:x@db.example/motcua';
  expect(readSettings({ DATABASE_URL: url }).demo).toBe(false);
  expect(readSettings({ DATABASE_URL: url, MOTCUA_DEMO: '1' }).demo).toBe(true);
  expect(readSettings({ MOTCUA_DEMO: '0' }).demo).toBe(false);
});

test('the public address and the start of the clock are read', () => {
  const settings = readSettings({ MOTCUA_PUBLIC_URL: 'https://motcua.example.vn/', MOTCUA_CLOCK: '2021-11-05T09:30' });
  expect(settings.publicUrl).toBe('https://motcua.example.vn');
  expect(settings.clockStart?.toString()).toBe('2021-11-05T09:30:00');
});

test('a bucket, a scanner and an origin of papers are read', () => {
  const { papers } = readSettings({
    MOTCUA_S3_ENDPOINT: 'https://s3.example.vn/giay-to/',
    MOTCUA_S3_ACCESS_KEY: 'khoa',
    MOTCUA_S3_SECRET_KEY: 'bi-mat',
    MOTCUA_CLAMD: 'unix:/run/clamav/clamd.ctl',
    MOTCUA_CLAMD_DOWN: 'hold',
    MOTCUA_PAPERS_URL: 'https://giayto.example.vn',
  });
  expect(papers).toEqual({
    s3: { endpoint: 'https://s3.example.vn/giay-to', region: 'us-east-1', accessKey: 'khoa', secretKey: 'bi-mat' },
    scanner: { address: { path: '/run/clamav/clamd.ctl' }, whenDown: 'hold' },
    papersUrl: 'https://giayto.example.vn',
  });
  const address = { host: '::1', port: 3310 };
  expect(readSettings({ MOTCUA_CLAMD: 'tcp://[::1]:3310' }).papers.scanner).toEqual({ address, whenDown: 'refuse' });
});

test('a bucket without its key, and papers on the origin of the pages, stop the start', () => {
  expect(() => readSettings({ MOTCUA_S3_ENDPOINT: 'https://s3.example.vn/x' })).toThrow(/MOTCUA_S3_ACCESS_KEY/);
  const same = { MOTCUA_PUBLIC_URL: 'https://motcua.example.vn', MOTCUA_PAPERS_URL: 'https://motcua.example.vn/' };
  expect(() => readSettings(same)).toThrow(/MOTCUA_PAPERS_URL/);
});

test.each([
  ['MOTCUA_S3_ENDPOINT', 's3.example.vn'],
  ['MOTCUA_CLAMD', '127.0.0.1:3310'],
  ['MOTCUA_CLAMD', 'tcp://127.0.0.1:99999'],
  ['MOTCUA_CLAMD_DOWN', 'pass'],
  ['MOTCUA_PAPERS_URL', 'https://example.vn/giay-to'],
  ['PORT', 'abc'],
  ['PORT', '-1'],
  ['PORT', '70000'],
  ['PORT', '3000.5'],
  ['DATABASE_URL', 'mysql://x/y'],
  ['DATABASE_URL', 'postgres://'],
  ['DATABASE_URL', 'localhost'],
  ['MOTCUA_PUBLIC_URL', 'motcua.example.vn'],
  ['MOTCUA_PUBLIC_URL', 'https://example.vn/path'],
  ['MOTCUA_DEMO', 'yes'],
  ['MOTCUA_SMTP_URL', 'mail.example.vn'],
  ['MOTCUA_MAIL_FROM', 'khong-tra-loi@example.vn'],
  ['MOTCUA_SMS_URL', 'https://nha-mang.example.vn'],
  ['MOTCUA_ZALO_KEY', 'khoa-du-dai-de-dung'],
  ['MOTCUA_CLOCK', 'yesterday'],
  ['MOTCUA_CLOCK', '2021-11-05T09:30Z'],
  ['MOTCUA_CLOCK', '2021-11-05T09:30+07:00'],
])('%s=%s stops the start with one sentence that names the setting', (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(StartRefused);
  expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`${name}[^\\n]+\\.$`));
});

test('mail needs a server and a sender, a gateway an address and a key long enough', () => {
  const url = 'smtp://user:secret@mail.example.vn:587';
  const from = 'Một Cửa <khong-tra-loi@example.vn>';
  expect(readSettings({ MOTCUA_SMTP_URL: url, MOTCUA_MAIL_FROM: from }).mail).toEqual({ url, from });
  expect(() => readSettings({ MOTCUA_SMTP_URL: url, MOTCUA_MAIL_FROM: 'khong' })).toThrow(/MOTCUA_MAIL_FROM/);
  expect(() => readSettings({ MOTCUA_SMTP_URL: 'http://user:secret@x', MOTCUA_MAIL_FROM: from })).not.toThrow(/secret/);
  const sms = { url: 'https://nha-mang.example.vn/gui', key: 'khoa-du-dai-de-dung' };
  expect(readSettings({ MOTCUA_SMS_URL: sms.url, MOTCUA_SMS_KEY: sms.key }).sms).toEqual(sms);
  expect(() => readSettings({ MOTCUA_SMS_URL: sms.url, MOTCUA_SMS_KEY: 'ngan' })).toThrow(/MOTCUA_SMS_KEY/);
});

test('a wrong database address is not repeated, because it may hold a password', () => {
  expect(() => readSettings({ DATABASE_URL: 'mysql://user:secret@x/y' })).not.toThrow(/secret/);
});

test('a data folder that cannot be made stops the start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-settings-'));
  writeFileSync(join(folder, 'file'), '');
  expect(() => prepareDataFolder(join(folder, 'file', 'data'))).toThrow(/MOTCUA_DATA/);
  expect(() => prepareDataFolder(join(folder, 'file'))).toThrow(StartRefused);
  if (process.platform === 'linux') expect(() => prepareDataFolder('/proc/motcua/data')).toThrow(StartRefused);
  expect(() => prepareDataFolder(join(folder, 'a', 'b'))).not.toThrow();
  rmSync(folder, { recursive: true });
});

test('a taken port is said in one sentence', async () => {
  const first = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => first.once('listening', done));
  const { port } = first.address() as { port: number };
  const second = createServer();
  const error = await new Promise((done) => second.once('error', done).listen(port, '127.0.0.1'));
  expect(listenError(error, { host: '127.0.0.1', port })).toBeInstanceOf(StartRefused);
  expect(String(listenError(error, { host: '127.0.0.1', port }))).toContain(`Port ${port}`);
  first.close();
});

test('a taken port stops the start before anything is loaded', async () => {
  const first = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => first.once('listening', done));
  const { port } = first.address() as { port: number };
  await expect(checkAddress({ host: '127.0.0.1', port })).rejects.toThrow(StartRefused);
  await new Promise((done) => first.close(done));
  await expect(checkAddress({ host: '127.0.0.1', port })).resolves.toBeUndefined();
});

test('an error that no setting can cure stays as it is', () => {
  const error = new Error('other');
  expect(listenError(error, { host: 'x', port: 1 })).toBe(error);
});
