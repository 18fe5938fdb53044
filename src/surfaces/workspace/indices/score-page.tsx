import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import { mayMove } from '#case-engine/rules/open-moves.ts';
import type { Refusal } from '#kernel/result.ts';
import { selfScored, sheetFacts } from '#modules/indices/index.ts';
import { Actions, Button, ButtonLink, ErrorSummary, Field, Form, speaker, textIn } from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { MoveFieldBox } from '../moves/move-form.tsx';
import { emptyMoveForm } from '../plain/plain-move.tsx';
import { formOfPlain } from '../plain/plain-page.tsx';
import { WorkspacePage } from '../workspace-page.tsx';
import { evidenceFields } from './index-fields.ts';
import { type OpenSheet, onSheet } from './on-sheet.ts';

/** GET `/lam-viec/chi-so/phieu/:caseId/tu-cham/:criterion`: points, why, and what proves it. */
export const scoreCriterionPage = (app: App) =>
  onSheet(app, (open, context) => {
    const { state, kind } = open.sheet;
    const may = mayMove(kind, state, 'score-criterion', open.officer.actor, open.officer.now);
    if (!may.ok) return showRefusal(context, may.refusal);
    const own = sheetFacts(state).selfScores?.find(({ criterionId }) => criterionId === context.req.param('criterion'));
    const values: Record<string, string> = own
      ? {
          points: own.points === null ? '' : own.points.toLocaleString('vi'),
          reason: own.reason,
          document: own.evidence.document,
          entry: own.evidence.entry,
        }
      : {};
    return show(open, context, values, []);
  });

/** POST of the same address. */
export const scoreCriterion = (app: App) =>
  onSheet(app, async (open, context) => {
    const form = readForm(context);
    const notKept = form.files.flatMap(({ field, refusal }) => (refusal ? [{ ...refusal, field }] : []));
    if (notKept.length > 0) return show(open, context, form.values, notKept);
    const files = form.files.flatMap(({ stored, fileName }) => (stored ? [{ ...stored, fileName }] : []));
    const data = {
      criterionId: context.req.param('criterion') ?? '',
      points: form.text('points'),
      reason: form.text('reason'),
      document: form.text('document'),
      entry: form.text('entry'),
      files,
    };
    const made = await app.work.move(
      open.officer.actor,
      { caseId: open.caseId, move: 'score-criterion', data },
      form.call(open.officer.visitor),
    );
    if (made.ok) return context.redirect(open.at('?da-lam=tu-cham'), 303);
    return show(open, context, form.values, [made.refusal]);
  });

function show(
  open: OpenSheet,
  context: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const { officer, sheet, at } = open;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const { groupId, selfScores } = sheetFacts(sheet.state);
  const criterion = selfScored(sheet.round.frame, groupId).find(({ id }) => id === context.req.param('criterion'));
  if (criterion?.scoring.by !== 'evidence') return notFoundPage(context);
  const errors = refusals.map((refusal) => ({
    ...(refusal.field ? { field: refusal.field } : {}),
    message: refusalSentence(refusal, language),
  }));
  const errorAt = (field: string) => errors.find((error) => error.field === field)?.message;
  const title = `${criterion.id} ${textIn(language, criterion.name)}`;
  const most = criterion.points.toLocaleString(language);
  const kept = selfScores?.find(({ criterionId }) => criterionId === criterion.id)?.evidence.files ?? [];
  const given = { ...emptyMoveForm(language), values, errors };
  return context.html(
    <WorkspacePage
      officer={officer}
      title={title}
      hasErrors={errors.length > 0}
      back={{ href: at(), label: say('Phiếu chấm điểm', 'The sheet') }}
    >
      <ErrorSummary language={language} errors={errors} />
      <h1>{title}</h1>
      <p class="lead">
        {say('Minh chứng cần có', 'Evidence asked for')}: {textIn(language, criterion.scoring.evidence)}.
      </p>
      <Form csrfToken={csrfToken} action={at(`/tu-cham/${criterion.id}`)} hidden={formOfPlain(open)} files>
        <Field
          language={language}
          name="points"
          label={say(`Điểm tự chấm (tối đa ${most})`, `Points (${most} at most)`)}
          hint={say('Để trống khi tiêu chí không phát sinh trong kỳ', 'Leave empty when it did not arise')}
          width="short"
          optional
          value={values.points ?? ''}
          error={errorAt('points')}
        />
        <Field
          language={language}
          name="reason"
          kind="long-text"
          label={say('Giải trình', 'Why')}
          value={values.reason ?? ''}
          error={errorAt('reason')}
        />
        {evidenceFields.map((field) => (
          <MoveFieldBox field={field} given={given} />
        ))}
        {kept.length > 0 ? (
          <p class="quiet">
            {say('Tệp đã có', 'Files that are there')}: {kept.map(({ fileName }) => fileName).join(', ')}.{' '}
            {say('Gửi tệp mới thì thay các tệp này.', 'New files take their place.')}
          </p>
        ) : null}
        <Actions>
          <Button>{say('Ghi điểm', 'Record the score')}</Button>
          <ButtonLink href={at()} variant="tertiary">
            {say('Thôi, quay lại', 'No, go back')}
          </ButtonLink>
        </Actions>
      </Form>
    </WorkspacePage>,
    (refusals[0] ? refusalStatus(refusals[0]) : 200) as ContentfulStatusCode,
  );
}
