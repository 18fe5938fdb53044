import type { Text } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import type { CounterShift, QueueNow, TicketNow } from '#modules/desk/index.ts';
import {
  Alert,
  Button,
  ButtonLink,
  Field,
  Form,
  formatTime,
  localHref,
  Panel,
  Select,
  speaker,
  Tag,
  textIn,
} from '#surfaces/ui/index.ts';
import type { OwnDesk } from './own-desk.ts';
import { minutesSince, ticketNumber, wishWords } from './ticket-words.ts';

const path = '/lam-viec/quay';

interface CounterProps {
  desk: OwnDesk;
  queue: QueueNow;
  shift: CounterShift | undefined;
  now: TicketNow | undefined;
  /** Of fields and priority groups. */
  names: ReadonlyMap<string, Text>;
  error: { readonly field?: string; readonly message: string } | undefined;
}

/** The counter in one panel: choose one, call, or serve who is here. */
export function AtCounter(props: CounterProps) {
  if (!props.shift) return <ChooseCounter {...props} />;
  return <Panel>{props.now ? <Serve {...props} now={props.now} /> : <Call {...props} shift={props.shift} />}</Panel>;
}

function ChooseCounter({ desk, queue }: CounterProps) {
  const { language, csrfToken } = desk.officer.visitor;
  const say = speaker(language);
  return (
    <Panel>
      <h2>{say('Mở quầy nào?', 'Which counter?')}</h2>
      <Form csrfToken={csrfToken} action={localHref(language, path)} hidden={{ noi: desk.deskId, viec: 'open' }}>
        <ul class="list">
          {queue.plan.counters.map(({ number, name }) => {
            const taken = queue.shifts.some((shift) => shift.number === number);
            return (
              <li>
                <h3>
                  {say(`Quầy ${number}`, `Counter ${number}`)}: {textIn(language, name)}
                </h3>
                {taken ? (
                  <p class="quiet">{say('Đang mở bởi cán bộ khác', 'Open by a colleague')}</p>
                ) : (
                  <Button name="counter" value={String(number)}>
                    {say(`Mở quầy ${number}`, `Open counter ${number}`)}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      </Form>
    </Panel>
  );
}

function Call({ desk, queue, shift }: CounterProps & { shift: CounterShift }) {
  const { language, csrfToken } = desk.officer.visitor;
  const say = speaker(language);
  if (shift.pausedAt) return <p>{say('Quầy đang tạm nghỉ.', 'The counter is paused.')}</p>;
  const count = queue.waiting.length;
  return (
    <>
      <h2>{say('Chưa có ai ở quầy', 'Nobody is at the counter')}</h2>
      <Form csrfToken={csrfToken} action={localHref(language, path)} hidden={{ noi: desk.deskId, viec: 'next' }}>
        <Button shortcut="g">{say(`Gọi số tiếp theo (${count} người chờ)`, `Call the next (${count} waiting)`)}</Button>
      </Form>
    </>
  );
}

function Serve({ desk, queue, shift, now, names, error }: CounterProps & { now: TicketNow }) {
  const { officer, deskId } = desk;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const { ticket, booking } = now;
  const agencyId = deskId.replace(/\.desk$/, '');
  const intake = `/lam-viec/tiep-nhan?${new URLSearchParams({
    noi: agencyId,
    so: ticket.id,
    ...(ticket.procedureCode ? { 'thu-tuc': ticket.procedureCode } : {}),
  })}`;
  const form = { csrfToken, action: localHref(language, path), hidden: { noi: deskId, so: ticket.id } };
  const group = ticket.priorityCode ? names.get(ticket.priorityCode) : undefined;
  const others = queue.plan.counters.filter(({ number }) => number !== shift?.number);
  return (
    <>
      <p class="counter-ticket">
        <span>{say('Đang phục vụ số', 'Serving number')}</span> <strong>{ticketNumber(ticket.number)}</strong>
      </p>
      <p>
        {group ? <Tag tone="warning">{textIn(language, group)}</Tag> : null}{' '}
        {booking ? (
          <Tag tone="info">
            {say(`Hẹn ${formatTime(toLocal(booking.startsAt))}`, `Booked ${formatTime(toLocal(booking.startsAt))}`)}
          </Tag>
        ) : null}{' '}
        {say(
          `Đã chờ ${minutesSince(ticket.waitsFrom, ticket.firstCalledAt ?? officer.now)} phút, gọi ${ticket.calls} lần`,
          `Waited ${minutesSince(ticket.waitsFrom, ticket.firstCalledAt ?? officer.now)} minutes, called ${ticket.calls} times`,
        )}
      </p>
      <p>{wishWords(language, ticket, names)}</p>
      {booking ? (
        <p>
          {booking.name}, {booking.phone}
        </p>
      ) : null}
      <div class="actions">
        {ticket.purpose === 'result' ? null : (
          <ButtonLink href={localHref(language, intake)}>{say('Tiếp nhận hồ sơ', 'Receive a dossier')}</ButtonLink>
        )}
        <Form {...form}>
          <div class="actions">
            <Button
              name="viec"
              value="finish-next"
              variant={ticket.purpose === 'result' ? 'primary' : 'secondary'}
              shortcut="g"
            >
              {say('Xong, gọi số tiếp theo', 'Done, call the next')}
            </Button>
            <Button name="viec" value="finish" variant="secondary">
              {say('Xong', 'Done')}
            </Button>
            <Button name="viec" value="recall" variant="secondary" shortcut="l">
              {say('Gọi lại', 'Call again')}
            </Button>
            <Button name="viec" value="miss" variant="secondary">
              {say('Không có mặt', 'Not here')}
            </Button>
          </div>
        </Form>
      </div>
      <div class="grid full">
        <Form {...form} hidden={{ ...form.hidden, viec: 'serve' }}>
          <Field
            language={language}
            name="dossier"
            kind="code"
            width="medium"
            label={say('Mở hồ sơ theo giấy hẹn', 'Open the dossier of the receipt')}
            hint={say(
              'Quét hoặc gõ mã. Trả xong, máy tính bảng mời người này đánh giá.',
              'Scan or type the code. After the result the tablet asks this person to rate.',
            )}
            error={error?.field === 'dossier' ? error.message : undefined}
          />
          <Button variant="secondary">{say('Mở hồ sơ', 'Open')}</Button>
        </Form>
        {others.length > 0 ? (
          <Form {...form} hidden={{ ...form.hidden, viec: 'transfer' }}>
            <Select
              language={language}
              name="counter"
              label={say('Chuyển sang quầy', 'Send to counter')}
              hint={say('Giữ nguyên số và thời gian đã chờ.', 'The number and the wait are kept.')}
              width="medium"
              options={others.map(({ number, name }) => ({
                value: String(number),
                label: `${number}. ${textIn(language, name)}`,
              }))}
              error={error?.field === 'counter' ? error.message : undefined}
            />
            <Button variant="secondary">{say('Chuyển', 'Send')}</Button>
          </Form>
        ) : null}
      </div>
      {ticket.dossierId ? (
        <Alert language={language} tone="success">
          <p>
            <a href={localHref(language, `/lam-viec/ho-so/${ticket.dossierId}`)}>
              {say('Đã gắn một hồ sơ với số này', 'A dossier is tied to this number')}
            </a>
          </p>
        </Alert>
      ) : null}
    </>
  );
}
