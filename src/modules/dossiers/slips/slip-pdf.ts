import QRCode from 'qrcode';
import type { Json } from '#kernel/json.ts';
import { typesetPdf } from '#platform/typesetting.ts';
import type { DossierPage } from '../dossier-page.ts';
import type { IssuedSlip } from '../rules/slips.ts';
import type { SlipFacts, SlipFrame } from './slip-frame.ts';
import { slipKinds } from './slip-kinds.ts';

/** A slip of a dossier as a PDF of A5 pages, 148 × 210 mm, tagged for screen readers. */
export function slipPdf(page: DossierPage, slip: IssuedSlip, facts: SlipFacts): Promise<Uint8Array> {
  const { template, content } = slipKinds[slip.form];
  return slipContentPdf(template, content(page, slip, facts), facts.printedAt);
}

/** The content of a slip, set by its template. */
export async function slipContentPdf(
  template: string,
  content: SlipFrame,
  madeAt: Temporal.Instant,
): Promise<Uint8Array> {
  const { qrText, ...shown } = content;
  const qr = await QRCode.toString(qrText, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
  return typesetPdf({ template, data: { ...shown, qr } as unknown as Json, madeAt });
}
