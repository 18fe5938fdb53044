import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findCase } from '#case-engine/case-store.ts';
import { verifyJournals } from '#case-engine/verify-journals.ts';
import { openFileStore } from '#platform/file-store.ts';
import { readSpreadsheet } from '#platform/spreadsheet/read-spreadsheet.ts';
import { officerOf, openCity } from '../../../tests/city.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import type { GatheredText } from './gather-text.ts';
import { findRegime } from './read-regimes.ts';
import type { ReportCasePage } from './report-case-page.ts';
import { listMembers } from './report-store.ts';
import type { TextDeed } from './rules/edit-outline.ts';
import { frozenHash } from './rules/frozen-report.ts';
import { reportingKinds } from './rules/report-kinds.ts';
import { typedFor } from './rules/report-regime.ts';
import { reportFacts, requestFacts } from './rules/reporting-facts.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-reporting-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});
const { db } = database;
let city: Awaited<ReturnType<typeof openCity>>;
beforeAll(async () => {
  city = await openCity(db, await openFileStore(folder), '2021-11-05T09:00');
});

const division = 'so-noi-vu.administrative-reform';
const editor = officerOf(division, ['unit-head'], 11, `hn/so-noi-vu/${division}`) as Writer;
const owner = officerOf('van-phong-ubnd.procedure-control', ['unit-head'], 12);
const department = officerOf('so-tu-phap', ['agency-head'], 13, 'hn/so-tu-phap');
const other = officerOf('so-y-te', ['agency-head'], 14, 'hn/so-y-te');
const chair = officerOf('hn', ['agency-head', 'signatory'], 15, 'hn');
type Writer = typeof department & { readonly accountId: string };

const day = (written: string) => Temporal.PlainDate.from(written);
const wish = {
  regime: 'par',
  title: '',
  from: day('2021-01-01'),
  to: day('2021-11-05'),
  reporters: ['department'] as const,
  dueOn: { commune: day('2021-11-09'), agency: day('2021-11-10'), city: day('2021-11-26') },
};
const move = async (who: typeof department, caseId: string, name: string, data: object = {}) => {
  const made = await city.app.work.move(who, { caseId, move: name, data });
  return made.ok ? made.value.state : made.refusal.code;
};
const partOf = async (reportId: string, unitId: string) =>
  (await listMembers(db, reportId, 'report-request')).find((part) => requestFacts(part).unitId === unitId)!.caseId;

let reportId = '';
let part = '';
const change = async (deed: TextDeed, more: object = {}) => {
  const text = (await city.app.reports.text(reportId)) as { ok: true; value: GatheredText };
  const { revision } = text.value.record;
  const all = { caseId: reportId, revision, deed, sectionId: '', blockId: '', words: '', requestId: '', ...more };
  const done = await city.app.reports.changeText(editor, all);
  return done.ok ? 'done' : done.refusal.code;
};

