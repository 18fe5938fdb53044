import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import { isId } from '#kernel/id.ts';
import { secretToken } from '#platform/random.ts';
import { Alert, Button, Details, ErrorSummary, Form, localHref, Select, speaker, textIn } from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { ticketNumber } from '../desk/ticket-words.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import type { Desk } from './desk.ts';
import {
  emptyEntry,
  handOverMoment,
  type IntakeEntry,
  questionField,
  readEntry,
  shownIds,
  submissionOf,
} from './intake-entry.ts';
import { IntakeFields } from './intake-fields.tsx';

const path = '/lam-viec/tiep-nhan';

async function deskOf(
  app: App,
  officer: Officer,
  agencyId: string,
  code: string,
  ticketId: string,
): Promise<Desk | undefined> {
  const agency = officer.desks.find(({ id }) => id === agencyId) ?? officer.desks[0];
  if (!agency) return undefined;
  const found = await app.procedures.search({ receiver: { id: agency.id, tier: agency.tier } });
  const procedures = found.filter(({ definition }) => definition.channels.some((channel) => channel !== 'online'));
  const ticket = isId(ticketId) ? await app.desk.ticket(ticketId) : undefined;
  return {
    officer,
    agency,
    procedures,
    chosen: procedures.find(({ definition }) => definition.code === code),
    ticket: ticket?.ticket.deskId === `${agency.id}.desk` ? ticket : undefined,
  };
}

/** GET `/lam-viec/tiep-nhan?thu-tuc=…`: choose the procedure, then everything on one page. */
export const intakePage = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const query = (name: string) => context.req.query(name) ?? '';
    const desk = await deskOf(app, officer, query('noi'), query('thu-tuc'), query('so'));
    if (!desk) return notFoundPage(context);
    const local = desk.agency.tier === 'commune' ? desk.agency.id : '';
    const questions = desk.chosen?.definition.form.pages.flatMap((page) => page.questions) ?? [];
    const values = Object.fromEntries(
      questions.filter(({ type }) => type === 'commune').map(({ id }) => [questionField(id), local]),
    );
    // whoever booked said so much already
    const booked = desk.ticket?.booking;
    const known = booked ? { 'party-name': booked.name, 'party-phone': booked.phone } : {};
    return show(app, context, desk, { ...emptyEntry, values: { ...values, ...known } });
  });

/** POST `/lam-viec/tiep-nhan`: reads the card, brings the page up to date, or accepts. */
export const receiveAtDesk = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const desk = await deskOf(app, officer, form.text('noi'), form.text('thu-tuc'), form.text('so'));
    if (!desk?.chosen) return notFoundPage(context);
    const { definition } = desk.chosen;
    const entry = await readEntry(app, officer, desk.agency.id, definition, form);
    if (form.text('go') !== 'accept') {
      const fileErrors = entry.errors.filter(({ field }) => /^(scan|vault)-/.test(field ?? ''));
      return show(app, context, desk, {
        ...entry,
        errors: cardErrors(form.text('card'), entry, officer) ?? fileErrors,
      });
    }
    const shown = new Set(form.text('shown').split(','));
    const added = shownIds(definition, entry.answers, app.today()).filter((id) => !shown.has(id));
    const errors = entry.errors.filter(({ field }) => !added.some((id) => field?.endsWith(`-${id}`)));
    if (errors.length > 0 || added.length > 0) {
      return show(app, context, desk, { ...entry, errors }, { isLonger: added.length > 0 });
    }
    const moment = entry.channel === 'post' ? handOverMoment(entry.values) : undefined;
    const submission = submissionOf(entry, definition, desk.agency, app.today());
    const done = await app.dossiers.receive(officer.actor, submission, form.call(officer.visitor).key, moment);
    if (done.ok) {
      const { ticket } = desk.ticket ?? {};
      if (ticket) {
        // a ticket that has left the counter meanwhile does not undo the acceptance
        await app.desk.moveTicket(officer.actor, ticket.deskId, ticket.id, {
          move: 'serve',
          dossierId: done.value.caseId,
        });
        const to = `${path}/xong/${done.value.caseId}?so=${ticket.id}`;
        return context.redirect(localHref(officer.visitor.language, to), 303);
      }
      return context.redirect(localHref(officer.visitor.language, `${path}/xong/${done.value.caseId}`), 303);
    }
    const { field } = done.refusal;
    const message = refusalSentence(done.refusal, officer.visitor.language);
    const at = fieldOfRefusal(field, shownIds(definition, entry.answers, app.today()));
    return show(
      app,
      context,
      desk,
      { ...entry, errors: [{ ...at, message }] },
      { status: refusalStatus(done.refusal) },
    );
  });

