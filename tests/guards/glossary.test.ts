import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSources, root } from './read-sources.ts';

const wordsOf = (name: string) => name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
/** Questions is a word of the glossary because Question is. */
const singular = (word: string) =>
  word
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch)es$/, '$1')
    .replace(/([^s])s$/, '$1');

const glossary = readFileSync(join(root, 'GLOSSARY.md'), 'utf8');
const known = new Set(
  [...glossary.matchAll(/`([A-Za-z]+)`/g)].flatMap(([, name]) => wordsOf(name!)).map((word) => singular(word)),
);
const sources = readSources(['src', 'tests', 'stories', 'bench'], /(?<!\.test)\.(ts|tsx|mjs)$/);
const program = sources.filter(({ path }) => path.startsWith('src/') && !path.endsWith('/schema.ts'));

describe('the words of the program', () => {
  test('the name of every exported type is made of words of the glossary', () => {
    const unknown = program.flatMap(({ path, text }) =>
      [...text.matchAll(/^export (?:declare )?(?:abstract )?(?:interface|type|class) (\w+)/gm)]
        .map(([, name]) => ({ name: name!, strange: wordsOf(name!).filter((word) => !known.has(singular(word))) }))
        .filter(({ strange }) => strange.length > 0)
        .map(({ name, strange }) => `${path}: ${name} (${strange.join(', ')})`),
    );
    expect(unknown, 'add the word to GLOSSARY.md, or use the one that is there').toEqual([]);
    expect(program.length).toBeGreaterThan(100);
  });

  test('no Vietnamese word is transliterated into an identifier', () => {
    const stems =
      'hoSo|motCua|thuTuc|coQuan|canBo|congDan|congChuc|donVi|quyTrinh|tiepNhan|ketQua|hoTen|diaChi|giayTo|thoiHan|ngayHen|nguoiNop|tenDon|linhVuc|phiLe|lePhi|boSung|tuChoi|chuyenVien|quanHuyen|phuongXa|traCuu|nopHoSo';
    const capital = stems.replaceAll(/(^|\|)([a-z])/g, (_, bar: string, letter: string) => bar + letter.toUpperCase());
    const snake = stems.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const word = `\\w*(?:${stems}|${capital}|${snake})\\w*`;
    const declared = new RegExp(
      `\\b(?:const|let|function|class|interface|type)\\s+(${word})|^\\s*(?:readonly )?(${word})\\??:`,
    );
    const found = sources.flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => declared.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
    expect(declared.test('  readonly maHoSo: string;') && declared.test('const ho_so = 1')).toBe(true);
  });

  test('no file or folder is named by nothing', () => {
    const empty = /(^|\/)((.+-)?(utils?|helpers?|manager)|common|misc|services?|types)(\.|\/)/;
    expect(sources.map(({ path }) => path).filter((path) => empty.test(path))).toEqual([]);
  });

  test('every file is named in lower case with hyphens', () => {
    const odd = /[A-Z_]/;
    expect(sources.map(({ path }) => path).filter((path) => odd.test(path))).toEqual([]);
  });

  test('no type carries its kind in its name', () => {
    const prefixed = program.flatMap(({ path, text }) =>
      [...text.matchAll(/\b(?:interface|type) ([IT][A-Z][a-z]\w*)/g)].map(([, name]) => `${path}: ${name}`),
    );
    expect(prefixed).toEqual([]);
  });
});
