import * as z from 'zod';
import type { App } from '#app.ts';
import { isId } from '#kernel/id.ts';
import { accepted, refused } from '#kernel/result.ts';
import { taskGivers, taskStatuses } from '#modules/tasks/index.ts';
import { filesOfPage } from '#surfaces/web/case-files.ts';
import { sendPaper } from '#surfaces/web/paper-response.ts';
import { type Operation, operation } from './operation.ts';

const text = (most: number) => z.string().trim().max(most);
const day = z.iso.date();
const assignment = z.object({
  giver: z.enum(taskGivers).exclude(['lead-unit']),
  source: z.object({
    number: text(100),
    issuedOn: day,
    issuer: text(200),
    title: text(500).default(''),
    signatory: text(200).default(''),
  }),
  secret: z.boolean().default(false),
  tasks: z
    .array(
      z.object({
        paragraph: text(200).default(''),
        quote: text(8000).describe('The words of the document.'),
        title: text(500).describe('What is to be done.'),
        leadUnitId: text(100),
        coUnits: z
          .array(z.object({ unitId: text(100), question: text(2000).default('') }))
          .max(10)
          .default([]),
        product: text(500),
        answerable: text(200),
        goal: z
          .object({ figureId: text(100), atLeast: z.number() })
          .optional()
          .describe('A figure of the leading unit that is to reach so much.'),
        dueOn: day.optional(),
        limit: text(40).optional().describe('In place of a day: `10 working-day`.'),
      }),
    )
    .min(1)
    .max(50),
});
const answer = z.object({
  caseId: z.string(),
  reference: z.string(),
  code: z.string().nullable(),
  state: z.string(),
  entries: z.number().int(),
  dueAt: z.string().nullable(),
});

/** Assigned tasks and inspections: given, looked at, moved; what is published of them. */
export function taskOperations(app: App): readonly Operation[] {
  return [
    operation({
      method: 'post',
      path: '/tasks',
      id: 'assignTasks',
      summary: 'Give the tasks of a document, all of them or none',
      command: true,
      body: assignment,
      answer: z.object({ cases: z.array(answer) }),
      handle: async ({ actor, body, call }) => {
        const tasks = body.tasks.map(({ dueOn, limit, ...task }) => ({
          ...task,
          deadline: dueOn ? { on: Temporal.PlainDate.from(dueOn) } : limit ? { limit } : null,
        }));
        const given = await app.tasks.assign(actor, { ...body, tasks }, call.key);
        return given.ok ? accepted({ cases: given.value }) : given;
      },
    }),
    operation({
      method: 'get',
      path: '/tasks',
      id: 'listTasks',
      summary:
        'The tasks that the agencies one gives for have given, by their due day, with the number in each official state',
      query: {
        status: taskStatuses.join(', '),
        leadUnit: 'Id of the leading unit',
        q: 'Words',
        after: '`next` of the page before',
      },
      handle: async ({ actor, query }) => {
        const agencyIds = await app.tasks.agenciesOf(actor);
        if (agencyIds.length === 0) return refused('task-not-yours-to-give');
        const { status, leadUnit, q, after } = query;
        const given = {
          agencyIds,
          ...(leadUnit ? { leadUnitId: leadUnit.slice(0, 100) } : {}),
          ...(q ? { words: q.slice(0, 200) } : {}),
        };
        const show = taskStatuses.find((one) => one === status);
        const list = await app.tasks.list({ ...given, ...(show ? { show } : {}), ...(after ? { after } : {}) });
        return accepted({ ...list, counts: await app.tasks.count(given) });
      },
    }),
    operation({
      method: 'get',
      path: '/cases/{id}',
      id: 'getCase',
      summary: 'A task, a part of one, or an inspection, with its journal and the moves open to whoever asks',
      handle: async ({ actor, path }) => {
        const page = isId(path.id) ? await app.work.page(actor, path.id) : undefined;
        if (!page) return refused('case-not-found');
        const { state, family, journal, moves } = page;
        return accepted({
          state,
          parts: family.filter(({ caseId }) => caseId !== state.caseId),
          journal,
          moves: moves.map(({ move, label, consequence }) => ({ move, label, consequence })),
          files: filesOfPage(page).map(({ id, caseId, fileName, mediaType, sizeBytes }) => {
            return { id, caseId, fileName, mediaType, sizeBytes };
          }),
        });
      },
    }),
    operation({
      method: 'get',
      path: '/cases/{id}/files/{file}',
      id: 'getCaseFile',
      summary: 'A file of feedback or of its answer, or one that came with a move, for who may read the case',
      handle: async ({ actor, path, context }) => {
        const page = isId(path.id) ? await app.work.page(actor, path.id) : undefined;
        const file = page && filesOfPage(page).find(({ id }) => id === path.file);
        return file ? sendPaper(app, context, file) : refused('case-not-found');
      },
    }),
    operation({
      method: 'post',
      path: '/cases/{id}/{move}',
      id: 'moveCase',
      summary:
        'Make a move on a task, a part of one, or an inspection; what each move takes is said where it is refused',
      command: true,
      body: z.record(z.string(), z.unknown()),
      answer,
      handle: async ({ actor, path, body, call }) => {
        if (!isId(path.id)) return refused('case-not-found');
        return app.work.move(actor, { caseId: path.id, move: path.move ?? '', data: body }, call);
      },
    }),
    operation({
      method: 'get',
      path: '/published-tasks',
      id: 'listPublishedTasks',
      summary: 'The months whose tasks are published',
      open: true,
      handle: async () => accepted({ months: await app.tasks.publications() }),
    }),
    operation({
      method: 'get',
      path: '/published-tasks/{month}',
      id: 'getPublishedTasks',
      summary: 'What was published of a month, as it was',
      open: true,
      handle: async ({ path }) => {
        const found = /^\d{4}-(0[1-9]|1[0-2])$/.test(path.month ?? '')
          ? await app.tasks.publication(path.month ?? '')
          : undefined;
        return found ? accepted(found.content) : refused('address-unknown');
      },
    }),
  ];
}
