import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, createApp } from '#app.ts';
import { stoppedClock } from '#platform/clock.ts';
import { openFileStore } from '#platform/file-store.ts';
import { kioskRoutes } from '#surfaces/kiosk/routes.ts';
import { portalRoutes } from '#surfaces/portal/routes.ts';
import { webShell } from '#surfaces/web/web-shell.ts';
import { workspaceRoutes } from '#surfaces/workspace/routes.ts';
import { officerOf, ward } from '../../../../tests/city.ts';
import { moment } from '../../../../tests/dossier-walk.ts';
import { freshDatabase } from '../../../../tests/on-database.ts';
import { PageVisitor } from '../../../../tests/page-visitor.ts';
import { sampleSubmission } from '../../../../tests/sample-submission.ts';
import { loadDemoCity, loadReferenceData } from '../../../load-demo-city.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-dues-pages-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

let app: App;
let server: ReturnType<typeof webShell>;
let officer: PageVisitor;

beforeAll(async () => {
  const clock = stoppedClock(moment('2021-11-05T09:00'));
  await loadReferenceData(database.db, () => undefined);
  await loadDemoCity(database.db, clock.now(), () => undefined);
  app = createApp({ db: database.db, files: await openFileStore(folder), clock });
  server = webShell(app, (router) => {
    portalRoutes(app)(router);
    workspaceRoutes(app)(router);
    kioskRoutes(app)(router);
  });
  officer = new PageVisitor(server);
  const signInName = 'truongmotcua.congvi';
  await officer.send('/dang-nhap', '/dang-nhap', { signInName, password: 'motcua-demo-2021' });
});

async function owing(procedureCode = '1.004873', receiver = 'x-00007', desk = ward.desk) {
  const done = await app.dossiers.receive(desk, await sampleSubmission(app, procedureCode, receiver));
  if (!done.ok) throw new Error(done.refusal.code);
  const { bills } = await app.dues.ofCase(done.value.caseId);
  return { caseId: done.value.caseId, code: bills[0]?.code ?? '' };
}

describe('the desk of dues', () => {
  test('lists what waits, takes the money, gives the change and the receipt', async () => {
    const { caseId, code } = await owing();
    const before = await officer.get('/lam-viec/thu-phi');
    expect(before.text).toContain(code);
    const page = `/lam-viec/ho-so/${caseId}/collect-dues`;
    const short = await officer.send(page, page, { tendered: '10.000' });
    expect(short.status).toBe(422);
    expect(short.text).toContain('ít hơn số phải thu 15.000 đồng');
    expect((await officer.send(page, page, { tendered: '20.000' })).status).toBe(303);
    const after = await officer.get('/lam-viec/thu-phi');
    expect(after.text).not.toContain(code);
    const [, receipt = ''] = /href="([^"]+\/bien-lai\/[^"]+)"[^>]*>0000001\/2021-BL/.exec(after.text) ?? [];
    expect((await officer.get(receipt)).headers.get('content-type')).toBe('application/pdf');
    // nought given back is nought, not "free of charge"
    expect(after.text).toContain('0 đồng');
    expect(after.text).not.toContain('Không thu phí');
  });

  test('takes in a statement, and what nobody knows waits to be placed', async () => {
    const { code } = await owing();
    const statement = `FT1;05/11/2021 08:10;15.000;${code.toLowerCase()}\nFT2;05/11/2021 08:12;15.000;khong ro`;
    const done = await officer.send('/lam-viec/thu-phi', '/lam-viec/thu-phi', { statement });
    expect((await officer.get(done.location)).text).toContain('2 dòng mới, 0 dòng đã có; 1 khoản được nộp; 1 dòng chờ');
  });

  test('is nobody else’s', async () => {
    expect((await new PageVisitor(server).get('/lam-viec/thu-phi')).status).toBe(303);
    const handler = new PageVisitor(server);
    await handler.send('/dang-nhap', '/dang-nhap', { signInName: 'cong.dan.1', password: 'motcua-demo-2021' });
    expect((await handler.get('/lam-viec/thu-phi')).status).toBe(404);
  });
});

describe('the page of a bill', () => {
  test('names nobody, shows VietQR, and offers no gateway where there is none', async () => {
    const { code } = await owing();
    const shown = await new PageVisitor(server).get(`/thanh-toan/${code}`);
    expect(shown.text).toContain(`nội dung ${code}`);
    expect(shown.text).not.toContain('Trả tiền trực tuyến');
    expect(shown.text).not.toContain('Trần Văn An');
    expect((await new PageVisitor(server).get('/thanh-toan/MCAAAAAAA')).status).toBe(404);
    const large = await new PageVisitor(server).get(`/kiosk/x-00007.desk/thanh-toan/${code}`);
    expect(large.text).toContain(`nội dung ${code}`);
  });
});

describe('a procedure whose dues come first', () => {
  test('waits at the desk until they are paid', async () => {
    const unit = 'so-ke-hoach-va-dau-tu';
    const desk = officerOf(`${unit}.desk`, ['intake-officer', 'desk-head'], 1, `hn/${unit}/${unit}.desk`);
    const { caseId, code } = await owing('2.001199', unit, desk);
    const forward = () => app.dossiers.move(desk, { caseId, move: 'forward', data: { note: '' } });
    expect(await forward()).toMatchObject({ ok: false, refusal: { code: 'dues-first' } });
    expect((await app.dues.collect(desk, { caseId, billCode: code, tendered: '200000' })).ok).toBe(true);
    expect((await forward()).ok).toBe(true);
  });
});
