import type { Language } from '#kernel/text.ts';
import { asNumber, formatFigure } from '#modules/figures/index.ts';
import {
  countName,
  type FrozenCriterion,
  type IndexFrame,
  type KeptMonth,
  type NextCondition,
  type PointsLost,
  type RankedScore,
  type SubScore,
  subCriteriaOf,
} from '#modules/indices/index.ts';
import { localHref, speaker, Table, TrendChart, textIn } from '#surfaces/ui/index.ts';

/** Units of one group, best first; a name leads to how the score came about. */
export function RankingTable(props: {
  language: Language;
  frame: IndexFrame;
  caption: string;
  scores: readonly Omit<RankedScore, 'subScores'>[];
  nameOf(unitId: string): string;
  hrefOf(unitId: string): string;
  /** Places in the round before, where there was one. */
  before?: ReadonlyMap<string, number>;
  /** Where a page has several. */
  id?: string;
}) {
  const { language, frame, scores, nameOf, hrefOf, before } = props;
  const say = speaker(language);
  return (
    <div class="named-rows">
      <Table
        id={props.id ?? 'index-ranking'}
        caption={props.caption}
        walk
        columns={[
          { label: say('Cơ quan', 'Agency') },
          { label: say('Hạng', 'Rank'), align: 'end' },
          ...(before ? [{ label: say('Hạng đợt trước', 'Rank before'), align: 'end' as const }] : []),
          { label: say(`Điểm (trên ${frame.points})`, `Score (of ${frame.points})`), align: 'end' },
          { label: say('Xếp loại', 'Band') },
          { label: say('Đã biết (%)', 'Known (%)'), align: 'end' },
        ]}
        rows={scores.map((score) => [
          <a href={hrefOf(score.unitId)}>{nameOf(score.unitId)}</a>,
          score.rank === null ? '–' : String(score.rank),
          ...(before ? [String(before.get(score.unitId) ?? '–')] : []),
          // a total without a rank would praise or blame on too little
          formatFigure(language, score.rank === null ? null : score.total),
          score.rank !== null && score.band ? textIn(language, score.band) : '–',
          String(score.known),
        ])}
      />
    </div>
  );
}

const states = {
  scored: { vi: '', en: '' },
  'not-arisen': { vi: 'Không phát sinh', en: 'Did not arise' },
  'not-known': { vi: 'Chưa có số liệu', en: 'Not known yet' },
  'not-applicable': { vi: 'Không áp dụng', en: 'Does not apply' },
} as const;

/** Each criterion of one unit with its points, what is still to be won and why a point is missing. */
export function ScoreTable(props: { language: Language; frame: IndexFrame; score: RankedScore }) {
  const { language, frame, score } = props;
  const say = speaker(language);
  const most = new Map(subCriteriaOf(frame).map((one) => [one.id, one.points]));
  const byId = new Map(score.subScores.map((one) => [one.id, one]));
  return (
    <>
      {frame.fields.map((field) => (
        <Table
          id={`field-${field.id}`}
          caption={`${field.id === 'service' ? '' : `${field.id}. `}${textIn(language, field.name)} (${field.points} ${say('điểm', 'points')})`}
          stack
          columns={[
            { label: say('Tiêu chí', 'Criterion') },
            { label: say('Tối đa', 'Most'), align: 'end' },
            { label: say('Đạt', 'Earned'), align: 'end' },
            { label: say('Ghi chú', 'Remark') },
          ]}
          rows={field.criteria.flatMap(({ subCriteria }) =>
            subCriteria.map((one) => {
              const found = byId.get(one.id);
              return [
                textIn(language, one.name),
                (most.get(one.id) ?? 0).toLocaleString(language),
                formatFigure(language, found?.points ?? null),
                found ? remarkOf(language, found) : '',
              ];
            }),
          )}
        />
      ))}
    </>
  );
}

function remarkOf(language: Language, { state, short, points }: SubScore): string {
  const say = speaker(language);
  if (state === 'not-arisen' && points) return say('Không phát sinh: đủ điểm', 'Did not arise: all points');
  if (state !== 'scored') return textIn(language, states[state]);
  return short ? say(`Còn thiếu ${short} trường hợp để đủ điểm`, `${short} more would give all points`) : '';
}

