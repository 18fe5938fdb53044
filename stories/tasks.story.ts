import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { OwnCity } from './own-city.ts';

const password = 'motcua-demo-2021';

test('a conclusion of three paragraphs becomes three tasks; one is extended in time, one is late; the month is published', async ({
  browser,
  viewport,
}) => {
  test.setTimeout(240_000);
  const city = new OwnCity();
  const openFor = async (signInName?: string): Promise<Page> => {
    const context = await browser.newContext({ baseURL: city.url, viewport: viewport ?? null, locale: 'vi-VN' });
    const page = await context.newPage();
    if (!signInName) return page;
    await page.goto('/dang-nhap');
    await page.getByLabel('Tên đăng nhập').fill(signInName);
    await page.getByLabel('Mật khẩu').fill(password);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await expect(page).not.toHaveURL(/dang-nhap/);
    return page;
  };
  const look = async (page: Page) => {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  };
  try {
    await city.openAt('2021-11-05T08:30');
    const office = await openFor('tonghop.vanphong');
    await office.goto('/lam-viec/nhiem-vu/giao');
    await look(office);
    for (const [name, words] of Object.entries({
      number: '512/TB-VP',
      issuedOn: '02/11/2021',
      issuer: 'Ủy ban nhân dân Thành phố',
      signatory: 'Chủ tịch Ủy ban nhân dân Thành phố',
      sourceTitle: 'Kết luận của Chủ tịch tại cuộc họp giao ban tháng 11',
    }))
      await office.locator(`[name="${name}"]`).fill(words);
    const paragraphs = [
      ['so-tu-phap', 'Rà soát thủ tục hành chính lĩnh vực hộ tịch', '10/11/2021'],
      ['so-giao-thong-van-tai', 'Báo cáo phương án giảm thời gian đổi giấy phép lái xe', '12/11/2021'],
      ['q-001', 'Lắp đặt màn hình công khai tại Bộ phận Một cửa', '15/11/2021'],
    ] as const;
    for (const [index, [unit, title, due]] of paragraphs.entries()) {
      if (index > 0) await office.getByRole('button', { name: 'Thêm một đoạn' }).click();
      const field = (name: string) => office.locator(`[name="tasks.${index}.${name}"]`);
      await field('quote').fill(`${index + 1}. ${title}, hoàn thành trước ngày ${due}.`);
      await field('title').fill(title);
      await field('leadUnitId').selectOption(unit);
      await field('product').fill('Báo cáo kết quả');
      if (index < 2) await field('answerable').fill('Người đứng đầu đơn vị');
      await field('dueOn').fill(due);
    }
    // one of the five clarities is missing: nothing is given, nothing typed is lost
    await office.getByRole('button', { name: 'Giao nhiệm vụ', exact: true }).click();
    await expect(office.getByText(/thiếu rõ trách nhiệm/).first()).toBeVisible();
    await expect(office.locator('[name="tasks.0.title"]')).toHaveValue(paragraphs[0][1]);
    await office.locator('[name="tasks.2.answerable"]').fill('Chủ tịch Ủy ban nhân dân quận');
    await office.getByRole('button', { name: 'Giao nhiệm vụ', exact: true }).click();
    await expect(office.getByText('Đã giao 3 nhiệm vụ')).toBeVisible();
    await look(office);

    // the second unit asks for more time before its day, and the chair grants it
    const transport = await openFor('giamdoc.sogtvt');
    await transport.goto('/lam-viec');
    await transport.getByRole('link', { name: /NV-2021-/ }).click();
    await look(transport);
    await transport.getByRole('link', { name: 'Xin gia hạn' }).click();
    await transport.getByLabel('Xin hạn mới').fill('03/12/2021');
    await transport.getByLabel('Lý do').fill('Chờ số liệu cấp đổi của quý IV');
    await look(transport);
    await transport.getByRole('button', { name: 'Xin gia hạn' }).click();
    await expect(transport.getByText('Đã xin gia hạn').first()).toBeVisible();
    const asked = new URL(transport.url()).pathname;
    const chair = await openFor('chutich.hanoi');
    await chair.goto(`${asked}/grant-extension`);
    await chair.getByLabel('Văn bản đồng ý').fill('540/UBND-TH');
    await chair.getByRole('button', { name: 'Đồng ý gia hạn' }).click();
    await expect(chair.getByText(/thứ Sáu 03\/12\/2021/).first()).toBeVisible();
    await expect(chair.getByText(/Hạn đầu tiên/)).toBeVisible();

    // the third hands its product in; the follower, and nobody else, says that it is done
    const district = await openFor('chutich.badinh');
    await district.goto('/lam-viec');
    await district.getByRole('link', { name: /NV-2021-/ }).click();
    await district.getByRole('link', { name: 'Báo cáo kết quả' }).click();
    await district.getByLabel(/Số, ký hiệu văn bản/).fill('88/BC-UBND');
    await district.getByLabel('Ngày văn bản').fill('05/11/2021');
    await district.getByLabel('Nội dung').fill('Đã lắp xong 2 màn hình.');
    await district.getByRole('button', { name: 'Báo cáo kết quả' }).click();
    await expect(district.getByText(/chờ người theo dõi xác nhận/)).toBeVisible();
    await expect(district.getByRole('link', { name: 'Xác nhận hoàn thành' })).toHaveCount(0);
    await office.goto('/lam-viec/nhiem-vu?nhom=to-review');
    await office.getByRole('link', { name: /NV-2021-/ }).click();
    await office.getByRole('link', { name: 'Xác nhận hoàn thành' }).click();
    await office.getByRole('button', { name: 'Xác nhận hoàn thành' }).click();
    await expect(office.getByText('Hoàn thành đúng hạn').first()).toBeVisible();
    await look(office);

    // the month goes by; the first unit did nothing
    await city.openAt('2021-12-01T08:30');
    const later = await openFor('tonghop.vanphong');
    await later.goto('/lam-viec/don-doc');
    await look(later);
    await later.getByRole('checkbox').first().check();
    await later.getByLabel('Số văn bản đôn đốc').fill('31/VP-TH');
    await later.getByLabel('Trả lời trước ngày').fill('06/12/2021');
    await later.getByLabel('Nội dung đôn đốc').fill('Đề nghị báo cáo ngay.');
    await later.getByRole('button', { name: 'Đôn đốc' }).click();
    await expect(later.getByText('Đã đôn đốc 1 việc')).toBeVisible();
    const justice = await openFor('giamdoc.sotuphap');
    await justice.goto('/lam-viec/don-doc');
    await justice.getByLabel(/Trả lời về NV-2021-/).fill('Sẽ báo cáo trong ngày 03/12/2021.');
    await justice.getByRole('button', { name: 'Gửi trả lời' }).click();
    await expect(justice.getByText('Đã trả lời').first()).toBeVisible();

    await later.goto('/lam-viec/nhiem-vu/cong-khai?thang=2021-11');
    await look(later);
    await later.getByRole('button', { name: 'Công khai tháng 11/2021' }).click();
    await expect(later.getByText('Đã công khai tháng 11/2021')).toBeVisible();
    const visitor = await openFor();
    await visitor.goto('/cong-khai/nhiem-vu');
    await look(visitor);
    await visitor.getByRole('link', { name: 'Tháng 11/2021' }).click();
    await look(visitor);
    await expect(visitor.locator('#units tfoot td')).toHaveText(['1', '0', '1', '1', '3']);
    await expect(visitor.locator('#late')).toContainText('Rà soát thủ tục hành chính lĩnh vực hộ tịch');
    await expect(visitor.getByText('(33,33 %)').first()).toBeVisible();
  } finally {
    await city.close();
  }
});
