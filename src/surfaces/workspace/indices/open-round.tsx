import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import type { Text } from '#kernel/text.ts';
import { type RoundDay, roundDays } from '#modules/indices/index.ts';
import { secretToken } from '#platform/random.ts';
import {
  Button,
  Details,
  ErrorSummary,
  Field,
  Form,
  formatDate,
  localHref,
  parseDate,
  Select,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';

const path = '/lam-viec/chi-so/mo';

const dayWords: Readonly<Record<RoundDay, Text>> = {
  score: { vi: 'Cơ quan tự chấm, gửi trước hết ngày', en: 'Agencies send their sheets by' },
  appraise: { vi: 'Thẩm định xong trước hết ngày', en: 'Appraised by' },
  object: { vi: 'Cơ quan kiến nghị trước hết ngày', en: 'Objections by' },
  close: { vi: 'Trả lời kiến nghị, công bố trước hết ngày', en: 'Answered and published by' },
};

/** GET `/lam-viec/chi-so/mo`: the frame proposes the days; a person says them. */
export const openRoundPage = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const [frame] = app.indices.framesOf(officer.actor);
    if (!frame) return notFoundPage(context);
    const today = app.today();
    const days = await app.indices.proposedDays(frame);
    const due = roundDays.map((day) => [`${day}DueOn`, formatDate(days[day])] as const);
    return show(app, officer, context, {
      frame: frame.id,
      from: formatDate(today.with({ month: 1, day: 1 })),
      to: formatDate(today),
      ...Object.fromEntries(due),
    });
  });

/** POST `/lam-viec/chi-so/mo` */
export const openRound = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const on = (day: RoundDay) => parseDate(form.text(`${day}DueOn`));
    const opened = await app.indices.openRound(
      officer.actor,
      {
        frame: form.text('frame'),
        title: form.text('title').slice(0, 200),
        from: parseDate(form.text('from')),
        to: parseDate(form.text('to')),
        dueOn: { score: on('score'), appraise: on('appraise'), object: on('object'), close: on('close') },
      },
      form.call(officer.visitor).key,
    );
    if (opened.ok)
      return context.redirect(localHref(officer.visitor.language, `/lam-viec/viec/${opened.value.caseId}`), 303);
    return show(app, officer, context, form.values, opened.refusal);
  });

function show(
  app: App,
  officer: Officer,
  context: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusal?: Refusal,
) {
  const { language, csrfToken } = officer.visitor;
  const frames = app.indices.framesOf(officer.actor);
  if (frames.length === 0) return notFoundPage(context);
  const say = speaker(language);
  const errors = refusal
    ? [{ ...(refusal.field ? { field: refusal.field } : {}), message: refusalSentence(refusal, language) }]
    : [];
  const date = (name: string, label: string, hint?: string) => (
    <Field
      language={language}
      kind="date"
      name={name}
      label={label}
      hint={hint}
      value={values[name] ?? ''}
      error={errors.find(({ field }) => field === name)?.message}
    />
  );
  const title = say('Mở đợt đánh giá', 'Open a round');
  return context.html(
    <WorkspacePage
      officer={officer}
      title={title}
      hasErrors={errors.length > 0}
      back={{ href: localHref(language, '/lam-viec/chi-so'), label: say('Đánh giá, xếp hạng', 'Rounds') }}
    >
      <ErrorSummary language={language} errors={errors} />
      <h1>{title}</h1>
      <p class="lead">
        {say(
          'Mỗi cơ quan nhận một phiếu chấm điểm. Phần đếm được đã chấm sẵn theo số liệu đến ngày chốt; cơ quan tự chấm phần còn lại.',
          'Every agency gets a sheet. What can be counted is scored already, as of the cut-off; the rest it scores itself.',
        )}
      </p>
      <Form csrfToken={csrfToken} action={localHref(language, path)} hidden={{ key: secretToken() }}>
        <Select
          language={language}
          name="frame"
          label={say('Bộ chỉ số', 'Index')}
          placeholder={false}
          value={values.frame}
          options={frames.map(({ id, name }) => ({ value: id, label: textIn(language, name) }))}
        />
        <Field
          language={language}
          name="title"
          label={say('Tên đợt', 'Title')}
          hint={say('Để trống: tên bộ chỉ số và kỳ.', 'Leave empty: the index and the period.')}
          optional
          maxLength={200}
          value={values.title ?? ''}
        />
        {date('from', say('Số liệu từ ngày', 'Figures from'))}
        {date(
          'to',
          say('Chốt số liệu hết ngày', 'Cut-off at the end of'),
          say('Không ở tương lai', 'Not in the future'),
        )}
        {roundDays.map((day) => date(`${day}DueOn`, textIn(language, dayWords[day])))}
        <Button>{say('Mở đợt và gửi phiếu', 'Open it and send the sheets')}</Button>
      </Form>
      {frames.map((frame) => (
        <Details summary={`${say('Căn cứ', 'Basis')}: ${textIn(language, frame.name)}`}>
          <p lang="vi">{frame.source}</p>
          <ul>
            {frame.unsure.map((one) => (
              <li>{textIn(language, one)}</li>
            ))}
          </ul>
        </Details>
      ))}
    </WorkspacePage>,
    (refusal ? refusalStatus(refusal) : 200) as ContentfulStatusCode,
  );
}
