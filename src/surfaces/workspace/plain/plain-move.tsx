import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import { isWithin } from '#case-engine/rules/authority.ts';
import { mayMove } from '#case-engine/rules/open-moves.ts';
import { type Refusal, refused } from '#kernel/result.ts';
import { agencyOf, isAgency } from '#modules/organisation/index.ts';
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Columns,
  ErrorSummary,
  Form,
  parseDate,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { type FormRead, readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { MinutesDraft } from '../inspections/inspection-facts.tsx';
import type { MoveField } from '../moves/move-fields.ts';
import { MoveFieldBox, type MoveFormGiven } from '../moves/move-form.tsx';
import { refusalAtField } from '../moves/move-words.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { type OpenPlainCase, onPlainCase } from './plain-case.ts';
import { defaultsOf, fieldsOf, inputOf } from './plain-fields.ts';
import { formOfPlain, PlainClock } from './plain-page.tsx';
import { viewOf } from './plain-views.tsx';

interface Typed {
  readonly values: Readonly<Record<string, string>>;
  readonly refusals: readonly Refusal[];
}

/** What cannot be taken back. */
const dangerous: readonly string[] = ['recall', 'call-off-inspection', 'call-off-report', 'call-off-round'];

/** GET `/lam-viec/viec/:caseId/:move` */
export const plainMovePage = (app: App) =>
  onPlainCase(app, (open, context) => {
    const move = context.req.param('move') ?? '';
    if (!open.page.kind.moves.some((one) => one.move === move)) return notFoundPage(context);
    const may = mayMove(open.page.kind, open.page.state, move, open.officer.actor, open.officer.now);
    if (!may.ok) return showRefusal(context, may.refusal);
    // which figure or criterion it is about, when one came from its line on the sheet
    const about = ['figureId', 'criterionId'].flatMap((name) => {
      const value = context.req.query(name);
      return value ? [[name, value] as const] : [];
    });
    return show(app, open, context, move, { values: Object.fromEntries(about), refusals: [] });
  });

/** POST `/lam-viec/viec/:caseId/:move` */
export const makePlainMove = (app: App) =>
  onPlainCase(app, async (open, context) => {
    const move = context.req.param('move') ?? '';
    const input = inputOf(open.page.kind.kind, move);
    if (!input || !open.page.kind.moves.some((one) => one.move === move)) return notFoundPage(context);
    const form = readForm(context);
    const fields = fieldsOf(open.page, move);
    const notKept = form.files.flatMap(({ field, refusal }) => (refusal ? [{ ...refusal, field }] : []));
    if (notKept.length > 0) return show(app, open, context, move, { values: form.values, refusals: notKept });
    const data = {
      ...readPlainForm(fields, form),
      ...readPhotos(fields, form),
      ...(await ticketsOf(app, fields, form)),
    };
    const parsed = input.safeParse(data);
    if (!parsed.success) {
      const wrong = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))];
      const refusals = wrong.map((field) => refused('move-data-wrong', { field }, field).refusal);
      return show(app, open, context, move, { values: form.values, refusals });
    }
    const request = { caseId: open.caseId, move, data };
    const made = await app.work.move(open.officer.actor, request, form.call(open.officer.visitor));
    if (made.ok) return context.redirect(`${open.href()}?da-lam=${move}`, 303);
    return show(app, open, context, move, { values: form.values, refusals: [made.refusal] });
  });

/** Photographs that came with the form. */
function readPhotos(fields: readonly MoveField[], form: FormRead) {
  const field = fields.find(({ kind }) => kind === 'photos');
  if (!field) return {};
  const uploads = form.files.flatMap(({ stored, fileName }) => (stored ? [{ ...stored, fileName }] : []));
  return { [field.name]: uploads };
}

/** Files that came with the form, each as the ticket by which it is handed in. */
async function ticketsOf(app: App, fields: readonly MoveField[], form: FormRead) {
  const field = fields.find(({ kind }) => kind === 'files');
  if (!field) return {};
  const uploads = form.files.flatMap(({ stored, fileName }) => (stored ? [{ ...stored, fileName }] : []));
  return { [field.name]: await Promise.all(uploads.map((upload) => app.dossiers.writePaperTicket(upload))) };
}

const isUpload = ({ kind }: MoveField): boolean => kind === 'photos' || kind === 'files';

function readPlainForm(fields: readonly MoveField[], form: FormRead): Record<string, unknown> {
  return Object.fromEntries(
    fields
      .filter((field) => !isUpload(field))
      .map(({ name, kind }) => [
        name,
        kind === 'date' ? (parseDate(form.text(name))?.toString() ?? form.text(name)) : form.text(name),
      ]),
  );
}

