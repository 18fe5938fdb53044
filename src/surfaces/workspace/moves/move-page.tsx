import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import { mayMove } from '#case-engine/rules/open-moves.ts';
import type { Refusal } from '#kernel/result.ts';
import {
  type HandedPaper,
  isMoveWithInput,
  type MoveWithInput,
  originalsHeld,
  type SupplementItem,
} from '#modules/dossiers/index.ts';
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Columns,
  ErrorSummary,
  Form,
  formatMoment,
  localHref,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { journalSentence } from '#surfaces/web/journal-sentence.ts';
import { namesOf, supplementPaperId } from '#surfaces/web/names.ts';
import { type FormRead, readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { CaseClock } from '../case/case-clock.tsx';
import { AcceptForm, formOfCase, localMoment } from '../case/case-moves.tsx';
import { CaseNotices, CaseProposal, itemsOf } from '../case/case-notices.tsx';
import { type OpenCase, onCase } from '../case/open-case.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { bodiesToAsk, branchesFor } from './branch-choices.ts';
import { moveFields } from './move-fields.ts';
import { answerFileField, MoveFieldBox, type MoveFormGiven } from './move-form.tsx';
import { consequenceOf, refusalAtField } from './move-words.ts';
import { mostItems, papersOf, readItems, readMoveForm, wrongFields } from './read-move.ts';

/** What stands in the form of a move: nothing yet, or what was typed and why it came back. */
interface Typed {
  readonly values: Readonly<Record<string, string>>;
  readonly items: readonly SupplementItem[];
  readonly rows: number;
  readonly originalsTicked?: readonly string[];
  readonly refusals: readonly Refusal[];
  /** Entries the person had seen, when another's move came between. */
  readonly seen?: number | undefined;
  readonly fileErrors?: readonly { readonly field: string; readonly message: string }[];
}

/** GET `…/ho-so/:caseId/:move` */
export const movePage = (app: App) =>
  onCase(app, async (open, context) => {
    const move = context.req.param('move') ?? '';
    if (!open.page.kind.moves.some((one) => one.move === move)) return notFoundPage(context);
    const may = mayMove(open.page.kind, open.page.state, move, open.officer.actor, open.officer.now);
    // the page knows of moves that a delegation opens; the rule by itself knows posts only
    if (!may.ok && !open.page.moves.some((one) => one.move === move)) return showRefusal(context, may.refusal);
    return show(app, open, context, move, filledIn(open, move));
  });

/** POST `…/ho-so/:caseId/:move` */
export const makeMove = (app: App) =>
  onCase(app, async (open, context) => {
    const move = context.req.param('move') ?? '';
    const form = readForm(context);
    const { officer, caseId } = open;
    const call = form.call(officer.visitor);
    if (move === 'accept') {
      const done = await app.dossiers.accept(officer.actor, caseId, call);
      if (done.ok) return context.redirect(`${open.href()}?da-lam=accept`, 303);
      return showAgain(app, open, context, move, form, [done.refusal]);
    }
    if (!isMoveWithInput(move)) return notFoundPage(context);
    if (form.text('go') === 'more') {
      const items = readItems(form);
      const rows = Math.min(mostItems, Math.max(items.length, rowsOf(form)) + 1);
      return show(app, open, context, move, { values: form.values, items, rows, refusals: [] });
    }
    const data = readMoveForm(move, form);
    const wrong = wrongFields(move, data);
    const refusedFiles = form.files.filter((file) => file.refusal);
    if (wrong.length > 0 || refusedFiles.length > 0) {
      return showAgain(app, open, context, move, form, wrong);
    }
    const papers = answerPapers(move, open, form);
    const done = await app.dossiers.move(officer.actor, { caseId, move, data, papers }, call);
    if (done.ok) return context.redirect(`${open.href()}?da-lam=${move}`, 303);
    return showAgain(app, open, context, move, form, [done.refusal]);
  });

/** Files that answer a supplement belong to what was asked, by its place in the request. */
function answerPapers(move: MoveWithInput, open: OpenCase, form: FormRead): readonly HandedPaper[] {
  if (move !== 'answer-supplement') return [];
  const asked = itemsOf(open.page.state.facts.supplement);
  return papersOf(form, (field) => {
    const index = asked.findIndex((_, at) => answerFileField(at) === field);
    return index < 0 ? undefined : supplementPaperId(index);
  });
}

const rowsOf = (form: FormRead): number => (/^\d{1,2}$/.test(form.text('rows')) ? Number(form.text('rows')) : 0);

/** What a form begins with: the rows the handler proposed, the title of the post, the name on the dossier. */
function filledIn(open: OpenCase, move: string): Typed {
  const { page } = open;
  const items = move === 'ask-supplement' ? itemsOf(page.state.facts.proposedSupplement) : [];
  const values: Record<string, string> = {};
  if (move === 'return-result') values.receivedBy = page.dossier.submitter.name;
  if (move === 'issue') values.number = (page.state.facts.result as { number?: string } | undefined)?.number ?? '';
  return { values, items, rows: Math.max(3, items.length), refusals: [] };
}

function showAgain(
  app: App,
  open: OpenCase,
  context: Context<WebEnv>,
  move: string,
  form: FormRead,
  refusals: readonly Refusal[],
) {
  const items = readItems(form);
  const { language } = open.officer.visitor;
  const fileErrors = form.files.flatMap(({ field, fileName, refusal }) =>
    refusal ? [{ field, message: `${fileName}: ${refusalSentence(refusal, language)}` }] : [],
  );
  const rows = Math.min(mostItems, Math.max(3, items.length, rowsOf(form)));
  const originalsTicked = form.all('originalsReturned');
  const typed = { values: form.values, originalsTicked, items, rows, refusals, seen: form.seen, fileErrors };
  return show(app, open, context, move, typed);
}

async function show(app: App, open: OpenCase, context: Context<WebEnv>, move: string, typed: Typed) {
  const { officer, page } = open;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const definition = page.kind.moves.find((one) => one.move === move);
  if (!definition) return notFoundPage(context);
  const fields = isMoveWithInput(move) ? moveFields[move] : [];
  const title = textIn(language, definition.label);
  const said = (await consequenceOf(app, page, move, officer))[language] || textIn(language, definition.consequence);
  const consequence = said.startsWith('→') ? `${title} ${said}` : said;
  const errors = [
    ...typed.refusals.map((refusal) => refusalAtField(fields, refusal, language)),
    ...(typed.fileErrors ?? []),
  ];
  const colleagues = fields.some(({ kind }) => kind === 'colleague') ? await colleaguesFor(app, open) : [];
  const given: MoveFormGiven = {
    language,
    values: typed.values,
    errors,
    colleagues,
    units: fields.some(({ kind }) => kind === 'unit') ? bodiesToAsk(open) : [],
    branches: branchesFor(open, move),
    originals: originalsHeld(page.state.facts).map(({ documentId, name, copies }) => ({
      value: documentId,
      label: `${textIn(language, name)} (${copies} ${say('bản', copies === 1 ? 'piece' : 'pieces')})`,
    })),
    originalsTicked: typed.originalsTicked ?? [],
    items: typed.items,
    rows: typed.rows,
    asked: itemsOf(page.state.facts.supplement),
  };
  const status = typed.refusals[0] ? refusalStatus(typed.refusals[0]) : errors.length > 0 ? 422 : 200;
  return context.html(
    <WorkspacePage
      officer={officer}
      title={`${title} · ${page.state.code ?? page.state.reference}`}
      hasErrors={errors.length > 0}
      back={{ href: open.href(), label: say('Về hồ sơ', 'Back to the dossier') }}
    >
      <ErrorSummary language={language} errors={errors} />
      <Meanwhile open={open} seen={typed.seen} />
      <h1>{title}</h1>
      <p>
        <strong class="code">{page.state.code ?? page.state.reference}</strong> · {page.dossier.ownerName} ·{' '}
        {textIn(language, page.procedure.definition.name)}
      </p>
      {move === 'accept' ? (
        <AcceptForm open={open} />
      ) : (
        <>
          <p class="lead">{consequence}</p>
          <Columns>
            <div>
              {decides.includes(move) ? <CaseProposal open={open} /> : null}
              {move === 'sign' ? (
                <SigningForm open={open} power={await app.dossiers.signingPower(officer.actor, page)} />
              ) : null}
              {move === 'answer-supplement' ? <CaseNotices open={open} /> : null}
              <Form
                csrfToken={csrfToken}
                action={open.href(move)}
                files={fields.some(({ kind }) => kind === 'answer-files')}
                hidden={{ ...formOfCase(open), rows: String(typed.rows) }}
              >
                {fields.map((field) => (
                  <MoveFieldBox field={field} given={given} />
                ))}
                <Actions>
                  <Button name="go" value="make" tone={isGrave(move) ? 'danger' : undefined}>
                    {title}
                  </Button>
                  <ButtonLink href={open.href()} variant="tertiary">
                    {say('Thôi, về hồ sơ', 'No, back to the dossier')}
                  </ButtonLink>
                </Actions>
              </Form>
            </div>
            <div>
              <CaseClock open={open} />
            </div>
          </Columns>
        </>
      )}
    </WorkspacePage>,
    status as ContentfulStatusCode,
  );
}

/** Moves that decide on a proposal: it is read before the form. */
const decides: readonly string[] = ['approve', 'sign', 'send-back'];

const isGrave = (move: string): boolean => ['refuse', 'withdraw', 'discontinue', 'call-off'].includes(move);

/** In whose name this signature will stand: derived from post and delegation, so that it is read and not chosen. */
function SigningForm(props: { open: OpenCase; power: Awaited<ReturnType<App['dossiers']['signingPower']>> }) {
  const { open, power } = props;
  const { language } = open.officer.visitor;
  const say = speaker(language);
  if (!power.ok) {
    return (
      <Alert language={language} tone="danger" title={say('Bạn không ký được văn bản này', 'You cannot sign this')}>
        <p>{refusalSentence(power.refusal, language)}</p>
      </Alert>
    );
  }
  return (
    <section>
      <h2>{say('Chữ ký sẽ ghi', 'The signature will read')}</h2>
      <p lang="vi">
        {power.value.block.map((line) => (
          <>
            <strong>{line}</strong>
            <br />
          </>
        ))}
        {open.officer.actor.name}
      </p>
      {power.value.delegationId ? (
        <p>
          <a href={localHref(language, '/lam-viec/uy-quyen')}>{say('Xem ủy quyền', 'See the delegation')}</a>
        </p>
      ) : null}
    </section>
  );
}

/** What others did while the form was being filled in; pressing again is then a decision made with it in view. */
function Meanwhile(props: { open: OpenCase; seen: number | undefined }) {
  const { open, seen } = props;
  if (seen === undefined) return null;
  const missed = open.page.journal.filter((entry) => entry.seq > seen);
  if (missed.length === 0) return null;
  const { language } = open.officer.visitor;
  const say = speaker(language);
  const names = namesOf(open.officer.ground.tree);
  return (
    <Alert
      language={language}
      tone="warning"
      title={say('Trong lúc bạn nhập, hồ sơ đã thay đổi', 'The dossier changed while you typed')}
    >
      <ul>
        {missed.map((entry) => (
          <li>
            {formatMoment(localMoment(entry.at))}: {textIn(language, journalSentence(entry, names))}
          </li>
        ))}
      </ul>
      <p>
        {say(
          'Những gì bạn nhập vẫn còn dưới đây. Nếu vẫn đúng, gửi lại.',
          'What you typed is still below. Send it again if it is still right.',
        )}
      </p>
    </Alert>
  );
}

/** Who else holds the post that this step asks for, at the unit that holds the dossier. */
async function colleaguesFor(app: App, open: OpenCase) {
  const { holder } = open.page.state;
  if (!holder) return [];
  const colleagues = await app.people.listColleagues(holder.unitId, holder.role);
  return colleagues
    .filter(({ accountId }) => accountId !== holder.accountId)
    .map(({ accountId, name, title }) => ({
      value: accountId,
      label: `${name}, ${textIn(open.officer.visitor.language, title)}`,
    }));
}
