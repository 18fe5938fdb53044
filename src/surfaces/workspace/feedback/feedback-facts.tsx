import type { Child } from 'hono/jsx';
import { formatDate } from '#kernel/vietnamese.ts';
import { localDay, toLocal } from '#kernel/zone.ts';
import {
  aboutWords,
  channelWords,
  classWords,
  type FeedbackPage,
  feedbackFacts,
  fieldOf,
  lawWords,
} from '#modules/feedback/index.ts';
import { Alert, Details, formatMoment, localHref, SummaryList, speaker, textIn } from '#surfaces/ui/index.ts';
import { communeName } from '#surfaces/web/names.ts';
import type { OpenPlainCase } from '../plain/plain-case.ts';
import { unitWords } from '../words.ts';

const pageOf = ({ page }: OpenPlainCase): FeedbackPage => page as FeedbackPage;
const moment = (written: string) => formatMoment(toLocal(Temporal.Instant.from(written)));
const day = (written: string) => formatDate(localDay(Temporal.Instant.from(written)));

/** What whoever opens it has to know first. */
export function FeedbackNotices(props: { open: OpenPlainCase }) {
  const { language } = props.open.officer.visitor;
  const say = speaker(language);
  const { state } = pageOf(props.open);
  const facts = feedbackFacts(state);
  return (
    <>
      {state.state === 'received' && facts.suspectedLaw ? (
        <Alert
          language={language}
          tone="warning"
          title={say(
            `Có thể là ${lawWords[facts.suspectedLaw].vi.toLowerCase()}`,
            `This may be a ${lawWords[facts.suspectedLaw].en.toLowerCase()}`,
          )}
        >
          <p>
            {say(
              'Nếu đúng, chuyển theo luật riêng; người phản ánh được hướng dẫn.',
              'If it is, hand it to its own law; the reporter is told how.',
            )}
          </p>
        </Alert>
      ) : null}
      {state.state === 'received' && state.stepDueAt ? (
        <p class="quiet">
          {say(
            `Phân loại, chuyển đi trước hết ngày ${day(state.stepDueAt)} (NĐ 20/2008/NĐ-CP, Điều 9)`,
            `To be classified or passed on by ${day(state.stepDueAt)} (NĐ 20/2008, art. 9)`,
          )}
        </p>
      ) : null}
      {facts.reopened && state.holder ? (
        <Alert
          language={language}
          tone="warning"
          title={say('Người phản ánh chưa hài lòng', 'The reporter was not satisfied')}
        >
          <p lang="vi">{facts.reopened.reason}</p>
        </Alert>
      ) : null}
    </>
  );
}

