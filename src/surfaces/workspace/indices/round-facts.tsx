import { toLocal } from '#kernel/zone.ts';
import { formatFigure } from '#modules/figures/index.ts';
import {
  pointsLost,
  type RoundCasePage,
  roundDays,
  roundFacts,
  sheetFacts,
  subCriteriaOf,
} from '#modules/indices/index.ts';
import { Details, formatDate, formatMoment, localHref, SummaryList, speaker, textIn } from '#surfaces/ui/index.ts';
import { RoomList } from '#surfaces/web/index-parts.tsx';
import type { OpenPlainCase } from '../plain/plain-case.ts';
import { stateWords, unitWords } from '../words.ts';

const day = (written: string) => formatDate(Temporal.PlainDate.from(written));
const moment = (written: string) => formatMoment(toLocal(Temporal.Instant.from(written)));
const pageOf = (open: OpenPlainCase) => open.page as unknown as RoundCasePage;

const dayWords = {
  score: { vi: 'Tự chấm đến', en: 'Scored by' },
  appraise: { vi: 'Thẩm định đến', en: 'Appraised by' },
  object: { vi: 'Kiến nghị đến', en: 'Objections by' },
  close: { vi: 'Công bố đến', en: 'Published by' },
} as const;

/** What a round is of, its days, and its hash once it is published. */
export function RoundFactsList({ open }: { open: OpenPlainCase }) {
  const { language } = open.officer.visitor;
  const say = speaker(language);
  const { state, round } = pageOf(open);
  const { period, days, closed } = roundFacts(state);
  return (
    <section>
      <h2>{say('Đợt đánh giá', 'The round')}</h2>
      <SummaryList
        language={language}
        items={[
          { question: say('Bộ chỉ số', 'Index'), answer: textIn(language, round.frame.name) },
          { question: say('Số liệu từ', 'Figures from'), answer: `${day(period.from)} – ${day(period.to)}` },
          { question: say('Dữ liệu có đến', 'Data as known at'), answer: moment(period.asOf) },
          ...roundDays.map((one) => ({ question: textIn(language, dayWords[one]), answer: moment(days[one]) })),
          ...(closed
            ? [
                { question: say('Chốt ngày', 'Closed on'), answer: `${day(closed.on)}, ${closed.by}` },
                {
                  question: say('Mã băm SHA-256', 'SHA-256'),
                  answer: <span class="long-address">{closed.sha256}</span>,
                },
              ]
            : []),
        ]}
      />
      {closed ? (
        <p>
          <a href={localHref(language, `/cong-khai/chi-so/dot/${state.code}`)}>
            {say('Xem bản công bố', 'What is published')}
          </a>
        </p>
      ) : null}
    </section>
  );
}

/** How far the sheets are, and the way to all of them; survey points that are still to be entered. */
export function RoundWork({ open }: { open: OpenPlainCase }) {
  const { language } = open.officer.visitor;
  const say = speaker(language);
  const { kind, family, state } = pageOf(open);
  const sheets = family.filter((one) => one.caseId !== state.caseId);
  const states = [...new Set(sheets.map((one) => one.state))];
  return (
    <>
      <section class="flow">
        <h2>{say('Phiếu của các cơ quan', 'Sheets of the agencies')}</h2>
        <SummaryList
          language={language}
          items={states.map((one) => ({
            question: textIn(language, stateWords(one, sheets[0]?.kind ?? kind.kind).name),
            answer: String(sheets.filter((sheet) => sheet.state === one).length),
          }))}
        />
        <p>
          <a href={localHref(language, `/lam-viec/chi-so/dot/${state.caseId}`)}>
            {say('Mọi phiếu và xếp hạng tạm tính', 'All sheets, ranked as they stand')}
          </a>
        </p>
      </section>
      <SurveyCoverage open={open} />
    </>
  );
}

