import * as z from 'zod';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { jurisdictionOf, postsHeld } from '#case-engine/rules/authority.ts';
import { workQueues } from '#case-engine/rules/work-queues.ts';
import { isId } from '#kernel/id.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { type HandedPaper, handInForms, moveInputs, slipsFor } from '#modules/dossiers/index.ts';
import { slipResponse } from '#surfaces/web/slip-words.ts';
import { fileAnswer } from './file-answer.ts';
import { type Operation, operation } from './operation.ts';

const party = z.object({
  name: z.string().min(1).max(200),
  personalId: z.string().regex(/^\d{12}$/),
  phone: z.string().max(20).default(''),
  email: z.string().max(200).default(''),
  address: z.string().max(500).default(''),
});
const papers = z
  .array(
    z
      .object({
        documentId: z.string().max(100),
        file: z.string().max(4000).optional().describe('The ticket of an upload.'),
        keptPaperId: z.uuid().optional().describe('Or a paper kept for the person, to be used again.'),
      })
      .refine(({ file, keptPaperId }) => (file === undefined) !== (keptPaperId === undefined), 'file or keptPaperId'),
  )
  .max(50)
  .default([]);
const submission = z.object({
  procedureCode: z.string().max(20),
  receiverId: z.string().max(60),
  answers: z.record(z.string(), z.unknown()),
  papers,
  submitter: party,
  ownerName: z.string().max(200).optional(),
});
const received = submission.extend({
  channel: z.enum(['desk', 'post']).default('desk'),
  onPaper: z
    .array(
      z.union([
        z.string().max(100),
        z.object({
          documentId: z.string().max(100),
          form: z.enum(handInForms).optional(),
          copies: z.number().int().min(1).max(99).optional(),
          compared: z.boolean().optional().describe('The officer held it against the original.'),
        }),
      ]),
    )
    .max(50)
    .default([]),
  reuse: z
    .object({
      basis: z.enum(['consent', 'law']),
      clause: z.string().max(500).default(''),
      reason: z.string().max(500).default(''),
    })
    .optional()
    .describe('By what right kept papers are used: consent of the person, or a clause of law and a reason.'),
  handedOverAt: z.iso.datetime({ offset: true }).optional().describe('By post: when postman and officer both signed.'),
});
const answer = z.object({
  caseId: z.string(),
  reference: z.string(),
  code: z.string().nullable(),
  state: z.string(),
  entries: z.number().int(),
  dueAt: z.string().nullable(),
});

const formAnswer = z.object({
  form: z.string(),
  seq: z.number().int().describe('The entry of the journal that issued it.'),
  issuedAt: z.string(),
  number: z.number().int().nullable().describe('Serial in the book of the agency and the year.'),
  year: z.number().int().nullable(),
  agencyId: z.string().nullable(),
});
const printAnswer = z.object({
  form: z.string(),
  seq: z.number().int(),
  nth: z.number().int(),
  printedBy: z.string(),
  printedAt: z.string(),
});