/** What was reported, where, about what; who reported it, for those who handle it only. */
export function FeedbackFactsList(props: { open: OpenPlainCase }) {
  const { open } = props;
  const { language } = open.officer.visitor;
  const say = speaker(language);
  const { state, reporters, files } = pageOf(open);
  const facts = feedbackFacts(state);
  const unit = (unitId: string) => textIn(language, unitWords(unitId, open.officer.ground.tree));
  const field = fieldOf(facts.field);
  const given = files.filter(({ givenBy }) => givenBy === 'reporter');
  const rows: { readonly question: string; readonly answer: Child }[] = [
    { question: say('Về', 'About'), answer: textIn(language, aboutWords[facts.about]) },
    { question: say('Lĩnh vực', 'Field'), answer: field ? textIn(language, field.name) : facts.field },
    ...(facts.place ? [{ question: say('Vị trí', 'Place'), answer: <span lang="vi">{facts.place}</span> }] : []),
    ...(facts.communeId
      ? [
          {
            question: say('Phường, xã', 'Ward or commune'),
            answer: communeName(language, facts.communeId, open.officer.ground),
          },
        ]
      : []),
    ...(facts.point ? [{ question: say('Tọa độ', 'Coordinates'), answer: facts.point.join(', ') }] : []),
    ...(facts.aboutUnitId
      ? [{ question: say('Nói về cơ quan', 'Agency it is about'), answer: unit(facts.aboutUnitId) }]
      : []),
    ...(facts.procedureCode
      ? [
          {
            question: say('Thủ tục', 'Procedure'),
            answer: <a href={localHref(language, `/thu-tuc/${facts.procedureCode}`)}>{facts.procedureCode}</a>,
          },
        ]
      : []),
    ...(facts.dossierCode
      ? [{ question: say('Hồ sơ', 'Dossier'), answer: <span class="code">{facts.dossierCode}</span> }]
      : []),
    { question: say('Nhận qua', 'Came by'), answer: textIn(language, channelWords[facts.channel]) },
    {
      question: say('Phân loại', 'Class'),
      answer: facts.class ? textIn(language, classWords[facts.class]) : say('chưa phân loại', 'not classified yet'),
    },
    { question: say('Cơ quan trả lời', 'Agency that answers'), answer: unit(facts.agencyId) },
  ];
  return (
    <section>
      <h2>{say('Phản ánh', 'The feedback')}</h2>
      <p lang="vi" class="said">
        {facts.text}
      </p>
      <Files open={open} files={given} />
      <SummaryList language={language} items={rows} />
      <h3>{say(`Người phản ánh (${reporters.length})`, `Reported by (${reporters.length})`)}</h3>
      <p class="small quiet">
        {say('Chỉ để liên hệ; không đưa vào câu trả lời.', 'Only for contact; do not put it into the answer.')}
      </p>
      <ul class="list">
        {reporters.map((one) => (
          <li>
            {one.anonymous ? say('Không cho biết tên', 'Anonymous') : <span lang="vi">{one.name}</span>}
            <div class="small quiet">
              {[one.phone, one.email, one.address].filter(Boolean).join(' · ')} {moment(one.joinedAt.toString())}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was asked and answered, and the answers given or drafted. */
export function FeedbackAnswers(props: { open: OpenPlainCase }) {
  const { open } = props;
  const { language } = open.officer.visitor;
  const say = speaker(language);
  const { state, files, journal } = pageOf(open);
  const { draft, answers = [], question, replies = [], word } = feedbackFacts(state);
  const joined = journal.filter(({ verb, data }) => verb === 'join' && data.text);
  const photosOf = (ids: readonly string[]) => files.filter(({ id }) => ids.includes(id));
  return (
    <>
      {joined.length > 0 ? (
        <Details
          summary={say(`Người cùng phản ánh viết (${joined.length})`, `What those who joined wrote (${joined.length})`)}
        >
          {joined.map(({ data, at }) => (
            <p lang="vi" class="said">
              {String(data.text)} <span class="small quiet">{moment(at)}</span>
            </p>
          ))}
        </Details>
      ) : null}
      {question ? (
        <section>
          <h2>{say('Đã hỏi người phản ánh', 'The reporter was asked')}</h2>
          <p lang="vi">{question.text}</p>
          <p class="small quiet">
            {say(`Chờ đến hết ngày ${day(question.replyBy)}`, `Waited for until ${day(question.replyBy)}`)}
          </p>
        </section>
      ) : null}
      {replies.map((reply) => (
        <section>
          <h2>{say('Người phản ánh trả lời', 'The reporter replied')}</h2>
          <p lang="vi" class="quiet">
            {reply.question}
          </p>
          <p lang="vi" class="said">
            {reply.text}
          </p>
        </section>
      ))}
      {draft ? (
        <section>
          <h2>{say('Dự thảo trả lời', 'Draft of the answer')}</h2>
          <p lang="vi" class="said">
            {draft.text}
          </p>
          <Proof number={draft.number} say={say} />
          <Files open={open} files={photosOf(draft.photos)} />
          <p class="small quiet">{say(`Người soạn: ${draft.by}`, `Drafted by ${draft.by}`)}</p>
        </section>
      ) : null}
      {answers.map((answer, index) => (
        <section>
          <h2>{say(`Trả lời lần ${index + 1}`, `Answer ${index + 1}`)}</h2>
          <p lang="vi" class="said">
            {answer.text}
          </p>
          <Proof number={answer.number} say={say} />
          <Files open={open} files={photosOf(answer.photos)} />
          <p class="small quiet">
            {moment(answer.at)} · {say(`duyệt: ${answer.approvedBy}`, `approved by ${answer.approvedBy}`)}
            {answer.timeliness === 'late' ? ` · ${say('trễ hạn', 'late')}` : ''}
          </p>
        </section>
      ))}
      {word ? (
        <p>
          <strong>
            {word.satisfied
              ? say('Người phản ánh hài lòng', 'The reporter is satisfied')
              : say('Người phản ánh chưa hài lòng', 'The reporter is not satisfied')}
          </strong>
          {word.reason ? <span lang="vi">: {word.reason}</span> : null}
        </p>
      ) : null}
    </>
  );
}

function Proof(props: { number: string; say: (vi: string, en: string) => string }) {
  return props.number ? <p>{props.say(`Văn bản số ${props.number}`, `Document ${props.number}`)}</p> : null;
}

function Files(props: { open: OpenPlainCase; files: FeedbackPage['files'] }) {
  if (props.files.length === 0) return null;
  return (
    <ul>
      {props.files.map(({ id, fileName }) => (
        <li>
          <a href={`${props.open.href(`tep/${id}`)}?xem=1`}>{fileName}</a>
        </li>
      ))}
    </ul>
  );
}
