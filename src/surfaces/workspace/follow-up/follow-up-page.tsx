import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import { isWithin } from '#case-engine/rules/authority.ts';
import { isId } from '#kernel/id.ts';
import type { Refusal } from '#kernel/result.ts';
import { toLocal } from '#kernel/zone.ts';
import type { FollowUpRow, UrgedCase } from '#modules/follow-up/index.ts';
import { cityIn, isAgency } from '#modules/organisation/index.ts';
import { secretToken } from '#platform/random.ts';
import {
  Alert,
  Button,
  Columns,
  Details,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  formatDate,
  formatMoment,
  Grid,
  localHref,
  Pagination,
  parseDate,
  Queues,
  Select,
  speaker,
  Table,
  Tag,
  textIn,
} from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { casePath, kindIfKnown, listedKinds } from '../kinds.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { timeLeft } from '../time-left.ts';
import { unitWords } from '../words.ts';
import { WorkspacePage } from '../workspace-page.tsx';

const path = '/lam-viec/don-doc';
const countedUpTo = 1000;

/** Who follows up: whoever gives for an agency, over its subtree; heads, over their own jurisdiction. */
function scopePaths(officer: Officer): readonly string[] {
  const over = officer.givesFor.flatMap((id) => officer.ground.tree.get(id)?.path ?? []);
  return [...new Set([...over, ...(officer.mayHandOverOthers ? officer.jurisdiction : [])])];
}

/** The units meant: one that was chosen with all below it, else everything in scope; null is the whole city. */
function unitsMeant(officer: Officer, chosen: string): readonly string[] | null {
  const paths = scopePaths(officer);
  const unit = officer.ground.tree.get(chosen);
  const wanted = unit && paths.some((one) => isWithin(unit.path, one)) ? [unit.path] : paths;
  if (wanted.includes(cityIn(officer.ground.tree).path)) return null;
  return [...officer.ground.tree.values()]
    .filter((one) => wanted.some((above) => isWithin(one.path, above)))
    .map(({ id }) => id);
}

interface Typed {
  readonly values: Readonly<Record<string, string>>;
  readonly chosen: readonly string[];
  readonly refusals: readonly Refusal[];
  readonly not?: readonly { readonly caseId: string; readonly refusal: Refusal }[];
}

/** GET `/lam-viec/don-doc`: everything late or about to be, of any kind; what my unit must answer; letters and answers. */
export const followUpPage = (app: App) =>
  asOfficer(app, (officer, context) => show(app, officer, context, { values: {}, chosen: [], refusals: [] }));

/** POST `/lam-viec/don-doc`: one letter to all that are ticked. */
export const urgeChosen = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const { language } = officer.visitor;
    const chosen = form.all('case').filter((id) => isId(id));
    const agencyId = officer.givesFor[0] ?? officer.unitIds[0] ?? '';
    const done = await app.followUp.urge(officer.actor, {
      agencyId,
      number: form.text('number'),
      note: form.text('note'),
      answerBy: parseDate(form.text('answerBy')),
      caseIds: chosen,
    });
    if (!done.ok) return show(app, officer, context, { values: form.values, chosen, refusals: [done.refusal] });
    if (done.value.refused.length > 0) {
      const not = done.value.refused;
      return show(app, officer, context, { values: {}, chosen: [], refusals: [], not });
    }
    return context.redirect(localHref(language, `${path}?da-don-doc=${done.value.urged.length}`), 303);
  });

/** POST `/lam-viec/don-doc/:urging/:case`: the unit that was urged answers. */
export const answerLetter = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const which = { urgingId: context.req.param('urging') ?? '', caseId: context.req.param('case') ?? '' };
    if (![which.urgingId, which.caseId].every((id) => isId(id)))
      return context.redirect(localHref(officer.visitor.language, path), 303);
    const done = await app.followUp.answer(officer.actor, which, form.text('answer'));
    if (!done.ok) return show(app, officer, context, { values: {}, chosen: [], refusals: [done.refusal] });
    return context.redirect(localHref(officer.visitor.language, `${path}?da-tra-loi=1`), 303);
  });

