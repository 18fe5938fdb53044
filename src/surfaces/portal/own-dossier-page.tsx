import type { Context } from 'hono';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { Language } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import { type DossierPage, isUnderWay, shipmentOf, slipsFor, waitsForDues } from '#modules/dossiers/index.ts';
import { type Notice, writeNotice } from '#modules/notices/index.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import { secretToken } from '#platform/random.ts';
import {
  Bar,
  Columns,
  DaysTable,
  Details,
  ErrorSummary,
  Facts,
  formatSize,
  localHref,
  PrintButton,
  RoutePicture,
  SummaryList,
  speaker,
  Tag,
  Timeline,
  textIn,
} from '#surfaces/ui/index.ts';
import { AgencyParts } from '#surfaces/web/agency-parts.tsx';
import { daysIn } from '#surfaces/web/due-promise.ts';
import { isForCitizen, journalNote, journalSentence } from '#surfaces/web/journal-sentence.ts';
import { answersShown, communeName, namesOf, paperName } from '#surfaces/web/names.ts';
import { NoticeLines, noticesOfEntry } from '#surfaces/web/notice-words.tsx';
import { Parcels } from '#surfaces/web/parcels.tsx';
import { slipName } from '#surfaces/web/slip-words.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { roleWords } from '#surfaces/web/words.ts';
import type { SupplementAgain } from './answer-supplement.ts';
import { Apology, Due, Payment, Reason, Result } from './dossier-notices.tsx';
import { OwnDues } from './payment/dues-of-own.tsx';
import { PortalPage } from './portal-page.tsx';
import { RateLink, rateHref } from './rating/rate-link.tsx';
import { Section } from './section.tsx';
import { itemsAsked, SupplementForm } from './supplement.tsx';
import { isRunning, wordsOfState } from './words.ts';

/** All there is to say to the owner, what waits for them first. */
export async function showOwnDossier(app: App, page: DossierPage, context: Context<WebEnv>, again?: SupplementAgain) {
  const { caseId } = page.state;
  const visitor = visitorOf(context);
  const { language } = visitor;
  const say = speaker(language);
  const { state, procedure, papers, journal, due, moves } = page;
  const [ground, notices, dues] = await Promise.all([
    app.ground(),
    app.notices.ofCase(caseId),
    app.dues.ofCase(caseId),
  ]);
  const words = wordsOfState(state.state);
  const here = `/ho-so-cua-toi/${caseId}`;
  const may = new Set(moves.map(({ move }) => move));
  const names = namesOf(ground.tree);
  return (
    <PortalPage
      visitor={{ ...visitor, path: here }}
      title={`${textIn(language, words.name)} · ${textIn(language, procedure.definition.name)}`}
      hasErrors={Boolean(again?.errors.length)}
      back={{ href: localHref(language, '/ho-so-cua-toi'), label: say('Hồ sơ của tôi', 'My dossiers') }}
    >
      <ErrorSummary language={language} errors={again?.errors ?? []} />
      <h1>{textIn(language, procedure.definition.name)}</h1>
      <p>
        <Tag tone={words.tone}>{textIn(language, words.name)}</Tag>
      </p>
      <p class="lead">
        {textIn(language, words.means)} {textIn(language, words.next)}
      </p>
      <Bar words={say(`Đã đi được ${page.percent}%`, `${page.percent}% of the way`)} shareOfOne={page.percent / 100} />
      <Facts
        facts={[
          {
            label: state.code ? say('Mã hồ sơ', 'Dossier code') : say('Mã tạm thời', 'Code for now'),
            value: <span class="code">{state.code ?? state.reference}</span>,
          },
          { label: say('Mã bí mật', 'Secret'), value: <span class="code">{await app.dossiers.secretOf(caseId)}</span> },
          { label: say('Nơi nhận', 'Agency'), value: communeName(language, state.receivingUnitId, ground) },
          ...(state.holder
            ? [{ label: say('Đang giữ', 'Held by'), value: holderWords(language, state.holder, ground) }]
            : []),
        ]}
      />
      <Payment language={language} state={state} />
      <OwnDues language={language} dues={dues} here={here} first={waitsForDues(state)} />
      <Result language={language} state={state} />
      <Due language={language} state={state} />
      {due && isRunning(state.state) && state.state !== 'awaiting-supplement' ? (
        <DaysTable language={language} id="days" days={daysIn(language, due)} />
      ) : null}
      <Apology language={language} state={state} />
      <Reason language={language} state={state} />
      {itemsAsked(state).length > 0 && may.has('answer-supplement') ? (
        <SupplementForm
          language={language}
          state={state}
          action={localHref(language, `${here}/bo-sung`)}
          csrfToken={visitor.csrfToken}
          formKey={secretToken()}
          note={again?.note}
          kept={again?.kept ?? []}
          errors={again?.errors ?? []}
        />
      ) : null}
      <RateLink language={language} href={await rateHref(app, { caseId, shownCode: state.code ?? state.reference })} />
      <Parcels language={language} state={state} />
      {may.has('order-post') && !isUnderWay(shipmentOf(state, 'out')) ? (
        <p class="no-print">
          <a href={localHref(language, `${here}/buu-chinh`)}>
            {say('Nhận kết quả tại nhà qua bưu chính', 'Have the result brought home by post')}
          </a>
        </p>
      ) : null}
      <AgencyParts language={language} family={page.family} of={state} now={app.now()} unitName={names} />
      <section class="full">
        <Columns>
          <div class="flow">
            <Section title={say('Đã làm những gì', 'What was done')}>
              <Timeline
                entries={journal
                  .filter(isForCitizen)
                  .toReversed()
                  .map((entry) => ({
                    at: toLocal(Temporal.Instant.from(entry.at)),
                    sentence: textIn(language, journalSentence(entry, names)),
                    note: journalNote(entry, 'citizen') || undefined,
                    after: <Told language={language} notices={noticesOfEntry(notices, entry.seq)} />,
                  }))}
              />
            </Section>
            <Slips page={page} actor={visitor.actor} language={language} here={here} />
            <Section title={say('Giấy tờ đã nộp', 'Papers handed in')}>
              {papers.length === 0 ? (
                <p class="quiet">{say('Không có tệp nào.', 'No files.')}</p>
              ) : (
                <ul>
                  {papers.map((paper) => (
                    <li>
                      <a href={localHref(language, `${here}/giay-to/${paper.id}`)} download={paper.fileName}>
                        {paper.fileName}
                      </a>{' '}
                      <span class="quiet">
                        {textIn(language, paperName(paper.documentId, procedure.definition))},{' '}
                        {formatSize(language, Number(paper.sizeBytes))}
                      </span>
                    </li>
                  ))}
                </ul>
              )}
            </Section>
          </div>
          <Section title={say('Hồ sơ đi qua những đâu', 'Where the dossier goes')}>
            <RoutePicture
              language={language}
              label={say('Các bước giải quyết', 'Steps')}
              stations={state.route.map((step, index) => {
                const planned = procedure.definition.route.find(({ id }) => id === step.id);
                return {
                  name: planned ? textIn(language, planned.name) : step.id,
                  holder: textIn(language, ground.tree.get(step.unitId)?.name ?? roleWords[step.role]),
                  state: stationState(state, index),
                };
              })}
            />
          </Section>
        </Columns>
      </section>
      <Section title={say('Những gì bạn đã khai', 'What you stated')}>
        <SummaryList language={language} items={answersShown(language, page, ground)} />
      </Section>
      <p class="no-print">
        <PrintButton>{say('In trang này', 'Print this page')}</PrintButton>
      </p>
      {may.has('withdraw') ? (
        <p class="no-print">
          <a href={localHref(language, `${here}/rut`)}>{say('Rút hồ sơ này', 'Withdraw this dossier')}</a>
        </p>
      ) : null}
    </PortalPage>
  );
}

