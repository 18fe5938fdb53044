import { expect, type Page } from '@playwright/test';

/** What a citizen of the stories hands in as a scan: a PDF of one empty page. */
export const scan = {
  name: 'ban-quet.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ),
};

const password = 'motcua-demo-2021';

export async function signIn(page: Page, signInName: string): Promise<void> {
  await page.goto('/dang-nhap');
  await page.getByLabel('Tên đăng nhập').fill(signInName);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page).not.toHaveURL(/dang-nhap/);
}

/** Ends whatever session there is and begins that of another post. */
export async function becomes(page: Page, signInName: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, signInName);
}

interface Question {
  readonly id: string;
  readonly type: string;
  readonly required: boolean;
  readonly min?: number;
  readonly options?: readonly { readonly value: string }[];
}

const typed: Readonly<Record<string, string>> = {
  date: '12/05/1991',
  'personal-id': '001190000018',
  phone: '0912000001',
  email: 'ngocanh@example.vn',
  money: '500000000',
  'whole-number': '3',
};

/** Answers every question on the page that must be answered and is not yet, as a person would who knows the answers. */
export async function answerQuestions(
  page: Page,
  questions: readonly Question[],
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  for (const question of questions) {
    const controls = page.locator(`[name="${question.id}"]`);
    if ((await controls.count()) === 0) continue;
    const answer = answers[question.id];
    if (!question.required && answer === undefined) continue;
    const control = controls.first();
    const kind = await control.evaluate((element) => (element as HTMLInputElement).type);
    if (kind === 'radio') {
      const value = answer ?? (question.type === 'yes-no' ? 'no' : (question.options?.[0]?.value ?? ''));
      await page.locator(`[name="${question.id}"][value="${value}"]`).check();
    } else if (kind.startsWith('select')) {
      await control.selectOption(answer ?? question.options?.[0]?.value ?? 'x-00007');
    } else {
      const least = question.min === undefined ? undefined : String(Math.max(question.min, 3));
      await control.fill(answer ?? typed[question.type] ?? least ?? 'Trần Thị Ngọc Ánh');
    }
  }
}

export interface Filing {
  readonly procedureCode: string;
  /** Words by which the agency is found, and its name in the list. */
  readonly agency: string;
  readonly answers?: Readonly<Record<string, string>>;
  /** Looks at every page on the way. */
  readonly onPage?: () => Promise<void>;
}

/** Files a dossier online, page by page, from the page of its procedure. @returns the code to follow it with, and the secret */
export async function fileOnline(page: Page, filing: Filing): Promise<{ code: string; secret: string }> {
  const { procedureCode, agency, answers = {}, onPage = async () => undefined } = filing;
  const answer = await page.request.get(`/api/procedures/${procedureCode}`);
  const { definition } = await answer.json();
  const questions = definition.form.pages.flatMap((formPage: { questions: Question[] }) => formPage.questions);

  await page.goto(`/thu-tuc/${procedureCode}`);
  await onPage();
  await page.getByRole('link', { name: 'Nộp hồ sơ trên mạng' }).first().click();
  await onPage();
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  for (let steps = 0; !page.url().includes('/da-nop'); steps++) {
    expect(steps, `the way of filing ends, last seen at ${page.url()}`).toBeLessThan(25);
    await onPage();
    const step = page.url();
    if (step.includes('/noi-nop')) await chooseAgency(page, agency);
    else if (step.includes('/nguoi-nop')) await sayWhoYouAre(page);
    else if (step.includes('/giay-to')) await attachPapers(page);
    else if (step.includes('/kiem-tra')) await page.getByRole('checkbox').check();
    else await answerQuestions(page, questions, answers);
    // a page may come back with more questions, asked because of an answer on it
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: step.includes('/kiem-tra') ? 'Nộp hồ sơ' : 'Tiếp tục' }).click();
    await loaded;
  }
  await onPage();
  const codes = await page.locator('.big-code').allInnerTexts();
  return { code: codes[0]?.trim() ?? '', secret: codes[1]?.trim() ?? '' };
}

async function chooseAgency(page: Page, agency: string): Promise<void> {
  const search = page.getByRole('searchbox');
  if ((await search.count()) > 0) {
    await search.fill(agency);
    await page.getByRole('button', { name: 'Tìm' }).click();
  }
  await page.getByRole('radio', { name: agency }).first().check();
}

async function sayWhoYouAre(page: Page): Promise<void> {
  const mine = {
    name: 'Trần Thị Ngọc Ánh',
    personalId: '001190000018',
    phone: '0912000001',
    address: '12 Đội Cấn, Ba Đình',
  };
  for (const [name, value] of Object.entries(mine)) {
    const control = page.locator(`[name="${name}"]`);
    if ((await control.count()) > 0 && (await control.inputValue()) === '') await control.fill(value);
  }
}

async function attachPapers(page: Page): Promise<void> {
  for (const input of await page.locator('input[type=file]').all()) await input.setInputFiles(scan);
}

/** Opens a dossier of the list of work by what stands on it. */
export async function openFromList(page: Page, words: string): Promise<string> {
  await page.goto(`/lam-viec?q=${encodeURIComponent(words)}`);
  await page.getByRole('link', { name: words }).first().click();
  await expect(page).toHaveURL(/\/lam-viec\/ho-so\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** Opens another agency's part of a dossier, from the list of that agency. */
export async function openPart(page: Page, code: string, part: string): Promise<void> {
  await page.goto(`/lam-viec?q=${encodeURIComponent(code)}`);
  await page.getByRole('row').filter({ hasText: part }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/lam-viec\/ho-so\/[0-9a-f-]{36}/);
}

/** Makes a move from the page of the dossier: the button, then its form with these values. */
export async function makeMove(
  page: Page,
  label: string,
  values: Readonly<Record<string, string>> = {},
): Promise<void> {
  const link = page.getByRole('link', { name: label, exact: true });
  if ((await link.count()) > 0) {
    await link.click();
    for (const [name, value] of Object.entries(values)) {
      const control = page.locator(`[name="${name}"]`).first();
      const kind = await control.evaluate((element) => (element as HTMLInputElement).type);
      if (kind === 'radio') await page.locator(`[name="${name}"][value="${value}"]`).check();
      else if (kind.startsWith('select')) await control.selectOption(value);
      else await control.fill(value);
    }
  }
  await page.getByRole('button', { name: label, exact: true }).click();
  await expect(page, `${label} is done`).toHaveURL(/da-lam=/);
}
