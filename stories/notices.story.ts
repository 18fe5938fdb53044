import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, withoutScript } from './axe.ts';
import { becomes, fileOnline, openFromList } from './city.ts';

test('a citizen is told in their pages what happened, what to do next and by when, and chooses how to be told', async ({
  page,
}, { project }) => {
  test.setTimeout(90_000);
  await withoutScript(page);
  const look = async () => {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  };
  // one person a size, so that the two do not read each other's notices
  const citizen = project.name === 'phone' ? 'cong.dan.1' : 'cong.dan.2';
  await becomes(page, citizen);
  const { code: reference } = await fileOnline(page, { procedureCode: '1.004873', agency: 'Cống Vị' });
  await page.goto('/ho-so-cua-toi/thong-bao');
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('link', { name: `Đã nhận được hồ sơ ${reference} của bạn` })).toBeVisible();
  }).toPass();
  await look();

  await becomes(page, 'motcua.congvi');
  const caseUrl = await openFromList(page, reference);
  await page.getByRole('button', { name: 'Tiếp nhận, cấp mã' }).click();
  await expect(async () => {
    await page.goto(caseUrl);
    await expect(page.getByText('Đã hiện').nth(1)).toBeVisible();
  }).toPass();
  await look();
  await page.goto('/lam-viec/thong-bao');
  await expect(page.getByText('Không có thông báo nào hỏng')).toBeVisible();
  await look();
  await page.getByRole('link', { name: 'Xem mọi mẫu thông báo' }).click();
  await look();
  for (const template of ['accepted', 'supplement-asked', 'turned-down']) {
    await page.goto(`/lam-viec/thong-bao/mau/${template}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
  }

  await becomes(page, citizen);
  await page.goto('/ho-so-cua-toi');
  await page.getByRole('link', { name: 'Thông báo và cách nhận thông báo' }).click();
  await page.getByRole('link', { name: /đã được tiếp nhận, hẹn trả thứ Tư 10\/11\/2021/ }).click();
  await page.getByText(/Thông báo: .* đã được tiếp nhận/).click();
  await expect(page.getByText('Kết quả được hẹn trả thứ Tư 10/11/2021, trước 17:00.')).toBeVisible();
  await look();
  await page.goto('/en/ho-so-cua-toi/thong-bao');
  await page.getByLabel('English').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await look();
});
