import type { Handler } from 'hono';
import type { App } from '#app.ts';
import { toLocal } from '#kernel/zone.ts';
import {
  Actions,
  Alert,
  BigCode,
  ButtonLink,
  Done,
  DueDate,
  localHref,
  PrintButton,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { communeName } from '#surfaces/web/names.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from '../portal-page.tsx';
import { wordsOfState } from '../words.ts';
import { openDraft } from './open-draft.ts';

/** `…/da-nop`: it is filed; the codes to keep, what happens next and by when. Shown again whenever one comes back. */
export const donePage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const open = await openDraft(app, context);
    const caseId = open?.draft.submittedCaseId;
    if (!open || !caseId) return notFoundPage(context);
    const { visitor, ground } = open;
    const { language, actor } = visitor;
    const say = speaker(language);
    const owner = {
      kind: 'citizen' as const,
      accountId: actor?.accountId ?? null,
      name: '',
      posts: [],
      shownSecretOf: caseId,
    };
    const [page, secret] = await Promise.all([app.dossiers.page(owner, caseId), app.dossiers.secretOf(caseId)]);
    if (!page) return notFoundPage(context);
    const { state, procedure } = page;
    const isWaiting = state.state === 'submitted';
    const isOwn = actor?.kind === 'citizen' && actor.accountId === state.ownerAccountId;
    return context.html(
      <PortalPage visitor={visitor} title={say('Đã nộp hồ sơ', 'Filed')}>
        <Done title={say('Hồ sơ đã được gửi', 'Your dossier is filed')}>
          <p class="lead">
            {textIn(language, procedure.definition.name)}, {communeName(language, state.receivingUnitId, ground)}
          </p>
        </Done>
        <p>
          {state.code ? say('Mã hồ sơ', 'Dossier code') : say('Mã theo dõi tạm thời', 'Tracking code for now')}
          <br />
          <BigCode>{state.code ?? state.reference}</BigCode>
        </p>
        <p>
          {say('Mã bí mật', 'Secret')}
          <br />
          <BigCode>{secret}</BigCode>
        </p>
        <Alert language={language} tone="warning">
          <p>
            {say(
              'Ghi lại hoặc in hai mã này. Ai có cả hai đều theo dõi, bổ sung và rút được hồ sơ của bạn, nên đừng đưa cho người khác.',
              'Write both down or print them. Whoever has both can follow, supplement and withdraw your dossier, so keep them to yourself.',
            )}
          </p>
        </Alert>
        <h2>{say('Việc tiếp theo', 'What happens next')}</h2>
        <p>{textIn(language, wordsOfState(state.state).next)}</p>
        {isWaiting && state.dueAt ? (
          <p>
            {say('Bạn được trả lời: ', 'You are answered by: ')}
            <DueDate language={language} due={toLocal(Temporal.Instant.from(state.dueAt))} />
          </p>
        ) : null}
        {state.code ? null : (
          <p class="quiet">
            {say(
              'Khi tiếp nhận, Bộ phận Một cửa cấp mã hồ sơ chính thức; mã trên đây vẫn dùng để theo dõi được.',
              'On acceptance the desk gives the official dossier code; the code above keeps working.',
            )}
          </p>
        )}
        <Actions>
          <ButtonLink href={localHref(language, isOwn ? `/ho-so-cua-toi/${caseId}` : '/tra-cuu/ket-qua')}>
            {say('Theo dõi hồ sơ', 'Follow the dossier')}
          </ButtonLink>
          <PrintButton>{say('In trang này', 'Print this page')}</PrintButton>
        </Actions>
      </PortalPage>,
    );
  };
