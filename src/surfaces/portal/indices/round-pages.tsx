import type { Context, Handler } from 'hono';
import type { App } from '#app.ts';
import { formatDate } from '#kernel/vietnamese.ts';
import { toLocal } from '#kernel/zone.ts';
import { formatFigure } from '#modules/figures/index.ts';
import { type FrozenRound, type FrozenSheet, type PublishedRound, pointsLost } from '#modules/indices/index.ts';
import { agencyName, type UnitTree } from '#modules/organisation/index.ts';
import {
  Breadcrumbs,
  ButtonLink,
  Details,
  Figures,
  formatMoment,
  localHref,
  speaker,
  Table,
  textIn,
} from '#surfaces/ui/index.ts';
import { CriterionStory, sourceOf } from '#surfaces/web/criterion-story.tsx';
import { RankingTable, RoomList } from '#surfaces/web/index-parts.tsx';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { type Visitor, visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from '../portal-page.tsx';
import { Section } from '../section.tsx';

const day = (written: string) => formatDate(Temporal.PlainDate.from(written));
const hrefOf = (language: 'vi' | 'en', code: string, unitId = '') =>
  localHref(language, `/cong-khai/chi-so/dot/${code}${unitId && `/${unitId}`}`);

function named(tree: UnitTree, language: 'vi' | 'en') {
  return (id: string) => {
    const unit = tree.get(id);
    return unit ? textIn(language, agencyName(unit)) : id;
  };
}

async function open(app: App, context: Context<WebEnv>) {
  const round = await app.indices.publishedRound(context.req.param('code') ?? '');
  const visitor = visitorOf(context);
  const nameOf = named((await app.ground()).tree, visitor.language);
  return { round, visitor, nameOf };
}

/** `/cong-khai/chi-so/dot/:code`: agencies ranked by a round that was closed, with the hash of what was frozen. */
export const publishedRoundPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const { round, visitor, nameOf } = await open(app, context);
    if (!round) return notFoundPage(context);
    const { language } = visitor;
    const say = speaker(language);
    const { content } = round;
    const before = await app.indices.placesBefore(round.caseId);
    const { frame, code } = content;
    return context.html(
      <PortalPage visitor={visitor} title={textIn(language, content.title)} wide>
        <Trail visitor={visitor} />
        <h1>{textIn(language, content.title)}</h1>
        <p class="lead">
          {textIn(language, frame.purpose)} <RoundDays language={language} round={round} />
        </p>
        {frame.groups.map((group) => (
          <Section title={textIn(language, group.name)}>
            <RankingTable
              id={`ranking-${group.id}`}
              language={language}
              frame={frame}
              caption={`${say('Xếp hạng', 'Ranking')}: ${textIn(language, group.name)}`}
              scores={content.sheets.filter(({ groupId }) => groupId === group.id)}
              nameOf={nameOf}
              {...(before.size > 0 ? { before } : {})}
              hrefOf={(id) => hrefOf(language, code, id)}
            />
          </Section>
        ))}
        <p class="quiet">
          {say(
            `Đơn vị mà chưa biết đủ ${frame.rankedFrom}% số điểm thì không xếp hạng. Phần chưa biết được bỏ ra, phần còn lại quy về thang ${frame.points}.`,
            `A unit of which less than ${frame.rankedFrom} % of the points is known has no rank. What is not known is left out and the rest brought to the scale of ${frame.points}.`,
          )}
        </p>
        <Details summary={say('Căn cứ và điều chưa chắc', 'Ground, and what is not certain')}>
          <p lang="vi">{frame.source}</p>
          <ul>
            {frame.unsure.map((one) => (
              <li>{textIn(language, one)}</li>
            ))}
          </ul>
        </Details>
        <p>
          {say('Mã băm SHA-256 của bản đã chốt', 'SHA-256 of what was frozen')}:{' '}
          <span class="long-address">{round.sha256}</span>
        </p>
        <p>
          <ButtonLink
            href={localHref(language, `/cong-khai/chi-so/dot/${code}/du-lieu.json`)}
            variant="secondary"
            download
          >
            {say('Tải toàn bộ bản đã chốt (JSON)', 'All that was frozen (JSON)')}
          </ButtonLink>{' '}
          <ButtonLink
            href={localHref(language, `/cong-khai/chi-so/dot/${code}/du-lieu.csv`)}
            variant="secondary"
            download
          >
            {say('Tải điểm từng tiêu chí (CSV)', 'Points of every criterion (CSV)')}
          </ButtonLink>
        </p>
      </PortalPage>,
    );
  };

function RoundDays({ language, round }: { language: 'vi' | 'en'; round: PublishedRound }) {
  const say = speaker(language);
  const { period } = round.content;
  const [from, to] = [day(period.from), day(period.to)];
  const closed = formatMoment(toLocal(round.closedAt));
  return <>{say(`Kỳ: ${from} – ${to}; công bố ${closed}.`, `Period: ${from} – ${to}; published ${closed}.`)}</>;
}

