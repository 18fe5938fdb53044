import { toLocal } from '#kernel/zone.ts';
import { figureDefinition, formatFigure } from '#modules/figures/index.ts';
import { findRegime, opinionFacts, reportFacts, requestFacts } from '#modules/reports/index.ts';
import {
  Alert,
  Details,
  formatDate,
  formatMoment,
  localHref,
  SummaryList,
  speaker,
  Table,
  Tag,
  textIn,
} from '#surfaces/ui/index.ts';
import type { OpenPlainCase } from '../plain/plain-case.ts';
import { stateWords, unitWords } from '../words.ts';
import { howWords, stanceWords } from './report-words.ts';

const day = (written: string) => formatDate(Temporal.PlainDate.from(written));
const moment = (written: string) => formatMoment(toLocal(Temporal.Instant.from(written)));

/** What a report is of, its numbers, and where its text is. */
export function ReportFactsList(props: { open: OpenPlainCase }) {
  const { officer, page } = props.open;
  const { language } = officer.visitor;
  const say = speaker(language);
  const { period, letter, signed } = reportFacts(page.state);
  return (
    <section>
      <h2>{say('Báo cáo', 'The report')}</h2>
      <SummaryList
        language={language}
        items={[
          { question: say('Số liệu từ', 'Figures from'), answer: `${day(period.from)} – ${day(period.to)}` },
          { question: say('Dữ liệu có đến', 'Data as known at'), answer: moment(period.asOf) },
          ...(letter
            ? [
                {
                  question: say('Tờ trình', 'Letter'),
                  answer: `${letter.number}/${letter.notation}, ${day(letter.on)}`,
                },
              ]
            : []),
          ...(signed
            ? [
                {
                  question: say('Báo cáo', 'Report'),
                  answer: `${signed.number}/${signed.notation}, ${day(signed.on)}`,
                },
                { question: say('Người ký', 'Signed by'), answer: signed.by },
                {
                  question: say('Mã băm SHA-256', 'SHA-256'),
                  answer: <span class="long-address">{signed.sha256}</span>,
                },
              ]
            : []),
        ]}
      />
      <p>
        {signed ? (
          <a href={localHref(language, `/bao-cao/${page.state.code}`)}>{say('Xem bản công bố', 'What is published')}</a>
        ) : (
          <a href={localHref(language, `/lam-viec/bao-cao/${page.state.caseId}`)}>
            {say('Tổng hợp, soạn văn bản', 'Gather and write the text')}
          </a>
        )}
        {findRegime(page.state.typeCode)?.letter ? (
          <>
            {' · '}
            <a href={localHref(language, `/lam-viec/bao-cao/${page.state.caseId}/to-trinh.pdf`)}>
              {signed ? say('Tờ trình đã ký (PDF)', 'Signed letter (PDF)') : say('Tờ trình (PDF)', 'The letter (PDF)')}
            </a>
            {' · '}
            <a href={localHref(language, `/lam-viec/bao-cao/${page.state.caseId}/to-trinh.docx`)}>
              {say('Tờ trình .docx', 'The letter .docx')}
            </a>
          </>
        ) : null}
      </p>
    </section>
  );
}

/** The parts of units and the opinions of members, each with how far it is. */
export function ReportParts(props: { open: OpenPlainCase }) {
  const { officer, page } = props.open;
  const { language } = officer.visitor;
  const say = speaker(language);
  const parts = page.family.filter(({ kind }) => kind === 'report-request');
  const opinions = page.family.filter(({ kind }) => kind === 'report-opinion');
  const isLate = (dueAt: string | null, ended: boolean) =>
    !ended && dueAt !== null && Temporal.Instant.compare(dueAt, officer.now) < 0;
  const line = (state: (typeof parts)[number]) => {
    const words = stateWords(state.state, state.kind);
    const urged = state.made.urge ?? 0;
    return [
      <a href={localHref(language, `/lam-viec/viec/${state.caseId}`)}>
        {textIn(language, unitWords(state.receivingUnitId, officer.ground.tree))}
      </a>,
      <div>
        <Tag tone={words.tone}>{textIn(language, words.name)}</Tag>{' '}
        {isLate(state.dueAt, !['asked', 'returned'].includes(state.state)) ? (
          <Tag tone="danger">{say('quá hạn', 'late')}</Tag>
        ) : null}
        {urged > 0 ? <span class="small quiet"> {say(`đã đôn đốc ${urged} lần`, `urged ${urged} times`)}</span> : null}
      </div>,
      state.dueAt ? moment(state.dueAt) : '',
    ];
  };
  const columns = [
    { label: say('Đơn vị', 'Unit') },
    { label: say('Trạng thái', 'State') },
    { label: say('Hạn', 'Due') },
  ];
  return (
    <>
      {opinions.length > 0 ? (
        <Table
          id="opinions"
          caption={say('Ý kiến thành viên UBND', 'Opinions of members')}
          stack
          columns={[...columns.slice(0, 2), { label: say('Ý kiến và cách xử lý', 'Opinion and how it was met') }]}
          rows={opinions.map((state) => {
            const { stance, words, met } = opinionFacts(state);
            return [
              ...line(state).slice(0, 2),
              <div lang="vi">
                {stance ? textIn(language, stanceWords[stance]) : say('chưa có', 'none yet')}
                {words ? `: ${words}` : ''}
                {met ? (
                  <div class="small quiet">
                    {textIn(language, howWords[met.how])}: {met.answer}
                  </div>
                ) : null}
              </div>,
            ];
          })}
        />
      ) : null}
      {parts.length > 0 ? (
        <Table
          id="parts"
          caption={say(`Phần của các đơn vị (${parts.length})`, `Parts of units (${parts.length})`)}
          stack
          walk
          columns={columns}
          rows={parts.map(line)}
        />
      ) : null}
    </>
  );
}

