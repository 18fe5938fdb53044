import type { Context, Handler } from 'hono';
import type { App } from '#app.ts';
import { type Actor, jurisdictionOf, postsHeld, type Role } from '#case-engine/rules/authority.ts';
import type { Text } from '#kernel/text.ts';
import { registerAgencies } from '#modules/dossiers/index.ts';
import { agencyOf, type CityGround, type Unit } from '#modules/organisation/index.ts';
import { localHref } from '#surfaces/ui/index.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { type Visitor, visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { roleWords } from '#surfaces/web/words.ts';

/** Whoever is at work: the account, the units of the posts held now, what lies below them. */
export interface Officer {
  readonly visitor: Visitor;
  readonly actor: Actor & { readonly accountId: string };
  readonly ground: CityGround;
  readonly now: Temporal.Instant;
  readonly unitIds: readonly string[];
  readonly jurisdiction: readonly string[];
  /** The agencies at whose desk the officer receives. */
  readonly desks: readonly Unit[];
  /** There is an agency whose register the officer may read. */
  readonly mayReadRegister: boolean;
  /** Heads give the work of an absent colleague to another. */
  readonly mayHandOverOthers: boolean;
  /** Heads of agencies delegate; whoever has a post may have been given something. */
  readonly headsAgency: boolean;
  /** Has a board: heads, and whoever follows the city's procedures. */
  readonly leads: boolean;
  /** The agencies in whose name the officer gives tasks. */
  readonly givesFor: readonly string[];
  /** Decides on reviews of procedures. */
  readonly controlsProcedures: boolean;
  readonly postWords: Text;
}

const leaders: readonly Role[] = ['unit-head', 'agency-head', 'desk-head', 'procedure-controller'];
const heads: readonly Role[] = ['unit-head', 'agency-head', 'signatory', 'desk-head'];

/** A page for officers: nobody signed in is asked to sign in and brought back; a citizen finds nothing here. */
export function asOfficer(
  app: App,
  handle: (officer: Officer, context: Context<WebEnv>) => Response | Promise<Response>,
): Handler<WebEnv> {
  return async (context) => {
    const visitor = visitorOf(context);
    const { actor, language } = visitor;
    if (!actor) {
      const back = context.req.method === 'GET' ? visitor.path : '/lam-viec';
      return context.redirect(localHref(language, `/dang-nhap?ve=${encodeURIComponent(back)}`), 303);
    }
    if (actor.kind !== 'officer' || !actor.accountId) return notFoundPage(context);
    const [ground, givesFor] = await Promise.all([app.ground(), app.tasks.agenciesOf(actor)]);
    const known = officerOf(visitor, { ...actor, accountId: actor.accountId }, ground, app.now());
    return handle({ ...known, givesFor }, context);
  };
}

function officerOf(
  visitor: Visitor,
  actor: Officer['actor'],
  ground: CityGround,
  now: Temporal.Instant,
): Omit<Officer, 'givesFor'> {
  const posts = postsHeld(actor, now);
  const desks = posts
    .filter((post) => post.role === 'intake-officer' || post.role === 'desk-head')
    .flatMap((post) => {
      const unit = ground.tree.get(post.unitId);
      return (unit && agencyOf(unit, ground.tree)) ?? [];
    });
  const first = posts[0];
  const unit = first && ground.tree.get(first.unitId);
  // Of a desk the agency says more: that it is the desk, the post says.
  const place = unit?.kind === 'desk' ? agencyOf(unit, ground.tree)?.name : unit?.name;
  const role = first && roleWords[first.role];
  return {
    visitor,
    actor,
    ground,
    now,
    unitIds: [...new Set(posts.map((post) => post.unitId))],
    jurisdiction: jurisdictionOf(actor, now),
    desks: [...new Map(desks.map((unit) => [unit.id, unit])).values()],
    mayReadRegister: registerAgencies(actor, ground, now).length > 0,
    mayHandOverOthers: posts.some((post) => heads.includes(post.role)),
    leads: posts.some((post) => leaders.includes(post.role)),
    headsAgency: posts.some((post) => post.role === 'agency-head'),
    controlsProcedures: posts.some((post) => post.role === 'procedure-controller'),
    postWords: {
      vi: [role?.vi, place?.vi].filter(Boolean).join(', '),
      en: [role?.en, place?.en].filter(Boolean).join(', '),
    },
  };
}
