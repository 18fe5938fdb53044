import type { Context, Handler } from 'hono';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { Language } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import {
  isConsentInForce,
  isUsableOn,
  type KeptPaper,
  type PaperAccess,
  type PaperConsent,
} from '#modules/papers/index.ts';
import {
  Alert,
  Button,
  EmptyState,
  Facts,
  Form,
  formatDate,
  formatMoment,
  formatSize,
  List,
  ListItem,
  localHref,
  speaker,
  Tag,
  Timeline,
  textIn,
} from '#surfaces/ui/index.ts';
import { sendPaper } from '#surfaces/web/paper-response.ts';
import { accessWords, basisWords } from '#surfaces/web/paper-words.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { type Visitor, visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage, signInPath } from './portal-page.tsx';
import { Section } from './section.tsx';

const here = '/ho-so-cua-toi/giay-to';

interface OwnVault {
  readonly visitor: Visitor;
  readonly accountId: string;
  readonly vault: Awaited<ReturnType<App['papers']['own']>>;
}

function onVault(
  app: App,
  handle: (own: OwnVault, context: Context<WebEnv>) => Response | Promise<Response>,
): Handler<WebEnv> {
  return async (context) => {
    const visitor = visitorOf(context);
    const actor: Actor | null = visitor.actor;
    if (!actor?.accountId) return context.redirect(localHref(visitor.language, signInPath(visitor.path)), 303);
    if (actor.kind !== 'citizen') return notFoundPage(context);
    return handle({ visitor, accountId: actor.accountId, vault: await app.papers.own(actor.accountId) }, context);
  };
}

/** `/ho-so-cua-toi/giay-to`: what I handed in and received, to use again. */
export const ownPapersPage = (app: App) =>
  onVault(app, ({ visitor, vault }, context) => {
    const { language } = visitor;
    const say = speaker(language);
    const title = say('Giấy tờ của tôi', 'My papers');
    return context.html(
      <PortalPage
        visitor={visitor}
        title={title}
        back={{ href: localHref(language, '/ho-so-cua-toi'), label: say('Hồ sơ của tôi', 'My dossiers') }}
      >
        <h1>{title}</h1>
        <p class="lead">
          {say(
            'Giấy tờ bạn đã nộp và kết quả bạn đã nhận. Khi nộp hồ sơ mới, bạn chọn lại ở đây thay vì nộp lần nữa.',
            'What you handed in and received. When you file again you choose from here instead of handing it in anew.',
          )}
        </p>
        {vault.isProven ? null : (
          <Alert
            language={language}
            title={say('Tài khoản chưa được xác thực danh tính', 'Your identity is not proven yet')}
          >
            <p>
              {say(
                'Ở đây mới có giấy tờ nộp từ chính tài khoản này. Mang thẻ căn cước đến một Bộ phận Một cửa để thấy cả giấy tờ nộp tại quầy và kết quả.',
                'Only what this account handed in is here. Bring your identity card to a one-stop desk to see also what you handed in there and your results.',
              )}
            </p>
          </Alert>
        )}
        {vault.kept.length === 0 ? (
          <EmptyState title={say('Chưa có giấy tờ nào', 'No papers yet')}>
            <p>
              {say('Giấy tờ được giữ ở đây sau khi bạn nộp hồ sơ.', 'Papers are kept here after you file a dossier.')}
            </p>
          </EmptyState>
        ) : (
          <List>
            {vault.kept.map((paper) => {
              const uses = vault.looks.filter(
                ({ keptPaperId, act }) => keptPaperId === paper.id && act === 'used',
              ).length;
              return (
                <ListItem
                  href={localHref(language, `${here}/${paper.id}`)}
                  title={textIn(language, paper.name)}
                  tag={<ValidityTag language={language} paper={paper} today={app.today()} />}
                  facts={[
                    {
                      label: paper.kind === 'result' ? say('Nhận ngày', 'Received') : say('Nộp ngày', 'Handed in'),
                      value: formatDate(paper.keptOn),
                    },
                    { label: say('Từ hồ sơ', 'From dossier'), value: <span class="code">{paper.fromCode}</span> },
                    { label: say('Dùng lại', 'Used again'), value: say(`${uses} lần`, `${uses} times`) },
                  ]}
                />
              );
            })}
          </List>
        )}
      </PortalPage>,
    );
  });

function ValidityTag(props: { language: Language; paper: KeptPaper; today: Temporal.PlainDate }) {
  const { language, paper, today } = props;
  const say = speaker(language);
  if (!isUsableOn(paper, today)) return <Tag tone="neutral">{say('Không dùng lại được', 'No longer usable')}</Tag>;
  return <Tag tone={paper.kind === 'result' ? 'success' : 'info'}>{kindWords(language, paper)}</Tag>;
}

const kindWords = (language: Language, { kind }: KeptPaper): string =>
  speaker(language)(kind === 'result' ? 'Kết quả' : 'Giấy tờ đã nộp', kind === 'result' ? 'Result' : 'Handed in');

