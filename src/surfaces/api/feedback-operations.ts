import * as z from 'zod';
import type { App } from '#app.ts';
import { accepted, refused } from '#kernel/result.ts';
import { toInstant } from '#kernel/zone.ts';
import { feedbackAbouts } from '#modules/feedback/index.ts';
import { cityIn } from '#modules/organisation/index.ts';
import { type Operation, operation } from './operation.ts';

const text = (most: number) => z.string().max(most).default('');
const reporter = {
  anonymous: z.boolean().default(false),
  name: text(200),
  phone: text(50),
  email: text(254),
  address: text(300),
  language: z.enum(['vi', 'en']).default('vi'),
};
const report = z.object({
  channel: z
    .enum(['api', 'phone', 'desk'])
    .default('api')
    .describe('By telephone or at a desk: taken down by an officer.'),
  about: z.enum(feedbackAbouts).exclude(['dossier']),
  field: z.string().max(60).describe('A code of GET /feedback-fields.'),
  title: text(200),
  text: z.string().min(1).max(8000),
  place: text(300),
  communeId: text(100),
  aboutUnitId: text(100),
  procedureCode: text(40),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  reporter: z.object(reporter),
});
const receipt = z.object({
  caseId: z.string(),
  code: z.string().nullable(),
  secret: z.string().describe('Of this reporter: opens questions and answers at /phan-anh/{code}.'),
  dueAt: z.string().nullable(),
});

const tabs = ['all', 'open', 'late', 'city-list', 'answered'] as const;
const dayIn = (written: string | undefined) => {
  try {
    return written ? toInstant(Temporal.PlainDate.from(written).toPlainDateTime()) : undefined;
  } catch {
    return undefined;
  }
};

/** Feedback: reported, joined, followed by everyone. An officer's moves go by `/cases/{id}/{move}` like those of every kind. */
export function feedbackOperations(app: App): readonly Operation[] {
  const receiptOf = async (sent: {
    caseId: string;
    code: string | null;
    dueAt: string | null;
    reporterId: string;
  }) => ({
    caseId: sent.caseId,
    code: sent.code,
    dueAt: sent.dueAt,
    secret: await app.feedback.secretOf(sent.reporterId),
  });
  return [
    operation({
      method: 'get',
      path: '/feedback-fields',
      id: 'listFeedbackFields',
      summary: 'The fields that feedback can be in',
      open: true,
      handle: async () =>
        accepted({ fields: app.feedback.fields.map(({ code, about, name }) => ({ code, about, name })) }),
    }),
    operation({
      method: 'post',
      path: '/feedback',
      id: 'reportFeedback',
      summary: 'Report something; answered with its code, the secret of the reporter, and the day of the answer',
      command: true,
      body: report,
      answer: receipt,
      handle: async ({ actor, body, call }) => {
        const { reporter: person, ...rest } = body;
        const sent = await app.feedback.submit(
          actor,
          { ...rest, files: [], reporter: { ...person, accountId: actor.kind === 'citizen' ? actor.accountId : null } },
          call.key,
        );
        return sent.ok ? accepted(await receiptOf(sent.value)) : sent;
      },
    }),
    operation({
      method: 'post',
      path: '/feedback/mail',
      id: 'receiveFeedbackMail',
      summary: 'A mail to the address of an agency (message/rfc822), taken in as feedback; delivered twice it is one',
      query: { agency: 'Id of the agency whose address it was sent to; the City without it' },
      rawBody: true,
      answer: receipt,
      handle: async ({ actor, query, context }) => {
        const raw = new Uint8Array(await context.req.arrayBuffer());
        if (raw.byteLength > 25_000_000) return refused('mail-not-readable');
        const sent = await app.feedback.receiveMail(
          actor,
          raw,
          (query.agency ?? cityIn((await app.ground()).tree).id).slice(0, 100),
        );
        return sent.ok ? accepted(await receiptOf(sent.value)) : sent;
      },
    }),
    operation({
      method: 'get',
      path: '/feedback',
      id: 'listFeedback',
      summary: 'What is public of all feedback, the newest first; nobody who reported is named',
      open: true,
      query: {
        show: tabs.join(', '),
        q: 'Words of title, place or code',
        field: 'Code of a field',
        commune: 'Id of a ward, commune or township',
        agency: 'Id of the agency that answers',
        after: '`next` of the page before',
      },
      handle: async ({ query }) => {
        const { show, q, field, commune, agency, after } = query;
        return accepted(
          await app.feedback.list({
            show: tabs.find((tab) => tab === show) ?? 'all',
            ...(q ? { words: q.slice(0, 200) } : {}),
            ...(field ? { field: field.slice(0, 60) } : {}),
            ...(commune ? { communeId: commune.slice(0, 100) } : {}),
            ...(agency ? { agencyId: agency.slice(0, 100) } : {}),
            ...(after ? { after } : {}),
          }),
        );
      },
    }),
    operation({
      method: 'get',
      path: '/feedback-counts',
      id: 'countFeedback',
      summary:
        'How much was received in a span of days, answered in time or late, open in time or late, with what word',
      open: true,
      query: { from: 'First day, 2021-01-01', until: 'Day after the last', agency: 'Ids of agencies, with commas' },
      handle: async ({ query }) => {
        const [from, until] = [dayIn(query.from), dayIn(query.until)];
        if (!from || !until) return refused('request-not-readable', { reason: 'from, until' }, 'from');
        const agencyIds = query.agency?.slice(0, 2000).split(',');
        return accepted(await app.feedback.count({ from, until, agencyIds }));
      },
    }),
    operation({
      method: 'get',
      path: '/feedback/{code}',
      id: 'getFeedback',
      summary: 'What is public of one',
      open: true,
      handle: async ({ path }) => {
        const item = await app.feedback.item((path.code ?? '').slice(0, 30));
        return item ? accepted(item) : refused('feedback-not-found');
      },
    }),
    operation({
      method: 'post',
      path: '/feedback/{code}/join',
      id: 'joinFeedback',
      summary: 'One more person reports the same',
      command: true,
      body: z.object({ text: text(8000), reporter: z.object(reporter) }),
      answer: receipt,
      handle: async ({ path, body, actor, call }) => {
        const sent = await app.feedback.join(
          {
            code: path.code ?? '',
            channel: 'api',
            text: body.text,
            files: [],
            reporter: { ...body.reporter, accountId: actor.kind === 'citizen' ? actor.accountId : null },
          },
          call,
        );
        return sent.ok ? accepted(await receiptOf(sent.value)) : sent;
      },
    }),
  ];
}
