import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import QRCode from 'qrcode';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { Json } from '#kernel/json.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { typesetPdf } from '#platform/typesetting.ts';
import { type DossierPage, findDossierPage } from '../dossier-page.ts';
import { trackingSecret } from '../tracking-secret.ts';
import { type ReceiptFacts, receiptContent, receiptQrText } from './receipt-content.ts';
import { receiptHeading } from './receipt-heading.ts';

const template = readFileSync(join(import.meta.dirname, 'receipt.typ'), 'utf8');

/**
 * Form 01 as a PDF of A5 pages, 148 × 210 mm, tagged.
 * @throws RangeError when the dossier has no code yet
 */
export async function receiptPdf(page: DossierPage, facts: ReceiptFacts): Promise<Uint8Array> {
  const content = receiptContent(page, facts);
  const qr = await QRCode.toString(receiptQrText(content.code, facts.publicUrl), {
    type: 'svg',
    errorCorrectionLevel: 'M',
    margin: 0,
  });
  return typesetPdf({ template, data: { ...content, qr } as unknown as Json, madeAt: facts.printedAt });
}

/** The receipt of a dossier; undefined while it has no code, and for whoever has no right to read it: they look alike. */
export async function findReceiptPdf(
  db: Database,
  ground: CityGround,
  actor: Actor,
  caseId: string,
  at: Temporal.Instant,
  installation: { readonly key: string; readonly publicUrl: string | undefined },
): Promise<Uint8Array | undefined> {
  const page = await findDossierPage(db, ground, actor, caseId, at);
  if (!page?.state.code) return undefined;
  return receiptPdf(page, {
    ...receiptHeading(page.state.receivingUnitId, ground.tree),
    secret: trackingSecret(installation.key, caseId),
    publicUrl: installation.publicUrl,
    reprint: 0,
    printedAt: at,
    language: 'vi',
  });
}
