import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '#kernel/text.ts';
import type { DossierPage } from '../dossier-page.ts';
import type { IssuedSlip, SlipForm } from '../rules/slips.ts';
import { apologyContent } from './apology/apology-content.ts';
import { controlSlipContent } from './control-slip/control-slip-content.ts';
import { receiptContent } from './receipt/receipt-content.ts';
import { refusalSlipContent } from './refusal-slip/refusal-slip-content.ts';
import type { SlipFacts, SlipFrame } from './slip-frame.ts';
import { supplementRequestContent } from './supplement-request/supplement-request-content.ts';

/** A form: what it is called, how its content is built, and the template that sets it. */
export interface SlipKind {
  readonly name: Text;
  /** What people at the desk call it. */
  readonly shortName: Text;
  /** The name of the file, before the code of the dossier. */
  readonly fileName: string;
  readonly template: string;
  content(page: DossierPage, slip: IssuedSlip, facts: SlipFacts): SlipFrame;
}

const read = (path: string): string => readFileSync(join(import.meta.dirname, path), 'utf8');
/** Page, head, title and signatures are the same for every form: a template begins with them. */
const frame = read('slip-frame.typ');
export const slipTemplate = (path: string): string => `${frame}\n${read(path)}`;

/** A new form of a dossier is a folder with a builder of its content and a template, and a line here. */
export const slipKinds: Readonly<Record<SlipForm, SlipKind>> = {
  '01': {
    name: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Receipt with the due day' },
    shortName: { vi: 'Giấy hẹn', en: 'Receipt' },
    fileName: 'giay-hen',
    template: slipTemplate('receipt/receipt.typ'),
    content: receiptContent,
  },
  '02': {
    name: { vi: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'Request to supplement' },
    shortName: { vi: 'Phiếu yêu cầu bổ sung', en: 'Request to supplement' },
    fileName: 'phieu-bo-sung',
    template: slipTemplate('supplement-request/supplement-request.typ'),
    content: supplementRequestContent,
  },
  '03': {
    name: { vi: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', en: 'Refusal slip' },
    shortName: { vi: 'Phiếu từ chối', en: 'Refusal slip' },
    fileName: 'phieu-tu-choi',
    template: slipTemplate('refusal-slip/refusal-slip.typ'),
    content: refusalSlipContent,
  },
  '04': {
    name: { vi: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', en: 'Apology with a new day' },
    shortName: { vi: 'Phiếu xin lỗi', en: 'Apology' },
    fileName: 'phieu-xin-loi',
    template: slipTemplate('apology/apology.typ'),
    content: apologyContent,
  },
  '05': {
    name: { vi: 'Phiếu kiểm soát quá trình giải quyết hồ sơ', en: 'Control slip' },
    shortName: { vi: 'Phiếu kiểm soát', en: 'Control slip' },
    fileName: 'phieu-kiem-soat',
    template: slipTemplate('control-slip/control-slip.typ'),
    content: controlSlipContent,
  },
};
