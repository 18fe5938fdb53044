import type { Context, Handler } from 'hono';
import type { App } from '#app.ts';
import type { Text } from '#kernel/text.ts';
import type { Unit } from '#modules/organisation/index.ts';
import {
  isReadable,
  type RegisterDefinition,
  type RegisterEntry,
  readablePaths,
  unitNamer,
  writableUnits,
} from '#modules/registers/index.ts';
import { localHref } from '#surfaces/ui/index.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from '../officer.ts';

export const registersPath = '/lam-viec/so';

/** A register opened by an officer who may read something of it. */
export interface OpenRegister {
  readonly officer: Officer;
  readonly definition: RegisterDefinition;
  /** Below which paths, and by which units that is asked. */
  readonly paths: readonly string[];
  readonly unitIds: readonly string[];
  /** The agencies about which the officer may record. */
  readonly writable: readonly Unit[];
  readonly unitName: (id: string) => Text;
  /** The address of the register or something of it, in the officer's language. */
  href(rest?: string): string;
}

/** Where the officer reads this register; undefined where no agency of its kind lies there. */
export function openRegister(officer: Officer, definition: RegisterDefinition): OpenRegister | undefined {
  const { actor, now, ground } = officer;
  const paths = readablePaths(definition, actor, ground.tree, now);
  const isKept = [...ground.tree.values()].some(
    ({ kind, path }) => definition.owners.includes(kind) && isReadable(paths, path),
  );
  if (!isKept) return undefined;
  return {
    officer,
    definition,
    paths,
    unitIds: paths.map((path) => path.split('/').at(-1) ?? path),
    writable: writableUnits(definition, actor, ground.tree, now),
    unitName: unitNamer(ground.tree),
    href: (rest = '') => localHref(officer.visitor.language, `${registersPath}/${definition.id}${rest && `/${rest}`}`),
  };
}

/** A page of a register. No right and no register look alike. */
export function onRegister(
  app: App,
  handle: (open: OpenRegister, context: Context<WebEnv>) => Response | Promise<Response>,
): Handler<WebEnv> {
  return asOfficer(app, (officer, context) => {
    const definition = app.registers.find(context.req.param('register') ?? '');
    const open = definition && openRegister(officer, definition);
    return open ? handle(open, context) : notFoundPage(context);
  });
}

/** A page of one entry that the officer may read. */
export function onEntry(
  app: App,
  handle: (open: OpenRegister, entry: RegisterEntry, context: Context<WebEnv>) => Response | Promise<Response>,
): Handler<WebEnv> {
  return onRegister(app, async (open, context) => {
    const entry = await app.registers.entry(context.req.param('entry') ?? '');
    if (!entry || entry.registerId !== open.definition.id || !isReadable(open.paths, entry.unitPath)) {
      return notFoundPage(context);
    }
    return handle(open, entry, context);
  });
}
