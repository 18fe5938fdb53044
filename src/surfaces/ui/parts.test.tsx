import { describe, expect, test } from 'vitest';
import { Choice } from './choice.tsx';
import { DaysTable } from './days-table.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Field } from './field.tsx';
import { FileField } from './file-field.tsx';
import { Form } from './form.tsx';
import { Gallery, galleryPages } from './gallery.tsx';
import { Page } from './page.tsx';
import { Select } from './select.tsx';
import { SummaryList } from './summary-list.tsx';
import { Tag } from './tag.tsx';

const render = async (part: unknown): Promise<string> => String(await part);

describe('a field', () => {
  test('has a label that points to its box, and says hint and error to whoever cannot see them', async () => {
    const html = await render(
      <Field language="vi" name="born" label="Ngày sinh" hint="Như trên giấy tờ" error="Không có ngày này" />,
    );
    expect(html).toContain('<label class="ds-label" for="f-born">Ngày sinh');
    expect(html).toContain('id="f-born"');
    expect(html).toContain('aria-describedby="f-born-hint f-born-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('id="f-born-hint"');
    expect(html).toMatch(/id="f-born-error"><span class="ds-sr-only">Lỗi: <\/span>Không có ngày này/);
  });

  test('keeps what was typed, also where it looks like HTML', async () => {
    const typed = '"><script>alert(1)</script>';
    for (const kind of ['text', 'long-text'] as const) {
      const html = await render(<Field language="vi" name="a" label={typed} kind={kind} value={typed} error={typed} />);
      expect(html).not.toContain('<script>');
      expect(html).toContain('&lt;script&gt;');
    }
  });

  test('says that it may be left empty, in the language of the page', async () => {
    expect(await render(<Field language="vi" name="a" label="A" optional />)).toContain('(không bắt buộc)');
    const english = await render(<Field language="en" name="a" label="A" optional />);
    expect(english).toContain('(optional)');
    expect(english).not.toContain('required');
  });
});

describe('every other kind of question', () => {
  const options = [
    { value: 'a', label: 'Một' },
    { value: 'b', label: 'Hai' },
  ];

  test('a choice is a fieldset whose first box is where the error summary leads', async () => {
    const html = await render(
      <Choice language="vi" name="x" legend="Chọn gì?" options={options} value="b" error="Hãy chọn" />,
    );
    expect(html).toContain('aria-describedby="f-x-error"');
    expect(html).toContain('type="radio" id="f-x"');
    expect(html).toContain('for="f-x-2"');
    expect(html).toMatch(/value="b" checked/);
    expect(await render(<ErrorSummary language="vi" errors={[{ field: 'x', message: 'Hãy chọn' }]} />)).toContain(
      '<a href="#f-x">Hãy chọn</a>',
    );
  });

  test('a select and a file box are labelled and described', async () => {
    const select = await render(
      <Select language="vi" name="s" label="Phường" options={options} value="b" hint="Nơi ở" />,
    );
    expect(select).toContain('for="f-s"');
    expect(select).toContain('aria-describedby="f-s-hint"');
    expect(select).toMatch(/value="b" selected/);
    const file = await render(<FileField language="vi" name="f" label="Ảnh" maxBytes={2_516_582} />);
    expect(file).toContain('mỗi tệp không quá 2,4 MB');
    expect(file).toContain('data-max-bytes="2516582"');
  });
});

describe('the page', () => {
  test('names its language, title, skip link and the same page in the other language', async () => {
    const html = await render(<Page language="en" title="Procedures" path="/thu-tuc?q=nha" hasErrors />);
    expect(html.startsWith('<!DOCTYPE html><html lang="en">')).toBe(true);
    expect(html).toContain('<title>Error: Procedures · Một Cửa</title>');
    expect(html).toContain('href="#content"');
    expect(html).toContain('href="/thu-tuc?q=nha" lang="vi"');
  });

  test('structured data cannot end its element', async () => {
    const html = await render(<Page language="vi" title="A" path="/" structuredData={{ name: '</script><b>' }} />);
    expect(html).toContain('\\u003c/script>');
    expect(html).not.toContain('</script><b>');
  });

  test('a form carries its token and hidden fields', async () => {
    const html = await render(<Form csrfToken="t" hidden={{ key: 'k' }} />);
    expect(html).toContain('<input type="hidden" name="csrf" value="t"/>');
    expect(html).toContain('<input type="hidden" name="key" value="k"/>');
  });

  test.each(galleryPages)(
    '%s has no inline style, no inline script and no identifier twice, in both languages',
    async (page) => {
      for (const language of ['vi', 'en'] as const) {
        const html = await render(<Gallery language={language} page={page} />);
        expect(html).not.toMatch(/ style="|<style| on[a-z]+="/);
        expect(html).not.toMatch(/<script(?![^>]*(src=|application\/ld\+json))/);
        const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
        expect(ids).toEqual([...new Set(ids)]);
        for (const [, target] of html.matchAll(/ (?:for|aria-labelledby)="([^"]+)"/g)) expect(ids).toContain(target);
        for (const [, targets] of html.matchAll(/ aria-describedby="([^"]+)"/g)) {
          for (const target of targets!.split(' ')) expect(ids).toContain(target);
        }
      }
    },
  );
});

test('a state is told by a sign and words, not by colour alone', async () => {
  const html = await render(<Tag tone="danger">Quá hạn</Tag>);
  expect(html).toContain('<svg');
  expect(html).toContain('Quá hạn');
});

test('an answer that was not given says so, and a change link names its question', async () => {
  const html = await render(
    <SummaryList language="vi" items={[{ question: 'Người cha', answer: '', changeHref: '/sua' }]} />,
  );
  expect(html).toContain('chưa trả lời');
  expect(html).toContain('Sửa<span class="ds-sr-only"> Người cha</span>');
});

test('the explained clock numbers only the days that count', async () => {
  const day = (date: string, counted: boolean) => ({ date: Temporal.PlainDate.from(date), counted, reason: 'x' });
  const html = await render(
    <DaysTable
      language="vi"
      id="d"
      days={[day('2021-02-08', false), day('2021-02-09', true), day('2021-02-17', true)]}
    />,
  );
  expect(html.match(/ngày thứ \d/g)).toEqual(['ngày thứ 1', 'ngày thứ 2']);
  expect(html).toContain('không tính');
});
