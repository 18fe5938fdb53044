/** The door of the papers: contents kept once, what is kept for a person, who may use it and who did. */
export { insertAccess, listAccess, type PaperAccess } from './access-store.ts';
export { findMissingBlobs } from './blob-store.ts';
export { type CaseFile, listCaseFiles } from './case-file-store.ts';
export { keepCaseFiles, type UploadOf } from './keep-case-files.ts';
export { endKeptPaper, endKeptResult, keepPaper, type PaperKept } from './keep-paper.ts';
export { type KeptFiles, keptFiles, type OpenedFile, type Scanning } from './kept-files.ts';
export { lookIntoVault, type VaultLook } from './look-into-vault.ts';
export { type LinkedPaper, readPaperLink, writePaperLink } from './paper-link.ts';
export { findPaperOwner } from './paper-owner.ts';
export { type PaperRefusal, paperRefusals } from './refusals.ts';
export {
  isConsentInForce,
  isUsableOn,
  type KeptPaper,
  type PaperConsent,
  type PaperOwner,
} from './rules/kept-paper.ts';
export { readVaultBasis, type VaultBasis } from './rules/vault-basis.ts';
export { leastSweepDays, type SweepAnswer, sweepFiles } from './sweep-files.ts';
export { findChosenPapers, type PaperChoice, type PaperUser, recordPaperUse } from './use-kept-papers.ts';
export { findKeptPaper, listConsents, listKeptPapers } from './vault-store.ts';
export { withdrawConsent } from './withdraw-consent.ts';
