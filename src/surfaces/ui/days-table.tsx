import type { Language } from '#kernel/text.ts';
import { formatDate, formatWeekday } from './formats.ts';
import { speaker } from './speaker.ts';

export interface ExplainedDay {
  readonly date: Temporal.PlainDate;
  readonly counted: boolean;
  readonly reason: string;
  /** The decision it rests on. */
  readonly source?: string | undefined;
}

/** The clock opened into its days: which were counted, which not, why, by what decision. Closed until asked for. */
export function DaysTable(props: {
  language: Language;
  /** Unique on the page. */
  id: string;
  days: readonly ExplainedDay[];
  /** Default: "Vì sao là ngày này?" */
  title?: string | undefined;
  open?: boolean | undefined;
}) {
  const say = speaker(props.language);
  const captionId = `${props.id}-caption`;
  let count = 0;
  return (
    <details class="days" open={props.open}>
      <summary>{props.title ?? say('Vì sao là ngày này?', 'Why this day?')}</summary>
      <section class="table-scroll" aria-labelledby={captionId} tabindex={0}>
        <table class="ds-table" id={props.id}>
          <caption id={captionId} class="ds-sr-only">
            {say('Cách tính ngày hẹn, từng ngày một', 'How the due day is counted, day by day')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{say('Ngày', 'Day')}</th>
              <th scope="col">{say('Tính', 'Counted')}</th>
              <th scope="col">{say('Lý do và căn cứ', 'Reason and source')}</th>
            </tr>
          </thead>
          <tbody>
            {props.days.map((day) => {
              if (day.counted) count += 1;
              return (
                <tr class={day.counted ? undefined : 'not-counted'}>
                  <th scope="row">
                    <span class="day-name">{formatDate(day.date)}</span>{' '}
                    <span class="day-name quiet small">{formatWeekday(props.language, day.date)}</span>
                  </th>
                  <td>
                    <span class="day-count">
                      <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
                        <circle class={day.counted ? 'solid' : undefined} cx="6" cy="6" r="4.5" />
                      </svg>
                      {day.counted ? say(`ngày thứ ${count}`, `day ${count}`) : say('không tính', 'not counted')}
                    </span>
                  </td>
                  <td>
                    {day.reason}
                    {day.source ? <span class="day-source quiet small">{day.source}</span> : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </details>
  );
}
