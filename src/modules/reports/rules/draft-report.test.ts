import { describe, expect, test } from 'vitest';
import { loadReferenceUnits } from '#modules/organisation/index.ts';
import { printedFigures, reportOf2021 } from '../../../../tests/report-of-2021.ts';
import { checkDocument } from './check-document.ts';
import { unitNames } from './check-units.ts';
import { countRuns, placedBlocks, runsWithin } from './count-runs.ts';
import { figuresOfOutline, spanFinder } from './draft-report.ts';
import type { ReportBlock } from './report-document.ts';
import { stopsSigning } from './report-finding.ts';

const { outline, document, found, defects, spans } = reportOf2021();
const sentences = placedBlocks(document).filter(({ block }) => block.kind === 'paragraph');
const wordsOf = (block: ReportBlock) =>
  runsWithin(block)
    .map((run) => (run.kind === 'note' ? '' : run.words))
    .join('');
const text = sentences.map(({ block }) => wordsOf(block)).join('\n');

/** In which part and field of the report a figure belongs, by the beginning of its id. */
const belongs: readonly (readonly [beginning: string, place: string])[] = [
  ['legal.', 'CẢI CÁCH THỂ CHẾ'],
  ['procedures.', 'CẢI CÁCH THỦ TỤC HÀNH CHÍNH'],
  ['dossiers.', 'CẢI CÁCH THỦ TỤC HÀNH CHÍNH'],
  ['feedback.', 'CẢI CÁCH THỦ TỤC HÀNH CHÍNH'],
  ['delegation.', 'CẢI CÁCH THỦ TỤC HÀNH CHÍNH'],
  ['org.', 'CẢI CÁCH TỔ CHỨC BỘ MÁY'],
  ['personnel.', 'CẢI CÁCH CHẾ ĐỘ CÔNG VỤ'],
  ['training.', 'CẢI CÁCH CHẾ ĐỘ CÔNG VỤ'],
  ['finance.', 'CẢI CÁCH TÀI CHÍNH CÔNG'],
  ['communes.', 'CHÍNH QUYỀN ĐIỆN TỬ'],
  ['eservices.', 'CHÍNH QUYỀN ĐIỆN TỬ'],
  ['databases.', 'CHÍNH QUYỀN ĐIỆN TỬ'],
  ['meetings.', 'CHÍNH QUYỀN ĐIỆN TỬ'],
];
const placeOf = (id: string) => belongs.find(([beginning]) => id.startsWith(beginning))?.[1] ?? 'PHẦN I,';

