import type { Context } from 'hono';
import type { App } from '#app.ts';
import type { Language } from '#kernel/text.ts';
import { formatNumber } from '#kernel/vietnamese.ts';
import { toLocal } from '#kernel/zone.ts';
import { dutyShare, fewestAnswers, type Quarter, type ServiceScores } from '#modules/desk/index.ts';
import { formatFigure } from '#modules/figures/index.ts';
import { type IndexFrame, type RankedScore, subCriteriaOf } from '#modules/indices/index.ts';
import { Alert, Button, Facts, Form, localHref, Select, speaker, Table, textIn } from '#surfaces/ui/index.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { dutyWords, indicatorSources } from './score-words.ts';

const path = '/lam-viec/danh-gia';

/** GET `/lam-viec/danh-gia?co-quan=…&quy=2021-4`: the nine indicators of an agency's quarter. */
export const scoresPage = (app: App) => asOfficer(app, (officer, context) => show(app, officer, context));

const quarterWritten = ({ year, quarter }: Quarter): string => `${year}-${quarter}`;

function readQuarter(typed: string, now: Temporal.Instant): Quarter {
  const [, year, quarter] = /^(20\d\d)-([1-4])$/.exec(typed) ?? [];
  const today = toLocal(now);
  return year
    ? { year: Number(year), quarter: Number(quarter) }
    : { year: today.year, quarter: Math.ceil(today.month / 3) };
}

async function show(app: App, officer: Officer, context: Context<WebEnv>) {
  const { visitor } = officer;
  const { language } = visitor;
  const say = speaker(language);
  const agencies = await app.ratings.agencies(officer.actor);
  const asked = context.req.query('co-quan');
  const agency = agencies.find(({ id }) => id === asked) ?? agencies[0];
  const quarter = readQuarter(context.req.query('quy') ?? '', officer.now);
  const scores = agency && (await app.ratings.scores(officer.actor, agency.id, quarter));
  if (!agency || !scores) return notFoundPage(context);
  const title = say('Đánh giá việc giải quyết thủ tục', 'How well procedures are handled');
  const address = `${path}?${new URLSearchParams({ 'co-quan': agency.id, quy: quarterWritten(quarter) })}`;
  const { score, frame } = scores;
  return context.html(
    <WorkspacePage officer={{ ...officer, visitor: { ...visitor, path: address } }} title={title}>
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
            value: score?.total
              ? `${formatFigure(language, score.total)}${score.band && score.known >= frame.rankedFrom ? `: ${textIn(language, score.band)}` : ''}`
              : say('chưa có gì để chấm', 'nothing to score yet'),
          },
          ...(score && score.known < 100
            ? [
                {
                  label: say('Đã biết', 'Known'),
                  value: say(
                    `${score.known}% số điểm; phần chưa biết được bỏ ra, điểm quy về thang 18`,
                    `${score.known}% of the points; what is not known is left out and the rest brought to the scale of 18`,
                  ),
                },
              ]
            : []),
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
      {score ? <Indicators language={language} frame={frame} score={score} /> : null}
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
      <p class="quiet">
        {say(
          'Theo Điều 13–15 Thông tư 01/2018/TT-VPCP, cùng một cách tính với bảng chỉ số công khai. Chỉ số 1, 2, 3, 8 và 9 tính hoàn toàn từ nhật ký; 4 và 7 từ nhật ký và câu trả lời; 5 và 6 chỉ người dân biết nên mới hỏi.',
          'By TT 01/2018/TT-VPCP art. 13–15, counted as in the public index. Indicators 1, 2, 3, 8 and 9 come from journals alone; 4 and 7 from the journal and the answers; 5 and 6 only the person knows.',
        )}
      </p>
    </WorkspacePage>,
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

function Indicators(props: { language: Language; frame: IndexFrame; score: RankedScore }) {
  const { language, frame, score } = props;
  const say = speaker(language);
  const scored = new Map(score.subScores.map((one) => [one.id, one]));
  return (
    <Table
      id="indicators"
      stack
      caption={say('Chín chỉ số, mỗi chỉ số tối đa 2 điểm', 'Nine indicators, at most 2 points each')}
      columns={[
        { label: say('Chỉ số', 'Indicator') },
        { label: say('Lấy từ đâu', 'Known from') },
        { label: say('Điểm', 'Points'), align: 'end' },
      ]}
      rows={subCriteriaOf(frame).map(({ id, name }) => {
        const number = id.split('.')[0] ?? '';
        const points = scored.get(id)?.points ?? null;
        return [
          `${number}. ${textIn(language, name)}`,
          textIn(language, indicatorSources[number] ?? name),
          points ? formatFigure(language, points) : say('chưa biết', 'not known'),
        ];
      })}
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
