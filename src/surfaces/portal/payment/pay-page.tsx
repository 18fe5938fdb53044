import type { Context, Handler } from 'hono';
import QRCode from 'qrcode';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import {
  Alert,
  BigCode,
  Button,
  ErrorSummary,
  Facts,
  Form,
  formatMoney,
  localHref,
  PrintButton,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { BillLines, BillTag } from '#surfaces/web/dues-words.tsx';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from '../portal-page.tsx';
import { Section } from '../section.tsx';

type BillShown = NonNullable<Awaited<ReturnType<App['dues']['bill']>>>;

const codeOf = (context: Context<WebEnv>): string => (context.req.param('code') ?? '').toUpperCase();

/** `/thanh-toan/:code`: what is to be paid and every way to pay it. Anyone with the code may pay; it names nobody. */
export const payPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const shown = await app.dues.bill(codeOf(context));
    return shown ? context.html(await show(app, context, shown)) : notFoundPage(context);
  };

/** POST `…/cong`: an order to the gateway, and the browser goes there. */
export const payOnline =
  (app: App, publicUrl: string | undefined): Handler<WebEnv> =>
  async (context) => {
    const code = codeOf(context);
    const shown = await app.dues.bill(code);
    if (!shown) return notFoundPage(context);
    const ordered = await app.dues.order(code, publicUrl ?? new URL(context.req.url).origin);
    if (ordered.ok) {
      // a form may not lead to another origin (our policy says so), a page that moves on may
      context.header('refresh', `0; url=${ordered.value.redirectTo}`);
      return context.html(goingThere(context, ordered.value.redirectTo));
    }
    return context.html(await show(app, context, shown, ordered.refusal), refusalStatus(ordered.refusal) as 409);
  };

function goingThere(context: Context<WebEnv>, redirectTo: string) {
  const visitor = visitorOf(context);
  const say = speaker(visitor.language);
  return (
    <PortalPage visitor={visitor} title={say('Sang trang cổng thanh toán', 'To the gateway')}>
      <h1>{say('Đang chuyển sang cổng thanh toán', 'Going to the gateway')}</h1>
      <p>
        <a href={redirectTo}>{say('Nếu trang không tự chuyển, bấm vào đây', 'If nothing happens, follow this link')}</a>
      </p>
    </PortalPage>
  );
}

/** `…/tro-ve`: back from the gateway, which is asked what became of it. */
export const backFromGateway =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const code = codeOf(context);
    await app.dues.cameBack(code);
    return context.redirect(localHref(visitorOf(context).language, `/thanh-toan/${code}`), 303);
  };

async function show(app: App, context: Context<WebEnv>, shown: BillShown, refusal?: Refusal) {
  const visitor = visitorOf(context);
  const { language } = visitor;
  const say = speaker(language);
  const { bill, outstanding, orderState } = shown;
  const here = localHref(language, `/thanh-toan/${bill.code}`);
  const message = refusal && refusalSentence(refusal, language);
  const money = formatMoney(language, outstanding);
  return (
    <PortalPage
      visitor={{ ...visitor, path: `/thanh-toan/${bill.code}` }}
      title={say('Nộp phí, lệ phí', 'Pay dues')}
      hasErrors={message !== undefined}
    >
      <ErrorSummary language={language} errors={message ? [{ field: undefined, message }] : []} />
      <h1>{outstanding > 0n ? say(`Bạn cần nộp ${money}`, `To be paid: ${money}`) : say('Phí, lệ phí', 'Dues')}</h1>
      <p>
        <BillTag language={language} bill={bill} />
      </p>
      {outstanding > 0n && orderState === 'waiting' ? (
        <Alert language={language} tone="info" title={say('Đang chờ cổng thanh toán', 'Waiting for the gateway')}>
          <p>
            {say(
              'Nếu bạn vừa trả tiền, trang này sẽ báo “Đã nộp đủ” khi cổng thanh toán xác nhận. Không cần nộp lại.',
              'If you have just paid, this page says “Paid” as soon as the gateway confirms. Do not pay again.',
            )}{' '}
            <a href={here}>{say('Xem lại', 'Look again')}</a>
          </p>
        </Alert>
      ) : null}
      {outstanding > 0n && orderState === 'failed' ? (
        <Alert
          language={language}
          tone="warning"
          title={say('Lần trả tiền vừa rồi không thành', 'The last try failed')}
        >
          <p>
            {say(
              'Bạn chưa bị trừ tiền. Hãy thử lại hoặc chọn cách khác.',
              'Nothing was taken. Try again or choose another way.',
            )}
          </p>
        </Alert>
      ) : null}
      {bill.paid >= bill.total && !bill.isEnded ? (
        <Alert language={language} tone="success" title={say('Khoản này đã nộp đủ', 'This bill is paid in full')}>
          <p>
            {say(
              'Biên lai có trong trang hồ sơ của bạn, mục “Phí, lệ phí”.',
              'The receipt is on the page of your dossier, under “Dues”.',
            )}
          </p>
        </Alert>
      ) : null}
      <BillLines language={language} bill={bill} />
      {outstanding > 0n ? <Ways app={app} visitor={visitor} shown={shown} here={here} qr={await qrOf(shown)} /> : null}
      <p class="no-print">
        <PrintButton>{say('In trang này', 'Print this page')}</PrintButton>
      </p>
    </PortalPage>
  );
}

