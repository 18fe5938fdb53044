import type { Language, Text } from '#kernel/text.ts';
import type { FrozenCriterion, SubCriterion } from '#modules/indices/index.ts';
import { speaker, Tag, textIn } from '#surfaces/ui/index.ts';

/** How an objection ended. */
export const outcomeWords = {
  kept: { vi: 'Giữ điểm', en: 'Points stay' },
  changed: { vi: 'Cho điểm khác', en: 'Other points' },
  'counted-again': { vi: 'Đã đếm lại số liệu', en: 'Counted again' },
} as const satisfies Readonly<Record<string, Text>>;

const sourceWords = {
  figures: { vi: 'Đếm từ số liệu', en: 'Counted' },
  evidence: { vi: 'Tự chấm, thẩm định', en: 'Self-scored, appraised' },
  register: { vi: 'Điều tra', en: 'Survey' },
} as const satisfies Readonly<Record<SubCriterion['scoring']['by'], Text>>;

/** From what a criterion is scored. */
export const sourceOf = (language: Language, { scoring }: SubCriterion) => textIn(language, sourceWords[scoring.by]);

/** Points as they are said of a criterion: a number, or that it did not arise. */
export function pointsWords(language: Language, points: number | null): string {
  return points === null
    ? speaker(language)('không phát sinh', 'did not arise')
    : points.toLocaleString(language, { maximumFractionDigits: 2 });
}

/** What the agency said, what the appraisers said, what was objected and how that ended. */
export function CriterionStory(props: { language: Language; one: FrozenCriterion }) {
  const { language, one } = props;
  const say = speaker(language);
  const { self, appraised, objection } = one;
  return (
    <div class="small">
      {one.state === 'not-known' ? <p>{say('Chưa có điểm', 'No points yet')}</p> : null}
      {one.state === 'not-arisen' ? (
        <p>
          {one.points
            ? say('Không phát sinh: đủ điểm', 'Did not arise: in full')
            : say('Không phát sinh', 'Did not arise')}
        </p>
      ) : null}
      {self ? (
        <p>
          {say('Tự chấm', 'Self-scored')} {pointsWords(language, self.points)}: <span lang="vi">{self.reason}</span>
          {self.evidence.length > 0 ? (
            <>
              {' '}
              ({say('minh chứng', 'evidence')}: <span lang="vi">{self.evidence.join('; ')}</span>)
            </>
          ) : null}
        </p>
      ) : null}
      {appraised ? (
        <p>
          {say('Thẩm định', 'Appraised')} {pointsWords(language, appraised.points)}
          {appraised.reason ? (
            <>
              : <span lang="vi">{appraised.reason}</span>
            </>
          ) : null}
        </p>
      ) : null}
      {objection ? (
        <p>
          {say('Kiến nghị', 'Objection')}: <span lang="vi">{objection.reason}</span>{' '}
          {objection.outcome ? (
            <>
              <Tag tone={objection.outcome === 'kept' ? 'neutral' : 'info'}>
                {textIn(language, outcomeWords[objection.outcome])}
              </Tag>{' '}
              <span lang="vi">{objection.answer}</span>
            </>
          ) : (
            <Tag tone="warning">{say('Chờ trả lời', 'Waits for an answer')}</Tag>
          )}
        </p>
      ) : null}
    </div>
  );
}
