import type { Actor } from '#case-engine/rules/authority.ts';
import * as papers from '#modules/papers/index.ts';
import type { AppGround } from './app-ground.ts';

/** Papers kept for people: what is kept, who may use it, who looked. */
export const papersOf = ({ db, clock, papersUrl, now, today, installationKey }: AppGround) => ({
  /** Where papers go out, when not from the origin of the pages. */
  url: papersUrl,
  /** What is kept for whoever is signed in, with the consents given and everybody who looked. */
  own: async (accountId: string) => {
    const owner = await papers.findPaperOwner(db, accountId);
    const kept = await papers.listKeptPapers(db, owner);
    const keptPaperIds = kept.map(({ id }) => id);
    const [consents, looks] = await Promise.all([
      papers.listConsents(db, { keptPaperIds }),
      papers.listAccess(db, keptPaperIds),
    ]);
    return { kept, consents, looks, isProven: owner.personalId !== null };
  },
  /** Papers of theirs that can be handed in again today. */
  usable: async (accountId: string) => {
    const kept = await papers.listKeptPapers(db, await papers.findPaperOwner(db, accountId));
    return kept.filter((paper) => papers.isUsableOn(paper, today()));
  },
  findOwn: async (accountId: string, id: string) =>
    papers.findKeptPaper(db, await papers.findPaperOwner(db, accountId), id),
  withdrawConsent: (accountId: string, consentId: string) => papers.withdrawConsent(db, accountId, consentId, now()),
  /** An officer of a desk, with the person's consent or by law; written down for the person. */
  look: (actor: Actor, look: papers.VaultLook) => papers.lookIntoVault(db, actor, look, now()),
  /** A result issued, or a paper handed in, for its owner to use again. */
  keep: (paper: papers.PaperKept) => papers.keepPaper(db, paper),
  /** A kept result that was revoked or replaced is no longer offered. */
  end: (id: string, reason: string) => papers.endKeptPaper(db, id, reason, now()),
  writeLink: async (paper: papers.LinkedPaper) => papers.writePaperLink(await installationKey, paper, clock.now()),
  readLink: async (link: string) => papers.readPaperLink(await installationKey, link, clock.now()),
});
