import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, withoutScript } from './axe.ts';
import { becomes, fileOnline, makeMove, openFromList, scan } from './city.ts';

test('a birth is registered: filed online without script, supplemented once, signed, returned, followed to the end', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await withoutScript(page);
  const look = async () => {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  };

  await page.goto('/');
  await page.getByRole('searchbox').first().fill('lam giay khai sinh');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await look();
  await page.getByRole('link', { name: 'Đăng ký khai sinh', exact: true }).click();
  await expect(page).toHaveURL(/1\.001193/);

  const { code: reference, secret } = await fileOnline(page, {
    procedureCode: '1.001193',
    agency: 'Cống Vị',
    onPage: look,
  });
  expect(reference).toMatch(/^MC-[0-9A-F]{10}$/);
  expect(secret).toHaveLength(8);

  // the desk finds one thing missing and says so once
  await becomes(page, 'motcua.congvi');
  const caseUrl = await openFromList(page, reference);
  await look();
  await makeMove(page, 'Yêu cầu bổ sung', {
    'items.0.what': 'Giấy chứng sinh bản rõ nét',
    'items.0.reason': 'Bản chụp bị mờ, không đọc được tên mẹ',
    'items.0.clause': 'Điều 16 Luật Hộ tịch 2014',
  });
  await expect(page.getByRole('link', { name: 'Yêu cầu bổ sung', exact: true })).toHaveCount(0);

  // the citizen sees it with code and secret alone, and answers
  await page.context().clearCookies();
  await page.goto('/tra-cuu');
  await look();
  await page.getByLabel('Mã hồ sơ').fill(reference.toLowerCase());
  await page.getByLabel('Mã bí mật').fill(secret);
  await page.getByRole('button', { name: 'Xem hồ sơ đang ở đâu' }).click();
  await expect(page.getByText('Giấy chứng sinh bản rõ nét').first()).toBeVisible();
  await look();
  await page.locator('input[type=file]').first().setInputFiles(scan);
  await page.getByRole('button', { name: 'Nộp bổ sung' }).click();
  await expect(page.locator('input[type=file]')).toHaveCount(0);

  // accepted, forwarded with two signatures, proposed, signed, numbered, returned
  await becomes(page, 'motcua.congvi');
  await page.goto(caseUrl);
  await page.getByRole('button', { name: 'Tiếp nhận, cấp mã' }).click();
  await expect(page.getByText(/000\.04\.31\.H26-211105-\d{4}/).first()).toBeVisible();
  const code = /000\.04\.31\.H26-211105-\d{4}/.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? '';
  await look();
  const [receipt] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('/ban-in/')),
    page
      .getByRole('button', { name: /In giấy hẹn/ })
      .first()
      .click(),
  ]);
  expect(receipt.headers()['content-type']).toBe('application/pdf');
  await page.goto(caseUrl);
  await makeMove(page, 'Chuyển xử lý', { note: 'kèm bản chính' });

  await becomes(page, 'hotich.congvi');
  await openFromList(page, code);
  await makeMove(page, 'Ký nhận hồ sơ');
  await makeMove(page, 'Trình kết quả', { outcome: 'grant', summary: 'Đủ điều kiện đăng ký khai sinh' });

  await becomes(page, 'chutich.congvi');
  await openFromList(page, code);
  await makeMove(page, 'Ký', {});

  await becomes(page, 'vanthu.congvi');
  await openFromList(page, code);
  await makeMove(page, 'Cho số, đóng dấu', { number: '125/2021' });

  await becomes(page, 'motcua.congvi');
  await page.goto(caseUrl);
  await makeMove(page, 'Trả kết quả', { receivedBy: 'Trần Thị Ngọc Ánh', method: 'desk' });
  await look();
  // every hop of it stands in the journal, with who and when
  await expect(page.locator('.timeline > li, ol li').filter({ hasText: 'Công chức' }).first()).toBeVisible();

  await page.context().clearCookies();
  await page.goto('/tra-cuu');
  await page.getByLabel('Mã hồ sơ').fill(code);
  await page.getByLabel('Mã bí mật').fill(secret);
  await page.getByRole('button', { name: 'Xem hồ sơ đang ở đâu' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Đã trả kết quả/);
  // with code and secret one sees the state, not the person
  await expect(page.getByText('Trần Thị Ngọc Ánh')).toHaveCount(0);
});
