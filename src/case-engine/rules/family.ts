import { accepted, type Result } from '#kernel/result.ts';
import { openBranches } from './branches.ts';
import type { Branch, CaseState } from './case-state.ts';
import { chain, type EntryDraft, foldEntry, type JournalEntry, noHash } from './journal.ts';
import { type CaseKind, stateOf } from './kind.ts';

/** What one act writes on one case of a family. */
export interface CaseWriting {
  readonly kind: CaseKind;
  /** Null: the case is opened. */
  readonly before: CaseState | null;
  readonly state: CaseState;
  readonly entries: readonly JournalEntry[];
}

/** What follows from an act for the other cases of the family, as the module that knows their kinds says. */
export interface FamilyRules<Code extends string> {
  kindOf(kind: string): CaseKind;
  /** The first entry of the case that a branch names. */
  open(parent: CaseState, branchId: string, branch: Branch): Result<EntryDraft, Code>;
  /** What the case that waited does when a branch has closed. */
  branchClosed(parent: CaseState, branchId: string, child: CaseState): Result<EntryDraft, Code>;
  /** The end of a branch that nobody waits for any more. */
  callOff(child: CaseState, parent: CaseState): Result<EntryDraft, Code>;
}

interface Step {
  readonly caseId: string;
  readonly kind: string;
  draft(family: ReadonlyMap<string, CaseState>): Result<EntryDraft | null, string>;
}

/**
 * One act and all that follows from it in the family of cases: branches it opens, branches it ends, answers that reach the
 * case that waits, to any depth. Pure: the same family and act give the same writings.
 * @returns in the order in which they came about; the case of the act first
 */
export function spread<Code extends string>(
  rules: FamilyRules<Code>,
  members: ReadonlyMap<string, CaseState>,
  act: { readonly caseId: string; readonly kind: string; readonly draft: EntryDraft },
): Result<readonly CaseWriting[], Code> {
  const family = new Map(members);
  const written = new Map<string, CaseWriting>();
  const steps: Step[] = [{ ...act, draft: () => accepted(act.draft) }];
  for (let step = steps.shift(); step; step = steps.shift()) {
    const draft = step.draft(family) as Result<EntryDraft | null, Code>;
    if (!draft.ok) return draft;
    if (!draft.value) continue;
    const kind = rules.kindOf(step.kind);
    const before = family.get(step.caseId) ?? null;
    const { state, entries } = extend(kind, step.caseId, before, [draft.value]);
    family.set(step.caseId, state);
    const earlier = written.get(step.caseId);
    written.set(step.caseId, {
      kind,
      before: earlier ? earlier.before : before,
      state,
      entries: [...(earlier?.entries ?? []), ...entries],
    });
    steps.push(...whatFollows(rules, family, before, state));
  }
  return accepted([...written.values()]);
}

function whatFollows<Code extends string>(
  rules: FamilyRules<Code>,
  family: ReadonlyMap<string, CaseState>,
  before: CaseState | null,
  state: CaseState,
): Step[] {
  const isOpen = (one: CaseState) => stateOf(rules.kindOf(one.kind), one.state).open;
  const steps: Step[] = [];
  const live = isOpen(state);
  for (const [branchId, branch] of openBranches(state)) {
    const child = family.get(branch.caseId);
    const unwanted = !live || unwantedOf(state).includes(branchId);
    if (!child && live) {
      steps.push({
        caseId: branch.caseId,
        kind: branch.kind,
        draft: (now) => rules.open(now.get(state.caseId) ?? state, branchId, branch),
      });
    } else if (child && unwanted && isOpen(child)) {
      steps.push({
        caseId: child.caseId,
        kind: child.kind,
        draft: (now) => {
          const present = now.get(child.caseId) ?? child;
          return isOpen(present) ? rules.callOff(present, state) : accepted(null);
        },
      });
    }
  }
  const { parent } = state;
  if (parent && !live && (before === null || isOpen(before))) {
    steps.push({
      caseId: parent.caseId,
      kind: family.get(parent.caseId)?.kind ?? '',
      draft: (now) => {
        const waiting = now.get(parent.caseId);
        if (!waiting) throw new RangeError('a branch is moved together with the case that waits for it');
        return rules.branchClosed(waiting, parent.branchId, state);
      },
    });
  }
  return steps;
}

/** Branches that the last entry of a case no longer needs. */
function unwantedOf(state: CaseState): readonly string[] {
  const { unwanted } = state.facts;
  return Array.isArray(unwanted) ? (unwanted as readonly string[]) : [];
}

/** Chains drafts to a case and folds them in. */
export function extend(kind: CaseKind, caseId: string, before: CaseState | null, drafts: readonly EntryDraft[]) {
  let state = before;
  const entries = [];
  for (const draft of drafts) {
    const entry = chain(caseId, state?.entries ?? 0, state?.lastHash ?? noHash, draft);
    state = foldEntry(kind.kind, state, entry);
    entries.push(entry);
  }
  if (!state) throw new RangeError('a command writes at least one entry');
  return { state, entries };
}
