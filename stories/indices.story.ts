import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe.ts';

test('anyone sees how agencies rank by an index, why one has its score and what would raise it, without script', async ({
  page,
}) => {
  await page.route('**/*.js', (route) => route.abort());
  await page.goto('/cong-khai');
  await page.getByRole('link', { name: 'Xếp hạng theo các bộ chỉ số' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Chỉ đạo, điều hành');
  await expect(page.getByText('Mô phỏng')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Bộ chỉ số' }).selectOption('tt01-2018');
  await page.getByRole('button', { name: 'Xem' }).click();
  await page.getByRole('link', { name: 'Quận, huyện, thị xã' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Thông tư 01/2018');
  await page.getByRole('table').getByRole('link', { name: 'Ba Đình' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ba Đình');
  await expect(page.getByRole('heading', { name: 'Điều gì nâng điểm nhiều nhất' })).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tải điểm từng tiêu chí (CSV)' }).click();
  expect((await download).suggestedFilename()).toMatch(/^chi-so-tt01-2018-/);
});
