import type { Context, Handler } from 'hono';
import type { App } from '#app.ts';
import { postsHeld } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { isId } from '#kernel/id.ts';
import type { DossierPage } from '#modules/dossiers/index.ts';
import { localHref } from '#surfaces/ui/index.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from '../officer.ts';

/** A dossier opened by an officer who may see it. */
export interface OpenCase {
  readonly officer: Officer;
  readonly caseId: string;
  readonly page: DossierPage;
  /** The address of the dossier or something of it, in the officer's language. */
  href(rest?: string): string;
}

/**
 * Reasons given for reading outside one's own work: each is in the log, and is good for this long.
 * Kept by the process: after a restart the reason is asked for, and logged, again.
 */
const reasonHours = 4;
const mostGiven = 10_000;
const given = new Map<string, Temporal.Instant>();
const keyOf = (officer: Officer, caseId: string): string => `${officer.actor.accountId} ${caseId}`;

export function rememberReason(officer: Officer, caseId: string): void {
  if (given.size >= mostGiven) given.clear();
  given.set(keyOf(officer, caseId), officer.now.add({ hours: reasonHours }));
}

function gaveReason(officer: Officer, caseId: string): boolean {
  const until = given.get(keyOf(officer, caseId));
  return until !== undefined && Temporal.Instant.compare(officer.now, until) < 0;
}

/** Is it the officer's own work: a post at the agency that receives, its desk, or a unit of the route, of a part or the whole? */
export function isOwnWork({ state, family }: DossierPage, officer: Officer): boolean {
  const units = new Set(
    [state, ...(state.parent ? family.filter(({ caseId }) => isAbove(caseId, state, family)) : [])].flatMap((one) => [
      one.receivingUnitId,
      `${one.receivingUnitId}.desk`,
      ...one.route.map((step) => step.unitId),
    ]),
  );
  return postsHeld(officer.actor, officer.now).some((post) => units.has(post.unitId));
}

/** The cases a part hangs from, up to the dossier. */
function isAbove(caseId: string, state: CaseState, family: readonly CaseState[]): boolean {
  const parent = family.find((one) => one.caseId === state.parent?.caseId);
  return parent !== undefined && (parent.caseId === caseId || isAbove(caseId, parent, family));
}

type Handle = (open: OpenCase, context: Context<WebEnv>) => Response | Promise<Response>;

/** A page of a dossier. No right and no dossier look alike; outside one's own work, `unread` answers until a reason is given. */
export function onCase(app: App, handle: Handle, unread: Handle = askForReason): Handler<WebEnv> {
  return asOfficer(app, async (officer, context) => {
    const caseId = context.req.param('caseId') ?? '';
    const page = isId(caseId) ? await app.dossiers.page(officer.actor, caseId) : undefined;
    if (!page) return notFoundPage(context);
    const href = (rest = '') => localHref(officer.visitor.language, `/lam-viec/ho-so/${caseId}${rest && `/${rest}`}`);
    const open = { officer, caseId, page, href };
    if (!isOwnWork(page, officer) && !gaveReason(officer, caseId)) return unread(open, context);
    return handle(open, context);
  });
}

/** From anything but the page of the case, one is led to it: there the reason is asked for. */
const askForReason: Handle = (open, context) => context.redirect(open.href(), 303);
