import type { Context } from 'hono';
import type { App } from '#app.ts';
import { mayMove } from '#case-engine/rules/open-moves.ts';
import { isId } from '#kernel/id.ts';
import type { Refusal } from '#kernel/result.ts';
import { type Bill, outstandingOf, reductionsOpen } from '#modules/dues/index.ts';
import type { Answers } from '#modules/procedures/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Choice,
  ErrorSummary,
  Field,
  Form,
  formatMoney,
  localHref,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { BillLines, BillTag, LedgerLines } from '#surfaces/web/dues-words.tsx';
import { type FormRead, readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import { slipResponse } from '#surfaces/web/slip-words.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { formOfCase } from '../case/case-moves.tsx';
import { type OpenCase, onCase } from '../case/open-case.ts';
import { WorkspacePage } from '../workspace-page.tsx';

type Dues = Awaited<ReturnType<App['dues']['ofCase']>>;

/** What is owed and paid for a dossier, on its page. */
export function CaseDues(props: { open: OpenCase; dues: Dues }) {
  const { open, dues } = props;
  if (dues.bills.length === 0) return null;
  const { language } = open.officer.visitor;
  const say = speaker(language);
  return (
    <section id="phi">
      <h2>{say('Phí, lệ phí', 'Dues')}</h2>
      <ul>
        {dues.bills.map((bill) => (
          <li>
            <span class="code">{bill.code}</span> {formatMoney(language, bill.total)}{' '}
            <BillTag language={language} bill={bill} />
          </li>
        ))}
      </ul>
      <LedgerLines
        language={language}
        id="ledger"
        ledger={dues.ledger}
        paperHref={(paperId) => open.href(`bien-lai/${paperId}`)}
      />
    </section>
  );
}

const moves = ['collect-dues', 'reduce-dues', 'refund-dues'] as const;
type DeskMove = (typeof moves)[number];

/** GET `…/collect-dues`, `…/reduce-dues`, `…/refund-dues` */
export const duesMovePage = (app: App, move: DeskMove) =>
  onCase(app, async (open, context) => {
    const may = mayMove(open.page.kind, open.page.state, move, open.officer.actor, open.officer.now);
    if (!may.ok) return showRefusal(context, may.refusal);
    return show(app, open, context, move);
  });

/** POST of the same */
export const makeDuesMove = (app: App, move: DeskMove) =>
  onCase(app, async (open, context) => {
    const form = readForm(context);
    const { actor, visitor } = open.officer;
    const { caseId } = open;
    const call = form.call(visitor);
    const done =
      move === 'collect-dues'
        ? await app.dues.collect(actor, { caseId, billCode: form.text('bill'), tendered: form.text('tendered') }, call)
        : move === 'reduce-dues'
          ? await app.dues.reduce(
              actor,
              { caseId, reductions: form.all('reductions'), proof: form.text('proof') },
              call,
            )
          : await app.dues.refund(
              actor,
              {
                caseId,
                paymentId: form.text('payment'),
                amount: form.text('amount'),
                way: form.text('way') === 'transfer' ? 'transfer' : 'cash',
                externalId: form.text('externalId'),
                reason: form.text('reason'),
                clause: form.text('clause'),
                owedAgain: form.text('owedAgain') === 'yes',
              },
              call,
            );
    if (done.ok) return context.redirect(`${open.href()}?da-lam=${move}#phi`, 303);
    return show(app, open, context, move, { form, refusal: done.refusal });
  });

/** `…/bien-lai/:paper`: a receipt or refund slip as a PDF. */
export const casePaper = (app: App) =>
  onCase(app, async (open, context) => {
    const paperId = context.req.param('paper') ?? '';
    const file = isId(paperId) ? await app.dues.paper(open.officer.actor, paperId) : undefined;
    return file ? slipResponse(file) : notFoundPage(context);
  });

interface Typed {
  readonly form?: FormRead;
  readonly refusal?: Refusal;
}

async function show(app: App, open: OpenCase, context: Context<WebEnv>, move: DeskMove, typed: Typed = {}) {
  const { officer, page } = open;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const dues = await app.dues.ofCase(open.caseId);
  const definition = page.kind.moves.find((one) => one.move === move);
  const title = definition ? textIn(language, definition.label) : move;
  const message = typed.refusal && refusalSentence(typed.refusal, language);
  const bill = dues.bills.find((one) => outstandingOf(one) > 0n);
  const body = (
    <WorkspacePage
      officer={officer}
      title={title}
      hasErrors={message !== undefined}
      back={{ href: open.href(), label: page.state.code ?? page.state.reference }}
    >
      <ErrorSummary language={language} errors={message ? [{ field: typed.refusal?.field, message }] : []} />
      <h1>{title}</h1>
      <p class="lead">{definition ? textIn(language, definition.consequence) : null}</p>
      {bill ? <BillLines language={language} bill={bill} /> : null}
      <Form csrfToken={csrfToken} action={open.href(move)} hidden={{ ...formOfCase(open), bill: bill?.code ?? '' }}>
        {move === 'collect-dues' ? <CollectFields language={language} bill={bill} typed={typed} /> : null}
        {move === 'reduce-dues' ? <ReduceFields open={open} typed={typed} /> : null}
        {move === 'refund-dues' ? <RefundFields open={open} dues={dues} typed={typed} /> : null}
        <Actions>
          <Button>{title}</Button>
          <ButtonLink href={open.href()} variant="tertiary">
            {say('Thôi', 'No')}
          </ButtonLink>
        </Actions>
      </Form>
      <p>
        <a href={localHref(language, `/lam-viec/thu-phi?noi=${page.state.receivingUnitId}`)}>
          {say('Về danh sách thu phí', 'To the list of dues')}
        </a>
      </p>
    </WorkspacePage>
  );
  return context.html(body, typed.refusal ? (refusalStatus(typed.refusal) as 422) : 200);
}

const errorsOf = (typed: Typed, language: 'vi' | 'en') => (name: string) =>
  typed.refusal?.field === name ? refusalSentence(typed.refusal, language) : undefined;

function CollectFields(props: { language: 'vi' | 'en'; bill: Bill | undefined; typed: Typed }) {
  const { language, bill, typed } = props;
  const say = speaker(language);
  return (
    <Field
      language={language}
      name="tendered"
      width="medium"
      label={say('Khách đưa (đồng)', 'Cash given (đồng)')}
      hint={
        bill
          ? say(
              `Phải thu ${formatMoney(language, outstandingOf(bill))}; máy tính tiền trả lại.`,
              `To be taken: ${formatMoney(language, outstandingOf(bill))}; the change is counted for you.`,
            )
          : undefined
      }
      value={typed.form?.text('tendered') ?? (bill ? outstandingOf(bill).toString() : '')}
      error={errorsOf(typed, language)('tendered')}
    />
  );
}

function ReduceFields(props: { open: OpenCase; typed: Typed }) {
  const { open, typed } = props;
  const { language } = open.officer.visitor;
  const say = speaker(language);
  const errorAt = errorsOf(typed, language);
  const answers = Object.fromEntries(open.page.dossier.answers.map(({ id, answer }) => [id, answer])) as Answers;
  const reductions = reductionsOpen(open.page.procedure.definition, answers);
  return (
    <>
      <Choice
        language={language}
        name="reductions"
        legend={say('Diện miễn, giảm', 'Reductions')}
        multiple
        value={typed.form?.all('reductions') ?? []}
        error={errorAt('reductions')}
        options={reductions.map((reduction) => ({
          value: reduction.id,
          label: `${textIn(language, reduction.who)} (−${reduction.share} %)`,
          hint: `${textIn(language, reduction.proof)} · ${reduction.source}`,
        }))}
      />
      {reductions.length === 0 ? (
        <p>{say('Thủ tục này không có diện miễn, giảm nào.', 'This procedure has no reduction.')}</p>
      ) : null}
      <Field
        language={language}
        name="proof"
        label={say('Giấy tờ chứng minh đã xem', 'Proof that was seen')}
        hint={say('Loại giấy, số, ngày cấp.', 'Kind, number, day.')}
        value={typed.form?.text('proof') ?? ''}
        error={errorAt('proof')}
        maxLength={500}
      />
    </>
  );
}

function RefundFields(props: { open: OpenCase; dues: Dues; typed: Typed }) {
  const { open, dues, typed } = props;
  const { language } = open.officer.visitor;
  const say = speaker(language);
  const errorAt = errorsOf(typed, language);
  const payments = dues.ledger.filter(({ kind, left }) => kind === 'payment' && left > 0n);
  const text = (name: string, otherwise = '') => typed.form?.text(name) ?? otherwise;
  return (
    <>
      <Choice
        language={language}
        name="payment"
        legend={say('Lần nộp nào', 'Which payment')}
        value={text('payment', payments[0]?.id)}
        options={payments.map(({ id, left, paperNumber }) => ({
          value: id,
          label: `${formatMoney(language, left)} ${paperNumber ?? ''}`,
        }))}
      />
      <Field
        language={language}
        name="amount"
        width="medium"
        label={say('Số tiền hoàn (đồng)', 'To be given back (đồng)')}
        value={text('amount', payments[0]?.left.toString())}
        error={errorAt('amount')}
      />
      <Choice
        language={language}
        name="way"
        legend={say('Hoàn bằng', 'By')}
        value={text('way', 'cash')}
        options={[
          { value: 'cash', label: say('Tiền mặt tại quầy', 'Cash at the desk') },
          { value: 'transfer', label: say('Chuyển khoản', 'Transfer') },
        ]}
      />
      <Field
        language={language}
        name="externalId"
        optional
        label={say('Số giao dịch của ngân hàng (khi chuyển khoản)', 'Number of the bank (by transfer)')}
        value={text('externalId')}
        error={errorAt('externalId')}
      />
      <Field
        language={language}
        name="reason"
        label={say('Lý do', 'Reason')}
        value={text('reason')}
        error={errorAt('reason')}
        maxLength={1000}
      />
      <Field
        language={language}
        name="clause"
        label={say('Căn cứ', 'Legal basis')}
        value={text('clause')}
        error={errorAt('clause')}
        maxLength={500}
      />
      <Choice
        language={language}
        name="owedAgain"
        legend={say('Sau khi hoàn', 'Afterwards')}
        value={text('owedAgain', 'no')}
        options={[
          { value: 'no', label: say('Không phải nộp nữa', 'It is not owed any more') },
          { value: 'yes', label: say('Phải nộp lại (thu nhầm)', 'It is owed again (taken by mistake)') },
        ]}
      />
    </>
  );
}
