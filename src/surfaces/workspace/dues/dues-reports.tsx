import type { Context } from 'hono';
import type { App } from '#app.ts';
import { postsHeld } from '#case-engine/rules/authority.ts';
import { isId } from '#kernel/id.ts';
import type { Refusal } from '#kernel/result.ts';
import type { Text } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import {
  type Quarter,
  quarterOf,
  quarterWords,
  readQuarter,
  type WrittenDifference,
  writeQuarter,
} from '#modules/dues/index.ts';
import { agencyName, type Unit } from '#modules/organisation/index.ts';
import {
  Alert,
  Button,
  Details,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  formatDate,
  formatMoment,
  formatMoney,
  Grid,
  localHref,
  parseDate,
  Select,
  speaker,
  Table,
  textIn,
} from '#surfaces/ui/index.ts';
import { sumWords } from '#surfaces/web/dues-words.tsx';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { deskOf } from './dues-desk.tsx';

const differenceWords: Readonly<Record<WrittenDifference['kind'], Text>> = {
  'missing-here': { vi: 'Bên ngoài có, sổ của ta không có', en: 'They have it, we do not' },
  'receipt-without-money': {
    vi: 'Sổ của ta ghi đã thu mà bên ngoài không có tiền',
    en: 'We have it as received, they have no money',
  },
  'refund-not-sent': { vi: 'Đã ghi hoàn mà tiền chưa đi', en: 'A refund was recorded and not sent' },
  'money-without-bill': { vi: 'Tiền về chưa rõ nộp khoản nào', en: 'Money for no bill' },
  'paid-too-much': { vi: 'Nộp thừa', en: 'More than was asked' },
  'settlement-line-missing': { vi: 'Chưa có trong quyết toán quý', en: 'In no quarterly settlement' },
  'amount-differs': { vi: 'Số tiền khác nhau', en: 'The amount differs' },
  'paid-twice': { vi: 'Nộp hai lần cho một khoản', en: 'One bill was paid twice' },
  'refund-not-recorded': { vi: 'Đã hoàn mà chưa ghi sổ', en: 'A refund was not recorded' },
  'wrong-bill': { vi: 'Ghi vào khoản khác', en: 'Booked to another bill' },
  'wrong-day': { vi: 'Khác ngày', en: 'Another day' },
};

/** `/lam-viec/thu-phi/quyet-toan`: what the desk collected for each unit in a quarter, signed by both. */
export const settlementPage = (app: App) =>
  asOfficer(app, async (officer, context) =>
    showSettlements(app, officer, context, context.req.query('noi'), context.req.query('quy')),
  );

export const signSettlement = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const [desk, quarter] = [form.text('desk'), readQuarter(form.text('quarter'))];
    if (!quarter) return notFoundPage(context);
    const countersigned = form.text('settlement');
    const done = isId(countersigned)
      ? await app.dues.countersign(officer.actor, countersigned)
      : await app.dues.settle(officer.actor, { ...quarter, agencyId: desk, payeeUnitId: form.text('payee') });
    if (!done.ok) return showSettlements(app, officer, context, desk, writeQuarter(quarter), done.refusal);
    const query = new URLSearchParams({ noi: desk, quy: writeQuarter(quarter) });
    return context.redirect(localHref(officer.visitor.language, `/lam-viec/thu-phi/quyet-toan?${query}`), 303);
  });

/** The quarter that ended last, and the three before it. */
function quartersTo(today: Temporal.PlainDate): readonly Quarter[] {
  return [1, 2, 3, 4].map((back) => quarterOf(today.subtract({ months: back * 3 })));
}

/** Units whose head the officer is: they countersign. */
const headed = (officer: Officer): readonly string[] =>
  postsHeld(officer.actor, officer.now)
    .filter(({ role }) => role === 'unit-head' || role === 'agency-head')
    .map(({ unitId }) => unitId);

