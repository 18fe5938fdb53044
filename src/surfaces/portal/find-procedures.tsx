import type { Handler } from 'hono';
import type { App } from '#app.ts';
import type { LifeEvent, ProcedureTier } from '#modules/procedures/index.ts';
import { Button, EmptyState, Field, formatCount, localHref, Select, speaker, textIn } from '#surfaces/ui/index.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from './portal-page.tsx';
import { ProcedureList } from './procedure-list.tsx';
import { lifeEventWords, tierWords } from './words.ts';

/** `/thu-tuc`: results by plain words, field, tier and life event; everything is in the address. */
export const findProceduresPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const words = (context.req.query('q') ?? '')
      .normalize('NFC')
      .replaceAll(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, 200);
    const field = (context.req.query('linh-vuc') ?? '').replaceAll(/\p{Cc}/gu, '').slice(0, 60);
    const tier = keyOf(tierWords, context.req.query('cap'));
    const lifeEvent = keyOf(lifeEventWords, context.req.query('su-kien'));
    const [facets, found] = await Promise.all([
      app.procedures.facets(),
      app.procedures.search({
        ...(words ? { words } : {}),
        ...(field ? { field } : {}),
        ...(tier ? { tier: tier as ProcedureTier } : {}),
        ...(lifeEvent ? { lifeEvent: lifeEvent as LifeEvent } : {}),
      }),
    ]);
    const narrowed = Boolean(words || field || tier || lifeEvent);
    const title = words
      ? say(`Thủ tục cho “${words}”`, `Procedures for “${words}”`)
      : lifeEvent
        ? textIn(language, lifeEventWords[lifeEvent])
        : say('Tìm thủ tục', 'Find a procedure');
    return context.html(
      <PortalPage
        visitor={visitor}
        title={title}
        description={say(
          'Các thủ tục hành chính ở xã, phường, quận, huyện và sở của thành phố Hà Nội: chi phí, thời hạn, nơi làm.',
          'Administrative procedures of communes, districts and departments of Hà Nội: cost, time limit, where.',
        )}
      >
        <h1>{say('Tìm thủ tục', 'Find a procedure')}</h1>
        <search>
          <form class="form" method="get" action={localHref(language, '/thu-tuc')}>
            <Field
              language={language}
              kind="search"
              name="q"
              label={say('Bạn cần làm gì?', 'What do you need to do?')}
              value={words}
              noRequire
              maxLength={200}
            />
            <div class="grid">
              <Select
                language={language}
                name="linh-vuc"
                label={say('Lĩnh vực', 'Field')}
                placeholder={false}
                value={field}
                options={[{ value: '', label: say('Mọi lĩnh vực', 'All fields') }].concat(
                  facets.fields.map(({ code, name }) => ({ value: code, label: textIn(language, name) })),
                )}
              />
              <Select
                language={language}
                name="cap"
                label={say('Nơi làm', 'Where')}
                placeholder={false}
                value={tier}
                options={[{ value: '', label: say('Mọi cấp', 'All tiers') }].concat(
                  Object.entries(tierWords).map(([value, label]) => ({ value, label: textIn(language, label) })),
                )}
              />
              <Select
                language={language}
                name="su-kien"
                label={say('Việc của bạn', 'What happened')}
                placeholder={false}
                value={lifeEvent}
                options={[{ value: '', label: say('Mọi việc', 'Anything') }].concat(
                  Object.entries(lifeEventWords)
                    .filter(([event]) => (facets.lifeEvents[event] ?? 0) > 0)
                    .map(([value, label]) => ({ value, label: textIn(language, label) })),
                )}
              />
            </div>
            <Button variant="secondary">{say('Tìm', 'Search')}</Button>
          </form>
        </search>
        {found.length > 0 ? (
          <section class="flow">
            <h2>
              {narrowed
                ? say(`Tìm được ${formatCount('vi', found.length)} thủ tục`, `${found.length} found`)
                : say(`Tất cả ${formatCount('vi', found.length)} thủ tục`, `All ${found.length} procedures`)}
            </h2>
            <ProcedureList language={language} procedures={found} withSummary />
          </section>
        ) : (
          <EmptyState title={say('Không tìm thấy thủ tục nào', 'No procedure was found')}>
            <p>
              {say(
                'Thử ít từ hơn, gõ việc bạn cần bằng lời thường (“làm giấy khai sinh”, “xây nhà”), hoặc bỏ bớt điều kiện lọc. Bạn cũng có thể chọn theo việc:',
                'Try fewer words, say it plainly (“birth certificate”, “building a house”) or remove a filter. Or choose by what happened:',
              )}
            </p>
            <ul>
              {Object.entries(lifeEventWords)
                .filter(([event]) => (facets.lifeEvents[event] ?? 0) > 0)
                .map(([event, label]) => (
                  <li>
                    <a href={localHref(language, `/thu-tuc?su-kien=${event}`)}>{textIn(language, label)}</a>
                  </li>
                ))}
            </ul>
          </EmptyState>
        )}
      </PortalPage>,
    );
  };

function keyOf<Key extends string>(words: Readonly<Record<Key, unknown>>, given: string | undefined): Key | undefined {
  return given !== undefined && Object.hasOwn(words, given) ? (given as Key) : undefined;
}
