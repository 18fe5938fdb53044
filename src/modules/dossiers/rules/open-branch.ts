import { timesAsked } from '#case-engine/rules/branches.ts';
import { dueOf, startClock } from '#case-engine/rules/case-clock.ts';
import type { Branch, CaseState, OpeningEffect, ResolvedLeg, ResolvedStep } from '#case-engine/rules/case-state.ts';
import { referenceOf } from '#case-engine/rules/reference.ts';
import { accepted, type Result } from '#kernel/result.ts';
import type { MoveContext } from './moves/move-rule.ts';
import { agencyOf } from './route-position.ts';

/**
 * The first effect of a case that another opened. A leg is signed over like a dossier between agencies; its clock begins
 * when it is sent. A consultation and an outside leg wait at once where they are answered or followed up.
 */
export function openBranch(
  parent: CaseState,
  branchId: string,
  branch: Branch,
  context: MoveContext,
): Result<OpeningEffect, 'calendar-not-published'> {
  const coordinatedBy = parent.holder?.unitId ?? parent.receivingUnitId;
  const leg = legOf(parent, branchId);
  const asked = parent.facts.asked as { question?: string; days?: number } | undefined;
  const limit = leg ? leg.limit : `${asked?.days ?? 1} working-day`;
  const clock = startClock(context.at, limit, agencyOf(branch.unitId));
  const due = dueOf(clock, context);
  if (!due.ok) return due;

  const route: readonly ResolvedStep[] =
    leg?.kind === 'leg'
      ? leg.route
      : [{ id: 'answer', work: 'handle', role: leg?.role ?? 'case-handler', unitId: branch.unitId, hours: 0 }];
  const first = route[0];
  if (!first) throw new RangeError(`the leg ${branchId} has no route`);
  const at = context.at.toString();
  const isSignedOver = leg?.kind === 'leg' && first.unitId !== coordinatedBy;
  return accepted({
    state: 'in-process',
    reference: referenceOf(branch.caseId),
    typeCode: parent.typeCode,
    typeVersion: parent.typeVersion,
    title: parent.title,
    receivingUnitId: agencyOf(branch.unitId),
    holder: isSignedOver
      ? { unitId: coordinatedBy, role: parent.holder?.role ?? 'case-handler', accountId: null, name: null }
      : { unitId: first.unitId, role: first.role, accountId: null, name: null },
    handOver: isSignedOver
      ? {
          fromUnitId: coordinatedBy,
          toUnitId: first.unitId,
          toStep: 0,
          givenBy: context.actor.name,
          givenAt: at,
          note: leg.question.vi,
        }
      : null,
    route,
    step: 0,
    clock,
    acceptedAt: at,
    dueAt: due.value,
    firstDueAt: due.value,
    parent: {
      caseId: parent.caseId,
      rootId: parent.parent?.rootId ?? parent.caseId,
      branchId,
      unitId: coordinatedBy,
    },
    facts: {
      procedure: parent.facts.procedure,
      part: { ...branch.name },
      question: leg ? { ...leg.question } : { vi: asked?.question ?? '', en: asked?.question ?? '' },
      rootCode: parent.facts.rootCode ?? parent.code,
      originalLimit: limit,
      searchWords: `${String(parent.facts.rootCode ?? parent.code ?? '')} ${branch.name.vi}`,
    },
  });
}

/** The leg that a branch is an asking of; undefined for a consultation. */
function legOf(parent: CaseState, branchId: string): ResolvedLeg | undefined {
  for (const step of parent.route) {
    for (const leg of step.legs?.legs ?? []) {
      if (timesAsked(parent.branches ?? {}, step, leg).includes(branchId)) return leg;
    }
  }
  return undefined;
}
