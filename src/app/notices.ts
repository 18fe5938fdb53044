import type { Actor } from '#case-engine/rules/authority.ts';
import * as dossiers from '#modules/dossiers/index.ts';
import * as notices from '#modules/notices/index.ts';
import type { AppGround } from './app-ground.ts';

/** Where officers find a case. */
const officerPath = (kind: string, caseId: string): string =>
  dossiers.dossierKindIfKnown(kind) ? `/lam-viec/ho-so/${caseId}` : `/lam-viec/viec/${caseId}`;

/** Notices to citizens and officers, by every channel there is. */
export const noticesOf = ({ db, publicUrl, channels, openChannels, now, ground, installationKey }: AppGround) => ({
  /** The channels this installation has, beside the pages. */
  channels: openChannels,
  /** From every journal entry nobody looked at; how many there were. */
  derive: async () =>
    notices.deriveNotices(
      db,
      {
        tree: (await ground()).tree,
        channels: openChannels,
        contactOf: async (caseId) => {
          const row = await dossiers.findDossierRow(db, caseId);
          return { email: row?.submitter.email ?? '', phone: row?.submitter.phone ?? '' };
        },
        tellsOfficers: (kind) => dossiers.dossierKindIfKnown(kind) === undefined,
        pathOf: officerPath,
      },
      now(),
    ),
  /** Whatever is due; how many attempts were made. */
  send: async () =>
    notices.sendNotices(db, {
      channels,
      publicUrl: publicUrl ?? '',
      installationKey: await installationKey,
      now,
    }),
  /** For someone who sees the dossier. */
  ofCase: (caseId: string) => notices.listNoticesOfCase(db, caseId),
  ofAccount: (accountId: string, most: number) => notices.listNoticesOfAccount(db, accountId, most),
  /** What an officer was told at work, newest first. */
  ofOfficer: (accountId: string, most: number) => notices.listNoticesOfOfficer(db, accountId, most),
  failed: (jurisdiction: readonly string[], most: number) => notices.listFailedNotices(db, jurisdiction, most),
  tryAgain: async (actor: Actor & { readonly accountId: string }, noticeId: string) => {
    const city = await ground();
    const mayRead = async (caseId: string) =>
      (await dossiers.findDossierPage(db, city, actor, caseId, now())) !== undefined;
    return notices.tryNoticeAgain(db, noticeId, actor.accountId, mayRead, now());
  },
  preference: (accountId: string) => notices.findPreference(db, accountId),
  choose: (accountId: string, chosen: notices.ChosenPreference) =>
    notices.choosePreference(db, accountId, chosen, openChannels, now()),
  readProof: async (proofId: string, token: string) =>
    notices.readEmailProof(db, await installationKey, proofId, token, now()),
  prove: async (proofId: string, token: string) => notices.proveEmail(db, await installationKey, proofId, token, now()),
});
