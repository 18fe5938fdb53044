import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasProof } from './proof.ts';
import { recogniseLaw } from './recognise-law.ts';
import { redact } from './redact.ts';
import { withoutMetadata } from './strip-image.ts';

describe('what the public reads', () => {
  test('a name is taken out however it is spelled, and its words alone stay', () => {
    const text = 'Bà NGUYỄN THỊ HOA, tức nguyen thi hoa, trồng hoa ở ngõ.';
    expect(redact(text, ['Nguyễn Thị Hoa'])).toBe('Bà […], tức […], trồng hoa ở ngõ.');
  });

  test('telephones, personal numbers and addresses of mail are taken out; short numbers stay', () => {
    expect(
      redact('Gọi 0912.345.678 hoặc a.b@thu.vn, CCCD 001 099 000 001, số 12 Đội Cấn, quyết định 15/UBND', []),
    ).toBe('Gọi […] hoặc […], CCCD […], số 12 Đội Cấn, quyết định 15/UBND');
  });

  test('no name of two words is left, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(redact(`${before} Đặng Văn Quý ${after}`, ['Đặng Văn Quý'])).not.toContain('Đặng Văn Quý');
      }),
    );
  });
});

describe('what belongs to another law', () => {
  test.each([
    ['Tôi tố cáo cán bộ nhận hối lộ', 'denunciation'],
    ['to cao ong A tham nhung', 'denunciation'],
    ['Tôi khiếu nại quyết định xử phạt số 12', 'complaint'],
    ['Đề nghị thu hồi quyết định cưỡng chế', 'complaint'],
    ['Đèn đường trước số 12 bị hỏng', null],
    ['Cống bị tắc, đề nghị nạo vét', null],
  ])('“%s” reads as %s', (text, law) => {
    expect(recogniseLaw(text)).toBe(law);
  });
});

describe('a photograph', () => {
  const chunk = (type: string, data: string) =>
    Buffer.concat([
      Buffer.from([0, 0, 0, data.length]),
      Buffer.from(type),
      Buffer.from(data, 'latin1'),
      Buffer.alloc(4),
    ]);
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const segment = (marker: number, data: string) =>
    Buffer.concat([Buffer.from([0xff, marker, 0, data.length + 2]), Buffer.from(data, 'latin1')]);

  test('keeps its picture and loses place, moment, words and whatever follows its end', () => {
    const png = Buffer.concat([
      sign,
      chunk('IHDR', 'size'),
      chunk('eXIf', '21.03 N'),
      chunk('tEXt', 'Author Lành'),
      chunk('IDAT', 'dots'),
      chunk('IEND', ''),
      Buffer.from('after the end'),
    ]);
    const plainPng = Buffer.from(withoutMetadata(png, 'image/png') ?? []).toString('latin1');
    expect(plainPng).toContain('dots');
    for (const word of ['21.03', 'Author', 'after']) expect(plainPng).not.toContain(word);

    const jpeg = Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      segment(0xe1, 'Exif\0\0 21.03 N'),
      segment(0xfe, 'a comment'),
      segment(0xdb, 'table'),
      segment(0xda, 'scan'),
      Buffer.from('dots'),
      Buffer.from([0xff, 0xd9]),
      Buffer.from('after the end'),
    ]);
    const plainJpeg = Buffer.from(withoutMetadata(jpeg, 'image/jpeg') ?? []).toString('latin1');
    for (const word of ['table', 'scan', 'dots']) expect(plainJpeg).toContain(word);
    for (const word of ['21.03', 'comment', 'after']) expect(plainJpeg).not.toContain(word);
  });

  test('that is none, or is cut off, is not shown', () => {
    expect(withoutMetadata(Buffer.from('<svg/>'), 'image/svg+xml')).toBeNull();
    expect(withoutMetadata(sign, 'image/png')).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array(), fc.constantFrom('image/png', 'image/jpeg'), (content, mediaType) => {
        expect(() => withoutMetadata(content, mediaType)).not.toThrow();
      }),
    );
  });
});

test('an answer is believed for a document or a photograph, and for nothing else', () => {
  expect(hasProof({ number: ' ', photos: [] })).toBe(false);
  expect(hasProof({ number: '15/UBND', photos: [] })).toBe(true);
  expect(hasProof({ number: '', photos: ['a'] })).toBe(true);
});
