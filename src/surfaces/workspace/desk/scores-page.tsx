import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import type { Language } from '#kernel/text.ts';
import { formatNumber } from '#kernel/vietnamese.ts';
import { toLocal } from '#kernel/zone.ts';
import {
  dutyShare,
  fewestAnswers,
  type IndicatorScore,
  type Quarter,
  type ServiceScores,
  serviceClass,
} from '#modules/desk/index.ts';
import {
  Alert,
  Button,
  ErrorSummary,
  Facts,
  Field,
  Form,
  localHref,
  Select,
  speaker,
  Table,
  textIn,
} from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { classWords, dutyWords, indicatorWords } from './score-words.ts';

const path = '/lam-viec/danh-gia';

/** GET `/lam-viec/danh-gia?co-quan=…&quy=2021-4`: the nine indicators of an agency's quarter. */
export const scoresPage = (app: App) => asOfficer(app, (officer, context) => show(app, officer, context));

/** POST `/lam-viec/danh-gia`: how much feedback came and was answered in time, which nobody else counts. */
export const reportFeedback = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const quarter = readQuarter(form.text('quy'), officer.now);
    const number = (name: string) => (/^\d{1,6}$/.test(form.text(name).trim()) ? Number(form.text(name)) : -1);
    const count = { received: number('received'), inTime: number('inTime') };
    const done = await app.ratings.reportFeedback(officer.actor, form.text('co-quan'), quarter, count);
    if (!done.ok) return show(app, officer, context, form.values, done.refusal);
    const to = `${path}?${new URLSearchParams({ 'co-quan': form.text('co-quan'), quy: quarterWritten(quarter) })}`;
    return context.redirect(localHref(officer.visitor.language, to), 303);
  });

const quarterWritten = ({ year, quarter }: Quarter): string => `${year}-${quarter}`;

function readQuarter(typed: string, now: Temporal.Instant): Quarter {
  const [, year, quarter] = /^(20\d\d)-([1-4])$/.exec(typed) ?? [];
  const today = toLocal(now);
  return year
    ? { year: Number(year), quarter: Number(quarter) }
    : { year: today.year, quarter: Math.ceil(today.month / 3) };
}