function Trail({ visitor, round }: { visitor: Visitor; round?: FrozenRound }) {
  const { language } = visitor;
  const say = speaker(language);
  return (
    <Breadcrumbs
      language={language}
      items={[
        { href: localHref(language, '/cong-khai'), label: say('Công khai', 'Publication') },
        { href: localHref(language, '/cong-khai/chi-so'), label: say('Chỉ số', 'Indices') },
        ...(round ? [{ href: hrefOf(language, round.code), label: textIn(language, round.title) }] : []),
      ]}
    />
  );
}

/** `/cong-khai/chi-so/dot/:code/:unit`: every point of one agency, who gave it and why. */
export const publishedSheetPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const { round, visitor, nameOf } = await open(app, context);
    const sheet = round?.content.sheets.find(({ unitId }) => unitId === context.req.param('unit'));
    if (!round || !sheet) return notFoundPage(context);
    const { language } = visitor;
    const say = speaker(language);
    const { content } = round;
    const { frame } = content;
    const name = nameOf(sheet.unitId);
    const ranked = content.sheets.filter(({ groupId, rank }) => groupId === sheet.groupId && rank !== null).length;
    const lost = pointsLost(frame, sheet.subScores, (id) => sheet.counts[id] ?? null);
    return context.html(
      <PortalPage visitor={visitor} title={`${textIn(language, frame.name)} · ${name}`} wide>
        <Trail visitor={visitor} round={content} />
        <h1>{name}</h1>
        <p class="lead">
          {textIn(language, content.title)}. <RoundDays language={language} round={round} />
        </p>
        <Figures
          figures={[
            {
              label: say(`điểm trên ${frame.points}`, `points of ${frame.points}`),
              value: formatFigure(language, sheet.rank === null ? null : sheet.total),
            },
            {
              label: say(`hạng trong ${ranked} đơn vị cùng nhóm`, `place among ${ranked} comparable units`),
              value: sheet.rank === null ? '–' : String(sheet.rank),
            },
            {
              label: say('xếp loại', 'band'),
              value: sheet.rank !== null && sheet.band ? textIn(language, sheet.band) : '–',
            },
            { label: say('số điểm đã biết', 'of the points known'), value: `${sheet.known} %` },
          ]}
        />
        <Section title={say('Điều gì nâng điểm nhiều nhất', 'What would raise the score most')}>
          <RoomList language={language} lost={lost} alone />
        </Section>
        <Section title={say('Từng tiêu chí, điểm và lý do', 'Every criterion, its points and why')}>
          <CriterionTables language={language} content={content} sheet={sheet} />
        </Section>
      </PortalPage>,
    );
  };

function CriterionTables(props: { language: 'vi' | 'en'; content: FrozenRound; sheet: FrozenSheet }) {
  const { language, content, sheet } = props;
  const say = speaker(language);
  const byId = new Map(sheet.subScores.map((one) => [one.id, one]));
  return (
    <>
      {content.frame.fields.map((field) => {
        const rows = field.criteria.flatMap(({ subCriteria }) =>
          subCriteria.filter(({ id }) => byId.get(id)?.state !== 'not-applicable'),
        );
        return rows.length === 0 ? null : (
          <Table
            id={`field-${field.id}`}
            caption={`${field.id}. ${textIn(language, field.name)} (${field.points.toLocaleString(language)} ${say('điểm', 'points')})`}
            stack
            columns={[
              { label: say('Tiêu chí', 'Criterion') },
              { label: say('Tối đa', 'Most'), align: 'end' },
              { label: say('Điểm', 'Points'), align: 'end' },
              { label: say('Vì sao', 'Why') },
            ]}
            rows={rows.map((criterion) => {
              const one = byId.get(criterion.id);
              return [
                `${criterion.id} ${textIn(language, criterion.name)}`,
                criterion.points.toLocaleString(language),
                <strong>{formatFigure(language, one?.points ?? null)}</strong>,
                <div>
                  {sourceOf(language, criterion)}
                  {one ? <CriterionStory language={language} one={one} /> : null}
                </div>,
              ];
            })}
          />
        );
      })}
    </>
  );
}

/** `/cong-khai/chi-so/dot/:code/du-lieu.json`: what the hash is of. */
export const publishedRoundFile =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const { round } = await open(app, context);
    if (!round) return notFoundPage(context);
    return new Response(JSON.stringify({ sha256: round.sha256, content: round.content }), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="chi-so-${round.content.code}.json"`,
      },
    });
  };

/** `/cong-khai/chi-so/dot/:code/du-lieu.csv`: points only, so that sums and places can be computed again. */
export const publishedRoundCsv =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const { round } = await open(app, context);
    if (!round) return notFoundPage(context);
    const { frame, period, sheets, code } = round.content;
    const table = await app.indices.csv({
      frame,
      from: Temporal.PlainDate.from(period.from),
      to: Temporal.PlainDate.from(period.to),
      asOf: Temporal.Instant.from(period.asOf),
      scores: sheets,
    });
    return new Response(Buffer.from(table), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="chi-so-${code}.csv"`,
      },
    });
  };
