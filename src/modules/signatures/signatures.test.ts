import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { typesetPdf } from '#platform/typesetting.ts';
import { checkPdf } from './check/check-pdf.ts';
import type { TrustedRoots } from './check/find-path.ts';
import { findSignatures } from './check/find-signatures.ts';
import { readTrustedRoots } from './check/trusted-roots.ts';
import { demoKeys, demoRootFile } from './sign/demo-keys.ts';
import { localKeys } from './sign/local-keys.ts';
import { pdfSigner } from './sign/pdf-signer.ts';
import { remoteKeys } from './sign/remote-keys.ts';
import type { SignatureRequest } from './sign/signer.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-signatures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = Temporal.Instant.from('2021-11-05T02:00:00Z');
const now = Temporal.Instant.from('2021-11-06T02:00:00Z');
const request: SignatureRequest = {
  signer: {
    positionId: 'x-00007:chair',
    accountId: null,
    name: 'Trịnh Thị Kim Oanh',
    title: 'Chủ tịch',
    organisation: 'Ủy ban nhân dân phường Cống Vị',
  },
  reason: 'Kết quả KQ-2345',
  location: 'Cống Vị',
  at,
  block: ['CHỦ TỊCH'],
};
const password = 'chỉ để thử';
let plain: Uint8Array;
let signed: Uint8Array;
let roots: TrustedRoots;

async function sign(
  pdf: Uint8Array,
  keys = demoKeys(folder, password),
  change: Partial<SignatureRequest['signer']> = {},
) {
  const done = await pdfSigner(await keys).sign(pdf, { ...request, signer: { ...request.signer, ...change } });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}

beforeAll(async () => {
  const template = '#set document(title: "t")\n#set text(font: "Tinos", lang: "vi")\n= Giấy xác nhận\nPhường Cống Vị';
  plain = await typesetPdf({ template, data: {}, madeAt: at });
  signed = await sign(plain);
  roots = await readTrustedRoots({ files: [demoRootFile(folder)] });
});

/** What the checker of Poppler says; undefined where this machine has none. */
function pdfsig(pdf: Uint8Array): string | undefined {
  const file = join(folder, 'checked.pdf');
  writeFileSync(file, pdf);
  try {
    return execFileSync('pdfsig', [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const failed = error as { code?: string; stdout?: string };
    return failed.code === 'ENOENT' ? undefined : (failed.stdout ?? '');
  }
}
const withoutPdfsig = pdfsig(new Uint8Array()) === undefined;

const changedAt = (pdf: Uint8Array, place: number, by = 1): Uint8Array => {
  const changed = Uint8Array.from(pdf);
  changed[place] = (changed[place]! + by) & 0xff;
  return changed;
};

describe('a signed PDF', () => {
  test('is valid: who, by which post, of which body, when', () => {
    const { verdict, signatures } = checkPdf(signed, roots, now);
    expect(verdict).toBe('valid');
    expect(signatures).toMatchObject([
      {
        signer: { name: 'Trịnh Thị Kim Oanh', title: 'Chủ tịch', organisation: 'Ủy ban nhân dân phường Cống Vị' },
        intact: true,
        coversAll: true,
        timeProven: false,
      },
    ]);
    expect(signatures[0]?.signedAt?.equals(at)).toBe(true);
  });

  test('altered by any one byte that the signature covers is altered', () => {
    const [found] = findSignatures(signed);
    const { gapStart, gapEnd } = found!;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: signed.length - 1 }), fc.integer({ min: 1, max: 255 }), (place, by) => {
        fc.pre(place < gapStart || place >= gapEnd);
        // a changed byte range may leave no signature to be found: then the file is one that nobody signed
        expect(['altered', 'not-signed']).toContain(checkPdf(changedAt(signed, place, by), roots, now).verdict);
      }),
      { numRuns: 300 },
    );
  });

  test('with anything after what was signed is altered', () => {
    const longer = Buffer.concat([signed, Buffer.from('\n%%EOF\n')]);
    expect(checkPdf(longer, roots, now)).toMatchObject({
      verdict: 'altered',
      signatures: [{ intact: true, coversAll: false }],
    });
  });

  test('with something hidden behind the signature in its gap is altered', () => {
    const { gapEnd } = findSignatures(signed)[0]!;
    expect(checkPdf(changedAt(signed, gapEnd - 3), roots, now).verdict).toBe('altered');
  });

  test('by somebody whose root nobody here trusts is by an unknown signer', () => {
    expect(checkPdf(signed, [], now).verdict).toBe('unknown-signer');
  });

  test('outside the days of the certificate is not valid', async () => {
    const late = await pdfSigner(await demoKeys(folder, password)).sign(plain, {
      ...request,
      at: Temporal.Instant.from('2041-01-01T00:00:00Z'),
    });
    expect(late.ok && checkPdf(late.value, roots, now).verdict).toBe('certificate-not-valid-then');
  });

  test('signed a second time has two signatures, and the second covers all', async () => {
    const twice = await sign(signed, undefined, {
      positionId: 'x-00007:records-clerk',
      name: 'Ngô Thị Lệ Thu',
      title: 'Văn thư',
    });
    const { verdict, signatures } = checkPdf(twice, roots, now);
    expect(verdict).toBe('valid');
    expect(signatures.map((one) => [one?.signer.name, one?.coversAll])).toEqual([
      ['Trịnh Thị Kim Oanh', false],
      ['Ngô Thị Lệ Thu', true],
    ]);
    expect(checkPdf(changedAt(twice, 100), roots, now).verdict).toBe('altered');
  });

  test('that nobody signed is not signed', () => {
    expect(checkPdf(plain, roots, now)).toEqual({ verdict: 'not-signed', signatures: [] });
    expect(checkPdf(new Uint8Array(), roots, now).verdict).toBe('not-signed');
  });

  test.skipIf(withoutPdfsig)(
    'and the one altered by a byte are told apart by pdfsig too (skipped only where Poppler is not installed)',
    () => {
      expect(pdfsig(signed)).toContain('Signature is Valid');
      expect(pdfsig(signed)).toContain('Total document signed');
      const altered = changedAt(signed, signed.indexOf(0x0a, 300) + 40);
      expect(pdfsig(altered)).not.toContain('Signature is Valid');
      expect(checkPdf(altered, roots, now).verdict).toBe('altered');
    },
  );

  test.skipIf(withoutPdfsig)('still opens, with its text and its tags', () => {
    const file = join(folder, 'text.pdf');
    writeFileSync(file, signed);
    expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })).toContain('Phường Cống Vị');
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/);
  });
});