async function show(
  app: App,
  officer: Officer,
  context: Context<WebEnv>,
  given: Readonly<Record<string, string>> = {},
  refusal?: Refusal,
) {
  const { visitor } = officer;
  const { language, csrfToken } = visitor;
  const say = speaker(language);
  const agencies = await app.ratings.agencies(officer.actor);
  const asked = given['co-quan'] ?? context.req.query('co-quan');
  const agency = agencies.find(({ id }) => id === asked) ?? agencies[0];
  const quarter = readQuarter(given.quy ?? context.req.query('quy') ?? '', officer.now);
  const scores = agency && (await app.ratings.scores(officer.actor, agency.id, quarter));
  if (!agency || !scores) return notFoundPage(context);
  const error = refusal && { field: refusal.field ?? 'received', message: refusalSentence(refusal, language) };
  const title = say('Đánh giá việc giải quyết thủ tục', 'How well procedures are handled');
  const address = `${path}?${new URLSearchParams({ 'co-quan': agency.id, quy: quarterWritten(quarter) })}`;
  const { score } = scores;
  return context.html(
    <WorkspacePage
      officer={{ ...officer, visitor: { ...visitor, path: address } }}
      title={title}
      hasErrors={error !== undefined}
    >
      <ErrorSummary language={language} errors={error ? [error] : []} />
      <h1>{title}</h1>
      <p class="lead">{textIn(language, agency.name)}</p>
      <Form method="get" action={localHref(language, path)} label={say('Chọn quý', 'Choose the quarter')}>
        {agencies.length > 1 ? (
          <Select
            language={language}
            name="co-quan"
            label={say('Cơ quan', 'Agency')}
            placeholder={false}
            options={agencies.map(({ id, name }) => ({ value: id, label: textIn(language, name) }))}
            value={agency.id}
          />
        ) : null}
        <Select
          language={language}
          name="quy"
          width="medium"
          label={say('Quý', 'Quarter')}
          placeholder={false}
          options={lastQuarters(officer.now).map((each) => ({
            value: quarterWritten(each),
            label: say(`Quý ${each.quarter} năm ${each.year}`, `Quarter ${each.quarter} of ${each.year}`),
          }))}
          value={quarterWritten(quarter)}
        />
        <Button variant="secondary">{say('Xem', 'Show')}</Button>
      </Form>
      <Facts
        facts={[
          { label: say('Hồ sơ đã xong trong quý', 'Dossiers ended'), value: scores.dossiers },
          { label: say('Người trả lời', 'Answers'), value: scores.answered },
          {
            label: say('Tổng điểm (tối đa 18)', 'Sum (at most 18)'),
            value: score.isComplete
              ? `${pointsOf(language, score.sumTenths)}: ${textIn(language, classWords[serviceClass(score.sumTenths)])}`
              : say(
                  `${pointsOf(language, score.sumTenths)}, chưa đủ chỉ số để xếp loại`,
                  `${pointsOf(language, score.sumTenths)}, not enough indicators for a class`,
                ),
          },
        ]}
      />
      {scores.answersUsed || scores.answered === 0 ? null : (
        <Alert language={language}>
          <p>
            {say(
              `Mới có ${scores.answered} người trả lời. Từ ${fewestAnswers} người trở lên mới tính, để không lộ ai trả lời gì.`,
              `Only ${scores.answered} answered. Answers count from ${fewestAnswers} on, so that nobody can tell who said what.`,
            )}
          </p>
        </Alert>
      )}
      <Indicators language={language} rows={score.indicators} />
      <Officials language={language} scores={scores} />
      {scores.comments.length > 0 ? (
        <section>
          <h2>{say('Ý kiến góp ý', 'Comments')}</h2>
          <ul>
            {scores.comments.map((comment) => (
              <li>{comment}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {scores.isHead ? (
        <section>
          <h2>{say('Phản ánh, kiến nghị trong quý', 'Feedback in the quarter')}</h2>
          <Form
            csrfToken={csrfToken}
            action={localHref(language, path)}
            hidden={{ 'co-quan': agency.id, quy: quarterWritten(quarter) }}
          >
            <Field
              language={language}
              name="received"
              kind="number"
              width="short"
              label={say('Đã nhận', 'Received')}
              value={given.received ?? String(scores.feedback?.received ?? '')}
              error={error?.field === 'received' ? error.message : undefined}
            />
            <Field
              language={language}
              name="inTime"
              kind="number"
              width="short"
              label={say('Đã trả lời đúng hạn', 'Answered in time')}
              value={given.inTime ?? String(scores.feedback?.inTime ?? '')}
            />
            <Button>{say('Ghi số liệu', 'Save')}</Button>
          </Form>
        </section>
      ) : null}
      <p class="quiet">
        {say(
          'Theo Điều 13–15 Thông tư 01/2018/TT-VPCP. Chỉ số 1, 2, 3 và 9 tính hoàn toàn từ nhật ký hồ sơ; 4 và 7 từ nhật ký và câu trả lời; 5 và 6 chỉ người dân biết nên mới hỏi.',
          'By TT 01/2018/TT-VPCP art. 13–15. Indicators 1, 2, 3 and 9 come from the journal alone; 4 and 7 from the journal and the answers; 5 and 6 only the person knows.',
        )}
      </p>
    </WorkspacePage>,
    (refusal ? refusalStatus(refusal) : 200) as ContentfulStatusCode,
  );
}

/** This quarter and the seven before. */
function lastQuarters(now: Temporal.Instant): readonly Quarter[] {
  const { year, quarter } = readQuarter('', now);
  return Array.from({ length: 8 }, (_, back) => {
    const whole = year * 4 + quarter - 1 - back;
    return { year: Math.floor(whole / 4), quarter: (whole % 4) + 1 };
  });
}

const pointsOf = (language: Language, tenths: number | null): string =>
  tenths === null ? '–' : formatNumber(language, tenths / 10);

function Indicators(props: { language: Language; rows: readonly IndicatorScore[] }) {
  const { language, rows } = props;
  const say = speaker(language);
  return (
    <Table
      id="indicators"
      stack
      caption={say('Chín chỉ số, mỗi chỉ số tối đa 2 điểm', 'Nine indicators, at most 2 points each')}
      columns={[
        { label: say('Chỉ số', 'Indicator') },
        { label: say('Lấy từ đâu', 'Known from') },
        { label: say('Điểm', 'Points'), align: 'end' },
        { label: say('Tính trên', 'Out of'), align: 'end' },
      ]}
      rows={rows.map(({ indicator, tenths, count }) => [
        `${indicator}. ${textIn(language, indicatorWords[indicator].name)}`,
        textIn(language, indicatorWords[indicator].source),
        pointsOf(language, tenths),
        count,
      ])}
    />
  );
}

function Officials(props: { language: Language; scores: ServiceScores }) {
  const { language, scores } = props;
  const say = speaker(language);
  if (scores.officials.length === 0) return null;
  return (
    <Table
      id="officials"
      stack
      caption={say(
        'Cán bộ tiếp nhận (chỉ số 1, 2, 3, 4, 7; tối đa 10)',
        'Receiving officials (indicators 1, 2, 3, 4, 7; at most 10)',
      )}
      columns={[
        { label: say('Cán bộ', 'Official') },
        { label: say('Hồ sơ', 'Dossiers'), align: 'end' },
        { label: say('Điểm', 'Points'), align: 'end' },
        { label: say('Mức', 'Level') },
      ]}
      rows={scores.officials.map(({ name, dossiers, score }) => [
        name,
        dossiers,
        pointsOf(language, score.sumTenths),
        textIn(language, dutyWords[dutyShare(score.sumTenths)]),
      ])}
    />
  );
}
