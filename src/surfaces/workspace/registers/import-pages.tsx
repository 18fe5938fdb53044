import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import { type Refusal, refused } from '#kernel/result.ts';
import type { RegisterImport } from '#modules/registers/index.ts';
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  ErrorSummary,
  Figures,
  FileField,
  Form,
  formatCount,
  Select,
  speaker,
  Table,
  textIn,
} from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { agencyOptions } from './entry-fields.tsx';
import { type OpenRegister, onRegister } from './on-register.ts';

const mostShown = 500;

/** GET `…/nhap` */
export const importPage = (app: App) =>
  onRegister(app, (open, context) =>
    open.writable.length === 0 ? showRefusal(context, refused('register-not-yours').refusal) : showForm(open, context),
  );

/** POST `…/nhap`: the file is read and looked at; nothing is entered yet. */
export const lookAtImport = (app: App) =>
  onRegister(app, async (open, context) => {
    const form = readForm(context);
    const [file] = form.files;
    if (!file?.stored) return showForm(open, context, file?.refusal ?? refused('file-empty').refusal);
    const looked = await app.registers.lookAtImport(open.officer.actor, open.definition, {
      fileName: file.fileName,
      content: context.get('passing').contentOf(file.stored.sha256),
      unitId: form.text('unit') || (open.writable[0]?.id ?? ''),
    });
    if (!looked.ok) return showForm(open, context, looked.refusal);
    return context.redirect(open.href(`nhap/${looked.value}`), 303);
  });

/** GET `…/nhap/:import`: what can be entered, and a line for everything that cannot. */
export const importReportPage = (app: App) =>
  onRegister(app, async (open, context) => {
    const looked = await app.registers.findImport(open.officer.actor, context.req.param('import') ?? '');
    if (!looked || looked.registerId !== open.definition.id) return notFoundPage(context);
    return showReport(open, looked, context);
  });

/** POST `…/nhap/:import`: the good rows are entered, all together. */
export const enterImport = (app: App) =>
  onRegister(app, async (open, context) => {
    const done = await app.registers.enterImport(
      open.officer.actor,
      open.definition,
      context.req.param('import') ?? '',
    );
    if (!done.ok) return showRefusal(context, done.refusal);
    return context.redirect(`${open.href()}?xong=nhap&so=${done.value.entered}`, 303);
  });

/** `…/mau.xlsx`: the empty table. */
export const importTemplate = (app: App) =>
  onRegister(app, async (open, context) => {
    const file = await app.registers.template(open.definition, open.officer.visitor.language);
    return context.body(Buffer.from(file.content), 200, {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${file.fileName}"`,
    });
  });

function showForm(open: OpenRegister, context: Context<WebEnv>, refusal?: Refusal) {
  const { officer, definition, writable } = open;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const title = say('Nhập từ tệp', 'Import a file');
  const message = refusal && refusalSentence(refusal, language);
  return context.html(
    <WorkspacePage
      officer={officer}
      title={title}
      hasErrors={message !== undefined}
      back={{ href: open.href(), label: textIn(language, definition.name) }}
    >
      <ErrorSummary language={language} errors={message ? [{ field: 'file', message }] : []} />
      <h1>{title}</h1>
      <p class="lead">
        {say(
          'Hệ thống đọc tệp và báo từng dòng sai trước khi nhập. Chưa có gì được ghi cho đến khi bạn xác nhận.',
          'The file is read and every wrong row is told first. Nothing is recorded until you say so.',
        )}
      </p>
      <p>
        <a href={open.href('mau.xlsx')} download>
          {say('Tải mẫu bảng tính của sổ này (.xlsx)', 'Download the template of this register (.xlsx)')}
        </a>
      </p>
      <Form
        csrfToken={csrfToken}
        action={open.href('nhap')}
        files
        hidden={writable.length === 1 ? { unit: writable[0]!.id } : {}}
      >
        {writable.length > 1 ? (
          <Select
            language={language}
            name="unit"
            label={say('Đơn vị', 'Agency')}
            hint={say('Dùng cho dòng không ghi cột “Đơn vị”', 'For rows without the column “Agency”')}
            optional
            typeahead={writable.length > 10}
            options={agencyOptions(language, officer.ground, (id) => writable.some((unit) => unit.id === id))}
          />
        ) : null}
        <FileField
          language={language}
          name="file"
          label={say('Tệp', 'File')}
          accept=".xlsx,.csv,text/csv"
          acceptWords="XLSX, CSV (UTF-8)"
          maxBytes={20 * 1024 * 1024}
          error={message}
        />
        <Button>{say('Đọc tệp', 'Read the file')}</Button>
      </Form>
    </WorkspacePage>,
    (refusal ? refusalStatus(refusal) : 200) as ContentfulStatusCode,
  );
}

