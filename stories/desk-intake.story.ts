import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { signIn } from './city.ts';

/** The line a citizen card's QR code gives to a reader, which types it like a keyboard. */
const card = '001091000123|012345678|Lê Văn Hùng|14031991|Nam|25 Kim Mã, Ba Đình, Hà Nội|01012021';

test('the desk receives a dossier by keyboard alone: card, papers, code, receipt, next person', async ({ page }) => {
  await signIn(page, 'motcua.congvi');
  await page.goto('/lam-viec/tiep-nhan?thu-tuc=2.000815');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  // the card reader types into the box that has the focus, and ends the line
  await expect(page.locator('[name="card"]')).toBeFocused();
  const read = page.waitForEvent('load');
  await page.keyboard.type(card);
  await page.keyboard.press('Enter');
  await read;
  await expect(page.locator('[name="party-personalId"]')).toHaveValue('001091000123');
  await expect(page.locator('[name="party-name"]')).toHaveValue('Lê Văn Hùng');

  const typed: readonly (readonly [string, string])[] = [
    ['Tên giấy tờ', 'Bằng tốt nghiệp đại học'],
    ['Số trang của một bản', '2'],
    ['Số bản sao', '3'],
  ];
  for (const [label, answer] of typed) {
    await page.getByLabel(label).focus();
    await page.keyboard.type(answer);
  }
  await page.locator('[name$="complex"][value="no"]').focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: /Tiếp nhận, cấp mã/ }).focus();
  await page.keyboard.press('Enter');

  await expect(page.getByText(/000\.04\.31\.H26-211105-\d{4}/).first()).toBeVisible();
  await expect(page.getByText('thứ Sáu 05/11/2021, trước 17:00').first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const [receipt] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('/ban-in/')),
    page.getByRole('button', { name: /In giấy hẹn/ }).click(),
  ]);
  const pdf = await page.request.get(receipt.url());
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
});

test('what is wrong at the desk is said at its field and nothing entered is lost', async ({ page }) => {
  await signIn(page, 'motcua.congvi');
  await page.goto('/lam-viec/tiep-nhan?thu-tuc=2.000815');
  await page.locator('[name="party-name"]').fill('Lê Văn Hùng');
  await page.locator('[name="party-personalId"]').fill('123');
  await page.getByLabel('Tên giấy tờ').fill('Bằng lái xe');
  await page.getByRole('button', { name: /Tiếp nhận, cấp mã/ }).click();
  await expect(page.getByRole('alert').or(page.locator('.ds-error-summary')).first()).toBeVisible();
  await expect(page.locator('[name="party-name"]')).toHaveValue('Lê Văn Hùng');
  await expect(page.getByLabel('Tên giấy tờ')).toHaveValue('Bằng lái xe');
  await expectAccessible(page);
});

test('the same city speaks English on every page of the way', async ({ page }) => {
  for (const path of ['/en', '/en/thu-tuc?q=birth', '/en/thu-tuc/1.001193', '/en/tra-cuu', '/en/dang-nhap']) {
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('link', { name: 'Tiếng Việt' })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
});
