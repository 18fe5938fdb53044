import { afterAll, expect, test } from 'vitest';
import { freshDatabase } from '../../../tests/on-database.ts';
import { CopyRows, copyIn, copyLine } from './copy-in.ts';

const database = await freshDatabase();
afterAll(() => database.drop());

const rowsOf = (...lines: Parameters<typeof copyLine>[0][]) => {
  const rows = new CopyRows();
  for (const line of lines) rows.add(copyLine(line));
  return rows;
};

test('what is copied in comes out as it was: null, signs that end a value, letters of three bytes', async () => {
  const client = await database.pool.connect();
  await client.query('create temporary table said (number int, words text)');
  const words = [null, '', '\\N', 'một\tcửa\nhai\\dòng\r', 'Nguyễn Thị Hường', '😀'];
  await copyIn(client, 'said', ['number', 'words'], rowsOf(...words.map((each, number) => [number, each])));
  const { rows } = await client.query<{ words: string | null }>('select words from said order by number');
  expect(rows.map((row) => row.words)).toEqual(words);
  client.release();
});

test.each([
  ['a column that is not there', ['number', 'wrods'], [1, 'a'], /wrods/],
  ['a value that is none', ['number', 'words'], ['one', 'a'], /invalid input syntax for type integer/],
])('%s is told, nothing is kept, and the connection goes on', async (_, columns, line, says) => {
  const client = await database.pool.connect();
  await client.query('create temporary table told (number int, words text)');
  await expect(copyIn(client, 'told', columns, rowsOf(line))).rejects.toThrow(says);
  const { rows } = await client.query<{ count: number }>('select count(*) from told');
  expect(rows[0]?.count).toBe(0);
  await client.query('drop table told');
  client.release();
});
