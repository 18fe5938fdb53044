import type { App } from '#app.ts';
import { compareVietnamese } from '#kernel/vietnamese.ts';
import { cityIn } from '#modules/organisation/index.ts';
import { approvingPost, isReadable, type RegisterEntry, valueWords } from '#modules/registers/index.ts';
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  EmptyState,
  Field,
  Form,
  formatCount,
  Grid,
  localHref,
  Pagination,
  Select,
  speaker,
  Table,
  Tag,
  textIn,
} from '#surfaces/ui/index.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import {
  type EntryAddress,
  entryQuery,
  narrowingFields,
  readEntryAddress,
  writeEntryAddress,
} from './entry-address.ts';
import { type OpenRegister, onRegister, registersPath } from './on-register.ts';
import { standingWords } from './standing-words.ts';

const pageSize = 50;

/** `/lam-viec/so/:register`: the entries, narrowed and searched, newest first. */
export const entryListPage = (app: App) =>
  onRegister(app, async (open, context) => {
    const { officer, definition } = open;
    const { language } = officer.visitor;
    const say = speaker(language);
    const typed = readEntryAddress(definition, (name) => context.req.query(name));
    const unit = officer.ground.tree.get(typed.unitId);
    const address = unit && isReadable(open.paths, unit.path) ? typed : { ...typed, unitId: '' };
    const query = entryQuery(definition, address, open.unitIds);
    const [entries, total] = await Promise.all([
      app.registers.list({ ...query, limit: pageSize + 1, ...(address.after ? { after: address.after } : {}) }),
      app.registers.count(query),
    ]);
    const shown = entries.slice(0, pageSize);
    const title = textIn(language, definition.name);
    const done = context.req.query('xong');
    return context.html(
      <WorkspacePage
        officer={officer}
        title={title}
        back={{ href: localHref(language, registersPath), label: say('Các sổ', 'Registers') }}
      >
        {done ? <DoneAlert open={open} done={done} count={Number(context.req.query('so') ?? 0)} /> : null}
        <h1>{title}</h1>
        <p class="lead">{textIn(language, definition.purpose)}</p>
        <p class="quiet small">
          {say('Căn cứ', 'Basis')}: <span lang="vi">{definition.source}</span>
        </p>
        {open.writable.length > 0 ? (
          <Actions>
            <ButtonLink href={open.href('ghi')}>{say('Ghi mục mới', 'Record an entry')}</ButtonLink>
            <ButtonLink href={open.href('nhap')} variant="secondary">
              {say('Nhập từ tệp', 'Import a file')}
            </ButtonLink>
          </Actions>
        ) : null}
        <Narrowing open={open} address={address} />
        {shown.length === 0 ? (
          <EmptyState title={say('Chưa có mục nào', 'No entries')} />
        ) : (
          <>
            <p class="quiet">{say(`${formatCount('vi', total)} mục`, `${formatCount('en', total)} entries`)}</p>
            <EntryTable open={open} entries={shown} />
          </>
        )}
        <Pagination
          language={language}
          previousHref={address.after ? open.href() + writeEntryAddress(address, { after: '' }) : undefined}
          nextHref={
            entries.length > pageSize
              ? open.href() + writeEntryAddress(address, { after: shown.at(-1)?.id ?? '' })
              : undefined
          }
        />
        {total > 0 ? (
          <p class="no-print">
            <a href={open.href('tai-ve.xlsx') + writeEntryAddress(address, { after: '' })} download>
              {say('Tải về bảng tính (.xlsx)', 'Download as a spreadsheet (.xlsx)')}
            </a>
            {' · '}
            <a href={open.href('tai-ve.csv') + writeEntryAddress(address, { after: '' })} download>
              CSV
            </a>
          </p>
        ) : null}
      </WorkspacePage>,
    );
  });

function DoneAlert(props: { open: OpenRegister; done: string; count: number }) {
  const { language } = props.open.officer.visitor;
  const say = speaker(language);
  const count = formatCount(language, props.count);
  const words =
    props.done === 'duyet'
      ? say(`Đã duyệt ${count} mục`, `${count} entries approved`)
      : say(`Đã nhập ${count} mục`, `${count} entries imported`);
  return <Alert language={language} tone="success" live title={words} />;
}

