import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, withoutScript } from './axe.ts';
import { becomes, fileOnline, makeMove, openFromList, scan, signIn } from './city.ts';

test('a house-building permit goes through its route: division, head, committee, clerk, with an apology in time', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await withoutScript(page);
  const look = async () => {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  };

  await signIn(page, 'cong.dan.1');
  const { code: reference } = await fileOnline(page, { procedureCode: '1.009994', agency: 'Quận Ba Đình' });

  await becomes(page, 'motcua.badinh');
  const caseUrl = await openFromList(page, reference);
  await page.getByRole('button', { name: 'Tiếp nhận, cấp mã' }).click();
  await expect(page).toHaveURL(/da-lam=accept/);
  const code = /000\.\d{2}\.\d{2}\.H26-211105-\d{4}/.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? '';
  expect(code).not.toBe('');
  // 15 days from 05/11/2021 end on a Saturday: promised for Monday
  await expect(page.getByText('thứ Hai 22/11/2021').first()).toBeVisible();
  await page.goto(caseUrl);
  await makeMove(page, 'Chuyển xử lý');

  await becomes(page, 'quanlydothi.badinh');
  await openFromList(page, code);
  await makeMove(page, 'Ký nhận hồ sơ');
  await makeMove(page, 'Đề nghị bổ sung', {
    'items.0.what': 'Bản vẽ mặt cắt móng',
    'items.0.reason': 'Thiếu kích thước móng',
    'items.0.clause': 'Điều 95 Luật Xây dựng 2014',
  });

  await becomes(page, 'motcua.badinh');
  await page.goto(caseUrl);
  await makeMove(page, 'Yêu cầu bổ sung');

  // the owner, signed in, sees more than the state: who has it, what is asked
  await becomes(page, 'cong.dan.1');
  await page.goto('/ho-so-cua-toi');
  await look();
  await page
    .getByRole('link', { name: /Cấp giấy phép xây dựng/ })
    .first()
    .click();
  await expect(page.getByText('Bản vẽ mặt cắt móng').first()).toBeVisible();
  await look();
  await page.locator('input[type=file]').first().setInputFiles(scan);
  await page.getByRole('button', { name: 'Nộp bổ sung' }).click();
  await expect(page.locator('input[type=file]')).toHaveCount(0);

  await becomes(page, 'motcua.badinh');
  await page.goto(caseUrl);
  await makeMove(page, 'Chuyển xử lý');
  await becomes(page, 'quanlydothi.badinh');
  await openFromList(page, code);
  await makeMove(page, 'Ký nhận hồ sơ');
  await makeMove(page, 'Trình kết quả', { outcome: 'grant', summary: 'Phù hợp quy hoạch' });

  await becomes(page, 'truongdothi.badinh');
  await openFromList(page, code);
  await makeMove(page, 'Xin lỗi và đề nghị hẹn lại', {
    reason: 'Cần kiểm tra lại chỉ giới đường đỏ',
    letterNumber: '18/PXL-QLĐT',
    newDueOn: '26/11/2021',
  });
  await makeMove(page, 'Đồng ý, trình ký');

  await becomes(page, 'motcua.badinh');
  await page.goto(caseUrl);
  await makeMove(page, 'Hẹn lại ngày trả');
  await expect(page.getByText('26/11/2021').first()).toBeVisible();

  await becomes(page, 'chutich.badinh');
  await openFromList(page, code);
  await makeMove(page, 'Ký', {});
  await becomes(page, 'vanthu.badinh');
  await openFromList(page, code);
  await makeMove(page, 'Cho số, đóng dấu', { number: '412/GPXD' });
  await becomes(page, 'motcua.badinh');
  await page.goto(caseUrl);
  await makeMove(page, 'Trả kết quả', { receivedBy: 'Trần Thị Ngọc Ánh', method: 'desk' });

  await becomes(page, 'cong.dan.1');
  await page.goto('/ho-so-cua-toi');
  await page
    .getByRole('link', { name: /Cấp giấy phép xây dựng/ })
    .first()
    .click();
  await expect(page.getByText('Cần kiểm tra lại chỉ giới đường đỏ').first()).toBeVisible();
  await expect(page.getByText('412/GPXD').first()).toBeVisible();
  await look();
});
