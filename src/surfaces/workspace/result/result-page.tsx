import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import { postsHeld } from '#case-engine/rules/authority.ts';
import type { Refusal } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import { headPostOf } from '#modules/organisation/index.ts';
import { type FoundResult, writeResultCode } from '#modules/signatures/index.ts';
import {
  Alert,
  Button,
  Details,
  ErrorSummary,
  Field,
  Form,
  formatDate,
  localHref,
  SummaryList,
  speaker,
  Table,
  Tag,
} from '#surfaces/ui/index.ts';
import { Difference } from '#surfaces/web/difference.tsx';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import { resultFile } from '#surfaces/web/result-file.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { type OpenCase, onCase } from '../case/open-case.ts';
import { WorkspacePage } from '../workspace-page.tsx';

const stateWords = {
  'being-signed': { tone: 'warning', vi: 'Đang chờ ký số', en: 'Waits to be signed' },
  valid: { tone: 'success', vi: 'Đang có hiệu lực', en: 'In force' },
  'not-yet-valid': { tone: 'info', vi: 'Chưa có hiệu lực', en: 'Not in force yet' },
  expired: { tone: 'neutral', vi: 'Đã hết hạn', en: 'Expired' },
  replaced: { tone: 'neutral', vi: 'Đã được thay thế', en: 'Replaced' },
  revoked: { tone: 'danger', vi: 'Đã thu hồi', en: 'Revoked' },
} as const;

interface Typed {
  readonly values?: Readonly<Record<string, string>>;
  readonly refusal?: Refusal;
}

const onResult = (
  app: App,
  handle: (open: OpenCase, found: FoundResult, context: Context<WebEnv>) => Response | Promise<Response>,
) =>
  onCase(app, async (open, context) => {
    const found = await app.results.ofCase(open.caseId);
    return found ? handle(open, found, context) : notFoundPage(context);
  });

/** GET `…/ho-so/:caseId/ket-qua`: the result in the register, its versions, and what may be done with it. */
export const resultPage = (app: App) => onResult(app, (open, found, context) => show(open, found, context, {}));

/** GET `…/ho-so/:caseId/ket-qua.pdf?ban=1`: the signed file, of the newest version unless said. */
export const resultPdf = (app: App) =>
  onResult(app, (_open, found, context) => {
    const asked = context.req.query('ban') ?? '';
    return resultFile(app, context, found, /^\d{1,3}$/.test(asked) ? Number(asked) : undefined);
  });

/** POST `…/ho-so/:caseId/ket-qua`: a correction or a revocation. */
export const changeResult = (app: App) =>
  onResult(app, async (open, found, context) => {
    const form = readForm(context);
    const { actor } = open.officer;
    const { code } = found.meant;
    const reason = form.text('reason').slice(0, 1000);
    const { definition } = open.page.procedure;
    const done =
      form.text('what') === 'revoke'
        ? await app.results.revoke(actor, { code, reason, decisionNumber: form.text('decisionNumber').slice(0, 100) })
        : await app.results.correct(actor, {
            code,
            reason,
            kinds: [definition.code, definition.field.code],
            paragraphs: form
              .text('paragraphs')
              .slice(0, 20_000)
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== ''),
          });
    if (done.ok) return context.redirect(open.href('ket-qua'), 303);
    return show(open, found, context, { values: form.values, refusal: done.refusal });
  });

