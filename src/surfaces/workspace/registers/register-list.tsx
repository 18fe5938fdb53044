import type { App } from '#app.ts';
import { compareVietnamese } from '#kernel/vietnamese.ts';
import { EmptyState, formatCount, List, ListItem, localHref, speaker, Tag, textIn } from '#surfaces/ui/index.ts';
import { asOfficer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { openRegister, registersPath } from './on-register.ts';

/** `/lam-viec/so`: the registers the officer reads, by what they are about, with how many entries count and wait. */
export const registerListPage = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const { language } = officer.visitor;
    const say = speaker(language);
    const open = app.registers.all().flatMap((definition) => openRegister(officer, definition) ?? []);
    const counts = await app.registers.countEach(
      open.map(({ definition, unitIds }) => ({ registerId: definition.id, unitIds })),
    );
    const groups = Map.groupBy(open, ({ definition }) => textIn(language, definition.group));
    const title = say('Sổ số liệu', 'Registers');
    return context.html(
      <WorkspacePage officer={officer} title={title}>
        <h1>{title}</h1>
        <p class="lead">
          {say(
            'Số liệu do người ghi, có người duyệt, có chứng cứ và có vết. Báo cáo đếm từ các sổ này, không gõ số vào báo cáo.',
            'Facts that people record, approved, with evidence and a trace. Reports count from here; nobody types a figure into a report.',
          )}
        </p>
        {open.length === 0 ? (
          <EmptyState title={say('Vị trí của bạn chưa có sổ nào', 'Your post has no register')} />
        ) : null}
        {[...groups]
          .sort(([one], [other]) => compareVietnamese(one, other))
          .map(([group, registers]) => (
            <section>
              <h2>{group}</h2>
              <List>
                {registers.map(({ definition, writable }) => {
                  const { counting = 0, proposed = 0 } = counts.get(definition.id) ?? {};
                  return (
                    <ListItem
                      title={textIn(language, definition.name)}
                      href={localHref(language, `${registersPath}/${definition.id}`)}
                      tag={
                        proposed > 0 ? (
                          <Tag tone="warning">
                            {say(
                              `${formatCount('vi', proposed)} mục chờ duyệt`,
                              `${formatCount('en', proposed)} to be approved`,
                            )}
                          </Tag>
                        ) : undefined
                      }
                      facts={[
                        { label: say('Đã vào sổ', 'In the register'), value: formatCount(language, counting) },
                        {
                          label: say('Bạn', 'You'),
                          value: writable.length > 0 ? say('được ghi', 'may write') : say('được xem', 'may read'),
                        },
                        {
                          label: say('Công khai', 'Public'),
                          value: definition.public ? say('có', 'yes') : say('không', 'no'),
                        },
                      ]}
                    >
                      {textIn(language, definition.purpose)}
                    </ListItem>
                  );
                })}
              </List>
            </section>
          ))}
      </WorkspacePage>,
    );
  });
