import { HttpTimestampAuthority, PDF } from '@libpdf/core';
import { accepted } from '#kernel/result.ts';
import type { KeySource, Signer } from './signer.ts';

export interface PdfSignerOptions {
  /** A timestamp service (RFC 3161): with it signatures are PAdES B-T, without B-B. */
  readonly timestampUrl?: string | undefined;
  /** Embeds what is needed to check a signature after its certificate ended (OCSP, CRL): PAdES B-LT, with a timestamp service. */
  readonly longTerm?: boolean | undefined;
}

/**
 * Room for a signature with its chain and timestamp; what is not used stays as zeros in the file.
 */
const signatureBytes = 16_384;

/** Embeds signatures of any key source as incremental updates, so that a second one leaves the first whole. */
export function pdfSigner(keys: KeySource, options: PdfSignerOptions = {}): Signer {
  const timestampAuthority = options.timestampUrl ? new HttpTimestampAuthority(options.timestampUrl) : undefined;
  const level = timestampAuthority ? (options.longTerm ? 'B-LT' : 'B-T') : 'B-B';
  return {
    async sign(bytes, { signer, reason, location, at, block }) {
      const key = await keys.find(signer, at);
      if (!key.ok) return key;
      const pdf = await PDF.load(bytes);
      const signed = await pdf.sign({
        signer: key.value,
        reason: `${reason} (${block.join(' / ')})`,
        location,
        signingTime: new Date(at.epochMilliseconds),
        estimatedSize: signatureBytes,
        level,
        ...(timestampAuthority ? { timestampAuthority } : {}),
      });
      return accepted(signed.bytes);
    },
  };
}