describe('the reform report', () => {
  test('has four parts and six fields', () => {
    expect(document.parts.map(({ number }) => number)).toEqual(['Phần I', 'Phần II', 'Phần III', 'Phần IV']);
    expect(document.parts[1]?.sections.map(({ number }) => number)).toEqual(['I.', 'II.', 'III.', 'IV.', 'V.', 'VI.']);
  });

  test('binds every figure of the report of 2021 in a sentence of its own part', () => {
    expect(defects).toEqual([]);
    const missing = printedFigures.filter(
      ({ id }) =>
        !sentences.some(
          ({ block, place }) =>
            `${place},`.toLocaleUpperCase('vi').includes(placeOf(id).toLocaleUpperCase('vi')) &&
            runsWithin(block).some((run) => run.kind === 'figure' && run.binding.figureId === id),
        ),
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  test('prints them as the report did, but for the share that was misprinted', () => {
    for (const printed of [
      '1.525.653',
      '1.376.469',
      '90,2%',
      '88,9%',
      '11,1%',
      '0,38%',
      '83,4%',
      '100%',
      '8/63',
      '69,3%',
    ])
      expect(text).toContain(printed);
    for (const printed of [
      '30,1%',
      '351.401 triệu đồng',
      'bằng 9%',
      '50/51',
      '350/376',
      '510/579',
      'tăng 10 đơn vị',
      '22,8%',
    ])
      expect(text).toContain(printed);
    expect(text).not.toContain('22,7%');
  });

  test('says of every figure of which days it is, as known when', () => {
    const spanOf = (id: string) =>
      sentences
        .flatMap(({ block }) => runsWithin(block))
        .flatMap((run) => (run.kind === 'figure' && run.binding.figureId === id ? [run.span] : []))[0];
    expect(spanOf('tasks.city.total')?.to.toString()).toBe('2021-10-26');
    expect(spanOf('legal.expired')?.to.toString()).toBe('2020-12-31');
    expect(spanOf('dossiers.received')?.to.toString()).toBe('2021-10-30');
  });

  test('leaves an open place where nobody counts yet', () => {
    const open = sentences.flatMap(({ block }) => runsWithin(block)).filter(({ kind }) => kind === 'open');
    expect(open.length).toBe(countRuns(document).open - tableOpens());
    expect(text).toContain('[chưa có số liệu: Tỷ lệ hồ sơ trực tuyến]');
  });

  const tableOpens = () =>
    placedBlocks(document)
      .filter(({ block }) => block.kind === 'table')
      .flatMap(({ block }) => runsWithin(block))
      .filter(({ kind }) => kind === 'open').length;
});

describe('what is proposed', () => {
  const proposed = sentences.filter(({ block }) => block.kind === 'paragraph' && block.proposal !== undefined);

  test('says what is late, where, and since when, with bound figures only', () => {
    const late = proposed.map(({ block }) => wordsOf(block)).find((words) => words.includes('đã quá hạn, nhiều nhất'));
    expect(late).toBe(
      'Đến hết ngày 30/10/2021, còn 12 hồ sơ đang giải quyết đã quá hạn, nhiều nhất ở quận Ba Đình (98,1), huyện Ba Vì (95,4) và Sở Y tế (72,0); tình trạng này kéo dài từ tháng 7/2021 đến nay.',
    );
  });

  test('is marked as a proposal, and nothing is proposed of a figure nobody counts', () => {
    expect(proposed.every(({ block }) => block.kind === 'paragraph' && block.proposal !== '')).toBe(true);
    expect(proposed.some(({ block }) => wordsOf(block).includes('không có thư xin lỗi'))).toBe(false);
  });
});

describe('the check of our own document', () => {
  const ground = {
    found,
    spanOf: spanFinder(outline),
    period: spans[0],
    units: unitNames(loadReferenceUnits().units.map(({ name }) => name.vi)),
  };
  const isFault = ({ kind }: { kind: string }) => kind !== 'figure-open' && kind !== 'proposal-open';

  test('finds nothing but what is open', () => {
    const findings = checkDocument(document, ground);
    expect(findings.filter(isFault)).toEqual([]);
    expect(findings.length).toBeGreaterThan(0);
  });

  test('finds a figure that prints otherwise than it counts, and a whole that is not its parts', () => {
    const changed = found.map((each) =>
      each.figureId === 'procedures.commune' ? { ...each, value: { steps: 111, decimals: 0 } } : each,
    );
    const findings = checkDocument(document, { ...ground, found: changed }).filter(isFault);
    expect(findings.map(({ kind, printed, recomputed }) => [kind, printed, recomputed])).toEqual(
      expect.arrayContaining([
        ['figure-changed', '110', '111'],
        ['parts-not-total', '1.862', '1.863'],
      ]),
    );
  });

  test('finds a number that somebody typed', () => {
    const [part, ...others] = document.parts;
    const typed = { kind: 'paragraph', id: 'typed', runs: [{ kind: 'words', words: 'Đã mở 17 lớp.' }] } as const;
    const findings = checkDocument({ ...document, parts: [{ ...part!, blocks: [typed] }, ...others] }, ground);
    expect(findings.filter(isFault)).toMatchObject([{ kind: 'figure-typed', printed: '17', place: 'Phần I, đoạn 1' }]);
  });

  test('stops the signing at a unit that is not in force, with the paragraph that names it', () => {
    const [part, ...others] = document.parts;
    const runs = [{ kind: 'words', words: 'Giao Sở Vũ trụ chủ trì.' }] as const;
    const named = { kind: 'paragraph', id: 'named', runs } as const;
    const findings = checkDocument({ ...document, parts: [{ ...part!, blocks: [named] }, ...others] }, ground);
    expect(findings.filter(isFault)).toMatchObject([{ kind: 'unit-unknown', place: 'Phần I, đoạn 1' }]);
    expect(findings.filter(isFault).every(stopsSigning)).toBe(true);
  });

  test('stops the signing at an identity that is broken, with the first paragraph in which its figures stand', () => {
    const changed = found.map((each) =>
      each.figureId === 'procedures.commune' ? { ...each, value: { steps: 111, decimals: 0 } } : each,
    );
    const findings = checkDocument(document, { ...ground, found: changed });
    const broken = findings.find(({ kind, printed }) => kind === 'parts-not-total' && printed === '1.862');
    expect(broken && stopsSigning(broken)).toBe(true);
    expect(broken?.place).toMatch(/^Phần II, II\. Cải cách thủ tục hành chính, .*đoạn \d+$/);
  });
});

test('a binding that does not hold is told with its part, section and paragraph', () => {
  const [part, ...others] = outline.parts;
  const [section, ...below] = part!.sections;
  const broken = { kind: 'paragraph', id: 'x', text: 'Có {{dossiers.lost}} hồ sơ.' } as const;
  const changed = {
    ...outline,
    parts: [{ ...part!, sections: [{ ...section!, blocks: [...section!.blocks, broken] }, ...below] }, ...others],
  };
  const ground = { spans: new Set(spans.map(({ name }) => name)), isUnit: () => false };
  expect(figuresOfOutline(changed, ground).defects).toEqual([
    {
      code: 'binding-figure-unknown',
      at: 3,
      written: 'dossiers.lost',
      word: 'dossiers.lost',
      blockId: 'x',
      place: 'Phần I, I. Chỉ đạo, điều hành và các chỉ số, đoạn 3',
    },
  ]);
});
