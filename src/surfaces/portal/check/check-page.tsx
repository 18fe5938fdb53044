import type { Context, Handler } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import { type Refusal, refused } from '#kernel/result.ts';
import { Button, Columns, ErrorSummary, Field, FileField, Form, localHref, speaker } from '#surfaces/ui/index.ts';
import { type GuessThrottle, networkOf } from '#surfaces/web/guess-throttle.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from '../portal-page.tsx';
import { FileAnswer, RegisterAnswer } from './check-answer.tsx';

const path = '/kiem-tra';

/** `/kiem-tra?ma=…`: is this paper real? By the code printed on it (a QR leads here), or by sending the file. */
export const checkPage =
  (app: App, throttle: GuessThrottle): Handler<WebEnv> =>
  async (context) => {
    const { language, address } = visitorOf(context);
    const typed = (context.req.query('ma') ?? '').slice(0, 60);
    if (typed.trim() === '') return show(context, {});
    const minutes = throttle.waitMinutes(networkOf(address), app.now());
    if (minutes > 0) return show(context, { typed, refusal: refused('too-many-tries', { minutes }).refusal });
    const found = await app.results.byCode(typed);
    if (!found) {
      throttle.noteWrong(networkOf(address), app.now());
      return show(context, { typed, refusal: refused('result-unknown').refusal });
    }
    const { tree } = await app.ground();
    return show(context, {
      typed,
      answer: <RegisterAnswer language={language} found={found} tree={tree} withChanges={false} />,
    });
  };

/** POST `/kiem-tra`: a file that is looked at and forgotten, so the answer is this very page. */
export const checkFile =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const { language } = visitorOf(context);
    const [file] = readForm(context).files;
    if (!file) return show(context, { refusal: refused('file-empty').refusal, field: 'file' });
    if (!file.stored) return show(context, { refusal: file.refusal, field: 'file' });
    const { checked, found } = await app.results.checkFile(context.get('passing').contentOf(file.stored.sha256));
    const { tree } = await app.ground();
    return show(context, {
      answer: (
        <>
          <p class="quiet">
            {speaker(language)('Tệp', 'File')}: {file.fileName}
          </p>
          {/* a revocation or a correction outweighs a signature that is still valid: it is said first */}
          {found ? <RegisterAnswer language={language} found={found} tree={tree} withChanges /> : null}
          <FileAnswer language={language} checked={checked} isKnown={found !== undefined} />
        </>
      ),
    });
  };

interface Shown {
  readonly typed?: string;
  readonly refusal?: Refusal | undefined;
  readonly field?: string;
  readonly answer?: Child;
}

function show(context: Context<WebEnv>, { typed = '', refusal, field = 'ma', answer }: Shown) {
  const visitor = visitorOf(context);
  const { language } = visitor;
  const say = speaker(language);
  const message = refusal && refusalSentence(refusal, language);
  const errorAt = (name: string) => (field === name ? message : undefined);
  const title = say('Kiểm tra kết quả', 'Check a result');
  const form = (
    <Columns>
      <section>
        <h2>{say('Bằng mã', 'By its code')}</h2>
        <Form method="get" action={localHref(language, path)}>
          <Field
            language={language}
            name="ma"
            kind="code"
            width="medium"
            label={say('Mã kiểm tra', 'Code')}
            hint={say('In cạnh mã QR, ví dụ KQ-7F3K-M2PX-9RTA', 'Printed by the QR, such as KQ-7F3K-M2PX-9RTA')}
            value={typed}
            error={errorAt('ma')}
          />
          <Button variant={answer ? 'secondary' : 'primary'}>{say('Kiểm tra mã', 'Check the code')}</Button>
        </Form>
      </section>
      <section>
        <h2>{say('Bằng tệp PDF', 'By the PDF file')}</h2>
        <Form csrfToken={visitor.csrfToken} action={localHref(language, path)} files>
          <FileField
            language={language}
            name="file"
            label={say('Tệp đã ký số', 'The signed file')}
            accept="application/pdf,.pdf"
            acceptWords="PDF"
            maxBytes={20 * 1024 * 1024}
            hint={say(
              'Tệp chỉ được đọc để kiểm tra, không được lưu.',
              'The file is only read for the check, never kept.',
            )}
            error={errorAt('file')}
          />
          <Button variant="secondary">{say('Kiểm tra tệp', 'Check the file')}</Button>
        </Form>
      </section>
    </Columns>
  );
  return context.html(
    <PortalPage
      visitor={{ ...visitor, path }}
      title={title}
      description={say(
        'Kiểm tra một kết quả có thật, còn hiệu lực, ai ký và có bị sửa không.',
        'Check whether a result is real, in force, who signed it and whether it was altered.',
      )}
      hasErrors={message !== undefined}
    >
      <ErrorSummary language={language} errors={message ? [{ field, message }] : []} />
      <h1>{answer ? title : say('Văn bản này có thật không?', 'Is this paper real?')}</h1>
      {answer}
      {answer ? <h2>{say('Kiểm tra văn bản khác', 'Check another one')}</h2> : null}
      {form}
    </PortalPage>,
    (refusal ? refusalStatus(refusal) : 200) as ContentfulStatusCode,
  );
}
