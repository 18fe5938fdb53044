import type { Language } from '#kernel/text.ts';
import type { Bill, LedgerRow } from '#modules/dues/index.ts';
import { formatCount, formatMoney, speaker, Table, Tag, textIn } from '#surfaces/ui/index.ts';

/** How a bill stands, in a word. */
export function BillTag(props: { language: Language; bill: Bill }) {
  const { language, bill } = props;
  const say = speaker(language);
  if (bill.isEnded) return <Tag tone="neutral">{say('Không còn phải nộp', 'No longer asked for')}</Tag>;
  if (bill.total === 0n) return <Tag tone="success">{say('Được miễn', 'Exempt')}</Tag>;
  if (bill.paid >= bill.total) return <Tag tone="success">{say('Đã nộp đủ', 'Paid')}</Tag>;
  if (bill.paid > 0n) return <Tag tone="warning">{say('Đã nộp một phần', 'Paid in part')}</Tag>;
  return <Tag tone="warning">{say('Chưa nộp', 'Not paid yet')}</Tag>;
}

/** The lines of a bill: what is asked, what is taken off, by which text. */
export function BillLines(props: { language: Language; bill: Bill }) {
  const { language, bill } = props;
  const say = speaker(language);
  const money = (amount: bigint) => formatMoney(language, amount);
  return (
    <Table
      id={`bill-${bill.code}`}
      caption={say('Các khoản', 'Lines')}
      captionHidden
      stack
      columns={[
        { label: say('Khoản thu', 'Line') },
        { label: say('Mức thu', 'Amount'), align: 'end' },
        { label: say('Miễn, giảm', 'Reduction'), align: 'end' },
      ]}
      rows={bill.lines.map((line) => [
        <div>
          {textIn(language, line.label)}
          <div class="small quiet">
            {textIn(language, line.why)} · {line.source}
          </div>
        </div>,
        money(line.amount),
        line.reduction > 0n ? money(line.reduction) : '–',
      ])}
      totals={[say('Phải nộp', 'To be paid'), money(bill.total), '']}
    />
  );
}

/** A sum of money that moved: nothing moved is nought, not free of charge; money that went out has a minus. */
export const sumWords = (language: Language, amount: bigint): string =>
  `${amount < 0n ? '−' : ''}${formatCount(language, amount < 0n ? -amount : amount)} ${language === 'vi' ? 'đồng' : 'VND'}`;

/** By which way money came or went. */
export const wayWords = {
  cash: { vi: 'tiền mặt', en: 'cash' },
  transfer: { vi: 'chuyển khoản', en: 'transfer' },
  gateway: { vi: 'cổng thanh toán', en: 'online' },
  elsewhere: { vi: 'nộp nơi khác', en: 'paid elsewhere' },
} as const;

/** What came in and went back, each with its receipt. */
export function LedgerLines(props: {
  language: Language;
  id: string;
  ledger: readonly LedgerRow[];
  paperHref(paperId: string): string;
}) {
  const { language, ledger, paperHref } = props;
  const say = speaker(language);
  if (ledger.length === 0) return null;
  return (
    <Table
      id={props.id}
      caption={say('Đã nộp, đã hoàn', 'Paid and given back')}
      captionHidden
      stack
      columns={[
        { label: say('Việc', 'What') },
        { label: say('Số tiền', 'Amount'), align: 'end' },
        { label: say('Chứng từ', 'Paper') },
      ]}
      rows={ledger.map((row) => [
        <div>
          {row.kind === 'payment' ? say('Đã nộp', 'Paid') : say('Đã hoàn', 'Given back')},{' '}
          {textIn(language, wayWords[row.way])}
          {row.reason ? <div class="small quiet">{row.reason}</div> : null}
        </div>,
        formatMoney(language, row.amount),
        row.paperId ? (
          <a href={paperHref(row.paperId)}>
            {row.kind === 'payment' ? say('Biên lai', 'Receipt') : say('Phiếu hoàn', 'Slip')} {row.paperNumber}
          </a>
        ) : (
          '–'
        ),
      ])}
    />
  );
}
