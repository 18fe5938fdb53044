import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import QRCode from 'qrcode';
import type { Json } from '#kernel/json.ts';
import { toLocal } from '#kernel/zone.ts';
import { typesetPdf } from '#platform/typesetting.ts';
import { writeResultCode } from '../rules/result-code.ts';

/** What a result says, as text, in the order it is read. Empty text leaves its line out. */
export interface ResultPaper {
  /** The body above, and the body itself, in capitals; the first may be empty. */
  readonly superior: string;
  readonly body: string;
  /** The signs after the number: `KQ-UBND`. */
  readonly notation: string;
  readonly place: string;
  readonly title: string;
  readonly abstract: string;
  readonly bases: readonly string[];
  readonly paragraphs: readonly string[];
  readonly recipients: readonly string[];
}

/** What of the register is printed. */
export interface ResultPrint {
  readonly code: string;
  readonly version: number;
  readonly number: number;
  readonly content: ResultPaper;
  readonly decidedAt: Temporal.Instant;
  readonly block: readonly string[];
  readonly signerName: string;
}

const template = readFileSync(join(import.meta.dirname, 'result.typ'), 'utf8');

/** The address that a QR leads to: the check page with the code; without an address of the city the code alone. */
export function checkAddress(code: string, publicUrl: string | undefined): string {
  const written = writeResultCode(code);
  return publicUrl ? `${publicUrl}/kiem-tra?ma=${written}` : written;
}

/**
 * A result as a tagged PDF in the layout of official papers, A4. The same row gives the same paper at any time.
 * @see NĐ 30/2020/NĐ-CP, Phụ lục I
 */
export async function resultPdf(print: ResultPrint, publicUrl: string | undefined): Promise<Uint8Array> {
  const { content, code } = print;
  const local = toLocal(print.decidedAt);
  const qr = await QRCode.toString(checkAddress(code, publicUrl), {
    type: 'svg',
    errorCorrectionLevel: 'M',
    margin: 0,
  });
  const data = {
    ...content,
    // 0 before numbers below 10, before days below 10 and the months 1 and 2
    number: `${two(print.number)}/${content.notation}`,
    placeAndDate: `${content.place}, ngày ${two(local.day)} tháng ${local.month < 3 ? two(local.month) : local.month} năm ${local.year}`,
    block: print.block,
    signerName: print.signerName,
    code: writeResultCode(code),
    version: print.version > 1 ? `Bản thay thế lần ${print.version - 1}` : '',
    checkPage: publicUrl ? `${publicUrl}/kiem-tra` : '',
    qr,
  };
  return typesetPdf({ template, data: data as unknown as Json, madeAt: print.decidedAt });
}

const two = (number: number): string => String(number).padStart(2, '0');
