import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import { isWithin, postsHeld } from '#case-engine/rules/authority.ts';
import type { Refusal } from '#kernel/result.ts';
import type { Text as Words } from '#kernel/text.ts';
import { figureCatalogue } from '#modules/figures/index.ts';
import { cityIn, isAgency } from '#modules/organisation/index.ts';
import { taskGivers } from '#modules/tasks/index.ts';
import { secretToken } from '#platform/random.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Checkbox,
  Details,
  ErrorSummary,
  Field,
  Form,
  Grid,
  localHref,
  Select,
  type SelectOption,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import { taskGiverWords } from '#surfaces/web/task-words.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { roleWords } from '#surfaces/web/words.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { unitWords } from '../words.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { limitUnits, mostCoUnits, mostTasks, readAssignment, rowsIn } from './give-form.ts';

const path = '/lam-viec/nhiem-vu/giao';

interface Typed {
  readonly values: Readonly<Record<string, string>>;
  readonly rows: number;
  readonly refusals: readonly Refusal[];
}

/** GET `/lam-viec/nhiem-vu/giao` */
export const giveTasksPage = (app: App) =>
  asOfficer(app, (officer, context) => show(officer, context, { values: {}, rows: 1, refusals: [] }));

/** POST `/lam-viec/nhiem-vu/giao`: every paragraph becomes a task, or none does. */
export const giveTasks = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const rows = rowsIn(form);
    if (form.text('go') === 'more')
      return show(officer, context, { values: form.values, rows: Math.min(mostTasks, rows + 1), refusals: [] });
    const { key } = form.call(officer.visitor);
    const given = await app.tasks.assign(officer.actor, readAssignment(form), key);
    if (!given.ok) return show(officer, context, { values: form.values, rows, refusals: [given.refusal] });
    const count = given.value.filter(({ code }) => code?.startsWith('NV-')).length;
    return context.redirect(localHref(officer.visitor.language, `/lam-viec/nhiem-vu?da-giao=${count}`), 303);
  });

/** Units to whom an officer can give: agencies and divisions below, the communes of a district. */
export function unitsBelow(officer: Officer): readonly SelectOption[] {
  const { ground, givesFor, visitor } = officer;
  const over = givesFor.flatMap((id) => ground.tree.get(id) ?? []);
  return [...ground.tree.values()]
    .filter(
      (unit) =>
        unit.kind !== 'desk' &&
        unit.validTo === null &&
        over.some(
          (agency) =>
            isWithin(unit.path, agency.path) &&
            (unit.id === agency.id
              ? agency.tier === 'commune'
              : agency.kind === 'city'
                ? isAgency(unit) && unit.tier !== 'commune'
                : true),
        ),
    )
    .map((unit) => ({
      value: unit.id,
      label: textIn(visitor.language, unit.name),
      group: tierWords[unit.kind === 'division' ? 'division' : unit.tier][visitor.language],
    }));
}

const tierWords: Readonly<Record<'city' | 'district' | 'commune' | 'division', Words>> = {
  city: { vi: 'Sở, cơ quan tương đương', en: 'Departments' },
  district: { vi: 'Quận, huyện, thị xã', en: 'Districts' },
  commune: { vi: 'Phường, xã, thị trấn', en: 'Communes' },
  division: { vi: 'Phòng, ban', en: 'Divisions' },
};

/** Whoever may follow: the officer's own posts, and the office of the agency. */
function followersFor(officer: Officer): readonly SelectOption[] {
  const { ground, visitor, actor, now, givesFor } = officer;
  const { language } = visitor;
  const own = postsHeld(actor, now).map(({ unitId, role }) => ({ unitId, role, mine: true }));
  const offices = [...ground.tree.values()]
    .filter(({ id }) => givesFor.some((agency) => id === `${agency}.office`) || id.startsWith('van-phong-ubnd.'))
    .filter(
      ({ id, kind }) =>
        kind === 'division' && (givesFor.includes(cityIn(ground.tree).id) || !id.startsWith('van-phong-ubnd')),
    )
    .map(({ id }) => ({ unitId: id, role: 'case-handler' as const, mine: false }));
  const all = new Map([...own, ...offices].map((post) => [`${post.unitId}:${post.role}`, post]));
  return [...all].map(([value, { unitId, role, mine }]) => ({
    value,
    label: `${mine ? `${speaker(language)('Tôi', 'Me')}: ` : ''}${textIn(language, roleWords[role])}, ${textIn(language, unitWords(unitId, ground.tree))}`,
  }));
}

