/** How a result stands: nothing of it is ever deleted, so an old paper can always be told what became of it. */
export type ResultState = 'being-signed' | 'valid' | 'not-yet-valid' | 'expired' | 'replaced' | 'revoked';

export interface ResultTimes {
  readonly version: number;
  readonly isSigned: boolean;
  readonly validFrom: Temporal.PlainDate;
  /** Last day, included; null: without end. */
  readonly validUntil: Temporal.PlainDate | null;
}

/**
 * The state of one version on a day.
 * @param lastVersion the newest signed version of the same result
 */
export function resultState(
  result: ResultTimes,
  lastVersion: number,
  isRevoked: boolean,
  day: Temporal.PlainDate,
): ResultState {
  if (isRevoked) return 'revoked';
  if (!result.isSigned) return 'being-signed';
  if (result.version < lastVersion) return 'replaced';
  if (Temporal.PlainDate.compare(day, result.validFrom) < 0) return 'not-yet-valid';
  if (result.validUntil && Temporal.PlainDate.compare(result.validUntil, day) < 0) return 'expired';
  return 'valid';
}
