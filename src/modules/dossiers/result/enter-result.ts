import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { localDay } from '#kernel/zone.ts';
import type { CityGround, SigningPower } from '#modules/organisation/index.ts';
import { issueResult, writeResultCode } from '#modules/signatures/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { resultContent, validUntil } from './result-content.ts';
import { type DossierContent, signingDocument } from './signing-document.ts';

/** What the journal keeps of a result: enough to find it in the register. */
export interface EnteredResult {
  readonly code: string;
  readonly number: string;
}

/**
 * Enters the result into the register in the transaction of the signature, when this signature is the last of the route.
 * An agency's part of a dossier (a leg) gives its answer to the dossier and no paper to the citizen.
 */
export async function enterResult(
  transaction: Database,
  ground: CityGround,
  actor: Actor,
  state: CaseState,
  content: DossierContent,
  power: SigningPower,
  at: Temporal.Instant,
): Promise<EnteredResult | undefined> {
  const signedAgain = state.route.slice(state.step + 1).some((step) => step.work === 'sign');
  if (state.parent || signedAgain || actor.accountId === null) return undefined;
  const { unitId } = signingDocument(state, content);
  const paper = resultContent(state, content, unitId, ground.tree);
  const { code, number } = await issueResult(
    transaction,
    {
      caseId: state.caseId,
      unitId,
      content: paper,
      signer: { accountId: actor.accountId, name: actor.name },
      power,
      validUntil: validUntil(content, localDay(at)),
    },
    at,
  );
  return { code: writeResultCode(code), number: `${String(number).padStart(2, '0')}/${paper.notation}` };
}
