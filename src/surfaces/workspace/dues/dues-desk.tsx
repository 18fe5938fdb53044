import type { Context } from 'hono';
import type { App } from '#app.ts';
import { isId } from '#kernel/id.ts';
import type { Refusal, Result } from '#kernel/result.ts';
import { toLocal } from '#kernel/zone.ts';
import { paperNumber } from '#modules/dues/index.ts';
import { agencyName, type Unit } from '#modules/organisation/index.ts';
import {
  Alert,
  Button,
  EmptyState,
  ErrorSummary,
  Facts,
  Field,
  Figures,
  Form,
  formatMoment,
  formatMoney,
  localHref,
  Select,
  speaker,
  Table,
  textIn,
} from '#surfaces/ui/index.ts';
import { sumWords, wayWords } from '#surfaces/web/dues-words.tsx';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';

/** The desk whose money is looked at: the one asked for among the officer's own, or the first. */
export function deskOf(officer: Officer, asked: string | undefined): Unit | undefined {
  return officer.desks.find(({ id }) => id === asked) ?? officer.desks[0];
}

/** `/lam-viec/thu-phi`: what waits to be paid at a desk, money nobody has placed yet, the till of today. */
export const duesDeskPage = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const desk = deskOf(officer, context.req.query('noi'));
    return desk ? context.html(await show(app, officer, desk)) : notFoundPage(context);
  });

/** POST `/lam-viec/thu-phi`: takes in a statement, places or sends back money, closes the till. */
export const actAtDuesDesk = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const desk = deskOf(officer, form.text('desk'));
    if (!desk) return notFoundPage(context);
    const text = (name: string) => form.text(name);
    const { actor } = officer;
    const incomingId = isId(text('money')) ? text('money') : '';
    switch (text('do')) {
      case 'statement': {
        const taken = await app.dues.takeStatement(actor, { agencyId: desk.id, statement: form.text('statement') });
        if (!taken.ok) return again(app, officer, desk, context, taken.refusal, form.text('statement'));
        const { taken: fresh, known, paid, waiting } = taken.value;
        const query = new URLSearchParams({ noi: desk.id, moi: `${fresh}-${known}-${paid}-${waiting}` });
        return context.redirect(localHref(officer.visitor.language, `/lam-viec/thu-phi?${query}`), 303);
      }
      case 'assign':
        if (!incomingId) return notFoundPage(context);
        return done(app, officer, desk, context, await app.dues.assign(actor, { incomingId, billCode: text('bill') }));
      case 'send-back': {
        if (!incomingId) return notFoundPage(context);
        const wish = { incomingId, externalId: text('externalId'), reason: text('reason') };
        return done(app, officer, desk, context, await app.dues.returnMoney(actor, wish));
      }
      case 'close-till': {
        const wish = { agencyId: desk.id, counted: text('counted'), note: text('note') };
        return done(app, officer, desk, context, await app.dues.closeTill(actor, wish));
      }
      default:
        return notFoundPage(context);
    }
  });

async function done(app: App, officer: Officer, desk: Unit, context: Context<WebEnv>, result: Result<unknown>) {
  if (!result.ok) return again(app, officer, desk, context, result.refusal);
  return context.redirect(localHref(officer.visitor.language, `/lam-viec/thu-phi?noi=${desk.id}&xong=1`), 303);
}

async function again(
  app: App,
  officer: Officer,
  desk: Unit,
  context: Context<WebEnv>,
  refusal: Refusal,
  statement = '',
) {
  return context.html(await show(app, officer, desk, { refusal, statement }), refusalStatus(refusal) as 422);
}

