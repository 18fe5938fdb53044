import type { Context, Handler } from 'hono';
import type { App } from '#app.ts';
import { isId } from '#kernel/id.ts';
import { compareVietnamese } from '#kernel/vietnamese.ts';
import { toLocal } from '#kernel/zone.ts';
import {
  entryTitle,
  type RegisterDefinition,
  type RegisterEntry,
  unitNamer,
  valueWords,
} from '#modules/registers/index.ts';
import {
  EmptyState,
  formatCount,
  formatMoment,
  List,
  ListItem,
  localHref,
  Pagination,
  SearchBox,
  speaker,
  Table,
  textIn,
} from '#surfaces/ui/index.ts';
import { EntryFacts } from '#surfaces/web/entry-facts.tsx';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from './portal-page.tsx';

const here = '/cong-khai/so';
const pageSize = 20;

/** `/cong-khai/so`: the registers everyone may read. */
export const publicRegistersPage =
  (app: App): Handler<WebEnv> =>
  (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const open = app.registers.all().filter((definition) => definition.public);
    const title = say('Các sổ công khai', 'Public registers');
    return context.html(
      <PortalPage visitor={visitor} title={title}>
        <h1>{title}</h1>
        <p class="lead">
          {say(
            'Những gì các cơ quan của Thành phố ghi lại và chịu trách nhiệm, ai cũng xem và tải về được.',
            'What the agencies of the city record and answer for, for everyone to read and download.',
          )}
        </p>
        {[...Map.groupBy(open, ({ group }) => textIn(language, group))]
          .sort(([one], [other]) => compareVietnamese(one, other))
          .map(([group, definitions]) => (
            <section>
              <h2>{group}</h2>
              <List>
                {definitions.map(({ id, name, purpose }) => (
                  <ListItem title={textIn(language, name)} href={localHref(language, `${here}/${id}`)}>
                    {textIn(language, purpose)}
                  </ListItem>
                ))}
              </List>
            </section>
          ))}
      </PortalPage>,
    );
  };

/** A register that is public; one that is not looks as if it were not there. */
const onPublic =
  (
    app: App,
    handle: (definition: RegisterDefinition, context: Context<WebEnv>) => Promise<Response>,
  ): Handler<WebEnv> =>
  async (context) => {
    const definition = app.registers.find(context.req.param('register') ?? '');
    return definition?.public ? handle(definition, context) : notFoundPage(context);
  };

/** Everything that counts, in the version that counts. */
const published = (definition: RegisterDefinition, rootId: string, words: string) => ({
  registerId: definition.id,
  unitIds: [rootId],
  words,
  counting: true,
});

const rootOf = async (app: App): Promise<string> =>
  [...(await app.ground()).tree.values()].find(({ parentId }) => parentId === null)?.id ?? '';

