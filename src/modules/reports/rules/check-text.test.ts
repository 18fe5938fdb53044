import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadReferenceUnits } from '#modules/organisation/index.ts';
import { readReportFile } from '../read-report-file.ts';
import { checkText } from './check-text.ts';
import { unitNames } from './check-units.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const ground = {
  period: { from: day('2021-01-01'), to: day('2021-10-30') },
  units: unitNames(loadReferenceUnits().units.map(({ name }) => name.vi)),
};
const found = (text: string) =>
  checkText(
    text.split('\n').map((line, place) => ({ text: line, place: `${place + 1}` })),
    ground,
  ).map(({ kind, printed, recomputed }) => [kind, printed, recomputed]);

describe('the report of 2021, retold', () => {
  test.each(['txt', 'docx'])(
    'as .%s it holds one misprint, 87 of 382 printed as 22,7%%, and nothing else',
    (ending) => {
      const file = new URL(`../../../../tests/vectors/reports/hanoi-2021.${ending}`, import.meta.url);
      const read = readReportFile(readFileSync(file));
      if (!read.ok) throw new Error(read.refusal.code);
      expect(read.value.length).toBeGreaterThan(30);
      const findings = checkText(read.value, ground);
      expect(findings).toHaveLength(1);
      expect(findings[0]).toMatchObject({ kind: 'share-cut-off', printed: '22,7%', recomputed: '87/382 = 22,8%' });
      expect(findings[0]?.quote).toContain('đơn giản hóa 87 thủ tục');
    },
  );
});

describe('shares', () => {
  test.each([
    ['Có 146/175 phường ủy quyền, đạt 85,1%.', '85,1%', '146/175 = 83,4%'],
    ['Nhận 1.525.653 hồ sơ, giải quyết 1.376.469 hồ sơ, đạt 92,0%.', '92,0%', '1.376.469/1.525.653 = 90,2%'],
    ['Giao 9.574 nhiệm vụ, quá hạn 36 nhiệm vụ (0,39%).', '0,39%', '36/9.574 = 0,38%'],
  ])('%s', (text, printed, recomputed) => {
    expect(found(text)).toEqual([['share-wrong', printed, recomputed]]);
  });

  test.each([
    'Số hồ sơ 1.000, giải quyết 902, đạt 90,2%.',
    'Có 146/175 phường ủy quyền; phụ cấp 15% mức lương.',
    'Số thu đạt 120 tỷ đồng trên 350 doanh nghiệp, tăng 35% so với năm trước.',
    'Mục tiêu SIPAS trên 85% vào năm 2023 và 90-95% vào năm 2025.',
    'Tỷ lệ 90,2% (1.376.469 trên 1.525.653 hồ sơ).',
  ])('nothing is wrong in: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('wholes and parts', () => {
  test.each([
    ['Tổng số 1.862 thủ tục, gồm 1.499 cấp sở, 253 cấp huyện, 111 cấp xã.', '1.862', '1.499 + 253 + 111 = 1.863'],
    ['Có 38 văn bản (8 nghị quyết, 31 quyết định) hết hiệu lực.', '38', '8 + 31 = 39'],
    ['Giao 9.574 nhiệm vụ: xong 8.511 nhiệm vụ, đang làm 1.036 nhiệm vụ.', '9.574', '8.511 + 1.036 = 9.547'],
  ])('%s', (text, printed, recomputed) => {
    expect(found(text)).toEqual([['parts-not-total', printed, recomputed]]);
  });

  test.each([
    'Có 42 văn bản hết hiệu lực, gồm 38 văn bản toàn bộ (7 nghị quyết, 31 quyết định) và 4 văn bản một phần.',
    'Giao 66 nhiệm vụ, trong đó có 20 nhiệm vụ quý I, 30 nhiệm vụ quý II.',
    'Thành phố có 30 đơn vị cấp huyện, gồm 12 quận, 17 huyện và 1 thị xã; năm trước cũng vậy.',
    'Mở 5 lớp, gồm: ngày 01/3/2021 cho 120 người, ngày 05/3/2021 cho 80 người.',
  ])('nothing is wrong in: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('days, units and numbers printed twice', () => {
  test('a day that is none is told', () => {
    expect(found('Họp ngày 31/11/2020 và ngày 30/10/2021.')).toEqual([['day-impossible', '31/11/2020', null]]);
  });

  test('figures may not be counted beyond the close, and no document is of a day after it', () => {
    expect(found('Tính đến hết ngày 15/11/2021, có 5 lớp.')).toEqual([
      ['day-outside', '15/11/2021', '01/01/2021 – 30/10/2021'],
    ]);
    expect(found('Quyết định số 4210/QĐ-UBND ngày 20/12/2021.')).toHaveLength(1);
    expect(found('Trước ngày 31/12/2022 phải xong; Nghị quyết số 76/NQ-CP ngày 15/7/2021.')).toEqual([]);
  });

  test('a unit that is not in force is told, with the one that is written almost so', () => {
    expect(found('Kiểm tra tại huyện Từ Liêm và quận Cầu Giầy.')).toEqual([
      ['unit-unknown', 'huyện Từ Liêm', null],
      ['unit-unknown', 'quận Cầu Giầy', 'Quận Cầu Giấy'],
    ]);
    expect(found('Theo Sở Văn thư và Sở Nội vụ.')).toEqual([['unit-unknown', 'Sở Văn thư', null]]);
  });

  test('the place of a tone mark and the short forms of departments are no faults', () => {
    expect(found('Huyện Ứng Hoà, huyện Ứng Hòa, Sở Nông nghiệp và PTNT, các Sở Nội vụ, Tài chính.')).toEqual([]);
  });

  test('one number printed in two ways is told, two numbers of two things are not', () => {
    expect(found('Nhận 1.525.653 hồ sơ.\nCả năm nhận 1.525.635 hồ sơ.')).toEqual([
      ['printed-otherwise', '1.525.635', '1.525.653 (1)'],
    ]);
    expect(found('Xử lý 1.457 phản ánh; tuyển 1.475 viên chức.')).toEqual([]);
  });
});

test('a paragraph of a thousand numbers in a thousand brackets is checked all the same', () => {
  const long = Array.from(
    { length: 3000 },
    (_, place) => `nhận ${1000 + place * 7} hồ sơ (${place} mới, ${place} cũ), đạt 33,3%`,
  ).join('; ');
  expect(found(`Sở Y tế ${long}, có 87/382 thủ tục, đạt 22,7%.`).at(-1)?.[0]).toBeDefined();
}, 10_000);