async function showSettlements(
  app: App,
  officer: Officer,
  context: Context<WebEnv>,
  asked: string | undefined,
  askedQuarter: string | undefined,
  refusal?: Refusal,
) {
  const desk = deskOf(officer, asked);
  const own = headed(officer);
  if (!desk && own.length === 0) return notFoundPage(context);
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const here = localHref(language, '/lam-viec/thu-phi/quyet-toan');
  const quarters = quartersTo(app.today());
  const quarter = readQuarter(askedQuarter ?? '') ?? quarters[0]!;
  const { open, signed } = await app.dues.settlements(desk?.id ?? '', quarter, own);
  const nameOf = (unitId: string) => {
    const unit = officer.ground.tree.get(unitId);
    return unit ? textIn(language, unit.name) : unitId;
  };
  const money = (amount: bigint) => sumWords(language, amount);
  const message = refusal && refusalSentence(refusal, language);
  const title = say('Quyết toán phí, lệ phí theo quý', 'Quarterly settlement of dues');
  const body = (
    <WorkspacePage
      officer={officer}
      title={title}
      hasErrors={message !== undefined}
      back={{ href: localHref(language, `/lam-viec/thu-phi?noi=${desk?.id ?? ''}`), label: say('Thu phí', 'Dues') }}
    >
      <ErrorSummary language={language} errors={message ? [{ field: undefined, message }] : []} />
      <h1>{title}</h1>
      {desk ? (
        <>
          <form class="no-print" method="get" action={here}>
            <input type="hidden" name="noi" value={desk.id} />
            <Select
              language={language}
              name="quy"
              label={say('Quý', 'Quarter')}
              placeholder={false}
              value={writeQuarter(quarter)}
              options={quarters.map((one) => ({
                value: writeQuarter(one),
                label: textIn(language, quarterWords(one)),
              }))}
            />
            <Button variant="secondary">{say('Xem', 'Show')}</Button>
          </form>
          <h2>
            {say('Chưa quyết toán đến hết', 'Open to the end of')} {textIn(language, quarterWords(quarter))}
          </h2>
          {open.length === 0 ? (
            <EmptyState title={say('Không còn khoản nào chưa quyết toán', 'Nothing is open')} />
          ) : (
            <Table
              id="open"
              caption={textIn(language, agencyName(desk))}
              stack
              columns={[
                { label: say('Thu cho đơn vị', 'Collected for') },
                { label: say('Đã thu', 'Collected'), align: 'end' },
                { label: say('Đã hoàn', 'Refunded'), align: 'end' },
                { label: say('Phải nộp', 'To hand over'), align: 'end' },
                { label: say('Ký', 'Sign'), labelHidden: true },
              ]}
              rows={open.map((row) => [
                nameOf(row.payeeUnitId),
                `${money(row.collected)} (${row.payments})`,
                `${money(row.refunded)} (${row.refunds})`,
                money(row.collected - row.refunded),
                <Form
                  csrfToken={csrfToken}
                  action={here}
                  hidden={{ desk: desk.id, quarter: writeQuarter(quarter), payee: row.payeeUnitId }}
                >
                  <Button variant="secondary">{say('Ký quyết toán', 'Sign')}</Button>
                </Form>,
              ])}
            />
          )}
        </>
      ) : null}
      <h2>{say('Đã ký', 'Signed')}</h2>
      {signed.length === 0 ? (
        <p class="quiet">{say('Chưa có bản quyết toán nào.', 'None yet.')}</p>
      ) : (
        <Table
          id="signed"
          caption={say('Quyết toán đã ký', 'Signed settlements')}
          captionHidden
          stack
          columns={[
            { label: say('Quý', 'Quarter') },
            { label: say('Đơn vị', 'Unit') },
            { label: say('Đã thu', 'Collected'), align: 'end' },
            { label: say('Đã hoàn', 'Refunded'), align: 'end' },
            { label: say('Chữ ký', 'Signatures') },
          ]}
          rows={signed.map((row) => [
            textIn(language, quarterWords(row)),
            nameOf(row.payeeUnitId),
            money(row.collected),
            money(row.refunded),
            <div>
              {row.signedBy.name}, {formatMoment(toLocal(row.signedAt))}
              <br />
              {row.countersignedBy && row.countersignedAt ? (
                `${row.countersignedBy.name}, ${formatMoment(toLocal(row.countersignedAt))}`
              ) : own.includes(row.payeeUnitId) ? (
                <Form
                  csrfToken={csrfToken}
                  action={here}
                  hidden={{ desk: desk?.id ?? '', quarter: writeQuarter(row), settlement: row.id }}
                >
                  <Button variant="secondary">{say('Ký đã nhận đủ', 'Sign as received')}</Button>
                </Form>
              ) : (
                say('chờ đơn vị ký nhận', 'waits for the unit')
              )}
            </div>,
          ])}
        />
      )}
    </WorkspacePage>
  );
  return context.html(body, refusal ? (refusalStatus(refusal) as 409) : 200);
}

/** `/lam-viec/thu-phi/doi-soat`: our ledger against the bank's statement or the gateway's report. */
export const reconciliationPage = (app: App) =>
  asOfficer(app, (officer, context) => showReconciliation(app, officer, context, context.req.query('noi')));

export const reconcileNow = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const desk = deskOf(officer, form.text('desk'));
    if (!desk) return notFoundPage(context);
    const [from, to] = [parseDate(form.text('from')), parseDate(form.text('to'))];
    const typed = {
      from: form.text('from'),
      to: form.text('to'),
      way: form.text('way'),
      statement: form.text('statement'),
    };
    if (!from || !to || Temporal.PlainDate.compare(from, to) > 0) {
      const refusal: Refusal = { code: 'day-not-readable', facts: {}, field: from ? 'to' : 'from' };
      return showReconciliation(app, officer, context, desk.id, refusal, typed);
    }
    const way = typed.way === 'gateway' ? 'gateway' : 'transfer';
    const wish = { agencyId: desk.id, way, from, to, statement: typed.statement } as const;
    const done = await app.dues.reconcile(officer.actor, wish);
    if (!done.ok) return showReconciliation(app, officer, context, desk.id, done.refusal, typed);
    return context.redirect(localHref(officer.visitor.language, `/lam-viec/thu-phi/doi-soat?noi=${desk.id}`), 303);
  });

