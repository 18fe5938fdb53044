import type { Context } from 'hono';
import type { App } from '#app.ts';
import { refused } from '#kernel/result.ts';

import { Alert, Button, Form, localHref, speaker, textIn } from '#surfaces/ui/index.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import type { ShellOptions } from '#surfaces/web/web-shell.ts';
import { PortalPage, signInPath } from '../portal-page.tsx';
import { DocumentList } from '../procedure-papers.tsx';
import { keepDraftToken } from './open-draft.ts';
import { receivingAgencies } from './receivers.ts';

const procedureOf = (app: App, context: Context<WebEnv>) => {
  const code = context.req.param('code') ?? '';
  return /^[\w.-]{1,40}$/.test(code) ? app.procedures.inForce(code) : Promise.resolve(undefined);
};

/** `/nop-ho-so/:code`: what will be asked, before anything is. */
export const startPage = (app: App) => async (context: Context<WebEnv>) => {
  const visitor = visitorOf(context);
  const { language } = visitor;
  const say = speaker(language);
  const procedure = await procedureOf(app, context);
  if (!procedure) return notFoundPage(context);
  const { definition } = procedure;
  if (!definition.channels.includes('online')) return showRefusal(context, refused('channel-not-open').refusal);
  const papers = definition.documents.filter((document) => !document.showOnly);
  const questions = definition.form.pages.length;
  return context.html(
    <PortalPage
      visitor={visitor}
      title={`${say('Nộp hồ sơ', 'File')} · ${textIn(language, definition.name)}`}
      back={{ href: localHref(language, `/thu-tuc/${definition.code}`), label: textIn(language, definition.name) }}
    >
      <h1>{say('Nộp hồ sơ trên mạng', 'File online')}</h1>
      <p class="lead">{textIn(language, definition.name)}</p>
      <p>
        {say(
          `Bạn chọn nơi nhận, ghi thông tin của mình, trả lời ${questions} trang câu hỏi, đính kèm giấy tờ, xem lại rồi nộp. Dừng lúc nào cũng được; những gì đã ghi được giữ lại.`,
          `You choose the agency, say who you are, answer ${questions} ${questions === 1 ? 'page' : 'pages'} of questions, attach papers, check everything and file. You can stop at any time; what you saved is kept.`,
        )}
      </p>
      {papers.length > 0 ? (
        <section class="flow">
          <h2>{say('Chụp hoặc quét sẵn', 'Photograph or scan beforehand')}</h2>
          <DocumentList language={language} documents={papers} withCase />
        </section>
      ) : null}
      {visitor.actor ? null : (
        <Alert language={language}>
          <p>
            <a href={localHref(language, signInPath(`/nop-ho-so/${definition.code}`))}>{say('Đăng nhập', 'Sign in')}</a>{' '}
            {say(
              'để không phải ghi lại thông tin của mình và xem đầy đủ hồ sơ về sau. Không đăng nhập vẫn nộp được.',
              'to have your details filled in and see the whole dossier later. You can file without signing in.',
            )}
          </p>
        </Alert>
      )}
      <Form csrfToken={visitor.csrfToken} action={localHref(language, `/nop-ho-so/${definition.code}`)}>
        <Button>{say('Bắt đầu', 'Start')}</Button>
      </Form>
    </PortalPage>,
  );
};

export const startFiling = (app: App, options: ShellOptions) => async (context: Context<WebEnv>) => {
  const { language, actor } = visitorOf(context);
  const procedure = await procedureOf(app, context);
  if (!procedure) return notFoundPage(context);
  if (!procedure.definition.channels.includes('online')) {
    return showRefusal(context, refused('channel-not-open').refusal);
  }
  const { draftId, token } = await app.drafts.start(procedure.id, actor?.kind === 'citizen' ? actor.accountId : null);
  const [only, ...others] = receivingAgencies(procedure.definition, (await app.ground()).tree, app.today());
  const isOne = only !== undefined && others.length === 0;
  if (isOne) await app.drafts.save(draftId, { receiverId: only.id });
  keepDraftToken(context, draftId, token, options);
  const first = isOne ? 'nguoi-nop' : 'noi-nop';
  return context.redirect(localHref(language, `/nop-ho-so/${procedure.definition.code}/${draftId}/${first}`), 303);
};
