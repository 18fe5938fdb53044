import { expect, test } from '@playwright/test';
import { writeSpreadsheet } from '#platform/spreadsheet/write-spreadsheet.ts';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { becomes, scan, signIn } from './city.ts';

const columns = ['Tên lớp *', 'Nội dung', 'Ngày khai giảng', 'Ngày bế giảng', 'Hình thức', 'Số học viên'];

/** Twenty classes as an officer keeps them in a spreadsheet; three rows are wrong. */
function classes(project: string) {
  const rows = Array.from({ length: 20 }, (_, index) => {
    const startsOn = Temporal.PlainDate.from('2021-03-01').add({ weeks: index });
    return [
      `Kỹ năng số, lớp ${index + 1} (${project})`,
      'Kỹ năng số',
      startsOn,
      startsOn.add({ days: 4 }),
      'Trực tuyến',
      30,
    ];
  });
  rows[4]![1] = 'Nấu ăn';
  rows[9]![3] = '31/02/2021';
  rows[14]![5] = 'ba mươi';
  return writeSpreadsheet([{ name: 'Lớp', columns: columns.map((label) => ({ label })), rows }]);
}

test('an officer imports twenty classes of which three are wrong, corrects one, the head approves, everyone reads them', async ({
  page,
}, { project }) => {
  const looks = async () => {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  };
  await signIn(page, 'vanthu.badinh');
  await page.goto('/lam-viec/so');
  await looks();
  await page.getByRole('link', { name: 'Đào tạo, bồi dưỡng' }).click();
  await looks();

  // the file is read; nothing is recorded yet
  await page.getByRole('link', { name: 'Nhập từ tệp' }).click();
  await looks();
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const buffer = Buffer.from(await classes(project.name));
  await page.getByLabel('Tệp').setInputFiles({ name: 'lop-dao-tao.xlsx', mimeType, buffer });
  await page.getByRole('button', { name: 'Đọc tệp' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Nấu ăn' })).toContainText('6');
  await expect(page.getByRole('row').filter({ hasText: '31/02/2021' })).toContainText('Ngày bế giảng');
  await expect(page.getByRole('row').filter({ hasText: 'ba mươi' })).toContainText('Số học viên');
  await looks();
  await page.getByRole('button', { name: 'Nhập 17 dòng đúng' }).click();
  await expect(page.getByRole('status')).toContainText('Đã nhập 17 mục');
  await looks();

  // one class had more learners; what was said before stays
  await page.goto(`/lam-viec/so/training-classes?q=${encodeURIComponent(`lớp 1 (${project.name})`)}`);
  await page.getByRole('link', { name: `Kỹ năng số, lớp 1 (${project.name})` }).click();
  const entry = page.url();
  await page.getByRole('link', { name: 'Sửa' }).click();
  await looks();
  await page.getByLabel('Số học viên').fill('35');
  await page.getByRole('button', { name: 'Lưu bản sửa' }).click();
  await expect(page.getByRole('alert').first()).toContainText('lý do');
  await looks();
  await page.getByLabel('Lý do sửa').fill('Đếm lại theo danh sách ký nhận');
  await page.getByLabel('Quyết định mở lớp').setInputFiles(scan);
  await page.getByRole('button', { name: 'Lưu bản sửa' }).click();
  await expect(page.getByText('Đếm lại theo danh sách ký nhận')).toBeVisible();
  await expect(page.locator('del')).toContainText('30');
  await expect(page.locator('ins')).toContainText('35');
  await expect(page.getByRole('button', { name: 'Duyệt' })).toHaveCount(0);
  await looks();

  // the head of the agency approves: one on its page, some together in the list
  await becomes(page, 'chutich.badinh');
  await page.goto(entry);
  await page.getByRole('button', { name: 'Duyệt' }).click();
  await expect(page.getByRole('status')).toContainText('Đã duyệt');
  await looks();
  await page.goto(`/lam-viec/so/training-classes?q=${encodeURIComponent(`(${project.name})`)}&tinh-trang=proposed`);
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await looks();
  await page.getByRole('button', { name: 'Duyệt các mục đã chọn' }).click();
  await expect(page.getByRole('status')).toContainText('Đã duyệt 16 mục');

  // the public reads what was approved and takes it along
  await page.context().clearCookies();
  await page.goto(`/cong-khai/so/training-classes?q=${encodeURIComponent(`(${project.name})`)}`);
  await expect(page.getByText('17 mục')).toBeVisible();
  await looks();
  const csv = await page.request.get('/cong-khai/so/training-classes/tai-ve.csv');
  expect(await csv.text()).toContain(`Kỹ năng số, lớp 1 (${project.name})`);
  await page.goto('/cong-khai/so');
  await looks();
});

test('what is wrong in an entry is said at its field, and nothing typed is lost', async ({ page }, { project }) => {
  await signIn(page, 'vanthu.congvi');
  await page.goto('/lam-viec/so/dialogues/ghi');
  await expectAccessible(page);
  await page.getByLabel('Chủ đề').fill(`Vệ sinh môi trường (${project.name})`);
  await page.getByLabel('Ngày tổ chức').fill('31/04/2021');
  await page.getByLabel('Đối tượng').selectOption('Người dân');
  await page.getByLabel('Số người dự').fill('85');
  await page.getByLabel('Số ý kiến').fill('12');
  await page.getByLabel('Đã trả lời').fill('9');
  await page.getByLabel('Còn theo dõi').fill('3');
  await page.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await expect(page.getByRole('alert').first()).toContainText('31/04/2021');
  await expect(page.getByLabel('Chủ đề')).toHaveValue(`Vệ sinh môi trường (${project.name})`);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel('Ngày tổ chức').fill('29/04/2021');
  await page.getByRole('button', { name: 'Ghi vào sổ' }).click();
  await expect(page.getByRole('status')).toContainText('chờ duyệt');
});
