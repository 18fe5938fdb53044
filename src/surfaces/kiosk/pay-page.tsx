import type { Handler } from 'hono';
import QRCode from 'qrcode';
import type { App } from '#app.ts';
import { formatMoney, localHref, speaker, textIn } from '#surfaces/ui/index.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { deviceDesk, KioskPage } from './device-page.tsx';

const secondsShown = 20;

/**
 * `/kiosk/:desk/thanh-toan/:code`: one bill, large, with the VietQR to scan; it looks again by itself and says when it was
 * paid. It names nobody.
 */
export const kioskPayPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const desk = await deviceDesk(app, visitor, context.req.param('desk') ?? '');
    const shown = desk && (await app.dues.bill((context.req.param('code') ?? '').toUpperCase()));
    if (!desk || !shown) return notFoundPage(context);
    const { bill, outstanding, qrText } = shown;
    const home = `/kiosk/${desk.id}`;
    const isOpen = outstanding > 0n;
    const money = formatMoney(language, outstanding);
    const qr =
      isOpen && qrText ? await QRCode.toString(qrText, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }) : '';
    const title = isOpen
      ? say(`Cần nộp ${money}`, `To be paid: ${money}`)
      : say('Không còn phải nộp', 'Nothing to pay');
    return context.html(
      <KioskPage
        visitor={visitor}
        desk={desk}
        title={title}
        home={home}
        refresh={{
          seconds: secondsShown,
          href: localHref(language, isOpen ? `${home}/thanh-toan/${bill.code}` : home),
        }}
        speak={language === 'vi' && isOpen ? `Ông bà cần nộp ${outstanding} đồng. Quét mã để chuyển khoản.` : ''}
      >
        <p>{bill.lines.map(({ label }) => textIn(language, label)).join('; ')}</p>
        {qr ? (
          <div class="kiosk-ticket">
            <img
              src={`data:image/svg+xml;base64,${Buffer.from(qr).toString('base64')}`}
              width="320"
              height="320"
              alt={say(`Mã VietQR chuyển ${money}, nội dung ${bill.code}`, `VietQR for ${money}, text ${bill.code}`)}
            />
            <p>
              {say('Quét bằng ứng dụng ngân hàng. Nội dung:', 'Scan with your bank’s app. Text:')}{' '}
              <strong class="code">{bill.code}</strong>
            </p>
          </div>
        ) : null}
      </KioskPage>,
    );
  };
