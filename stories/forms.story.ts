import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, withoutScript } from './axe.ts';
import { signIn } from './city.ts';

test('the register of an agency is looked through, printed and taken along, without script', async ({ page }) => {
  await withoutScript(page);
  await signIn(page, 'truongmotcua.congvi');
  await page.getByRole('link', { name: 'Sổ theo dõi' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sổ theo dõi hồ sơ');
  await page.getByLabel('Từ ngày').fill('1/11/2021');
  await page.getByLabel('Đến hết ngày').fill('30/11/2021');
  await page.getByRole('button', { name: 'Xem sổ' }).click();
  await expect(page.getByLabel('Từ ngày')).toHaveValue('01/11/2021');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const [paper] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('/ban-in/')),
    page.getByRole('button', { name: 'In sổ' }).click(),
  ]);
  expect(paper.headers()['content-type']).toBe('application/pdf');
  await page.goto('/lam-viec/so-theo-doi?tu=01/11/2021&den=30/11/2021');
  const href = await page.getByRole('link', { name: 'Tải cả sổ (CSV)' }).getAttribute('href');
  const csv = await page.request.get(href ?? '');
  expect(csv.headers()['content-type']).toContain('text/csv');
  expect(await csv.text()).toContain('Mã hồ sơ');
});