async function show(app: App, open: OpenPlainCase, context: Context<WebEnv>, move: string, typed: Typed) {
  const { officer, page } = open;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const definition = page.kind.moves.find((one) => one.move === move);
  if (!definition) return notFoundPage(context);
  const view = viewOf(open);
  const fields = fieldsOf(page, move);
  const title = textIn(language, definition.label);
  const errors = typed.refusals.map((refusal) => refusalAtField(fields, refusal, language));
  const given: MoveFormGiven = {
    ...emptyMoveForm(language),
    values: { ...defaultsOf(page, move), ...typed.values },
    errors,
    colleagues: fields.some(({ kind }) => kind === 'colleague') ? await peopleFor(app, open, move) : [],
    units: fields.some(({ kind }) => kind === 'unit') ? unitsFor(open, move) : [],
  };
  const status = typed.refusals[0] ? refusalStatus(typed.refusals[0]) : 200;
  return context.html(
    <WorkspacePage
      officer={officer}
      title={`${title} · ${page.state.code ?? page.state.reference}`}
      hasErrors={errors.length > 0}
      back={{ href: open.href(), label: say('Về việc này', 'Back to it') }}
    >
      <ErrorSummary language={language} errors={errors} />
      {typed.refusals.some(({ code }) => code === 'case-changed') ? (
        <Alert
          language={language}
          tone="warning"
          title={say('Có thay đổi trong lúc bạn nhập', 'It changed while you typed')}
        >
          <p>
            {say(
              'Xem lại nhật ký rồi gửi lại nếu vẫn đúng.',
              'Look at the journal, then send it again if it is still right.',
            )}
          </p>
        </Alert>
      ) : null}
      <h1>{title}</h1>
      <p>
        <strong class="code">{page.state.code ?? String(page.state.facts.rootCode ?? page.state.reference)}</strong> ·{' '}
        {page.state.title}
      </p>
      <p class="lead">{textIn(language, definition.consequence)}</p>
      <Columns>
        <div>
          {view.notices ? <view.notices open={open} /> : null}
          {view.quote ? <view.quote open={open} /> : null}
          {move === 'record-minutes' ? <MinutesDraft open={open} /> : null}
          <Form
            csrfToken={csrfToken}
            action={open.href(move)}
            hidden={formOfPlain(open)}
            draft={move === 'record-minutes' ? `${open.caseId}-minutes` : undefined}
            files={fields.some(isUpload)}
          >
            {fields.map((field) => (
              <MoveFieldBox field={field} given={given} />
            ))}
            <Actions>
              <Button tone={dangerous.includes(move) ? 'danger' : undefined}>{title}</Button>
              <ButtonLink href={open.href()} variant="tertiary">
                {say('Thôi, quay lại', 'No, go back')}
              </ButtonLink>
            </Actions>
          </Form>
        </div>
        <div>
          <PlainClock open={open} />
        </div>
      </Columns>
    </WorkspacePage>,
    status as ContentfulStatusCode,
  );
}

/** A form of a move on which nothing is typed yet and nothing is offered. */
export const emptyMoveForm = (language: MoveFormGiven['language']): MoveFormGiven => ({
  language,
  values: {},
  errors: [],
  colleagues: [],
  units: [],
  branches: [],
  originals: [],
  originalsTicked: [],
  items: [],
  rows: 0,
  asked: [],
});

/** Units that can be named: the divisions of the agency that works; of a part, also the units below it. */
function unitsFor(open: OpenPlainCase, move: string) {
  const { ground, visitor } = open.officer;
  const here = ground.tree.get(open.page.state.holder?.unitId ?? '');
  const agency = here && agencyOf(here, ground.tree);
  if (!agency) return [];
  if (move === 'forward')
    return [...ground.tree.values()]
      .filter((unit) => isAgency(unit) && unit.kind !== 'city' && unit.id !== agency.id && unit.validTo === null)
      .map((unit) => ({ value: unit.id, label: textIn(visitor.language, unit.name) }));
  return [...ground.tree.values()]
    .filter(
      (unit) =>
        unit.kind !== 'desk' &&
        unit.id !== here.id &&
        unit.validTo === null &&
        isWithin(unit.path, agency.path) &&
        (move === 'split' || agencyOf(unit, ground.tree)?.id === agency.id),
    )
    .map((unit) => ({ value: unit.id, label: textIn(visitor.language, unit.name) }));
}

/** People who can take it: those with the holder's post, or, when it is shared out, those of the agency's divisions. */
async function peopleFor(app: App, open: OpenPlainCase, move: string) {
  const { holder } = open.page.state;
  if (!holder) return [];
  const { language } = open.officer.visitor;
  const sharesOut = move === 'assign' && open.page.kind.kind !== 'feedback';
  const units = sharesOut ? [holder.unitId, ...unitsFor(open, move).map(({ value }) => value)] : [holder.unitId];
  const roles = sharesOut ? (['unit-head', 'case-handler'] as const) : ([holder.role] as const);
  const found = await Promise.all(
    units.flatMap((unitId) =>
      roles.map(async (role) => ({ unitId, people: await app.people.listColleagues(unitId, role) })),
    ),
  );
  const people = new Map(
    found.flatMap(({ unitId, people: some }) =>
      some.map((person) => [person.accountId, { ...person, unitId }] as const),
    ),
  );
  return [...people.values()]
    .filter(({ accountId }) => accountId !== holder.accountId)
    .map(({ accountId, name, title }) => ({ value: accountId, label: `${name}, ${textIn(language, title)}` }));
}
