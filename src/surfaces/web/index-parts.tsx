import type { Language } from '#kernel/text.ts';
import { formatFigure } from '#modules/figures/index.ts';
import {
  countName,
  type FrozenCriterion,
  type IndexFrame,
  type NextCondition,
  type PointsLost,
  type RankedScore,
  type SubScore,
  subCriteriaOf,
} from '#modules/indices/index.ts';
import { speaker, Table, textIn } from '#surfaces/ui/index.ts';

/** Units of one group, best first; a name leads to how the score came about. */
export function RankingTable(props: {
  language: Language;
  frame: IndexFrame;
  caption: string;
  scores: readonly Omit<RankedScore, 'subScores'>[];
  nameOf(unitId: string): string;
  hrefOf(unitId: string): string;
  /** Where a page has several. */
  id?: string;
}) {
  const { language, frame, scores, nameOf, hrefOf } = props;
  const say = speaker(language);
  return (
    <Table
      id={props.id ?? 'index-ranking'}
      caption={props.caption}
      walk
      columns={[
        { label: say('Cơ quan', 'Agency') },
        { label: say('Hạng', 'Rank'), align: 'end' },
        { label: say(`Điểm (trên ${frame.points})`, `Score (of ${frame.points})`), align: 'end' },
        { label: say('Xếp loại', 'Band') },
        { label: say('Đã biết (%)', 'Known (%)'), align: 'end' },
      ]}
      rows={scores.map((score) => [
        <a href={hrefOf(score.unitId)}>{nameOf(score.unitId)}</a>,
        score.rank === null ? '–' : String(score.rank),
        // a total without a rank would praise or blame on too little
        formatFigure(language, score.rank === null ? null : score.total),
        score.rank !== null && score.band ? textIn(language, score.band) : '–',
        String(score.known),
      ])}
    />
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
export function RoomList(props: { language: Language; lost: readonly PointsLost<FrozenCriterion>[]; most?: number }) {
  const { language, lost, most = 5 } = props;
  const say = speaker(language);
  if (lost.length === 0) return <p>{say('Mọi tiêu chí đã biết đều đủ điểm.', 'All that is known is in full.')}</p>;
  return (
    <ol class="flow">
      {lost.slice(0, most).map(({ criterion, score, next }) => (
        <li>
          <strong>{textIn(language, criterion.name)}</strong>: +{formatFigure(language, score.room)}{' '}
          {say('điểm', 'points')}
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
    return said.join(say(' và ', ' and '));
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
