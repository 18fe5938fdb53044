import type { Handler } from 'hono';
import type { App } from '#app.ts';
import { formatDate } from '#kernel/vietnamese.ts';
import { localDay } from '#kernel/zone.ts';
import type { PublicFeedback } from '#modules/feedback/index.ts';
import {
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
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from '../portal-page.tsx';
import { isLate, rungOf, stateOfItem } from './feedback-words.ts';
import { communeOptions } from './where-step.tsx';

const tabs = ['all', 'open', 'late', 'city-list', 'answered'] as const;
type Tab = (typeof tabs)[number];

const tabWords = {
  all: { vi: 'Tất cả', en: 'All' },
  open: { vi: 'Đang xử lý', en: 'Being handled' },
  late: { vi: 'Quá hạn', en: 'Late' },
  'city-list': { vi: 'Danh sách của Chủ tịch Thành phố', en: "The city chair's list" },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
} as const;

interface Address {
  readonly show: Tab;
  readonly words: string;
  readonly field: string;
  readonly communeId: string;
  readonly after: string;
}

function addressOf(change: Partial<Address>): string {
  const query = new URLSearchParams();
  if (change.show && change.show !== 'all') query.set('xem', change.show);
  if (change.words) query.set('q', change.words);
  if (change.field) query.set('linh-vuc', change.field);
  if (change.communeId) query.set('phuong', change.communeId);
  if (change.after) query.set('sau', change.after);
  const text = query.toString();
  return `/phan-anh${text ? `?${text}` : ''}`;
}

/** `/phan-anh`: everything reported, where it stands, how late it is. Nobody who reported is named. */
export const feedbackListPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const query = (name: string) => (context.req.query(name) ?? '').slice(0, 200);
    const address: Address = {
      show: tabs.find((tab) => tab === query('xem')) ?? 'all',
      words: query('q'),
      field: app.feedback.fields.find(({ code }) => code === query('linh-vuc'))?.code ?? '',
      communeId: /^[a-z0-9.-]{1,60}$/.exec(query('phuong'))?.[0] ?? '',
      after: query('sau'),
    };
    const [list, counts, { tree }] = await Promise.all([
      app.feedback.list(address),
      app.feedback.countTabs(),
      app.ground(),
    ]);
    const now = app.now();
    const at = (path: string) => localHref(language, path);
    const title = say('Phản ánh, kiến nghị', 'Feedback');
    const nameOf = (unitId: string) => {
      const unit = tree.get(unitId);
      return unit ? textIn(language, unit.name) : unitId;
    };
    return context.html(
      <PortalPage
        visitor={visitor}
        title={title}
        description={say(
          'Phản ánh của người dân và việc thành phố đã làm.',
          'What people reported and what the city did.',
        )}
        wide
      >
        <h1>{title}</h1>
        <p class="lead">
          {say(
            'Mỗi phản ánh có ngày trả lời. Ai cũng xem được việc đang ở đâu, trễ bao lâu, trả lời thế nào.',
            'Each has a day for its answer. Everyone can see where it is, how late it is, what was answered.',
          )}
        </p>
        <p>
          <ButtonLink href={at('/phan-anh/gui')}>{say('Gửi phản ánh', 'Report something')}</ButtonLink>
        </p>
        <Columns kind="left">
          <Queues
            label={say('Xem', 'Show')}
            queues={tabs.map((show) => ({
              href: at(addressOf({ ...address, show, after: '' })),
              label: textIn(language, tabWords[show]),
              count: formatCount(language, counts[show]),
              current: show === address.show,
            }))}
          />
          <div>
            <SearchBox
              language={language}
              action={at('/phan-anh')}
              label={say('Tìm theo mã, việc, vị trí', 'Search code, matter, place')}
              value={address.words}
            >
              {address.show === 'all' ? null : <input type="hidden" name="xem" value={address.show} />}
              <Select
                language={language}
                name="linh-vuc"
                label={say('Lĩnh vực', 'Field')}
                placeholder={say('Mọi lĩnh vực', 'All fields')}
                optional
                value={address.field}
                options={app.feedback.fields.map(({ code, name }) => ({ value: code, label: textIn(language, name) }))}
              />
              <Select
                language={language}
                name="phuong"
                label={say('Phường, xã', 'Ward or commune')}
                placeholder={say('Toàn thành phố', 'The whole city')}
                optional
                typeahead
                value={address.communeId}
                options={communeOptions(language, tree)}
              />
            </SearchBox>
            {list.rows.length === 0 ? (
              <EmptyState title={say('Không có phản ánh nào khớp', 'Nothing matches')} />
            ) : (
              <Table
                id="feedback"
                caption={textIn(language, tabWords[address.show])}
                captionHidden
                stack
                columns={[
                  { label: say('Phản ánh', 'Feedback') },
                  { label: say('Ở đâu', 'Where') },
                  { label: say('Cơ quan trả lời', 'Agency') },
                  { label: say('Tình trạng', 'State') },
                ]}
                rows={list.rows.map((item) => [
                  <div>
                    <a href={at(`/phan-anh/${item.code}`)}>{item.title}</a>
                    <div class="small quiet">
                      <span class="code">{item.code}</span> · {dayOf(item.receivedAt)} ·{' '}
                      {say(`${item.reporters} người phản ánh`, `reported by ${item.reporters}`)}
                    </div>
                  </div>,
                  <div>
                    {item.place || '–'}
                    {item.communeId ? <div class="small quiet">{nameOf(item.communeId)}</div> : null}
                  </div>,
                  nameOf(item.agencyId),
                  <ItemState item={item} language={language} now={now} />,
                ])}
              />
            )}
            <Pagination
              language={language}
              previousHref={address.after ? at(addressOf({ ...address, after: '' })) : undefined}
              nextHref={list.next ? at(addressOf({ ...address, after: list.next })) : undefined}
            />
          </div>
        </Columns>
      </PortalPage>,
    );
  };

const dayOf = (moment: string) => formatDate(localDay(Temporal.Instant.from(moment)));

/** State, lateness, and how far up the ladder. */
export function ItemState(props: { item: PublicFeedback; language: 'vi' | 'en'; now: Temporal.Instant }) {
  const { item, language, now } = props;
  const say = speaker(language);
  const state = stateOfItem(item);
  const rung = item.open ? rungOf(item) : null;
  const late = isLate(item, now);
  return (
    <div>
      <Tag tone={state.tone}>{textIn(language, state.name)}</Tag>{' '}
      {late ? (
        <Tag tone="danger">{item.open ? say('Quá hạn', 'Late') : say('Trả lời trễ', 'Answered late')}</Tag>
      ) : null}
      {item.open && item.dueAt ? (
        <div class="small quiet">{say(`hạn ${dayOf(item.dueAt)}`, `due ${dayOf(item.dueAt)}`)}</div>
      ) : null}
      {rung ? <div class="small">{textIn(language, rung)}</div> : null}
    </div>
  );
}
