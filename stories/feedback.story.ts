import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, withoutScript } from './axe.ts';
import { OwnCity } from './own-city.ts';

const password = 'motcua-demo-2021';
/** One pixel, as a telephone would send it. */
const photo = {
  name: 'mieng-cong.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
};

interface Report {
  readonly text: string;
  readonly place: string;
  readonly name: string;
  readonly phone: string;
  /** The title of the one to be joined. */
  readonly join?: string;
}

test('a blocked drain reported three times is joined, late, answered with a photograph, rejected, answered again and closed', async ({
  browser,
  viewport,
}) => {
  test.setTimeout(300_000);
  const city = new OwnCity();
  try {
    await city.openAt('2021-11-05T08:30');
    const resident = await openWithoutScript(browser, city.url);
    const neighbour = await openWithoutScript(browser, city.url);
    const other = await openWithoutScript(browser, city.url);

    await report(neighbour, {
      text: 'Cống trước số 12 Đội Cấn bị tắc, nước thải tràn ra đường.',
      place: 'Trước số 12 phố Đội Cấn',
      name: 'Bùi Thị Hậu',
      phone: '0912000111',
    });
    await report(other, {
      text: 'Miệng cống đầu ngõ 5 Đội Cấn nghẹt rác, mưa là ngập.',
      place: 'Đầu ngõ 5 phố Đội Cấn',
      name: 'Phạm Văn Tới',
      phone: '0912000222',
    });
    const sent = await report(resident, {
      text: 'Cống tắc trước số 12 Đội Cấn, nước thải chảy vào nhà.',
      place: 'Số 12 phố Đội Cấn',
      name: 'Ngô Thị Lành',
      phone: '0912000333',
      join: 'Cống trước số 12 Đội Cấn bị tắc',
    });

    const clerk = await openOfficer(browser, city.url, viewport, 'vanthu.congvi');
    await openWork(clerk, sent.code);
    await move(clerk, 'accept');

    // nobody does anything: seven working days after the due day it stands on the list of the chair of the City
    await city.openAt('2021-11-24T09:00');
    const anyone = await openWithoutScript(browser, city.url);
    await expect(async () => {
      await anyone.goto(`${city.url}/phan-anh?xem=late`);
      await expect(anyone.getByText('Cống trước số 12 Đội Cấn bị tắc').first()).toBeVisible();
    }).toPass({ timeout: 30_000 });
    await look(anyone);
    await expect(async () => {
      await anyone.goto(`${city.url}/phan-anh/${sent.code}`);
      await expect(anyone.getByText(/Chủ tịch Thành phố/).first()).toBeVisible();
    }).toPass({ timeout: 30_000 });

    const handler = await openOfficer(browser, city.url, viewport, 'diachinh.congvi');
    await openWork(handler, sent.code);
    await handler.goto(`${handler.url()}/draft-answer`);
    await look(handler);
    await handler.getByLabel('Nội dung trả lời').fill('Đã thông cống trước số 12 Đội Cấn ngày 23/11/2021.');
    await handler.getByRole('button', { name: 'Soạn trả lời' }).click();
    // without proof nothing goes on
    await expect(handler.getByText(/số văn bản|ảnh/i).first()).toBeVisible();
    await expect(handler.getByLabel('Nội dung trả lời')).toHaveValue(/Đã thông cống/);
    await handler.locator('[name="photos"]').setInputFiles(photo);
    await handler.getByRole('button', { name: 'Soạn trả lời' }).click();
    const head = await openOfficer(browser, city.url, viewport, 'phochutich.congvi');
    await openWork(head, sent.code);
    await move(head, 'approve');

    // the one who joined says no, once, with a reason
    await resident.goto(`${city.url}/phan-anh/${sent.code}`);
    await showSecret(resident, sent.secret);
    await expect(resident.getByRole('img').first()).toBeVisible();
    await look(resident);
    await resident.getByLabel(/Chưa/).check();
    await resident.locator('[name="reason"]').first().fill('Nước vẫn tràn sau trận mưa tối qua.');
    await resident
      .getByRole('button', { name: /Gửi|Trả lời/ })
      .first()
      .click();
    await expect(resident.getByText(/chưa hài lòng; được xử lý lại/).first()).toBeVisible();

    await openWork(handler, sent.code);
    await handler.goto(`${handler.url()}/draft-answer`);
    await handler.getByLabel('Nội dung trả lời').fill('Đã thay đoạn cống hỏng dài 4 m.');
    await handler.getByLabel('Số văn bản').fill('214/UBND-ĐT');
    await handler.getByRole('button', { name: 'Soạn trả lời' }).click();
    await openWork(head, sent.code);
    await move(head, 'approve');
    await resident.goto(`${city.url}/phan-anh/${sent.code}`);
    await resident.getByLabel(/^Hài lòng|^Có/).check();
    await resident
      .getByRole('button', { name: /Gửi|Trả lời/ })
      .first()
      .click();

    // everyone reads the whole course, and nobody who reported
    await anyone.goto(`${city.url}/phan-anh/${sent.code}`);
    await look(anyone);
    await expect(anyone.getByText('Đã kết thúc').first()).toBeVisible();
    await expect(anyone.getByText('214/UBND-ĐT').first()).toBeVisible();
    const page = await anyone.content();
    for (const hidden of ['Ngô Thị Lành', 'Bùi Thị Hậu', '0912000333', '0912000111'])
      expect(page).not.toContain(hidden);
  } finally {
    await city.close();
  }
});

