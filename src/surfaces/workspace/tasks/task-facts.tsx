import { formatNumber } from '#kernel/vietnamese.ts';
import { toLocal } from '#kernel/zone.ts';
import { figureDefinition } from '#modules/figures/index.ts';
import { type TaskFacts, type TaskPage, taskFacts, taskStatus } from '#modules/tasks/index.ts';
import {
  Alert,
  formatDate,
  formatMoment,
  formatNamedDay,
  localHref,
  SummaryList,
  speaker,
  Table,
  Tag,
  textIn,
} from '#surfaces/ui/index.ts';
import { taskGiverWords, taskStatusWords } from '#surfaces/web/task-words.ts';
import { casePath } from '../kinds.ts';
import type { OpenPlainCase } from '../plain/plain-case.ts';
import { stateWords, unitWords } from '../words.ts';

const tones = { 'done-on-time': 'success', 'done-late': 'warning', 'in-time': 'info', overdue: 'danger' } as const;

const day = (written: string) => formatDate(Temporal.PlainDate.from(written));
const moment = (written: string) => formatMoment(toLocal(Temporal.Instant.from(written)));

/** The official state now, which nobody sets. */
export function TaskStatusTag(props: { open: OpenPlainCase }) {
  const { officer, page } = props.open;
  const status = page.state.kind === 'task' ? taskStatus(page.state, officer.now) : null;
  return status ? <Tag tone={tones[status]}>{textIn(officer.visitor.language, taskStatusWords[status])}</Tag> : null;
}

/** The words of the document. */
export function TaskQuote(props: { open: OpenPlainCase }) {
  const { page } = props.open;
  const { quote } = taskFacts(page.state);
  return quote ? <blockquote lang="vi">{quote}</blockquote> : null;
}

