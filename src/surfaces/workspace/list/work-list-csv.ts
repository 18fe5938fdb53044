import type { App } from '#app.ts';
import type { WorkRow } from '#case-engine/work-list.ts';
import { toLocal } from '#kernel/zone.ts';
import { formatMoment, speaker, textIn } from '#surfaces/ui/index.ts';
import { asOfficer } from '../officer.ts';
import { writeCsv } from './csv.ts';
import { putInWords } from './row-words.ts';
import { readAddress, workQuery } from './work-query.ts';

/** A list longer than this is a report, not work: narrow it first. */
const mostRows = 5000;

/** `/lam-viec/danh-sach.csv`: the list of an address, all its pages, in the order of the clock. */
export const workListCsv = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const { after: _, ...query } = workQuery(
      officer,
      readAddress((name) => context.req.query(name)),
    );
    const rows: WorkRow[] = [];
    for (let after: string | null = ''; after !== null && rows.length < mostRows; ) {
      const page = await app.work.list({ ...query, ...(after ? { after } : {}), pageSize: 100 });
      rows.push(...page.rows);
      after = page.next;
    }
    const { language } = officer.visitor;
    const say = speaker(language);
    const head = [
      say('Mã hồ sơ', 'Code'),
      say('Của ai', 'Whose'),
      say('Mã thủ tục', 'Procedure code'),
      say('Thủ tục', 'Procedure'),
      say('Trạng thái', 'State'),
      say('Bước', 'Step'),
      say('Người giữ', 'Holder'),
      say('Đơn vị', 'Unit'),
      say('Nộp lúc', 'Filed'),
      say('Hẹn trả', 'Due'),
      say('Còn lại', 'Time left'),
    ];
    const lines = (await putInWords(app, officer, rows)).map((words) => [
      words.code,
      words.row.title,
      words.row.typeCode,
      textIn(language, words.subject),
      textIn(language, words.state.name),
      words.step ? textIn(language, words.step) : '',
      words.holder ? textIn(language, words.holder) : '',
      words.unit ? textIn(language, words.unit) : '',
      formatMoment(toLocal(words.row.openedAt)),
      words.row.dueAt ? formatMoment(toLocal(words.row.dueAt)) : '',
      words.left ? textIn(language, words.left.words) : '',
    ]);
    return context.body(writeCsv([head, ...lines]), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="danh-sach-ho-so.csv"',
      'cache-control': 'no-store',
    });
  });
