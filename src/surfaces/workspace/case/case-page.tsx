import type { App } from '#app.ts';
import type { Text } from '#kernel/text.ts';
import { slipsFor } from '#modules/dossiers/index.ts';
import type { Notice } from '#modules/notices/index.ts';
import { Alert, BigCode, Columns, localHref, speaker, Tag, Timeline, textIn } from '#surfaces/ui/index.ts';
import { journalNote, journalSentence } from '#surfaces/web/journal-sentence.ts';
import { namesOf } from '#surfaces/web/names.ts';
import { NoticeLines, noticesOfEntry } from '#surfaces/web/notice-words.tsx';
import { Parcels } from '#surfaces/web/parcels.tsx';
import { CaseDues } from '../dues/case-dues.tsx';
import { consequenceOf, leftOf } from '../moves/move-words.ts';
import { TryAgain } from '../notices/failed-notices.tsx';
import { doneWords, stateWords } from '../words.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { CaseClock, CaseRoute } from './case-clock.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseMoves, localMoment } from './case-moves.tsx';
import { CaseNotices, CaseProposal } from './case-notices.tsx';
import { CasePapers } from './case-papers.tsx';
import { CaseAgencies, CaseQuestion } from './case-part.tsx';
import { CaseSlips, PrintSlip } from './case-slips.tsx';
import { type OpenCase, onCase } from './open-case.ts';
import { ReadingReason } from './reading-reason.tsx';

/** `/lam-viec/ho-so/:caseId`: the whole dossier on one page. */
export const casePage = (app: App) =>
  onCase(
    app,
    async (open, context) => {
      const { officer, page } = open;
      const consequences = new Map<string, Text>();
      for (const { move } of page.moves) consequences.set(move, await consequenceOf(app, page, move, officer));
      const notices = await app.notices.ofCase(open.caseId);
      const dues = await app.dues.ofCase(open.caseId);
      const prints = await app.dossiers.slipPrints(open.caseId);
      const { language } = officer.visitor;
      const say = speaker(language);
      const { state, dossier, procedure } = page;
      const words = stateWords(state.state, state.kind);
      const code = state.code ?? String(state.facts.rootCode ?? state.reference);
      const left = leftOf(page, officer);
      return context.html(
        <WorkspacePage
          officer={officer}
          title={`${code} · ${dossier.ownerName}`}
          back={{ href: localHref(language, '/lam-viec'), label: say('Danh sách việc', 'List of work') }}
        >
          <JustDone open={open} move={context.req.query('da-lam')} />
          <h1>{textIn(language, procedure.definition.name)}</h1>
          <p>
            <strong class="code">{code}</strong> · {dossier.ownerName}{' '}
            <Tag tone={words.tone}>
              {state.handOver
                ? say('Chờ nơi nhận ký', 'Waiting for the receiver to sign')
                : textIn(language, words.name)}
            </Tag>{' '}
            <a href="#phieu">{say('Phiếu', 'Forms')}</a>{' '}
            {state.facts.result ? <a href={open.href('ket-qua')}>{say('Kết quả', 'The result')}</a> : null}{' '}
            {left ? (
              <Tag tone={left.state === 'late' ? 'danger' : left.state === 'soon' ? 'warning' : 'neutral'}>
                {textIn(language, left.words)}
              </Tag>
            ) : null}{' '}
            <a href="#viec">
              {say('Việc có thể làm', 'What you can do')} ({page.moves.length})
            </a>
          </p>
          <CaseNotices open={open} />
          <Columns kind="three">
            <div>
              <CaseFacts open={open} />
            </div>
            <div>
              <CaseQuestion open={open} />
              <CaseProposal open={open} />
              <CaseAgencies open={open} />
              <CaseDues open={open} dues={dues} />
              <Parcels language={language} state={state} />
              <CasePapers open={open} />
              <section>
                <h2>{say('Nhật ký', 'Journal')}</h2>
                <Journal open={open} notices={notices} />
              </section>
            </div>
            <div>
              <CaseClock open={open} />
              <CaseMoves open={open} consequences={consequences} />
              <CaseSlips open={open} prints={prints} />
              <CaseRoute open={open} />
            </div>
          </Columns>
        </WorkspacePage>,
      );
    },
    (open, context) => context.html(<ReadingReason open={open} />),
  );

/** The answer to what was just done; after acceptance, the code to be read out and the receipt to be printed. */
function JustDone(props: { open: OpenCase; move: string | undefined }) {
  const { open, move } = props;
  const done = move === undefined ? undefined : doneWords[move];
  if (!done || open.page.journal.at(-1)?.verb !== move) return null;
  const { language } = open.officer.visitor;
  const say = speaker(language);
  const issued = slipsFor(open.page, open.officer.actor).find(({ entry }) => entry.seq === open.page.state.entries);
  return (
    <Alert language={language} tone="success" live title={textIn(language, done)}>
      {move === 'accept' ? (
        <p>
          <BigCode>{open.page.state.code}</BigCode>
        </p>
      ) : null}
      {move === 'return-result' || move === 'refuse' ? (
        <p>
          <a href={open.href('phieu-danh-gia.pdf')}>{say('In phiếu đánh giá', 'Print the feedback slip')}</a>
        </p>
      ) : null}
      {issued ? <PrintSlip open={open} slip={issued} variant="primary" /> : null}
      {move === 'accept' ? null : (
        <p>
          <a href={localHref(language, '/lam-viec')}>{say('Về danh sách việc', 'Back to the list')}</a>
        </p>
      )}
    </Alert>
  );
}

function Journal(props: { open: OpenCase; notices: readonly Notice[] }) {
  const { officer, page, caseId } = props.open;
  const { language } = officer.visitor;
  const names = namesOf(officer.ground.tree);
  return (
    <Timeline
      entries={page.journal.toReversed().map((entry) => ({
        at: localMoment(entry.at),
        sentence: textIn(language, journalSentence(entry, names)),
        note: journalNote(entry, 'officer') || undefined,
        after: (
          <Told
            open={props.open}
            notices={noticesOfEntry(props.notices, entry.seq)}
            back={`/lam-viec/ho-so/${caseId}`}
          />
        ),
      }))}
    />
  );
}

/** How the person was told; a person without an account whom no channel reaches has to be called. */
function Told(props: { open: OpenCase; notices: readonly Notice[]; back: string }) {
  const { notices } = props;
  const { officer, page } = props.open;
  const { language } = officer.visitor;
  const say = speaker(language);
  const { phone } = page.dossier.submitter;
  const isUnreached = notices.length === 1 && notices[0]?.channel === 'in-app' && page.state.ownerAccountId === null;
  if (isUnreached) {
    return (
      <p class="small">
        <Tag tone="warning">{say('Chưa báo được qua kênh nào', 'No channel reaches the person')}</Tag>{' '}
        {phone ? say(`Gọi ${phone}.`, `Call ${phone}.`) : null}
      </p>
    );
  }
  return (
    <NoticeLines
      language={language}
      notices={notices}
      more={(notice) => <TryAgain officer={officer} notice={notice} back={props.back} />}
    />
  );
}
