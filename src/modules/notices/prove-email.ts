import { isId } from '#kernel/id.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { isProofToken } from './email-proof-link.ts';
import { type EmailProof, findEmailProof, proveAddress } from './preference-store.ts';
import type { NoticeRefusal } from './refusals.ts';

/** The proof a link leads to, while it is good. Looking proves nothing: mail programs open links by themselves. */
export async function readEmailProof(
  db: Database,
  installationKey: string,
  proofId: string,
  token: string,
  at: Temporal.Instant,
): Promise<Result<EmailProof, NoticeRefusal>> {
  const proof =
    isId(proofId) && isProofToken(installationKey, proofId, token) ? await findEmailProof(db, proofId) : undefined;
  if (!proof || Temporal.Instant.compare(at, proof.endsAt) > 0) return refused('proof-link-over');
  return accepted(proof);
}

/** The person confirmed: from now on notices go to this address. Confirmed twice is confirmed once. */
export async function proveEmail(
  db: Database,
  installationKey: string,
  proofId: string,
  token: string,
  at: Temporal.Instant,
): Promise<Result<EmailProof, NoticeRefusal>> {
  const proof = await readEmailProof(db, installationKey, proofId, token, at);
  if (!proof.ok) return proof;
  return (await proveAddress(db, proof.value, at)) ? proof : refused('proof-link-over');
}
