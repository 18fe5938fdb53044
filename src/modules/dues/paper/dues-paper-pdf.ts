import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import QRCode from 'qrcode';
import { formatDate, formatNumber, formatTime } from '#kernel/vietnamese.ts';
import { toLocal } from '#kernel/zone.ts';
import { typesetPdf } from '#platform/typesetting.ts';
import { type DuesPaper, paperNumber } from '../ledger-store.ts';
import { amountInWords } from './paper-content.ts';

let template: string | undefined;

const wayWords: Readonly<Record<string, string>> = {
  cash: 'tiền mặt',
  transfer: 'chuyển khoản ngân hàng',
  gateway: 'thanh toán trực tuyến qua cổng thanh toán',
};

/** What the print of a receipt needs besides what the receipt says. */
export interface PaperPrint {
  readonly agencyName: string;
  readonly publicUrl: string | undefined;
  readonly printedAt: Temporal.Instant;
  /** Slips by which money of this receipt went back since. */
  readonly cancelledBy: readonly { readonly year: number; readonly number: number; readonly amount: number }[];
}

/** A receipt or refund slip as a tagged PDF of one A5 page: what it said when it was issued, whenever it is printed. */
export async function duesPaperPdf(paper: DuesPaper, print: PaperPrint): Promise<Uint8Array> {
  template ??= readFileSync(join(import.meta.dirname, 'dues-paper.typ'), 'utf8');
  const { content } = paper;
  const isReceipt = content.kind === 'receipt';
  const digits = (amount: string) => formatNumber('vi', BigInt(amount));
  const issued = toLocal(Temporal.Instant.from(content.at));
  const printed = toLocal(print.printedAt);
  const number = paperNumber(paper);
  const address = print.publicUrl ? `${print.publicUrl}/thanh-toan/${content.billCode}` : content.billCode;
  const data = {
    documentTitle: `${isReceipt ? 'Biên lai' : 'Phiếu hoàn'} ${number}`,
    title: isReceipt ? 'BIÊN LAI THU PHÍ, LỆ PHÍ' : 'PHIẾU HOÀN PHÍ, LỆ PHÍ',
    agency: print.agencyName,
    number,
    printed: `In lúc ${formatTime(printed)} ngày ${formatDate(printed.toPlainDate())}`,
    placeAndDate: `Hà Nội, ngày ${issued.day} tháng ${issued.month} năm ${issued.year}`,
    ...content.subject,
    billCode: content.billCode || number,
    cancels: content.cancels,
    cancelled: print.cancelledBy
      .map((slip) => `${paperNumber({ ...slip, book: 'PH' })} (${digits(String(slip.amount))} đồng)`)
      .join('; '),
    lines: content.lines.map((line) => ({
      label: line.label.vi,
      source: line.source,
      amount: digits(line.amount),
      reduction: line.reduction === '0' ? '' : digits(line.reduction),
    })),
    amount: digits(content.amount),
    amountInWords: amountInWords(BigInt(content.amount)),
    way: wayWords[content.way] ?? content.way,
    externalId: content.externalId,
    tendered: content.tendered === '' ? '' : digits(content.tendered),
    change: digits(content.change),
    owedStill: content.owedStill === '0' ? '' : digits(content.owedStill),
    reason: content.reason,
    clause: content.clause,
    leftTitle: isReceipt ? 'NGƯỜI NỘP TIỀN' : 'NGƯỜI NHẬN TIỀN',
    rightTitle: isReceipt ? 'NGƯỜI THU TIỀN' : 'NGƯỜI HOÀN TIỀN',
    by: content.by,
    qr: await QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 }),
  };
  return typesetPdf({ template, data, madeAt: print.printedAt });
}
