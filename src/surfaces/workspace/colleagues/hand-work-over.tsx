import type { Context } from 'hono';
import type { App } from '#app.ts';
import { isWithin, postsHeld, type Role } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { CaseKind } from '#case-engine/rules/kind.ts';
import { mayMove } from '#case-engine/rules/open-moves.ts';
import type { Text } from '#kernel/text.ts';
import { comparePersonalNames } from '#kernel/vietnamese.ts';
import { dossierKindIfKnown } from '#modules/dossiers/index.ts';
import { idsOnPath } from '#modules/organisation/index.ts';
import { secretToken } from '#platform/random.ts';
import {
  Alert,
  Button,
  Choice,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  localHref,
  Select,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { leftOf } from '../moves/move-words.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { unitWords } from '../words.ts';
import { WorkspacePage } from '../workspace-page.tsx';

const path = '/lam-viec/dong-nghiep';
const heads: readonly Role[] = ['unit-head', 'agency-head', 'signatory', 'desk-head'];
const holding: readonly Role[] = ['intake-officer', 'case-handler', 'signatory', 'records-clerk', 'unit-head'];
/** Handed over in one go; what is more follows in the next. */
const mostAtOnce = 100;

interface Colleague {
  readonly accountId: string;
  readonly name: string;
  readonly title: string;
}

/** Who works below the officer: at the units headed, and at the parts of an agency headed. */
async function staffOf(app: App, officer: Officer): Promise<readonly Colleague[]> {
  const headed = postsHeld(officer.actor, officer.now).filter((post) => heads.includes(post.role));
  const units = [...officer.ground.tree.values()].filter((unit) =>
    headed.some(
      (post) =>
        isWithin(unit.path, post.unitPath) &&
        (unit.id === post.unitId || (unit.function !== null && idsOnPath(unit.path).at(-2) === post.unitId)),
    ),
  );
  const asked = units.flatMap((unit) => holding.map((role) => app.people.listColleagues(unit.id, role)));
  const people = new Map<string, Colleague>();
  for (const colleague of (await Promise.all(asked)).flat()) {
    const { accountId, name, title } = colleague;
    people.set(accountId, { accountId, name, title: textIn(officer.visitor.language, title) });
  }
  return [...people.values()].sort((a, b) => comparePersonalNames(a.name, b.name));
}

/** Work of any kind, as it is handed over. */
interface Held {
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly name: string;
  readonly about: Text;
}

/** What a colleague holds and this officer may give to another. */
async function workOf(app: App, officer: Officer, accountId: string): Promise<readonly Held[]> {
  const list = await app.work.list({
    scope: 'mine',
    accountId,
    unitIds: [],
    jurisdiction: [],
    queue: 'all',
    pageSize: mostAtOnce,
  });
  const pages = await Promise.all(
    list.rows.map(async ({ caseId, kind }): Promise<Held | undefined> => {
      if (!dossierKindIfKnown(kind)) {
        const page = await app.work.page(officer.actor, caseId);
        return page && { ...page, name: page.state.title, about: page.kind.name };
      }
      const page = await app.dossiers.page(officer.actor, caseId);
      return page && { ...page, name: page.dossier.ownerName, about: page.procedure.definition.name };
    }),
  );
  return pages.filter(
    (page): page is Held =>
      page !== undefined && mayMove(page.kind, page.state, 'reassign', officer.actor, officer.now).ok,
  );
}

/** Who holds the post that at least one of these dossiers asks for, where it is held. */
async function takersOf(app: App, officer: Officer, work: readonly Held[], from: string) {
  const posts = new Map(
    work.flatMap(({ state: { holder } }) => (holder ? [[`${holder.unitId}:${holder.role}`, holder] as const] : [])),
  );
  const asked = [...posts.values()].map(({ unitId, role }) => app.people.listColleagues(unitId, role));
  const takers = new Map((await Promise.all(asked)).flat().map((colleague) => [colleague.accountId, colleague]));
  return [...takers.values()]
    .filter(({ accountId }) => accountId !== from)
    .map(({ accountId, name, title }) => ({
      value: accountId,
      label: `${name}, ${textIn(officer.visitor.language, title)}`,
    }));
}

/** GET `/lam-viec/dong-nghiep?cua=…`: whose work, then which of it and to whom. */
export const handWorkOverPage = (app: App) =>
  asOfficer(app, (officer, context) => show(app, officer, context, context.req.query('cua') ?? '', {}));

interface Typed {
  readonly values?: Readonly<Record<string, string>>;
  readonly chosen?: readonly string[];
  readonly errors?: readonly { readonly field?: string; readonly message: string }[];
  readonly handed?: number;
}

/** POST `/lam-viec/dong-nghiep`: each dossier is a move of its own, with its own right and its own entry. */
export const handWorkOver = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const { language } = officer.visitor;
    const say = speaker(language);
    const [from, to, reason] = [form.text('cua'), form.text('accountId'), form.text('reason')];
    const chosen = form.all('case');
    const errors: { field?: string; message: string }[] = [];
    if (chosen.length === 0)
      errors.push({ field: 'case', message: say('Chọn ít nhất một hồ sơ.', 'Choose at least one dossier.') });
    if (!to) errors.push({ field: 'accountId', message: say('Chọn người nhận việc.', 'Choose who takes it.') });
    if (!reason) errors.push({ field: 'reason', message: say('Ghi lý do bàn giao.', 'Give the reason.') });
    if (errors.length > 0) return show(app, officer, context, from, { values: form.values, chosen, errors });

    const work = new Map((await workOf(app, officer, from)).map((page) => [page.state.caseId, page]));
    let handed = 0;
    for (const caseId of chosen.slice(0, mostAtOnce)) {
      const page = work.get(caseId);
      if (!page) continue;
      const data = { accountId: to, reason };
      const move = dossierKindIfKnown(page.kind.kind) ? app.dossiers.move : app.work.move;
      const done = await move(officer.actor, { caseId, move: 'reassign', data }, { seen: page.state.entries });
      if (done.ok) handed++;
      else
        errors.push({
          message: `${page.state.code ?? page.state.reference}: ${refusalSentence(done.refusal, language)}`,
        });
    }
    if (errors.length === 0) return context.redirect(localHref(language, `${path}?cua=${from}&xong=${handed}`), 303);
    return show(app, officer, context, from, { values: form.values, chosen, errors, handed });
  });

