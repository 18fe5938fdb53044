import type { Handler } from 'hono';
import type { App } from '#app.ts';
import { shareInWords } from '#kernel/share.ts';
import type { Language } from '#kernel/text.ts';
import type { CityFigures } from '#modules/dossiers/index.ts';
import type { LifeEvent, ProcedureInForce } from '#modules/procedures/index.ts';
import {
  Button,
  Columns,
  Field,
  Figures,
  Form,
  formatCount,
  Grid,
  localHref,
  Panel,
  RoutePicture,
  SearchBox,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from './portal-page.tsx';
import { lifeEventWords } from './words.ts';

/** Procedures named under each event, as examples of what is there. */
const mostExamples = 3;

/** `/`: one question, one box; and the other way in, for whoever has filed already. */
export const homePage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const [facets, all, figures] = await Promise.all([
      app.procedures.facets(),
      app.procedures.search({}),
      app.dossiers.monthFigures(),
    ]);
    const events = Object.entries(lifeEventWords).filter(([event]) => (facets.lifeEvents[event] ?? 0) > 0);
    return context.html(
      <PortalPage
        visitor={visitor}
        title={say('Thủ tục hành chính thành phố Hà Nội', 'Administrative procedures of Hà Nội City')}
        description={say(
          'Tìm thủ tục, biết cần mang gì, mất bao lâu, nộp hồ sơ và theo dõi từng bước.',
          'Find a procedure, see what to bring and how long it takes, file it and follow each step.',
        )}
      >
        <Columns>
          <div class="flow">
            <SearchBox
              language={language}
              large
              action={localHref(language, '/thu-tuc')}
              label={say('Bạn cần làm thủ tục gì?', 'What do you need to do?')}
              hint={say(
                'Gõ bằng lời thường, có dấu hay không dấu đều được. Ví dụ: khai sinh, giay phep xay nha.',
                'Plain words, in Vietnamese or English, with or without diacritics: birth, building permit.',
              )}
            />
            <p>
              <a href={localHref(language, '/thu-tuc')}>
                {say(`Xem tất cả ${all.length} thủ tục`, `See all ${all.length} procedures`)}
              </a>
            </p>
            <MonthFigures language={language} month={app.today().month} figures={figures} />
          </div>
          <Panel>
            <h2>{say('Theo dõi hồ sơ đã nộp', 'Follow a dossier you filed')}</h2>
            <TrackingForm language={language} csrfToken={visitor.csrfToken} />
          </Panel>
        </Columns>
        <section class="flow full">
          <h2>{say('Theo việc của bạn', 'By what happened')}</h2>
          <Grid>
            {events.map(([event, words]) => (
              <div>
                <h3>
                  <a href={localHref(language, `/thu-tuc?su-kien=${event}`)}>{textIn(language, words)}</a>
                </h3>
                <ul>
                  {examples(event as LifeEvent, all).map(({ definition }) => (
                    <li>
                      <a href={localHref(language, `/thu-tuc/${definition.code}`)}>
                        {textIn(language, definition.name)}
                      </a>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </Grid>
        </section>
        <section class="flow full">
          <h2>{say('Hồ sơ đi như thế nào', 'How a dossier goes')}</h2>
          <RoutePicture
            language={language}
            label={say('Bốn bước của một hồ sơ', 'The four steps of a dossier')}
            across
            stations={[
              {
                name: say('Chuẩn bị', 'Prepare'),
                note: say('Xem cần mang gì theo đúng trường hợp của bạn.', 'See what to bring in your own case.'),
              },
              {
                name: say('Nộp', 'File'),
                note: say(
                  'Trên mạng hoặc tại Bộ phận Một cửa. Bạn có ngay mã theo dõi.',
                  'Online or at the one-stop desk. You get a tracking code at once.',
                ),
              },
              {
                name: say('Được tiếp nhận', 'Accepted'),
                note: say(
                  'Có mã hồ sơ và ngày hẹn, kèm cách tính từng ngày.',
                  'You get the dossier code and a due day, explained day by day.',
                ),
              },
              {
                name: say('Nhận kết quả', 'Get the result'),
                note: say(
                  'Đúng ngày hẹn. Nếu phải chậm, cơ quan xin lỗi và báo trước.',
                  'By the due day. If it must be late, the office apologises beforehand.',
                ),
              },
            ]}
          />
        </section>
      </PortalPage>,
    );
  };

/** Four honest numbers: what came, what was finished, how much of it in time, what is late now. */
function MonthFigures(props: { language: Language; month: number; figures: CityFigures }) {
  const { language, month, figures } = props;
  const say = speaker(language);
  const { accepted, settled, inTime, lateNow } = figures;
  const count = (value: number) => formatCount(language, value);
  return (
    <section class="flow" aria-labelledby="month">
      <h2 id="month">{say(`Tháng ${month} đến nay`, 'So far this month')}</h2>
      {accepted === 0 && settled === 0 && lateNow === 0 ? (
        <p class="quiet">{say('Chưa có hồ sơ nào trong tháng này.', 'No dossiers yet this month.')}</p>
      ) : (
        <Figures
          figures={[
            { value: count(accepted), label: say('hồ sơ đã tiếp nhận', 'dossiers accepted') },
            { value: count(settled), label: say('hồ sơ có kết quả', 'dossiers settled') },
            {
              value: shareInWords(language, inTime, settled),
              label: say('trong số đó đúng hoặc trước hạn', 'of them early or on time'),
            },
            { value: count(lateNow), label: say('hồ sơ đang quá hạn', 'dossiers overdue now') },
          ]}
        />
      )}
    </section>
  );
}

/** Those made for this event first, then those that also serve it. */
function examples(event: LifeEvent, all: readonly ProcedureInForce[]): readonly ProcedureInForce[] {
  const its = all.filter(({ definition }) => definition.lifeEvents.includes(event));
  const first = its.filter(({ definition }) => definition.lifeEvents[0] === event);
  return [...new Set([...first, ...its])].slice(0, mostExamples);
}

/** Code and secret, for the home page and the tracking page. */
export function TrackingForm(props: {
  language: 'vi' | 'en';
  csrfToken: string;
  code?: string | undefined;
  error?: string | undefined;
}) {
  const { language } = props;
  const say = speaker(language);
  return (
    <Form action={localHref(language, '/tra-cuu/ket-qua')} csrfToken={props.csrfToken}>
      <Field
        language={language}
        name="code"
        kind="code"
        width="medium"
        maxLength={60}
        label={say('Mã hồ sơ', 'Dossier code')}
        hint={say(
          'Mã trên giấy hẹn, hoặc mã MC-… khi chưa được tiếp nhận',
          'From your receipt, or MC-… before acceptance',
        )}
        value={props.code}
        error={props.error}
      />
      <Field
        language={language}
        name="secret"
        kind="code"
        width="short"
        maxLength={20}
        label={say('Mã bí mật', 'Secret')}
        hint={say('8 chữ và số', '8 letters and digits')}
      />
      <Button variant="secondary">{say('Xem hồ sơ đang ở đâu', 'See where it is')}</Button>
    </Form>
  );
}