/** Whose part of which report it is. */
export function RequestFactsList(props: { open: OpenPlainCase }) {
  const { officer, page } = props.open;
  const { language } = officer.visitor;
  const say = speaker(language);
  const { period, unitId, definitionOwner, reportId } = requestFacts(page.state);
  const words = (id: string) => textIn(language, unitWords(id, officer.ground.tree));
  return (
    <section>
      <h2>{say('Phần báo cáo', 'The part')}</h2>
      <SummaryList
        language={language}
        items={[
          { question: say('Đơn vị', 'Unit'), answer: words(unitId) },
          { question: say('Gửi cho', 'To'), answer: words(page.state.parent?.unitId ?? '') },
          { question: say('Số liệu từ', 'Figures from'), answer: `${day(period.from)} – ${day(period.to)}` },
          { question: say('Dữ liệu có đến', 'Data as known at'), answer: moment(period.asOf) },
          { question: say('Trả lời phản đối số liệu', 'Answers objections'), answer: words(definitionOwner.unitId) },
        ]}
      />
      <p>
        <a href={localHref(language, `/lam-viec/bao-cao/phieu/${page.state.caseId}`)}>
          {say('Mở biểu số liệu và lời báo cáo', 'Open the sheet and the texts')}
        </a>
      </p>
      {page.family.length > 1 ? null : (
        <p>
          <a href={localHref(language, `/lam-viec/viec/${reportId}`)}>{say('Báo cáo chung', 'The whole report')}</a>
        </p>
      )}
    </section>
  );
}

/** Why it was given back, what was objected, what was sent. */
export function RequestWork(props: { open: OpenPlainCase }) {
  const { language } = props.open.officer.visitor;
  const say = speaker(language);
  const { returned = [], objections = [], sections = [], sheet = [] } = requestFacts(props.open.page.state);
  const last = returned.at(-1);
  const nameOf = (id: string) => textIn(language, figureDefinition(id)?.name ?? { vi: id, en: id });
  return (
    <>
      {last && props.open.page.state.state === 'returned' ? (
        <Alert language={language} tone="warning" title={say('Bị trả lại', 'Given back')}>
          <p lang="vi">
            {last.reason} ({last.by})
          </p>
        </Alert>
      ) : null}
      {objections.length > 0 ? (
        <section>
          <h2>{say('Phản đối số liệu', 'Objections')}</h2>
          <ul class="list">
            {objections.map(({ figureId, reason, by, answer, answeredBy, outcome }) => (
              <li>
                <strong>{nameOf(figureId)}</strong>: <span lang="vi">{reason}</span> <span class="quiet">({by})</span>
                <div class="small">
                  {answer ? (
                    <>
                      <Tag tone={outcome === 'kept' ? 'info' : 'warning'}>
                        {outcome === 'kept' ? say('Giữ nguyên', 'Kept') : say('Phải sửa dữ liệu', 'Data to correct')}
                      </Tag>{' '}
                      <span lang="vi">{answer}</span> <span class="quiet">({answeredBy})</span>
                    </>
                  ) : (
                    say('Chờ đơn vị chủ trì định nghĩa trả lời', 'Waits for the owner of the definition')
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {sections.length > 0 ? (
        <Details summary={say('Nội dung đã gửi', 'What was sent')}>
          <ul>
            {sheet.map(({ figureId, value }) => (
              <li>
                {nameOf(figureId)}: {formatFigure(language, value)}
              </li>
            ))}
          </ul>
          {sections.map(({ words }) => (
            <p lang="vi">{words}</p>
          ))}
        </Details>
      ) : null}
    </>
  );
}

/** What a member is asked about. */
export function OpinionFactsList(props: { open: OpenPlainCase }) {
  const { page, officer } = props.open;
  const { language } = officer.visitor;
  const say = speaker(language);
  const { reportId, stance, words, met } = opinionFacts(page.state);
  return (
    <section>
      <h2>{say('Dự thảo báo cáo', 'The draft')}</h2>
      <p>
        <a href={localHref(language, `/lam-viec/bao-cao/${reportId}`)}>{say('Đọc dự thảo', 'Read the draft')}</a>
      </p>
      {stance ? (
        <p lang="vi">
          <strong>{textIn(language, stanceWords[stance])}</strong>
          {words ? `: ${words}` : ''}
        </p>
      ) : null}
      {met ? (
        <p lang="vi">
          {textIn(language, howWords[met.how])}: {met.answer} ({met.by})
        </p>
      ) : null}
    </section>
  );
}
