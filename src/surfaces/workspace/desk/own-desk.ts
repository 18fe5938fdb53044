import type { Context } from 'hono';
import type { App } from '#app.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from '../officer.ts';

/** A desk at which the officer works and which has counters, and the others of the same officer. */
export interface OwnDesk {
  readonly officer: Officer;
  readonly deskId: string;
  readonly name: string;
  readonly others: readonly { readonly deskId: string; readonly name: string }[];
}

/** A page of the desk named by `noi`, else of the first one; an officer of no desk finds nothing here. */
export const atOwnDesk = (
  app: App,
  handle: (desk: OwnDesk, context: Context<WebEnv>) => Response | Promise<Response>,
) =>
  asOfficer(app, async (officer, context) => {
    const asked = context.req.method === 'POST' ? readForm(context).text('noi') : (context.req.query('noi') ?? '');
    const withCounters = new Set(await app.desk.ids());
    const atWork = new Set(officer.desks.map(({ id }) => `${id}.desk`));
    const own = [...withCounters].filter((id) => atWork.has(id));
    const deskId = own.find((id) => id === asked) ?? own[0];
    if (!deskId) return notFoundPage(context);
    const nameOf = (id: string) => officer.ground.tree.get(id)?.name[officer.visitor.language] ?? id;
    const others = own.filter((id) => id !== deskId).map((id) => ({ deskId: id, name: nameOf(id) }));
    return handle({ officer, deskId, name: nameOf(deskId), others }, context);
  });