/** As a picture in the page: no script, no style. */
async function qrOf({ qrText }: BillShown): Promise<string | undefined> {
  if (!qrText) return undefined;
  const svg = await QRCode.toString(qrText, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

function Ways(props: {
  app: App;
  visitor: ReturnType<typeof visitorOf>;
  shown: BillShown;
  here: string;
  qr: string | undefined;
}) {
  const { app, visitor, shown, here, qr } = props;
  const { language } = visitor;
  const say = speaker(language);
  const { account, bill, outstanding } = shown;
  return (
    <>
      {app.dues.gatewayTitle ? (
        <Section title={say('Trả trực tuyến', 'Pay online')}>
          <p>
            {say(
              'Bạn được chuyển sang trang của cổng thanh toán và quay lại đây khi xong. Biên lai có ngay.',
              'You go to the page of the gateway and come back here. The receipt is there at once.',
            )}
          </p>
          <Form csrfToken={visitor.csrfToken} action={`${here}/cong`}>
            <Button>{say('Trả tiền trực tuyến', 'Pay online')}</Button>
          </Form>
        </Section>
      ) : null}
      {account && qr ? (
        <Section title={say('Chuyển khoản bằng mã VietQR', 'Transfer by VietQR')}>
          <p>
            {say(
              'Mở ứng dụng ngân hàng, quét mã. Số tiền và nội dung đã có sẵn; xin giữ nguyên nội dung.',
              'Open your bank’s app and scan. Amount and text are filled in; leave the text as it is.',
            )}
          </p>
          <p>
            <img
              class="qr"
              src={qr}
              width="232"
              height="232"
              alt={say(
                `Mã VietQR chuyển ${formatMoney(language, outstanding)}, nội dung ${bill.code}`,
                `VietQR for ${formatMoney(language, outstanding)}, text ${bill.code}`,
              )}
            />
          </p>
          <Facts
            facts={[
              { label: say('Số tài khoản', 'Account'), value: <span class="code">{account.accountNumber}</span> },
              { label: say('Mã ngân hàng', 'Bank (BIN)'), value: <span class="code">{account.bankBin}</span> },
              { label: say('Tên tài khoản', 'Name'), value: account.accountName },
              { label: say('Số tiền', 'Amount'), value: formatMoney(language, outstanding) },
            ]}
          />
          <p>{say('Nội dung chuyển khoản', 'Text of the transfer')}:</p>
          <p>
            <BigCode>{bill.code}</BigCode>
          </p>
          <p class="quiet">
            {say(
              'Tiền chuyển khoản được ghi nhận khi ngân hàng gửi sao kê, thường trong một ngày làm việc.',
              'A transfer is recorded with the bank’s statement, usually within a working day.',
            )}
          </p>
        </Section>
      ) : null}
      <Section title={say('Nộp tại quầy', 'At the desk')}>
        <p>
          {say(
            'Nộp tiền mặt tại Bộ phận Một cửa nơi nhận hồ sơ. Đọc mã khoản nộp:',
            'Pay cash at the one-stop desk that took the dossier. Say the code:',
          )}{' '}
          <strong class="code">{bill.code}</strong>.{' '}
          {textIn(language, { vi: 'Bạn được cấp biên lai.', en: 'You get a receipt.' })}
        </p>
      </Section>
    </>
  );
}
