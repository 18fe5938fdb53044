import type { Handler } from 'hono';
import type { App } from '#app.ts';
import type { Text } from '#kernel/text.ts';
import { List, ListItem, localHref, speaker, textIn } from '#surfaces/ui/index.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from '../portal-page.tsx';

/** By the first word of their ids. */
const groups: readonly (readonly [prefixes: readonly string[], name: Text])[] = [
  [['dossiers', 'legs'], { vi: 'Hồ sơ', en: 'Dossiers' }],
  [['ii06a'], { vi: 'Biểu II.06a/VPCP/KSTT', en: 'Form II.06a/VPCP/KSTT' }],
  [['ii07b'], { vi: 'Biểu II.07b/VPCP/KSTT', en: 'Form II.07b/VPCP/KSTT' }],
  [['indicator'], { vi: 'Chín chỉ số của Thông tư 01/2018', en: 'The nine indicators of Circular 01/2018' }],
  [['indices'], { vi: 'Kết quả các bộ chỉ số', en: 'Results of the indices' }],
  [['feedback'], { vi: 'Phản ánh, kiến nghị', en: 'Feedback' }],
  [['tasks'], { vi: 'Nhiệm vụ được giao', en: 'Assigned tasks' }],
  [['inspections'], { vi: 'Kiểm tra công vụ', en: 'Inspections' }],
  [
    ['procedures', 'eservices', 'communes'],
    { vi: 'Thủ tục, dịch vụ công trực tuyến', en: 'Procedures and e-services' },
  ],
  [['org', 'delegation', 'iso', 'desks'], { vi: 'Tổ chức bộ máy', en: 'Organisation' }],
];

const rest: Text = { vi: 'Từ các sổ', en: 'From registers' };

/** `/cong-khai/so-lieu`: every figure the city counts, with what it means. */
export const figuresPage =
  (app: App): Handler<WebEnv> =>
  (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const title = say('Các chỉ tiêu số liệu', 'Figures');
    const groupOf = (id: string) => groups.find(([prefixes]) => prefixes.includes(id.split('.')[0] ?? ''))?.[1] ?? rest;
    return context.html(
      <PortalPage visitor={visitor} title={title}>
        <h1>{title}</h1>
        <p class="lead">
          {say(
            'Mỗi con số đều có định nghĩa, căn cứ và được đếm từ nhật ký; không ai nhập tay con số đếm được.',
            'Every number has a definition and a legal basis and is counted from the journals; nobody types what can be counted.',
          )}
        </p>
        {[...Map.groupBy(app.figures.catalogue, ({ id }) => groupOf(id))].map(([name, definitions]) => (
          <section>
            <h2>{textIn(language, name)}</h2>
            <List>
              {definitions.map((definition) => (
                <ListItem
                  title={textIn(language, definition.name)}
                  href={localHref(language, `/cong-khai/so-lieu/${definition.id}`)}
                >
                  {textIn(language, definition.definition)}
                </ListItem>
              ))}
            </List>
          </section>
        ))}
      </PortalPage>,
    );
  };
