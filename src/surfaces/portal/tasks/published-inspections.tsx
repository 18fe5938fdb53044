import type { Handler } from 'hono';
import type { App } from '#app.ts';
import { EmptyState, formatDate, localHref, Pagination, speaker, Table, Tag, textIn } from '#surfaces/ui/index.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from '../portal-page.tsx';

/** `/cong-khai/kiem-tra`: what the city looked into, and how much of it is mended. No person is named. */
export const publishedInspectionsPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const after = /^KT-\d{4}-\d{5,}$/.exec(context.req.query('sau') ?? '')?.[0];
    const [rows, { tree }] = await Promise.all([app.inspections.listPublic(after), app.ground()]);
    const title = say('Kết luận kiểm tra', 'Conclusions of inspections');
    const last = rows.length === 50 ? rows.at(-1)?.code : undefined;
    return context.html(
      <PortalPage visitor={visitor} title={title} wide>
        <h1>{title}</h1>
        <p class="lead">
          {say(
            'Thành phố kiểm tra việc phục vụ người dân ở từng đơn vị, nêu việc sai và theo dõi đến khi khắc phục xong.',
            'The city looks at how each unit serves people, says what is wrong, and follows it until it is mended.',
          )}
        </p>
        {rows.length === 0 ? (
          <EmptyState title={say('Chưa có kết luận nào', 'No conclusion yet')} />
        ) : (
          <Table
            id="inspections"
            caption={title}
            captionHidden
            stack
            columns={[
              { label: say('Đơn vị', 'Unit') },
              { label: say('Nội dung', 'Subject') },
              { label: say('Kết luận', 'Conclusion') },
              { label: say('Đã khắc phục', 'Mended') },
            ]}
            rows={rows.map((row) => [
              textIn(language, tree.get(row.unitId)?.name ?? { vi: row.unitId, en: row.unitId }),
              textIn(language, row.subject),
              <div>
                {row.conclusion}
                <div class="small quiet">{formatDate(Temporal.PlainDate.from(row.concludedOn))}</div>
              </div>,
              row.findings === 0 ? (
                say('không có việc sai', 'nothing was wrong')
              ) : (
                <div>
                  {row.mended} / {row.findings}{' '}
                  {row.late > 0 ? <Tag tone="danger">{say(`${row.late} quá hạn`, `${row.late} late`)}</Tag> : null}
                </div>
              ),
            ])}
          />
        )}
        <Pagination
          language={language}
          previousHref={after ? localHref(language, '/cong-khai/kiem-tra') : undefined}
          nextHref={last ? localHref(language, `/cong-khai/kiem-tra?sau=${last}`) : undefined}
        />
      </PortalPage>,
    );
  };
