import type { Context, Handler } from 'hono';
import type { App } from '#app.ts';
import { toLocal } from '#kernel/zone.ts';
import { formatFigure } from '#modules/figures/index.ts';
import { type IndexAnswer, type IndexFrame, pointsLost } from '#modules/indices/index.ts';
import { agencyName } from '#modules/organisation/index.ts';
import {
  Alert,
  Breadcrumbs,
  Button,
  ButtonLink,
  Details,
  Figures,
  formatMoment,
  Grid,
  localHref,
  Select,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { type BoardPeriod, boardPeriods, readBoardPeriod } from '#surfaces/web/board-period.ts';
import { IndexTrend, RankingTable, RoomList, ScoreTable } from '#surfaces/web/index-parts.tsx';
import { publishedIndex } from '#surfaces/web/published-indices.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from '../portal-page.tsx';
import { Section } from '../section.tsx';

/** The frames and the period that an address names; the month of today when it names none. */
function readAddress(context: Context<WebEnv>, app: App) {
  const { language } = visitorOf(context);
  const computed = app.indices.frames.filter(({ how }) => how === 'computed');
  const asked = context.req.query('bo');
  const frame = asked ? computed.find(({ id }) => id === asked) : computed[0];
  const today = app.today();
  const period = readBoardPeriod(context.req.query('ky') ?? today.toString().slice(0, 7), today);
  const group = frame?.groups.find(({ id }) => id === context.req.query('nhom')) ?? frame?.groups[0];
  const at = (change: Readonly<Record<string, string>>, path = '/cong-khai/chi-so') =>
    localHref(
      language,
      `${path}?${new URLSearchParams({ bo: frame?.id ?? '', ky: period.written, nhom: group?.id ?? '', ...change })}`,
    );
  return { computed, frame, period, group, at };
}

function Told(props: { language: 'vi' | 'en'; answer: IndexAnswer; period: BoardPeriod }) {
  const { language, answer, period } = props;
  const say = speaker(language);
  return (
    <>
      <p class="lead">
        {textIn(language, answer.frame.purpose)}{' '}
        {say(
          `Kỳ: ${textIn(language, period.name)}, tính đến ${formatMoment(toLocal(answer.asOf))}.`,
          `Period: ${textIn(language, period.name)}, as of ${formatMoment(toLocal(answer.asOf))}.`,
        )}
      </p>
      {answer.simulated ? (
        <Alert language={language} tone="info" title={say('Mô phỏng', 'Simulated')}>
          <p>
            {say(
              'Quyết định này ban hành sau kỳ đang xem; điểm được tính thử trên số liệu của kỳ.',
              'The decision is younger than this period; the scores are a trial on the figures of the period.',
            )}
          </p>
        </Alert>
      ) : null}
    </>
  );
}

function Ground({ language, frame }: { language: 'vi' | 'en'; frame: IndexFrame }) {
  const say = speaker(language);
  return (
    <Details summary={say('Căn cứ và điều chưa chắc', 'Ground, and what is not certain')}>
      <p>{frame.source}</p>
      <ul>
        {frame.unsure.map((one) => (
          <li>{textIn(language, one)}</li>
        ))}
      </ul>
    </Details>
  );
}

/** `/cong-khai/chi-so`: agencies ranked among their like by an index that is computed from the journals. */
export const indicesPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const { computed, frame, period, group, at } = readAddress(context, app);
    if (!frame || !group) return notFoundPage(context);
    const answer = await publishedIndex(app, { frameId: frame.id, from: period.from, to: period.to });
    if (!answer.ok) return showRefusal(context, answer.refusal);
    const [{ tree }, rounds] = await Promise.all([app.ground(), app.indices.publishedRounds()]);
    const title = textIn(language, frame.name);
    const nameOf = (id: string) => {
      const unit = tree.get(id);
      if (!unit) return id;
      const above = unit.tier === 'commune' ? tree.get(unit.parentId ?? '') : undefined;
      const name = textIn(language, unit.tier === 'city' ? agencyName(unit) : unit.name);
      return above ? `${name}, ${textIn(language, above.name)}` : name;
    };
    return context.html(
      <PortalPage visitor={visitor} title={title} description={textIn(language, frame.purpose)} wide>
        <Breadcrumbs
          language={language}
          items={[{ href: localHref(language, '/cong-khai'), label: say('Công khai', 'Publication') }]}
        />
        <h1>{title}</h1>
        <Told language={language} answer={answer.value} period={period} />
        {rounds.length > 0 ? (
          <p>
            {say('Xếp hạng theo đợt đánh giá đã công bố', 'Rankings of published rounds')}:{' '}
            {rounds.map(({ code, title: of }, place) => (
              <>
                {place > 0 ? ' · ' : ''}
                <a href={localHref(language, `/cong-khai/chi-so/dot/${code}`)}>{textIn(language, of)}</a>
              </>
            ))}
          </p>
        ) : null}
        <form class="flow no-print" method="get" action={localHref(language, '/cong-khai/chi-so')}>
          <Grid>
            <Select
              language={language}
              name="bo"
              label={say('Bộ chỉ số', 'Index')}
              placeholder={false}
              value={frame.id}
              options={computed.map((one) => ({ value: one.id, label: textIn(language, one.name) }))}
            />
            <Select
              language={language}
              name="ky"
              label={say('Kỳ', 'Period')}
              placeholder={false}
              value={period.written}
              options={boardPeriods(app.today()).map((one) => ({
                value: one.written,
                label: textIn(language, one.name),
              }))}
            />
          </Grid>
          <input type="hidden" name="nhom" value={group.id} />
          <Button variant="secondary">{say('Xem', 'Show')}</Button>
        </form>
        <ul class="inline-links no-print">
          {frame.groups.map((one) => (
            <li>
              <a href={at({ nhom: one.id })} aria-current={one.id === group.id ? 'true' : undefined}>
                {textIn(language, one.name)}
              </a>
            </li>
          ))}
        </ul>
        <RankingTable
          language={language}
          frame={frame}
          caption={`${textIn(language, group.name)}, ${textIn(language, period.name)}`}
          scores={answer.value.scores.filter(({ groupId }) => groupId === group.id)}
          nameOf={nameOf}
          hrefOf={(id) => at({}, `/cong-khai/chi-so/${id}`)}
        />
        <p class="quiet">
          {say(
            `Đơn vị mà chưa biết đủ ${frame.rankedFrom}% số điểm thì không xếp hạng. Phần chưa biết được bỏ ra, phần còn lại quy về thang ${frame.points}.`,
            `A unit of which less than ${frame.rankedFrom} % of the points is known has no rank. What is not known is left out and the rest brought to the scale of ${frame.points}.`,
          )}
        </p>
        <Ground language={language} frame={frame} />
        <p>
          <ButtonLink href={at({}, '/cong-khai/chi-so/du-lieu.csv')} variant="secondary" download>
            {say('Tải điểm từng tiêu chí (CSV)', 'Points of every criterion (CSV)')}
          </ButtonLink>
        </p>
      </PortalPage>,
    );
  };