/** Everything a desk, an office or a citizen can do with a dossier. */
export function dossierOperations(app: App): readonly Operation[] {
  const handedPapers = async (
    tickets: readonly { documentId: string; file?: string | undefined; keptPaperId?: string | undefined }[],
  ): Promise<Result<HandedPaper[]>> => {
    const handed: HandedPaper[] = [];
    for (const { documentId, file = '', keptPaperId } of tickets) {
      if (keptPaperId !== undefined) {
        // what it is stands with the kept paper; the command looks there
        handed.push({ documentId, keptPaperId, fileName: '', sha256: '', sizeBytes: 0, mediaType: '' });
        continue;
      }
      const uploaded = await app.dossiers.readPaperTicket(file);
      if (!uploaded) return refused('paper-unknown', {}, 'papers');
      handed.push({ ...uploaded, documentId });
    }
    return accepted(handed);
  };

  const pageFor = async (actor: Actor, caseId: string | undefined) => {
    const page = isId(caseId) ? await app.dossiers.page(actor, caseId) : undefined;
    return page ? accepted(page) : refused('dossier-not-found');
  };

  const slipFor = async (actor: Actor, caseId: string | undefined, form = '', seq?: string) => {
    if (!isId(caseId)) return refused('dossier-not-found');
    const slip = await app.dossiers.slip(actor, caseId, {
      form,
      seq: /^\d{1,9}$/.test(seq ?? '') ? Number(seq) : undefined,
    });
    return slip.ok ? slipResponse(slip.value) : slip;
  };

  return [
    operation({
      method: 'post',
      path: '/dossiers',
      id: 'submitDossier',
      summary: 'Submit a dossier online: it waits at the desk of the receiving agency',
      command: true,
      body: submission,
      answer: answer.extend({ secret: z.string().describe('For tracking without sign-in; also on the receipt.') }),
      handle: async ({ actor, body, call }) => {
        const handed = await handedPapers(body.papers);
        if (!handed.ok) return handed;
        const ownerAccountId = actor.kind === 'citizen' ? actor.accountId : null;
        const { ownerName, ...rest } = body;
        const submitted = await app.dossiers.submit(
          actor,
          { ...rest, ...(ownerName ? { ownerName } : {}), papers: handed.value, channel: 'online', ownerAccountId },
          call.key,
        );
        if (!submitted.ok) return submitted;
        return accepted({ ...submitted.value, secret: await app.dossiers.secretOf(submitted.value.caseId) });
      },
    }),
    operation({
      method: 'post',
      path: '/dossiers/receive',
      id: 'receiveDossier',
      summary: 'Desk intake: enter and accept in one act; by post the clock starts at the signed hand-over',
      command: true,
      body: received,
      answer: answer.extend({ secret: z.string() }),
      handle: async ({ actor, body, call }) => {
        const handed = await handedPapers(body.papers);
        if (!handed.ok) return handed;
        const { ownerName, handedOverAt, reuse, ...rest } = body;
        const done = await app.dossiers.receive(
          actor,
          {
            ...rest,
            ...(ownerName ? { ownerName } : {}),
            ...(reuse ? { reuse } : {}),
            papers: handed.value,
            ownerAccountId: null,
          },
          call.key,
          handedOverAt === undefined ? undefined : Temporal.Instant.from(handedOverAt),
        );
        if (!done.ok) return done;
        return accepted({ ...done.value, secret: await app.dossiers.secretOf(done.value.caseId) });
      },
    }),
    operation({
      method: 'get',
      path: '/dossiers',
      id: 'listDossiers',
      summary: 'The list of work, ordered by the clock, paged by key; for a citizen, the own dossiers',
      query: {
        scope: 'mine, unit or jurisdiction',
        queue: 'One of the queues',
        q: 'Words',
        after: '`next` of the page before',
      },
      handle: async ({ actor, query }) => {
        if (!actor.accountId) return refused('not-signed-in');
        if (actor.kind === 'citizen')
          return accepted({ rows: await app.dossiers.listOwn(actor.accountId), next: null });
        const { scope, queue, q, after } = query;
        return accepted(
          await app.dossiers.list({
            scope: scope === 'mine' || scope === 'jurisdiction' ? scope : 'unit',
            accountId: actor.accountId,
            unitIds: postsHeld(actor, app.now()).map((post) => post.unitId),
            jurisdiction: jurisdictionOf(actor, app.now()),
            ...(isQueue(queue) ? { queue } : {}),
            ...(q ? { words: q.slice(0, 200) } : {}),
            ...(after ? { after } : {}),
          }),
        );
      },
    }),
    operation({
      method: 'get',
      path: '/dossiers/{id}',
      id: 'getDossier',
      summary: 'A dossier with its answers, papers, journal, open moves and explained due day',
      handle: async ({ actor, path }) => {
        const page = await pageFor(actor, path.id);
        if (!page.ok) return page;
        const { state, dossier, papers: files, handIns, journal, moves, due, percent, family } = page.value;
        return accepted({
          state,
          parts: family.filter(({ parent }) => parent?.caseId === state.caseId),
          submitter: dossier.submitter,
          answers: dossier.answers,
          papers: files,
          handIns,
          journal,
          openMoves: moves.map(({ move, label, consequence }) => ({ move, label, consequence })),
          due: due && {
            dueAt: due.dueAt.toString({ smallestUnit: 'second' }),
            dueOn: due.dueOn.toString(),
            days: due.days.map((day) => ({ ...day, date: day.date.toString() })),
          },
          percent,
        });
      },
    }),
    operation({
      method: 'get',
      path: '/dossiers/{id}/receipt.pdf',
      id: 'getReceipt',
      summary: 'The receipt with the due day (form 01) as a PDF; there is none before the dossier has its code',
      file: 'application/pdf',
      handle: ({ actor, path }) => slipFor(actor, path.id, '01'),
    }),
    operation({
      method: 'get',
      path: '/dossiers/{id}/forms/{n}',
      id: 'getForm',
      summary:
        'Form 01–05 of TT 01/2018 as a PDF, once the dossier has it; an officer’s is recorded as a print, the second says so. For the owner 01–04',
      query: { seq: 'Of several of one form, the number of the entry that issued it; without it, the last' },
      file: 'application/pdf',
      handle: ({ actor, path, query }) => slipFor(actor, path.id, path.n, query.seq),
    }),
    operation({
      method: 'get',
      path: '/dossiers/{id}/forms',
      id: 'listForms',
      summary: 'The forms a dossier has now, with their numbers, and every print of them by an officer',
      answer: z.object({ forms: z.array(formAnswer), prints: z.array(printAnswer) }),
      handle: async ({ actor, path }) => {
        const page = await pageFor(actor, path.id);
        if (!page.ok) return page;
        const prints = actor.kind === 'citizen' ? [] : await app.dossiers.slipPrints(page.value.state.caseId);
        return accepted({
          forms: slipsFor(page.value, actor).map(({ form, entry, number }) => ({
            form,
            seq: entry.seq,
            issuedAt: entry.at,
            number: number?.number ?? null,
            year: number?.year ?? null,
            agencyId: number?.agencyId ?? null,
          })),
          prints: prints.map(({ form, seq, nth, printedBy, printedAt }) => ({
            form,
            seq,
            nth,
            printedBy,
            printedAt: printedAt.toString(),
          })),
        });
      },
    }),
    operation({
      method: 'get',
      path: '/dossiers/{id}/result.pdf',
      id: 'getResult',
      summary: 'The result as a signed PDF (PAdES), in its newest version; there is none before it is signed',
      file: 'application/pdf',
      handle: async ({ actor, path, context }) => {
        const page = await pageFor(actor, path.id);
        if (!page.ok) return page;
        // the citizen gets it when the desk has it, not while it waits for its seal
        const isOut = actor.kind !== 'citizen' || ['settled', 'returned'].includes(page.value.state.state);
        const file = isOut ? (await app.results.ofCase(page.value.state.caseId))?.meant.file : undefined;
        if (!file) return refused('dossier-not-found');
        const fileName = `ket-qua-${page.value.state.caseId}.pdf`;
        return fileAnswer(app, context, { sha256: file, fileName, mediaType: 'application/pdf' });
      },
    }),
    operation({
      method: 'get',
      path: '/dossiers/{id}/papers/{paperId}',
      id: 'getPaper',
      summary: 'A paper of a dossier, as it was handed in',
      file: 'application/octet-stream',
      query: {
        clause: 'When the owner took the consent back: the clause of law by which it is opened',
        reason: 'And why',
      },
      handle: async ({ actor, path, query, context }) => {
        const wanted = {
          caseId: path.id ?? '',
          paperId: path.paperId ?? '',
          clause: query.clause,
          reason: query.reason,
        };
        const paper = isId(path.id) ? await app.dossiers.openPaper(actor, wanted) : refused('dossier-not-found');
        return paper.ok ? fileAnswer(app, context, paper.value) : paper;
      },
    }),
    operation({
      method: 'post',
      path: '/dossiers/{id}/moves/accept',
      id: 'acceptDossier',
      summary: 'Accept: the dossier gets its code and its clock starts',
      command: true,
      answer,
      handle: ({ actor, path, call }) =>
        isId(path.id) ? app.dossiers.accept(actor, path.id, call) : Promise.resolve(refused('dossier-not-found')),
    }),
    ...Object.entries(moveInputs).map(([move, input]) =>
      operation<unknown>({
        method: 'post',
        path: `/dossiers/{id}/moves/${move}`,
        id: `move-${move}`,
        summary: summaryOf(move),
        command: true,
        body: (move === 'answer-supplement' ? (input as z.ZodObject).extend({ papers }) : input) as z.ZodType,
        answer,
        handle: async ({ actor, path, sent: given, call }) => {
          if (!isId(path.id)) return refused('dossier-not-found');
          const sent = given as { papers?: Parameters<typeof handedPapers>[0] };
          const handed = await handedPapers(move === 'answer-supplement' ? (sent.papers ?? []) : []);
          if (!handed.ok) return handed;
          return app.dossiers.move(actor, { caseId: path.id, move, data: sent, papers: handed.value }, call);
        },
      }),
    ),
    operation({
      method: 'post',
      path: '/tracking',
      id: 'trackDossier',
      summary: 'State and percent of a dossier, by its code and secret, without sign-in',
      open: true,
      body: z.object({ code: z.string().max(60), secret: z.string().max(20) }),
      answer: z.object({ shownCode: z.string(), state: z.string(), percent: z.number().int() }),
      handle: async ({ body }) => {
        const found = await app.dossiers.track(body.code, body.secret);
        return found
          ? accepted({ shownCode: found.shownCode, state: found.state, percent: found.percent })
          : refused('dossier-not-found');
      },
    }),
  ];
}

const summaryOf = (move: string): string =>
  `${move.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase())} (see openMoves of the dossier)`;

const isQueue = (text: string | undefined): text is (typeof workQueues)[number] =>
  workQueues.includes(text as (typeof workQueues)[number]);
