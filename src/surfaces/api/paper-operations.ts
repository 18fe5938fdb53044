import * as z from 'zod';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { isId } from '#kernel/id.ts';
import { accepted, refused } from '#kernel/result.ts';
import { checkAnswers, documentsNeeded } from '#modules/procedures/index.ts';
import { fileAnswer } from './file-answer.ts';
import { type Operation, operation } from './operation.ts';

const text = z.object({ vi: z.string(), en: z.string() });
const need = z.object({
  documentId: z.string(),
  name: text,
  need: z.enum(['needed', 'one-of', 'optional', 'show', 'replaced', 'not-needed']),
  count: z.number().int(),
  forms: z.array(z.string()).describe('Forms that are taken, the usual one first.'),
  group: z.string().nullable(),
  because: text.describe('Why, by the answers given.'),
});
const keptPaper = z.object({
  id: z.string(),
  kind: z.enum(['handed-in', 'result']),
  documentCode: z.string(),
  name: text,
  fileName: z.string(),
  sizeBytes: z.number(),
  mediaType: z.string(),
  fromCode: z.string(),
  keptOn: z.string(),
  validUntil: z.string().nullable(),
});

const shown = z.object({ papers: z.array(keptPaper) });

/** Required documents explained, and the papers kept for a person. */
export function paperOperations(app: App): readonly Operation[] {
  const show = ({ sha256: _, fromCaseId: __, ...paper }: Awaited<ReturnType<App['papers']['usable']>>[number]) => ({
    ...paper,
    keptOn: paper.keptOn.toString(),
    validUntil: paper.validUntil?.toString() ?? null,
  });
  const citizenOf = (actor: Actor) => (actor.kind === 'citizen' ? actor.accountId : null);

  return [
    operation({
      method: 'post',
      path: '/procedures/{code}/documents',
      id: 'explainDocuments',
      summary: 'Which documents a case needs, in which form and number, and why; without answers, the general case',
      open: true,
      body: z.object({ answers: z.record(z.string(), z.unknown()).default({}) }),
      answer: z.array(need),
      handle: async ({ path, body }) => {
        const procedure = await app.procedures.inForce(path.code ?? '');
        if (!procedure) return refused('procedure-not-found', { code: path.code ?? '' });
        const { definition } = procedure;
        const given = Object.keys(body.answers).length > 0;
        const answers = given ? checkAnswers(definition, body.answers, app.today()) : accepted({});
        if (!answers.ok) return answers;
        return accepted(
          documentsNeeded(definition, answers.value, app.today()).map(({ document, group, ...row }) => ({
            documentId: document.id,
            name: document.name,
            ...row,
            group: group?.id ?? null,
          })),
        );
      },
    }),
    operation({
      method: 'get',
      path: '/papers',
      id: 'listOwnPapers',
      summary: 'A citizen’s own kept papers with the consents given and everybody who looked',
      answer: shown,
      handle: async ({ actor }) => {
        const accountId = citizenOf(actor);
        if (!accountId) return refused('not-signed-in');
        const { kept, consents, looks, isProven } = await app.papers.own(accountId);
        return accepted({ papers: kept.map(show), consents, looks, identityProven: isProven });
      },
    }),
    operation({
      method: 'get',
      path: '/papers/{id}/file',
      id: 'getOwnPaper',
      summary: 'The file of a kept paper, for its owner',
      file: 'application/octet-stream',
      handle: async ({ actor, path, context }) => {
        const accountId = citizenOf(actor);
        const paper = accountId && isId(path.id) ? await app.papers.findOwn(accountId, path.id) : undefined;
        return paper ? fileAnswer(app, context, paper) : refused('kept-paper-not-found');
      },
    }),
    operation({
      method: 'post',
      path: '/papers/consents/{id}/withdraw',
      id: 'withdrawConsent',
      summary: 'The owner takes back a consent: from now on it opens nothing',
      answer: z.null(),
      handle: async ({ actor, path }) => {
        const accountId = citizenOf(actor);
        return accountId ? app.papers.withdrawConsent(accountId, path.id ?? '') : refused('not-signed-in');
      },
    }),
    operation({
      method: 'post',
      path: '/papers/look',
      id: 'lookIntoPapers',
      summary:
        'A desk looks at the papers kept for the person before it: with consent, or by a clause of law and for a reason',
      body: z.object({
        personalId: z.string().regex(/^\d{12}$/),
        agencyId: z.string().max(60),
        basis: z.enum(['consent', 'law']),
        clause: z.string().max(500).default(''),
        reason: z.string().max(500).default(''),
      }),
      answer: shown,
      handle: async ({ actor, body }) => {
        const looked = await app.papers.look(actor, body);
        return looked.ok ? accepted({ papers: looked.value.map(show) }) : looked;
      },
    }),
    operation({
      method: 'post',
      path: '/dossiers/{id}/papers/{paperId}/digitisation',
      id: 'digitisePaper',
      summary: 'An officer of the receiving desk signs off that an electronic copy says what the original says',
      body: z.object({ name: z.string().max(300) }),
      answer: z.null(),
      handle: ({ actor, path, body }) =>
        app.dossiers.digitise(actor, { caseId: path.id ?? '', paperId: path.paperId ?? '', name: body.name }),
    }),
    operation({
      method: 'post',
      path: '/identity-proofs',
      id: 'proveIdentity',
      summary: 'An officer of a desk links a citizen’s account to the number on the card in their hand',
      body: z.object({
        signInName: z.string().max(200),
        personalId: z.string().max(20),
        seen: z.string().max(200).describe('Which card was seen.'),
      }),
      answer: z.object({ name: z.string() }),
      handle: ({ actor, body }) => app.people.proveIdentity(actor, body),
    }),
  ];
}
