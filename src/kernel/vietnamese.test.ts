import { expect, test } from 'vitest';
import {
  comparePersonalNames,
  compareVietnamese,
  fold,
  formatNumber,
  formatPersonalName,
  formatPromise,
  givenName,
  nameInCapitals,
  tidy,
} from '#kernel/vietnamese.ts';

test('text folds to plain letters wherever the tone mark stands and however it is composed', () => {
  expect(fold('Hòa')).toBe('hoa');
  expect(fold('Hoà')).toBe('hoa');
  expect(fold('Đường Nguyễn Thụy'.normalize('NFD'))).toBe('duong nguyen thuy');
  expect(fold('ĂÂÊÔƠƯ ắầểỗợự')).toBe('aaeoou aaeoou');
});

test('text is kept composed and with single spaces', () => {
  expect(tidy('  Thụy \n Khuê '.normalize('NFD'))).toBe('Thụy Khuê'.normalize('NFC'));
});

test('words sort as in a Vietnamese dictionary', () => {
  expect(['đa', 'dạ', 'e', 'ăn', 'an', 'ấn', 'Tổ 10', 'Tổ 2'].sort(compareVietnamese)).toEqual([
    'an',
    'ăn',
    'ấn',
    'dạ',
    'đa',
    'e',
    'Tổ 2',
    'Tổ 10',
  ]);
});

test('people sort by given name first', () => {
  expect(['Trần Văn An', 'Lê Thị Bình', 'Bùi Văn An', 'Đỗ Ân'].sort(comparePersonalNames)).toEqual([
    'Bùi Văn An',
    'Trần Văn An',
    'Đỗ Ân',
    'Lê Thị Bình',
  ]);
  expect(givenName('Nguyễn Thị Minh Khai ')).toBe('Khai');
});

test('a name typed anyhow is written the usual way, and in capitals for forms', () => {
  expect(formatPersonalName('NGUYỄN THỊ  lan')).toBe('Nguyễn Thị Lan');
  expect(formatPersonalName('đỗ ân')).toBe('Đỗ Ân');
  expect(nameInCapitals('Nguyễn Thị Lan')).toBe('NGUYỄN THỊ LAN');
});

test('numbers are grouped by points in Vietnamese and commas in English', () => {
  expect(formatNumber('vi', 1525653)).toBe('1.525.653');
  expect(formatNumber('en', 1525653n)).toBe('1,525,653');
  expect(formatNumber('vi', 1234.5)).toBe('1.234,5');
  expect(formatNumber('vi', -1000)).toBe('-1.000');
  expect(formatNumber('vi', 999)).toBe('999');
});

test('a promise names the weekday, the day and the hour', () => {
  const due = Temporal.PlainDateTime.from('2021-02-17T17:00');
  expect(formatPromise('vi', due)).toBe('thứ Tư 17/02/2021, trước 17:00');
  expect(formatPromise('en', due)).toBe('Wednesday 17/02/2021, before 17:00');
});
