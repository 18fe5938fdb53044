import type { Handler } from 'hono';
import type { App } from '#app.ts';
import { EmptyState, formatDate, List, ListItem, localHref, speaker } from '#surfaces/ui/index.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from '../portal-page.tsx';

/** `/bao-cao`: the reports that were signed. */
export const publishedReportsPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const reports = await app.reports.published();
    const day = (written: string) => formatDate(Temporal.PlainDate.from(written));
    const title = say('Báo cáo đã công bố', 'Published reports');
    return context.html(
      <PortalPage visitor={visitor} title={title}>
        <h1>{title}</h1>
        <p class="lead">
          {say(
            'Mỗi con số trong báo cáo đều bấm được: định nghĩa, ngày chốt, và hồ sơ đứng sau nó.',
            'Every number can be clicked: its definition, its cut-off, and the cases behind it.',
          )}
        </p>
        {reports.length === 0 ? (
          <EmptyState title={say('Chưa có báo cáo nào được công bố', 'No report is published yet')} />
        ) : (
          <>
            <h2>{say('Các báo cáo đã ký', 'Reports that were signed')}</h2>
            <List>
              {reports.map(({ code, title: name, number, notation, day: signed, from, to, restatements }) => (
                <ListItem href={localHref(language, `/bao-cao/${code}`)} title={name}>
                  {number}/{notation}, {day(signed)} · {say('số liệu', 'figures')} {day(from)} – {day(to)}
                  {restatements > 0
                    ? ` · ${say(`${restatements} lần điều chỉnh`, `${restatements} restatements`)}`
                    : ''}
                </ListItem>
              ))}
            </List>
          </>
        )}
      </PortalPage>,
    );
  };
