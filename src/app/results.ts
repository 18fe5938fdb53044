import type { Actor } from '#case-engine/rules/authority.ts';
import { sha256 } from '#kernel/hash.ts';
import * as papers from '#modules/papers/index.ts';
import * as signatures from '#modules/signatures/index.ts';
import type { AppGround } from './app-ground.ts';

/** Signed results and the check of signed files. */
export function resultsOf(app: AppGround) {
  const { db, roots, now, ground, signResults } = app;
  /** A result that is revoked or corrected is no longer offered among the papers kept for its owner. */
  const endingKept = async <Done extends { readonly ok: boolean }>(
    code: string,
    reason: string,
    end: () => Promise<Done>,
  ): Promise<Done> => {
    const before = await signatures.findResultByCode(db, code, now());
    const done = await end();
    for (const { file } of done.ok ? (before?.versions ?? []) : [])
      if (file) await papers.endKeptResult(db, file, reason, now());
    return done;
  };
  return {
    ofCase: (caseId: string) => signatures.findResultOfCase(db, caseId, now()),
    byCode: (typed: string) => signatures.findResultByCode(db, typed, now()),
    /** What a signed file says and what the register knows of it; nothing of it is kept. */
    checkFile: async (content: Uint8Array) => ({
      checked: signatures.checkPdf(content, roots, now()),
      found: await signatures.findResultByFile(db, sha256(content), now()),
    }),
    revoke: (actor: Actor & { readonly accountId: string }, wish: signatures.RevocationWish) =>
      endingKept(wish.code, wish.reason, () => signatures.revokeResult(db, actor, wish, now())),
    correct: async (actor: Actor & { readonly accountId: string }, wish: signatures.CorrectionWish) => {
      const { tree } = await ground();
      const corrected = await endingKept(wish.code, wish.reason, () =>
        signatures.correctResult(db, tree, actor, wish, now()),
      );
      if (corrected.ok) await signResults({ code: wish.code });
      return corrected;
    },
    /** Signs what was decided and not signed: at the start, and every while. */
    signWaiting: () => signResults('all'),
  };
}
