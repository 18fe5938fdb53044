import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, withoutScript } from './axe.ts';
import { becomes, fileOnline, makeMove, openFromList, openPart, scan, signIn } from './city.ts';

test('a house-building permit: two agencies in parallel, one late with an apology in time, an opinion, a supplement', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await withoutScript(page);
  const look = async () => {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  };

  await signIn(page, 'cong.dan.1');
  const { code: reference } = await fileOnline(page, { procedureCode: '1.009994', agency: 'Quận Ba Đình' });

  await becomes(page, 'motcua.badinh');
  const caseUrl = await openFromList(page, reference);
  await page.getByRole('button', { name: 'Tiếp nhận, cấp mã' }).click();
  await expect(page).toHaveURL(/da-lam=accept/);
  const code = /000\.\d{2}\.\d{2}\.H26-211105-\d{4}/.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? '';
  expect(code).not.toBe('');
  // 15 days from 05/11/2021 end on a Saturday: promised for Monday
  await expect(page.getByText('thứ Hai 22/11/2021').first()).toBeVisible();
  // the same citizen files again in another window, so the dossier is opened by its own address
  const ownUrl = caseUrl.replace('/lam-viec/ho-so', '/ho-so-cua-toi');
  await page.goto(caseUrl);
  await makeMove(page, 'Chuyển xử lý');

  await becomes(page, 'quanlydothi.badinh');
  await openFromList(page, code);
  await makeMove(page, 'Ký nhận hồ sơ');
  await makeMove(page, 'Đề nghị bổ sung', {
    'items.0.what': 'Bản vẽ mặt cắt móng',
    'items.0.reason': 'Thiếu kích thước móng',
    'items.0.clause': 'Điều 95 Luật Xây dựng 2014',
  });

  await becomes(page, 'motcua.badinh');
  await page.goto(caseUrl);
  await makeMove(page, 'Yêu cầu bổ sung');

  // the owner, signed in, sees more than the state: who has it, what is asked
  await becomes(page, 'cong.dan.1');
  await page.goto('/ho-so-cua-toi');
  await look();
  await expect(page.getByRole('link', { name: /Cấp giấy phép xây dựng/ }).first()).toBeVisible();
  await page.goto(ownUrl);
  await expect(page.getByText('Bản vẽ mặt cắt móng').first()).toBeVisible();
  await look();
  await page.locator('input[type=file]').first().setInputFiles(scan);
  await page.getByRole('button', { name: 'Nộp bổ sung' }).click();
  await expect(page.locator('input[type=file]')).toHaveCount(0);

  await becomes(page, 'motcua.badinh');
  await page.goto(caseUrl);
  await makeMove(page, 'Chuyển xử lý');
  await becomes(page, 'quanlydothi.badinh');
  await openFromList(page, code);
  await makeMove(page, 'Ký nhận hồ sơ');
  await makeMove(page, 'Lấy ý kiến', {
    unitId: 'q-001.justice',
    question: 'Thửa đất có đang tranh chấp tại Tòa án không?',
    days: '3',
  });
  await look();
  // nothing can be proposed while others have not answered
  await expect(page.getByRole('link', { name: 'Trình kết quả', exact: true })).toHaveCount(0);

  // each agency finds its part in its own list, signs for it and answers
  const land = 'Cung cấp thông tin địa chính của thửa đất';
  await becomes(page, 'datdai.badinh');
  await openPart(page, code, land);
  await look();
  await makeMove(page, 'Ký nhận hồ sơ');
  await makeMove(page, 'Trình kết quả', { outcome: 'grant', summary: 'Thửa 15, tờ bản đồ 8, không tranh chấp' });
  await becomes(page, 'truongdatdai.badinh');
  await openPart(page, code, land);
  await makeMove(page, 'Ký', {});

  await becomes(page, 'tuphap.badinh');
  await openPart(page, code, 'Phòng Tư pháp quận Ba Đình');
  await makeMove(page, 'Trả lời ý kiến', { opinion: 'agree', text: 'Không có tranh chấp đang được thụ lý.' });

  const plan = 'Cung cấp thông tin quy hoạch của thửa đất';
  await becomes(page, 'quyhoach.soqhkt');
  await openPart(page, code, plan);
  await makeMove(page, 'Ký nhận hồ sơ');
  await becomes(page, 'truongquyhoach.soqhkt');
  await openPart(page, code, plan);
  await makeMove(page, 'Xin lỗi và đề nghị hẹn lại', {
    reason: 'Phải đối chiếu bản đồ quy hoạch phân khu vừa điều chỉnh',
    letterNumber: '07/PXL-QHKT',
    newDueOn: '16/11/2021',
  });
  // whoever waits for the part sets its new day, from the page of the dossier
  await becomes(page, 'quanlydothi.badinh');
  await page.goto(caseUrl);
  await page.getByRole('link', { name: plan }).click();
  await makeMove(page, 'Hẹn lại ngày trả');

  // the citizen sees who has what, until when, and why it is later
  await becomes(page, 'cong.dan.1');
  await page.goto(ownUrl);
  await expect(page.getByRole('heading', { name: 'Cơ quan phối hợp' })).toBeVisible();
  await expect(page.getByText('Phải đối chiếu bản đồ quy hoạch phân khu vừa điều chỉnh').first()).toBeVisible();
  await expect(page.getByText('17:00 16/11/2021').first()).toBeVisible();
  await look();

  await becomes(page, 'quyhoach.soqhkt');
  await openPart(page, code, plan);
  await makeMove(page, 'Trình kết quả', { outcome: 'grant', summary: 'Tầng cao tối đa 5, phù hợp' });
  await becomes(page, 'truongquyhoach.soqhkt');
  await openPart(page, code, plan);
  await makeMove(page, 'Ký', {});

  await becomes(page, 'quanlydothi.badinh');
  await page.goto(caseUrl);
  await look();
  await makeMove(page, 'Trình kết quả', { outcome: 'grant', summary: 'Phù hợp quy hoạch' });

  await becomes(page, 'truongdothi.badinh');
  await openFromList(page, code);
  await makeMove(page, 'Xin lỗi và đề nghị hẹn lại', {
    reason: 'Cần kiểm tra lại chỉ giới đường đỏ',
    letterNumber: '18/PXL-QLĐT',
    newDueOn: '26/11/2021',
  });
  await makeMove(page, 'Đồng ý, trình ký');

  await becomes(page, 'motcua.badinh');
  await page.goto(caseUrl);
  await makeMove(page, 'Hẹn lại ngày trả');
  await expect(page.getByText('26/11/2021').first()).toBeVisible();

  // the chair empowers the head of the division; from then on its head signs by delegation, and the paper says so
  await becomes(page, 'chutich.badinh');
  await page.goto('/lam-viec/uy-quyen');
  await page.locator('[name=receiver]').selectOption('q-001.urban-management|q-001.urban-management:head');
  await page.locator('[name=form][value=TUQ]').check();
  await page.locator('[name=kinds][value="1.009994"]').check();
  await page.locator('[name=validTo]').fill('31/12/2021');
  await page.locator('[name=decisionNumber]').fill('1502/QĐ-UBND');
  await page.getByRole('button', { name: 'Ghi ủy quyền' }).click();
  await expect(page.getByText('Đã ghi ủy quyền')).toBeVisible();
  await look();
  await becomes(page, 'truongdothi.badinh');
  await page.goto(caseUrl);
  await makeMove(page, 'Ký', {});
  await becomes(page, 'vanthu.badinh');
  await openFromList(page, code);
  await makeMove(page, 'Cho số, đóng dấu', { number: '412/GPXD' });
  await becomes(page, 'motcua.badinh');
  await page.goto(caseUrl);

  // the result goes home by post: ordered by its owner, signed over by two, delivered
  await becomes(page, 'cong.dan.1');
  await page.goto(ownUrl);
  await page.getByRole('link', { name: 'Nhận kết quả tại nhà qua bưu chính' }).click();
  await look();
  await page.getByRole('button', { name: 'Đăng ký' }).click();
  await expect(page.getByText('Đã đăng ký, chờ bưu chính')).toBeVisible();
  await becomes(page, 'motcua.badinh');
  await page.goto(caseUrl);
  await makeMove(page, 'Giao kết quả cho bưu chính', {
    shipmentNumber: 'EM123456789VN',
    postman: 'Nguyễn Văn Lương',
    postmanCard: 'BĐ-0417',
    cashOnDelivery: '15000',
  });
  await look();
  await makeMove(page, 'Ghi trạng thái bưu gửi', {
    direction: 'out',
    event: 'delivered',
    receivedBy: 'Trần Thị Ngọc Ánh',
    cashCollected: '15000',
  });

  await becomes(page, 'cong.dan.1');
  await page.goto(ownUrl);
  await expect(page.getByText('Cần kiểm tra lại chỉ giới đường đỏ').first()).toBeVisible();
  await expect(page.getByText('412/GPXD').first()).toBeVisible();
  await look();
});
