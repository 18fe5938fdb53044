import type { Language } from '#kernel/text.ts';
import { formatNamedDay, formatTime } from './formats.ts';
import { speaker } from './speaker.ts';

export type DueState = 'on-time' | 'soon' | 'late' | 'paused' | 'done';

/** A promise: weekday, day and hour, with what is left in words ("còn 3 ngày làm việc"). */
export function DueDate(props: {
  language: Language;
  due: Temporal.PlainDateTime;
  state?: DueState | undefined;
  /** What remains, in words. */
  left?: string | undefined;
  large?: boolean | undefined;
}) {
  return (
    <span class={props.large ? 'due large' : 'due'} data-state={props.state ?? 'on-time'}>
      <time class="due-day" datetime={props.due.toString({ smallestUnit: 'minute' })}>
        {formatNamedDay(props.language, props.due)},{' '}
        <span class="hour">{`${speaker(props.language)('trước', 'before')} ${formatTime(props.due)}`}</span>
      </time>
      {props.left ? <span class="due-left">{props.left}</span> : null}
    </span>
  );
}
