import type { Handler } from 'hono';
import QRCode from 'qrcode';
import type { App } from '#app.ts';
import { isId } from '#kernel/id.ts';
import type { Language } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import type { TicketNow } from '#modules/desk/index.ts';
import { formatMoment, localHref, Page, PrintButton, speaker } from '#surfaces/ui/index.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import type { ShellOptions } from '#surfaces/web/web-shell.ts';
import { deviceDesk, KioskPage } from './device-page.tsx';

export const ticketWritten = (number: number): string => String(number).padStart(3, '0');

/** Honest words: nobody knows who with priority still comes, and with too few served nobody can say. */
export function waitWords(language: Language, { before, estimate }: TicketNow): { before: string; estimate: string } {
  const say = speaker(language);
  return {
    before: before === 0 ? say('Không còn ai', 'Nobody') : say(`${before} người`, `${before}`),
    estimate:
      estimate === undefined
        ? say('Chưa ước tính được', 'Cannot be estimated yet')
        : estimate === 0
          ? say('Sắp tới lượt', 'Your turn soon')
          : say(`Khoảng ${estimate} phút`, `About ${estimate} minutes`),
  };
}

/** `/kiosk/:desk/so/:id`: the number, to be printed, photographed or kept in mind; then the first page for the next person. */
export const kioskTicketPage =
  (app: App, options: ShellOptions): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const desk = await deviceDesk(app, visitor, context.req.param('desk') ?? '');
    const id = context.req.param('id') ?? '';
    const now = desk && isId(id) ? await app.desk.ticket(id) : undefined;
    if (!desk || now?.ticket.deskId !== desk.id) return notFoundPage(context);
    const { ticket } = now;
    const origin = options.publicUrl ?? new URL(context.req.url).origin;
    const qr = await QRCode.toString(`${origin}/so-thu-tu/${ticket.id}`, { type: 'svg', margin: 0 });
    const words = waitWords(language, now);
    const number = ticketWritten(ticket.number);
    return context.html(
      <KioskPage
        visitor={visitor}
        desk={desk}
        title={say('Số của ông/bà', 'Your number')}
        home={`/kiosk/${desk.id}`}
        refresh={{ seconds: 30, href: localHref(language, `/kiosk/${desk.id}`) }}
        speak={language === 'vi' ? `Số của ông bà là ${ticket.number}. Trước ông bà: ${words.before}.` : ''}
        more={<PrintButton>{say('In số', 'Print')}</PrintButton>}
      >
        <div class="kiosk-ticket">
          <strong class="kiosk-number">{number}</strong>
          <img
            src={`data:image/svg+xml;base64,${Buffer.from(qr).toString('base64')}`}
            width="240"
            height="240"
            alt={say('Mã QR: xem số này trên điện thoại', 'QR code: follow this number on a telephone')}
          />
        </div>
        <dl class="kiosk-facts">
          <div>
            <dt>{say('Trước ông/bà', 'Before you')}</dt>
            <dd>{words.before}</dd>
          </div>
          <div>
            <dt>{say('Thời gian chờ', 'Wait')}</dt>
            <dd>{words.estimate}</dd>
          </div>
          <div>
            <dt>{say('Lấy lúc', 'Taken at')}</dt>
            <dd>{formatMoment(toLocal(ticket.takenAt))}</dd>
          </div>
        </dl>
        <p>
          {say(
            'Quét mã để theo dõi số trên điện thoại. Người ưu tiên và người đã đặt lịch đến sau có thể được gọi trước; không ai phải chờ mãi vì vậy.',
            'Scan the code to follow the number on your telephone. People with priority or a booking who come later may be called first; nobody waits for ever because of it.',
          )}
        </p>
      </KioskPage>,
    );
  };

/** `/so-thu-tu/:id`: the same number on one's own telephone, asked for anew every quarter of a minute. No name stands on it. */
export const followTicketPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const id = context.req.param('id') ?? '';
    const now = isId(id) ? await app.desk.ticket(id) : undefined;
    if (!now) return notFoundPage(context);
    const { ticket } = now;
    const desk = (await app.ground()).tree.get(ticket.deskId)?.name[language] ?? '';
    const words = waitWords(language, now);
    const ended = ticket.state === 'done' || ticket.state === 'missed';
    const title =
      ticket.state === 'called'
        ? say(`Mời đến quầy ${ticket.counterNumber}`, `Please come to counter ${ticket.counterNumber}`)
        : ticket.state === 'waiting'
          ? say('Đang chờ', 'Waiting')
          : ticket.state === 'done'
            ? say('Đã phục vụ xong', 'Served')
            : say('Đã gọi mà không gặp', 'Called and not found');
    return context.html(
      <Page
        language={language}
        title={`${title} · ${ticketWritten(ticket.number)}`}
        path={visitor.path}
        variant="kiosk"
        refresh={ended ? undefined : { seconds: 15 }}
      >
        <p class="kiosk-place">{desk}</p>
        <h1>{title}</h1>
        <strong class="kiosk-number">{ticketWritten(ticket.number)}</strong>
        {ticket.state === 'waiting' ? (
          <dl class="kiosk-facts">
            <div>
              <dt>{say('Trước bạn', 'Before you')}</dt>
              <dd>{words.before}</dd>
            </div>
            <div>
              <dt>{say('Thời gian chờ', 'Wait')}</dt>
              <dd>{words.estimate}</dd>
            </div>
          </dl>
        ) : null}
        {ticket.state === 'missed' ? (
          <p>
            {say(
              'Nếu bạn vẫn ở đây, nói với cán bộ bất kỳ quầy nào: số này được gọi lại, không phải lấy số mới.',
              'If you are still here, tell the officer of any counter: this number is called again, no new one is needed.',
            )}
          </p>
        ) : null}
        <p class="quiet">
          {say('Trang tự làm mới. Lấy lúc ', 'The page renews itself. Taken at ')}
          {formatMoment(toLocal(ticket.takenAt))}.
        </p>
      </Page>,
    );
  };
