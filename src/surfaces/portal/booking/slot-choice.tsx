import type { Language } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import type { VisitDay } from '#modules/desk/index.ts';
import { Choice, formatNamedDay, formatTime, localHref, speaker } from '#surfaces/ui/index.ts';

/** The days that can be booked, each a link; a day that is full says so. */
export function DayLinks(props: {
  language: Language;
  days: readonly VisitDay[];
  chosen: string;
  href: (day: string) => string;
}) {
  const { language, days, chosen } = props;
  const say = speaker(language);
  return (
    <nav aria-label={say('Chọn ngày', 'Choose the day')}>
      <ul class="list">
        {days.map(({ day, slots }) => {
          const free = slots.reduce((sum, slot) => sum + slot.free, 0);
          return (
            <li>
              {free > 0 ? (
                <a
                  href={localHref(language, props.href(day.toString()))}
                  aria-current={day.toString() === chosen ? 'date' : undefined}
                >
                  {formatNamedDay(language, day)}
                </a>
              ) : (
                formatNamedDay(language, day)
              )}{' '}
              <span class="quiet">{free > 0 ? say(`còn ${free} chỗ`, `${free} places`) : say('hết chỗ', 'full')}</span>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The half hours of a day that have a place left. */
export function SlotChoice(props: {
  language: Language;
  day: VisitDay;
  value?: string | undefined;
  error?: string | undefined;
}) {
  const { language, day } = props;
  const say = speaker(language);
  return (
    <div class="even">
      <Choice
        language={language}
        name="slot"
        inline
        legend={say(`Giờ đến, ${formatNamedDay('vi', day.day)}`, `Time, ${formatNamedDay('en', day.day)}`)}
        value={props.value}
        error={props.error}
        options={day.slots
          .filter(({ free }) => free > 0)
          .map(({ startsAt, free }) => ({
            value: startsAt.toString(),
            label: `${formatTime(toLocal(startsAt))}, ${say(`còn\u00a0${free}`, `${free}\u00a0left`)}`,
          }))}
      />
    </div>
  );
}

/** The moment a form names; undefined when it is none. */
export function readSlot(typed: string): Temporal.Instant | undefined {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(typed) ? Temporal.Instant.from(typed) : undefined;
}
