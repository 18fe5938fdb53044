import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { App } from '#app.ts';
import { isId } from '#kernel/id.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import {
  type Answers,
  type DocumentNeed,
  documentsMissing,
  documentsNeeded,
  type MissingDocument,
  type ProcedureInForce,
  pagesAsked,
} from '#modules/procedures/index.ts';
import { localHref } from '#surfaces/ui/index.ts';
import { type Visitor, visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { keepCookie, type ShellOptions } from '#surfaces/web/web-shell.ts';

export type FilingDraft = NonNullable<Awaited<ReturnType<App['drafts']['find']>>>;

/** A draft opened by whoever may: with its procedure, its steps, and who looks. */
export interface OpenDraft {
  readonly visitor: Visitor;
  readonly draft: FilingDraft;
  readonly procedure: ProcedureInForce;
  readonly answers: Answers;
  readonly ground: CityGround;
  readonly today: Temporal.PlainDate;
  readonly steps: readonly string[];
  /** The address of a step, in the visitor's language. */
  href(step: string): string;
}

/** A month to come back to a draft; after it was filed, a day to print its done page. */
const draftDays = 30 * 24 * 3600;
const doneSeconds = 24 * 3600;

const cookieOf = (draftId: string): string => `motcua_d_${draftId}`;

export function keepDraftToken(context: Context, draftId: string, token: string, options: ShellOptions): void {
  keepCookie(context, cookieOf(draftId), token, { ...options, maxAge: draftDays });
}

/** The done page shows the secret of the dossier: on a shared computer it must not stay for a month. */
export function shortenDraftToken(context: Context, draftId: string, options: ShellOptions): void {
  const token = getCookie(context, cookieOf(draftId));
  if (token) keepCookie(context, cookieOf(draftId), token, { ...options, maxAge: doneSeconds });
}

/** The draft of the address, for whoever has its token or its account; undefined for everybody else. */
export async function openDraft(app: App, context: Context<WebEnv>): Promise<OpenDraft | undefined> {
  const visitor = visitorOf(context);
  const draftId = context.req.param('draft') ?? '';
  const code = context.req.param('code') ?? '';
  if (!isId(draftId)) return undefined;
  const account = visitor.actor?.kind === 'citizen' ? visitor.actor.accountId : null;
  const draft = await app.drafts.find(draftId, getCookie(context, cookieOf(draftId)), account);
  if (!draft) return undefined;
  const begun = await app.procedures.version(draft.procedureVersionId);
  if (!begun || begun.definition.code !== code) return undefined;
  // The version in force today is the one the dossier will be received under.
  const procedure = (await app.procedures.inForce(code)) ?? begun;
  const ground = await app.ground();
  const answers = draft.answers as Answers;
  return {
    visitor,
    draft,
    procedure,
    answers,
    ground,
    today: app.today(),
    steps: stepsOf(procedure, answers),
    href: (step) => localHref(visitor.language, `/nop-ho-so/${code}/${draftId}/${step}`),
  };
}

/** The steps of filing in order: where, who, the pages of the form that are asked, papers, review. */
export function stepsOf(procedure: ProcedureInForce, answers: Answers): readonly string[] {
  const { definition } = procedure;
  return [
    'noi-nop',
    'nguoi-nop',
    ...pagesAsked(definition, answers).map(({ id }) => `to-khai/${id}`),
    ...(definition.documents.some((document) => !document.showOnly) ? ['giay-to'] : []),
    'kiem-tra',
  ];
}

export function stepAfter(steps: readonly string[], step: string): string {
  return steps[steps.indexOf(step) + 1] ?? 'kiem-tra';
}

type Asked = Pick<OpenDraft, 'procedure' | 'answers' | 'today'>;

/** Papers to hand in, in the case the answers describe, each with its reason. */
export function papersAsked(open: Asked): readonly DocumentNeed[] {
  return papersIn(open).filter(({ need }) => ['needed', 'one-of', 'optional'].includes(need));
}

/** Papers that need not be brought, because a register of the state says what they would. */
export function papersReplaced(open: Asked): readonly DocumentNeed[] {
  return papersIn(open).filter(({ need }) => need === 'replaced');
}

const papersIn = ({ procedure, answers, today }: Asked) => documentsNeeded(procedure.definition, answers, today);

export function papersMissing(open: Asked & Pick<OpenDraft, 'draft'>): readonly MissingDocument[] {
  return documentsMissing(papersIn(open), new Set(open.draft.papers.map(({ documentId }) => documentId)));
}

/** Whoever came from the review page to change one thing goes back there. */
export function goBackTo(form: { text(name: string): string }): 'kiem-tra' | '' {
  return form.text('go-to') === 'kiem-tra' ? 'kiem-tra' : '';
}
