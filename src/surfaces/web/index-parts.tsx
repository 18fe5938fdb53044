import type { Language } from '#kernel/text.ts';
import { formatFigure } from '#modules/figures/index.ts';
import { type IndexFrame, type RankedScore, type SubScore, subCriteriaOf } from '#modules/indices/index.ts';
import { speaker, Table, textIn } from '#surfaces/ui/index.ts';

/** Units of one group, best first; a name leads to how the score came about. */
export function RankingTable(props: {
  language: Language;
  frame: IndexFrame;
  caption: string;
  scores: readonly RankedScore[];
  nameOf(unitId: string): string;
  hrefOf(unitId: string): string;
}) {
  const { language, frame, scores, nameOf, hrefOf } = props;
  const say = speaker(language);
  return (
    <Table
      id="index-ranking"
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

/** What would raise the score most, the largest first. */
export function RoomList(props: { language: Language; frame: IndexFrame; score: RankedScore }) {
  const { language, frame, score } = props;
  const say = speaker(language);
  const names = new Map(subCriteriaOf(frame).map((one) => [one.id, one.name]));
  const rooms = score.subScores
    .filter(({ room }) => room.steps > 0)
    .toSorted((one, other) => other.room.steps - one.room.steps)
    .slice(0, 5);
  if (rooms.length === 0)
    return <p>{say('Mọi tiêu chí đếm được đã đủ điểm.', 'All that can be counted is in full.')}</p>;
  return (
    <ol class="flow">
      {rooms.map((one) => {
        const name = names.get(one.id);
        return (
          <li>
            {name ? textIn(language, name) : one.id}: +{formatFigure(language, one.room)} {say('điểm', 'points')}
            {one.short
              ? say(`, khi thêm ${one.short} trường hợp đạt yêu cầu`, `, with ${one.short} more that meet it`)
              : ''}
          </li>
        );
      })}
    </ol>
  );
}