async function show(
  app: App,
  officer: Officer,
  desk: Unit,
  typed: { readonly refusal?: Refusal; readonly statement?: string } = {},
) {
  const { language, csrfToken, path } = officer.visitor;
  const say = speaker(language);
  const at = (href: string) => localHref(language, href);
  const here = at('/lam-viec/thu-phi');
  const { outstanding, unsettled, till, account, papersToday } = await app.dues.desk(desk.id, officer.actor.accountId);
  const message = typed.refusal && refusalSentence(typed.refusal, language);
  const field = typed.refusal?.field;
  const errorAt = (name: string) => (field === name ? message : undefined);
  const title = say('Thu phí, lệ phí', 'Dues');
  const money = (amount: bigint) => sumWords(language, amount);
  return (
    <WorkspacePage officer={officer} title={title} hasErrors={message !== undefined}>
      <ErrorSummary language={language} errors={message ? [{ field, message }] : []} />
      <h1>
        {title}: {textIn(language, agencyName(desk))}
      </h1>
      <Said language={language} path={path} />
      {officer.desks.length > 1 ? (
        <form class="no-print" method="get" action={here}>
          <Select
            language={language}
            name="noi"
            label={say('Quầy', 'Desk')}
            placeholder={false}
            value={desk.id}
            options={officer.desks.map((unit) => ({ value: unit.id, label: textIn(language, agencyName(unit)) }))}
          />
          <Button variant="secondary">{say('Xem', 'Show')}</Button>
        </form>
      ) : null}
      <p>
        <a href={at(`/lam-viec/thu-phi/quyet-toan?noi=${desk.id}`)}>{say('Quyết toán quý', 'Quarterly settlement')}</a>
        {' · '}
        <a href={at(`/lam-viec/thu-phi/doi-soat?noi=${desk.id}`)}>{say('Đối soát', 'Reconciliation')}</a>
      </p>
      <section class="flow">
        <h2>{say('Chưa nộp', 'Not paid yet')}</h2>
        {outstanding.length === 0 ? (
          <EmptyState title={say('Không còn khoản nào chưa nộp', 'Nothing is outstanding')} />
        ) : (
          <Table
            id="outstanding"
            caption={say('Khoản chưa nộp', 'Outstanding')}
            captionHidden
            stack
            walk
            columns={[
              { label: say('Mã khoản nộp', 'Bill') },
              { label: say('Khoản thu', 'For') },
              { label: say('Còn phải nộp', 'Owed'), align: 'end' },
              { label: say('Từ', 'Since') },
            ]}
            rows={outstanding.map((bill) => [
              <a class="code" href={at(`/lam-viec/ho-so/${bill.caseId}/collect-dues`)}>
                {bill.code}
              </a>,
              bill.lines.map((line) => textIn(language, line.label)).join('; '),
              money(bill.total - bill.paid),
              formatMoment(toLocal(bill.issuedAt)),
            ])}
          />
        )}
      </section>
      <section class="flow">
        <h2>{say('Tiền về chưa rõ của khoản nào', 'Money nobody has placed yet')}</h2>
        {unsettled.length === 0 ? (
          <p class="quiet">{say('Không có.', 'None.')}</p>
        ) : (
          <ul class="list">
            {unsettled.map((row) => (
              <li>
                <h3>
                  {money(row.left)} · {formatMoment(toLocal(row.arrivedAt))}
                </h3>
                <p class="quiet">
                  {row.way === 'transfer' ? say('Chuyển khoản', 'Transfer') : say('Cổng thanh toán', 'Gateway')}{' '}
                  {row.externalId}: {row.text}
                </p>
                <p>
                  <a href={at(`/lam-viec/thu-phi/tien-ve/${row.id}?noi=${desk.id}`)}>
                    {say('Xử lý khoản này', 'Settle it')}
                  </a>
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
      {account ? (
        <section class="flow">
          <h2>{say('Nhập sao kê ngân hàng', 'Take in a bank statement')}</h2>
          <Form csrfToken={csrfToken} action={here} hidden={{ do: 'statement', desk: desk.id }}>
            <Field
              language={language}
              name="statement"
              kind="long-text"
              label={say('Các dòng sao kê', 'Lines')}
              hint={say(
                'Mỗi dòng: số giao dịch; ngày giờ; số tiền; nội dung. Ví dụ: FT2130901; 05/11/2021 09:30; 15.000; MC… Dán lại dòng cũ không sao: mỗi dòng chỉ ghi một lần.',
                'Each line: number; day and time; amount; text. A line pasted twice is taken in once.',
              )}
              value={typed.statement ?? ''}
              error={errorAt('statement')}
            />
            <Button>{say('Nhập sao kê', 'Take it in')}</Button>
          </Form>
        </section>
      ) : null}
      <section class="flow">
        <h2>{say('Biên lai, phiếu hoàn hôm nay', 'Receipts and slips of today')}</h2>
        {papersToday.length === 0 ? (
          <p class="quiet">{say('Chưa có.', 'None yet.')}</p>
        ) : (
          <Table
            id="papers"
            caption={say('Biên lai, phiếu hoàn hôm nay', 'Receipts and slips of today')}
            captionHidden
            stack
            columns={[
              { label: say('Số', 'Number') },
              { label: say('Người nộp', 'Payer') },
              { label: say('Số tiền', 'Amount'), align: 'end' },
              { label: say('Cách', 'Way') },
            ]}
            rows={papersToday.map((paper) => [
              paper.caseId ? (
                <a class="code" href={at(`/lam-viec/ho-so/${paper.caseId}/bien-lai/${paper.id}`)}>
                  {paperNumber(paper)}
                </a>
              ) : (
                <span class="code">{paperNumber(paper)}</span>
              ),
              paper.payerName,
              money(paper.book === 'PH' ? -paper.amount : paper.amount),
              textIn(language, wayWords[paper.way]),
            ])}
          />
        )}
      </section>
      <section class="flow">
        <h2>{say('Quỹ tiền mặt của tôi hôm nay', 'My till of today')}</h2>
        <Figures
          figures={[
            { label: say(`Đã thu (${till.payments} lần)`, `Taken (${till.payments})`), value: money(till.taken) },
            { label: say(`Đã hoàn (${till.refunds} lần)`, `Given back (${till.refunds})`), value: money(till.given) },
            { label: say('Phải còn trong quỹ', 'To be in the till'), value: money(till.expected) },
          ]}
        />
        {till.closing ? (
          <p>
            {say('Đã chốt lúc', 'Closed at')} {formatMoment(toLocal(till.closing.at))}: {money(till.closing.counted)}.{' '}
            {till.closing.note}
          </p>
        ) : (
          <Form csrfToken={csrfToken} action={here} hidden={{ do: 'close-till', desk: desk.id }}>
            <Field
              language={language}
              name="counted"
              width="medium"
              label={say('Đếm được (đồng)', 'Counted (đồng)')}
              error={errorAt('counted')}
            />
            <Field
              language={language}
              name="note"
              optional
              label={say('Nếu lệch, vì sao', 'If it differs, why')}
              error={errorAt('note')}
            />
            <Button variant="secondary">{say('Chốt quỹ hôm nay', 'Close the till')}</Button>
          </Form>
        )}
      </section>
    </WorkspacePage>
  );
}

/** `/lam-viec/thu-phi/tien-ve/:money`: which bill money is for, or back to whoever sent it. */
export const incomingMoneyPage = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const desk = deskOf(officer, context.req.query('noi'));
    const unsettled = desk ? (await app.dues.desk(desk.id, officer.actor.accountId)).unsettled : [];
    const row = unsettled.find(({ id }) => id === context.req.param('money'));
    if (!desk || !row) return notFoundPage(context);
    const { language, csrfToken } = officer.visitor;
    const say = speaker(language);
    const here = localHref(language, '/lam-viec/thu-phi');
    const title = say('Tiền về chưa rõ của khoản nào', 'Money nobody has placed yet');
    return context.html(
      <WorkspacePage officer={officer} title={title} back={{ href: `${here}?noi=${desk.id}` }}>
        <h1>{formatMoney(language, row.left)}</h1>
        <p class="lead">{row.text}</p>
        <Facts
          facts={[
            { label: say('Về lúc', 'Arrived'), value: formatMoment(toLocal(row.arrivedAt)) },
            { label: say('Số giao dịch', 'Number'), value: <span class="code">{row.externalId}</span> },
          ]}
        />
        <h2>{say('Ghi vào một khoản phải nộp', 'Place it on a bill')}</h2>
        <Form csrfToken={csrfToken} action={here} hidden={{ do: 'assign', desk: desk.id, money: row.id }}>
          <Field
            language={language}
            name="bill"
            width="medium"
            label={say('Mã khoản nộp', 'Code of the bill')}
            value={row.billCode ?? ''}
          />
          <Button>{say('Ghi vào khoản này', 'Place it')}</Button>
        </Form>
        <h2>{say('Trả lại người chuyển', 'Send it back')}</h2>
        <Form csrfToken={csrfToken} action={here} hidden={{ do: 'send-back', desk: desk.id, money: row.id }}>
          <Field
            language={language}
            name="externalId"
            width="medium"
            label={say('Số giao dịch trả lại', 'Number of the return')}
          />
          <Field language={language} name="reason" label={say('Vì sao trả lại', 'Why it goes back')} maxLength={1000} />
          <Button variant="secondary">{say('Ghi đã trả lại', 'Record the return')}</Button>
        </Form>
      </WorkspacePage>,
    );
  });

/** What was just done, told from the address: how many lines of a statement did what. */
function Said(props: { language: 'vi' | 'en'; path: string }) {
  const { language, path } = props;
  const say = speaker(language);
  const query = new URLSearchParams(path.split('?')[1] ?? '');
  const counts = /^(\d+)-(\d+)-(\d+)-(\d+)$/.exec(query.get('moi') ?? '');
  if (counts) {
    const [, taken, known, paid, waiting] = counts;
    return (
      <Alert language={language} tone="success" live title={say('Đã nhập sao kê', 'The statement was taken in')}>
        <p>
          {say(
            `${taken} dòng mới, ${known} dòng đã có; ${paid} khoản được nộp; ${waiting} dòng chờ bạn xem.`,
            `${taken} new lines, ${known} known; ${paid} bills paid; ${waiting} wait for you.`,
          )}
        </p>
      </Alert>
    );
  }
  return query.get('xong') ? <Alert language={language} tone="success" live title={say('Đã ghi', 'Done')} /> : null;
}
