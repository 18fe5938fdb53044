import { listJournal } from '#case-engine/case-store.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { isOwner } from '#case-engine/rules/open-moves.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import { listColleagues } from '#modules/people/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { type DossierPage, findDossierPage } from './dossier-page.ts';
import type { DossierRefusal } from './refusals.ts';
import { type IssuedSlip, isForCitizen, type SlipForm, slipForms, slipsOf } from './rules/slips.ts';
import { insertSlipPrint, listSlipPrints, type SlipPrint } from './slip-store.ts';
import { slipKinds } from './slips/slip-kinds.ts';
import { slipPdf } from './slips/slip-pdf.ts';
import { trackingSecret } from './tracking-secret.ts';

/** Which slip: its form, and of several of one form the entry that issued it; without an entry, the last. */
export interface SlipWanted {
  readonly form: string;
  readonly seq?: number | undefined;
}

/** What a print needs of the installation it comes from. */
export interface SlipInstallation {
  readonly key: string;
  readonly publicUrl: string | undefined;
}

/** A slip as a file. */
export interface SlipFile {
  readonly pdf: Uint8Array;
  readonly fileName: string;
}

/** The slips of a dossier that this actor may have: the owner those that are written to the citizen. */
export function slipsFor(page: DossierPage, actor: Actor): readonly IssuedSlip[] {
  if (page.state.kind !== 'dossier') return [];
  const slips = slipsOf(page.journal);
  return isOwner(page.state, actor) ? slips.filter(({ form }) => isForCitizen(form)) : slips;
}

/**
 * Records that an officer prints a slip; the print is then shown by its id. The second and later ones say so on the paper.
 * @returns refused alike for a slip that was not issued and a dossier the actor may not read
 */
export async function printSlip(
  db: Database,
  ground: CityGround,
  actor: Actor,
  caseId: string,
  wanted: SlipWanted,
  at: Temporal.Instant,
): Promise<Result<SlipPrint, DossierRefusal>> {
  const found = await findSlip(db, ground, actor, caseId, wanted, at);
  if (!found) return refused('slip-not-there');
  return accepted(await recordPrint(db, found, actor, at));
}

/** The file of a print that was recorded; undefined when there is none, or the dossier has moved on since. */
export async function findPrintedSlip(
  db: Database,
  ground: CityGround,
  actor: Actor,
  caseId: string,
  printId: string,
  at: Temporal.Instant,
  installation: SlipInstallation,
): Promise<SlipFile | undefined> {
  const print = (await listSlipPrints(db, caseId)).find(({ id }) => id === printId);
  const found = print && (await findSlip(db, ground, actor, caseId, print, at));
  if (!found || found.page.state.entries !== print.entries) return undefined;
  return slipFile(db, ground, found, installation, print.nth, print.printedAt);
}

/**
 * A slip at once, for whoever has a right to it: the owner's own copy is not counted, an officer's or a system's is a print
 * and is recorded.
 */
export async function getSlip(
  db: Database,
  ground: CityGround,
  actor: Actor,
  caseId: string,
  wanted: SlipWanted,
  at: Temporal.Instant,
  installation: SlipInstallation,
): Promise<Result<SlipFile, DossierRefusal>> {
  const found = await findSlip(db, ground, actor, caseId, wanted, at);
  if (!found) return refused('slip-not-there');
  const nth = actor.kind === 'citizen' ? null : (await recordPrint(db, found, actor, at)).nth;
  return accepted(await slipFile(db, ground, found, installation, nth, at));
}

interface FoundSlip {
  readonly page: DossierPage;
  readonly slip: IssuedSlip;
}

async function findSlip(
  db: Database,
  ground: CityGround,
  actor: Actor,
  caseId: string,
  wanted: SlipWanted,
  at: Temporal.Instant,
): Promise<FoundSlip | undefined> {
  if (!slipForms.includes(wanted.form as SlipForm)) return undefined;
  const page = await findDossierPage(db, ground, actor, caseId, at);
  const slip =
    page &&
    slipsFor(page, actor).findLast(
      ({ form, entry }) => form === wanted.form && (wanted.seq === undefined || entry.seq === wanted.seq),
    );
  return page && slip && { page, slip };
}

const recordPrint = (db: Database, { page, slip }: FoundSlip, actor: Actor, at: Temporal.Instant): Promise<SlipPrint> =>
  insertSlipPrint(db, page.state.caseId, {
    form: slip.form,
    seq: slip.entry.seq,
    entries: page.state.entries,
    accountId: actor.accountId,
    printedBy: actor.name,
    printedAt: at,
  });

async function slipFile(
  db: Database,
  ground: CityGround,
  { page, slip }: FoundSlip,
  installation: SlipInstallation,
  nth: number | null,
  printedAt: Temporal.Instant,
): Promise<SlipFile> {
  const { caseId, code, reference } = page.state;
  const pdf = await slipPdf(page, slip, {
    ground,
    secret: trackingSecret(installation.key, caseId),
    publicUrl: installation.publicUrl,
    nth,
    printedAt,
    parts: slip.form === '05' ? await partsOf(db, page) : [],
    signerTitle: await titleOf(db, slip),
  });
  return { pdf, fileName: `${slipKinds[slip.form].fileName}-${code ?? reference}.pdf` };
}

const partsOf = (db: Database, { family }: DossierPage) =>
  Promise.all(family.slice(1).map(({ caseId }) => listJournal(db, caseId)));

/** The post of whoever issued the slip, as it was called then; empty when nobody with it is known. */
async function titleOf(db: Database, { entry }: IssuedSlip): Promise<string> {
  const { unitId, role, accountId } = entry.actor;
  if (!unitId || !role) return '';
  const holders = await listColleagues(
    db,
    unitId,
    role as Parameters<typeof listColleagues>[2],
    Temporal.Instant.from(entry.at),
  );
  return holders.find((holder) => holder.accountId === accountId)?.title.vi ?? '';
}
