import { findCase, listJournal } from '#case-engine/case-store.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { JournalEntry } from '#case-engine/rules/journal.ts';
import type { CaseKind, MoveDefinition } from '#case-engine/rules/kind.ts';
import { mayReadOf } from '#case-engine/rules/may-read.ts';
import { openMoves } from '#case-engine/rules/open-moves.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import { type CaseFile, listCaseFiles } from '#modules/papers/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { listMembers } from './report-store.ts';
import { reportingKindIfKnown } from './rules/report-kinds.ts';
import type { ReportFacts, RequestFacts } from './rules/reporting-facts.ts';

/** All there is to see of a report, a unit's part, or an opinion by someone with a right to it. */
export interface ReportCasePage {
  readonly kind: CaseKind;
  readonly state: CaseState;
  /** Itself, then its parts and opinions. */
  readonly family: readonly CaseState[];
  readonly journal: readonly JournalEntry[];
  readonly moves: readonly MoveDefinition[];
  readonly due: null;
  /** What proves entered figures. */
  readonly files: readonly CaseFile[];
}

/** For the unit, whoever gathers it, who writes the report, who owns the definitions of its figures, and who signs. */
export async function findReportCasePage(
  db: Database,
  ground: CityGround,
  actor: Actor,
  caseId: string,
  at: Temporal.Instant,
): Promise<ReportCasePage | undefined> {
  const state = await findCase(db, caseId);
  const kind = state && reportingKindIfKnown(state.kind);
  if (!state || !kind) return undefined;
  const { editor, definitionOwner } = state.facts as unknown as Partial<ReportFacts & RequestFacts>;
  const units = [
    state.receivingUnitId,
    state.parent?.unitId,
    state.holder?.unitId,
    editor?.unitId,
    definitionOwner?.unitId,
  ].filter((id) => id !== undefined);
  // the members who are asked read what they are asked about
  const opinions = state.kind === 'report' ? await listMembers(db, caseId, 'report-opinion') : [];
  const asked = opinions.map(({ receivingUnitId }) => receivingUnitId);
  if (!mayReadOf([...units, ...asked], actor, (id) => ground.tree.get(id)?.path, at)) return undefined;
  const parts = state.kind === 'report' ? await listMembers(db, caseId, 'report-request') : [];
  return {
    kind,
    state,
    family: [state, ...parts, ...opinions],
    journal: await listJournal(db, caseId),
    moves: openMoves(kind, state, actor, at),
    due: null,
    files: await listCaseFiles(db, [caseId]),
  };
}
