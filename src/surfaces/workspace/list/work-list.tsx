import type { App } from '#app.ts';
import {
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
import { casePath } from '../kinds.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { putInWords, type RowWords } from './row-words.ts';
import {
  type ListAddress,
  queues,
  queueWords,
  readAddress,
  scopes,
  scopeWords,
  workQuery,
  writeAddress,
} from './work-query.ts';

const pageSize = 25;

/** `/lam-viec`: one list, ordered by the clock. Everything it shows stands in its address. */
export const workListPage = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const address = readAddress((name) => context.req.query(name));
    const query = workQuery(officer, address);
    const { queue: _, words: _w, after: _a, ...whole } = query;
    const [list, counts, procedures] = await Promise.all([
      app.work.list({ ...query, pageSize }),
      app.work.countQueues(whole),
      app.procedures.search({}),
    ]);
    const rows = await putInWords(app, officer, list.rows);
    const { language } = officer.visitor;
    const say = speaker(language);
    const at = (path: string) => localHref(language, path);
    const title = say('Việc cần làm', 'Work');
    return context.html(
      <WorkspacePage officer={officer} title={`${title}: ${textIn(language, queueWords[address.queue])}`}>
        <h1>{title}</h1>
        <Columns kind="left">
          <div class="flow">
            <Queues
              label={say('Phạm vi', 'Whose')}
              queues={scopes.map((scope) => ({
                href: at(writeAddress(address, { scope })),
                label: textIn(language, scopeWords[scope]),
                current: scope === address.scope,
              }))}
            />
            <Queues
              label={say('Nhóm việc', 'Queues')}
              queues={queues.map((queue) => ({
                href: at(writeAddress(address, { queue })),
                label: textIn(language, queueWords[queue]),
                count: queue === 'ended' ? undefined : formatCount(language, counts[queue]),
                current: queue === address.queue,
              }))}
            />
          </div>
          <div>
            <SearchBox
              language={language}
              action={at('/lam-viec')}
              label={say('Tìm theo mã, tên, số định danh, điện thoại', 'Search code, name, personal number, phone')}
              value={address.words}
            >
              {hiddenFields(address)}
              <Select
                language={language}
                name="thu-tuc"
                label={say('Thủ tục', 'Procedure')}
                placeholder={say('Tất cả thủ tục', 'All procedures')}
                value={address.procedureCode}
                options={procedures.map(({ definition }) => ({
                  value: definition.code,
                  label: textIn(language, definition.name),
                }))}
              />
            </SearchBox>
            {rows.length === 0 ? (
              <NothingHere officer={officer} address={address} />
            ) : (
              <WorkTable officer={officer} rows={rows} caption={captionOf(officer, address)} />
            )}
            <Pagination
              language={language}
              previousHref={address.after ? at(writeAddress(address)) : undefined}
              nextHref={list.next ? at(writeAddress(address, { after: list.next })) : undefined}
            />
            {rows.length === 0 ? null : (
              <p class="no-print">
                <ButtonLink href={at(writeAddress(address, {}, '/lam-viec/danh-sach.csv'))} variant="tertiary" download>
                  {say('Tải danh sách này (CSV)', 'Download this list (CSV)')}
                </ButtonLink>{' '}
                <span class="quiet small">
                  {say(
                    'Phím: j, k đi xuống, lên · Enter mở · / tìm',
                    'Keys: j, k down and up · Enter opens · / searches',
                  )}
                </span>
              </p>
            )}
          </div>
        </Columns>
      </WorkspacePage>,
    );
  });

/** The address of the list, but for what the search form itself asks. */
function hiddenFields(address: ListAddress) {
  const query = new URLSearchParams(writeAddress({ ...address, words: '', procedureCode: '' }).split('?')[1] ?? '');
  return [...query].map(([name, value]) => <input type="hidden" name={name} value={value} />);
}

function captionOf(officer: Officer, address: ListAddress): string {
  const { language } = officer.visitor;
  return `${textIn(language, queueWords[address.queue])}, ${textIn(language, scopeWords[address.scope]).toLowerCase()}`;
}

function WorkTable(props: { officer: Officer; rows: readonly RowWords[]; caption: string }) {
  const { language } = props.officer.visitor;
  const say = speaker(language);
  return (
    <Table
      id="work"
      caption={props.caption}
      captionHidden
      stack
      walk
      columns={[
        { label: say('Việc', 'Work') },
        { label: say('Thủ tục, loại việc', 'Procedure, kind') },
        { label: say('Đang ở đâu', 'Where it is') },
        { label: say('Người giữ', 'Holder') },
        { label: say('Còn lại', 'Time left') },
      ]}
      rows={props.rows.map((words) => [
        <div>
          <a class="code" href={localHref(language, casePath(words.row.kind, words.row.caseId))}>
            {words.code}
          </a>
          <br />
          {words.row.title}
        </div>,
        <div>
          {textIn(language, words.subject)}
          {words.row.part ? <div class="small quiet">{textIn(language, words.row.part)}</div> : null}
        </div>,
        <div>
          <Tag tone={words.state.tone}>{textIn(language, words.state.name)}</Tag>
          {words.step ? <div class="small">{textIn(language, words.step)}</div> : null}
        </div>,
        <div>
          {words.holder ? textIn(language, words.holder) : say('Không còn ai giữ', 'Nobody any more')}
          {words.unit && !words.isOwn ? <div class="small quiet">{textIn(language, words.unit)}</div> : null}
        </div>,
        words.left ? (
          <Bar words={textIn(language, words.left.words)} shareOfOne={words.shareOfOne} tone={toneOf(words)} />
        ) : (
          <span class="quiet">{say('đồng hồ đã dừng', 'the clock has stopped')}</span>
        ),
      ])}
    />
  );
}

function toneOf({ left }: RowWords) {
  return left?.state === 'late' ? 'danger' : left?.state === 'soon' ? 'warning' : 'info';
}

function NothingHere(props: { officer: Officer; address: ListAddress }) {
  const { officer, address } = props;
  const { language } = officer.visitor;
  const say = speaker(language);
  if (address.words || address.procedureCode || address.after) {
    return (
      <EmptyState
        title={say('Không có hồ sơ nào khớp', 'No dossier matches')}
        actions={
          <ButtonLink
            variant="secondary"
            href={localHref(language, writeAddress(address, { words: '', procedureCode: '' }))}
          >
            {say('Bỏ điều kiện tìm', 'Clear the search')}
          </ButtonLink>
        }
      >
        <p>{say('Thử ít chữ hơn, hoặc xem phạm vi rộng hơn.', 'Try fewer words, or a wider scope.')}</p>
      </EmptyState>
    );
  }
  if (address.queue === 'overdue')
    return (
      <EmptyState title={say('Không có hồ sơ quá hạn', 'Nothing is overdue')}>
        <p>{say('Mọi hồ sơ đang mở đều còn trong thời hạn.', 'Every open dossier is within its limit.')}</p>
      </EmptyState>
    );
  return (
    <EmptyState title={say('Không có việc trong nhóm này', 'Nothing in this queue')}>
      {address.scope === 'mine' ? (
        <p>
          {say(
            'Hồ sơ chưa phân công cho ai nằm ở “Của đơn vị”.',
            "Dossiers that nobody was assigned yet stand under “My unit's”.",
          )}
        </p>
      ) : null}
    </EmptyState>
  );
}