function show(officer: Officer, context: Context<WebEnv>, typed: Typed) {
  if (officer.givesFor.length === 0) return notFoundPage(context);
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const { values, rows } = typed;
  const errors = typed.refusals.map((refusal) => ({
    ...(refusal.field ? { field: refusal.field } : {}),
    message: refusalSentence(refusal, language),
  }));
  const errorAt = (field: string) => errors.find((error) => error.field === field)?.message;
  const units = unitsBelow(officer);
  const title = say('Giao nhiệm vụ theo văn bản', 'Give the tasks of a document');
  const status = typed.refusals[0] ? refusalStatus(typed.refusals[0]) : 200;
  const shared = { language, errorAt, values };
  return context.html(
    <WorkspacePage
      officer={officer}
      title={title}
      hasErrors={errors.length > 0}
      back={{ href: localHref(language, '/lam-viec/nhiem-vu'), label: say('Nhiệm vụ', 'Tasks') }}
    >
      <ErrorSummary language={language} errors={errors} />
      <h1>{title}</h1>
      <p class="lead">
        {say(
          'Mỗi đoạn văn bản thành một nhiệm vụ: rõ người, rõ việc, rõ tiến độ, rõ kết quả, rõ trách nhiệm.',
          'Each paragraph becomes a task: who, what, by when, with what result, and who answers for it.',
        )}
      </p>
      <Form
        csrfToken={csrfToken}
        action={localHref(language, path)}
        hidden={{ key: secretToken(), rows: String(rows) }}
      >
        <DocumentFields {...shared} officer={officer} />
        {Array.from({ length: rows }, (_, index) => (
          <TaskRows {...shared} index={index} units={units} rows={rows} />
        ))}
        <Actions>
          <Button name="go" value="give">
            {say('Giao nhiệm vụ', 'Give the tasks')}
          </Button>
          {rows < mostTasks ? (
            <Button name="go" value="more" variant="secondary">
              {say('Thêm một đoạn', 'Another paragraph')}
            </Button>
          ) : null}
          <ButtonLink href={localHref(language, '/lam-viec/nhiem-vu')} variant="tertiary">
            {say('Thôi', 'No, go back')}
          </ButtonLink>
        </Actions>
      </Form>
    </WorkspacePage>,
    status as ContentfulStatusCode,
  );
}

export interface FormGiven {
  language: 'vi' | 'en';
  values: Readonly<Record<string, string>>;
  errorAt(field: string): string | undefined;
}

function Text(
  props: FormGiven & {
    name: string;
    label: string;
    kind?: 'date' | 'long-text' | 'number';
    optional?: boolean;
    hint?: string;
  },
) {
  const { language, values, errorAt, name, label, kind, optional, hint } = props;
  return (
    <Field
      language={language}
      name={name}
      label={label}
      kind={kind}
      hint={hint}
      optional={optional}
      value={values[name] ?? ''}
      error={errorAt(name)}
    />
  );
}

/** The document that gives tasks, who gave them and who follows. */
export function DocumentFields(props: FormGiven & { officer: Officer }) {
  const { officer, ...shared } = props;
  const { language, values, errorAt } = shared;
  const say = speaker(language);
  return (
    <>
      <h2>{say('Văn bản giao việc', 'The document')}</h2>
      <Grid>
        <Select
          language={language}
          name="giver"
          label={say('Cấp giao', 'Given by')}
          value={values.giver ?? 'chair'}
          placeholder={false}
          options={taskGivers
            .filter((giver) => giver !== 'lead-unit')
            .map((giver) => ({ value: giver, label: textIn(language, taskGiverWords[giver]) }))}
        />
        <Text {...shared} name="number" label={say('Số, ký hiệu', 'Number')} />
        <Text {...shared} name="issuedOn" label={say('Ngày ban hành', 'Issued on')} kind="date" />
        <Text {...shared} name="issuer" label={say('Nơi ban hành', 'Issuer')} />
        <Text {...shared} name="signatory" label={say('Người ký', 'Signed by')} />
        <Select
          language={language}
          name="follower"
          label={say('Ai theo dõi', 'Followed by')}
          placeholder={false}
          value={values.follower}
          options={followersFor(officer)}
          error={errorAt('follower') ?? errorAt('followerRole') ?? errorAt('tasks.0.followerRole')}
        />
      </Grid>
      <Text {...shared} name="sourceTitle" label={say('Trích yếu', 'Abstract')} />
      <Checkbox
        language={language}
        name="secret"
        checked={values.secret === 'yes'}
        label={say('Nhiệm vụ mật: không bao giờ công khai', 'Secret: never published')}
      />
    </>
  );
}

