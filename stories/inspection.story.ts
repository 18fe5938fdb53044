import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { becomes, signIn } from './city.ts';

test('an inspection is planned, its minutes survive a lost network, and what it found becomes a task', async ({
  page,
  context,
}, { project }) => {
  const look = async () => {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  };
  await signIn(page, 'truongcchc.sonoivu');
  await page.goto('/lam-viec/kiem-tra/moi');
  await look();
  // each project inspects a ward of its own
  await page.locator('[name="unitId"]').selectOption(project.name === 'phone' ? 'x-00007' : 'x-00505');
  await page.locator('[name="subject"]').selectOption('one-stop-desk');
  await page.getByLabel('Phạm vi, thời kỳ kiểm tra').fill('Từ 01/01/2021 đến ngày kiểm tra');
  await page.getByLabel('Số kế hoạch năm').fill('12/KH-UBND');
  await page.getByLabel('Phải kết luận trước ngày').fill('30/11/2021');
  await page.getByRole('button', { name: 'Đưa vào kế hoạch' }).click();
  await look();
  const address = new URL(page.url()).pathname;

  await page.getByRole('link', { name: 'Ra quyết định kiểm tra' }).click();
  await page.getByLabel('Số quyết định').fill('45/QĐ-SNV');
  await page.getByLabel('Ngày quyết định').fill('04/11/2021');
  await page.getByLabel('Trưởng đoàn').fill('Thái Văn Hưởng');
  await page.getByRole('button', { name: 'Ra quyết định kiểm tra' }).click();

  await page.getByRole('link', { name: 'Lập biên bản' }).click();
  await look();
  await page.getByLabel('Ngày làm việc').fill('05/11/2021');
  await page.getByLabel('Tại', { exact: true }).fill('Bộ phận Một cửa');
  await page.getByLabel('Những người có mặt').fill('Đại diện Ủy ban nhân dân phường');
  for (const item of ['public-list', 'receipt', 'supplement', 'apology', 'no-extra'])
    await page.locator(`[name="item.${item}"][value="${item === 'receipt' ? 'not-met' : 'met'}"]`).check();
  await page.getByLabel('Nội dung', { exact: true }).fill('Kiểm tra 20 hồ sơ, 3 hồ sơ không có giấy hẹn.');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Lập biên bản' }).click();
  await expect(page.getByText('Đang mất mạng')).toBeVisible();
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByLabel('Nội dung', { exact: true })).toHaveValue(/20 hồ sơ/);
  await expect(page.locator('[name="item.receipt"][value="not-met"]')).toBeChecked();
  await page.getByRole('button', { name: 'Lập biên bản' }).click();
  await expect(page.getByText('Đã lưu biên bản')).toBeVisible();

  await page.getByRole('link', { name: 'Ghi phát hiện' }).click();
  await page.getByLabel('Việc sai').fill('3 hồ sơ không có giấy tiếp nhận và hẹn trả kết quả');
  await page.getByLabel('Chứng cứ').fill('Biên bản ngày 05/11/2021');
  await page.getByLabel('Trái với quy định nào').fill('NĐ 61/2018/NĐ-CP, Điều 17');
  await page.getByLabel('Yêu cầu khắc phục').fill('Cấp giấy hẹn cho mọi hồ sơ');
  await page.getByLabel('Hạn khắc phục').fill('30/11/2021');
  await page.getByRole('button', { name: 'Ghi phát hiện' }).click();
  await page.getByRole('link', { name: 'Kết luận', exact: true }).click();
  await page.getByLabel('Số kết luận').fill('50/KL-SNV');
  await page.getByLabel('Ngày kết luận').fill('05/11/2021');
  await page.getByLabel('Nội dung', { exact: true }).fill('Đơn vị còn thiếu sót trong cấp giấy hẹn.');
  await page.getByRole('button', { name: 'Kết luận', exact: true }).click();
  await expect(page.getByText(/đã thành nhiệm vụ/)).toBeVisible();
  await look();

  await becomes(page, project.name === 'phone' ? 'chutich.congvi' : 'chutich.coloa');
  await page.goto(address);
  await page.getByRole('link', { name: /NV-2021-/ }).click();
  await expect(page.getByText('Cấp giấy hẹn cho mọi hồ sơ').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Báo cáo kết quả' })).toBeVisible();
  await page.goto('/cong-khai/kiem-tra');
  await expect(page.getByText('50/KL-SNV').first()).toBeVisible();
  await look();
});
