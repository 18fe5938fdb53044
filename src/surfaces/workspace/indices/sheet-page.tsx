import type { App } from '#app.ts';
import { formatFigure } from '#modules/figures/index.ts';
import { concerning, pointsLost, type SubCriterion, sheetFacts } from '#modules/indices/index.ts';
import { Actions, Alert, ButtonLink, Figures, speaker, Table, textIn } from '#surfaces/ui/index.ts';
import { CriterionStory, sourceOf } from '#surfaces/web/criterion-story.tsx';
import { RoomList } from '#surfaces/web/index-parts.tsx';
import { unitWords } from '../words.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { type OpenSheet, onSheet } from './on-sheet.ts';

const done: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  'tu-cham': { vi: 'Đã ghi điểm tự chấm', en: 'The score is recorded' },
  'tham-dinh': { vi: 'Đã ghi điểm thẩm định', en: 'The appraisal is recorded' },
};

/** GET `/lam-viec/chi-so/phieu/:caseId`: the sheet by fields, what is to do on it, and what would raise the score most. */
export const roundSheetPage = (app: App) =>
  onSheet(app, (open, context) => {
    const { officer, sheet, may, at } = open;
    const { language } = officer.visitor;
    const say = speaker(language);
    const { frame } = sheet.round;
    const facts = sheetFacts(sheet.state);
    const { scored } = sheet;
    const unit = textIn(language, unitWords(facts.unitId, officer.ground.tree));
    const title = say('Phiếu chấm điểm', 'Scoring sheet');
    const told = done[context.req.query('da-lam') ?? ''];
    const here = new Map(concerning(frame, facts.groupId).map((one) => [one.id, one]));
    const lost = pointsLost(frame, scored.subScores, (id) => facts.counts[id] ?? null);
    return context.html(
      <WorkspacePage
        officer={officer}
        title={`${title} · ${unit}`}
        back={{ href: open.href(), label: say('Về việc này', 'Back to it') }}
      >
        {told ? <Alert language={language} tone="success" live title={textIn(language, told)} /> : null}
        <h1>{title}</h1>
        <p class="lead">
          {unit}.{' '}
          {say(
            'Phần đếm được đã chấm từ số liệu và không sửa tay được; phần còn lại cơ quan tự chấm, có minh chứng.',
            'What can be counted is scored from figures and is not typed; the rest the agency scores itself, with evidence.',
          )}
        </p>
        <Figures
          figures={[
            { label: say('điểm đã có', 'points so far'), value: formatFigure(language, scored.earned) },
            {
              label: say('trên số điểm đã biết', 'of points that are known'),
              value: formatFigure(language, scored.possible),
            },
            {
              label: say(`quy về thang ${frame.points}`, `on the scale of ${frame.points}`),
              value: formatFigure(language, scored.known >= frame.rankedFrom ? scored.total : null),
            },
          ]}
        />
        <Actions>
          {may('appraise-sheet') ? (
            <ButtonLink href={at('/tham-dinh')}>{say('Thẩm định các tiêu chí', 'Appraise the criteria')}</ButtonLink>
          ) : null}
          <ButtonLink href={`${open.href()}#viec`} variant="secondary">
            {say('Gửi, trả lời và việc khác', 'Send, answer and other moves')}
          </ButtonLink>
        </Actions>
        <section class="flow">
          <h2>{say('Điều gì nâng điểm nhiều nhất', 'What would raise the score most')}</h2>
          <RoomList language={language} lost={lost} alone />
        </section>
        {frame.fields.map((field) => {
          const rows = field.criteria.flatMap(({ subCriteria }) => subCriteria.filter(({ id }) => here.has(id)));
          return rows.length === 0 ? null : (
            <Table
              id={`field-${field.id}`}
              caption={`${field.id}. ${textIn(language, field.name)}`}
              stack
              columns={[
                { label: say('Tiêu chí', 'Criterion') },
                { label: say('Tối đa', 'Most'), align: 'end' },
                { label: say('Điểm', 'Points'), align: 'end' },
                { label: say('Từ đâu', 'From what') },
                { label: say('Việc', 'To do') },
              ]}
              rows={rows.map((one) => sheetRow(open, one))}
            />
          );
        })}
      </WorkspacePage>,
    );
  });

function sheetRow(open: OpenSheet, criterion: SubCriterion) {
  const { language } = open.officer.visitor;
  const found = open.sheet.scored.subScores.find(({ id }) => id === criterion.id);
  const name = textIn(language, criterion.name);
  return [
    `${criterion.id} ${name}`,
    criterion.points.toLocaleString(language),
    <strong>{formatFigure(language, found?.points ?? null)}</strong>,
    <div>
      {sourceOf(language, criterion)}
      {found ? <CriterionStory language={language} one={found} /> : null}
    </div>,
    <RowLink open={open} criterion={criterion} name={name} />,
  ];
}

/** What can be done about one criterion now. */
function RowLink({ open, criterion, name }: { open: OpenSheet; criterion: SubCriterion; name: string }) {
  const { sheet, may, at } = open;
  const say = speaker(open.officer.visitor.language);
  const { by } = criterion.scoring;
  const found = sheet.scored.subScores.find(({ id }) => id === criterion.id);
  const link = (href: string, label: string) => (
    <a href={href}>
      {label}
      <span class="ds-sr-only"> {name}</span>
    </a>
  );
  if (by === 'evidence' && may('score-criterion'))
    return link(at(`/tu-cham/${criterion.id}`), found?.self ? say('Chấm lại', 'Score again') : say('Tự chấm', 'Score'));
  if (by !== 'register' && may('object-criterion') && !found?.objection)
    return link(`${open.href('object-criterion')}?criterionId=${criterion.id}`, say('Kiến nghị', 'Object'));
  if (may('answer-criterion') && found?.objection?.outcome === null)
    return link(`${open.href('answer-criterion')}?criterionId=${criterion.id}`, say('Trả lời', 'Answer'));
  return null;
}
