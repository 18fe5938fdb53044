import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { makeMove } from './city.ts';
import { OwnCity } from './own-city.ts';

// the story is long, and its days are its own: two units are late only when days have passed
test.describe.configure({ timeout: 300_000 });

const city = new OwnCity();
test.afterAll(() => city.close());

test('a report is asked for, gathered, signed and published; a dossier comes in late, another is corrected, and restatements stand beside it', async ({
  page,
}) => {
  await city.openAt('2021-11-03T08:30');
  const at = (path: string) => `${city.url}${path}`;
  const goto = (path: string) => page.goto(at(path));
  const look = async () => {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  };
  const become = async (name: string) => {
    await page.context().clearCookies();
    await goto('/dang-nhap');
    await page.getByLabel('Tên đăng nhập').fill(name);
    await page.getByLabel('Mật khẩu').fill('motcua-demo-2021');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await expect(page).not.toHaveURL(/dang-nhap/);
  };
  const openOwn = async (unit: string) => {
    await goto('/lam-viec/bao-cao');
    await page.getByRole('link', { name: unit }).first().click();
    await expect(page).toHaveURL(/\/lam-viec\/viec\//);
    return new URL(page.url()).pathname;
  };

  /** Certified copies are taken in at the desk of the ward. @returns the code of the dossier */
  const takeIn = async (code: RegExp) => {
    await become('motcua.congvi');
    await goto('/lam-viec/tiep-nhan?thu-tuc=2.000815');
    const read = page.waitForEvent('load');
    await page.keyboard.type('001091000123|012345678|Lê Văn Hùng|14031991|Nam|25 Kim Mã, Ba Đình, Hà Nội|01012021');
    await page.keyboard.press('Enter');
    await read;
    await page.getByLabel('Tên giấy tờ').fill('Bằng tốt nghiệp đại học');
    await page.getByLabel('Số trang của một bản').fill('2');
    await page.getByLabel('Số bản sao').fill('3');
    await page.locator('[name$="complex"][value="no"]').check();
    await page.getByRole('button', { name: /Tiếp nhận, cấp mã/ }).click();
    await expect(page.getByText(code).first()).toBeVisible();
    return code.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? '';
  };
  const openDossier = async (name: string, code: string) => {
    await become(name);
    await goto(`/lam-viec?q=${code}`);
    await page.getByRole('link', { name: code }).first().click();
    await expect(page).toHaveURL(/\/lam-viec\/ho-so\//);
    return new URL(page.url()).pathname;
  };

  let dossier = '';
  await test.step('copies that were ready the same day are entered as signed the day after: late', async () => {
    const code = await takeIn(/000\.04\.31\.H26-211103-\d{4}/);
    await openDossier('motcua.congvi', code);
    await makeMove(page, 'Chuyển xử lý');
    await city.openAt('2021-11-04T09:00');
    await openDossier('hotich.congvi', code);
    await makeMove(page, 'Ký nhận hồ sơ');
    await makeMove(page, 'Trình kết quả', { outcome: 'grant', summary: 'Bản sao đúng với bản chính' });
    dossier = await openDossier('chutich.congvi', code);
    await makeMove(page, 'Ký', {});
    await openDossier('vanthu.congvi', code);
    await makeMove(page, 'Cho số, đóng dấu', { number: '412/CT' });
    await city.openAt('2021-11-05T08:30');
  });

  await test.step('the division opens a period; every department is asked', async () => {
    await become('truongcchc.sonoivu');
    await goto('/lam-viec/bao-cao/mo?che-do=par&ky=on-request');
    await look();
    await page.getByLabel('Tên báo cáo').fill('Công tác cải cách hành chính năm 2021');
    await page.getByLabel('Số liệu từ ngày').fill('01/01/2021');
    await page.getByLabel('Chốt số liệu hết ngày').fill('05/11/2021');
    await page.getByLabel('Quận, huyện, thị xã').uncheck();
    await page.getByLabel('Xã, phường, thị trấn').uncheck();
    await page.getByLabel('Sở, quận, huyện gửi trước hết ngày').fill('10/11/2021');
    await page.getByLabel('Thành phố ký trước hết ngày').fill('26/11/2021');
    await page.getByRole('button', { name: 'Mở kỳ và gửi yêu cầu' }).click();
    await expect(page.getByText('Phần của các đơn vị (22)')).toBeVisible();
    await look();
  });
  const report = new URL(page.url()).pathname;

  await test.step('after the cut-off a desk still enters a dossier of that day', async () => {
    await takeIn(/000\.04\.31\.H26-211105-\d{4}/);
  });

  const writePart = async (unit: string, words: string) => {
    const part = await openOwn(unit);
    await look();
    await page.getByRole('link', { name: 'Mở biểu số liệu và lời báo cáo' }).click();
    await look();
    await page.getByLabel('Chỉ đạo, điều hành và các chỉ số').fill(words);
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
    await expect(page.getByRole('heading', { name: 'Đã lưu bản nháp' })).toBeVisible();
    for (const [figureId, value] of [
      ['documents', '3'],
      ['initiatives', '1'],
    ] as const) {
      await goto(part);
      await makeMove(page, 'Nhập số liệu có minh chứng', { figureId, value, evidence: '12/BC ngày 04/11/2021' });
    }
    return part;
  };

  let justice = '';
  await test.step('a unit objects to a counted figure, and cannot type over it', async () => {
    await become('giamdoc.sotuphap');
    justice = await writePart('Sở Tư pháp', 'Sở Tư pháp giao ban hằng tháng về cải cách hành chính.');
    await page.goto(at(justice.replace('/viec/', '/bao-cao/phieu/')));
    await page.getByRole('link', { name: 'Phản đối' }).first().click();
    await look();
    await page.getByLabel('Sai ở đâu').fill('Sổ giấy của Sở có thêm 2 hồ sơ');
    await page.getByRole('button', { name: 'Phản đối một số liệu' }).click();
    await expect(page.getByRole('heading', { name: 'Đã gửi phản đối' })).toBeVisible();
    await makeMove(page, 'Gửi báo cáo');
  });

  await test.step('the owner of the definition answers', async () => {
    await become('truongkstthc.vanphong');
    await openOwn('Sở Tư pháp');
    await page.getByRole('link', { name: 'Trả lời phản đối số liệu' }).click();
    await page.locator('[name="figureId"]').first().check();
    await page.locator('[name="outcome"][value="kept"]').check();
    await page.getByLabel('Trả lời', { exact: true }).fill('Hai hồ sơ này đã hủy, không thuộc số tiếp nhận.');
    await page.getByRole('button', { name: 'Trả lời phản đối số liệu' }).click();
    await expect(page.getByRole('heading', { name: 'Đã trả lời phản đối' })).toBeVisible();
    await look();
  });

  await test.step('a second part is given back, mended and sent again', async () => {
    await become('giamdoc.sogtvt');
    await writePart('Sở Giao thông vận tải', 'Sở Giao thông vận tải rút ngắn thời gian cấp phép.');
    await makeMove(page, 'Gửi báo cáo');
    await become('truongcchc.sonoivu');
    await openOwn('Sở Giao thông vận tải');
    await makeMove(page, 'Trả lại phần báo cáo', { reason: 'Nêu rõ rút ngắn bao nhiêu ngày.' });
    await become('giamdoc.sogtvt');
    const part = await openOwn('Sở Giao thông vận tải');
    await expect(page.getByText('Nêu rõ rút ngắn bao nhiêu ngày.').first()).toBeVisible();
    await goto(part.replace('/viec/', '/bao-cao/phieu/'));
    await page
      .getByLabel('Chỉ đạo, điều hành và các chỉ số')
      .fill('Sở Giao thông vận tải rút ngắn thời gian cấp phép còn một ngày.');
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
    await goto(part);
    await makeMove(page, 'Gửi báo cáo');
  });

  await test.step('days pass: two units are late and are urged', async () => {
    await city.openAt('2021-11-12T08:30');
    await become('truongcchc.sonoivu');
    for (const unit of ['Sở Y tế', 'Sở Tài chính']) {
      await goto(report);
      await page.getByRole('row').filter({ hasText: unit }).getByText('quá hạn').waitFor();
      await page.getByRole('link', { name: unit, exact: true }).click();
      await page.locator('#viec').getByRole('link', { name: 'Đôn đốc' }).click();
      await page.getByLabel('Nội dung đôn đốc').fill('Đã quá hạn gửi báo cáo, đề nghị gửi ngay.');
      // the reminder of the day may be written between the form and its sending: it is then sent once more, as the page says
      await expect(async () => {
        await page.getByRole('button', { name: 'Đôn đốc' }).click();
        await expect(page).toHaveURL(/da-lam=urge/, { timeout: 5_000 });
      }).toPass({ timeout: 30_000 });
    }
    await goto(report);
    await expect(page.getByText('đã đôn đốc 1 lần')).toHaveCount(2);
    for (const unit of ['Sở Tư pháp', 'Sở Giao thông vận tải']) {
      await goto(report);
      await page.getByRole('link', { name: unit, exact: true }).click();
      await makeMove(page, 'Nhận phần báo cáo');
    }
  });

  await test.step('texts are taken in and edited, what has no figure is left out, proposals are accepted', async () => {
    await goto(report.replace('/viec/', '/bao-cao/'));
    await look();
    await page.getByRole('button', { name: 'Lấy vào báo cáo' }).first().click();
    await expect(page.getByRole('heading', { name: 'Đã ghi thay đổi' })).toBeVisible();
    await expect(page.getByText('Lời của đơn vị chưa dùng (1)')).toBeVisible();
    const taken = page.locator('div[id^="t1-"]');
    await taken.getByRole('link', { name: 'Sửa đoạn này' }).click();
    await look();
    await page.getByLabel('Lời văn, có gắn số liệu').fill('Đã nhận {{khong.co}} hồ sơ.');
    await page.getByRole('button', { name: 'Ghi thay đổi' }).click();
    await expect(page.getByText('danh mục không có chỉ tiêu “khong.co”').first()).toBeVisible();
    await page.getByLabel('Lời văn, có gắn số liệu').fill('Toàn Thành phố nhận {{dossiers.received | with unit}}.');
    await page.getByRole('button', { name: 'Ghi thay đổi' }).click();
    await expect(page.locator('ins').first()).toBeVisible();
    await page.getByRole('button', { name: 'Bỏ mọi đoạn và dòng chưa có số liệu' }).click();
    for (;;) {
      const proposal = page.getByRole('button', { name: 'Nhận câu này' });
      const left = await proposal.count();
      if (left === 0) break;
      await proposal.first().click();
      await expect(page.getByRole('button', { name: 'Nhận câu này' })).toHaveCount(left - 1);
    }
    await expect(page.getByText('Không còn chỗ nào chặn việc ký')).toBeVisible();
    await page.getByRole('link', { name: 'Xem dự thảo' }).click();
    await look();
  });

  await test.step('a member gives an opinion, which is met', async () => {
    await goto(report);
    await page.getByRole('link', { name: 'Lấy ý kiến thành viên UBND' }).click();
    await look();
    await page.getByLabel('Sở Tư pháp').check();
    await page.getByLabel('Cho ý kiến trước hết ngày').fill('16/11/2021');
    await page.getByRole('button', { name: 'Gửi lấy ý kiến' }).click();
    await expect(page.getByRole('heading', { name: 'Đã gửi lấy ý kiến' })).toBeVisible();
    await become('giamdoc.sotuphap');
    await openOwn('Cho ý kiến');
    await makeMove(page, 'Cho ý kiến', { stance: 'agree-with-changes', words: 'Nêu thêm việc phối hợp.' });
    await become('truongcchc.sonoivu');
    await openOwn('Cho ý kiến');
    await makeMove(page, 'Tiếp thu, giải trình ý kiến', { how: 'taken-in', answer: 'Đã bổ sung.' });
    await look();
    await goto(report);
    await makeMove(page, 'Trình ký');
  });

  let published = '';
  await test.step('the chair signs; the report is published, and every number leads to its definition', async () => {
    await become('chutich.hanoi');
    await goto(report);
    await look();
    await makeMove(page, 'Ký và ban hành');
    await page.context().clearCookies();
    await goto('/bao-cao');
    await look();
    await page.getByRole('link', { name: 'Công tác cải cách hành chính năm 2021' }).click();
    published = new URL(page.url()).pathname;
    await look();
    await expect(page.getByText('1/BC-UBND').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Bản ký số (PDF)' })).toBeVisible();
    await page.locator('a.report-figure').first().click();
    await expect(page).toHaveURL(/\/cong-khai\/so-lieu\//);
  });

  await test.step('the dossier that was missing is counted in a restatement, and what was signed stays', async () => {
    await goto(published);
    const signed = (await page.locator('article').textContent())?.trim();
    await become('chutich.hanoi');
    await goto(report);
    await makeMove(page, 'Điều chỉnh số liệu đã công bố', { reason: 'Một hồ sơ được nhập sau khi ký.' });
    await page.context().clearCookies();
    await goto(published);
    await look();
    await expect(page.getByText('Điều chỉnh lần 1').first()).toBeVisible();
    expect((await page.locator('article').textContent())?.trim()).toBe(signed);
    await goto(`${published}?so-voi=hom-nay`);
    await expect(page.getByText('Đếm lại lúc này')).toHaveCount(0);
    await look();
  });

  await test.step('an earlier dossier is corrected: the figures of today differ, what was signed stays, a second restatement says why', async () => {
    await goto(published);
    const signed = (await page.locator('article').textContent())?.trim();
    await become('chutich.congvi');
    await goto(dossier);
    await page.getByRole('link', { name: 'Đính chính ngày có kết quả', exact: true }).click();
    await look();
    await page.getByLabel('Ngày có kết quả thực tế').fill('03/11/2021');
    await page.getByLabel('Văn bản chứng minh').fill('Sổ chứng thực số 412, ngày 03/11/2021');
    await page.getByLabel('Vì sao nhật ký ghi khác').fill('Ký trong ngày, nhập hệ thống sáng hôm sau.');
    await page.getByRole('button', { name: 'Đính chính ngày có kết quả' }).click();
    await expect(page.getByRole('heading', { name: 'Đã đính chính ngày có kết quả' })).toBeVisible();
    await expect(page.getByText('theo Sổ chứng thực số 412').first()).toBeVisible();
    await look();

    await page.context().clearCookies();
    await goto(`${published}?so-voi=hom-nay`);
    await look();
    const today = page.getByRole('row').filter({ hasText: 'giải quyết quá hạn' }).first();
    await expect(today).toContainText('1');
    expect((await page.locator('article').textContent())?.trim()).toBe(signed);

    await become('chutich.hanoi');
    await goto(report);
    await makeMove(page, 'Điều chỉnh số liệu đã công bố', { reason: 'Phường đính chính ngày có kết quả một hồ sơ.' });
    await page.context().clearCookies();
    await goto(published);
    await look();
    await expect(page.getByText('Điều chỉnh lần 2').first()).toBeVisible();
    const restated = page.locator('#restated-3').getByRole('row').filter({ hasText: 'quá hạn' }).first();
    await expect(restated).toBeVisible();
    expect((await page.locator('article').textContent())?.trim()).toBe(signed);
  });
});
