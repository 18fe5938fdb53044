import type { Signer as PdfKey } from '@libpdf/core';
import type { Result } from '#kernel/result.ts';
import type { SignerRefusal } from '../refusals.ts';

/** Whose signature: the person at the post, as the certificate names them. */
export interface SigningPerson {
  readonly positionId: string;
  readonly accountId: string | null;
  readonly name: string;
  readonly title: string;
  /** The body in whose name is signed. */
  readonly organisation: string;
}

/** A signature asked for. */
export interface SignatureRequest {
  readonly signer: SigningPerson;
  readonly reason: string;
  readonly location: string;
  readonly at: Temporal.Instant;
  /** The lines above the name, by the derived form. */
  readonly block: readonly string[];
}

/** Signs a PDF (PAdES). A key that is not there is a refusal; a service that does not answer is a fault and throws. */
export interface Signer {
  sign(pdf: Uint8Array, request: SignatureRequest): Promise<Result<Uint8Array, SignerRefusal>>;
}

/** Where keys are: in a folder, or at a service that never lets them out. */
export interface KeySource {
  find(person: SigningPerson, at: Temporal.Instant): Promise<Result<PdfKey, SignerRefusal>>;
}