function showReport(open: OpenRegister, looked: RegisterImport, context: Context<WebEnv>) {
  const { officer, definition } = open;
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const title = say('Kết quả đọc tệp', 'What the file holds');
  const badRows = new Set(looked.bad.map(({ row }) => row)).size;
  const labelOf = (name: string | undefined) => {
    if (name === 'unit') return say('Đơn vị', 'Agency');
    const field = definition.fields.properties[name ?? ''];
    return field ? textIn(language, field.label) : say('Cả dòng', 'Whole row');
  };
  const count = formatCount(language, looked.good.length);
  const isEntered = looked.enteredCount !== null;
  return context.html(
    <WorkspacePage
      officer={officer}
      title={title}
      back={{ href: open.href(), label: textIn(language, definition.name) }}
    >
      <h1>{title}</h1>
      <p class="lead">{looked.fileName}</p>
      <Figures
        figures={[
          { label: say('Dòng nhập được', 'Rows that can be entered'), value: count },
          { label: say('Dòng sai', 'Wrong rows'), value: formatCount(language, badRows) },
        ]}
      />
      {isEntered ? (
        <Alert
          language={language}
          tone="success"
          title={say(
            `Đã nhập ${formatCount('vi', looked.enteredCount ?? 0)} mục từ tệp này`,
            `${formatCount('en', looked.enteredCount ?? 0)} entries were entered from this file`,
          )}
        />
      ) : null}
      {looked.bad.length > 0 ? (
        <section>
          <h2>{say('Các dòng sai', 'Wrong rows')}</h2>
          <p class="quiet">
            {say(
              'Số dòng là số thứ tự trong tệp. Sửa trong tệp rồi gửi lại: dòng đã nhập sẽ được nhận ra và không nhập lần hai.',
              'The number is that of the row in the file. Correct the file and send it again: rows that were entered are recognised.',
            )}
          </p>
          <Table
            id="bad-rows"
            caption={say('Các dòng sai', 'Wrong rows')}
            captionHidden
            stack
            columns={[{ label: say('Dòng', 'Row') }, { label: say('Cột', 'Column') }, { label: say('Vì sao', 'Why') }]}
            rows={looked.bad
              .slice(0, mostShown)
              .map(({ row, refusal }) => [
                say(`Dòng ${row}`, `Row ${row}`),
                labelOf(refusal.field),
                refusalSentence(refusal, language),
              ])}
          />
          {looked.bad.length > mostShown ? (
            <p class="quiet">
              {say(
                `và ${formatCount('vi', looked.bad.length - mostShown)} chỗ sai nữa`,
                `and ${formatCount('en', looked.bad.length - mostShown)} more`,
              )}
            </p>
          ) : null}
        </section>
      ) : null}
      {isEntered ? null : (
        <Form csrfToken={csrfToken} action={open.href(`nhap/${looked.id}`)}>
          <Actions>
            {looked.good.length > 0 ? (
              <Button>{say(`Nhập ${count} dòng đúng`, `Enter the ${count} good rows`)}</Button>
            ) : null}
            <ButtonLink href={open.href('nhap')} variant={looked.good.length > 0 ? 'tertiary' : 'primary'}>
              {say('Chọn tệp khác', 'Choose another file')}
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </WorkspacePage>,
  );
}