/** One paragraph: what, who, with what result, by when, with whom. */
export function TaskRows(
  props: FormGiven & { index: number; rows: number; units: readonly SelectOption[]; without?: 'deadline' },
) {
  const { index, rows, units, without, ...shared } = props;
  const { language, values, errorAt } = shared;
  const say = speaker(language);
  const name = (field: string) => `tasks.${index}.${field}`;
  const heading = rows > 1 ? say(`Nhiệm vụ ${index + 1}`, `Task ${index + 1}`) : say('Nhiệm vụ', 'The task');
  const coUnits = Array.from({ length: mostCoUnits }, (_, place) => name(`coUnit${place + 1}`));
  return (
    <section>
      <h2>{heading}</h2>
      <Text
        {...shared}
        name={name('quote')}
        label={say('Trích nguyên văn', 'Words of the document')}
        kind="long-text"
      />
      <Text
        {...shared}
        name={name('paragraph')}
        label={say('Ở mục, điểm nào', 'Which paragraph')}
        hint={say('Ví dụ: mục 2, điểm a', 'For example: section 2, point a')}
        optional
      />
      <Text {...shared} name={name('title')} label={say('Việc phải làm', 'What is to be done')} />
      <Grid>
        <Select
          language={language}
          name={name('leadUnitId')}
          label={say('Đơn vị chủ trì', 'Leading unit')}
          options={units}
          typeahead
          value={values[name('leadUnitId')]}
          error={errorAt(name('leadUnitId'))}
        />
        <Text {...shared} name={name('answerable')} label={say('Người chịu trách nhiệm', 'Who answers for it')} />
        <Text {...shared} name={name('product')} label={say('Sản phẩm phải có', 'Product expected')} />
        {without ? null : (
          <Text {...shared} name={name('dueOn')} label={say('Hạn hoàn thành', 'Deadline')} kind="date" optional />
        )}
      </Grid>
      {without ? null : (
        <Details
          summary={say('Chỉ tiêu đếm được', 'A goal that can be counted')}
          open={Boolean(values[name('goalFigure')])}
        >
          <Grid>
            <Select
              language={language}
              name={name('goalFigure')}
              label={say('Số liệu', 'Figure')}
              hint={say(
                'Tiến độ được đếm từ số liệu của đơn vị chủ trì, không ai tự báo.',
                'Progress is counted from the figure of the leading unit; nobody reports it.',
              )}
              options={figureCatalogue.map((one) => ({ value: one.id, label: textIn(language, one.name) }))}
              typeahead
              optional
              value={values[name('goalFigure')]}
              error={errorAt(name('goalFigure'))}
            />
            <Text {...shared} name={name('goalAtLeast')} label={say('Ít nhất', 'At least')} kind="number" optional />
          </Grid>
        </Details>
      )}
      <Details
        summary={
          without
            ? say('Đơn vị phối hợp', 'Contributing units')
            : say('Thời hạn thay cho ngày; đơn vị phối hợp', 'A limit in place of a day; contributing units')
        }
        open={coUnits.some((field) => values[field]) || Boolean(values[name('amount')])}
      >
        <Grid>
          {without ? null : (
            <>
              <Text {...shared} name={name('amount')} label={say('Thời hạn', 'Limit')} kind="number" optional />
              <Select
                language={language}
                name={name('unit')}
                label={say('Tính bằng', 'Counted in')}
                placeholder={false}
                value={values[name('unit')]}
                options={limitUnits.map((unit) => ({ value: unit, label: unitNames[unit][language] }))}
              />
            </>
          )}
          {coUnits.map((field, place) => (
            <Select
              language={language}
              name={field}
              label={say(`Đơn vị phối hợp ${place + 1}`, `Contributing unit ${place + 1}`)}
              options={units}
              typeahead
              optional
              value={values[field]}
              error={place === 0 ? errorAt(name('coUnits')) : undefined}
            />
          ))}
        </Grid>
        <Text
          {...shared}
          name={name('question')}
          label={say('Đề nghị phối hợp điều gì', 'What is asked of them')}
          optional
        />
      </Details>
    </section>
  );
}

const unitNames: Readonly<Record<(typeof limitUnits)[number], Words>> = {
  'working-day': { vi: 'ngày làm việc', en: 'working days' },
  'calendar-day': { vi: 'ngày', en: 'days' },
  month: { vi: 'tháng', en: 'months' },
};
