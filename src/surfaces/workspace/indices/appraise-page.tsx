import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import { mayMove } from '#case-engine/rules/open-moves.ts';
import type { Refusal } from '#kernel/result.ts';
import { type SubCriterion, selfScored, sheetFacts } from '#modules/indices/index.ts';
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  Form,
  Grid,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { pointsWords } from '#surfaces/web/criterion-story.tsx';
import { readForm } from '#surfaces/web/read-form.ts';
import { showRefusal } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { formOfPlain } from '../plain/plain-page.tsx';
import { unitWords } from '../words.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { type OpenSheet, onSheet } from './on-sheet.ts';

const written = (points: number | null | undefined) =>
  points === null || points === undefined ? '' : points.toLocaleString('vi');

/** What the agency scored itself, by criterion; the points already appraised, else its own, stand in the form. */
function onForm({ sheet }: OpenSheet) {
  const { groupId, selfScores = [], appraised = [] } = sheetFacts(sheet.state);
  return selfScored(sheet.round.frame, groupId).map((criterion) => {
    const isThis = ({ criterionId }: { readonly criterionId: string }) => criterionId === criterion.id;
    return { criterion, own: selfScores.find(isThis), before: appraised.find(isThis) };
  });
}

/** GET `/lam-viec/chi-so/phieu/:caseId/tham-dinh`: every criterion the agency scored, with its evidence, on one form. */
export const appraisePage = (app: App) =>
  onSheet(app, (open, context) => {
    const { state, kind } = open.sheet;
    const may = mayMove(kind, state, 'appraise-sheet', open.officer.actor, open.officer.now);
    if (!may.ok) return showRefusal(context, may.refusal);
    const values = onForm(open).flatMap(({ criterion: { id }, own, before }) => [
      [`points.${id}`, written(before ? before.points : own ? own.points : 0)],
      [`reason.${id}`, before?.reason ?? ''],
    ]);
    return show(open, context, Object.fromEntries(values), []);
  });

/** POST of the same address. */
export const appraiseSheet = (app: App) =>
  onSheet(app, async (open, context) => {
    const form = readForm(context);
    const scores = onForm(open).map(({ criterion: { id } }) => ({
      criterionId: id,
      points: form.text(`points.${id}`),
      reason: form.text(`reason.${id}`),
    }));
    const made = await app.work.move(
      open.officer.actor,
      { caseId: open.caseId, move: 'appraise-sheet', data: { scores } },
      form.call(open.officer.visitor),
    );
    if (made.ok) return context.redirect(open.at('?da-lam=tham-dinh'), 303);
    return show(open, context, form.values, [atField(made.refusal, scores)]);
  });

/** `scores.3.points` of what was sent is `points.1.1.2` of the form. */
function atField(refusal: Refusal, scores: readonly { readonly criterionId: string }[]): Refusal {
  const [, place, name] = /^scores\.(\d+)\.(\w+)$/.exec(refusal.field ?? '') ?? [];
  const id = scores[Number(place)]?.criterionId;
  return id ? { ...refusal, field: `${name}.${id}` } : refusal;
}

function show(
  open: OpenSheet,
  context: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const { officer, sheet, at } = open;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const errors = refusals.map((refusal) => ({
    ...(refusal.field ? { field: refusal.field } : {}),
    message: refusalSentence(refusal, language),
  }));
  const errorAt = (field: string) => errors.find((error) => error.field === field)?.message;
  const unit = textIn(language, unitWords(sheetFacts(sheet.state).unitId, officer.ground.tree));
  const title = say('Thẩm định', 'Appraisal');
  return context.html(
    <WorkspacePage
      officer={officer}
      title={`${title} · ${unit}`}
      hasErrors={errors.length > 0}
      back={{ href: at(), label: say('Phiếu chấm điểm', 'The sheet') }}
    >
      <ErrorSummary language={language} errors={errors} />
      {refusals.some(({ code }) => code === 'case-changed') ? (
        <Alert
          language={language}
          tone="warning"
          title={say('Có thay đổi trong lúc bạn nhập', 'It changed meanwhile')}
        />
      ) : null}
      <h1>{title}</h1>
      <p class="lead">
        {unit}.{' '}
        {say(
          'Điểm tự chấm đã điền sẵn: để nguyên là chấp nhận; cho điểm khác thì nêu lý do.',
          "The agency's points stand in the form: left as they are they are accepted; others need a reason.",
        )}
      </p>
      <Form csrfToken={csrfToken} action={at('/tham-dinh')} hidden={formOfPlain(open)}>
        {onForm(open).map(({ criterion, own }) => (
          <CriterionFields open={open} criterion={criterion} own={own} values={values} errorAt={errorAt} />
        ))}
        <Actions>
          <Button>{say('Ghi kết quả thẩm định', 'Record the appraisal')}</Button>
          <ButtonLink href={at()} variant="tertiary">
            {say('Thôi, quay lại', 'No, go back')}
          </ButtonLink>
        </Actions>
      </Form>
    </WorkspacePage>,
    (refusals[0] ? refusalStatus(refusals[0]) : 200) as ContentfulStatusCode,
  );
}

function CriterionFields(props: {
  open: OpenSheet;
  criterion: SubCriterion;
  own: NonNullable<ReturnType<typeof sheetFacts>['selfScores']>[number] | undefined;
  values: Readonly<Record<string, string>>;
  errorAt(field: string): string | undefined;
}) {
  const { open, criterion, own, values, errorAt } = props;
  const { language } = open.officer.visitor;
  const say = speaker(language);
  const { id, points } = criterion;
  const most = points.toLocaleString(language);
  return (
    <fieldset class="flow">
      <legend>
        <strong>
          {id} {textIn(language, criterion.name)}
        </strong>
      </legend>
      {own ? (
        <p>
          {say('Tự chấm', 'Self-scored')} <strong>{pointsWords(language, own.points)}</strong> / {most}:{' '}
          <span lang="vi">{own.reason}</span>
          <span class="small quiet" lang="vi">
            {' '}
            {[own.evidence.document, own.evidence.entry].filter(Boolean).join('; ')}
            {own.evidence.files.map((file) => (
              <>
                {' '}
                <a href={open.at(`/tep/${file.id}?xem=1`)}>{file.fileName}</a>
              </>
            ))}
          </span>
        </p>
      ) : (
        <p>{say('Cơ quan không tự chấm.', 'The agency did not score it.')}</p>
      )}
      <Grid>
        <Field
          language={language}
          name={`points.${id}`}
          label={say(`Điểm thẩm định ${id} (tối đa ${most})`, `Points for ${id} (${most} at most)`)}
          width="short"
          noRequire
          value={values[`points.${id}`] ?? ''}
          error={errorAt(`points.${id}`)}
        />
        <Field
          language={language}
          name={`reason.${id}`}
          label={say(`Lý do ${id}`, `Reason ${id}`)}
          optional
          value={values[`reason.${id}`] ?? ''}
          error={errorAt(`reason.${id}`)}
        />
      </Grid>
    </fieldset>
  );
}
