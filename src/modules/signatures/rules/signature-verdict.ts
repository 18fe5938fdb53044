/** What was found of one signature. */
export interface SignatureFinding {
  /** As the certificate names them. */
  readonly signer: { readonly name: string; readonly title: string; readonly organisation: string };
  /** Who certifies that. */
  readonly issuer: string;
  readonly signedAt: Temporal.Instant | null;
  /** Proven by a timestamp service, not only said by the signer. */
  readonly timeProven: boolean;
  /** Content and signature belong together. */
  readonly intact: boolean;
  /** Nothing stands in the file that this signature does not cover. */
  readonly coversAll: boolean;
  readonly path: 'trusted' | 'not-valid-then' | 'unknown';
}

/** The file as a whole, from best to worst what a clerk is told. */
export type SignatureVerdict = 'valid' | 'certificate-not-valid-then' | 'unknown-signer' | 'altered' | 'not-signed';

/**
 * What the signatures of a file together say. The last one must cover the whole file and be true of it; an earlier one is
 * true of the part it covers. One signature that is broken makes the file altered, because nobody can say which part is left.
 * @param findings in the order of what they cover; undefined for a signature that cannot be read
 */
export function verdictOf(findings: readonly (SignatureFinding | undefined)[]): SignatureVerdict {
  if (findings.length === 0) return 'not-signed';
  const readable = findings.filter((finding) => finding !== undefined);
  if (readable.length < findings.length || readable.some(({ intact }) => !intact)) return 'altered';
  if (!readable.at(-1)?.coversAll) return 'altered';
  if (readable.some(({ path }) => path === 'unknown')) return 'unknown-signer';
  if (readable.some(({ path }) => path === 'not-valid-then')) return 'certificate-not-valid-then';
  return 'valid';
}
