import type { Context } from 'hono';
import { Button, Form, localHref, Page, speaker } from '#surfaces/ui/index.ts';
import type { StaleForm } from './read-form.ts';
import { visitorOf } from './visitor.ts';

/**
 * A form from our own page whose token went out of date: signed in or out in another tab, cookies removed, browser closed.
 * Nothing was done; what was typed is still here and is sent again by one press. Files and passwords must be given again.
 */
export function staleFormPage(context: Context, fields: StaleForm): Response | Promise<Response> {
  const visitor = visitorOf(context);
  const { language, path } = visitor;
  const say = speaker(language);
  const title = say('Trang này đã mở quá lâu', 'This page was open too long');
  return context.html(
    <Page
      language={language}
      title={title}
      path={path}
      variant={path.startsWith('/lam-viec') ? 'workspace' : 'portal'}
      back={{ href: localHref(language, path) }}
    >
      <h1>{title}</h1>
      <p class="lead">
        {say(
          'Hệ thống chưa ghi gì. Những gì bạn đã nhập vẫn còn ở đây: bấm nút dưới để gửi lại.',
          'Nothing was saved yet. What you typed is still here: press the button to send it again.',
        )}
      </p>
      <p class="quiet">
        {say('Tệp và mật khẩu, nếu có, phải chọn hoặc gõ lại.', 'Files and passwords, if any, must be given again.')}
      </p>
      <Form action={localHref(language, path)} csrfToken={visitor.csrfToken}>
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button>{say('Gửi lại', 'Send again')}</Button>
      </Form>
    </Page>,
    403,
  );
}
