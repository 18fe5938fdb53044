import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, withoutScript } from './axe.ts';
import { becomes, fileOnline, openFromList, signIn } from './city.ts';

test('the fee of a building permit, paid at a gateway that calls back twice and out of order, is paid once', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await withoutScript(page);
  const look = async () => {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  };

  await signIn(page, 'cong.dan.1');
  const { code: reference, secret } = await fileOnline(page, { procedureCode: '1.009994', agency: 'Quận Ba Đình' });

  await becomes(page, 'motcua.badinh');
  const caseUrl = await openFromList(page, reference);
  await page.getByRole('button', { name: 'Tiếp nhận, cấp mã' }).click();
  await expect(page).toHaveURL(/da-lam=accept/);
  const code = /000\.\d{2}\.\d{2}\.H26-211105-\d{4}/.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? '';

  // the owner is told what is owed and how it can be paid
  const ownUrl = caseUrl.replace('/lam-viec/ho-so', '/ho-so-cua-toi');
  await becomes(page, 'cong.dan.1');
  await page.goto(ownUrl);
  await expect(page.getByText('Chưa nộp', { exact: true })).toBeVisible();
  await look();
  await page.getByRole('link', { name: 'Nộp 75.000 đồng' }).click();
  await expect(page).toHaveURL(/\/thanh-toan\/MC[2-9A-Z]{7}$/);
  const payUrl = new URL(page.url()).pathname;
  await expect(page.getByRole('img', { name: /VietQR chuyển 75.000 đồng/ })).toBeVisible();
  await look();

  // the page of the gateway is not ours; its button tells us twice at once, then that it failed, then once more
  await page.getByRole('button', { name: 'Trả tiền trực tuyến' }).click();
  await page.getByRole('button', { name: 'Trả tiền' }).click();
  await expect(page).toHaveURL(new RegExp(`${payUrl}$`));
  await expect(page.getByText('Khoản này đã nộp đủ')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Trả tiền trực tuyến' })).toHaveCount(0);
  await look();

  await page.goto(ownUrl);
  await expect(page.getByText('Đã nộp đủ', { exact: true })).toBeVisible();
  const receipts = page.getByRole('link', { name: /^Biên lai \d{7}\/2021-BL$/ });
  await expect(receipts).toHaveCount(1);
  await look();
  const receipt = await page.request.get((await receipts.getAttribute('href')) ?? '');
  expect(receipt.headers()['content-type']).toBe('application/pdf');

  // whoever follows it by code and secret reads the same in plain words
  await page.context().clearCookies();
  await page.goto('/tra-cuu');
  await page.getByLabel('Mã hồ sơ').fill(code);
  await page.getByLabel('Mã bí mật').fill(secret);
  await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
  await expect(page.getByText('Đã nộp phí, lệ phí')).toBeVisible();
  await look();

  // and the desk sees the money, and has nothing left to take
  await becomes(page, 'motcua.badinh');
  await page.goto(caseUrl);
  await expect(page.getByRole('link', { name: /^Biên lai \d{7}\/2021-BL$/ })).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'Thu phí, lệ phí' })).toHaveCount(0);
  await look();
  await page.getByRole('link', { name: 'Thu phí', exact: true }).first().click();
  await expect(page).toHaveURL(/\/lam-viec\/thu-phi/);
  await look();
});
