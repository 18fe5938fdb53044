import { findCase, listJournal } from '#case-engine/case-store.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { JournalEntry } from '#case-engine/rules/journal.ts';
import type { CaseKind, MoveDefinition } from '#case-engine/rules/kind.ts';
import { mayReadOf } from '#case-engine/rules/may-read.ts';
import { openMoves } from '#case-engine/rules/open-moves.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { listRemedies } from './inspection-store.ts';
import { inspectionFacts } from './rules/inspection-facts.ts';
import { inspectionKind } from './rules/inspection-kind.ts';

/** All there is to see of an inspection by someone with a right to it. */
export interface InspectionPage {
  readonly kind: CaseKind;
  readonly state: CaseState;
  /** The inspection itself, then the tasks that carry its remedies. */
  readonly family: readonly CaseState[];
  readonly journal: readonly JournalEntry[];
  readonly moves: readonly MoveDefinition[];
  readonly due: null;
}

/**
 * Everything for the page of an inspection: for the agency, its team, and the unit that is inspected. One that is not
 * announced is hidden from that unit until there are minutes.
 */
export async function findInspectionPage(
  db: Database,
  ground: CityGround,
  actor: Actor,
  caseId: string,
  at: Temporal.Instant,
): Promise<InspectionPage | undefined> {
  const state = await findCase(db, caseId);
  if (state?.kind !== 'inspection') return undefined;
  const { unitId, team, unannounced, minutes = [], findings = [] } = inspectionFacts(state);
  const pathOf = (id: string) => ground.tree.get(id)?.path;
  const makers = [state.receivingUnitId, team.unitId, ...(state.holder ? [state.holder.unitId] : [])];
  const mayMake = mayReadOf(makers, actor, pathOf, at);
  if (!mayMake && ((unannounced && minutes.length === 0) || !mayReadOf([unitId], actor, pathOf, at))) return undefined;
  const taskIds = findings.flatMap(({ taskId }) => (taskId ? [taskId] : []));
  return {
    kind: inspectionKind,
    state,
    family: [state, ...(await listRemedies(db, taskIds))],
    journal: await listJournal(db, caseId),
    moves: openMoves(inspectionKind, state, actor, at),
    due: null,
  };
}
