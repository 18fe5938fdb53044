import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, withoutScript } from './axe.ts';
import { becomes, makeMove, openFromList, signIn } from './city.ts';

/** Each window size tells its story at a desk of its own: a counter has one officer. */
const wards = {
  desktop: { deskId: 'x-00505.desk', name: 'coloa', agencyCode: /000\.\d\d\.\d\d\.H26-211105-\d{4}/ },
  phone: { deskId: 'x-00007.desk', name: 'congvi', agencyCode: /000\.\d\d\.\d\d\.H26-211105-\d{4}/ },
} as const;

const look = async (page: Page) => {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
};

const another = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

/** An officer enrols a device; the address it was given is opened on the device itself. */
async function enrol(officer: Page, device: Page, kind: 'kiosk' | 'display' | 'tablet'): Promise<void> {
  await officer.goto('/lam-viec/quay/thiet-bi');
  await officer.locator(`[name="kind"][value="${kind}"]`).check();
  if (kind === 'tablet') await officer.locator('[name="counter"]').selectOption('1');
  await officer.getByLabel('Tên để nhận ra').fill(`Thiết bị ${kind}`);
  await officer.getByRole('button', { name: 'Ghép', exact: true }).click();
  const link = officer.locator('.panel a');
  await expect(link).toContainText(kind === 'kiosk' ? '/kiosk/' : kind === 'display' ? '/man-hinh/' : '/danh-gia-');
  const address = (await link.getAttribute('href')) ?? '';
  await device.goto(address.replace(/^https?:\/\/[^/]*/, ''));
  await expect(device).not.toHaveURL(/khoa=/);
}

