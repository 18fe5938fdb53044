import { accepted, type Result, refused } from '#kernel/result.ts';
import { tidy } from '#kernel/vietnamese.ts';

/** By what right an officer uses the papers kept for a person: they said yes, or the law does. */
export interface VaultBasis {
  readonly basis: 'consent' | 'law';
  readonly clause: string;
  readonly reason: string;
}

const most = 500;

/**
 * The right as given, tidied. Consent is enough; without it a clause of law and a reason are needed, both.
 * @see NĐ 45/2020/NĐ-CP on the person's store of electronic data
 */
export function readVaultBasis(given: {
  readonly basis?: string | undefined;
  readonly clause?: string | undefined;
  readonly reason?: string | undefined;
}): Result<VaultBasis, 'vault-basis-missing'> {
  const clause = tidy(given.clause ?? '').slice(0, most);
  const reason = tidy(given.reason ?? '').slice(0, most);
  if (given.basis === 'consent') return accepted({ basis: 'consent', clause: '', reason });
  if (given.basis !== 'law') return refused('vault-basis-missing', {}, 'vault-basis');
  if (clause.length < 4) return refused('vault-basis-missing', {}, 'vault-clause');
  if (reason.length < 4) return refused('vault-basis-missing', {}, 'vault-reason');
  return accepted({ basis: 'law', clause, reason });
}
