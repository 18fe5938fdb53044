import type { Context, Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import type { Language } from '#kernel/text.ts';
import { compareVietnamese } from '#kernel/vietnamese.ts';
import { checkWhere } from '#modules/feedback/index.ts';
import { isAgency, type UnitTree } from '#modules/organisation/index.ts';
import { Button, Details, Field, Form, Grid, localHref, Select, speaker, textIn } from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { refusalStatus } from '#surfaces/web/refusals.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import type { ShellOptions } from '#surfaces/web/web-shell.ts';
import { keepReport, type OpenReport, openReport } from './report-draft.ts';
import { errorsIn, ReportPage } from './report-page.tsx';

/** GET `/phan-anh/gui/o-dau`: the place in words and its ward, or whom it concerns. */
export const wherePage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const report = await openReport(app, context);
    if (!report?.given('text') || report.draft.reporterId) return toStart(context);
    return show(app, context, report, {}, []);
  };

/** POST `/phan-anh/gui/o-dau` */
export const saveWhere =
  (app: App, options: ShellOptions): Handler<WebEnv> =>
  async (context) => {
    const known = await openReport(app, context);
    if (!known?.given('text') || known.draft.reporterId) return toStart(context);
    const form = readForm(context);
    const names = ['communeId', 'place', 'aboutUnitId', 'procedureCode', 'latitude', 'longitude'] as const;
    const typed = Object.fromEntries(names.map((name) => [name, form.text(name).slice(0, 300)])) as Record<
      (typeof names)[number],
      string
    >;
    const report = await keepReport(app, context, typed, options);
    const { tree } = await app.ground();
    const checked = checkWhere(
      { ...typed, about: report.given('about') },
      {
        commune: tree.get(typed.communeId)?.tier === 'commune',
        unit: tree.has(typed.aboutUnitId) || report.given('about') === 'dossier',
        procedure: Boolean(typed.procedureCode) && Boolean(await app.procedures.inForce(typed.procedureCode)),
      },
    );
    if (!checked.ok) return show(app, context, report, typed, [checked.refusal]);
    return context.redirect(localHref(visitorOf(context).language, '/phan-anh/gui/ai-gui'), 303);
  };

const toStart = (context: Context<WebEnv>) =>
  context.redirect(localHref(visitorOf(context).language, '/phan-anh/gui'), 303);

/** Every ward, commune and township under its district. */
export function communeOptions(language: Language, tree: UnitTree) {
  return [...tree.values()]
    .filter((unit) => isAgency(unit) && unit.tier === 'commune' && unit.validTo === null)
    .map((unit) => ({
      value: unit.id,
      label: textIn(language, unit.name),
      group: textIn(language, tree.get(unit.parentId ?? '')?.name ?? unit.name),
    }))
    .sort((a, b) => compareVietnamese(a.group, b.group) || compareVietnamese(a.label, b.label));
}

/** Departments and districts. */
export function agencyOptions(language: Language, tree: UnitTree) {
  return [...tree.values()]
    .filter((unit) => isAgency(unit) && unit.tier !== 'commune' && unit.validTo === null)
    .map((unit) => ({ value: unit.id, label: textIn(language, unit.name) }));
}

async function show(
  app: App,
  context: Context<WebEnv>,
  report: OpenReport,
  typed: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const visitor = visitorOf(context);
  const { language, csrfToken } = visitor;
  const say = speaker(language);
  const { at } = errorsIn(language, refusals);
  const value = (name: string) => typed[name] ?? report.given(name);
  const about = report.given('about');
  const [{ tree }, procedures] = await Promise.all([app.ground(), app.procedures.search({})]);
  const isPlace = about === 'place';
  const first = refusals[0];
  const asksProcedure = about === 'procedure' || about === 'regulation';
  return context.html(
    <ReportPage
      visitor={visitor}
      step="gui/o-dau"
      title={
        isPlace ? say('Việc này ở đâu?', 'Where is it?') : say('Việc này liên quan đến đâu?', 'Whom does it concern?')
      }
      refusals={refusals}
    >
      <Form csrfToken={csrfToken} action={localHref(language, '/phan-anh/gui/o-dau')}>
        {asksProcedure ? (
          <Select
            language={language}
            name="procedureCode"
            label={say('Thủ tục', 'Procedure')}
            typeahead
            optional={about === 'regulation'}
            value={value('procedureCode')}
            error={at('procedureCode')}
            options={procedures.map(({ definition }) => ({
              value: definition.code,
              label: textIn(language, definition.name),
            }))}
          />
        ) : null}
        {about === 'dossier' ? (
          <p>
            {say('Hồ sơ', 'Dossier')} <strong class="code">{report.given('dossierCode')}</strong>
          </p>
        ) : (
          <>
            {isPlace || asksProcedure ? null : (
              <Select
                language={language}
                name="aboutUnitId"
                label={say('Sở, ngành, quận, huyện', 'Department or district')}
                optional
                hint={say('Nếu là phường, xã thì chọn ở dưới.', 'For a ward or commune choose below.')}
                value={value('aboutUnitId')}
                error={at('aboutUnitId')}
                options={agencyOptions(language, tree)}
              />
            )}
            <Select
              language={language}
              name="communeId"
              label={say('Phường, xã, thị trấn', 'Ward, commune or township')}
              typeahead
              optional={!isPlace}
              value={value('communeId')}
              error={at('communeId')}
              options={communeOptions(language, tree)}
            />
          </>
        )}
        <Field
          language={language}
          name="place"
          label={isPlace ? say('Vị trí', 'The place') : say('Ở đâu, khi nào', 'Where and when')}
          hint={
            isPlace
              ? say('Ví dụ: trước số 12 phố Đội Cấn, đầu ngõ 5', 'For example: before no. 12 Đội Cấn street')
              : undefined
          }
          optional={!isPlace}
          value={value('place')}
          error={at('place')}
          maxLength={300}
        />
        {isPlace ? (
          <Details
            summary={say('Ghi thêm tọa độ', 'Add coordinates')}
            open={Boolean(value('latitude')) || at('latitude') !== undefined}
          >
            <Grid>
              <Field
                language={language}
                name="latitude"
                kind="number"
                width="medium"
                label={say('Vĩ độ', 'Latitude')}
                optional
                hint="21,0345"
                value={value('latitude')}
                error={at('latitude')}
              />
              <Field
                language={language}
                name="longitude"
                kind="number"
                width="medium"
                label={say('Kinh độ', 'Longitude')}
                optional
                hint="105,8142"
                value={value('longitude')}
              />
            </Grid>
          </Details>
        ) : null}
        <Button>{say('Tiếp tục', 'Continue')}</Button>
      </Form>
    </ReportPage>,
    (first ? refusalStatus(first) : 200) as ContentfulStatusCode,
  );
}
