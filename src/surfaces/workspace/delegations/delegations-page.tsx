import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import { postsHeld } from '#case-engine/rules/authority.ts';
import { readDong } from '#kernel/money.ts';
import { type Refusal, refused } from '#kernel/result.ts';
import type { Text } from '#kernel/text.ts';
import { type DelegatedForm, delegatedForms, headPostOf, positionOf } from '#modules/organisation/index.ts';
import { secretToken } from '#platform/random.ts';
import {
  Alert,
  Button,
  Choice,
  EmptyState,
  ErrorSummary,
  Field,
  FileField,
  Form,
  formatDate,
  localHref,
  parseDate,
  Select,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { type FormRead, readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { DelegationList, type KindNames } from './delegation-list.tsx';

const path = '/lam-viec/uy-quyen';

interface Typed {
  readonly values?: Readonly<Record<string, string>>;
  readonly kinds?: readonly string[];
  readonly refusals?: readonly Refusal[];
}

/** The agencies the officer heads. */
const headedBy = (officer: Officer): readonly string[] => [
  ...new Set(
    postsHeld(officer.actor, officer.now).flatMap((post) => (post.role === 'agency-head' ? [post.unitId] : [])),
  ),
];

/** What the officer's agencies decide on, by code: procedures and whole fields. */
async function kindsOf(app: App, unitIds: readonly string[]): Promise<KindNames> {
  const names = new Map<string, Text>();
  for (const unitId of unitIds) {
    for (const { definition } of await app.delegations.powersOf(unitId)) {
      const { field } = definition;
      names.set(field.code, {
        vi: `Lĩnh vực ${field.name.vi}: mọi thủ tục`,
        en: `${field.name.en}: every procedure`,
      });
      names.set(definition.code, definition.name);
    }
  }
  return names;
}

/** GET `/lam-viec/uy-quyen`: what the head gave, and what was given to whoever looks. */
export const delegationsPage = (app: App) => asOfficer(app, (officer, context) => show(app, officer, context, {}));

/** POST `/lam-viec/uy-quyen` */
export const grantDelegation = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const { refusals, wish } = readWish(officer, form);
    if (wish) {
      const done = await app.delegations.grant(officer.actor, wish);
      if (done.ok) return context.redirect(localHref(officer.visitor.language, `${path}?xong=giao`), 303);
      return show(app, officer, context, { values: form.values, kinds: form.all('kinds'), refusals: [done.refusal] });
    }
    return show(app, officer, context, { values: form.values, kinds: form.all('kinds'), refusals });
  });

function readWish(officer: Officer, form: FormRead) {
  const missing = (field: string) => refused('move-data-wrong', { field }, field).refusal;
  const [validFrom, validTo] = [parseDate(form.text('validFrom')), parseDate(form.text('validTo'))];
  const amountTyped = form.text('upToAmount');
  const amount = amountTyped === '' ? null : readDong(amountTyped);
  const decisionNumber = form.text('decisionNumber').slice(0, 100);
  const [receiverUnitId = '', receiverPositionId = ''] = form.text('receiver').split('|');
  const file = form.files.find(({ field }) => field === 'decisionFile');
  const type = form.text('form') as DelegatedForm;
  const unitId = headedBy(officer).find((id) => id === form.text('unitId')) ?? headedBy(officer)[0] ?? '';
  const refusals = [
    ...(receiverPositionId ? [] : [missing('receiver')]),
    ...(delegatedForms.includes(type) ? [] : [missing('form')]),
    ...(validFrom ? [] : [missing('validFrom')]),
    ...(validTo ? [] : [missing('validTo')]),
    ...(amount === undefined ? [missing('upToAmount')] : []),
    ...(decisionNumber ? [] : [missing('decisionNumber')]),
    ...(file?.refusal ? [{ ...file.refusal, field: 'decisionFile' }] : []),
  ];
  if (refusals.length > 0 || !validFrom || !validTo || amount === undefined) return { refusals, wish: undefined };
  return {
    refusals,
    wish: {
      unitId,
      receiverUnitId,
      receiverPositionId,
      receiverAccountId: null,
      form: type,
      kinds: form.all('kinds').slice(0, 100),
      upToAmount: amount,
      signsAs: form.text('signsAs').slice(0, 200) || null,
      validFrom,
      validTo,
      decisionNumber,
      decisionFile: file?.stored?.sha256 ?? null,
    },
  };
}