test('a visit is booked without script, checked in at the kiosk, called live, received, and rated after the return', async ({
  page: citizen,
  browser,
}, { project }) => {
  test.setTimeout(180_000);
  const ward = wards[project.name as keyof typeof wards];
  await withoutScript(citizen);

  // the procedure leads to the booking: desk, day, hour, name, telephone
  await citizen.goto('/thu-tuc/2.000815');
  await citizen.getByRole('link', { name: 'Đặt lịch đến nộp' }).first().click();
  await look(citizen);
  await citizen.getByLabel('Nơi đến').selectOption(ward.deskId);
  await citizen.getByRole('button', { name: 'Xem ngày còn chỗ' }).click();
  await look(citizen);
  await citizen.getByRole('link', { name: 'thứ Sáu 05/11/2021' }).click();
  await citizen.getByLabel(/^09:00/).check();
  await citizen.getByLabel('Họ và tên người đến').fill('Lê Văn Hùng');
  await citizen.getByLabel('Điện thoại').fill('091 234 5678');
  await look(citizen);
  await citizen.getByRole('button', { name: 'Đặt lịch', exact: true }).click();
  await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('09:00 thứ Sáu 05/11/2021');
  await look(citizen);
  const code = ((await citizen.locator('.big-code').textContent()) ?? '').trim();

  // found again by code and telephone alone
  await citizen.context().clearCookies();
  await citizen.goto('/dat-lich/lich-hen');
  await citizen.getByLabel('Mã lịch hẹn').fill(code.toLowerCase());
  await citizen.getByLabel('Điện thoại đã ghi khi đặt').fill('0912345678');
  await citizen.getByRole('button', { name: 'Xem lịch hẹn' }).click();
  await expect(citizen.getByText('Đã giữ chỗ')).toBeVisible();

  const [officer, kiosk, display, tablet] = await Promise.all([1, 2, 3, 4].map(() => another(browser)));
  if (!officer || !kiosk || !display || !tablet) throw new Error('a window is missing');
  await signIn(officer, `motcua.${ward.name}`);
  await enrol(officer, kiosk, 'kiosk');
  await look(officer);
  await enrol(officer, display, 'display');
  await enrol(officer, tablet, 'tablet');
  await look(display);
  await look(tablet);

  // at the kiosk, by buttons alone
  await withoutScript(kiosk);
  await kiosk.goto(`/kiosk/${ward.deskId}`);
  await look(kiosk);
  await kiosk.getByRole('link', { name: /Đã đặt lịch/ }).click();
  await kiosk.locator('[name="code"]').fill(code);
  await look(kiosk);
  await kiosk.getByRole('button', { name: 'Tôi đã đến, lấy số' }).click();
  await expect(kiosk.locator('.kiosk-number')).toHaveText('001');
  await look(kiosk);

  // called: the display hears of it by itself
  await expect(display.locator('.board-next')).toContainText('001');
  await officer.goto('/lam-viec/quay');
  await officer.getByRole('button', { name: 'Mở quầy 1' }).click();
  await look(officer);
  await officer.getByRole('button', { name: /Gọi số tiếp theo/ }).click();
  await expect(display.locator('[data-newest]')).toContainText('Quầy 1');
  await expect(display.locator('[data-newest] .board-number')).toHaveText('001');
  await look(display);
  await look(officer);

  // the intake opens with the ticket: procedure, name and telephone are there
  await officer.getByRole('link', { name: 'Tiếp nhận hồ sơ' }).click();
  await expect(officer.locator('[name="party-name"]')).toHaveValue('Lê Văn Hùng');
  await officer.locator('[name="party-personalId"]').fill('001091000123');
  await officer.locator('[name="party-address"]').fill('25 Kim Mã, Ba Đình');
  await officer.getByLabel('Tên giấy tờ').fill('Bằng tốt nghiệp đại học');
  await officer.getByLabel('Số trang của một bản').fill('2');
  await officer.getByLabel('Số bản sao').fill('3');
  await officer.locator('[name$="complex"][value="no"]').check();
  await officer.getByRole('button', { name: /Tiếp nhận, cấp mã/ }).click();
  await expect(officer.getByText(ward.agencyCode).first()).toBeVisible();
  const dossier = ward.agencyCode.exec((await officer.locator('main').textContent()) ?? '')?.[0] ?? '';
  await look(officer);
  await officer.getByRole('link', { name: 'Về quầy' }).click();
  await officer.getByRole('button', { name: 'Xong', exact: true }).click();
  await expect(officer.getByText('Chưa có ai ở quầy')).toBeVisible();

  // the offices do their work
  const office = await another(browser);
  await becomes(office, `motcua.${ward.name}`);
  await openFromList(office, dossier);
  await makeMove(office, 'Chuyển xử lý', { note: 'kèm bản chính' });
  await becomes(office, `hotich.${ward.name}`);
  await openFromList(office, dossier);
  await makeMove(office, 'Ký nhận hồ sơ');
  await makeMove(office, 'Trình kết quả', { outcome: 'grant', summary: 'Bản sao đúng với bản chính' });
  await becomes(office, `chutich.${ward.name}`);
  await openFromList(office, dossier);
  await makeMove(office, 'Ký', {});
  await becomes(office, `vanthu.${ward.name}`);
  await openFromList(office, dossier);
  await makeMove(office, 'Cho số, đóng dấu', { number: '77/2021' });

  // the person comes back for the result, and rates it at the counter
  await kiosk.goto(`/kiosk/${ward.deskId}`);
  await kiosk.getByRole('link', { name: /Nhận kết quả/ }).click();
  await look(kiosk);
  await kiosk.getByRole('button', { name: 'Không, lấy số' }).click();
  await expect(kiosk.locator('.kiosk-number')).toHaveText('002');
  await officer.goto('/lam-viec/quay');
  await officer.getByRole('button', { name: /Gọi số tiếp theo/ }).click();
  await officer.getByLabel('Mở hồ sơ theo giấy hẹn').fill(dossier);
  await officer.getByRole('button', { name: 'Mở hồ sơ' }).click();
  await makeMove(officer, 'Trả kết quả', { receivedBy: 'Lê Văn Hùng', method: 'desk' });
  const slip = officer.getByRole('link', { name: 'In phiếu đánh giá' });
  const pdf = await officer.request.get((await slip.getAttribute('href')) ?? '');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await withoutScript(tablet);
  await tablet.reload();
  await expect(tablet.getByRole('heading', { level: 1 })).toContainText('002');
  await look(tablet);
  for (const answer of ['Đúng mực, tận tình', 'Không', 'Thuận tiện, đủ chỗ, đúng giờ', 'Có, đúng và đủ'])
    await tablet.getByLabel(answer, { exact: true }).check();
  await tablet.getByRole('button', { name: 'Gửi đánh giá' }).click();
  await expect(tablet.getByRole('heading', { level: 1 })).toHaveText('Cảm ơn ông/bà');

  await officer.goto('/lam-viec/danh-gia');
  await look(officer);
  await officer.goto('/lam-viec/quay');
  await officer.getByRole('button', { name: 'Xong', exact: true }).click();
  await officer.getByRole('button', { name: 'Đóng quầy' }).click();
  await expect(officer.getByText('Mở quầy nào?')).toBeVisible();
});
