import type { CommandCall } from '#case-engine/record-entries.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { toInstant } from '#kernel/zone.ts';
import * as dossiers from '#modules/dossiers/index.ts';
import type { AppGround } from './app-ground.ts';

/** Dossiers: handed in, accepted, moved, tracked, printed, listed. */
export const dossiersOf = ({
  db,
  now,
  today,
  ground,
  moments,
  signResults,
  installationKey,
  installation,
}: AppGround) => ({
  /** Online or by another system: the dossier waits for the desk. */
  submit: async (actor: Actor, submission: dossiers.DossierSubmission, key?: CommandCall['key']) =>
    dossiers.submitDossier(db, await ground(), actor, submission, now(), key),
  /** At the desk or by post: entered and accepted in one act. */
  receive: async (
    actor: Actor,
    submission: dossiers.DossierSubmission,
    key?: CommandCall['key'],
    handedOverAt?: Temporal.Instant,
  ) => dossiers.receiveDossier(db, await ground(), actor, submission, now(), key, handedOverAt),
  accept: async (actor: Actor, caseId: string, call?: CommandCall) =>
    dossiers.acceptDossier(db, await ground(), actor, caseId, now(), call),
  /** Every other move, by its name. */
  move: async (actor: Actor, request: Parameters<typeof dossiers.makeDossierMove>[3], call?: CommandCall) => {
    const made = await dossiers.makeDossierMove(db, await ground(), actor, request, now(), call);
    // the decision stands already: a signing service that is down leaves the result waiting
    if (made.ok && request.move === 'sign') await signResults({ caseId: request.caseId });
    if (made.ok && made.value.state === 'returned') await dossiers.keepResult(db, request.caseId, now());
    return made;
  },
  /** In which form this person would sign the dossier now, or why not. */
  signingPower: async (actor: Actor, page: dossiers.DossierPage) =>
    dossiers.signingPower(
      db,
      await ground(),
      actor,
      page.state,
      { dossier: page.dossier, definition: page.procedure.definition },
      now(),
    ),
  /** Everything of a dossier, for someone with a right to it; undefined otherwise. */
  page: async (actor: Actor, caseId: string) => dossiers.findDossierPage(db, await ground(), actor, caseId, now()),
  /** Code and secret as typed: what anyone may see who has both. */
  track: async (typedCode: string, typedSecret: string) =>
    dossiers.findDossierForTracking(db, await installationKey, typedCode, typedSecret),
  /** The secret printed on the receipt. */
  secretOf: async (caseId: string) => dossiers.trackingSecret(await installationKey, caseId),
  /** A form of TT 01/2018 as a PDF, for someone with a right to it: the owner's copy, or a print that is recorded. */
  slip: async (actor: Actor, caseId: string, wanted: dossiers.SlipWanted) =>
    dossiers.getSlip(db, await ground(), actor, caseId, wanted, now(), await installation()),
  /** An officer prints a form: recorded first, then shown by the id of the print. */
  printSlip: async (actor: Actor, caseId: string, wanted: dossiers.SlipWanted) =>
    dossiers.printSlip(db, await ground(), actor, caseId, wanted, now()),
  printedSlip: async (actor: Actor, caseId: string, printId: string) =>
    dossiers.findPrintedSlip(db, await ground(), actor, caseId, printId, now(), await installation()),
  /** Who printed which form of a dossier when, for someone who was shown the dossier. */
  slipPrints: (caseId: string) => dossiers.listSlipPrints(db, caseId),
  /** The register (form 06) of an agency and a period. */
  register: async (actor: Actor, query: dossiers.RegisterQuery, part: { skip: number; limit: number }) =>
    dossiers.findRegister(db, await ground(), actor, query, now(), part),
  registerAgencies: async (actor: Actor) => dossiers.registerAgencies(actor, await ground(), now()),
  registerLines: async (actor: Actor, query: dossiers.RegisterQuery) =>
    dossiers.eachRegisterLine(db, await ground(), actor, query, now()),
  printRegister: async (actor: Actor, query: dossiers.RegisterQuery, volume: number) =>
    dossiers.printRegister(db, await ground(), actor, query, volume, now()),
  printedRegister: async (actor: Actor, printId: string) =>
    dossiers.findPrintedRegister(db, await ground(), actor, printId, now()),
  /** For a file kept in the store: what the API answers an upload with. */
  writePaperTicket: async (file: Parameters<typeof dossiers.writePaperTicket>[1]) =>
    dossiers.writePaperTicket(await installationKey, file),
  readPaperTicket: async (ticket: string) => dossiers.readPaperTicket(await installationKey, ticket),
  /** The case that a part of a dossier is, by its place: `appraise/planning`. */
  partId: dossiers.partId,
  list: async (query: Omit<dossiers.DossierListQuery, 'now' | 'soonUntil'>) =>
    dossiers.listDossiers(db, { ...query, ...(await moments()) }),
  /** Since the first day of this month. */
  monthFigures: () => dossiers.countCityFigures(db, toInstant(today().with({ day: 1 }).toPlainDateTime()), now()),
  listOwn: (accountId: string) => dossiers.listOwnDossiers(db, accountId),
  /** A paper for someone with a right to the dossier; the look is written down for its owner. */
  openPaper: async (actor: Actor, wanted: dossiers.PaperWanted) =>
    dossiers.openDossierPaper(db, await ground(), actor, wanted, now()),
  /** An officer signs off that an electronic copy says what the paper says. */
  digitise: async (actor: Actor, wish: Parameters<typeof dossiers.digitisePaper>[3]) =>
    dossiers.digitisePaper(db, await ground(), actor, wish, now()),
});
