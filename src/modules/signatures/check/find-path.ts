import type { X509Certificate } from 'node:crypto';

/** The certificates a signature must lead to. */
export type TrustedRoots = readonly X509Certificate[];

/** trusted: to a root of ours, all valid then; not-valid-then: to a root, but not at that moment; unknown: to none. */
export type PathFound = 'trusted' | 'not-valid-then' | 'unknown';

const longestPath = 5;

/**
 * The way from a certificate to a trusted root over certificates that came with the signature: each issued and signed by
 * the next, each but the first an authority (RFC 5280, 6.1, without policies and name constraints).
 */
export function findPath(
  certificate: X509Certificate,
  others: readonly X509Certificate[],
  roots: TrustedRoots,
  at: Temporal.Instant,
): PathFound {
  const isRoot = (one: X509Certificate) => roots.some((root) => root.fingerprint256 === one.fingerprint256);
  const walk = (path: readonly X509Certificate[]): PathFound => {
    const last = path.at(-1);
    if (!last || path.length > longestPath) return 'unknown';
    if (isRoot(last)) return path.every((one) => isValidAt(one, at)) ? 'trusted' : 'not-valid-then';
    let best: PathFound = 'unknown';
    for (const issuer of [...roots, ...others]) {
      if (path.includes(issuer) || !issuer.ca || !last.checkIssued(issuer) || !last.verify(issuer.publicKey)) continue;
      const found = walk([...path, issuer]);
      if (found === 'trusted') return found;
      if (found === 'not-valid-then') best = found;
    }
    return best;
  };
  return walk([certificate]);
}

function isValidAt({ validFromDate, validToDate }: X509Certificate, at: Temporal.Instant): boolean {
  return validFromDate.getTime() <= at.epochMilliseconds && at.epochMilliseconds <= validToDate.getTime();
}