/** `/cong-khai/so/:register`: what was approved, without internal fields. */
export const publicRegisterPage = (app: App) =>
  onPublic(app, async (definition, context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const words = (context.req.query('q') ?? '').slice(0, 200);
    const given = context.req.query('sau');
    const after = isId(given) ? given : undefined;
    const query = published(definition, await rootOf(app), words);
    const [entries, total] = await Promise.all([
      app.registers.list({ ...query, limit: pageSize + 1, ...(after ? { after } : {}) }),
      app.registers.count(query),
    ]);
    const shown = entries.slice(0, pageSize);
    const { tree } = await app.ground();
    const unitName = unitNamer(tree);
    const title = textIn(language, definition.name);
    const at = (rest = '') => localHref(language, `${here}/${definition.id}${rest}`);
    const withWords = (params: Record<string, string>) =>
      at(`?${new URLSearchParams({ ...(words ? { q: words } : {}), ...params })}`);
    const { properties } = definition.fields;
    const [first = '', ...others] = definition.listed.filter((name) => !properties[name]?.internal);
    const cell = (name: string, entry: RegisterEntry) =>
      textIn(language, valueWords(properties[name]!, entry.entered[name], unitName));
    return context.html(
      <PortalPage
        visitor={visitor}
        title={title}
        wide
        description={textIn(language, definition.purpose)}
        back={{ href: localHref(language, here), label: say('Các sổ công khai', 'Public registers') }}
      >
        <h1>{title}</h1>
        <p class="lead">{textIn(language, definition.purpose)}</p>
        <SearchBox language={language} action={at()} label={say('Tìm trong sổ', 'Search the register')} value={words} />
        <h2>{say(`${formatCount('vi', total)} mục`, `${formatCount('en', total)} entries`)}</h2>
        {shown.length === 0 ? <EmptyState title={say('Chưa có mục nào', 'No entries')} /> : null}
        {shown.length === 0 ? null : (
          <Table
            id="entries"
            caption={title}
            captionHidden
            stack
            columns={[
              { label: textIn(language, properties[first]!.label) },
              ...others.map((name) => ({
                label: textIn(language, properties[name]!.label),
                align: ['integer', 'number'].includes(properties[name]!.type) ? ('end' as const) : undefined,
              })),
              { label: say('Đơn vị', 'Agency') },
            ]}
            rows={shown.map((entry) => [
              <a href={at(`/${entry.id}`)}>{cell(first, entry)}</a>,
              ...others.map((name) => cell(name, entry)),
              textIn(language, unitName(entry.unitId)),
            ])}
          />
        )}
        <Pagination
          language={language}
          previousHref={after ? withWords({}) : undefined}
          nextHref={entries.length > pageSize ? withWords({ sau: shown.at(-1)?.id ?? '' }) : undefined}
        />
        <h2>{say('Dữ liệu mở', 'Open data')}</h2>
        <ul>
          <li>
            <a href={at('/tai-ve.xlsx')} download>
              {say('Bảng tính (.xlsx)', 'Spreadsheet (.xlsx)')}
            </a>
          </li>
          <li>
            <a href={at('/tai-ve.csv')} download>
              CSV
            </a>
          </li>
          <li>
            <a href={`/api/registers/${definition.id}/entries`}>JSON</a>
          </li>
          {definition.dcat ? (
            <li>
              <a href={`/api/registers/${definition.id}/dcat`}>{say('Danh mục DCAT (JSON-LD)', 'DCAT (JSON-LD)')}</a>
            </li>
          ) : null}
        </ul>
        <p class="quiet small">
          {say('Căn cứ', 'Basis')}: <span lang="vi">{definition.source}</span>
        </p>
      </PortalPage>,
    );
  });

/** `/cong-khai/so/:register/:entry`: one entry, in the version that counts, and since when. */
export const publicEntryPage = (app: App) =>
  onPublic(app, async (definition, context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const entry = await app.registers.entry(context.req.param('entry') ?? '');
    if (!entry || entry.registerId !== definition.id || entry.countingVersion === null) return notFoundPage(context);
    const counting = (await app.registers.versions(entry.id)).find(({ version }) => version === entry.countingVersion);
    if (!counting) return notFoundPage(context);
    const unitName = unitNamer((await app.ground()).tree);
    const title = textIn(language, entryTitle(definition, counting.entered, unitName));
    return context.html(
      <PortalPage
        visitor={visitor}
        title={title}
        back={{ href: localHref(language, `${here}/${definition.id}`), label: textIn(language, definition.name) }}
      >
        <h1>{title}</h1>
        <p class="lead">{textIn(language, unitName(entry.unitId))}</p>
        <EntryFacts language={language} definition={definition} entered={counting.entered} unitName={unitName} />
        <p class="quiet small">
          {say('Vào sổ lúc', 'In the register since')} {formatMoment(toLocal(counting.recordedAt))}
        </p>
      </PortalPage>,
    );
  });

/** `…/tai-ve.csv` and `…/tai-ve.xlsx`: all that counts. */
export const publicRegisterExport = (app: App, format: 'csv' | 'xlsx') =>
  onPublic(app, async (definition, context) => {
    const query = published(definition, await rootOf(app), '');
    const file = await app.registers.export(definition, query, format, visitorOf(context).language);
    return context.body(Buffer.from(file.content), 200, {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${file.fileName}"`,
    });
  });
