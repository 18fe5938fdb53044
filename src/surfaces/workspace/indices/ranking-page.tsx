import type { App } from '#app.ts';
import { formatFigure } from '#modules/figures/index.ts';
import type { RoundCasePage } from '#modules/indices/index.ts';
import { localHref, speaker, Table, Tag, textIn } from '#surfaces/ui/index.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { onPlainCase } from '../plain/plain-case.ts';
import { stateWords, unitWords } from '../words.ts';
import { WorkspacePage } from '../workspace-page.tsx';

/** GET `/lam-viec/chi-so/dot/:caseId`: every sheet of a round with how far it is, ranked as the points stand now. */
export const rankingPage = (app: App) =>
  onPlainCase(app, (open, context) => {
    const { officer } = open;
    const { language } = officer.visitor;
    const say = speaker(language);
    const { round, family, ranking, state } = open.page as unknown as RoundCasePage;
    if (state.kind !== 'index-round' || !ranking) return notFoundPage(context);
    const { frame } = round;
    const byUnit = new Map(family.map((sheet) => [sheet.receivingUnitId, sheet]));
    const title = say('Mọi phiếu và xếp hạng tạm tính', 'All sheets, ranked as they stand');
    return context.html(
      <WorkspacePage
        officer={officer}
        title={`${title} · ${state.code}`}
        back={{ href: open.href(), label: say('Về đợt đánh giá', 'Back to the round') }}
      >
        <h1>{title}</h1>
        <p class="lead">
          {state.title}.{' '}
          {say(
            `Điểm còn thay đổi đến khi chốt; chưa biết đủ ${frame.rankedFrom}% số điểm thì chưa xếp hạng.`,
            `Points change until the round is closed; below ${frame.rankedFrom} % of the points known there is no rank.`,
          )}
        </p>
        {frame.groups.map((group) => {
          const rows = ranking.filter(({ groupId }) => groupId === group.id);
          return (
            <Table
              id={`group-${group.id}`}
              caption={`${textIn(language, group.name)} (${rows.length})`}
              stack
              walk
              columns={[
                { label: say('Cơ quan', 'Agency') },
                { label: say('Hạng', 'Rank'), align: 'end' },
                { label: say('Điểm', 'Score'), align: 'end' },
                { label: say('Đã biết (%)', 'Known (%)'), align: 'end' },
                { label: say('Phiếu', 'Sheet') },
              ]}
              rows={rows.map(({ unitId, rank, total, known }) => {
                const sheet = byUnit.get(unitId);
                const words = sheet && stateWords(sheet.state, sheet.kind);
                const isLate = sheet?.holder && sheet.dueAt && Temporal.Instant.compare(sheet.dueAt, officer.now) < 0;
                const urged = sheet?.made.urge ?? 0;
                return [
                  <a href={localHref(language, `/lam-viec/viec/${sheet?.caseId}`)}>
                    {textIn(language, unitWords(unitId, officer.ground.tree))}
                  </a>,
                  rank === null ? '–' : String(rank),
                  formatFigure(language, rank === null ? null : total),
                  String(known),
                  <div>
                    {words ? <Tag tone={words.tone}>{textIn(language, words.name)}</Tag> : null}{' '}
                    {isLate ? <Tag tone="danger">{say('quá hạn', 'late')}</Tag> : null}
                    {urged > 0 ? (
                      <span class="small quiet"> {say(`đã đôn đốc ${urged} lần`, `urged ${urged} times`)}</span>
                    ) : null}
                  </div>,
                ];
              })}
            />
          );
        })}
      </WorkspacePage>,
    );
  });
