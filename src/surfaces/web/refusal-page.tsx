import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Refusal } from '#kernel/result.ts';
import { logFault } from '#platform/log.ts';
import { Actions, ButtonLink, localHref, Page, speaker, splitLanguage } from '#surfaces/ui/index.ts';
import { refusalSentence, refusalStatus } from './refusals.ts';
import type { Visitor } from './visitor.ts';

/** Where the person is sent from a page that cannot be shown: where they came from, when that was here. */
function wayBack(context: Context, visitor: Visitor): string {
  const came = context.req.header('referer');
  if (came && URL.canParse(came)) {
    const url = new URL(came);
    if (url.host === (context.req.header('host') ?? new URL(context.req.url).host)) return url.pathname + url.search;
  }
  return home(visitor);
}

function home(visitor: Visitor): string {
  return localHref(visitor.language, visitor.path.startsWith('/lam-viec') ? '/lam-viec' : '/');
}

/** The visitor, also of a request that ended before the shell knew one. */
function visitorOrStranger(context: Context): Visitor {
  const visitor = context.get('visitor') as Visitor | undefined;
  const { language, path } = splitLanguage(new URL(context.req.url).pathname);
  return visitor ?? { language, path, actor: null, csrfToken: '', address: '' };
}

/** A "no" as a page of its own: the sentence, the way back, the way on. Nothing was written. */
export function showRefusal(context: Context, refusal: Refusal): Response | Promise<Response> {
  const visitor = visitorOrStranger(context);
  const say = speaker(visitor.language);
  return context.html(
    <Page
      language={visitor.language}
      title={say('Chưa thực hiện được', 'This could not be done')}
      path={visitor.path}
      variant={visitor.path.startsWith('/lam-viec') ? 'workspace' : 'portal'}
    >
      <h1>{say('Chưa thực hiện được', 'This could not be done')}</h1>
      <p class="lead">{refusalSentence(refusal, visitor.language)}</p>
      <p class="quiet">
        {say(
          'Hệ thống chưa ghi thay đổi nào. Quay lại bằng nút dưới đây hoặc nút quay lại của trình duyệt: những gì bạn đã nhập thường vẫn còn.',
          'No change was saved. Go back with the button below or the one of your browser: what you typed is usually still there.',
        )}
      </p>
      <Actions>
        <ButtonLink href={wayBack(context, visitor)}>{say('Quay lại', 'Go back')}</ButtonLink>
        <ButtonLink href={home(visitor)} variant="secondary">
          {say('Về trang đầu', 'To the first page')}
        </ButtonLink>
      </Actions>
      <p class="quiet small">
        {say('Mã', 'Code')}: <span class="code">{refusal.code}</span>
      </p>
    </Page>,
    refusalStatus(refusal) as ContentfulStatusCode,
  );
}

/** Nothing at this address, or nothing this person may see: the two look alike. */
export function notFoundPage(context: Context): Response | Promise<Response> {
  const visitor = visitorOrStranger(context);
  const say = speaker(visitor.language);
  const title = say('Không tìm thấy trang này', 'This page was not found');
  return context.html(
    <Page
      language={visitor.language}
      title={title}
      path={visitor.path}
      variant={visitor.path.startsWith('/lam-viec') ? 'workspace' : 'portal'}
    >
      <h1>{title}</h1>
      <p class="lead">
        {say(
          'Địa chỉ có thể gõ thiếu, trang đã chuyển đi, hoặc bạn cần đăng nhập bằng tài khoản khác để xem.',
          'The address may be incomplete, the page may have moved, or you need to sign in with another account to see it.',
        )}
      </p>
      <ul>
        <li>
          <a href={localHref(visitor.language, '/thu-tuc')}>
            {say('Tìm thủ tục bạn cần làm', 'Find the procedure you need')}
          </a>
        </li>
        <li>
          <a href={localHref(visitor.language, '/tra-cuu')}>
            {say('Theo dõi hồ sơ bằng mã hồ sơ và mã bí mật', 'Follow a dossier by its code and secret')}
          </a>
        </li>
        <li>
          <a href={localHref(visitor.language, '/dang-nhap')}>{say('Đăng nhập', 'Sign in')}</a>
        </li>
      </ul>
    </Page>,
    404,
  );
}

/** Our fault: said so, with a number under which it stands in the log. The log has no names, only the place. */
export function faultPage(context: Context, error: Error): Response | Promise<Response> {
  const visitor = visitorOrStranger(context);
  const reference = logFault(error, visitor.path, context.req.method);
  const say = speaker(visitor.language);
  const title = say('Hệ thống gặp lỗi', 'Something went wrong on our side');
  return context.html(
    <Page language={visitor.language} title={title} path={visitor.path}>
      <h1>{title}</h1>
      <p class="lead">
        {say(
          'Lỗi này là của hệ thống, không phải của bạn. Việc bạn vừa gửi có thể chưa được ghi; gửi lại cùng trang đó không làm phát sinh hồ sơ thứ hai.',
          'The fault is ours, not yours. What you just sent may not be saved; sending the same page again never makes a second dossier.',
        )}
      </p>
      <p>
        {say(
          'Nếu lỗi lặp lại, báo số này cho người quản trị:',
          'If it happens again, give this number to the administrator:',
        )}{' '}
        <strong class="code">{reference}</strong>
      </p>
      <Actions>
        <ButtonLink href={wayBack(context, visitor)}>{say('Quay lại', 'Go back')}</ButtonLink>
      </Actions>
    </Page>,
    500,
  );
}
