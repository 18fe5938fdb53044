import type { App } from '#app.ts';
import { isId } from '#kernel/id.ts';
import { toLocal } from '#kernel/zone.ts';
import { taskFacts, taskStatus } from '#modules/tasks/index.ts';
import {
  Bar,
  ButtonLink,
  EmptyState,
  Figures,
  formatDate,
  localHref,
  speaker,
  Table,
  Tag,
  textIn,
} from '#surfaces/ui/index.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { taskStatusWords } from '#surfaces/web/task-words.ts';
import { asOfficer } from '../officer.ts';
import { unitWords } from '../words.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { GoalNow } from './goal-now.tsx';

const path = '/lam-viec/ke-hoach';
const tones = { 'done-on-time': 'success', 'done-late': 'warning', 'in-time': 'info', overdue: 'danger' } as const;
const day = (written: string) => formatDate(Temporal.PlainDate.from(written));

/** `/lam-viec/ke-hoach`: plans and directives with how far their measures are, counted. */
export const plansPage = (app: App) =>
  asOfficer(app, async (officer, context) => {
    if (officer.givesFor.length === 0) return notFoundPage(context);
    const { language } = officer.visitor;
    const say = speaker(language);
    const plans = await app.tasks.plans(officer.givesFor);
    const title = say('Kế hoạch, chỉ đạo', 'Plans and directives');
    return context.html(
      <WorkspacePage
        officer={officer}
        title={title}
        back={{ href: localHref(language, '/lam-viec/nhiem-vu'), label: say('Nhiệm vụ', 'Tasks') }}
      >
        <h1>{title}</h1>
        <p class="lead">
          {say(
            'Mỗi giải pháp của kế hoạch là một nhiệm vụ có đơn vị, sản phẩm và hạn; tiến độ được đếm từ nhiệm vụ, không ai tự báo.',
            'Each measure of a plan is a task with a unit, a product and a day; progress is counted from the tasks.',
          )}
        </p>
        {plans.length === 0 ? (
          <EmptyState
            title={say('Chưa có kế hoạch nào', 'No plan yet')}
            actions={
              <ButtonLink href={localHref(language, '/lam-viec/nhiem-vu/giao')}>
                {say('Nhập kế hoạch và các giải pháp', 'Record a plan and its measures')}
              </ButtonLink>
            }
          />
        ) : (
          <Table
            id="plans"
            caption={title}
            captionHidden
            stack
            columns={[
              { label: say('Văn bản', 'Document') },
              { label: say('Tiến độ', 'Progress') },
              { label: say('Quá hạn', 'Late'), align: 'end' },
            ]}
            rows={plans.map((plan) => [
              <div>
                <a href={localHref(language, `${path}/${plan.id}`)}>{plan.number}</a>, {day(plan.issuedOn)}
                <br />
                <span lang="vi">{plan.title}</span>
              </div>,
              <Bar
                words={say(
                  `${plan.done} / ${plan.measures} giải pháp xong`,
                  `${plan.done} of ${plan.measures} measures done`,
                )}
                shareOfOne={plan.measures === 0 ? 0 : plan.done / plan.measures}
                tone={plan.late > 0 ? 'danger' : 'info'}
              />,
              String(plan.late),
            ])}
          />
        )}
      </WorkspacePage>,
    );
  });

/** `/lam-viec/ke-hoach/:id`: the measures of one plan, under their objectives, as the task force looks at them. */
export const planPage = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const id = context.req.param('id') ?? '';
    const measures = isId(id) ? await app.tasks.measures(id, officer.givesFor) : [];
    const [first] = measures;
    if (!first) return notFoundPage(context);
    const { language } = officer.visitor;
    const say = speaker(language);
    const { source } = taskFacts(first);
    const statuses = measures.map((state) => taskStatus(state, officer.now) ?? 'in-time');
    const count = (...wanted: readonly string[]) => String(statuses.filter((status) => wanted.includes(status)).length);
    const goals = new Map(
      await Promise.all(
        measures.map(async (state) => [state.caseId, await app.tasks.goalNow(taskFacts(state), state.dueAt)] as const),
      ),
    );
    const objectives = [...Map.groupBy(measures, (state) => taskFacts(state).paragraph)];
    return context.html(
      <WorkspacePage
        officer={officer}
        title={source.number}
        back={{ href: localHref(language, path), label: say('Kế hoạch, chỉ đạo', 'Plans and directives') }}
      >
        <h1>
          {source.number}, {day(source.issuedOn)}
        </h1>
        <p class="lead" lang="vi">
          {source.title}
        </p>
        <Figures
          figures={[
            { label: say('Giải pháp', 'Measures'), value: String(measures.length) },
            { label: say('Đã xong', 'Done'), value: count('done-on-time', 'done-late') },
            { label: say('Đang làm trong hạn', 'In time'), value: count('in-time') },
            { label: say('Quá hạn', 'Overdue'), value: count('overdue') },
          ]}
        />
        {objectives.map(([objective, its], place) => (
          <section>
            <h2 lang="vi">{objective || say('Giải pháp', 'Measures')}</h2>
            <Table
              id={`measures-${place}`}
              caption={objective || say('Giải pháp', 'Measures')}
              captionHidden
              stack
              columns={[
                { label: say('Giải pháp', 'Measure') },
                { label: say('Chủ trì', 'Led by') },
                { label: say('Hạn', 'Deadline') },
                { label: say('Trạng thái', 'State') },
              ]}
              rows={its.map((state) => {
                const facts = taskFacts(state);
                const status = taskStatus(state, officer.now) ?? 'in-time';
                return [
                  <div>
                    <a href={localHref(language, `/lam-viec/viec/${state.caseId}`)}>{state.title}</a>
                    <GoalNow language={language} goal={goals.get(state.caseId)} />
                    {facts.progress ? (
                      <div class="small quiet" lang="vi">
                        {facts.progress.percent}%: {facts.progress.summary}
                      </div>
                    ) : null}
                  </div>,
                  textIn(language, unitWords(facts.leadUnitId, officer.ground.tree)),
                  state.dueAt ? formatDate(toLocal(Temporal.Instant.from(state.dueAt)).toPlainDate()) : '',
                  <Tag tone={tones[status]}>{textIn(language, taskStatusWords[status])}</Tag>,
                ];
              })}
            />
          </section>
        ))}
      </WorkspacePage>,
    );
  });
