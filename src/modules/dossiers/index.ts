export { branchCaseId as partId } from '#case-engine/rules/branches.ts';
/** The door of the dossiers: a matter a citizen brings, worked through against a clock nobody can bend. */
export { acceptDossier } from './accept-dossier.ts';
export { type CityFigures, countCityFigures } from './city-figures.ts';
export { digitisePaper, digitisingPost } from './digitise-paper.ts';
export {
  type DossierListQuery,
  type DossierListRow,
  listDossiers,
  listOwnDossiers,
} from './dossier-lists.ts';
export {
  type DossierPage,
  findCaseIdByTyped,
  findDossierForTracking,
  findDossierPage,
  type PublicTracking,
} from './dossier-page.ts';
export {
  type DossierPaper,
  type DossierRow,
  findDossierRow,
  getInstallationKey,
  type StoredAnswer,
} from './dossier-store.ts';
export { collectDues } from './dues/collect-dues.ts';
export { importStatement, type StatementTaken } from './dues/import-statement.ts';
export { payDues, settleGatewayOrder } from './dues/pay-dues.ts';
export { reduceDues } from './dues/reduce-dues.ts';
export { type RefundRequest, refundDues } from './dues/refund-dues.ts';
export { returnMoney } from './dues/return-money.ts';
export { type FilingDraft, findDraft, listDrafts, saveDraft, startDraft } from './filing-draft.ts';
export type { HandedIn } from './hand-in-store.ts';
export { keepResult } from './keep-result.ts';
export { makeDossierMove } from './make-dossier-move.ts';
export { isMoveWithInput, type MoveWithInput, moveInputs } from './move-input.ts';
export { openDossierPaper, type PaperWanted } from './open-paper.ts';
export { readPaperTicket, writePaperTicket } from './paper-ticket.ts';
export {
  eachRegisterLine,
  findPrintedRegister,
  findRegister,
  printRegister,
  type RegisterPage,
  registerAgencies,
  volumeSize,
} from './print-register.ts';
export {
  findPrintedSlip,
  getSlip,
  printSlip,
  type SlipFile,
  type SlipInstallation,
  type SlipWanted,
  slipsFor,
} from './print-slip.ts';
export { dossierRefusals } from './refusals.ts';
export { type RegisterQuery, type RegisterStanding, registerStandings } from './register-queries.ts';
export { signingPower } from './result/signing-document.ts';
export { billsOf, waitsForDues } from './rules/bill-fact.ts';
export { type Delay, delaysOf } from './rules/delays.ts';
export { dossierKindIfKnown, dossierKindOf, dossierKinds } from './rules/dossier-family.ts';
export { dossierKind } from './rules/dossier-kind.ts';
export type { DuesMove, HandedPaper, SupplementItem } from './rules/move-data.ts';
export type { Party } from './rules/open-dossier.ts';
export {
  formsToChoose,
  type HandInForm,
  handInForms,
  originalsHeld,
  type PaperOnTable,
} from './rules/paper-hand-in.ts';
export { isUnderWay, type Shipment, type ShipmentDirection, shipmentOf } from './rules/shipment.ts';
export { type IssuedSlip, type SlipForm, writeSlipNumber } from './rules/slips.ts';
export { listSlipPrints, type SlipPrint } from './slip-store.ts';
export { registerColumns } from './slips/dossier-register/dossier-register-content.ts';
export { slipHeading } from './slips/slip-heading.ts';
export { slipKinds } from './slips/slip-kinds.ts';
export { type DossierSubmission, receiveDossier, submitDossier } from './submit-dossier.ts';
export { isTrackingSecret, trackingSecret } from './tracking-secret.ts';