/** What the person was told of an entry, in words, and by which channels. */
function Told(props: { language: Language; notices: readonly Notice[] }) {
  const { language, notices } = props;
  const first = notices[0];
  if (!first) return null;
  const say = speaker(language);
  const { subject, opening, next, answerable } = writeNotice(first.template, first.facts, language);
  return (
    <Details summary={say(`Thông báo: ${subject}`, `Notice: ${subject}`)}>
      <p>{opening}</p>
      <p>{next}</p>
      <p class="quiet">{answerable}</p>
      <NoticeLines language={language} notices={notices} withCode={false} />
    </Details>
  );
}

/** What the office has written to the citizen, to read and to keep. */
function Slips(props: { page: DossierPage; actor: Actor | null; language: Language; here: string }) {
  const { page, actor, language, here } = props;
  const slips = actor ? slipsFor(page, actor) : [];
  if (slips.length === 0) return null;
  return (
    <Section title={speaker(language)('Phiếu của cơ quan', 'What the office has written to you')}>
      <ul>
        {slips.map((slip) => (
          <li>
            <a href={localHref(language, `${here}/phieu/${slip.form}.pdf?so=${slip.entry.seq}`)}>
              {textIn(language, slipName(slip))} (PDF)
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type State = DossierPage['state'];

function stationState(state: State, index: number): 'done' | 'current' | 'next' {
  if (!state.holder && state.state === 'returned') return 'done';
  if (index < state.step) return 'done';
  return index === state.step && state.holder ? 'current' : 'next';
}

function holderWords(language: Language, holder: NonNullable<State['holder']>, ground: CityGround): string {
  const unit = ground.tree.get(holder.unitId);
  const where = unit ? textIn(language, unit.name) : holder.unitId;
  return holder.name ? `${holder.name}, ${where}` : where;
}