async function show(app: App, officer: Officer, context: Context<WebEnv>, typed: Typed) {
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const headed = headedBy(officer);
  const positionIds = postsHeld(officer.actor, officer.now).map((post) => positionOf(post.postId));
  const delegations = await app.delegations.list({ unitIds: headed, positionIds });
  if (headed.length === 0 && delegations.length === 0) return notFoundPage(context);
  const kinds = await kindsOf(app, [...new Set([...headed, ...delegations.map(({ unitId }) => unitId)])]);
  const refusals = typed.refusals ?? [];
  const errors = refusals.map((refusal) => ({
    ...(refusal.field ? { field: refusal.field } : {}),
    message: refusalSentence(refusal, language),
  }));
  const done = context.req.query('xong');
  const title = say('Ủy quyền ký', 'Delegated signing');
  const status = refusals[0] ? refusalStatus(refusals[0]) : 200;
  return context.html(
    <WorkspacePage officer={officer} title={title} hasErrors={errors.length > 0}>
      <ErrorSummary language={language} errors={errors} />
      {done === 'giao' ? (
        <Alert language={language} tone="success" live title={say('Đã ghi ủy quyền', 'The delegation is recorded')} />
      ) : null}
      {done === 'thu-hoi' ? (
        <Alert language={language} tone="success" live title={say('Đã thu hồi', 'It is revoked')}>
          <p>{say('Văn bản đã ký trước đó vẫn có giá trị.', 'What was signed before stays signed.')}</p>
        </Alert>
      ) : null}
      <h1>{title}</h1>
      <p class="lead">
        {say(
          'Hệ thống tự xác định thẩm quyền ký theo vị trí và các ủy quyền dưới đây; không ai tự chọn.',
          'The form of signing follows from the post and the delegations below; nobody chooses it.',
        )}
      </p>
      {delegations.length === 0 ? (
        <EmptyState title={say('Chưa ủy quyền cho ai', 'Nothing is delegated yet')} />
      ) : (
        <DelegationList
          officer={officer}
          delegations={delegations}
          kinds={kinds}
          mayRevoke={({ unitId, revoked }) => !revoked && headPostOf(officer.actor, unitId, officer.now) !== undefined}
        />
      )}
      {headed.length > 0 ? (
        <section>
          <h2>{say('Ủy quyền mới', 'A new delegation')}</h2>
          <Form csrfToken={csrfToken} action={localHref(language, path)} files hidden={{ key: secretToken() }}>
            <GrantFields
              officer={officer}
              kinds={kinds}
              receivers={await receiversOf(app, officer, headed)}
              typed={typed}
              errorAt={(field) => errors.find((error) => error.field === field)?.message}
            />
            <Button>{say('Ghi ủy quyền', 'Record the delegation')}</Button>
          </Form>
        </section>
      ) : null}
    </WorkspacePage>,
    status as ContentfulStatusCode,
  );
}

/** Posts of the agency and of its parts, each position once, without the head's own. */
async function receiversOf(app: App, officer: Officer, headed: readonly string[]) {
  const { language } = officer.visitor;
  const own = new Set(officer.actor.posts.map((post) => positionOf(post.postId)));
  const units = [...officer.ground.tree.values()].filter(
    (unit) =>
      headed.includes(unit.id) || (unit.function !== null && unit.parentId !== null && headed.includes(unit.parentId)),
  );
  const posts = (await Promise.all(units.map((unit) => app.delegations.postsAt(unit.id)))).flat();
  const positions = new Map(posts.map((post) => [post.positionId, post]));
  return [...positions.values()]
    .filter(({ positionId }) => !own.has(positionId))
    .map(({ positionId, unitId, title, seat }) => ({
      value: `${unitId}|${positionId}`,
      label: `${textIn(language, title)}${seat > 1 ? ` ${seat}` : ''}`,
      group: textIn(language, officer.ground.tree.get(unitId)?.name ?? { vi: unitId, en: unitId }),
    }));
}

function GrantFields(props: {
  officer: Officer;
  kinds: KindNames;
  receivers: readonly { value: string; label: string; group: string }[];
  typed: Typed;
  errorAt: (field: string) => string | undefined;
}) {
  const { officer, kinds, receivers, typed, errorAt } = props;
  const { language } = officer.visitor;
  const say = speaker(language);
  const value = (name: string) => typed.values?.[name] ?? '';
  const today = formatDate(officer.now.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate());
  return (
    <>
      <Select
        language={language}
        name="receiver"
        label={say('Cho vị trí', 'To the post')}
        width="medium"
        options={receivers}
        value={value('receiver')}
        error={errorAt('receiver')}
      />
      <Choice
        language={language}
        name="form"
        legend={say('Hình thức', 'Form')}
        options={[
          { value: 'TUQ', label: say('TUQ. thừa ủy quyền', 'TUQ. by delegation') },
          { value: 'TL', label: say('TL. thừa lệnh', 'TL. by order') },
          { value: 'Q', label: say('Q. quyền người đứng đầu', 'Q. acting head') },
        ]}
        value={value('form') || 'TUQ'}
        error={errorAt('form')}
      />
      <Choice
        language={language}
        name="kinds"
        legend={say('Được ký loại văn bản nào', 'Which documents')}
        multiple
        options={[...kinds].map(([code, name]) => ({ value: code, label: textIn(language, name) }))}
        value={typed.kinds ?? []}
        error={errorAt('kinds')}
      />
      <Field
        language={language}
        name="upToAmount"
        label={say('Đến số tiền', 'Up to the amount')}
        hint={say('Bỏ trống nếu không giới hạn', 'Leave empty for no limit')}
        unit={say('đồng', 'VND')}
        width="short"
        optional
        value={value('upToAmount')}
        error={errorAt('upToAmount')}
      />
      <Field
        language={language}
        name="validFrom"
        kind="date"
        width="short"
        label={say('Từ ngày', 'From')}
        value={value('validFrom') || today}
        error={errorAt('validFrom')}
      />
      <Field
        language={language}
        name="validTo"
        kind="date"
        width="short"
        label={say('Đến hết ngày', 'To the end of')}
        value={value('validTo')}
        error={errorAt('validTo')}
      />
      <Field
        language={language}
        name="signsAs"
        label={say('Chức danh ghi khi ký', 'Title in the signature')}
        hint={say('Bỏ trống: dùng tên vị trí', 'Leave empty for the title of the post')}
        optional
        maxLength={200}
        value={value('signsAs')}
      />
      <Field
        language={language}
        name="decisionNumber"
        width="medium"
        label={say('Số quyết định ủy quyền', 'Number of the decision')}
        hint={say('Ví dụ: 15/QĐ-UBND', 'For example: 15/QĐ-UBND')}
        maxLength={100}
        value={value('decisionNumber')}
        error={errorAt('decisionNumber')}
      />
      <FileField
        language={language}
        name="decisionFile"
        label={say('Tệp quyết định', 'File of the decision')}
        accept=".pdf,image/jpeg,image/png"
        acceptWords="PDF, JPG, PNG"
        optional
        error={errorAt('decisionFile')}
      />
    </>
  );
}
