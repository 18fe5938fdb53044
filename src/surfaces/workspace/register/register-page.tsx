import type { App } from '#app.ts';
import { type RegisterPage, registerStandings, volumeSize } from '#modules/dossiers/index.ts';
import { agencyName } from '#modules/organisation/index.ts';
import {
  Button,
  ButtonLink,
  EmptyState,
  Field,
  Figures,
  Form,
  formatCount,
  formatDate,
  Grid,
  localHref,
  Pagination,
  Select,
  speaker,
  Table,
  textIn,
} from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { slipResponse } from '#surfaces/web/slip-words.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import {
  fieldsOf,
  type RegisterAddress,
  readRegisterAddress,
  standingWords,
  writeRegisterAddress,
} from './register-address.ts';

const pageSize = 50;

/** `/lam-viec/so-theo-doi`: the register of an agency and a period (form 06), to be looked through, printed and taken along. */
export const registerPage = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const agencies = await app.dossiers.registerAgencies(officer.actor);
    const ids = agencies.map(({ id }) => id);
    const address = readRegisterAddress((name) => context.req.query(name), officer, ids);
    const part = { skip: (address.page - 1) * pageSize, limit: pageSize };
    const [register, procedures] = await Promise.all([
      app.dossiers.register(officer.actor, address, part),
      app.procedures.search({}),
    ]);
    if (!register.ok) return showRefusal(context, register.refusal);
    const { lines, totals } = register.value;
    const { language } = officer.visitor;
    const say = speaker(language);
    const at = (path: string) => localHref(language, path);
    const title = say('Sổ theo dõi hồ sơ', 'Register of dossiers');
    return context.html(
      <WorkspacePage officer={officer} title={title}>
        <h1>{title}</h1>
        <form class="flow no-print" method="get" action={at('/lam-viec/so-theo-doi')}>
          <Grid>
            <Select
              language={language}
              name="noi"
              label={say('Cơ quan', 'Agency')}
              placeholder={false}
              typeahead={agencies.length > 10}
              value={address.agencyId}
              options={agencies.map((unit) => ({ value: unit.id, label: textIn(language, agencyName(unit)) }))}
            />
            <Field
              language={language}
              kind="date"
              name="tu"
              label={say('Từ ngày', 'From')}
              value={formatDate(address.from)}
            />
            <Field
              language={language}
              kind="date"
              name="den"
              label={say('Đến hết ngày', 'To the end of')}
              value={formatDate(address.to)}
            />
            <Select
              language={language}
              name="thu-tuc"
              label={say('Thủ tục', 'Procedure')}
              placeholder={say('Tất cả thủ tục', 'All procedures')}
              optional
              value={address.procedureCode}
              options={procedures.map(({ definition }) => ({
                value: definition.code,
                label: textIn(language, definition.name),
              }))}
            />
            <Select
              language={language}
              name="loai"
              label={say('Hồ sơ', 'Dossiers')}
              placeholder={false}
              value={address.standing}
              options={registerStandings.map((value) => ({ value, label: textIn(language, standingWords[value]) }))}
            />
          </Grid>
          <Button variant="secondary">{say('Xem sổ', 'Show')}</Button>
        </form>
        <Figures
          figures={[
            { label: say('Hồ sơ trong sổ', 'In the register'), value: formatCount(language, totals.all) },
            { label: say('Trước hạn', 'Early'), value: formatCount(language, totals.early) },
            { label: say('Đúng hạn', 'On time'), value: formatCount(language, totals.onTime) },
            { label: say('Quá hạn', 'Late'), value: formatCount(language, totals.late) },
            { label: say('Đang giải quyết', 'Being worked on'), value: formatCount(language, totals.open) },
          ]}
        />
        {lines.length === 0 ? (
          <EmptyState title={say('Không có hồ sơ nào trong thời gian này', 'No dossier in this period')} />
        ) : (
          <RegisterTable officer={officer} lines={lines} title={title} />
        )}
        <Pagination
          language={language}
          previousHref={address.page > 1 ? at(writeRegisterAddress(address, { page: address.page - 1 })) : undefined}
          nextHref={
            part.skip + lines.length < totals.all
              ? at(writeRegisterAddress(address, { page: address.page + 1 }))
              : undefined
          }
        />
        <PrintVolumes officer={officer} address={address} register={register.value} />
      </WorkspacePage>,
    );
  });

