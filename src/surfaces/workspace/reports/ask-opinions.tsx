import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import { isInForce } from '#modules/organisation/index.ts';
import {
  Button,
  Choice,
  ErrorSummary,
  Field,
  Form,
  formatDate,
  parseDate,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { type OpenPlainCase, onPlainCase } from '../plain/plain-case.ts';
import { formOfPlain } from '../plain/plain-page.tsx';
import { WorkspacePage } from '../workspace-page.tsx';

const move = 'ask-opinions';

/** GET `/lam-viec/viec/:caseId/ask-opinions`: whom, by when. */
export const askOpinionsPage = (app: App) =>
  onPlainCase(app, async (open, context) => {
    if (!open.page.moves.some((one) => one.move === move)) return notFoundPage(context);
    const dueOn = formatDate(await app.reports.workingDayAfter(app.today(), 5));
    return show(app, open, context, [], dueOn);
  });

/** POST `/lam-viec/viec/:caseId/ask-opinions` */
export const askOpinions = (app: App) =>
  onPlainCase(app, async (open, context) => {
    const form = readForm(context);
    const members = form.all('members');
    const data = { members, dueOn: parseDate(form.text('dueOn'))?.toString() ?? '' };
    const made = await app.work.move(
      open.officer.actor,
      { caseId: open.caseId, move, data },
      form.call(open.officer.visitor),
    );
    if (made.ok) return context.redirect(`${open.href()}?da-lam=${move}`, 303);
    return show(app, open, context, members, form.text('dueOn'), made.refusal);
  });

function show(
  app: App,
  open: OpenPlainCase,
  context: Context<WebEnv>,
  members: readonly string[],
  dueOn: string,
  refusal?: Refusal,
) {
  const { officer } = open;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const errors = refusal
    ? [{ ...(refusal.field ? { field: refusal.field } : {}), message: refusalSentence(refusal, language) }]
    : [];
  const errorAt = (field: string) => errors.find((error) => error.field === field)?.message;
  const departments = [...officer.ground.tree.values()].filter(
    (unit) => unit.kind === 'department' && isInForce(unit, app.today()),
  );
  const title = say('Lấy ý kiến thành viên UBND', 'Ask members for their opinion');
  return context.html(
    <WorkspacePage
      officer={officer}
      title={title}
      hasErrors={errors.length > 0}
      back={{ href: open.href(), label: say('Về báo cáo', 'Back to the report') }}
    >
      <ErrorSummary language={language} errors={errors} />
      <h1>{title}</h1>
      <p class="lead">
        {say(
          'Giám đốc sở, thủ trưởng cơ quan tương đương là thành viên Ủy ban nhân dân Thành phố. Mỗi người nhận một việc có hạn.',
          "Heads of departments are members of the City People's Committee. Each gets a case with a deadline.",
        )}
      </p>
      <Form csrfToken={csrfToken} action={open.href(move)} hidden={formOfPlain(open)}>
        <Choice
          language={language}
          name="members"
          multiple
          legend={say('Thành viên, theo cơ quan', 'Members, by their agency')}
          value={members}
          error={errorAt('members')}
          options={departments.map((unit) => ({ value: unit.id, label: textIn(language, unit.name) }))}
        />
        <Field
          language={language}
          kind="date"
          name="dueOn"
          label={say('Cho ý kiến trước hết ngày', 'Opinion by')}
          value={dueOn}
          error={errorAt('dueOn')}
        />
        <Button>{say('Gửi lấy ý kiến', 'Ask them')}</Button>
      </Form>
    </WorkspacePage>,
    (refusal ? refusalStatus(refusal) : 200) as ContentfulStatusCode,
  );
}