/** `…/:id`: one paper, where it was used, who may use it, who looked. */
export const ownPaperPage = (app: App) =>
  onVault(app, async ({ visitor, vault }, context) => {
    const paper = vault.kept.find(({ id }) => id === context.req.param('id'));
    if (!paper) return notFoundPage(context);
    const { language } = visitor;
    const say = speaker(language);
    const ground = await app.ground();
    const consents = vault.consents.filter(({ keptPaperId }) => keptPaperId === paper.id);
    const looks = vault.looks.filter(({ keptPaperId }) => keptPaperId === paper.id);
    const title = textIn(language, paper.name);
    return context.html(
      <PortalPage
        visitor={visitor}
        title={title}
        back={{ href: localHref(language, here), label: say('Giấy tờ của tôi', 'My papers') }}
      >
        <h1>{title}</h1>
        <p>
          <ValidityTag language={language} paper={paper} today={app.today()} />
        </p>
        <Facts
          facts={[
            {
              label: say('Tệp', 'File'),
              value: (
                <a href={localHref(language, `${here}/${paper.id}/tep`)} download={paper.fileName}>
                  {paper.fileName} ({formatSize(language, paper.sizeBytes)})
                </a>
              ),
            },
            {
              label: paper.kind === 'result' ? say('Nhận ngày', 'Received') : say('Nộp ngày', 'Handed in'),
              value: formatDate(paper.keptOn),
            },
            { label: say('Từ hồ sơ', 'From dossier'), value: <span class="code">{paper.fromCode}</span> },
            {
              label: say('Có giá trị đến', 'Valid until'),
              value:
                paper.endReason ??
                (paper.validUntil ? formatDate(paper.validUntil) : say('không ghi hạn', 'no end stated')),
            },
          ]}
        />
        <Section title={say('Ai được dùng', 'Who may use it')}>
          <Consents visitor={visitor} paper={paper} consents={consents} ground={ground} today={app.today()} />
        </Section>
        <Section title={say('Ai đã xem, đã dùng', 'Who looked at it and used it')}>
          {looks.length === 0 ? (
            <p class="quiet">{say('Chưa có ai ngoài bạn.', 'Nobody but you so far.')}</p>
          ) : (
            <Timeline
              entries={looks.map((look) => ({
                at: toLocal(look.at),
                sentence: lookSentence(language, look, ground),
                note: [look.clause, look.reason].filter(Boolean).join('. ') || undefined,
              }))}
            />
          )}
        </Section>
      </PortalPage>,
    );
  });

function lookSentence(language: Language, look: PaperAccess, ground: CityGround): string {
  const unit = look.unitId ? ground.tree.get(look.unitId) : undefined;
  const where = unit ? `, ${textIn(language, unit.name)},` : '';
  const dossier = look.caseCode ? ` ${look.caseCode}` : '';
  return `${look.name}${where} ${textIn(language, accessWords[look.act])}${dossier} (${textIn(language, basisWords[look.basis])})`;
}

function Consents(props: {
  visitor: Visitor;
  paper: KeptPaper;
  consents: readonly PaperConsent[];
  ground: CityGround;
  today: Temporal.PlainDate;
}) {
  const { visitor, paper, consents, ground, today } = props;
  const { language, csrfToken } = visitor;
  const say = speaker(language);
  if (consents.length === 0)
    return (
      <p class="quiet">
        {say(
          'Chưa ai được dùng. Khi bạn chọn giấy tờ này cho một hồ sơ, cơ quan nhận hồ sơ được dùng cho riêng hồ sơ đó.',
          'Nobody yet. When you choose it for a dossier, the agency that receives it may use it for that dossier only.',
        )}
      </p>
    );
  return (
    <ul class="list">
      {consents.map((consent) => {
        const unit = ground.tree.get(consent.unitId);
        const dossier = <span class="code">{consent.caseCode}</span>;
        return (
          <li>
            <p>
              {unit ? textIn(language, unit.name) : consent.unitId}, {say('để giải quyết hồ sơ', 'to settle dossier')}{' '}
              {dossier}
            </p>
            <p class="quiet small">
              {consent.atDesk
                ? say(
                    `Bạn đồng ý tại quầy ngày ${formatMoment(toLocal(consent.givenAt))}`,
                    `You consented at the desk on ${formatMoment(toLocal(consent.givenAt))}`,
                  )
                : say(
                    `Bạn đồng ý khi nộp, ${formatMoment(toLocal(consent.givenAt))}`,
                    `You consented when filing, ${formatMoment(toLocal(consent.givenAt))}`,
                  )}
              {consent.until ? say(`, đến ${formatDate(consent.until)}`, `, until ${formatDate(consent.until)}`) : ''}
              {consent.withdrawnAt
                ? say(
                    `; đã rút ${formatMoment(toLocal(consent.withdrawnAt))}`,
                    `; withdrawn ${formatMoment(toLocal(consent.withdrawnAt))}`,
                  )
                : ''}
            </p>
            {isConsentInForce(consent, today) ? (
              <Form
                csrfToken={csrfToken}
                action={localHref(language, `${here}/${paper.id}/rut-dong-y`)}
                hidden={{ consent: consent.id }}
              >
                <Button variant="secondary">
                  {say('Rút sự đồng ý', 'Withdraw the consent')}
                  <span class="ds-sr-only"> {consent.caseCode}</span>
                </Button>
              </Form>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** `…/:id/tep`: the file, for its owner. */
export const ownKeptFile = (app: App) =>
  onVault(app, ({ vault }, context) => {
    const paper = vault.kept.find(({ id }) => id === context.req.param('id'));
    return paper ? sendPaper(app, context, paper) : notFoundPage(context);
  });

/** POST `…/:id/rut-dong-y` */
export const withdrawOwnConsent = (app: App) =>
  onVault(app, async ({ visitor, accountId }, context) => {
    const done = await app.papers.withdrawConsent(accountId, readForm(context).text('consent'));
    if (!done.ok) return showRefusal(context, done.refusal);
    return context.redirect(localHref(visitor.language, `${here}/${context.req.param('id')}`), 303);
  });
