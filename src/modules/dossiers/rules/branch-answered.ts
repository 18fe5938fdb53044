import { legBranchId, legsToSend, noLongerNeeded } from '#case-engine/rules/branches.ts';
import type { Branch, BranchOutcome, CaseEffect, CaseState } from '#case-engine/rules/case-state.ts';
import type { JsonObject } from '#kernel/json.ts';
import { accepted } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import { excludedDays, recount, sentLeg } from './moves/move-effects.ts';
import type { MoveContext, MoveEffect } from './moves/move-rule.ts';

/**
 * A branch has closed: the case that waited keeps the answer, ends the days it did not count, calls off what its join rule
 * no longer needs, and sends the next leg of a sequence.
 */
export function branchAnswered(
  parent: CaseState,
  branchId: string,
  child: CaseState,
  context: MoveContext,
): { readonly effect: MoveEffect; readonly data: JsonObject } {
  const branch = parent.branches?.[branchId];
  if (!branch) throw new RangeError(`the case ${parent.caseId} has no branch ${branchId}`);
  const outcome = (child.facts.outcome ?? 'called-off') as BranchOutcome;
  const closed = { ...branch, closedAt: context.at.toString(), outcome };
  const data = { branchId, name: { ...branch.name }, outcome, timeliness: child.timeliness, kind: child.kind };
  const branches = { ...parent.branches, [branchId]: closed };
  const step = parent.route[parent.step];
  const waiting = branch.group === step?.id && parent.endedAt === null ? step : undefined;
  const unwanted = waiting ? noLongerNeeded(waiting, branches) : [];

  const changed: Record<string, Branch> = { [branchId]: closed };
  const exclusions = (parent.clock?.exclusions ?? []).map((days) =>
    days.branchId === branchId ? { ...days, to: lastDayOf(days.from, context) } : days,
  );
  const send = waiting ? legsToSend(waiting, branches).map((leg) => ({ leg, from: waiting })) : [];
  for (const { leg, from } of send) {
    const next = legBranchId(from, leg);
    changed[next] = sentLeg(parent, from, leg, next, context);
    const days = excludedDays(leg, next, context);
    if (!days.ok) return { effect: days, data };
    if (days.value) exclusions.push(days.value);
  }
  const effect: CaseEffect = {
    branches: changed,
    facts: { unwanted, unwantedWhy: unwanted.length > 0 ? branch.name.vi : null },
  };
  const touchesClock = parent.clock && JSON.stringify(exclusions) !== JSON.stringify(parent.clock.exclusions);
  if (!parent.clock || !touchesClock || parent.endedAt !== null) return { effect: accepted(effect), data };
  // while the citizen is awaited the day that stands there is theirs
  if (parent.state.startsWith('awaiting-'))
    return { effect: accepted({ ...effect, clock: { ...parent.clock, exclusions } }), data };
  return { effect: recount({ ...parent.clock, exclusions }, effect, context), data };
}

/** Days that ended on the day they began are still one day. */
function lastDayOf(from: string, context: MoveContext): string {
  const today = localDay(context.at).toString();
  return today < from ? from : today;
}
