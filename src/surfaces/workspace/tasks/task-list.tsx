import type { App } from '#app.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { lateAt } from '#case-engine/rules/late-at.ts';
import { taskFacts, taskKind, taskStatus, taskStatuses } from '#modules/tasks/index.ts';
import {
  Actions,
  Alert,
  Bar,
  ButtonLink,
  Columns,
  EmptyState,
  formatCount,
  localHref,
  Pagination,
  Queues,
  SearchBox,
  Select,
  speaker,
  Table,
  Tag,
  textIn,
} from '#surfaces/ui/index.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { taskGiverWords, taskStatusWords } from '#surfaces/web/task-words.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { shareGone, timeLeft } from '../time-left.ts';
import { unitWords } from '../words.ts';
import { WorkspacePage } from '../workspace-page.tsx';

const path = '/lam-viec/nhiem-vu';
const shows = ['all', ...taskStatuses, 'to-review', 'extension-asked'] as const;
const showWords = {
  ...taskStatusWords,
  all: { vi: 'Tất cả', en: 'All' },
  'to-review': { vi: 'Chờ xem sản phẩm', en: 'Products to be seen' },
  'extension-asked': { vi: 'Xin gia hạn', en: 'More time asked for' },
};
const tones = { 'done-on-time': 'success', 'done-late': 'warning', 'in-time': 'info', overdue: 'danger' } as const;

/** `/lam-viec/nhiem-vu`: the tasks an agency gave and follows, by the four official states. */
export const taskListPage = (app: App) =>
  asOfficer(app, async (officer, context) => {
    if (officer.givesFor.length === 0) return notFoundPage(context);
    const { language } = officer.visitor;
    const say = speaker(language);
    const show = shows.find((one) => one === context.req.query('nhom')) ?? 'all';
    const words = (context.req.query('q') ?? '').slice(0, 200);
    const leadUnitId = (context.req.query('don-vi') ?? '').slice(0, 100);
    const after = (context.req.query('sau') ?? '').slice(0, 100);
    const agencyIds = officer.givesFor;
    const given = { agencyIds, ...(words ? { words } : {}), ...(leadUnitId ? { leadUnitId } : {}) };
    const [list, counts, leads] = await Promise.all([
      app.tasks.list({ ...given, show, ...(after ? { after } : {}) }),
      app.tasks.count(given),
      app.tasks.leadUnits(agencyIds),
    ]);
    const all = taskStatuses.reduce((sum, status) => sum + counts[status], 0);
    const address = (change: Readonly<Record<string, string>>) => {
      const query = new URLSearchParams();
      for (const [name, value] of Object.entries({ nhom: show, q: words, 'don-vi': leadUnitId, ...change }))
        if (value && value !== 'all') query.set(name, value);
      return localHref(language, `${path}${query.size > 0 ? `?${query}` : ''}`);
    };
    const given3 = Number(/^\d{1,3}$/.exec(context.req.query('da-giao') ?? '')?.[0] ?? 0);
    return context.html(
      <WorkspacePage officer={officer} title={`${say('Nhiệm vụ', 'Tasks')}: ${textIn(language, showWords[show])}`}>
        {given3 > 0 ? (
          <Alert
            language={language}
            tone="success"
            live
            title={say(`Đã giao ${given3} nhiệm vụ`, `${given3} ${given3 === 1 ? 'task' : 'tasks'} given`)}
          />
        ) : null}
        <h1>{say('Nhiệm vụ đã giao', 'Tasks given')}</h1>
        <Actions>
          <ButtonLink href={localHref(language, `${path}/giao`)}>{say('Giao nhiệm vụ', 'Give tasks')}</ButtonLink>{' '}
          <ButtonLink href={localHref(language, '/lam-viec/ke-hoach')} variant="secondary">
            {say('Kế hoạch, chỉ đạo', 'Plans and directives')}
          </ButtonLink>{' '}
          <ButtonLink href={localHref(language, '/lam-viec/lich')} variant="secondary">
            {say('Đưa vào lịch', 'To my calendar')}
          </ButtonLink>{' '}
          <ButtonLink href={localHref(language, `${path}/dinh-ky`)} variant="secondary">
            {say('Nhiệm vụ định kỳ', 'Recurring duties')}
          </ButtonLink>{' '}
          <ButtonLink href={localHref(language, `${path}/cong-khai`)} variant="secondary">
            {say('Công khai tháng', 'Publish a month')}
          </ButtonLink>
        </Actions>
        <Columns kind="left">
          <Queues
            label={say('Trạng thái', 'State')}
            queues={shows.map((one) => ({
              href: address({ nhom: one, sau: '' }),
              label: textIn(language, showWords[one]),
              count: formatCount(language, one === 'all' ? all : counts[one]),
              current: one === show,
            }))}
          />
          <div>
            <SearchBox
              language={language}
              action={localHref(language, path)}
              label={say('Tìm theo mã, nội dung, số văn bản', 'Search code, words, document')}
              value={words}
            >
              {show === 'all' ? null : <input type="hidden" name="nhom" value={show} />}
              <Select
                language={language}
                name="don-vi"
                label={say('Đơn vị chủ trì', 'Leading unit')}
                placeholder={say('Mọi đơn vị', 'Every unit')}
                optional
                value={leadUnitId}
                options={leads.map((id) => ({
                  value: id,
                  label: textIn(language, unitWords(id, officer.ground.tree)),
                }))}
              />
            </SearchBox>
            {list.rows.length === 0 ? (
              <EmptyState
                title={
                  show === 'overdue'
                    ? say('Không có nhiệm vụ nào quá hạn', 'No task is overdue')
                    : say('Không có nhiệm vụ nào ở đây', 'No task here')
                }
              />
            ) : (
              <TaskTable officer={officer} rows={list.rows} caption={textIn(language, showWords[show])} />
            )}
            <Pagination
              language={language}
              previousHref={after ? address({ sau: '' }) : undefined}
              nextHref={list.next ? address({ sau: list.next }) : undefined}
            />
          </div>
        </Columns>
      </WorkspacePage>,
    );
  });

