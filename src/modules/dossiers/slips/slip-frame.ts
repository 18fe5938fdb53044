import type { JournalEntry } from '#case-engine/rules/journal.ts';
import { toLocal } from '#kernel/zone.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { DossierPage } from '../dossier-page.ts';
import { type IssuedSlip, writeSlipNumber } from '../rules/slips.ts';
import { type SlipHeading, slipHeading } from './slip-heading.ts';
import { momentWritten, placeAndDate } from './slip-words.ts';

/** What a slip says besides the dossier itself. */
export interface SlipFacts {
  readonly ground: CityGround;
  /** For tracking without sign-in; printed as text on the receipt alone, never put into a QR. */
  readonly secret: string;
  /** The address that browsers use, without a slash at the end; without one the QR holds the code alone. */
  readonly publicUrl: string | undefined;
  /** 1 for the first print, n for the n-th; null for a copy that is read or saved by the owner. */
  readonly nth: number | null;
  readonly printedAt: Temporal.Instant;
  /** The journals of what other agencies do in the dossier; the control slip alone tells of them. */
  readonly parts: readonly (readonly JournalEntry[])[];
  /** The post of whoever signs, as it is called: `Chủ tịch`. */
  readonly signerTitle: string;
}

/** What every slip has: who issues it, its number, place and date, the code with its QR, and which print it is. */
export interface SlipFrame {
  readonly documentTitle: string;
  readonly agencyLines: readonly string[];
  readonly number: string;
  readonly placeAndDate: string;
  readonly codeLabel: string;
  readonly code: string;
  readonly qrText: string;
  readonly printed: string;
}

/** The head of the agency that issues a slip: an apology is signed by the head, everything else comes from the desk. */
export function headingOf(page: DossierPage, slip: IssuedSlip, facts: SlipFacts): SlipHeading {
  const { receivingUnitId } = page.state;
  const { tree } = facts.ground;
  if (slip.form !== '04') return slipHeading(receivingUnitId, tree);
  return slipHeading(slip.number?.agencyId ?? slip.entry.actor.unitId ?? receivingUnitId, tree, 'agency');
}

/** The frame of a slip; dated on the day it was issued, whatever the day it is printed. */
export function slipFrame(page: DossierPage, slip: IssuedSlip, facts: SlipFacts, name: string): SlipFrame {
  const { agencyLines, place } = headingOf(page, slip, facts);
  const code = page.state.code ?? page.state.reference;
  return {
    documentTitle: `${name} ${code}`,
    agencyLines,
    number: slip.form === '05' ? '' : writeSlipNumber(slip.form, slip.number?.number),
    placeAndDate: placeAndDate(place, toLocal(Temporal.Instant.from(slip.entry.at))),
    codeLabel: page.state.code ? 'Mã hồ sơ' : 'Mã theo dõi',
    code,
    qrText: slipQrText(code, facts.publicUrl),
    printed: printedWords(facts),
  };
}

/** What the QR of a slip holds: the page that follows the dossier, or its code where the city has no address yet. */
export function slipQrText(code: string, publicUrl: string | undefined): string {
  return publicUrl ? `${publicUrl}/tra-cuu?ma=${encodeURIComponent(code)}` : code;
}

/** Which print it is: the second is "in lại lần 1". */
export function printedWords({ nth, printedAt }: Pick<SlipFacts, 'nth' | 'printedAt'>): string {
  const at = momentWritten(toLocal(printedAt));
  if (nth === null) return `Bản của chủ hồ sơ, lấy lúc ${at}`;
  return nth > 1 ? `In lại lần ${nth - 1}, lúc ${at}` : `In lần đầu, lúc ${at}`;
}