function RegisterTable(props: { officer: Officer; lines: RegisterPage['lines']; title: string }) {
  const { language } = props.officer.visitor;
  const say = speaker(language);
  return (
    <Table
      id="register"
      caption={props.title}
      captionHidden
      stack
      columns={[
        { label: say('Hồ sơ', 'Dossier') },
        { label: say('Chủ hồ sơ', 'Owner') },
        { label: say('Nhận', 'Received') },
        { label: say('Hẹn trả', 'Promised') },
        { label: say('Có kết quả', 'Result') },
        { label: say('Trả kết quả', 'Returned') },
        { label: say('Ghi chú', 'Note') },
      ]}
      rows={props.lines.map((line) => [
        <div>
          {line.number}{' '}
          <a class="code" href={localHref(language, `/lam-viec/ho-so/${line.caseId}`)}>
            {line.code}
          </a>
          <br />
          {line.procedure}
        </div>,
        <div>
          {line.owner}
          {line.phone ? <div class="small quiet">{line.phone}</div> : null}
        </div>,
        line.received,
        line.due,
        line.settled,
        <div>
          {line.returned}
          {line.method ? <div class="small quiet">{line.method}</div> : null}
        </div>,
        line.note,
      ])}
    />
  );
}

/** The register as paper, a volume at a time, and as a table for a spreadsheet. */
function PrintVolumes(props: { officer: Officer; address: RegisterAddress; register: RegisterPage }) {
  const { officer, address, register } = props;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const volumes = Array.from({ length: register.volumes }, (_, index) => index + 1);
  return (
    <section class="no-print">
      <h2>{say('In sổ (Mẫu 06, khổ A4 ngang)', 'Print the register (form 06, A4 across)')}</h2>
      {register.volumes > 1 ? (
        <p class="quiet">
          {say(
            `Mỗi quyển ${volumeSize} hồ sơ, đánh số liên tục.`,
            `A volume holds ${volumeSize} dossiers, numbered throughout.`,
          )}
        </p>
      ) : null}
      <Form csrfToken={csrfToken} action={localHref(language, '/lam-viec/so-theo-doi/in')} hidden={fieldsOf(address)}>
        <div class="actions">
          {volumes.map((volume) => (
            <Button variant="secondary" name="quyen" value={String(volume)}>
              {register.volumes > 1 ? say(`In quyển ${volume}`, `Print volume ${volume}`) : say('In sổ', 'Print')}
            </Button>
          ))}
          <ButtonLink href={localHref(language, writeRegisterAddress(address, {}, '.csv'))} variant="tertiary" download>
            {say('Tải cả sổ (CSV)', 'Download all of it (CSV)')}
          </ButtonLink>
        </div>
      </Form>
    </section>
  );
}

/** POST `…/in`: the print of a volume is recorded, then shown at an address of its own. */
export const printRegister = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const ids = (await app.dossiers.registerAgencies(officer.actor)).map(({ id }) => id);
    const address = readRegisterAddress((name) => form.text(name), officer, ids);
    const volume = Number(/^\d{1,4}$/.exec(form.text('quyen'))?.[0] ?? 1);
    const printed = await app.dossiers.printRegister(officer.actor, address, Math.max(1, volume));
    if (!printed.ok) return showRefusal(context, printed.refusal);
    const { language } = officer.visitor;
    return context.redirect(localHref(language, `/lam-viec/so-theo-doi/ban-in/${printed.value.id}.pdf`), 303);
  });

/** `…/ban-in/:print`: the paper of a print. */
export const printedRegister = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const printId = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.pdf$/.exec(context.req.param('print') ?? '')?.[1];
    const file = printId ? await app.dossiers.printedRegister(officer.actor, printId) : undefined;
    return file ? slipResponse(file) : notFoundPage(context);
  });