/** A telephone 360 px wide that runs no script. */
async function openWithoutScript(browser: Browser, baseURL: string): Promise<Page> {
  const viewport = { width: 360, height: 780 };
  const context = await browser.newContext({ baseURL, viewport, locale: 'vi-VN' });
  const page = await context.newPage();
  await withoutScript(page);
  return page;
}

async function openOfficer(
  browser: Browser,
  baseURL: string,
  viewport: { width: number; height: number } | null,
  name: string,
) {
  const context = await browser.newContext({ baseURL, viewport, locale: 'vi-VN' });
  const page = await context.newPage();
  await page.goto('/dang-nhap');
  await page.getByLabel('Tên đăng nhập').fill(name);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page).not.toHaveURL(/dang-nhap/);
  return page;
}

async function report(page: Page, { text, place, name, phone, join }: Report) {
  await page.goto('/phan-anh/gui');
  await look(page);
  await page.locator('[name="field"]').selectOption('drainage');
  await page.locator('[name="text"]').fill(text);
  await page.locator('[name="photos"]').setInputFiles(photo);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await look(page);
  await page.locator('[name="communeId"]').selectOption('x-00007');
  await page.locator('[name="place"]').fill(place);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await look(page);
  if (join) await page.getByLabel(`Cùng phản ánh: ${join}`).first().check();
  await page.locator('[name="name"]').fill(name);
  await page.locator('[name="phone"]').fill(phone);
  await page.getByRole('button', { name: 'Gửi phản ánh' }).click();
  await look(page);
  const [code = '', secret = ''] = await page.locator('.big-code').allTextContents();
  expect(code).toMatch(/^PA-2021-\d{6}$/);
  return { code, secret };
}

async function showSecret(page: Page, secret: string): Promise<void> {
  await page.getByText('Bạn là người phản ánh?').click();
  await page.locator('[name="secret"]').fill(secret);
  await page.getByRole('button', { name: 'Mở phần của tôi' }).click();
}

async function openWork(page: Page, code: string): Promise<void> {
  await page.goto(`/lam-viec?q=${code}`);
  await page
    .getByRole('link', { name: new RegExp(code) })
    .first()
    .click();
  await look(page);
}

async function move(page: Page, name: string): Promise<void> {
  await page.goto(`${page.url()}/${name}`);
  await look(page);
  await page.locator('main form button[type="submit"]').last().click();
}

async function look(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}
