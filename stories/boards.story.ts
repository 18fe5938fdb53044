import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { becomes } from './city.ts';

test('anyone sees how the city does, opens a district from the map and takes the data along, without script', async ({
  page,
}) => {
  await page.route('**/*.js', (route) => route.abort());
  await page.goto('/cong-khai');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Thành phố Hà Nội');
  await expectAccessible(page);
  await page.locator('.tiles a').filter({ hasText: 'Ba Đình' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Quận Ba Đình');
  await page.getByText('Bảng số từng tháng').click();
  await expect(page.getByRole('table', { name: 'Từng tháng' })).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tải số liệu theo cơ quan (CSV)' }).click();
  expect((await download).suggestedFilename()).toMatch(/^cong-khai-q-001-2021\.csv$/);
});

test('a head sees what is late, where, why and who, and goes on to all of it', async ({ page }) => {
  await becomes(page, 'chutich.badinh');
  await page.getByRole('link', { name: 'Điều hành' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Điều hành');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Xem tất cả hồ sơ quá hạn' }).click();
  await expect(page).toHaveURL(/nhom=overdue/);
});
