import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanFileName } from './file-name.ts';

test.each([
  ['Giấy chứng sinh.pdf', 'Giấy chứng sinh.pdf'],
  ['Giấy.pdf', 'Giấy.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\An\\đơn.docx', 'đơn.docx'],
  ['a\u0000b\r\n.pdf', 'ab.pdf'],
  ['don\u202Efdp.exe', 'donfdp.exe'],
  ['...', 'tep'],
  ['', 'tep'],
  ['a "b": <c>?.png', 'a -b-- -c--.png'],
])('the file name %j becomes %j', (given, clean) => {
  expect(cleanFileName(given)).toBe(clean);
});

test('a long name is cut to 200 characters and keeps its ending', () => {
  const name = cleanFileName(`${'ă'.repeat(10_000)}.pdf`);
  expect([...name].length).toBe(200);
  expect(name.endsWith('ă.pdf')).toBe(true);
});

test('whatever is given, the name is short, visible, without a path, and clean already', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const name = cleanFileName(given);
      expect([...name].length).toBeGreaterThan(0);
      expect([...name].length).toBeLessThanOrEqual(200);
      expect(name).not.toMatch(/[/\\\p{Cc}]/u);
      expect(cleanFileName(name)).toBe(name);
    }),
  );
});