/** `/cong-khai/chi-so/:unit`: how the score of one unit came about, and what would raise it most. */
export const unitIndexPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const { frame, period, at } = readAddress(context, app);
    const unit = (await app.ground()).tree.get(context.req.param('unit') ?? '');
    if (!frame || !unit) return notFoundPage(context);
    const answer = await publishedIndex(app, { frameId: frame.id, from: period.from, to: period.to });
    if (!answer.ok) return showRefusal(context, answer.refusal);
    const score = answer.value.scores.find(({ unitId }) => unitId === unit.id);
    if (!score) return notFoundPage(context);
    const months = await app.indices.monthsOf(frame.id, unit.id);
    const name = textIn(language, agencyName(unit));
    const ranked = answer.value.scores.filter(({ groupId, rank }) => groupId === score.groupId && rank !== null).length;
    return context.html(
      <PortalPage visitor={visitor} title={`${textIn(language, frame.name)} · ${name}`} wide>
        <Breadcrumbs
          language={language}
          items={[
            { href: localHref(language, '/cong-khai'), label: say('Công khai', 'Publication') },
            { href: at({ nhom: score.groupId }), label: textIn(language, frame.name) },
          ]}
        />
        <h1>{name}</h1>
        <Told language={language} answer={answer.value} period={period} />
        <Figures
          figures={[
            {
              label: say(`điểm trên ${frame.points}`, `points of ${frame.points}`),
              value: formatFigure(language, score.rank === null ? null : score.total),
            },
            {
              label: say(`hạng trong ${ranked} đơn vị cùng nhóm`, `place among ${ranked} comparable units`),
              value: score.rank === null ? '–' : String(score.rank),
            },
            {
              label: say('xếp loại', 'band'),
              value: score.rank !== null && score.band ? textIn(language, score.band) : '–',
            },
            { label: say('số điểm đã biết', 'of the points known'), value: `${score.known} %` },
          ]}
        />
        <Section title={say('Điều gì nâng điểm nhiều nhất', 'What would raise the score most')}>
          <RoomList language={language} lost={pointsLost(frame, score.subScores, answer.value.countOf(unit.id))} />
        </Section>
        <Section title={say('Từng tiêu chí', 'Every criterion')}>
          <ScoreTable language={language} frame={frame} score={score} />
        </Section>
        <Section title={say('Diễn biến từng tháng', 'Month by month')}>
          <IndexTrend language={language} frame={frame} months={months} name={name} />
        </Section>
        <Ground language={language} frame={frame} />
      </PortalPage>,
    );
  };

/** `/cong-khai/chi-so/du-lieu.csv`: all groups, every sub-criterion. */
export const indexCsv =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const { frame, period } = readAddress(context, app);
    if (!frame) return notFoundPage(context);
    const answer = await publishedIndex(app, { frameId: frame.id, from: period.from, to: period.to });
    if (!answer.ok) return showRefusal(context, answer.refusal);
    return new Response(Buffer.from(await app.indices.csv(answer.value)), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="chi-so-${frame.id}-${period.written}.csv"`,
      },
    });
  };