describe('the way of a report', () => {
  test('a period is opened by the unit that gathers, with its days said, and asks every unit of the group', async () => {
    const nobody = await city.app.reports.open(department, wish);
    expect(nobody.ok ? '' : nobody.refusal.code).toBe('reporting-not-yours');
    const ahead = await city.app.reports.open(editor, { ...wish, to: day('2021-11-30') });
    expect(ahead.ok ? '' : ahead.refusal.code).toBe('reporting-period-wrong');
    const opened = await city.app.reports.open(editor, wish);
    if (!opened.ok) throw new Error(opened.refusal.code);
    reportId = opened.value.caseId;
    const [row] = await city.app.reports.list();
    expect(row).toMatchObject({ asked: 22, sent: 0, accepted: 0, late: 0 });
    expect(reportFacts(row!.state).period).toMatchObject({ from: '2021-01-01', to: '2021-11-05' });
    part = await partOf(reportId, 'so-tu-phap');
  });

  test('communes send to their district, and districts to whoever writes the report', async () => {
    const opened = await city.app.reports.open(editor, { ...wish, reporters: ['district', 'commune'] });
    if (!opened.ok) throw new Error(opened.refusal.code);
    const district = await partOf(opened.value.caseId, 'q-001');
    const commune = await findCase(db, await partOf(opened.value.caseId, 'x-00007'));
    expect(commune?.parent).toMatchObject({ caseId: district, rootId: opened.value.caseId, unitId: 'q-001' });
    expect((await findCase(db, district))?.parent?.unitId).toBe(division);
    expect(await move(editor, opened.value.caseId, 'call-off-report', { reason: 'Mở nhầm' })).toBe('called-off');
    expect((await findCase(db, district))?.state).toBe('called-off');
  });

  test('a counted figure is never typed; an objection waits for the owner of the definition', async () => {
    const typed = { figureId: 'dossiers.received', value: 5, evidence: '12/BC-STP' };
    expect(await move(department, part, 'enter-figure', typed)).toBe('figure-is-counted');
    expect(await move(department, part, 'enter-figure', { ...typed, figureId: 'documents' })).toBe('asked');
    const objection = { figureId: 'dossiers.received', reason: 'Thiếu 3 hồ sơ giấy' };
    expect(await move(department, part, 'object-figure', objection)).toBe('asked');
    expect(await move(department, part, 'object-figure', objection)).toBe('objection-made-already');
    expect(await move(other, part, 'object-figure', objection)).toBe('move-not-yours');
  });

  test('a part is sent with its texts and typed figures, given back with a reason, and accepted when objections are answered', async () => {
    expect(await move(department, part, 'send-part')).toBe('narrative-missing');
    await city.app.reports.saveNarratives(
      part,
      [{ sectionId: 'direction-steering', words: 'Sở đã họp giao ban.' }],
      'A',
    );
    expect(await move(department, part, 'send-part')).toBe('typed-figures-missing');
    await move(department, part, 'enter-figure', { figureId: 'initiatives', value: 1, evidence: '7/QĐ-STP' });
    expect(await move(department, part, 'send-part')).toBe('sent');
    expect(await move(editor, part, 'accept-part')).toBe('objections-open');
    expect(await move(editor, part, 'return-part', { reason: 'Nêu rõ kết quả' })).toBe('returned');
    const answer = { figureId: 'dossiers.received', outcome: 'kept', answer: 'Hồ sơ giấy đã có trong sổ' };
    expect(await move(editor, part, 'answer-objection', answer)).toBe('move-not-yours');
    expect(await move(owner, part, 'answer-objection', answer)).toBe('returned');
    expect(await move(department, part, 'send-part')).toBe('sent');
    expect(await move(editor, part, 'accept-part')).toBe('accepted');
    expect((await findCase(db, part))?.timeliness).toBe('early');
  });

  test('how many parts are sent on time is a figure', async () => {
    const asked = {
      ids: ['reports.asked', 'reports.on_time'],
      unitId: 'so-tu-phap',
      from: wish.from,
      to: day('2021-11-30'),
    };
    const answer = await city.app.figures.ask(asked);
    expect(answer.ok && answer.value.figures.map(({ value }) => value?.steps)).toEqual([1, 1]);
  });
});

describe('the text of a report', () => {
  test('a text of a unit is taken in with its author, and every change keeps what stood there before', async () => {
    const sectionId = 'direction-steering';
    const taken = { sectionId, words: 'Sở đã họp giao ban.', requestId: part };
    expect(await change('take-in', taken)).toBe('done');
    const before = (await city.app.reports.text(reportId)) as { ok: true; value: GatheredText };
    const block = before.value.changes[0]!;
    expect(before.value.narratives).toMatchObject([{ unitId: 'so-tu-phap', isUsed: true }]);
    const words = 'Sở Tư pháp nhận {{dossiers.received | at so-tu-phap}} hồ sơ.';
    expect(await change('edit', { blockId: block.blockId, words })).toBe('done');
    expect(await change('edit', { blockId: block.blockId, words: '{{khong.co}}' })).toBe('binding-figure-unknown');
    const after = (await city.app.reports.text(reportId)) as { ok: true; value: GatheredText };
    expect(after.value.changes[0]).toMatchObject({ deed: 'edit', before: 'Sở đã họp giao ban.', after: words });
  });

  test('of two who change the text at once the second is told', async () => {
    const all = { sectionId: 'direction-steering', blockId: '', words: 'Câu.', requestId: '', deed: 'write' as const };
    const done = await city.app.reports.changeText(editor, { ...all, caseId: reportId, revision: 0 });
    expect(done.ok ? '' : done.refusal.code).toBe('report-text-changed');
  });

  test('an open place or a proposal stops the submission, with where it stands', async () => {
    const asked = { members: ['so-tu-phap'], dueOn: '2021-11-12' };
    expect(await move(editor, reportId, 'ask-opinions', asked)).toBe('opinions');
    const made = await city.app.work.move(editor, { caseId: reportId, move: 'submit-report', data: {} });
    expect(made.ok ? null : made.refusal).toMatchObject({ code: 'report-not-ready' });
    expect(made.ok ? '' : made.refusal.facts.place).toContain('Phần');
  });

  test('what has no figure is left out by one deed, and proposals are accepted or deleted', async () => {
    expect(await change('drop-open')).toBe('done');
    for (;;) {
      const text = (await city.app.reports.text(reportId)) as { ok: true; value: GatheredText };
      const kept = [...text.value.outline.parts.flatMap(({ sections }) => sections)]
        .flatMap((section) => [section, ...section.sections])
        .flatMap(({ id, blocks }) => blocks.map((block) => ({ id, block })));
      const [next] = [
        ...[...text.value.proposed].flatMap(([id, blocks]) => blocks.map((block) => ({ id, block }))),
        ...kept.filter(({ block }) => block.kind === 'paragraph' && block.proposal !== undefined),
      ];
      if (!next) break;
      expect(await change('accept-proposal', { sectionId: next.id, blockId: next.block.id })).toBe('done');
    }
  });
});

