import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import { cityIn } from '#modules/organisation/index.ts';
import { secretToken } from '#platform/random.ts';
import { Alert, Button, Columns, ErrorSummary, Form, localHref, Queues, speaker } from '#surfaces/ui/index.ts';
import { monthWords, PublishedTasks } from '#surfaces/web/published-tasks.tsx';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';

const path = '/lam-viec/nhiem-vu/cong-khai';

/** GET `/lam-viec/nhiem-vu/cong-khai?thang=2021-10`: what a month would say, before it is published. */
export const publishTasksPage = (app: App) => asOfficer(app, (officer, context) => show(app, officer, context));

/** POST: the month is published as it stands. */
export const publishTasks = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const month = monthIn(readForm(context).text('thang'));
    if (!month) return notFoundPage(context);
    const done = await app.tasks.publishMonth(officer.actor, month);
    if (!done.ok) return show(app, officer, context, month, done.refusal);
    return context.redirect(localHref(officer.visitor.language, `${path}?thang=${month}&xong=1`), 303);
  });

const monthIn = (text: string | undefined) => /^\d{4}-(0[1-9]|1[0-2])$/.exec(text ?? '')?.[0];

async function show(app: App, officer: Officer, context: Context<WebEnv>, wanted?: string, refusal?: Refusal) {
  if (!officer.givesFor.includes(cityIn(officer.ground.tree).id)) return notFoundPage(context);
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const thisMonth = localDay(officer.now).toPlainYearMonth();
  const months = Array.from({ length: 6 }, (_, back) => thisMonth.subtract({ months: back }).toString());
  const month = wanted ?? monthIn(context.req.query('thang')) ?? months[1] ?? months[0]!;
  const published = await app.tasks.publication(month);
  const content = published?.content ?? (await app.tasks.previewMonth(month));
  const isOver = month < thisMonth.toString();
  const title = say('Công khai nhiệm vụ hằng tháng', 'Publish the tasks of a month');
  const errors = refusal ? [{ message: refusalSentence(refusal, language) }] : [];
  return context.html(
    <WorkspacePage
      officer={officer}
      title={title}
      hasErrors={errors.length > 0}
      back={{ href: localHref(language, '/lam-viec/nhiem-vu'), label: say('Nhiệm vụ', 'Tasks') }}
    >
      <ErrorSummary language={language} errors={errors} />
      {context.req.query('xong') && published ? (
        <Alert
          language={language}
          tone="success"
          live
          title={say(`Đã công khai tháng ${monthWords(month)}`, `${monthWords(month)} is published`)}
        >
          <p>
            <a href={localHref(language, `/cong-khai/nhiem-vu/${month}`)}>
              {say('Xem trang công khai', 'See the public page')}
            </a>
          </p>
        </Alert>
      ) : null}
      <h1>{title}</h1>
      <Columns kind="left">
        <Queues
          label={say('Tháng', 'Month')}
          queues={months.map((one) => ({
            href: localHref(language, `${path}?thang=${one}`),
            label: monthWords(one),
            current: one === month,
          }))}
        />
        <div>
          <PublishedTasks language={language} content={content} />
          {published ? (
            <p class="quiet">
              {say(
                'Tháng này đã công khai; số đã công khai không sửa.',
                'This month is published and is not changed any more.',
              )}
            </p>
          ) : isOver ? (
            <Form
              csrfToken={csrfToken}
              action={localHref(language, path)}
              hidden={{ key: secretToken(), thang: month }}
            >
              <Button>{say(`Công khai tháng ${monthWords(month)}`, `Publish ${monthWords(month)}`)}</Button>
            </Form>
          ) : (
            <p class="quiet">{say('Tháng chưa kết thúc nên chưa công khai được.', 'The month is not over yet.')}</p>
          )}
        </div>
      </Columns>
    </WorkspacePage>,
    (refusal ? refusalStatus(refusal) : 200) as ContentfulStatusCode,
  );
}