/** Of how many agencies each survey has points. */
function SurveyCoverage({ open }: { open: OpenPlainCase }) {
  const { language } = open.officer.visitor;
  const say = speaker(language);
  const { round, ranking = [], strayPoints } = pageOf(open);
  const surveys = subCriteriaOf(round.frame).filter(({ scoring }) => scoring.by === 'register');
  if (surveys.length === 0) return null;
  return (
    <Details summary={say('Điểm điều tra đã nhập', 'Survey points entered')}>
      <ul>
        {surveys.map(({ id, name }) => {
          const entered = ranking.filter(({ subScores }) =>
            subScores.some((one) => one.id === id && one.state === 'scored'),
          );
          return (
            <li>
              {id} {textIn(language, name)}: {entered.length}/{ranking.length}
            </li>
          );
        })}
      </ul>
      {strayPoints.length > 0 ? (
        <>
          <p>
            <strong>
              {say(
                'Mục trong sổ không thuộc cơ quan hoặc tiêu chí điều tra nào của đợt, không được tính:',
                'Entries of the register that are about no agency or survey of this round do not count:',
              )}
            </strong>
          </p>
          <ul>
            {strayPoints.map((key) => {
              const [unitId = '', criterion = ''] = key.split(' ');
              return (
                <li>
                  {textIn(language, unitWords(unitId, open.officer.ground.tree))}, {criterion}
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
      <p>
        {say(
          `Nhập từng mục hoặc cả tệp Excel, CSV vào sổ điểm chỉ số: bộ chỉ số “${round.frame.id}”, mã tiêu chí như trên.`,
          `Enter them one by one or as an Excel or CSV file in the register of index scores: index “${round.frame.id}”, criteria as above.`,
        )}{' '}
        <a href={localHref(language, '/lam-viec/so/index-scores/nhap')}>{say('Nhập từ tệp', 'Import a file')}</a>
      </p>
    </Details>
  );
}

/** Whose sheet it is, of which round. */
export function SheetFactsList({ open }: { open: OpenPlainCase }) {
  const { officer } = open;
  const { language } = officer.visitor;
  const say = speaker(language);
  const { state, round, scored } = pageOf(open);
  const { unitId, groupId, period, appraiser, countedAgainAt } = sheetFacts(state);
  const words = (id: string) => textIn(language, unitWords(id, officer.ground.tree));
  const group = round.frame.groups.find(({ id }) => id === groupId);
  return (
    <section>
      <h2>{say('Phiếu chấm điểm', 'The sheet')}</h2>
      <SummaryList
        language={language}
        items={[
          { question: say('Cơ quan', 'Agency'), answer: words(unitId) },
          { question: say('Nhóm so sánh', 'Group'), answer: group ? textIn(language, group.name) : '' },
          { question: say('Đơn vị thẩm định', 'Appraised by'), answer: words(appraiser.unitId) },
          { question: say('Số liệu từ', 'Figures from'), answer: `${day(period.from)} – ${day(period.to)}` },
          { question: say('Dữ liệu có đến', 'Data as known at'), answer: moment(countedAgainAt ?? period.asOf) },
          {
            question: say('Điểm đã có trên điểm đã biết', 'Points so far of those known'),
            answer: `${formatFigure(language, scored?.earned ?? null)} / ${formatFigure(language, scored?.possible ?? null)}`,
          },
        ]}
      />
      <p>
        <a href={localHref(language, `/lam-viec/chi-so/phieu/${state.caseId}`)}>
          {say('Mở phiếu chấm điểm', 'Open the sheet')}
        </a>
      </p>
    </section>
  );
}

/** Why it was given back, and what would raise the score most. */
export function SheetWork({ open }: { open: OpenPlainCase }) {
  const { language } = open.officer.visitor;
  const say = speaker(language);
  const { state, round, scored } = pageOf(open);
  const { returned = [], counts } = sheetFacts(state);
  const last = returned.at(-1);
  const lost = pointsLost(round.frame, scored?.subScores ?? [], (id) => counts[id] ?? null);
  return (
    <>
      {last && state.state === 'scoring' ? (
        <section>
          <h2>{say('Bị trả lại', 'Given back')}</h2>
          <p lang="vi">
            {last.reason} ({last.by})
          </p>
        </section>
      ) : null}
      <section class="flow">
        <h2>{say('Điều gì nâng điểm nhiều nhất', 'What would raise the score most')}</h2>
        <RoomList language={language} lost={lost} most={3} alone />
      </section>
    </>
  );
}
