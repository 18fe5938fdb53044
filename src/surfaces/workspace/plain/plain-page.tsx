import type { App } from '#app.ts';
import { lateAt } from '#case-engine/rules/late-at.ts';
import { toLocal } from '#kernel/zone.ts';
import { secretToken } from '#platform/random.ts';
import {
  Alert,
  Button,
  ButtonLink,
  Columns,
  DaysTable,
  DueDate,
  Form,
  formatPromise,
  localHref,
  speaker,
  Tag,
  Timeline,
  textIn,
} from '#surfaces/ui/index.ts';
import { daysIn } from '#surfaces/web/due-promise.ts';
import { namesOf } from '#surfaces/web/names.ts';
import { plainNote, plainSentence } from '#surfaces/web/plain-sentence.ts';
import { TaskStatusTag } from '../tasks/task-facts.tsx';
import { timeLeft } from '../time-left.ts';
import { doneWords, stateWords, unitWords } from '../words.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { type OpenPlainCase, onPlainCase } from './plain-case.ts';
import { fieldsOf } from './plain-fields.ts';
import { viewOf } from './plain-views.tsx';

/** `/lam-viec/viec/:caseId`: feedback, a task, a part of one, an inspection, whole on one page. */
export const plainCasePage = (app: App) =>
  onPlainCase(app, (open, context) => {
    const { officer, page } = open;
    const { language } = officer.visitor;
    const say = speaker(language);
    const { state, kind } = page;
    const words = stateWords(state.state, state.kind);
    const code = state.code ?? String(state.facts.rootCode ?? state.reference);
    const view = viewOf(open);
    const names = namesOf(officer.ground.tree);
    const done = context.req.query('da-lam');
    const doneIn = done === undefined ? undefined : (doneWords[`${kind.kind}/${done}`] ?? doneWords[done]);
    const isDone = doneIn !== undefined && page.journal.at(-1)?.verb === done;
    return context.html(
      <WorkspacePage
        officer={officer}
        title={`${code} · ${state.title}`}
        back={{ href: localHref(language, '/lam-viec'), label: say('Danh sách việc', 'List of work') }}
      >
        {isDone && done === 'record-minutes' ? <div hidden data-draft-done={`${open.caseId}-minutes`} /> : null}
        {isDone ? (
          <Alert language={language} tone="success" live title={textIn(language, doneIn)}>
            <p>
              <a href={localHref(language, '/lam-viec')}>{say('Về danh sách việc', 'Back to the list')}</a>
            </p>
          </Alert>
        ) : null}
        <h1>{state.title}</h1>
        <p>
          {textIn(language, kind.name)} <strong class="code">{code}</strong>{' '}
          <Tag tone={words.tone}>{textIn(language, words.name)}</Tag> <TaskStatusTag open={open} />{' '}
          <a href="#viec">
            {say('Việc có thể làm', 'What you can do')} ({page.moves.length})
          </a>
        </p>
        {view.notices ? <view.notices open={open} /> : null}
        <Columns kind="three">
          <div>
            <view.facts open={open} />
          </div>
          <div>
            <view.work open={open} />
            <section>
              <h2>{say('Nhật ký', 'Journal')}</h2>
              <Timeline
                entries={page.journal.toReversed().map((entry) => ({
                  at: toLocal(Temporal.Instant.from(entry.at)),
                  sentence: textIn(language, plainSentence(entry, names)),
                  note: plainNote(entry) || undefined,
                }))}
              />
            </section>
          </div>
          <div>
            <PlainClock open={open} />
            <PlainMoves open={open} />
          </div>
        </Columns>
      </WorkspacePage>,
    );
  });

/** By when, what is left, the first deadline when it was moved, day by day when a limit was counted. */
export function PlainClock(props: { open: OpenPlainCase }) {
  const { officer, page } = props.open;
  const { language } = officer.visitor;
  const say = speaker(language);
  const { state, due } = page;
  const late = lateAt(page.kind, state);
  if (!state.dueAt || !late) return null;
  const instant = Temporal.Instant.from(state.dueAt);
  const ground = { calendar: officer.ground.calendar, hours: officer.ground.hoursOf(state.receivingUnitId) };
  const left = state.holder ? timeLeft(instant, Temporal.Instant.from(late), officer.now, ground) : null;
  const holder = state.holder;
  return (
    <section>
      <h2>{say('Hạn hoàn thành', 'Deadline')}</h2>
      <p>
        <DueDate
          language={language}
          large
          due={toLocal(instant)}
          state={left ? left.state : 'done'}
          left={left ? textIn(language, left.words) : undefined}
        />
      </p>
      {holder ? (
        <p>
          {say('Đang giữ', 'Held by')}:{' '}
          <strong>{holder.name ?? textIn(language, unitWords(holder.unitId, officer.ground.tree))}</strong>
          {holder.name ? `, ${textIn(language, unitWords(holder.unitId, officer.ground.tree))}` : ''}
        </p>
      ) : null}
      {state.firstDueAt && state.firstDueAt !== state.dueAt ? (
        <p class="quiet">
          {say('Hạn đầu tiên', 'First deadline')}:{' '}
          {formatPromise(language, toLocal(Temporal.Instant.from(state.firstDueAt)))}
        </p>
      ) : null}
      {due ? <DaysTable language={language} id="due-days" days={daysIn(language, due)} /> : null}
    </section>
  );
}

/** Moves that bring it on: the first of them that is open is the one to press. */
const advancing: readonly string[] = [
  'complete',
  'hand-in',
  'answer-part',
  'acknowledge',
  'decide',
  'close-inspection',
  'conclude',
  'record-minutes',
  'accept',
  'approve',
  'record-reply',
  'draft-answer',
  'send-part',
  'accept-part',
  'answer-objection',
  'give-opinion',
  'meet-opinion',
  'ask-opinions',
  'submit-report',
  'sign-report',
  'score-criterion',
  'send-sheet',
  'appraise-sheet',
  'finish-appraisal',
  'answer-criterion',
  'close-round',
];

function PlainMoves(props: { open: OpenPlainCase }) {
  const { open } = props;
  const { language, csrfToken } = open.officer.visitor;
  const say = speaker(language);
  const { moves, state } = open.page;
  const main =
    state.state === 'assigned' ? 'acknowledge' : advancing.find((one) => moves.some(({ move }) => move === one));
  const inOrder = [...moves].sort((a, b) => Number(b.move === main) - Number(a.move === main));
  return (
    <section id="viec">
      <h2>{say('Việc bạn có thể làm', 'What you can do')}</h2>
      {moves.length === 0 ? (
        <p class="quiet">{say('Hiện không có việc nào cho bạn ở đây.', 'Nothing here for you now.')}</p>
      ) : null}
      <ul class="list">
        {inOrder.map(({ move, label, consequence }) => {
          const variant = move === main ? 'primary' : 'secondary';
          return (
            <li>
              {fieldsOf(open.page, move).length === 0 && move !== 'ask-opinions' ? (
                <Form csrfToken={csrfToken} action={open.href(move)} hidden={formOfPlain(open)}>
                  <Button variant={variant}>{textIn(language, label)}</Button>
                </Form>
              ) : (
                <ButtonLink href={open.href(move)} variant={variant}>
                  {textIn(language, label)}
                </ButtonLink>
              )}
              <p class="small quiet">{textIn(language, consequence)}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What goes along with every form of a case: the key of this form and what was seen. */
export const formOfPlain = (open: OpenPlainCase) => ({
  key: secretToken(),
  seen: String(open.page.state.entries),
});