/** What would raise the score most, the largest first, and what the figures would have to be. */
export function RoomList(props: {
  language: Language;
  lost: readonly PointsLost<FrozenCriterion>[];
  most?: number;
  /** While little is known, what is lost is said of each criterion alone, not of the total. */
  alone?: boolean;
}) {
  const { language, lost, most = 5, alone } = props;
  const say = speaker(language);
  if (lost.length === 0) return <p>{say('Mọi tiêu chí đã biết đều đủ điểm.', 'All that is known is in full.')}</p>;
  return (
    <ol class="flow">
      {lost.slice(0, most).map(({ criterion, score, next, lost: points }) => (
        <li>
          <strong>{textIn(language, criterion.name)}</strong>:{' '}
          {alone
            ? say(`mất ${formatFigure('vi', points)} điểm`, `${formatFigure('en', points)} points lost`)
            : say(`+${formatFigure('vi', score.room)} điểm`, `+${formatFigure('en', score.room)} points`)}
          {next ? (
            <ul>
              {next.conditions.map((condition) => (
                <li>{conditionWords(language, condition)}</li>
              ))}
              {next.points < criterion.points ? (
                <li>
                  {say('khi đó đạt', 'that gives')} {next.points.toLocaleString(language)}/
                  {criterion.points.toLocaleString(language)} {say('điểm', 'points')}
                </li>
              ) : null}
            </ul>
          ) : null}
          {score.appraised?.reason ? (
            <p class="small quiet" lang="vi">
              {score.appraised.reason}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** What a figure would have to be, and what it is. */
function conditionWords(language: Language, condition: NextCondition): string {
  const say = speaker(language);
  const names = (ids: readonly string[]) => {
    const said = ids.map((id) => textIn(language, countName(id)).toLocaleLowerCase(language));
    return said.join(' + ');
  };
  const number = (count: number) => count.toLocaleString(language);
  if ('sum' in condition)
    return say(
      `${names(condition.sum)}: không quá ${number(condition.atMost)}, hiện ${number(condition.counted)}`,
      `${names(condition.sum)}: at most ${number(condition.atMost)}, now ${number(condition.counted)}`,
    );
  const { part, of, atLeast, counted, outOf, more } = condition;
  return say(
    `${names(part)} trên ${names(of)}: từ ${number(atLeast)}%, hiện ${number(counted)}/${number(outOf)}, cần thêm ${number(more)}`,
    `${names(part)} of ${names(of)}: from ${number(atLeast)} %, now ${number(counted)}/${number(outOf)}, ${number(more)} more needed`,
  );
}

/** Month by month, as a picture and as a table: scores as they were known when each month ended. */
export function IndexTrend(props: {
  language: Language;
  frame: IndexFrame;
  months: readonly KeptMonth[];
  name: string;
}) {
  const { language, frame, months, name } = props;
  const say = speaker(language);
  if (months.length < 2) return <p>{say('Chưa đủ hai tháng để so sánh.', 'Two months are needed to compare.')}</p>;
  const shown = ({ rank, total, decimals }: KeptMonth) =>
    rank === null || total === null ? null : { steps: total, decimals };
  const label = (month: string) => `${Number(month.slice(5))}/${month.slice(0, 4)}`;
  return (
    <>
      <TrendChart
        id="index-trend"
        label={say(`Điểm của ${name} qua ${months.length} tháng`, `Score of ${name} over ${months.length} months`)}
        series={[say(`Điểm trên ${frame.points}`, `Score of ${frame.points}`)]}
        points={months.map((one) => {
          const value = shown(one);
          return { label: label(one.month), values: [value ? asNumber(value) : undefined] };
        })}
        top={formatFigure(
          language,
          months.map(shown).reduce((most, one) => ((one?.steps ?? -1) > (most?.steps ?? -1) ? one : most), null),
        )}
      />
      <Table
        id="index-months"
        caption={say('Điểm từng tháng, theo dữ liệu có đến cuối tháng', 'Scores by month, as known when it ended')}
        columns={[
          { label: say('Tháng', 'Month') },
          { label: say('Điểm', 'Score'), align: 'end' },
          { label: say('Hạng', 'Rank'), align: 'end' },
          { label: say('Đã biết (%)', 'Known (%)'), align: 'end' },
        ]}
        rows={months
          .toReversed()
          .map((one) => [
            label(one.month),
            formatFigure(language, shown(one)),
            one.rank === null ? '–' : String(one.rank),
            String(one.known),
          ])}
      />
    </>
  );
}

/** The latest score of a unit in each index, with its place and the way to why; nothing where nothing is kept. */
export function UnitScores(props: {
  language: Language;
  frames: readonly IndexFrame[];
  months: readonly KeptMonth[];
  unitId: string;
}) {
  const { language, frames, months, unitId } = props;
  const say = speaker(language);
  const known = months.flatMap((one) => {
    const frame = frames.find(({ id }) => id === one.frameId);
    return frame ? [{ ...one, frame }] : [];
  });
  if (known.length === 0) return null;
  return (
    <Table
      id="unit-scores"
      caption={say('Điểm theo các bộ chỉ số, tháng gần nhất', 'Scores in the indices, latest month')}
      stack
      columns={[
        { label: say('Bộ chỉ số', 'Index') },
        { label: say('Tháng', 'Month') },
        { label: say('Điểm', 'Score'), align: 'end' },
        { label: say('Hạng trong nhóm', 'Place in its group'), align: 'end' },
      ]}
      rows={known.map(({ frame, month, total, decimals, rank }) => [
        <a
          href={localHref(language, `/cong-khai/chi-so/${unitId}?${new URLSearchParams({ bo: frame.id, ky: month })}`)}
        >
          {textIn(language, frame.name)}
        </a>,
        `${Number(month.slice(5))}/${month.slice(0, 4)}`,
        `${formatFigure(language, rank === null || total === null ? null : { steps: total, decimals })} / ${frame.points.toLocaleString(language)}`,
        rank === null ? '–' : String(rank),
      ])}
    />
  );
}
