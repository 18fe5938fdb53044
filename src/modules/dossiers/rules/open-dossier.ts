import { type ClockGround, dueOf } from '#case-engine/rules/case-clock.ts';
import type { OpeningEffect, ResolvedStep } from '#case-engine/rules/case-state.ts';
import { accepted, type Result } from '#kernel/result.ts';
import type { ProcedureDefinition } from '#modules/procedures/rules/procedure-definition.ts';
import { intakeClock } from './moves/move-effects.ts';

/** Who brings the dossier and whose it is. */
export interface Party {
  readonly name: string;
  readonly personalId: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
}

export interface Opening {
  readonly reference: string;
  readonly definition: ProcedureDefinition;
  readonly version: number;
  readonly receiverId: string;
  readonly route: readonly ResolvedStep[];
  readonly channel: 'online' | 'desk' | 'post';
  readonly submitter: Party;
  readonly ownerName: string;
  readonly ownerAccountId: string | null;
  readonly at: Temporal.Instant;
}

/**
 * The first effect of a dossier: it waits at the desk of the agency chosen, on the intake clock (8 working hours).
 * What the clock policy of its procedure version says is copied in, so that a later version never changes it.
 */
export function openDossier(opening: Opening, ground: ClockGround): Result<OpeningEffect, 'calendar-not-published'> {
  const { definition, submitter } = opening;
  const clock = intakeClock(opening.at, opening.receiverId);
  const due = dueOf(clock, ground);
  if (!due.ok) return due;
  return accepted({
    state: 'submitted',
    reference: opening.reference,
    typeCode: definition.code,
    typeVersion: opening.version,
    title: opening.ownerName,
    receivingUnitId: opening.receiverId,
    ownerAccountId: opening.ownerAccountId,
    holder: { unitId: `${opening.receiverId}.desk`, role: 'intake-officer', accountId: null, name: null },
    route: opening.route,
    step: 0,
    clock,
    dueAt: due.value,
    firstDueAt: due.value,
    facts: {
      procedure: { vi: definition.name.vi, en: definition.name.en },
      channel: opening.channel,
      submitter: submitter.name,
      clockStart: definition.clock.clockStart,
      supplementPolicy: definition.clock.supplement,
      supplementsAllowed: definition.clock.supplementsAllowed,
      supplementAnswerDays: definition.clock.supplementAnswerDays,
      supplementAskDays: definition.clock.supplementAskDays,
      excludedPeriods: definition.clock.excludedPeriods,
      verificationLimit: definition.verificationLimit?.announced ?? null,
      presenceRequired: definition.presence !== undefined,
      searchWords: `${submitter.name} ${submitter.personalId} ${submitter.phone} ${definition.name.vi}`,
    },
  });
}