test('a unit that does not exist stops the submission, with the section and the paragraph that names it', async () => {
  const sectionId = 'direction-inspection';
  expect(await change('write', { sectionId, words: 'Giao Sở Vũ trụ chủ trì.' })).toBe('done');
  const made = await city.app.work.move(editor, { caseId: reportId, move: 'submit-report', data: {} });
  expect(made.ok ? null : made.refusal).toMatchObject({
    code: 'report-not-ready',
    facts: {
      count: 1,
      place: expect.stringMatching(/Phần I, .*Kiểm tra công vụ, đoạn \d/),
      printed: expect.stringContaining('Sở Vũ trụ'),
    },
  });
  const text = (await city.app.reports.text(reportId)) as { ok: true; value: GatheredText };
  expect(await change('delete', { blockId: text.value.changes[0]!.blockId })).toBe('done');
});

describe('procedure control', () => {
  let request: string;

  test('a department types what its forms ask and nothing counts; a district types less', async () => {
    const opened = await city.app.reports.open(owner, {
      ...wish,
      regime: 'procedure-control',
      reporters: ['department', 'district'],
    });
    if (!opened.ok) throw new Error(opened.refusal.code);
    const control = opened.value.caseId;
    request = await partOf(control, 'so-tu-phap');
    await city.app.reports.saveNarratives(request, [{ sectionId: 'control-review', words: 'Đã rà soát.' }], 'A');
    expect(await move(department, request, 'send-part')).toBe('typed-figures-missing');
    const regime = findRegime('procedure-control')!;
    const { tree } = await city.app.ground();
    expect(typedFor(regime, tree.get('q-001')).map(({ id }) => id)).toEqual(['answers-published', 'paid-online']);
    for (const { id: figureId } of typedFor(regime, tree.get('so-tu-phap')))
      await move(department, request, 'enter-figure', { figureId, value: 2, evidence: '12/BC-STP' });
    expect(await move(department, request, 'send-part')).toBe('sent');
    const text = await city.app.reports.text(control);
    expect(text.ok && text.value.typed.filter(({ unitId }) => unitId === 'so-tu-phap')).toHaveLength(12);
    expect(await move(owner, control, 'call-off-report', { reason: 'Thử' })).toBe('called-off');
  });

  test('a typed figure comes with its files, and stands beside what the unit entered for the period before', async () => {
    const before = await city.app.reports.open(owner, {
      ...wish,
      regime: 'procedure-control',
      reporters: ['department'],
      from: day('2020-02-27'),
      to: day('2020-12-31'),
    });
    if (!before.ok) throw new Error(before.refusal.code);
    const earlier = await partOf(before.value.caseId, 'so-tu-phap');
    const pdf = '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';
    const put = await city.app.files.put(new TextEncoder().encode(pdf));
    if (!put.ok) throw new Error(put.refusal.code);
    const upload = { ...put.value, fileName: 'chung-minh.pdf' };
    const ticket = await city.app.dossiers.writePaperTicket(upload);
    const entered = { figureId: 'answers-published', value: 7, evidence: '12/BC-STP' };
    expect(await move(department, earlier, 'enter-figure', { ...entered, files: ['không phải vé'] })).toBe(
      'case-file-unknown',
    );
    expect(await move(department, earlier, 'enter-figure', { ...entered, files: [ticket] })).toBe('asked');
    // entered again without a file, the files stay
    expect(await move(department, earlier, 'enter-figure', { ...entered, value: 9 })).toBe('asked');
    const page = (await city.app.work.page(department, earlier)) as ReportCasePage;
    expect(page.files).toMatchObject([{ fileName: 'chung-minh.pdf', sha256: upload.sha256 }]);
    const { typed } = await city.app.reports.sheet(page.state);
    expect(typed.find(({ figure }) => figure.id === 'answers-published')).toMatchObject({
      entered: { value: 9, files: [page.files[0]?.id] },
      lastPeriod: null,
    });
    const after = (await findCase(db, request))!;
    expect(requestFacts(after).period.from).toBe('2021-01-01');
    const beside = (await city.app.reports.sheet(after)).typed.find(({ figure }) => figure.id === 'answers-published');
    expect(beside).toMatchObject({ entered: { value: 2 }, lastPeriod: 9, lastYear: null });
    expect(await move(owner, before.value.caseId, 'call-off-report', { reason: 'Thử' })).toBe('called-off');
  });

  test('the forms of a unit are sheets in their layout, with what is counted of it and what it typed', async () => {
    const forms = await city.app.reports.unitForms((await findCase(db, request))!);
    if (!forms.ok) throw new Error(forms.refusal.code);
    const read = await readSpreadsheet(await city.app.reports.write('xlsx', forms.value));
    if (!read.ok) throw new Error(read.refusal.code);
    const cells = read.value.map((row) => row.cells);
    expect(cells.at(-1)?.slice(1)).toEqual(['Tổng cộng', 2, 6, 2, 2, 2]);
    expect(cells.at(-2)).toEqual(['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)']);
    // heads in groups: our reader says of merged cells that they are
    expect(cells[2]?.filter((cell) => typeof cell === 'object')).toHaveLength(7);
  });
});

