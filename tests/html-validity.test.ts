import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoSignIns } from '#modules/people/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { kioskRoutes } from '#surfaces/kiosk/routes.ts';
import { portalRoutes } from '#surfaces/portal/routes.ts';
import { webShell } from '#surfaces/web/web-shell.ts';
import { workspaceRoutes } from '#surfaces/workspace/routes.ts';
import { loadDemoCity } from '../src/load-demo-city.ts';
import { accountId, officerOf, openCity } from './city.ts';
import { moment } from './dossier-walk.ts';
import { root } from './guards/read-sources.ts';
import { freshDatabase } from './on-database.ts';
import { PageVisitor } from './page-visitor.ts';
import { sampleSubmission } from './sample-submission.ts';

const checker = join(root, 'node_modules/vnu-jar/build/dist/vnu.jar');
const hasJava = spawnSync('java', ['-version']).status === 0;
if (!hasJava) console.log('no Java here: the pages are not shown to the Nu checker');

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-html-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Pages of every kind, by who opens them. */
let pages: Readonly<Record<string, readonly string[]>>;
let server: ReturnType<typeof webShell>;

beforeAll(async () => {
  const { app } = await openCity(database.db, await openFileStore(join(folder, 'files')));
  await loadDemoCity(database.db, moment('2021-11-05T08:00'), () => undefined);
  server = webShell(app, (router) => {
    portalRoutes(app)(router);
    workspaceRoutes(app)(router);
    kioskRoutes(app)(router);
  });
  const desk = officerOf('q-001.desk', ['intake-officer', 'desk-head'], 1, 'hn/q-001/q-001.desk');
  const office = officerOf('q-001.urban-management', ['case-handler', 'unit-head'], 2, 'hn/q-001/x');
  const received = await app.dossiers.receive(desk, await sampleSubmission(app, '1.009994', 'q-001'));
  if (!received.ok) throw new Error(JSON.stringify(received.refusal));
  const { caseId } = received.value;
  await app.dossiers.move(desk, { caseId, move: 'forward', data: {} });
  await app.dossiers.move(office, { caseId, move: 'take-over', data: {} });
  const here = `/lam-viec/ho-so/${caseId}`;
  const part = `/lam-viec/ho-so/${app.dossiers.partId(caseId, 'appraise/planning')}`;
  const clerk = { ...officerOf('q-001', ['records-clerk'], 3, 'hn/q-001'), accountId: accountId(3) };
  const raw = {
    name: 'Lớp',
    kind: 'digital',
    startsOn: '2021-03-01',
    endsOn: '2021-03-05',
    mode: 'online',
    learners: 3,
  };
  const classes = app.registers.find('training-classes')!;
  const recorded = await app.registers.record(clerk, classes, { unitId: 'q-001', raw, evidence: [] });
  const training = `/lam-viec/so/training-classes/${recorded.ok ? recorded.value : ''}`;
  const division = 'so-noi-vu.administrative-reform';
  const day = (written: string) => Temporal.PlainDate.from(written);
  const round = await app.indices.openRound(officerOf(division, ['unit-head'], 4, `hn/so-noi-vu/${division}`), {
    frame: 'par-2021',
    title: '',
    from: day('2021-01-01'),
    to: day('2021-11-04'),
    dueOn: {
      score: day('2021-11-12'),
      appraise: day('2021-11-19'),
      object: day('2021-11-24'),
      close: day('2021-11-30'),
    },
  });
  const roundId = round.ok ? round.value.caseId : '';
  const [sheet] = await app.indices.ownSheets(['so-tu-phap']);
  pages = {
    '': [
      ...['/', '/thu-tuc', '/thu-tuc?q=khai', '/thu-tuc/1.009994', '/en/thu-tuc/2.000986', '/nop-ho-so/1.001193'],
      ...['/tra-cuu', '/kiem-tra', '/dang-nhap', '/dang-ky', '/gioi-thieu/tro-nang', '/khong-co'],
      ...['/cong-khai/so', '/cong-khai/so/training-classes'],
      ...['/dat-lich', '/dat-lich?thu-tuc=1.001193&quay=x-00007.desk&ngay=2021-11-08', '/dat-lich/lich-hen'],
      ...['/kiosk/q-001.desk', '/kiosk/q-001.desk?viec=hen', '/kiosk/q-001.desk?viec=nop&linh-vuc=dat-dai'],
    ],
    'cong.dan.1': ['/ho-so-cua-toi', '/ho-so-cua-toi/thong-bao', '/tai-khoan'],
    'quanlydothi.badinh': ['/lam-viec', here, `${here}/consult`, `${here}/call-off`, part],
    'motcua.badinh': [
      '/lam-viec/tiep-nhan',
      '/lam-viec/so-theo-doi',
      '/lam-viec/thong-bao',
      '/lam-viec/thong-bao/mau',
      '/lam-viec/quay',
      '/lam-viec/quay/thiet-bi',
    ],
    'truongcchc.sonoivu': [
      '/lam-viec/chi-so',
      '/lam-viec/chi-so/mo',
      `/lam-viec/viec/${roundId}`,
      `/lam-viec/chi-so/dot/${roundId}`,
    ],
    'giamdoc.sotuphap': [
      `/lam-viec/viec/${sheet?.caseId}`,
      `/lam-viec/chi-so/phieu/${sheet?.caseId}`,
      `/lam-viec/chi-so/phieu/${sheet?.caseId}/tu-cham/1.1.1`,
    ],
    'vanthu.badinh': ['/lam-viec/so/training-classes/ghi', '/lam-viec/so/training-classes/nhap', training],
    'chutich.badinh': [
      '/lam-viec/uy-quyen',
      '/lam-viec/danh-gia',
      '/lam-viec/so',
      '/lam-viec/so/training-classes',
      training,
    ],
  };
});

test.skipIf(!hasJava)('pages of every kind are valid HTML to the Nu checker', { timeout: 120_000 }, async () => {
  const files: string[] = [];
  for (const [name, addresses] of Object.entries(pages)) {
    const visitor = new PageVisitor(server);
    if (name !== '')
      await visitor.send('/dang-nhap', '/dang-nhap', { signInName: name, password: demoSignIns().password });
    for (const address of addresses) {
      const { status, text } = await visitor.get(address);
      expect([address, status]).toEqual([address, address === '/khong-co' ? 404 : 200]);
      const file = join(folder, `${files.length}${address.replaceAll(/[^a-z0-9]/gi, '-')}.html`);
      writeFileSync(file, text);
      files.push(file);
    }
  }
  const said = spawnSync('java', ['-jar', checker, '--errors-only', '--format', 'gnu', ...files], { encoding: 'utf8' });
  expect(said.stderr.replaceAll(`file:${folder}/`, '')).toBe('');
  expect(files.length).toBeGreaterThan(20);
});