async function showReconciliation(
  app: App,
  officer: Officer,
  context: Context<WebEnv>,
  asked: string | undefined,
  refusal?: Refusal,
  typed?: { from: string; to: string; way: string; statement: string },
) {
  const desk: Unit | undefined = deskOf(officer, asked);
  if (!desk) return notFoundPage(context);
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const made = await app.dues.reconciliations(desk.id);
  const message = refusal && refusalSentence(refusal, language);
  const errorAt = (name: string) => (refusal?.field === name ? message : undefined);
  const today = app.today();
  const title = say('Đối soát với ngân hàng và cổng thanh toán', 'Reconciliation with bank and gateway');
  const body = (
    <WorkspacePage
      officer={officer}
      title={title}
      hasErrors={message !== undefined}
      back={{ href: localHref(language, `/lam-viec/thu-phi?noi=${desk.id}`), label: say('Thu phí', 'Dues') }}
    >
      <ErrorSummary language={language} errors={message ? [{ field: refusal?.field, message }] : []} />
      <h1>{title}</h1>
      <Form csrfToken={csrfToken} action={localHref(language, '/lam-viec/thu-phi/doi-soat')} hidden={{ desk: desk.id }}>
        <Grid>
          <Select
            language={language}
            name="way"
            label={say('Đối soát với', 'Against')}
            placeholder={false}
            value={typed?.way ?? 'transfer'}
            options={[
              { value: 'transfer', label: say('Sao kê ngân hàng', 'Bank statement') },
              ...(app.dues.gatewayTitle ? [{ value: 'gateway', label: app.dues.gatewayTitle }] : []),
            ]}
          />
          <Field
            language={language}
            kind="date"
            name="from"
            label={say('Từ ngày', 'From')}
            value={typed?.from ?? formatDate(today.with({ day: 1 }))}
            error={errorAt('from')}
          />
          <Field
            language={language}
            kind="date"
            name="to"
            label={say('Đến hết ngày', 'To the end of')}
            value={typed?.to ?? formatDate(today)}
            error={errorAt('to')}
          />
        </Grid>
        <Field
          language={language}
          name="statement"
          kind="long-text"
          optional
          label={say('Sao kê của những ngày ấy', 'The statement of these days')}
          hint={say(
            'Chỉ cần khi đối soát với ngân hàng. Tiền ra ghi dấu trừ.',
            'Only for the bank. Money that went out has a minus.',
          )}
          value={typed?.statement ?? ''}
          error={errorAt('statement')}
        />
        <Button>{say('Đối soát', 'Compare')}</Button>
      </Form>
      <h2>{say('Các lần đối soát', 'Comparisons made')}</h2>
      {made.length === 0 ? <p class="quiet">{say('Chưa có lần nào.', 'None yet.')}</p> : null}
      {made.map((one, index) => (
        <Details
          open={index === 0}
          summary={say(
            `${formatDate(one.from)} – ${formatDate(one.to)}: so ${one.compared} giao dịch, ${one.differences.length} sai lệch`,
            `${formatDate(one.from)} – ${formatDate(one.to)}: ${one.compared} compared, ${one.differences.length} differences`,
          )}
        >
          <p class="quiet">
            {one.way === 'gateway' ? say('Cổng thanh toán', 'Gateway') : say('Ngân hàng', 'Bank')} {one.source} ·{' '}
            {one.madeBy.name}, {formatMoment(toLocal(one.madeAt))}
          </p>
          {one.differences.length === 0 ? (
            <Alert language={language} tone="success" title={say('Khớp hoàn toàn', 'Everything agrees')} />
          ) : (
            <Table
              id={`differences-${one.id}`}
              caption={say('Sai lệch', 'Differences')}
              captionHidden
              stack
              columns={[
                { label: say('Sai lệch', 'Difference') },
                { label: say('Số giao dịch', 'Number') },
                { label: say('Sổ của ta', 'Ours') },
                { label: say('Bên ngoài', 'Theirs') },
              ]}
              rows={one.differences.map((difference) => [
                textIn(language, differenceWords[difference.kind]),
                <span class="code">{difference.externalId}</span>,
                movementWords(language, difference.here),
                movementWords(language, difference.there),
              ])}
            />
          )}
        </Details>
      ))}
    </WorkspacePage>
  );
  return context.html(body, refusal ? (refusalStatus(refusal) as 422) : 200);
}

function movementWords(language: 'vi' | 'en', movement: WrittenDifference['here']): string {
  if (!movement) return '–';
  const day = formatDate(Temporal.PlainDate.from(movement.on));
  return [formatMoney(language, BigInt(movement.amount)), day, movement.billCode].filter(Boolean).join(' · ');
}