function TaskTable(props: { officer: Officer; rows: readonly CaseState[]; caption: string }) {
  const { officer } = props;
  const { language } = officer.visitor;
  const say = speaker(language);
  return (
    <Table
      id="tasks"
      caption={props.caption}
      captionHidden
      stack
      walk
      columns={[
        { label: say('Nhiệm vụ', 'Task') },
        { label: say('Chủ trì', 'Led by') },
        { label: say('Trạng thái', 'State') },
        { label: say('Hạn', 'Deadline') },
      ]}
      rows={props.rows.map((state) => {
        const facts = taskFacts(state);
        const status = taskStatus(state, officer.now) ?? 'in-time';
        const late = lateAt(taskKind, state);
        const due = state.dueAt ? Temporal.Instant.from(state.dueAt) : null;
        const ground = { calendar: officer.ground.calendar, hours: officer.ground.hoursOf(facts.leadUnitId) };
        const left =
          due && late && state.holder ? timeLeft(due, Temporal.Instant.from(late), officer.now, ground) : null;
        return [
          <div>
            <a class="code" href={localHref(language, `/lam-viec/viec/${state.caseId}`)}>
              {state.code ?? state.reference}
            </a>
            <br />
            <span lang="vi">{state.title}</span>
            <div class="small quiet" lang="vi">
              {facts.source.number} · {textIn(language, taskGiverWords[facts.giver])}
            </div>
          </div>,
          textIn(language, unitWords(facts.leadUnitId, officer.ground.tree)),
          <div>
            <Tag tone={tones[status]}>{textIn(language, taskStatusWords[status])}</Tag>
            {state.state === 'awaiting-review' ? (
              <div class="small">{textIn(language, showWords['to-review'])}</div>
            ) : null}
            {facts.extension?.state === 'asked' ? (
              <div class="small">{textIn(language, showWords['extension-asked'])}</div>
            ) : null}
          </div>,
          left && due ? (
            <Bar
              words={textIn(language, left.words)}
              shareOfOne={shareGone(Temporal.Instant.from(state.openedAt), due, officer.now)}
              tone={left.state === 'late' ? 'danger' : left.state === 'soon' ? 'warning' : 'info'}
            />
          ) : (
            <span class="quiet">{say('đã kết thúc', 'ended')}</span>
          ),
        ];
      })}
    />
  );
}