/** Who gave what to whom, by which document, with what product, and who answers for it. */
export function TaskFactsList(props: { open: OpenPlainCase }) {
  const { officer, page } = props.open;
  const { language } = officer.visitor;
  const say = speaker(language);
  const { state } = page;
  const facts = taskFacts(state);
  const unit = (unitId: string) => textIn(language, unitWords(unitId, officer.ground.tree));
  const { source, goal } = facts;
  const figure = goal && figureDefinition(goal.figureId);
  const giver = textIn(language, taskGiverWords[facts.giver]);
  const items = [
    { question: say('Người giao', 'Given by'), answer: `${giver.charAt(0).toUpperCase()}${giver.slice(1)}` },
    {
      question: say('Văn bản giao', 'Document'),
      answer: (
        <>
          {source.number}, {day(source.issuedOn)}
          <br />
          <span class="small" lang="vi">
            {source.title}
            {facts.paragraph ? `, ${facts.paragraph}` : ''}
          </span>
        </>
      ),
    },
    { question: say('Đơn vị chủ trì', 'Leading unit'), answer: unit(facts.leadUnitId) },
    { question: say('Sản phẩm', 'Product expected'), answer: <span lang="vi">{facts.product}</span> },
    {
      question: say('Người chịu trách nhiệm', 'Who answers for it'),
      answer: <span lang="vi">{facts.answerable}</span>,
    },
    { question: say('Theo dõi', 'Followed by'), answer: unit(facts.follower.unitId) },
    ...(goal && figure
      ? [
          {
            question: say('Chỉ tiêu', 'Goal'),
            answer: `${textIn(language, figure.name)}: ${say('ít nhất', 'at least')} ${formatNumber(language, goal.atLeast)} ${textIn(language, figure.measure)}`,
          },
        ]
      : []),
    ...(facts.progress
      ? [
          {
            question: say('Tiến độ', 'Progress'),
            answer: `${facts.progress.percent}% · ${moment(facts.progress.at)}`,
          },
        ]
      : []),
    ...(facts.secretTitle
      ? [{ question: say('Việc phải làm', 'What is to be done'), answer: <span lang="vi">{facts.secretTitle}</span> }]
      : []),
    ...(facts.secret
      ? [{ question: say('Độ mật', 'Secrecy'), answer: say('Mật, không công khai', 'Secret, never published') }]
      : []),
  ];
  const causes = facts.causes ?? [];
  return (
    <section>
      <h2>{say('Nhiệm vụ', 'The task')}</h2>
      <TaskQuote open={props.open} />
      {typeof state.facts.question === 'string' && state.facts.question ? (
        <p>
          {say('Đề nghị phối hợp', 'What is asked')}: <strong lang="vi">{state.facts.question}</strong>
        </p>
      ) : null}
      <SummaryList language={language} items={items} />
      {causes.length > 0 ? (
        <>
          <h3>{say('Việc chậm làm phát sinh nhiệm vụ này', 'Late cases behind this task')}</h3>
          <ul>
            {causes.map(({ caseId, code, kind }) => (
              <li>
                <a class="code" href={localHref(language, casePath(kind, caseId))}>
                  {code}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

/** What waits for an answer: a product to be seen, an extension asked for; what was moved and why. */
export function TaskNotices(props: { open: OpenPlainCase }) {
  const { officer, page } = props.open;
  const { language } = officer.visitor;
  const say = speaker(language);
  const { state } = page;
  const { handedIn, extension, deadlines = [] } = taskFacts(state) as TaskFacts;
  const newDay = (written: string) => formatNamedDay(language, toLocal(Temporal.Instant.from(written)));
  return (
    <>
      {handedIn ? (
        <Alert
          language={language}
          tone={state.state === 'awaiting-review' ? 'warning' : 'success'}
          title={say(
            `Sản phẩm: ${handedIn.number} ngày ${day(handedIn.on)}`,
            `The product: ${handedIn.number} of ${day(handedIn.on)}`,
          )}
        >
          <p lang="vi">{handedIn.summary}</p>
          <ProductFiles open={props.open} ids={handedIn.files ?? []} />
          <p class="small quiet">
            {say('Báo cáo lúc', 'Handed in at')} {moment(handedIn.at)}, {handedIn.by}
          </p>
        </Alert>
      ) : null}
      {extension?.state === 'asked' ? (
        <Alert
          language={language}
          tone="warning"
          title={say(
            `Đang xin gia hạn đến ${newDay(extension.newDueAt)}`,
            `More time is asked for, to ${newDay(extension.newDueAt)}`,
          )}
        >
          <p lang="vi">{extension.reason}</p>
          <p class="small quiet">
            {extension.askedBy}, {moment(extension.askedAt)}
          </p>
        </Alert>
      ) : null}
      {deadlines.length > 0 ? (
        <p class="quiet">
          {say('Đã gia hạn', 'Extended')} {deadlines.length} {say('lần', deadlines.length === 1 ? 'time' : 'times')}:{' '}
          {deadlines.map(({ dueAt, decision }) => `${newDay(dueAt)} (${decision})`).join('; ')}
        </p>
      ) : null}
    </>
  );
}

/** The files of a product or an answer: whoever reads the task opens them. */
function ProductFiles(props: { open: OpenPlainCase; ids: readonly string[] }) {
  const { open, ids } = props;
  const files = (open.page as TaskPage).files.filter(({ id }) => ids.includes(id));
  if (files.length === 0) return null;
  return (
    <ul>
      {files.map(({ id, fileName }) => (
        <li>
          <a href={`${open.href(`tep/${id}`)}?xem=1`}>{fileName}</a>
        </li>
      ))}
    </ul>
  );
}

/** The units that contribute and the parts given on, each with its own answer and day. */
export function TaskParts(props: { open: OpenPlainCase }) {
  const { officer, page } = props.open;
  const { language } = officer.visitor;
  const say = speaker(language);
  const others = page.family.filter(({ caseId }) => caseId !== page.state.caseId);
  if (others.length === 0) return null;
  return (
    <section>
      <h2>{say('Các phần của nhiệm vụ', 'Parts of the task')}</h2>
      <Table
        id="parts"
        caption={say('Các phần của nhiệm vụ', 'Parts of the task')}
        captionHidden
        stack
        columns={[{ label: say('Phần', 'Part') }, { label: say('Trạng thái', 'State') }, { label: say('Hạn', 'Due') }]}
        rows={others.map((part) => {
          const words = stateWords(part.state, part.kind);
          const answer = part.facts.answer as { number?: string; summary?: string; files?: string[] } | undefined;
          return [
            <div>
              <a href={localHref(language, `/lam-viec/viec/${part.caseId}`)}>
                {part.parent
                  ? textIn(language, unitWords(part.route[0]?.unitId ?? '', officer.ground.tree))
                  : part.title}
              </a>
              {part.kind === 'task' && part.parent ? <div class="small">{part.title}</div> : null}
              {answer ? (
                <div class="small" lang="vi">
                  {answer.number}: {answer.summary}
                  <ProductFiles open={props.open} ids={answer.files ?? []} />
                </div>
              ) : null}
            </div>,
            <Tag tone={words.tone}>{textIn(language, words.name)}</Tag>,
            part.dueAt ? formatDate(toLocal(Temporal.Instant.from(part.dueAt)).toPlainDate()) : '',
          ];
        })}
      />
    </section>
  );
}
