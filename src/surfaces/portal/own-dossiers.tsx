import type { Handler } from 'hono';
import type { App } from '#app.ts';
import { toLocal } from '#kernel/zone.ts';
import {
  ButtonLink,
  DueDate,
  EmptyState,
  formatMoment,
  List,
  ListItem,
  localHref,
  speaker,
  Tag,
  textIn,
} from '#surfaces/ui/index.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage, signInPath } from './portal-page.tsx';
import { isRunning, wordsOfState } from './words.ts';

/** `/ho-so-cua-toi`: what I filed, what waits for me first, and what I began. */
export const ownDossiersPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const { language, actor } = visitor;
    const say = speaker(language);
    const at = (path: string) => localHref(language, path);
    if (!actor?.accountId) return context.redirect(at(signInPath('/ho-so-cua-toi')), 303);
    if (actor.kind !== 'citizen') return context.redirect(at('/lam-viec'), 303);
    const [rows, drafts, ground] = await Promise.all([
      app.dossiers.listOwn(actor.accountId),
      app.drafts.list(actor.accountId),
      app.ground(),
    ]);
    const begun = await Promise.all(
      drafts.map(async (draft) => ({ draft, procedure: await app.procedures.version(draft.procedureVersionId) })),
    );
    const waiting = (state: string) => state.startsWith('awaiting');
    const ordered = [...rows.filter(({ state }) => waiting(state)), ...rows.filter(({ state }) => !waiting(state))];
    return context.html(
      <PortalPage visitor={visitor} title={say('Hồ sơ của tôi', 'My dossiers')}>
        <h1>{say('Hồ sơ của tôi', 'My dossiers')}</h1>
        <p>
          <a href={at('/ho-so-cua-toi/giay-to')}>{say('Giấy tờ của tôi, để dùng lại', 'My papers, to use again')}</a>
          <a href={at('/ho-so-cua-toi/thong-bao')}>
            {say('Thông báo và cách nhận thông báo', 'Notices and how you are told')}
          </a>
        </p>
        {ordered.length === 0 ? (
          <EmptyState
            title={say('Bạn chưa nộp hồ sơ nào', 'You have not filed anything yet')}
            actions={<ButtonLink href={at('/thu-tuc')}>{say('Tìm thủ tục', 'Find a procedure')}</ButtonLink>}
          >
            <p>
              {say(
                'Hồ sơ nộp khi chưa đăng nhập không hiện ở đây; theo dõi bằng mã hồ sơ và mã bí mật.',
                'What you filed without signing in is not listed here; follow it by its code and secret.',
              )}
            </p>
          </EmptyState>
        ) : (
          <section class="flow">
            <h2>{say('Đã nộp', 'Filed')}</h2>
            <List>
              {ordered.map((row) => {
                const words = wordsOfState(row.state);
                const unit = ground.tree.get(row.receivingUnitId);
                return (
                  <ListItem
                    href={at(`/ho-so-cua-toi/${row.caseId}`)}
                    title={textIn(language, row.procedure)}
                    tag={<Tag tone={words.tone}>{textIn(language, words.name)}</Tag>}
                    facts={[
                      { label: say('Mã', 'Code'), value: <span class="code">{row.code ?? row.reference}</span> },
                      { label: say('Nơi nhận', 'Agency'), value: unit ? textIn(language, unit.name) : '' },
                      { label: say('Nộp lúc', 'Filed'), value: formatMoment(toLocal(row.openedAt)) },
                      ...(row.dueAt && isRunning(row.state)
                        ? [
                            {
                              label: say('Hẹn', 'Due'),
                              value: <DueDate language={language} due={toLocal(row.dueAt)} />,
                            },
                          ]
                        : []),
                    ]}
                  />
                );
              })}
            </List>
          </section>
        )}
        {begun.length > 0 ? (
          <section class="flow">
            <h2>{say('Đang viết dở', 'Begun and not filed')}</h2>
            <List>
              {begun.map(({ draft, procedure }) =>
                procedure ? (
                  <ListItem
                    href={at(`/nop-ho-so/${procedure.definition.code}/${draft.id}/kiem-tra`)}
                    title={textIn(language, procedure.definition.name)}
                    facts={[
                      { label: say('Sửa lần cuối', 'Last changed'), value: formatMoment(toLocal(draft.changedAt)) },
                    ]}
                  />
                ) : null,
              )}
            </List>
          </section>
        ) : null}
      </PortalPage>,
    );
  };