/** Where on the page a refusal is shown: a question by its id, a paper or the kept papers by their own fields. */
function fieldOfRefusal(field: string | undefined, shown: readonly string[]): { readonly field?: string } {
  if (field === undefined) return {};
  if (/^(paper|vault)-/.test(field)) return { field };
  return shown.includes(field) ? { field: questionField(field) } : {};
}

/** Something was typed into the box for the card that is no card. */
function cardErrors(typed: string, entry: IntakeEntry, officer: Officer): IntakeEntry['errors'] | undefined {
  if (!typed || entry.values.card === '') return undefined;
  const say = speaker(officer.visitor.language);
  const message = say(
    'Đây không phải dòng mã của thẻ căn cước. Quét lại, hoặc gõ thông tin vào các mục dưới.',
    'This is not the line of an identity card. Scan again, or type into the fields below.',
  );
  return [{ field: 'card', message }];
}

function show(
  app: App,
  context: Context<WebEnv>,
  desk: Desk,
  entry: IntakeEntry,
  told: { readonly isLonger?: boolean; readonly status?: number } = {},
) {
  const { officer, agency, chosen } = desk;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const title = say('Tiếp nhận tại quầy', 'Desk intake');
  const { errors } = entry;
  const status = told.status ?? (errors.length > 0 ? 422 : 200);
  return context.html(
    <WorkspacePage officer={officer} title={title} hasErrors={errors.length > 0}>
      <ErrorSummary language={language} errors={errors} />
      {told.isLonger && errors.length === 0 ? (
        <Alert language={language} live>
          <p>
            {say(
              'Theo câu trả lời, có thêm câu hỏi hoặc giấy tờ. Xem lại rồi tiếp nhận.',
              'The answers bring further questions or papers. Look again, then accept.',
            )}
          </p>
        </Alert>
      ) : null}
      <h1>{title}</h1>
      {desk.ticket ? (
        <p>
          {say('Đang phục vụ số ', 'Serving number ')}
          <strong>{ticketNumber(desk.ticket.ticket.number)}</strong>.{' '}
          <a href={localHref(language, `/lam-viec/quay?noi=${agency.id}.desk`)}>
            {say('Về quầy', 'Back to the counter')}
          </a>
        </p>
      ) : null}
      <p>
        <a href={localHref(language, '/lam-viec/xac-thuc')}>
          {say('Xác thực danh tính cho tài khoản công dân', 'Prove the identity of a citizen’s account')}
        </a>
      </p>
      {chosen ? (
        <>
          <p class="lead">{textIn(language, chosen.definition.name)}</p>
          <Details summary={say('Thủ tục khác', 'Another procedure')}>
            <ChooseProcedure desk={desk} />
          </Details>
        </>
      ) : (
        <ChooseProcedure desk={desk} />
      )}
      {chosen ? (
        <Form
          csrfToken={csrfToken}
          action={localHref(language, path)}
          files
          hidden={{
            key: secretToken(),
            noi: agency.id,
            'thu-tuc': chosen.definition.code,
            ...(desk.ticket ? { so: desk.ticket.ticket.id } : {}),
            shown: shownIds(chosen.definition, entry.answers, app.today()).join(','),
            'party-bornOn': entry.values['party-bornOn'] ?? '',
            'vault-open': entry.vault?.personalId ?? '',
          }}
        >
          <IntakeFields desk={desk} procedure={chosen} entry={entry} now={app.now()} />
        </Form>
      ) : null}
    </WorkspacePage>,
    status as ContentfulStatusCode,
  );
}

/** Three letters with script, a list and a button without. */
function ChooseProcedure(props: { desk: Desk }) {
  const { officer, agency, procedures, chosen } = props.desk;
  const { language } = officer.visitor;
  const say = speaker(language);
  return (
    <Form
      method="get"
      action={localHref(language, path)}
      label={say('Chọn thủ tục', 'Choose the procedure')}
      hidden={props.desk.ticket ? { so: props.desk.ticket.ticket.id } : {}}
    >
      {officer.desks.length > 1 ? (
        <Select
          language={language}
          name="noi"
          label={say('Cơ quan tiếp nhận', 'Receiving agency')}
          placeholder={false}
          options={officer.desks.map(({ id, name }) => ({ value: id, label: textIn(language, name) }))}
          value={agency.id}
        />
      ) : null}
      <Select
        language={language}
        name="thu-tuc"
        label={say('Thủ tục', 'Procedure')}
        hint={say(
          `${procedures.length} thủ tục do ${agency.name.vi} tiếp nhận`,
          `${procedures.length} procedures received by ${agency.name.en}`,
        )}
        typeahead
        options={procedures.map(({ definition }) => ({
          value: definition.code,
          label: `${textIn(language, definition.name)} (${definition.code})`,
        }))}
        value={chosen?.definition.code}
      />
      <Button variant={chosen ? 'secondary' : 'primary'}>{say('Chọn', 'Choose')}</Button>
    </Form>
  );
}
