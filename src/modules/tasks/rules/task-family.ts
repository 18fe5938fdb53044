import type { Role } from '#case-engine/rules/authority.ts';
import type { Branch, BranchOutcome, CaseEffect, CaseState, OpeningEffect } from '#case-engine/rules/case-state.ts';
import type { FamilyRules } from '#case-engine/rules/family.ts';
import type { EntryActor, EntryDraft } from '#case-engine/rules/journal.ts';
import type { CaseKind } from '#case-engine/rules/kind.ts';
import type { MoveContext } from '#case-engine/rules/move-rule.ts';
import { referenceOf } from '#case-engine/rules/reference.ts';
import type { JsonObject } from '#kernel/json.ts';
import { accepted, type Result } from '#kernel/result.ts';
import type { TaskMoveData, TaskPartMoveData } from './move-data.ts';
import { type CoUnit, openTask } from './open-task.ts';
import { taskFacts } from './task-facts.ts';
import { taskKind, taskPartKind } from './task-kind.ts';
import { type TaskEffectRefusal, taskMoves } from './task-moves.ts';
import { endPart, taskPartMoves } from './task-part-moves.ts';

/** Undefined for a case that belongs to no task. */
export function taskKindIfKnown(kind: string): CaseKind<TaskEffectRefusal> | undefined {
  if (kind === 'task') return taskKind;
  return kind === 'task-part' ? taskPartKind : undefined;
}

/** What a move changes on a task or a part of one; whether it may be made was asked before. */
export function effectOfTaskMove(
  state: CaseState,
  move: string,
  data: JsonObject,
  context: MoveContext,
): Result<CaseEffect, TaskEffectRefusal> {
  const rule =
    state.kind === 'task' ? taskMoves[move as keyof TaskMoveData] : taskPartMoves[move as keyof TaskPartMoveData];
  if (!rule) throw new RangeError(`${state.kind} knows no move ${move}`);
  return rule.effect(state, data as never, context);
}

/** What follows on the other cases of a task from something done by `actor`. */
export function taskFamilyRules(
  actor: EntryActor,
  contextOf: (unitId: string) => MoveContext,
): FamilyRules<TaskEffectRefusal> {
  const draft = (verb: string, effect: CaseEffect, data: JsonObject, { at }: MoveContext): EntryDraft => ({
    at: at.toString(),
    verb,
    actor,
    data,
    effect,
  });
  return {
    kindOf: (kind) => {
      const known = taskKindIfKnown(kind);
      if (!known) throw new RangeError(`${kind} is no kind of a task`);
      return known;
    },
    open: (parent, branchId, branch) => {
      const context = contextOf(branch.unitId);
      const opened = openBranch(parent, branchId, branch, context);
      return opened.ok ? accepted(draft('open-branch', opened.value, { branchId }, context)) : opened;
    },
    branchClosed: (parent, branchId, child) => {
      const context = contextOf(parent.receivingUnitId);
      const branch = parent.branches?.[branchId];
      if (!branch) throw new RangeError(`no branch ${branchId}`);
      const outcome: BranchOutcome = ['completed', 'answered'].includes(child.state) ? 'positive' : 'called-off';
      const closed = { ...branch, closedAt: context.at.toString(), outcome };
      return accepted(
        draft('branch-answered', { branches: { [branchId]: closed } }, { name: { ...branch.name }, outcome }, context),
      );
    },
    callOff: (child) => {
      const context = contextOf(child.receivingUnitId);
      const effect =
        child.kind === 'task'
          ? { state: 'recalled', holder: null, endedAt: context.at.toString(), facts: {} }
          : endPart(child, 'called-off', {}, context);
      return accepted(draft('called-off', effect, {}, context));
    },
  };
}

/** The first effect of a part of a task: a contribution due with the task, or a smaller task with its own day. */
function openBranch(
  parent: CaseState,
  branchId: string,
  branch: Branch,
  context: MoveContext,
): Result<OpeningEffect, TaskEffectRefusal> {
  const facts = taskFacts(parent);
  const given = (parent.facts.given as JsonObject | undefined)?.[branchId];
  const agencyId = facts.leadUnitId.split('.')[0] ?? facts.leadUnitId;
  const link = {
    caseId: parent.caseId,
    rootId: parent.parent?.rootId ?? parent.caseId,
    branchId,
    unitId: parent.holder?.unitId ?? facts.leadUnitId,
  };
  if (branch.kind === 'task') {
    const data = given as unknown as TaskMoveData['split'];
    return openTask(
      {
        caseId: branch.caseId,
        code: null,
        giver: 'lead-unit',
        agencyId,
        ofCity: false,
        source: facts.source,
        paragraph: facts.paragraph,
        quote: facts.quote,
        title: data.title,
        lead: { unitId: data.unitId, role: data.role as Role },
        coUnits: [],
        product: data.product,
        answerable: data.answerable,
        follower: { unitId: link.unitId, role: parent.holder?.role ?? 'agency-head' },
        secret: facts.secret,
        deadline: { on: Temporal.PlainDate.from(data.dueOn) },
        at: context.at,
        parent: link,
        more: { part: { vi: 'Việc nhỏ', en: 'Part of a task' }, rootCode: parent.facts.rootCode ?? parent.code },
      },
      context,
    );
  }
  const unit = given as unknown as CoUnit;
  return accepted({
    state: 'asked',
    reference: referenceOf(branch.caseId),
    typeCode: parent.typeCode,
    typeVersion: 1,
    title: parent.title,
    receivingUnitId: parent.receivingUnitId,
    holder: { unitId: unit.unitId, role: unit.role, accountId: null, name: null },
    route: [{ id: 'work', work: 'handle', role: unit.role, unitId: unit.unitId, hours: 0 }],
    step: 0,
    clock: null,
    acceptedAt: context.at.toString(),
    dueAt: parent.dueAt,
    firstDueAt: parent.dueAt,
    parent: link,
    facts: {
      giver: facts.giver,
      source: { ...facts.source },
      paragraph: facts.paragraph,
      quote: facts.quote,
      product: facts.product,
      answerable: facts.answerable,
      leadUnitId: facts.leadUnitId,
      follower: { ...facts.follower },
      secret: facts.secret,
      question: unit.question,
      part: { ...branch.name },
      rootCode: parent.code,
      searchWords: facts.secret ? '' : `${parent.code ?? ''} ${facts.source.number}`,
    },
  });
}