async function show(app: App, officer: Officer, context: Context<WebEnv>, typed: Typed) {
  const { language } = officer.visitor;
  const say = speaker(language);
  const address = {
    nhom: context.req.query('nhom') === 'sap-den-han' ? 'sap-den-han' : '',
    'don-vi': (context.req.query('don-vi') ?? '').slice(0, 100),
    loai: (context.req.query('loai') ?? '').slice(0, 40),
    sau: (context.req.query('sau') ?? '').slice(0, 100),
  };
  const follows = scopePaths(officer).length > 0;
  const unitIds = unitsMeant(officer, address['don-vi']);
  const given = { unitIds, ...(address.loai ? { kind: address.loai } : {}) };
  const shows = address.nhom ? 'soon' : 'late';
  const nothing = { rows: [] as readonly FollowUpRow[], next: null };
  const [list, late, soon, toAnswer, letters, urgedUnits] = await Promise.all([
    follows ? app.followUp.list({ ...given, show: shows, ...(address.sau ? { after: address.sau } : {}) }) : nothing,
    follows ? app.followUp.count({ ...given, show: 'late' }) : 0,
    follows ? app.followUp.count({ ...given, show: 'soon' }) : 0,
    app.followUp.toAnswer(officer.unitIds),
    officer.givesFor.length > 0 ? app.followUp.letters(officer.givesFor) : ([] as readonly UrgedCase[]),
    follows ? app.followUp.urgedUnits(unitIds, 90) : [],
  ]);
  const at = (change: Partial<typeof address>) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...address, sau: '', ...change })) if (value) query.set(name, value);
    return localHref(language, `${path}${query.size > 0 ? `?${query}` : ''}`);
  };
  const errors = typed.refusals.map((refusal) => ({
    ...(refusal.field ? { field: refusal.field } : {}),
    message: refusalSentence(refusal, language),
  }));
  const count = (number: number) => (number > countedUpTo ? say('hơn 1.000', 'over 1,000') : String(number));
  const urged = Number(/^\d{1,3}$/.exec(context.req.query('da-don-doc') ?? '')?.[0] ?? 0);
  const title = say('Theo dõi, đôn đốc', 'Follow-up');
  const status = typed.refusals[0] ? refusalStatus(typed.refusals[0]) : 200;
  return context.html(
    <WorkspacePage officer={officer} title={title} hasErrors={errors.length > 0}>
      <ErrorSummary language={language} errors={errors} />
      {urged > 0 ? (
        <Alert language={language} tone="success" live title={say(`Đã đôn đốc ${urged} việc`, `${urged} urged`)} />
      ) : null}
      {context.req.query('da-tra-loi') ? (
        <Alert language={language} tone="success" live title={say('Đã trả lời', 'Answered')} />
      ) : null}
      {(typed.not ?? []).length > 0 ? (
        <Alert
          language={language}
          tone="warning"
          title={say('Một số việc không đôn đốc được', 'Some could not be urged')}
        >
          <ul>
            {(typed.not ?? []).map(({ refusal }) => (
              <li>{refusalSentence(refusal, language)}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <h1>{title}</h1>
      <ToAnswer officer={officer} rows={toAnswer} />
      {follows ? (
        <Columns kind="left">
          <div class="flow">
            <Queues
              label={say('Nhóm', 'Which')}
              queues={[
                {
                  href: at({ nhom: '' }),
                  label: say('Quá hạn', 'Late'),
                  count: count(late),
                  current: shows === 'late',
                },
                {
                  href: at({ nhom: 'sap-den-han' }),
                  label: say('Sắp đến hạn', 'Due soon'),
                  count: count(soon),
                  current: shows === 'soon',
                },
              ]}
            />
            <UrgedUnits officer={officer} rows={urgedUnits} />
          </div>
          <div>
            <SearchBoxOfUnits officer={officer} address={address} />
            {list.rows.length === 0 ? (
              <EmptyState
                title={
                  shows === 'late'
                    ? say('Không có việc nào quá hạn', 'Nothing is late')
                    : say('Không có việc nào sắp đến hạn', 'Nothing is due soon')
                }
              >
                <p>{say('Trong phạm vi bạn đang xem.', 'In what you are looking at.')}</p>
              </EmptyState>
            ) : (
              <UrgeForm officer={officer} rows={list.rows} typed={typed} errors={errors} />
            )}
            <Pagination
              language={language}
              previousHref={address.sau ? at({}) : undefined}
              nextHref={list.next ? at({ sau: list.next }) : undefined}
            />
          </div>
        </Columns>
      ) : toAnswer.length === 0 ? (
        <EmptyState title={say('Không có đôn đốc nào chờ trả lời', 'Nothing waits for your answer')} />
      ) : null}
      <Letters officer={officer} rows={letters} />
    </WorkspacePage>,
    status as ContentfulStatusCode,
  );
}

function SearchBoxOfUnits(props: { officer: Officer; address: Readonly<Record<string, string>> }) {
  const { officer, address } = props;
  const { language } = officer.visitor;
  const say = speaker(language);
  const paths = scopePaths(officer);
  const units = [...officer.ground.tree.values()].filter(
    (unit) => unit.validTo === null && isAgency(unit) && paths.some((above) => isWithin(unit.path, above)),
  );
  const one = officer.ground.tree.get(address['don-vi'] ?? '');
  return (
    <Form method="get" action={localHref(language, path)} search label={say('Lọc', 'Filter')}>
      {address.nhom ? <input type="hidden" name="nhom" value={address.nhom} /> : null}
      <Grid>
        <Select
          language={language}
          name="don-vi"
          label={say('Đơn vị', 'Unit')}
          placeholder={say('Mọi đơn vị trong phạm vi', 'Every unit')}
          optional
          typeahead={units.length > 40}
          value={one?.id}
          options={units
            .filter(({ tier }) => tier !== 'commune' || units.length < 200)
            .map((unit) => ({ value: unit.id, label: textIn(language, unit.name) }))}
        />
        <Select
          language={language}
          name="loai"
          label={say('Loại việc', 'Kind')}
          placeholder={say('Mọi loại', 'Every kind')}
          optional
          value={address.loai}
          options={listedKinds.map(({ kind, name }) => ({ value: kind, label: textIn(language, name) }))}
        />
      </Grid>
      <Button variant="secondary">{say('Lọc', 'Filter')}</Button>
    </Form>
  );
}

function UrgeForm(props: {
  officer: Officer;
  rows: readonly FollowUpRow[];
  typed: Typed;
  errors: readonly { readonly field?: string; readonly message: string }[];
}) {
  const { officer, rows, typed } = props;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const errorAt = (field: string) => props.errors.find((error) => error.field === field)?.message;
  return (
    <Form csrfToken={csrfToken} action={localHref(language, path)} hidden={{ key: secretToken() }}>
      <Table
        id="late"
        caption={say('Việc cần đôn đốc', 'Cases to urge')}
        captionHidden
        stack
        columns={[
          { label: say('Việc', 'Case') },
          { label: say('Đang ở', 'Held by') },
          { label: say('Hạn', 'Due') },
          { label: say('Đã đôn đốc', 'Urged') },
          { label: say('Chọn', 'Choose'), labelHidden: true },
        ]}
        rows={rows.map((row) => {
          const ground = { calendar: officer.ground.calendar, hours: officer.ground.hoursOf(row.receivingUnitId) };
          const left = timeLeft(row.dueAt, row.lateAt, officer.now, ground);
          return [
            <div>
              <a class="code" href={localHref(language, casePath(row.kind, row.caseId))}>
                {row.code}
              </a>
              <div class="small">
                {textIn(language, row.subject ?? kindIfKnown(row.kind)?.name ?? { vi: row.kind, en: row.kind })}
              </div>
            </div>,
            <div>
              {textIn(language, unitWords(row.handOverTo ?? row.holderUnitId, officer.ground.tree))}
              {row.holderName ? <div class="small quiet">{row.holderName}</div> : null}
            </div>,
            <div>
              <Tag tone={left.state === 'late' ? 'danger' : 'warning'}>{textIn(language, left.words)}</Tag>
              <div class="small">{formatDate(toLocal(row.dueAt).toPlainDate())}</div>
            </div>,
            row.urged > 0 && row.urgedAt ? (
              <div>
                {row.urged} {say('lần', row.urged === 1 ? 'time' : 'times')}
                <div class="small quiet">
                  {formatDate(toLocal(row.urgedAt).toPlainDate())}
                  {row.unanswered > 0
                    ? `, ${say('chưa trả lời', 'not answered')}`
                    : `, ${say('đã trả lời', 'answered')}`}
                </div>
              </div>
            ) : (
              <span class="quiet">{say('chưa', 'not yet')}</span>
            ),
            <label class="tick-cell">
              <input
                type="checkbox"
                class="ds-input"
                name="case"
                value={row.caseId}
                checked={typed.chosen.includes(row.caseId)}
              />
              <span class="ds-sr-only">
                {say('Đôn đốc', 'Urge')} {row.code}
              </span>
            </label>,
          ];
        })}
      />
      <h2>{say('Đôn đốc những việc đã chọn', 'Urge those chosen')}</h2>
      <Grid>
        <Field
          language={language}
          name="number"
          label={say('Số văn bản đôn đốc', 'Number of the letter')}
          value={typed.values.number ?? ''}
          maxLength={100}
          error={errorAt('number')}
        />
        <Field
          language={language}
          name="answerBy"
          kind="date"
          label={say('Trả lời trước ngày', 'Answer by')}
          value={typed.values.answerBy ?? ''}
          error={errorAt('answerBy')}
        />
      </Grid>
      <Field
        language={language}
        name="note"
        kind="long-text"
        rows={3}
        label={say('Nội dung đôn đốc', 'What is urged')}
        value={typed.values.note ?? ''}
        maxLength={500}
        error={errorAt('note')}
      />
      <Button>{say('Đôn đốc', 'Urge')}</Button>
    </Form>
  );
}

function UrgedUnits(props: {
  officer: Officer;
  rows: readonly { readonly unitId: string; readonly urged: number; readonly unanswered: number }[];
}) {
  const { officer, rows } = props;
  const { language } = officer.visitor;
  const say = speaker(language);
  if (rows.length === 0) return null;
  return (
    <Details summary={say('Ai bị đôn đốc bao nhiêu (90 ngày)', 'Who was urged how often (90 days)')}>
      <ul>
        {rows.map(({ unitId, urged, unanswered }) => (
          <li>
            {textIn(language, unitWords(unitId, officer.ground.tree))}: {urged}
            {unanswered > 0 ? ` (${unanswered} ${say('chưa trả lời', 'not answered')})` : ''}
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** Letters that ask my unit: each with the box to answer in. */
function ToAnswer(props: { officer: Officer; rows: readonly UrgedCase[] }) {
  const { officer, rows } = props;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>
        {say('Đôn đốc gửi đến đơn vị bạn', 'Letters to your unit')} ({rows.length})
      </h2>
      <ul class="list">
        {rows.map((row) => (
          <li>
            <h3>
              {say('Văn bản', 'Letter')} {row.number} ·{' '}
              <a class="code" href={localHref(language, casePath(row.kind, row.caseId))}>
                {row.code}
              </a>
            </h3>
            <p lang="vi">{row.note}</p>
            <p class="small quiet">
              {row.issuedByName}, {textIn(language, unitWords(row.agencyId, officer.ground.tree))},{' '}
              {formatMoment(toLocal(row.issuedAt))} · {say('trả lời trước', 'answer by')}{' '}
              {formatDate(Temporal.PlainDate.from(row.answerBy))}
            </p>
            <Form
              csrfToken={csrfToken}
              action={localHref(language, `${path}/${row.urgingId}/${row.caseId}`)}
              hidden={{ key: secretToken() }}
            >
              <div class="ds-field">
                <label class="ds-label" for={`answer-${row.urgingId}-${row.caseId}`}>
                  {say(`Trả lời về ${row.code}`, `Answer about ${row.code}`)}
                </label>
                <textarea
                  class="ds-input width-full"
                  id={`answer-${row.urgingId}-${row.caseId}`}
                  name="answer"
                  rows={2}
                  required
                  maxlength={2000}
                />
              </div>
              <Button variant="secondary">{say('Gửi trả lời', 'Send the answer')}</Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was urged and what was answered. */
function Letters(props: { officer: Officer; rows: readonly UrgedCase[] }) {
  const { officer, rows } = props;
  const { language } = officer.visitor;
  const say = speaker(language);
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{say('Văn bản đôn đốc gần đây', 'Recent letters')}</h2>
      <Table
        id="letters"
        caption={say('Văn bản đôn đốc gần đây', 'Recent letters')}
        captionHidden
        stack
        columns={[
          { label: say('Văn bản', 'Letter') },
          { label: say('Việc', 'Case') },
          { label: say('Đơn vị', 'Unit') },
          { label: say('Trả lời', 'Answer') },
        ]}
        rows={rows.map((row) => [
          <div>
            {row.number}
            <div class="small quiet">{formatDate(toLocal(row.issuedAt).toPlainDate())}</div>
          </div>,
          <a class="code" href={localHref(language, casePath(row.kind, row.caseId))}>
            {row.code}
          </a>,
          textIn(language, unitWords(row.unitId, officer.ground.tree)),
          row.answer && row.answeredAt ? (
            <div>
              <span lang="vi">{row.answer}</span>
              <div class="small quiet">
                {row.answeredBy}, {formatDate(toLocal(row.answeredAt).toPlainDate())}
              </div>
            </div>
          ) : (
            <Tag tone="warning">{say('Chưa trả lời', 'Not answered')}</Tag>
          ),
        ])}
      />
    </section>
  );
}
