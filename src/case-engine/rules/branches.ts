import { sha256 } from '#kernel/hash.ts';
import type { Branch, BranchOutcome, CaseState, ResolvedLeg, ResolvedLegs, ResolvedStep } from './case-state.ts';

export type Branches = { readonly [branchId: string]: Branch };

/** The place of a leg among the branches of a case; asked once more it has a place of its own. */
export function legBranchId(step: ResolvedStep, leg: ResolvedLeg, time = 1): string {
  return time === 1 ? `${step.id}/${leg.id}` : `${step.id}/${leg.id}/${time}`;
}

/**
 * The id of the case a branch opens: made from the ids above it, so that opening it again gives the same one
 * (a UUID of version 8, RFC 9562).
 */
export function branchCaseId(parentCaseId: string, branchId: string): string {
  const hex = sha256(`${parentCaseId}/${branchId}`);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Branches that are still worked on. */
export function openBranches(state: CaseState): readonly (readonly [branchId: string, branch: Branch])[] {
  return Object.entries(state.branches ?? {}).filter(([, branch]) => branch.closedAt === null);
}

/** Every time a leg was asked, in order; the last is the one that counts. */
export function timesAsked(branches: Branches, step: ResolvedStep, leg: ResolvedLeg): readonly string[] {
  const ids = [];
  for (let time = 1; branches[legBranchId(step, leg, time)]; time++) ids.push(legBranchId(step, leg, time));
  return ids;
}

function lastOf(branches: Branches, step: ResolvedStep, leg: ResolvedLeg): Branch | undefined {
  return branches[timesAsked(branches, step, leg).at(-1) ?? ''];
}

/**
 * Which legs of a step are sent now: in parallel all that were never asked; in sequence the first never asked, once those
 * before it have answered and none negatively.
 */
export function legsToSend(step: ResolvedStep, branches: Branches): readonly ResolvedLeg[] {
  const legs = step.legs;
  if (!legs || joinedOutcome(step, legs, branches) !== null) return [];
  if (legs.mode === 'parallel') return legs.legs.filter((leg) => !lastOf(branches, step, leg));
  for (const leg of legs.legs) {
    const branch = lastOf(branches, step, leg);
    if (!branch) return [leg];
    if (branch.closedAt === null) return [];
  }
  return [];
}

/** The one answer that the legs of a step make by their rule; null while it is not there yet. */
export function joinedOutcome(step: ResolvedStep, legs: ResolvedLegs, branches: Branches): BranchOutcome | null {
  const answers = legs.legs.map((leg) => ({ leg, outcome: lastOf(branches, step, leg)?.outcome ?? null }));
  if (legs.join === 'lead-decides') return answers.find(({ leg }) => leg.lead)?.outcome ?? null;
  const negative = answers.some(({ outcome }) => outcome === 'negative');
  if (negative && (legs.join === 'first-refusal' || legs.mode === 'sequence')) return 'negative';
  if (answers.some(({ outcome }) => outcome === null)) return null;
  return negative ? 'negative' : 'positive';
}

/** What the legs of the step a case stands at have answered together; null while something is open, positive without legs. */
export function legsAnswer(state: CaseState): BranchOutcome | null {
  const step = state.route[state.step];
  return step?.legs ? joinedOutcome(step, step.legs, state.branches ?? {}) : 'positive';
}

/** Branches of the group that nobody needs any more once its answer is there. */
export function noLongerNeeded(step: ResolvedStep, branches: Branches): readonly string[] {
  if (!step.legs || joinedOutcome(step, step.legs, branches) === null) return [];
  return Object.entries(branches)
    .filter(([, branch]) => branch.group === step.id && branch.closedAt === null)
    .map(([branchId]) => branchId);
}
