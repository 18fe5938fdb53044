import { readFileSync } from 'node:fs';
import QRCode from 'qrcode';
import type { Json } from '#kernel/json.ts';
import { type DossierPage, slipHeading } from '#modules/dossiers/index.ts';
import type { UnitTree } from '#modules/organisation/index.ts';
import { typesetPdf } from '#platform/typesetting.ts';
import { type RatingQuestion, ratingQuestions } from '../rules/rating-questions.ts';

const template = readFileSync(new URL('feedback-slip.typ', import.meta.url), 'utf8');

/** Everything on the slip as text. No name stands on it: it is handed back unsigned. */
export interface FeedbackSlipContent {
  readonly agencyLines: readonly string[];
  readonly code: string;
  readonly procedure: string;
  readonly link: string;
  readonly secret: string;
  readonly questions: readonly { readonly ask: string; readonly options: readonly string[] }[];
}

/** The slip handed out with every receipt, request and refusal: questions to tick, and a QR that leads to the same. */
export function feedbackSlipContent(
  page: DossierPage,
  tree: UnitTree,
  { secret, publicUrl }: { readonly secret: string; readonly publicUrl: string | undefined },
): FeedbackSlipContent {
  const code = page.state.code ?? page.state.reference;
  return {
    agencyLines: slipHeading(page.state.receivingUnitId, tree).agencyLines,
    code,
    procedure: page.procedure.definition.name.vi,
    link: `${publicUrl ?? ''}/danh-gia/${encodeURIComponent(code)}`,
    secret: secret.replaceAll(/(.{4})(?=.)/g, '$1-'),
    questions: ratingQuestions.map(({ ask, options }: RatingQuestion) => ({
      ask: ask.vi,
      options: options.map(({ label }) => label.vi),
    })),
  };
}

/** The slip as one A5 page, tagged for screen readers. */
export async function feedbackSlipPdf(content: FeedbackSlipContent, at: Temporal.Instant): Promise<Uint8Array> {
  const qrText = `${content.link}?ma=${content.secret.replaceAll('-', '')}`;
  const qr = await QRCode.toString(qrText, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
  return typesetPdf({ template, data: { ...content, qr } as unknown as Json, madeAt: at });
}
