import type { App } from '#app.ts';
import type { Language } from '#kernel/text.ts';
import { formatNamedDay, formatTime, speaker, textIn } from '#surfaces/ui/index.ts';
import { ticketWritten } from './ticket-page.tsx';

export type ShownQueue = NonNullable<Awaited<ReturnType<App['desk']['queue']>>>;

const mostNext = 8;

/** What stands on the display: who is called where, who is next. Numbers only. */
export function Board(props: { language: Language; name: string; queue: ShownQueue }) {
  const { language, queue } = props;
  const say = speaker(language);
  const { hours, plan, called, shifts, waiting } = queue;
  const newest = called[0];
  if (!hours.isOpen && called.length === 0 && waiting.length === 0) {
    return (
      <div class="board-asleep">
        <h1>{props.name}</h1>
        <p>
          {hours.opens
            ? say(
                `Ngoài giờ tiếp nhận. Mở lại ${formatTime(hours.opens)} ${formatNamedDay('vi', hours.opens)}.`,
                `Closed. Open again ${formatTime(hours.opens)}, ${formatNamedDay('en', hours.opens)}.`,
              )
            : say('Ngoài giờ tiếp nhận.', 'Closed.')}
        </p>
      </div>
    );
  }
  return (
    <>
      <div class="board-head">
        <h1>{props.name}</h1>
        <p class="board-lost">{say('Đang nối lại…', 'Connecting again…')}</p>
      </div>
      <h2>{say('Đang phục vụ', 'Now serving')}</h2>
      <ul
        class="board-calls"
        data-call={newest ? `${newest.id}:${newest.calls}` : undefined}
        data-words={
          newest && language === 'vi' ? `Mời số ${newest.number} đến quầy ${newest.counterNumber}` : undefined
        }
      >
        {shifts.length === 0 ? (
          <li class="board-idle">{say('Chưa có quầy nào mở', 'No counter is open yet')}</li>
        ) : null}
        {shifts.map((shift) => {
          const here = called.find(({ shiftId }) => shiftId === shift.id);
          const counter = plan.counters.find(({ number }) => number === shift.number);
          return (
            <li data-newest={here !== undefined && here === newest ? 'true' : undefined}>
              <span class="board-counter">{say(`Quầy ${shift.number}`, `Counter ${shift.number}`)}</span>
              <span class="board-number">{here ? ticketWritten(here.number) : '–'}</span>
              <span>
                {shift.pausedAt && !here ? say('Tạm nghỉ', 'Paused') : counter ? textIn(language, counter.name) : ''}
              </span>
            </li>
          );
        })}
      </ul>
      <h2>{say(`Số tiếp theo (${waiting.length} người chờ)`, `Next (${waiting.length} waiting)`)}</h2>
      <ol class="board-next">
        {waiting.length === 0 ? <li class="board-idle">–</li> : null}
        {waiting.slice(0, mostNext).map(({ number }) => (
          <li>{ticketWritten(number)}</li>
        ))}
      </ol>
    </>
  );
}
