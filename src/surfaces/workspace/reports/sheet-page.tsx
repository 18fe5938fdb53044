import type { App } from '#app.ts';
import { formatFigure } from '#modules/figures/index.ts';
import { findRegime, type ReportCasePage, readOutline, requestFacts } from '#modules/reports/index.ts';
import { Alert, Button, Field, Form, localHref, speaker, Table, textIn } from '#surfaces/ui/index.ts';
import { writeFigurePage } from '#surfaces/web/figure-address.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { onPlainCase } from '../plain/plain-case.ts';
import { unitWords } from '../words.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { sectionTitles } from './section-titles.ts';

/** GET `/lam-viec/bao-cao/phieu/:caseId`: the sheet of a unit, filled in already, and the texts it writes. */
export const sheetPage = (app: App) =>
  onPlainCase(app, async (open, context) => {
    const { officer, page, caseId } = open;
    const { state } = page;
    if (state.kind !== 'report-request') return notFoundPage(context);
    const { language, csrfToken } = officer.visitor;
    const say = speaker(language);
    const facts = requestFacts(state);
    const regime = findRegime(facts.regime);
    const { lines, typed, narratives } = await app.reports.sheet(state);
    const { files } = page as ReportCasePage;
    const mayObject = page.moves.some(({ move }) => move === 'object-figure');
    const period = {
      unitId: facts.unitId,
      from: Temporal.PlainDate.from(facts.period.from),
      to: Temporal.PlainDate.from(facts.period.to),
      asOf: Temporal.Instant.from(facts.period.asOf),
    };
    const outline = regime?.outline ? readOutline(regime.outline) : undefined;
    const titles = outline ? sectionTitles(outline) : new Map<string, string>();
    const wordsOf = (id: string) => narratives.find(({ sectionId }) => sectionId === id)?.words ?? '';
    const title = say('Biểu số liệu và lời báo cáo', 'Sheet and texts');
    return context.html(
      <WorkspacePage
        officer={officer}
        title={`${title} · ${textIn(language, unitWords(facts.unitId, officer.ground.tree))}`}
        back={{ href: open.href(), label: say('Về phần báo cáo', 'Back to the part') }}
      >
        {context.req.query('da-luu') === 'co' ? (
          <Alert language={language} tone="success" live title={say('Đã lưu bản nháp', 'The draft is saved')} />
        ) : null}
        <h1>{title}</h1>
        <p class="lead">
          {textIn(language, unitWords(facts.unitId, officer.ground.tree))}.{' '}
          {say(
            'Số liệu do hệ thống đếm từ nhật ký và sổ; không ai gõ đè được. Thấy sai thì phản đối, nêu lý do.',
            'Figures are counted from journals and registers; nobody types over them. Object to one that is wrong.',
          )}
        </p>
        <Table
          id="sheet"
          caption={say('Số liệu đếm được', 'Counted figures')}
          stack
          columns={[
            { label: say('Chỉ tiêu', 'Figure') },
            { label: say('Kỳ này', 'This period'), align: 'end' },
            { label: say('Kỳ trước', 'Period before'), align: 'end' },
            { label: say('Cùng kỳ năm trước', 'Same days last year'), align: 'end' },
            { label: say('Phản đối', 'Objection') },
          ]}
          rows={lines.map(({ definition: { id, name }, value, lastPeriod, lastYear }) => [
            <a href={localHref(language, writeFigurePage(`/cong-khai/so-lieu/${id}`, period))}>
              {textIn(language, name)}
            </a>,
            <strong>{formatFigure(language, value)}</strong>,
            formatFigure(language, lastPeriod),
            formatFigure(language, lastYear),
            facts.objections?.some(({ figureId, answer }) => figureId === id && answer === undefined) ? (
              say('chờ trả lời', 'waits for an answer')
            ) : mayObject ? (
              <a href={`${open.href('object-figure')}?figureId=${id}`}>
                {say('Phản đối', 'Object')}
                <span class="ds-sr-only"> {textIn(language, name)}</span>
              </a>
            ) : (
              ''
            ),
          ])}
        />
        {typed.length > 0 ? (
          <Table
            id="typed"
            caption={say('Số liệu nhập tay, có văn bản chứng minh', 'Entered figures, with evidence')}
            stack
            columns={[
              { label: say('Chỉ tiêu', 'Figure') },
              { label: say('Kỳ này', 'This period'), align: 'end' },
              { label: say('Kỳ trước', 'Period before'), align: 'end' },
              { label: say('Cùng kỳ năm trước', 'Same days last year'), align: 'end' },
              { label: say('Chứng minh', 'Evidence') },
            ]}
            rows={typed.map(({ figure: { id, name, measure }, entered, lastPeriod, lastYear }) => {
              const label = textIn(language, name);
              return [
                mayObject ? <a href={`${open.href('enter-figure')}?figureId=${id}`}>{label}</a> : label,
                entered ? `${entered.value} ${textIn(language, measure)}` : say('chưa nhập', 'not entered'),
                lastPeriod ?? '–',
                lastYear ?? '–',
                <>
                  {entered?.evidence ?? ''}
                  {files
                    .filter((file) => entered?.files?.includes(file.id))
                    .map((file) => (
                      <div class="small">
                        <a href={`${open.href(`tep/${file.id}`)}?xem=1`}>{file.fileName}</a>
                      </div>
                    ))}
                </>,
              ];
            })}
          />
        ) : null}
        {(regime?.forms.length ?? 0) > 0 ? (
          <p>
            <a href={localHref(language, `/lam-viec/bao-cao/phieu/${caseId}/bieu.xlsx`)}>
              {say('Biểu mẫu của đơn vị đã điền sẵn (.xlsx)', 'The forms of the unit, filled in (.xlsx)')}
            </a>
          </p>
        ) : null}
        {(regime?.sections.length ?? 0) > 0 ? (
          <>
            <h2>{say('Lời báo cáo', 'Texts')}</h2>
            <p>
              {say(
                'Viết cho những mục có việc đáng báo cáo, mục khác để trống. Chỉ cần số liệu đã có trong biểu thì không phải chép lại.',
                'Write for sections that have something to report and leave the others empty. Figures need not be repeated.',
              )}
            </p>
            <Form csrfToken={csrfToken} action={localHref(language, `/lam-viec/bao-cao/phieu/${caseId}`)}>
              {(regime?.sections ?? []).map((id) => (
                <Field
                  language={language}
                  kind="long-text"
                  name={`muc.${id}`}
                  label={titles.get(id) ?? id}
                  rows={3}
                  optional
                  maxLength={20_000}
                  readonly={!mayObject}
                  value={wordsOf(id)}
                />
              ))}
              {mayObject ? <Button variant="secondary">{say('Lưu bản nháp', 'Save the draft')}</Button> : null}
            </Form>
          </>
        ) : null}
        <p>
          <a href={open.href()}>{say('Về phần báo cáo để gửi', 'Back to the part, to send it')}</a>
        </p>
      </WorkspacePage>,
    );
  });

/** POST `/lam-viec/bao-cao/phieu/:caseId`: keeps what is being written. */
export const saveSheet = (app: App) =>
  onPlainCase(app, async ({ officer, page, caseId }, context) => {
    if (!page.moves.some(({ move }) => move === 'object-figure')) return notFoundPage(context);
    const form = readForm(context);
    const sections = (findRegime(requestFacts(page.state).regime)?.sections ?? []).map((sectionId) => ({
      sectionId,
      words: form.text(`muc.${sectionId}`).slice(0, 20_000),
    }));
    await app.reports.saveNarratives(caseId, sections, officer.actor.name);
    return context.redirect(localHref(officer.visitor.language, `/lam-viec/bao-cao/phieu/${caseId}?da-luu=co`), 303);
  });