describe('signing and after', () => {
  test('an opinion must be met before the report is submitted', async () => {
    const [opinion] = await listMembers(db, reportId, 'report-opinion');
    const { caseId } = opinion!;
    expect(await move(editor, reportId, 'submit-report')).toBe('opinions-open');
    expect(await move(editor, caseId, 'close-unanswered')).toBe('opinion-not-late');
    const words = { stance: 'agree-with-changes', words: 'Nêu thêm kết quả' };
    expect(await move(department, caseId, 'give-opinion', words)).toBe('given');
    expect(await move(editor, reportId, 'submit-report')).toBe('opinions-open');
    expect(await move(editor, caseId, 'meet-opinion', { how: 'taken-in', answer: 'Đã thêm' })).toBe('met');
    expect(await move(editor, reportId, 'submit-report')).toBe('signing');
  });

  test('the report is signed, numbered and frozen: what was signed is made again from what was frozen', async () => {
    expect(await move(editor, reportId, 'sign-report')).toBe('move-not-yours');
    expect(await move(chair, reportId, 'sign-report')).toBe('published');
    const [listed] = await city.app.reports.published();
    expect(listed).toMatchObject({ number: 1, notation: 'BC-UBND', restatements: 0 });
    const found = await city.app.reports.publication(listed!.code);
    expect(found?.signed.letter).toMatchObject({ number: 1, notation: 'TTr-UBND' });
    expect(found?.document.heading).toMatchObject({ number: 1, draftMark: '' });
    const letter = await city.app.reports.letter(reportId);
    if (!letter.ok) throw new Error(letter.refusal.code);
    expect(letter.value.document.heading).toMatchObject({ number: 1, notation: 'TTr-UBND', draftMark: '' });
    expect(letter.value.document.annexes.at(-1)?.blocks).toMatchObject([
      { table: { rows: [{ cells: expect.arrayContaining([[{ kind: 'words', words: 'Tiếp thu: Đã thêm' }]]) }] } },
    ]);
    expect(found?.signed.signature.lines).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
    expect(frozenHash(found!.signed)).toBe(found!.sha256);
    expect(reportFacts((await findCase(db, reportId))!).signed?.sha256).toBe(found!.sha256);
    expect(await move(chair, reportId, 'restate-report', { reason: 'x' })).toBe('report-same-as-signed');
  });

  test('every journal folds to what is stored', async () => {
    for await (const { broken } of verifyJournals(db, reportingKinds)) expect(broken).toEqual([]);
  });
});
