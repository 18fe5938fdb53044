import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, withoutScript } from './axe.ts';
import { makeMove, scan } from './city.ts';
import { OwnCity } from './own-city.ts';

// the story is long, and its days are its own: the objections end only when days have passed
test.describe.configure({ timeout: 300_000 });

const city = new OwnCity();
test.afterAll(() => city.close());

test('departments and districts are scored: one proves its points, is appraised lower, objects, is answered, and all are ranked', async ({
  page,
}) => {
  await withoutScript(page);
  await city.openAt('2021-11-05T08:30');
  const goto = (path: string) => page.goto(`${city.url}${path}`);
  const look = async () => {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  };
  const become = async (name: string) => {
    await page.context().clearCookies();
    await goto('/dang-nhap');
    await page.getByLabel('Tên đăng nhập').fill(name);
    await page.getByLabel('Mật khẩu').fill('motcua-demo-2021');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await expect(page).not.toHaveURL(/dang-nhap/);
  };

  let round = '';
  await test.step('the division opens a round; every department and district gets its sheet', async () => {
    await become('truongcchc.sonoivu');
    await goto('/lam-viec/chi-so');
    await look();
    await page.getByRole('link', { name: 'Mở đợt đánh giá' }).click();
    await look();
    await page.getByLabel('Tên đợt').fill('Chỉ số cải cách hành chính năm 2021');
    await page.getByLabel('Số liệu từ ngày').fill('01/01/2021');
    await page.getByLabel('Chốt số liệu hết ngày').fill('04/11/2021');
    await page.getByLabel('Cơ quan tự chấm, gửi trước hết ngày').fill('12/11/2021');
    await page.getByLabel('Thẩm định xong trước hết ngày').fill('13/11/2021');
    await page.getByLabel('Cơ quan kiến nghị trước hết ngày').fill('24/11/2021');
    await page.getByLabel('Trả lời kiến nghị, công bố trước hết ngày').fill('30/11/2021');
    await page.getByRole('button', { name: 'Mở đợt và gửi phiếu' }).click();
    // 13/11/2021 is a Saturday
    await expect(page.getByText('phải là ngày làm việc').first()).toBeVisible();
    await look();
    await page.getByLabel('Thẩm định xong trước hết ngày').fill('19/11/2021');
    await page.getByRole('button', { name: 'Mở đợt và gửi phiếu' }).click();
    await expect(page.getByRole('heading', { name: 'Phiếu của các cơ quan' })).toBeVisible();
    await look();
    round = new URL(page.url()).pathname;
    await page.getByRole('link', { name: 'Mọi phiếu và xếp hạng tạm tính' }).click();
    await expect(page.getByText('Sở, ngành (22)')).toBeVisible();
    await look();
  });

  let sheet = '';
  await test.step('a department scores itself, with a document and a file, and sends its sheet', async () => {
    await become('giamdoc.sotuphap');
    await goto('/lam-viec/chi-so');
    await page.getByRole('link', { name: 'Sở Tư pháp' }).first().click();
    await look();
    const onCase = new URL(page.url()).pathname;
    sheet = onCase.replace('/viec/', '/chi-so/phieu/');
    await makeMove(page, 'Gửi phiếu tự chấm').catch(() => undefined);
    await expect(page.getByText('Chưa tự chấm đủ').first()).toBeVisible();
    await goto(sheet);
    await look();
    const first = page.getByRole('link', { name: /^Tự chấm / }).first();
    await first.click();
    await look();
    await page.getByLabel('Điểm tự chấm').fill('1');
    await page.getByLabel('Giải trình').fill('Kế hoạch ban hành đúng hạn.');
    await page.getByRole('button', { name: 'Ghi điểm' }).click();
    await expect(page.getByText('phải có minh chứng').first()).toBeVisible();
    await page.getByLabel('Số, ngày văn bản').fill('12/KH-STP ngày 05/01/2021');
    await page.locator('input[type=file]').setInputFiles({ ...scan, name: 'ke-hoach.pdf' });
    await page.getByRole('button', { name: 'Ghi điểm' }).click();
    await expect(page.getByRole('heading', { name: 'Đã ghi điểm tự chấm' })).toBeVisible();
    await expect(page.getByText('ke-hoach.pdf')).toBeVisible();
    for (;;) {
      const next = page.getByRole('link', { name: /^Tự chấm / });
      if ((await next.count()) === 0) break;
      await next.first().click();
      await page.getByLabel('Điểm tự chấm').fill('1');
      await page.getByLabel('Giải trình').fill('Đã thực hiện đủ.');
      await page.getByLabel('Số, ngày văn bản').fill('88/BC-STP ngày 30/10/2021');
      await page.getByRole('button', { name: 'Ghi điểm' }).click();
      await expect(page.getByRole('heading', { name: 'Đã ghi điểm tự chấm' })).toBeVisible();
    }
    await goto(onCase);
    await makeMove(page, 'Gửi phiếu tự chấm');
  });

  await test.step('the appraiser sees the evidence and gives less for one criterion, which needs a reason', async () => {
    await become('truongcchc.sonoivu');
    await goto(`${sheet}/tham-dinh`);
    await look();
    await expect(page.getByRole('link', { name: 'ke-hoach.pdf' })).toBeVisible();
    await page.getByLabel('Điểm thẩm định 1.1.1').fill('0,5');
    await page.getByRole('button', { name: 'Ghi kết quả thẩm định' }).click();
    await expect(page.getByText('phải nêu lý do').first()).toBeVisible();
    await look();
    await page.getByLabel('Lý do 1.1.1').fill('Kế hoạch ban hành sau ngày 15/01.');
    await page.getByRole('button', { name: 'Ghi kết quả thẩm định' }).click();
    await expect(page.getByRole('heading', { name: 'Đã ghi điểm thẩm định' })).toBeVisible();
    await goto(sheet.replace('/chi-so/phieu/', '/viec/'));
    await makeMove(page, 'Gửi kết quả thẩm định');
  });

  await test.step('the department objects to that criterion and says that it has nothing else', async () => {
    await become('giamdoc.sotuphap');
    await goto(sheet);
    await expect(page.getByText('Kế hoạch ban hành sau ngày 15/01.').first()).toBeVisible();
    await look();
    await page.getByRole('link', { name: /^Kiến nghị Ban hành kế hoạch/ }).click();
    await look();
    await expect(page.getByLabel('Tiêu chí')).toHaveValue('1.1.1');
    await page.getByLabel('Chưa đúng ở đâu').fill('Kế hoạch ký ngày 05/01, văn bản kèm theo.');
    await page.getByRole('button', { name: 'Kiến nghị về một tiêu chí' }).click();
    await expect(page.getByRole('heading', { name: 'Đã gửi kiến nghị' })).toBeVisible();
    await makeMove(page, 'Không còn kiến nghị');
    await expect(page.getByText('Chờ trả lời kiến nghị').first()).toBeVisible();
  });

  await test.step('the objection is answered, and the points of the department stand', async () => {
    await become('truongcchc.sonoivu');
    await goto(sheet.replace('/chi-so/phieu/', '/viec/'));
    await makeMove(page, 'Trả lời kiến nghị', {
      criterionId: '1.1.1',
      outcome: 'changed',
      points: '0,75',
      answer: 'Văn bản ký đúng hạn, phát hành chậm 3 ngày.',
    });
    await expect(page.getByText('Đã có điểm').first()).toBeVisible();
    await look();
  });

  await test.step('what nobody sent is appraised as it is; objections end when their day is over', async () => {
    await city.openAt('2021-11-15T08:30');
    await become('truongcchc.sonoivu');
    await goto(round.replace('/viec/', '/chi-so/dot/'));
    await expect(page.getByText('quá hạn').first()).toBeVisible();
    // by the interface, as another system would: fifty sheets by hand would show nothing new
    const signIn = await page.request.post(`${city.url}/api/tokens`, {
      data: { signInName: 'truongcchc.sonoivu', password: 'motcua-demo-2021' },
    });
    const { token } = await signIn.json();
    const headers = { authorization: `Bearer ${token}` };
    const { parts } = await (
      await page.request.get(`${city.url}/api/cases/${round.split('/').at(-1)}`, { headers })
    ).json();
    expect(parts).toHaveLength(52);
    for (const { caseId, state } of parts) {
      if (state !== 'scoring') continue;
      for (const move of ['take-unsent', 'finish-appraisal']) {
        const made = await page.request.post(`${city.url}/api/cases/${caseId}/${move}`, { headers, data: {} });
        expect(made.status(), await made.text()).toBe(200);
      }
    }
    await city.openAt('2021-11-25T08:30');
    await become('giamdoc.sonoivu');
    await expect(async () => {
      await goto(round);
      await makeMove(page, 'Chốt điểm và công bố');
    }).toPass({ timeout: 60_000 });
    await look();
  });

  await test.step('anyone reads the ranking, and every point of the department with its reasons', async () => {
    await page.context().clearCookies();
    await goto('/cong-khai/chi-so');
    await page.getByRole('link', { name: 'Chỉ số cải cách hành chính năm 2021' }).click();
    await look();
    await expect(page.getByRole('row').filter({ hasText: 'Sở Tư pháp' })).toContainText('1');
    await page.getByRole('link', { name: 'Sở Tư pháp' }).click();
    await look();
    await expect(page.getByText('Kế hoạch ban hành sau ngày 15/01.').first()).toBeVisible();
    await expect(page.getByText('Văn bản ký đúng hạn, phát hành chậm 3 ngày.').first()).toBeVisible();
    await expect(page.getByText('Thái Văn Hưởng')).toHaveCount(0);
  });
});