function Narrowing(props: { open: OpenRegister; address: EntryAddress }) {
  const { open, address } = props;
  const { definition, officer } = open;
  const { language } = officer.visitor;
  const say = speaker(language);
  const units = [...officer.ground.tree.values()]
    .filter(({ kind, path }) => definition.owners.includes(kind) && isReadable(open.paths, path))
    .map(({ id }) => ({ value: id, label: textIn(language, open.unitName(id)) }))
    .sort((one, other) => compareVietnamese(one.label, other.label));
  return (
    <form class="flow no-print" method="get" action={open.href()}>
      <Grid>
        <Field
          language={language}
          kind="search"
          name="q"
          label={say('Tìm', 'Search')}
          value={address.words}
          noRequire
        />
        {units.length > 1 ? (
          <Select
            language={language}
            name="noi"
            label={say('Đơn vị', 'Agency')}
            placeholder={say('Tất cả', 'All')}
            optional
            typeahead={units.length > 10}
            value={address.unitId}
            options={units}
          />
        ) : null}
        {narrowingFields(definition).map((name) => {
          const field = definition.fields.properties[name]!;
          return (
            <Select
              language={language}
              name={`m-${name}`}
              label={textIn(language, field.label)}
              placeholder={say('Tất cả', 'All')}
              optional
              value={address.where[name] ?? ''}
              options={(field.enum ?? []).map((value) => ({
                value,
                label: textIn(language, field.words?.[value] ?? { vi: value, en: value }),
              }))}
            />
          );
        })}
        <Select
          language={language}
          name="tinh-trang"
          label={say('Tình trạng', 'State')}
          placeholder={say('Tất cả', 'All')}
          optional
          value={address.standing}
          options={Object.entries(standingWords).map(([value, { name }]) => ({ value, label: textIn(language, name) }))}
        />
      </Grid>
      <Button variant="secondary">{say('Lọc', 'Show')}</Button>
    </form>
  );
}

/** The table; who approves some of it ticks what is approved together. */
function EntryTable(props: { open: OpenRegister; entries: readonly RegisterEntry[] }) {
  const { open, entries } = props;
  const { definition, officer, unitName } = open;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const approvable = new Set(
    entries.flatMap(({ id, unitId, standing }) => {
      const unit = officer.ground.tree.get(unitId);
      const mayApprove =
        standing === 'proposed' &&
        unit &&
        approvingPost(definition, officer.actor, unit, officer.ground.tree, officer.now);
      return mayApprove ? [id] : [];
    }),
  );
  const cell = (name: string, entry: RegisterEntry) =>
    textIn(language, valueWords(definition.fields.properties[name]!, entry.entered[name], unitName));
  const [first = '', ...others] = definition.listed;
  const isNumber = (name: string) => ['integer', 'number'].includes(definition.fields.properties[name]!.type);
  const severalUnits =
    new Set(entries.map(({ unitId }) => unitId)).size > 1 || open.unitIds[0] === cityIn(open.officer.ground.tree).id;
  const table = (
    <Table
      id="entries"
      caption={textIn(language, definition.name)}
      captionHidden
      stack
      columns={[
        { label: textIn(language, definition.fields.properties[first]!.label) },
        ...others.map((name) => ({
          label: textIn(language, definition.fields.properties[name]!.label),
          align: isNumber(name) ? ('end' as const) : undefined,
        })),
        ...(severalUnits ? [{ label: say('Đơn vị', 'Agency') }] : []),
        { label: say('Tình trạng', 'State') },
      ]}
      rows={entries.map((entry) => [
        <a href={open.href(entry.id)}>{cell(first, entry)}</a>,
        ...others.map((name) => cell(name, entry)),
        ...(severalUnits ? [textIn(language, unitName(entry.unitId))] : []),
        <div>
          <Tag tone={standingWords[entry.standing].tone}>{textIn(language, standingWords[entry.standing].name)}</Tag>
          {approvable.has(entry.id) ? (
            <label class="small">
              {' '}
              <input type="checkbox" name="entry" value={`${entry.id} ${entry.latestVersion}`} />{' '}
              {say('Duyệt', 'Approve')}
              <span class="ds-sr-only"> {cell(first, entry)}</span>
            </label>
          ) : null}
        </div>,
      ])}
    />
  );
  if (approvable.size === 0) return table;
  return (
    <Form csrfToken={csrfToken} action={open.href('duyet')}>
      {table}
      <Button>{say('Duyệt các mục đã chọn', 'Approve those chosen')}</Button>
    </Form>
  );
}
