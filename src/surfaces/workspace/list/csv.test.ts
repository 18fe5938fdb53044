import { expect, test } from 'vitest';
import { writeCsv } from './csv.ts';

test('a list is written so that a spreadsheet reads Vietnamese and runs nothing', () => {
  expect(
    writeCsv([
      ['Mã', 'Tên'],
      ['=1+1', 'An, "Tí"'],
      ['-2', '@x\n+y'],
    ]),
  ).toBe(`\uFEFFMã,Tên\r\n'=1+1,"An, ""Tí"""\r\n'-2,"'@x\n+y"\r\n`);
});
