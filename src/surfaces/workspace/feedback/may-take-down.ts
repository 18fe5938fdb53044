import { postsHeld } from '#case-engine/rules/authority.ts';
import { feedbackTakers } from '#modules/feedback/index.ts';
import type { Officer } from '../officer.ts';

/** Whoever may take feedback down for a person. */
export const mayTakeDown = ({ actor, now }: Pick<Officer, 'actor' | 'now'>): boolean =>
  postsHeld(actor, now).some(({ role }) => feedbackTakers.includes(role));
