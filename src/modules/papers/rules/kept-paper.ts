import type { Text } from '#kernel/text.ts';

/** Whose papers: by number when an officer saw the card or the account was proven, by account otherwise. */
export interface PaperOwner {
  readonly personalId: string | null;
  readonly accountId: string | null;
}

/** A paper that a person handed in or received, kept for them to use again. */
export interface KeptPaper {
  readonly id: string;
  readonly kind: 'handed-in' | 'result';
  readonly documentCode: string;
  readonly name: Text;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly fromCaseId: string;
  /** Code of that dossier, or its reference while it has none. */
  readonly fromCode: string;
  readonly keptOn: Temporal.PlainDate;
  readonly validUntil: Temporal.PlainDate | null;
  /** Why it is no longer good: replaced or revoked. */
  readonly endReason: string | null;
}

/** May it be handed in on a day? The last day it is good for counts. */
export function isUsableOn(paper: Pick<KeptPaper, 'validUntil' | 'endReason'>, day: Temporal.PlainDate): boolean {
  if (paper.endReason !== null) return false;
  return paper.validUntil === null || Temporal.PlainDate.compare(day, paper.validUntil) <= 0;
}

/** A permission to use a paper for one dossier. */
export interface PaperConsent {
  readonly id: string;
  readonly keptPaperId: string;
  readonly caseId: string;
  readonly caseCode: string;
  readonly unitId: string;
  readonly givenByName: string;
  /** Written down by an officer at the desk, not given in the person's own account. */
  readonly atDesk: boolean;
  readonly givenAt: Temporal.Instant;
  readonly until: Temporal.PlainDate | null;
  readonly withdrawnAt: Temporal.Instant | null;
}

/** Does it hold on a day? Withdrawn, it never holds again. */
export function isConsentInForce(
  consent: Pick<PaperConsent, 'until' | 'withdrawnAt'>,
  day: Temporal.PlainDate,
): boolean {
  if (consent.withdrawnAt !== null) return false;
  return consent.until === null || Temporal.PlainDate.compare(day, consent.until) <= 0;
}