function show(open: OpenCase, found: FoundResult, context: Context<WebEnv>, { values, refusal }: Typed) {
  const { officer } = open;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const { meant, versions, revocation, state } = found;
  const words = stateWords[state];
  const message = refusal && refusalSentence(refusal, language);
  const errors = message ? [refusal.field ? { field: refusal.field, message } : { message }] : [];
  const errorAt = (field: string) => (refusal?.field === field ? message : undefined);
  const what = values?.what;
  const maySign = postsHeld(officer.actor, officer.now).some((post) => post.role === 'signatory');
  const mayRevoke = headPostOf(officer.actor, meant.unitId, officer.now) !== undefined;
  const title = say('Kết quả', 'The result');
  return context.html(
    <WorkspacePage
      officer={officer}
      title={`${title} · ${writeResultCode(meant.code)}`}
      hasErrors={errors.length > 0}
      back={{ href: open.href(), label: say('Về hồ sơ', 'Back to the dossier') }}
    >
      <ErrorSummary language={language} errors={errors} />
      <h1>
        {meant.content.title} <Tag tone={words.tone}>{words[language]}</Tag>
      </h1>
      {revocation ? (
        <Alert language={language} tone="danger" title={say('Đã thu hồi', 'Revoked')}>
          <p>
            {formatDate(localDay(revocation.revokedAt))}, {revocation.decisionNumber}, {revocation.revokedByName}:{' '}
            {revocation.reason}
          </p>
        </Alert>
      ) : null}
      <SummaryList
        language={language}
        items={[
          { question: say('Số', 'Number'), answer: numberOf(meant) },
          { question: say('Người ký', 'Signed by'), answer: meant.signerName },
          { question: say('Thẩm quyền ký', 'In which name'), answer: meant.block.join(' / ') },
          {
            question: say('Mã kiểm tra', 'Code'),
            answer: (
              <a class="code" href={localHref(language, `/kiem-tra?ma=${writeResultCode(meant.code)}`)}>
                {writeResultCode(meant.code)}
              </a>
            ),
          },
          {
            question: say('Hiệu lực đến', 'In force until'),
            answer: meant.validUntil ? formatDate(meant.validUntil) : say('không thời hạn', 'without end'),
          },
        ]}
      />
      <h2>{say('Các bản', 'Versions')}</h2>
      <Table
        id="versions"
        caption={say('Các bản', 'Versions')}
        captionHidden
        stack
        columns={[
          { label: say('Bản', 'Version') },
          { label: say('Số', 'Number') },
          { label: say('Ngày', 'Day') },
          { label: say('Vì sao', 'Why') },
          { label: say('Tệp', 'File') },
        ]}
        rows={versions.map((one) => [
          String(one.version),
          numberOf(one),
          formatDate(localDay(one.decidedAt)),
          one.changeReason ?? say('bản đầu', 'the first'),
          one.file ? (
            <a href={open.href(`ket-qua.pdf?ban=${one.version}`)}>
              {say('PDF đã ký số', 'Signed PDF')}
              <span class="ds-sr-only"> {numberOf(one)}</span>
            </a>
          ) : (
            say('đang chờ ký số', 'waits to be signed')
          ),
        ])}
      />
      {versions.length > 1 ? (
        <>
          <h2>{say('Bản mới nhất khác bản trước ở', 'What the newest version changed')}</h2>
          <Difference language={language} parts={found.changes} />
        </>
      ) : null}
      {maySign && !revocation && meant.file ? (
        <Details summary={say('Đính chính bằng bản mới', 'Correct by a new version')} open={what === 'correct'}>
          <Form csrfToken={csrfToken} action={open.href('ket-qua')} hidden={{ what: 'correct' }}>
            <Field
              language={language}
              name="paragraphs"
              kind="long-text"
              rows={8}
              label={say('Nội dung đúng', 'The right text')}
              value={what === 'correct' ? (values?.paragraphs ?? '') : meant.content.paragraphs.join('\n')}
              error={errorAt('paragraphs')}
            />
            <Field
              language={language}
              name="reason"
              label={say('Sai ở đâu, vì sao', 'What was wrong, and why')}
              maxLength={1000}
              value={what === 'correct' ? (values?.reason ?? '') : ''}
              error={what === 'correct' ? errorAt('reason') : undefined}
            />
            <Button>{say('Ký bản đính chính', 'Sign the correction')}</Button>
          </Form>
        </Details>
      ) : null}
      {mayRevoke && !revocation ? (
        <Details summary={say('Thu hồi kết quả', 'Revoke the result')} open={what === 'revoke'}>
          <RevokeForm open={open} csrfToken={csrfToken} values={what === 'revoke' ? values : {}} errorAt={errorAt} />
        </Details>
      ) : null}
    </WorkspacePage>,
    (refusal ? refusalStatus(refusal) : 200) as ContentfulStatusCode,
  );
}

function RevokeForm(props: {
  open: OpenCase;
  csrfToken: string;
  values: Readonly<Record<string, string>> | undefined;
  errorAt: (field: string) => string | undefined;
}) {
  const { open, csrfToken, values, errorAt } = props;
  const { language } = open.officer.visitor;
  const say = speaker(language);
  return (
    <Form csrfToken={csrfToken} action={open.href('ket-qua')} hidden={{ what: 'revoke' }}>
      <Field
        language={language}
        name="decisionNumber"
        width="medium"
        label={say('Số quyết định thu hồi', 'Number of the decision')}
        maxLength={100}
        value={values?.decisionNumber ?? ''}
        error={errorAt('decisionNumber')}
      />
      <Field
        language={language}
        name="reason"
        label={say('Lý do', 'Reason')}
        hint={say('Hiện trên trang kiểm tra', 'Shown on the check page')}
        maxLength={1000}
        value={values?.reason ?? ''}
        error={errorAt('reason')}
      />
      <Button tone="danger">{say('Thu hồi', 'Revoke')}</Button>
    </Form>
  );
}

const numberOf = ({ number, content }: FoundResult['meant']): string =>
  `${String(number).padStart(2, '0')}/${content.notation}`;
