import type { DueExplanation } from '#case-engine/rules/clock.ts';
import type { Language } from '#kernel/text.ts';
import { Alert, DaysTable, DueDate, speaker } from '#surfaces/ui/index.ts';
import { daysIn } from '#surfaces/web/due-promise.ts';

/** What acceptance at this moment would promise, day by day; or why nothing can be promised yet. */
export function AcceptancePromise(props: { language: Language; promise: DueExplanation | undefined }) {
  const { language, promise } = props;
  const say = speaker(language);
  if (!promise) {
    return (
      <Alert language={language} tone="warning">
        <p>
          {say(
            'Chưa có lịch làm việc cho năm của ngày hẹn, nên chưa tiếp nhận được.',
            'The calendar of the year of the due day is not published, so it cannot be accepted yet.',
          )}
        </p>
      </Alert>
    );
  }
  return (
    <>
      <p>
        {say('Tiếp nhận bây giờ thì hẹn trả: ', 'Accepted now, the result is promised for: ')}
        <DueDate language={language} due={promise.dueAt} />
      </p>
      <DaysTable language={language} id="promise-days" days={daysIn(language, promise)} />
    </>
  );
}
