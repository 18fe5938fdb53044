import type { Role } from '#case-engine/rules/authority.ts';
import type { Text } from '#kernel/text.ts';
import type { OtherLaw } from './feedback-words.ts';

type Nothing = Record<never, never>;

/** Where a case goes next; found by the command, never sent. */
interface Target {
  readonly unitId: string;
  readonly role: Role;
}

/** What each move of feedback is given: as sent, with what only we know added. */
export interface FeedbackMoveData {
  readonly accept: Target & {
    readonly class: 'conduct' | 'ours';
    readonly limit: string;
    readonly field: string;
    readonly fieldName: Text;
  };
  readonly forward: Target & { readonly agencyId: string; readonly limit: string; readonly reason: string };
  readonly decline: { readonly reason: string; readonly clause: string };
  readonly 'hand-to-law': { readonly law: OtherLaw; readonly body: string; readonly reason: string };
  readonly 'pass-outside': { readonly body: string; readonly document: string; readonly reason: string };
  readonly merge: { readonly code: string; readonly caseId: string };
  readonly assign: { readonly accountId: string; readonly name: string };
  readonly reassign: { readonly accountId: string; readonly name: string; readonly reason: string };
  readonly 'ask-reporter': { readonly question: string };
  readonly reply: { readonly text: string };
  readonly 'record-reply': { readonly text: string };
  readonly 'go-on': Nothing;
  readonly 'draft-answer': Target & {
    readonly text: string;
    readonly publicText: string;
    readonly number: string;
    readonly on: string;
    readonly photos: readonly string[];
  };
  readonly approve: Nothing;
  readonly 'return-draft': { readonly reason: string };
  readonly extend: { readonly reason: string };
  readonly urge: { readonly note: string; readonly document: string };
  readonly rate: Target & { readonly satisfied: 'yes' | 'no'; readonly reason: string };
  readonly withdraw: { readonly reason: string };
}

export type FeedbackMove = keyof FeedbackMoveData;
