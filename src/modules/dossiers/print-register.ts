import { type Actor, isWithin, jurisdictionOf, postsHeld } from '#case-engine/rules/authority.ts';
import type { Json } from '#kernel/json.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { type CityGround, isAgency, type Unit } from '#modules/organisation/index.ts';
import { getProcedureVersion } from '#modules/procedures/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { typesetPdf } from '#platform/typesetting.ts';
import type { SlipFile } from './print-slip.ts';
import type { DossierRefusal } from './refusals.ts';
import {
  countRegister,
  findRegisterPrint,
  insertRegisterPrint,
  listRegister,
  type RegisterQuery,
  type RegisterRow,
  type RegisterTotals,
} from './register-queries.ts';
import {
  dossierRegisterContent,
  type RegisterLine,
  registerLine,
} from './slips/dossier-register/dossier-register-content.ts';
import { slipTemplate } from './slips/slip-kinds.ts';

/** As many dossiers as a volume holds: half a second of typesetting, some 30 pages. */
export const volumeSize = 500;
/** A print is shown this long; after it one prints anew, because the book has gone on. */
const shownMinutes = 15;

const template = slipTemplate('dossier-register/dossier-register.typ');

/** The agencies whose register the actor may read: those of the posts held, of the own desk, and of the jurisdiction. */
export function registerAgencies(actor: Actor, ground: CityGround, at: Temporal.Instant): readonly Unit[] {
  if (actor.kind === 'citizen') return [];
  const desks = new Set(postsHeld(actor, at).map((post) => post.unitId.replace(/\.desk$/, '')));
  const overseen = jurisdictionOf(actor, at);
  return [...ground.tree.values()].filter(
    (unit) => isAgency(unit) && (desks.has(unit.id) || overseen.some((ancestor) => isWithin(unit.path, ancestor))),
  );
}

const mayRead = (actor: Actor, ground: CityGround, agencyId: string, at: Temporal.Instant): boolean =>
  registerAgencies(actor, ground, at).some(({ id }) => id === agencyId);

/** A page of the register with how the whole period adds up. */
export interface RegisterPage {
  readonly lines: readonly (RegisterLine & { readonly caseId: string })[];
  readonly totals: RegisterTotals;
  readonly volumes: number;
}

/** The register of a period, for whoever may read it: the first lines of the volume asked for. */
export async function findRegister(
  db: Database,
  ground: CityGround,
  actor: Actor,
  query: RegisterQuery,
  at: Temporal.Instant,
  part: { readonly skip: number; readonly limit: number },
): Promise<Result<RegisterPage, DossierRefusal>> {
  if (!mayRead(actor, ground, query.agencyId, at)) return refused('register-not-there');
  const [totals, rows] = await Promise.all([countRegister(db, query), listRegister(db, query, part)]);
  const lines = await linesOf(db, rows);
  return accepted({
    totals,
    volumes: volumesOf(totals),
    lines: lines.map((line, index) => ({ ...line, caseId: rows[index]!.caseId })),
  });
}

/** All lines of a period in order, read by and by: as long as the period is, no more than some hundred are held. */
export async function* eachRegisterLine(
  db: Database,
  ground: CityGround,
  actor: Actor,
  query: RegisterQuery,
  at: Temporal.Instant,
): AsyncGenerator<readonly RegisterLine[]> {
  if (!mayRead(actor, ground, query.agencyId, at)) return;
  let after: RegisterRow | undefined;
  do {
    const rows = await listRegister(db, query, { limit: volumeSize, ...(after ? { after } : {}) });
    yield await linesOf(db, rows);
    after = rows.length === volumeSize ? rows.at(-1) : undefined;
  } while (after);
}

/** Records that an officer prints a volume of the register; it is then shown by the id of the print. */
export async function printRegister(
  db: Database,
  ground: CityGround,
  actor: Actor,
  query: RegisterQuery,
  volume: number,
  at: Temporal.Instant,
): Promise<Result<{ readonly id: string }, DossierRefusal>> {
  if (!mayRead(actor, ground, query.agencyId, at)) return refused('register-not-there');
  if (volume > volumesOf(await countRegister(db, query))) return refused('register-not-there');
  const print = { ...query, volume, printedBy: actor.name, printedAt: at, accountId: actor.accountId };
  return accepted({ id: await insertRegisterPrint(db, print) });
}

/** The file of a print of the register; undefined when there is none, or it is too long ago. */
export async function findPrintedRegister(
  db: Database,
  ground: CityGround,
  actor: Actor,
  printId: string,
  at: Temporal.Instant,
): Promise<SlipFile | undefined> {
  const print = await findRegisterPrint(db, printId);
  if (!print || !mayRead(actor, ground, print.agencyId, at)) return undefined;
  if (Temporal.Instant.compare(at, print.printedAt.add({ minutes: shownMinutes })) > 0) return undefined;
  const { volume, nth, printedAt } = print;
  const totals = await countRegister(db, print);
  const rows = await listRegister(db, print, { limit: volumeSize, skip: (volume - 1) * volumeSize });
  const facts = { tree: ground.tree, query: print, totals, volume, volumes: volumesOf(totals), nth, printedAt };
  const data = dossierRegisterContent(await linesOf(db, rows), facts) as unknown as Json;
  const pdf = await typesetPdf({ template, data, madeAt: printedAt });
  return { pdf, fileName: `so-theo-doi-${print.agencyId}-${print.from}-${print.to}-quyen-${volume}.pdf` };
}

/** An empty register has a volume too: that nothing came is worth a paper. */
const volumesOf = ({ all }: RegisterTotals): number => Math.max(1, Math.ceil(all / volumeSize));

async function linesOf(db: Database, rows: readonly RegisterRow[]): Promise<readonly RegisterLine[]> {
  const sets = new Map<number, number>();
  for (const { versionId } of rows) {
    if (!sets.has(versionId)) sets.set(versionId, (await getProcedureVersion(db, versionId))?.definition.setCount ?? 1);
  }
  return rows.map((row) => registerLine(row, sets.get(row.versionId) ?? 1));
}
