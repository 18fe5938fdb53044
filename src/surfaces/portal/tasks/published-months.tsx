import type { Handler } from 'hono';
import type { App } from '#app.ts';
import { toLocal } from '#kernel/zone.ts';
import {
  Breadcrumbs,
  EmptyState,
  formatCount,
  formatMoment,
  List,
  ListItem,
  localHref,
  speaker,
} from '#surfaces/ui/index.ts';
import { monthWords, PublishedTasks } from '#surfaces/web/published-tasks.tsx';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from '../portal-page.tsx';

const path = '/cong-khai/nhiem-vu';

/** `/cong-khai/nhiem-vu`: the months that were published. */
export const publishedMonthsPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const months = await app.tasks.publications();
    const title = say('Công khai thực hiện nhiệm vụ được giao', 'Assigned tasks, published');
    return context.html(
      <PortalPage visitor={visitor} title={title}>
        <h1>{title}</h1>
        <p class="lead">
          {say(
            'Mỗi tháng, thành phố công khai nhiệm vụ đã giao cho từng đơn vị: xong đúng hạn, xong quá hạn, đang làm trong hạn, đang làm quá hạn.',
            'Each month the city publishes what it gave each unit to do: done on time, done late, in progress in time, overdue.',
          )}
        </p>
        {months.length === 0 ? (
          <EmptyState title={say('Chưa có tháng nào được công khai', 'No month is published yet')} />
        ) : (
          <>
            <h2>{say('Các tháng đã công khai', 'Months that are published')}</h2>
            <List>
              {months.map(({ month, all, late }) => (
                <ListItem
                  href={localHref(language, `${path}/${month}`)}
                  title={say(`Tháng ${monthWords(month)}`, `Month ${monthWords(month)}`)}
                >
                  {formatCount(language, all)} {say('nhiệm vụ', 'tasks')}, {formatCount(language, late)}{' '}
                  {say('quá hạn', 'late')}
                </ListItem>
              ))}
            </List>
          </>
        )}
      </PortalPage>,
    );
  };

/** `/cong-khai/nhiem-vu/:month`: what was published of a month, as it was; `.json` for programs. */
export const publishedMonthPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const [, month, json] = /^(\d{4}-(?:0[1-9]|1[0-2]))(\.json)?$/.exec(context.req.param('month') ?? '') ?? [];
    const found = month ? await app.tasks.publication(month) : undefined;
    if (!found || !month) return notFoundPage(context);
    if (json) return context.json({ ...found.content, publishedAt: found.publishedAt.toString() });
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const title = say(`Nhiệm vụ được giao, tháng ${monthWords(month)}`, `Assigned tasks, ${monthWords(month)}`);
    return context.html(
      <PortalPage visitor={visitor} title={title} wide>
        <Breadcrumbs
          language={language}
          items={[
            {
              href: localHref(language, path),
              label: say('Công khai nhiệm vụ', 'Published tasks'),
            },
          ]}
        />
        <h1>{title}</h1>
        <PublishedTasks language={language} content={found.content} />
        <p class="small quiet">
          {say('Công khai lúc', 'Published at')} {formatMoment(toLocal(found.publishedAt))} ·{' '}
          <a href={localHref(language, `${path}/${month}.json`)}>
            {say('Tải dữ liệu (JSON)', 'Download the data (JSON)')}
          </a>
        </p>
      </PortalPage>,
    );
  };

/** `/lich/:secret.ics`: the due moments of whoever has this address. An unknown one is not found. */
export const calendarFile =
  (app: App, publicUrl: string | undefined): Handler<WebEnv> =>
  async (context) => {
    const secret = /^([\w-]{43})\.ics$/.exec(context.req.param('file') ?? '')?.[1];
    const origin = publicUrl ?? new URL(context.req.url).origin;
    const calendar =
      secret &&
      (await app.tasks.calendar(secret, (kind, caseId) =>
        kind.startsWith('task') || kind === 'inspection'
          ? `${origin}/lam-viec/viec/${caseId}`
          : `${origin}/lam-viec/ho-so/${caseId}`,
      ));
    if (!calendar) return notFoundPage(context);
    return context.body(calendar, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, max-age=300',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    });
  };
