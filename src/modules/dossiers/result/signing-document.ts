import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { mayMove } from '#case-engine/rules/open-moves.ts';
import { type Dong, readDong } from '#kernel/money.ts';
import type { Result } from '#kernel/result.ts';
import {
  type CityGround,
  deriveSigning,
  type SigningDocument,
  type SigningPower,
  type SigningRefusal,
} from '#modules/organisation/index.ts';
import { getProcedureVersion, type ProcedureDefinition } from '#modules/procedures/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { type DossierRow, findDossierRow } from '../dossier-store.ts';
import { dossierKindOf } from '../rules/dossier-family.ts';

/** A dossier with what its result is made of. */
export interface DossierContent {
  readonly dossier: DossierRow;
  readonly definition: ProcedureDefinition;
}

/** @param pool the database that `db` may be a transaction of */
export async function getDossierContent(db: Database, state: CaseState, pool: Database = db): Promise<DossierContent> {
  const dossier = await findDossierRow(db, state.parent?.rootId ?? state.caseId);
  const procedure = dossier && (await getProcedureVersion(db, dossier.procedureVersionId, pool));
  if (!dossier || !procedure) throw new Error(`the dossier ${state.caseId} has no content`);
  return { dossier, definition: procedure.definition };
}

/** What a signature on this dossier would be on: in whose name, which kind of document, over which amount. */
export function signingDocument(state: CaseState, content: DossierContent): SigningDocument {
  const { code, field } = content.definition;
  return {
    unitId: state.route[state.step]?.unitId ?? state.receivingUnitId,
    kinds: [code, field.code],
    amount: largestAmount(content),
  };
}

/** The largest sum of money among the answers: what a limit of a delegation is compared with. Null where money is not asked. */
function largestAmount({ dossier, definition }: DossierContent): Dong | null {
  const asked = new Set(
    definition.form.pages.flatMap(({ questions }) =>
      questions.filter(({ type }) => type === 'money').map(({ id }) => id),
    ),
  );
  const amounts = dossier.answers.flatMap(({ id, answer }) => (asked.has(id) ? (readDong(String(answer)) ?? []) : []));
  return amounts.reduce<Dong | null>((most, amount) => (most === null || amount > most ? amount : most), null);
}

/** The form in which this person signs the dossier now; refused with the reason. */
export async function signingPower(
  db: Database,
  ground: CityGround,
  actor: Actor,
  state: CaseState,
  content: DossierContent,
  at: Temporal.Instant,
): Promise<Result<SigningPower, SigningRefusal>> {
  return deriveSigning(db, ground.tree, actor, signingDocument(state, content), at);
}

/**
 * The person as one who signs: a delegation gives, for this one signature, the post that the step asks for, and nothing
 * else of what that post may do.
 */
export function asDelegate(actor: Actor, state: CaseState, power: SigningPower, at: Temporal.Instant): Actor {
  const step = state.route[state.step];
  if (power.delegationId === null || !step || step.work !== 'sign') return actor;
  const post = {
    postId: `${power.positionId}:${step.role}`,
    role: step.role,
    unitId: step.unitId,
    unitPath: step.unitId,
    from: at,
    until: null,
  };
  return { ...actor, posts: [...actor.posts, post] };
}

/** Whether the person could sign if a delegation gave the post: everything else about the move is asked as usual. */
export async function maySignAsDelegate(
  db: Database,
  ground: CityGround,
  actor: Actor,
  state: CaseState,
  content: DossierContent,
  at: Temporal.Instant,
): Promise<boolean> {
  if (state.route[state.step]?.work !== 'sign' || actor.kind !== 'officer') return false;
  const power = await signingPower(db, ground, actor, state, content, at);
  return (
    power.ok && mayMove(dossierKindOf(state.kind), state, 'sign', asDelegate(actor, state, power.value, at), at).ok
  );
}
