import { writeFileSync } from 'node:fs';
import { afterAll, test } from 'vitest';
import { openFileStore } from '#platform/file-store.ts';
import { officerOf, openCity, ward } from '../../../../tests/city.ts';
import { freshDatabase } from '../../../../tests/on-database.ts';
import { sampleSubmission } from '../../../../tests/sample-submission.ts';
import { receiptHeading } from './receipt-heading.ts';
import { receiptPdf } from './receipt-pdf.ts';

const database = await freshDatabase();
afterAll(database.drop);
test('dump', async () => {
  const { app, setClock } = await openCity(database.db, await openFileStore('/tmp/receipt/files'));
  const facts = async (unit: string) => ({
    ...receiptHeading(unit, (await app.ground()).tree),
    secret: 'K7QW2MXA',
    publicUrl: 'https://motcua.hanoi.example.vn',
    reprint: 0,
    printedAt: app.now(),
    language: 'vi' as const,
  });
  const dump = async (
    name: string,
    code: string,
    unit: string,
    desk: any,
    change: any = {},
    pageChange = (p: any) => p,
  ) => {
    const s = await sampleSubmission(app, code, unit);
    const all = (await app.procedures.inForce(code))!.definition.documents.map((d) => d.id);
    const done = await app.dossiers.receive(desk, {
      ...s,
      onPaper: all,
      ...change,
      submitter: { ...s.submitter, ...change.submitter },
    });
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    const page = pageChange(await app.dossiers.page(desk, done.value.caseId));
    writeFileSync(`/tmp/receipt/${name}.pdf`, await receiptPdf(page, await facts(unit)));
    return page;
  };
  setClock('2021-11-05T09:30');
  await dump('a', '1.004873', 'x-00007', ward.desk, {
    submitter: { name: 'Nguyễn Thị Minh Khai', email: 'minhkhai@example.vn' },
  });
  await dump('b', '2.000635', 'x-00007', ward.desk, {});
  const desk = officerOf('q-001.desk', ['intake-officer'], 9, 'hn/q-001/q-001.desk');
  setClock('2021-04-26T15:40');
  await dump(
    'c',
    '1.009994',
    'q-001',
    desk,
    {
      ownerName:
        'Công ty trách nhiệm hữu hạn một thành viên Đầu tư Xây dựng và Phát triển Đô thị Thăng Long – Ngọc Khánh',
      submitter: {
        address: 'Số 12, ngách 34/56, ngõ 178, phố Đội Cấn, phường Cống Vị, quận Ba Đình, thành phố Hà Nội, Việt Nam',
        email: 'mot.dia.chi.thu.dien.tu.rat.dai@example.com.vn',
      },
    },
    (p) => ({
      ...p,
      papers: Array.from({ length: 25 }, (_, i) => ({
        documentId: `khac-${i}`,
        fileName: `Bản vẽ thiết kế xây dựng số ${i + 1} kèm theo bản sao giấy chứng nhận thẩm duyệt thiết kế về phòng cháy, chữa cháy.pdf`,
      })),
    }),
  );
  const stp = officerOf('so-tu-phap.desk', ['intake-officer'], 10, 'hn/so-tu-phap/so-tu-phap.desk');
  setClock('2026-11-23T10:05');
  await dump('d', '2.000488', 'so-tu-phap', stp, {});
  setClock('2021-02-05T16:10');
  const page = await dump('e', '1.004873', 'x-00007', ward.desk, {}, (p: any) => ({
    ...p,
    state: {
      ...p.state,
      dueAt: '2021-02-26T10:00:00Z',
      clock: { ...p.state.clock, reappointedTo: '2021-02-26T10:00:00Z' },
    },
  }));
  const times: number[] = [];
  for (let i = 0; i < 2000; i++) {
    const t = performance.now();
    await receiptPdf(
      { ...page, dossier: { ...page.dossier, ownerName: `Chủ hồ sơ ${i}` } },
      { ...(await facts('x-00007')), secret: `AAAA${1000 + i}` },
    );
    times.push(performance.now() - t);
    if (i % 500 === 0) console.log('rss', process.memoryUsage().rss / 1e6);
  }
  times.sort((a, b) => a - b);
  console.log('ms', times[1000], times[1900], times[1999], 'rss', process.memoryUsage().rss / 1e6);
}, 120000);