describe('keys in a folder', () => {
  test('are made once a post, for nobody else on the machine to read, and opened by the password only', async () => {
    await sign(plain);
    const file = readdirSync(folder).find((name) => name === 'x-00007_chair.p12');
    expect(file).toBeDefined();
    if (process.platform !== 'win32') expect(statSync(join(folder, file!)).mode & 0o077).toBe(0);
    await expect(localKeys(folder, 'sai').find(request.signer, at)).rejects.toThrow();
  });

  test('of a city that put none there for a post sign nothing', async () => {
    const found = await localKeys(folder, password).find({ ...request.signer, positionId: 'x-00004:chair' }, at);
    expect(found).toMatchObject({ ok: false, refusal: { code: 'signer-has-no-certificate' } });
  });
});

describe('a remote signing service', () => {
  let service: ChildProcess;
  let url: string;
  let serviceRoots: TrustedRoots;
  const token = 'test-123';

  beforeAll(async () => {
    const loader = join(import.meta.dirname, '../../platform/tsx-loader.mjs');
    const program = join(import.meta.dirname, '../../../tests/signing-service.ts');
    service = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', loader, program, token], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: service.stdout! }), 'line')) as [string];
    const told = JSON.parse(line) as { url: string; root: string };
    url = told.url;
    const rootFile = join(folder, 'service-root.pem');
    writeFileSync(rootFile, told.root);
    serviceRoots = await readTrustedRoots({ files: [rootFile] });
  });
  afterAll(() => service.kill());

  const keys = (timeoutMilliseconds = 5000) => remoteKeys({ url: `${url}/csc/v1`, token, timeoutMilliseconds });
  const behave = (how: string) => fetch(`${url}/behave/${how}`);

  test('is given a digest and gives back a signature that makes the same kind of file', async () => {
    const done = await pdfSigner(keys()).sign(plain, request);
    if (!done.ok) throw new Error(done.refusal.code);
    expect(checkPdf(done.value, serviceRoots, now)).toMatchObject({
      verdict: 'valid',
      signatures: [{ signer: { name: 'Người Ký Từ Xa' } }],
    });
    expect(checkPdf(changedAt(done.value, 200), serviceRoots, now).verdict).toBe('altered');
    if (!withoutPdfsig) expect(pdfsig(done.value)).toContain('Signature is Valid');
  });

  test('that holds no key for the post refuses', async () => {
    const signer = { ...request.signer, positionId: 'x-00004:chair' };
    expect(await pdfSigner(keys()).sign(plain, { ...request, signer })).toMatchObject({
      refusal: { code: 'signer-has-no-certificate' },
    });
  });

  test('that gives a wrong signature, is down, or does not know us is a fault, and nothing is signed', async () => {
    await behave('wrong');
    await expect(pdfSigner(keys()).sign(plain, request)).rejects.toThrow(/does not bear out/);
    await behave('down');
    await expect(pdfSigner(keys()).sign(plain, request)).rejects.toThrow(/503/);
    await behave('well');
    const stranger = remoteKeys({ url: `${url}/csc/v1`, token: 'another' });
    await expect(pdfSigner(stranger).sign(plain, request)).rejects.toThrow(/401/);
  });

  test('with a timestamp authority beside proves the moment of signing', async () => {
    const done = await pdfSigner(keys(), { timestampUrl: `${url}/timestamp` }).sign(plain, request);
    if (!done.ok) throw new Error(done.refusal.code);
    const { verdict, signatures } = checkPdf(done.value, serviceRoots, now);
    expect(verdict).toBe('valid');
    expect(signatures).toMatchObject([{ timeProven: true }]);
    expect(signatures[0]?.signedAt?.toString()).toBe('2021-11-05T03:00:00Z');
    // whoever does not trust the authority believes the signer's own word only
    expect(checkPdf(done.value, roots, now)).toMatchObject({
      verdict: 'unknown-signer',
      signatures: [{ timeProven: false }],
    });
  });
});
