import type { Language, Text } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import type { ExpectedVisit, QueueNow } from '#modules/desk/index.ts';
import { Button, Form, formatTime, localHref, speaker, Table, Tag, textIn } from '#surfaces/ui/index.ts';
import type { OwnDesk } from './own-desk.ts';
import { minutesSince, ticketNumber, wishWords } from './ticket-words.ts';

/** Who waits, in the order in which they would be called. */
export function Waiting(props: {
  language: Language;
  queue: QueueNow;
  now: Temporal.Instant;
  names: ReadonlyMap<string, Text>;
}) {
  const { language, queue, now, names } = props;
  const say = speaker(language);
  if (queue.waiting.length === 0) return <p>{say('Không còn ai chờ.', 'Nobody waits.')}</p>;
  return (
    <Table
      id="waiting"
      stack
      caption={say('Đang chờ, theo thứ tự sẽ gọi', 'Waiting, in the order of calling')}
      columns={[
        { label: say('Số', 'Number') },
        { label: say('Việc', 'For') },
        { label: say('Gọi trước vì', 'Called first because') },
        { label: say('Đã chờ (phút)', 'Waiting (minutes)'), align: 'end' },
      ]}
      rows={queue.waiting.map((ticket) => {
        const group = ticket.priorityCode ? names.get(ticket.priorityCode) : undefined;
        return [
          ticketNumber(ticket.number),
          wishWords(language, ticket, names),
          <>
            {group ? <Tag tone="warning">{textIn(language, group)}</Tag> : null}{' '}
            {ticket.bookingId ? <Tag tone="info">{say('Đã đặt lịch', 'Booked')}</Tag> : null}{' '}
            {ticket.onlyCounter ? (
              <Tag tone="info">
                {say(`Chuyển đến quầy ${ticket.onlyCounter}`, `Sent to counter ${ticket.onlyCounter}`)}
              </Tag>
            ) : null}
          </>,
          minutesSince(ticket.waitsFrom, now),
        ];
      })}
    />
  );
}

/** Who was called and not there: put back with the same number when they are. */
export function Missed(props: { desk: OwnDesk; queue: QueueNow; isOpen: boolean }) {
  const { desk, queue, isOpen } = props;
  const { language, csrfToken } = desk.officer.visitor;
  const say = speaker(language);
  if (queue.missed.length === 0) return null;
  return (
    <section>
      <h2>{say('Đã gọi mà không có mặt', 'Called and not here')}</h2>
      <ul class="list">
        {queue.missed.map((ticket) => (
          <li>
            <Form
              csrfToken={csrfToken}
              action={localHref(language, '/lam-viec/quay')}
              hidden={{ noi: desk.deskId, so: ticket.id, viec: 'return' }}
            >
              <p>
                <strong>{ticketNumber(ticket.number)}</strong>, {say('gọi lần cuối', 'last called')}{' '}
                {formatTime(toLocal(ticket.stateAt))}
              </p>
              {isOpen ? (
                <Button variant="secondary">
                  {say(`Số ${ticketNumber(ticket.number)} đã có mặt`, `Number ${ticketNumber(ticket.number)} is here`)}
                </Button>
              ) : null}
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who announced a visit today and has not come. */
export function Expected(props: { language: Language; bookings: readonly ExpectedVisit[] }) {
  const { language, bookings } = props;
  const say = speaker(language);
  if (bookings.length === 0) return null;
  return (
    <Table
      id="expected"
      stack
      caption={say('Đã đặt lịch hôm nay, chưa đến', 'Booked for today, not here yet')}
      columns={[
        { label: say('Giờ hẹn', 'Time') },
        { label: say('Người đến', 'Who') },
        { label: say('Thủ tục', 'Procedure') },
        { label: say('Tin nhắc', 'Reminder') },
        { label: say('Trạng thái', 'State') },
      ]}
      rows={bookings.map(({ startsAt, name, phone, procedureCode, state, reminder }) => [
        formatTime(toLocal(startsAt)),
        name,
        <span class="code">{procedureCode}</span>,
        reminder === 'failed' ? (
          <>
            <Tag tone="danger">{say('Không gửi được', 'Could not be sent')}</Tag> {phone}
          </>
        ) : reminder === 'sent' ? (
          say('Đã nhắc', 'Sent')
        ) : reminder === 'waiting' ? (
          say('Đang gửi', 'On its way')
        ) : (
          say('Không gửi', 'None')
        ),
        state === 'missed' ? <Tag tone="warning">{say('Đã quá giờ', 'Missed')}</Tag> : say('Chờ đến', 'Expected'),
      ])}
    />
  );
}