async function show(app: App, officer: Officer, context: Context<WebEnv>, from: string, typed: Typed) {
  if (!officer.mayHandOverOthers) return notFoundPage(context);
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const staff = await staffOf(app, officer);
  const whose = staff.find(({ accountId }) => accountId === from);
  const work = whose ? await workOf(app, officer, whose.accountId) : [];
  const takers = await takersOf(app, officer, work, from);
  const errors = typed.errors ?? [];
  const errorAt = (field: string) => errors.find((error) => error.field === field)?.message;
  const handed = typed.handed ?? Number(/^\d{1,3}$/.exec(context.req.query('xong') ?? '')?.[0] ?? 0);
  const title = say('Bàn giao việc của đồng nghiệp', "Hand over a colleague's work");
  return context.html(
    <WorkspacePage officer={officer} title={title} hasErrors={errors.length > 0}>
      <ErrorSummary language={language} errors={errors} />
      {handed > 0 ? (
        <Alert
          language={language}
          tone="success"
          live
          title={say(`Đã bàn giao ${handed} hồ sơ`, `${handed} handed over`)}
        />
      ) : null}
      <h1>{title}</h1>
      <Form method="get" action={localHref(language, path)}>
        <Select
          language={language}
          name="cua"
          label={say('Việc của ai', 'Whose work')}
          width="medium"
          options={staff.map(({ accountId, name, title: post }) => ({ value: accountId, label: `${name}, ${post}` }))}
          value={whose?.accountId}
        />
        <Button variant={whose ? 'secondary' : 'primary'}>{say('Xem', 'Show')}</Button>
      </Form>
      {whose && work.length === 0 ? (
        <EmptyState title={say(`${whose.name} không giữ hồ sơ nào`, `${whose.name} holds no dossier`)}>
          <p>
            {say(
              'Hồ sơ chưa phân công cho ai nằm ở “Của đơn vị” trong danh sách việc.',
              "Dossiers that nobody was assigned stand under “My unit's” in the list of work.",
            )}
          </p>
        </EmptyState>
      ) : null}
      {whose && work.length > 0 ? (
        <Form
          csrfToken={csrfToken}
          action={localHref(language, path)}
          hidden={{ key: secretToken(), cua: whose.accountId }}
        >
          <Choice
            language={language}
            name="case"
            legend={say('Hồ sơ bàn giao', 'Dossiers to hand over')}
            multiple
            options={work.map((page) => ({
              value: page.state.caseId,
              label: `${page.state.code ?? page.state.reference} · ${page.name}`,
              hint: [
                textIn(language, page.about),
                textIn(language, unitWords(page.state.holder?.unitId ?? '', officer.ground.tree)),
                leftOf(page, officer)?.words[language] ?? '',
              ]
                .filter(Boolean)
                .join(', '),
            }))}
            value={typed.chosen ?? work.map((page) => page.state.caseId)}
            error={errorAt('case')}
          />
          <Select
            language={language}
            name="accountId"
            label={say('Giao cho', 'Give it to')}
            width="medium"
            options={takers}
            value={typed.values?.accountId}
            error={errorAt('accountId')}
          />
          <Field
            language={language}
            name="reason"
            label={say('Lý do', 'Reason')}
            hint={say('Ví dụ: nghỉ phép từ 08/11 đến 12/11/2021', 'For example: on leave from 08/11 to 12/11/2021')}
            value={typed.values?.reason ?? ''}
            maxLength={500}
            error={errorAt('reason')}
          />
          <Button>{say('Bàn giao', 'Hand over')}</Button>
        </Form>
      ) : null}
    </WorkspacePage>,
    errors.length > 0 ? 422 : 200,
  );
}
