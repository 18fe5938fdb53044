import { findCase } from '#case-engine/case-store.ts';
import { type Actor, isWithin } from '#case-engine/rules/authority.ts';
import * as dossiers from '#modules/dossiers/index.ts';
import * as followUp from '#modules/follow-up/index.ts';
import * as tasks from '#modules/tasks/index.ts';
import type { AppFigures } from './app-figures.ts';
import type { AppGround } from './app-ground.ts';
import { moveByDataOf, workKinds } from './move-by-data.ts';

/** What stands still anywhere, and urging it on by letter. */
export function followUpOf(app: AppGround & AppFigures) {
  const { db, now, ground, taskPolicy, moments } = app;
  const moveByData = moveByDataOf(app);
  /**
   * Whoever follows up for an agency urges all that is held below it, of any kind: to the rule of a kind they are what the
   * controller is to the city. Elsewhere their own posts decide.
   */
  const asFollower = async (actor: Actor, caseId: string): Promise<Actor> => {
    const [state, { tree }, policy] = await Promise.all([findCase(db, caseId), ground(), taskPolicy()]);
    const path = tree.get(state?.holder?.unitId ?? '')?.path;
    for (const [agencyId, post] of tasks.agenciesGivenFor(actor, policy, now())) {
      const above = tree.get(agencyId)?.path;
      if (path && above && isWithin(path, above))
        return { ...actor, posts: [...actor.posts, { ...post, role: 'procedure-controller' }] };
    }
    return actor;
  };
  const kindsAsked = (kind: string | undefined) => (kind && workKinds.includes(kind) ? [kind] : workKinds);
  return {
    list: async (query: Omit<followUp.FollowUpQuery, 'now' | 'soonUntil' | 'kinds'> & { kind?: string }) =>
      followUp.listFollowUp(db, { ...query, kinds: kindsAsked(query.kind), ...(await moments()) }),
    count: async (query: Omit<followUp.FollowUpQuery, 'now' | 'soonUntil' | 'kinds'> & { kind?: string }) =>
      followUp.countFollowUp(db, { ...query, kinds: kindsAsked(query.kind), ...(await moments()) }),
    /** By one letter, the move `urge` of each case. */
    urge: (actor: Actor & { readonly accountId: string }, wish: followUp.UrgingWish) =>
      followUp.urgeCases(
        db,
        actor,
        wish,
        async (caseId, data, call) => {
          const request = { caseId, move: 'urge', data };
          const by = await asFollower(actor, caseId);
          const made = await dossiers.makeDossierMove(db, await ground(), by, request, now(), call);
          return !made.ok && made.refusal.code === 'case-not-found' ? moveByData(by, request, call) : made;
        },
        now(),
      ),
    answer: (actor: Actor, which: { readonly urgingId: string; readonly caseId: string }, answer: string) =>
      followUp.answerUrging(db, actor, which, answer, now()),
    toAnswer: (unitIds: readonly string[]) => followUp.listToAnswer(db, unitIds),
    letters: (agencyIds: readonly string[]) => followUp.listLetters(db, agencyIds),
    urgedUnits: (unitIds: readonly string[] | null, days: number) =>
      followUp.listUrgedUnits(db, unitIds, now().subtract({ hours: 24 * days })),
  };
}
