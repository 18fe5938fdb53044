import type { Handler } from 'hono';
import type { App } from '#app.ts';
import {
  Button,
  Columns,
  Field,
  Form,
  localHref,
  RoutePicture,
  SearchBox,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from './portal-page.tsx';
import { ProcedureList } from './procedure-list.tsx';
import { lifeEventWords } from './words.ts';

/** For whom the list of first steps is made: one procedure for each of these, when the city has one. */
const firstSteps = ['birth', 'marriage', 'papers', 'housing', 'business', 'death'] as const;

/** `/`: one question, one box; and the other way in, for whoever has filed already. */
export const homePage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const [facets, all] = await Promise.all([app.procedures.facets(), app.procedures.search({})]);
    const chosen = firstSteps.flatMap(
      (event) => all.find(({ definition }) => definition.lifeEvents.includes(event)) ?? [],
    );
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
        <Columns>
          <section class="flow">
            <h2>{say('Theo việc của bạn', 'By what happened')}</h2>
            <ul class="list">
              {events.map(([event, words]) => (
                <li>
                  <a href={localHref(language, `/thu-tuc?su-kien=${event}`)}>{textIn(language, words)}</a>
                </li>
              ))}
            </ul>
          </section>
          <section class="flow">
            <h2>{say('Theo dõi hồ sơ đã nộp', 'Follow a dossier you filed')}</h2>
            <TrackingForm language={language} csrfToken={visitor.csrfToken} />
          </section>
        </Columns>
        {chosen.length > 0 ? (
          <section class="flow">
            <h2>{say('Vài thủ tục để bắt đầu', 'Some procedures to start with')}</h2>
            <ProcedureList language={language} procedures={[...new Map(chosen.map((one) => [one.id, one])).values()]} />
            <p>
              <a href={localHref(language, '/thu-tuc')}>{say('Xem tất cả thủ tục', 'See all procedures')}</a>
            </p>
          </section>
        ) : null}
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
