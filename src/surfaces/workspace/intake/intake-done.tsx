import type { App } from '#app.ts';
import { isId } from '#kernel/id.ts';
import { slipsFor } from '#modules/dossiers/index.ts';
import {
  Actions,
  BigCode,
  ButtonLink,
  DaysTable,
  Done,
  DueDate,
  localHref,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { daysIn } from '#surfaces/web/due-promise.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { localMoment } from '../case/case-moves.tsx';
import { PrintSlip } from '../case/case-slips.tsx';
import { onCase } from '../case/open-case.ts';
import { WorkspacePage } from '../workspace-page.tsx';

/** `/lam-viec/tiep-nhan/xong/:caseId`: the code to be read out, the receipt to be printed, and the next person. */
export const intakeDonePage = (app: App) =>
  onCase(app, (open, context) => {
    const { officer, page } = open;
    const { language } = officer.visitor;
    const say = speaker(language);
    const { state, dossier, due } = page;
    if (!state.code || !state.dueAt) return notFoundPage(context);
    const receipt = slipsFor(page, officer.actor).find(({ form }) => form === '01');
    const given = context.req.query('so') ?? '';
    const ticket = isId(given) ? given : undefined;
    const next = `/lam-viec/tiep-nhan?noi=${encodeURIComponent(state.receivingUnitId)}`;
    return context.html(
      <WorkspacePage officer={officer} title={say('Đã tiếp nhận', 'Accepted')}>
        <Done title={say('Đã tiếp nhận', 'Accepted')}>
          <p>
            <BigCode>{state.code}</BigCode>
          </p>
          <p class="lead">
            {dossier.ownerName}, {textIn(language, page.procedure.definition.name)}
          </p>
        </Done>
        <p>
          {say('Hẹn trả kết quả: ', 'The result is promised for: ')}
          <DueDate language={language} large due={localMoment(state.dueAt)} />
        </p>
        {due ? <DaysTable language={language} id="due-days" days={daysIn(language, due)} /> : null}
        <Actions>
          {receipt ? <PrintSlip open={open} slip={receipt} variant="primary" /> : null}
          {ticket ? (
            <ButtonLink
              href={localHref(language, `/lam-viec/quay?noi=${state.receivingUnitId}.desk`)}
              variant="secondary"
            >
              {say('Về quầy', 'Back to the counter')}
            </ButtonLink>
          ) : null}
          {ticket ? (
            <ButtonLink href={localHref(language, `${next}&so=${ticket}`)} variant="secondary">
              {say('Người này nộp thêm hồ sơ', 'This person hands in another')}
            </ButtonLink>
          ) : null}
          <ButtonLink href={localHref(language, next)} variant="secondary">
            {say('Người tiếp theo', 'Next person')}
          </ButtonLink>
          <ButtonLink
            href={localHref(language, `${next}&thu-tuc=${page.procedure.definition.code}`)}
            variant="secondary"
          >
            {say('Người tiếp theo, cùng thủ tục', 'Next person, same procedure')}
          </ButtonLink>
          <ButtonLink href={open.href()} variant="tertiary">
            {say('Mở hồ sơ', 'Open the dossier')}
          </ButtonLink>
        </Actions>
      </WorkspacePage>,
    );
  });
