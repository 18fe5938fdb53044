import { Readable } from 'node:stream';
import type { Context, Handler } from 'hono';
import type { Child } from 'hono/jsx';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { Language } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import { secretToken } from '#platform/random.ts';
import {
  Alert,
  Bar,
  Columns,
  DaysTable,
  DueDate,
  ErrorSummary,
  Facts,
  formatDate,
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
import { isForCitizen, journalNote, journalSentence } from '#surfaces/web/journal-sentence.ts';
import { namesOf, paperName } from '#surfaces/web/names.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { answerSupplement, type SupplementAgain } from './answer-supplement.ts';
import { daysIn } from './due-promise.ts';
import { communeName } from './filing/question-field.tsx';
import { isRunning } from './own-dossiers.tsx';
import { PortalPage, signInPath } from './portal-page.tsx';
import { itemsAsked, SupplementForm } from './supplement.tsx';
import { WithdrawForm } from './tracking.tsx';
import { limitWords, roleWords, wordsOfState } from './words.ts';

type DossierPage = NonNullable<Awaited<ReturnType<App['dossiers']['page']>>>;

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

interface Own {
  readonly actor: Actor;
  readonly page: DossierPage;
  readonly caseId: string;
}

/** The dossier of the address when it is the visitor's own; a stranger's looks like none. */
function onOwn(
  app: App,
  handle: (own: Own, context: Context<WebEnv>) => Response | Promise<Response>,
): Handler<WebEnv> {
  return async (context) => {
    const { actor, language, path } = visitorOf(context);
    if (!actor?.accountId) return context.redirect(localHref(language, signInPath(path)), 303);
    const caseId = context.req.param('caseId') ?? '';
    const page = isId(caseId) && actor.kind === 'citizen' ? await app.dossiers.page(actor, caseId) : undefined;
    if (!page || page.state.ownerAccountId !== actor.accountId) return notFoundPage(context);
    return handle({ actor, page, caseId }, context);
  };
}

/** `/ho-so-cua-toi/:caseId`: where it is, who has it, when it is due and why, what is asked, what was done. */
export const ownDossierPage = (app: App) =>
  onOwn(app, async (own, context) => context.html(await show(app, own, context)));

export const answerOwn = (app: App) =>
  onOwn(app, async (own, context) => {
    const again = await answerSupplement(app, context, own.actor, own.caseId);
    if (again) return context.html(await show(app, own, context, again), 422);
    return context.redirect(localHref(visitorOf(context).language, `/ho-so-cua-toi/${own.caseId}`), 303);
  });

export const withdrawOwnPage = (app: App) =>
  onOwn(app, ({ page, caseId }, context) => {
    const visitor = visitorOf(context);
    const back = localHref(visitor.language, `/ho-so-cua-toi/${caseId}`);
    return context.html(
      <PortalPage visitor={visitor} title={speaker(visitor.language)('Rút hồ sơ', 'Withdraw')} back={{ href: back }}>
        <WithdrawForm
          language={visitor.language}
          action={`${back}/rut`}
          csrfToken={visitor.csrfToken}
          seen={page.state.entries}
          back={back}
        />
      </PortalPage>,
    );
  });

export const withdrawOwn = (app: App) =>
  onOwn(app, async ({ actor, caseId }, context) => {
    const visitor = visitorOf(context);
    const form = readForm(context);
    const request = { caseId, move: 'withdraw', data: { reason: form.text('reason') } };
    const done = await app.dossiers.move(actor, request, form.call(visitor));
    if (!done.ok) return showRefusal(context, done.refusal);
    return context.redirect(localHref(visitor.language, `/ho-so-cua-toi/${caseId}`), 303);
  });

/** A paper as it was handed in: saved, never opened by the browser as a page of ours. */
export const ownPaper = (app: App) =>
  onOwn(app, async ({ page }, context) => {
    const paper = page.papers.find(({ id }) => id === context.req.param('paperId'));
    if (!paper) return notFoundPage(context);
    const { stream, sizeBytes } = await app.files.open(paper.sha256);
    return context.body(Readable.toWeb(stream) as ReadableStream, 200, {
      'content-type': paper.mediaType,
      'content-length': String(sizeBytes),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(paper.fileName)}`,
      'content-security-policy': "sandbox; default-src 'none'",
    });
  });

async function show(app: App, { page, caseId }: Own, context: Context<WebEnv>, again?: SupplementAgain) {
  const visitor = visitorOf(context);
  const { language } = visitor;
  const say = speaker(language);
  const { state, procedure, papers, journal, due, moves } = page;
  const ground = await app.ground();
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
      <Due language={language} page={page} />
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
                }))}
            />
          </Section>
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
      <Section title={say('Những gì bạn đã khai', 'What you stated')}>
        <SummaryList
          language={language}
          items={page.dossier.answers.map(({ question, answer, shown }) => ({
            question,
            answer: typeof answer === 'string' && ground.tree.has(answer) ? communeName('vi', answer, ground) : shown,
          }))}
        />
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

function Section(props: { title: string; children?: Child }) {
  return (
    <section class="flow">
      <h2>{props.title}</h2>
      {props.children}
    </section>
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

/** The promise, the first one beside it when it was moved, and whether it was kept. */
function Due({ language, page }: { language: Language; page: DossierPage }) {
  const { state } = page;
  const say = speaker(language);
  if (!state.dueAt) return null;
  const due = toLocal(Temporal.Instant.from(state.dueAt));
  if (!isRunning(state.state)) {
    if (!state.timeliness) return null;
    const kept = {
      early: say('Có kết quả trước hạn.', 'The result was ready early.'),
      'on-time': say('Có kết quả đúng hạn.', 'The result was ready on time.'),
      late: say('Kết quả có muộn hơn ngày hẹn.', 'The result was late.'),
    }[state.timeliness];
    return <p>{kept}</p>;
  }
  const label =
    state.state === 'submitted'
      ? say('Bạn được trả lời', 'You are answered by')
      : state.state.startsWith('awaiting')
        ? say('Hạn của bạn', 'Your own time limit')
        : say('Ngày hẹn trả kết quả', 'Due day of the result');
  const limit = state.clock?.limit;
  const first =
    state.firstDueAt && state.clock?.reappointedTo ? toLocal(Temporal.Instant.from(state.firstDueAt)) : undefined;
  return (
    <div class="flow">
      <h2>{label}</h2>
      <p>
        <DueDate
          language={language}
          due={due}
          large
          state={state.state.startsWith('awaiting') ? 'paused' : 'on-time'}
        />
      </p>
      {limit && !state.state.startsWith('awaiting') ? (
        <p class="quiet">
          {say('Thời hạn', 'Limit')}: {textIn(language, limitWords(limit))}
          {first ? say(`; ngày hẹn đầu: ${formatDate(first)}`, `; first due day: ${formatDate(first)}`) : ''}
        </p>
      ) : null}
    </div>
  );
}

/** The apology of the office, in its own words. */
function Apology({ language, state }: { language: Language; state: State }) {
  const say = speaker(language);
  const apology = state.facts.apology as { reason: string; letterNumber: string; newDueAt: string } | null | undefined;
  if (!apology || !state.clock?.reappointedTo) return null;
  return (
    <Alert
      language={language}
      tone="warning"
      title={say('Cơ quan xin lỗi và hẹn lại ngày', 'The office apologises and sets a new day')}
    >
      <p>
        {say('Lý do', 'Reason')}: {apology.reason}
      </p>
      <p class="quiet">
        {say('Thư xin lỗi số', 'Letter of apology no.')} {apology.letterNumber}
      </p>
    </Alert>
  );
}

/** Why it ended without a result: reason and clause. */
function Reason({ language, state }: { language: Language; state: State }) {
  const say = speaker(language);
  const name = state.state === 'refused' ? 'refusal' : state.state === 'discontinued' ? 'discontinuance' : '';
  const ended = state.facts[name] as { reason?: string; clause?: string } | null | undefined;
  if (!ended?.reason) return null;
  return (
    <Alert language={language} tone="danger" title={say('Lý do', 'Reason')}>
      <p>{ended.reason}</p>
      {ended.clause ? (
        <p class="quiet">
          {say('Căn cứ', 'Legal basis')}: {ended.clause}
        </p>
      ) : null}
    </Alert>
  );
}
