import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import { isId } from '#kernel/id.ts';
import { type Refusal, refused } from '#kernel/result.ts';
import type { TicketMove } from '#modules/desk/index.ts';
import { Alert, Button, ErrorSummary, Figures, Form, localHref, speaker } from '#surfaces/ui/index.ts';
import { type FormRead, readForm } from '#surfaces/web/read-form.ts';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { AtCounter } from './at-counter.tsx';
import { atOwnDesk, type OwnDesk } from './own-desk.ts';
import { Expected, Missed, Waiting } from './queue-lists.tsx';

const path = '/lam-viec/quay';

/** GET `/lam-viec/quay`: the officer's counter, who is at it, who waits. */
export const counterPage = (app: App) => atOwnDesk(app, (desk, context) => show(app, desk, context));

/** POST `/lam-viec/quay`: opens, pauses and closes the counter, calls the next, and moves the one who is here. */
export const workAtCounter = (app: App) =>
  atOwnDesk(app, async (desk, context) => {
    const form = readForm(context);
    const { language } = desk.officer.visitor;
    const here = localHref(language, `${path}?noi=${desk.deskId}`);
    const done = await act(app, desk, form);
    if (!done.ok) return show(app, desk, context, done.refusal);
    const { to } = done;
    return context.redirect(to ? localHref(language, to) : here, 303);
  });

type Acted = { readonly ok: true; readonly to?: string } | { readonly ok: false; readonly refusal: Refusal };

async function act(app: App, { officer, deskId }: OwnDesk, form: FormRead): Promise<Acted> {
  const { actor } = officer;
  const ticketId = form.text('so');
  const wish = form.text('viec');
  const move = async (how: TicketMove): Promise<Acted> =>
    isId(ticketId) ? app.desk.moveTicket(actor, deskId, ticketId, how) : refused('ticket-not-found');
  switch (wish) {
    case 'open':
      return app.desk.runCounter(actor, deskId, { act: 'open', number: Number(form.text('counter')) || 0 });
    case 'pause':
    case 'resume':
    case 'close':
      return app.desk.runCounter(actor, deskId, { act: wish });
    case 'next':
      return app.desk.callNext(actor, deskId);
    case 'finish-next': {
      const done = await move({ move: 'finish' });
      return done.ok ? app.desk.callNext(actor, deskId) : done;
    }
    case 'recall':
    case 'miss':
    case 'return':
    case 'finish':
      return move({ move: wish });
    case 'transfer':
      return move({ move: 'transfer', toCounter: Number(form.text('counter')) || 0 });
    case 'serve': {
      const dossierId = await app.desk.dossierByCode(form.text('dossier').slice(0, 60));
      if (!dossierId) return refused('ticket-dossier-wrong', {}, 'dossier');
      const served = await move({ move: 'serve', dossierId });
      return served.ok ? { ok: true, to: `/lam-viec/ho-so/${dossierId}` } : served;
    }
    default:
      return { ok: true };
  }
}

async function show(app: App, desk: OwnDesk, context: Context<WebEnv>, refusal?: Refusal): Promise<Response> {
  const { officer, deskId, name, others } = desk;
  const { visitor, actor } = officer;
  const { language, csrfToken } = visitor;
  const say = speaker(language);
  const queue = await app.desk.queue(deskId);
  const expected = await app.desk.expectedToday(deskId);
  if (!queue) return context.redirect(localHref(language, '/lam-viec'), 303);
  const shift = queue.shifts.find(({ accountId }) => accountId === actor.accountId);
  const ticket = shift && queue.called.find(({ shiftId }) => shiftId === shift.id);
  const now = ticket && (await app.desk.ticket(ticket.id));
  const at = (rest: string) => localHref(language, `${path}${rest}?noi=${deskId}`);
  const names = await namesOf(app);
  // nobody waits is an answer, not a mistake
  const isQuiet = refusal?.code === 'nobody-waits';
  const error =
    refusal && !isQuiet
      ? [{ ...(refusal.field ? { field: refusal.field } : {}), message: refusalSentence(refusal, language) }]
      : [];
  const title = shift ? say(`Quầy ${shift.number}`, `Counter ${shift.number}`) : say('Quầy', 'Counter');
  const { waits } = queue;
  const target = queue.plan.policy.waitTargetMinutes;
  const status = refusal && !isQuiet ? refusalStatus(refusal) : 200;
  return context.html(
    <WorkspacePage
      officer={{ ...officer, visitor: { ...visitor, path: `${path}?noi=${deskId}` } }}
      title={title}
      hasErrors={error.length > 0}
      refresh={ticket ? undefined : { seconds: 20, href: at('') }}
    >
      <ErrorSummary language={language} errors={error} />
      {isQuiet ? (
        <Alert language={language} live>
          <p>{refusalSentence(refusal, language)}</p>
        </Alert>
      ) : null}
      <h1>{title}</h1>
      <p class="lead">{name}</p>
      {others.length > 0 ? (
        <p>
          {say('Nơi khác: ', 'Other desks: ')}
          {others.map((other) => (
            <a href={localHref(language, `${path}?noi=${other.deskId}`)}>{other.name}</a>
          ))}
        </p>
      ) : null}
      <AtCounter desk={desk} queue={queue} shift={shift} now={now} names={names} error={error[0]} />
      <Figures
        figures={[
          { label: say('Đang chờ', 'Waiting'), value: queue.waiting.length },
          { label: say('Đã gọi hôm nay', 'Called today'), value: waits?.count ?? 0 },
          { label: say('Chờ thông thường (phút)', 'Usual wait (minutes)'), value: waits?.median ?? '–' },
          {
            label: say('9 trong 10 người chờ không quá (phút)', '9 of 10 waited at most (minutes)'),
            value: waits?.ninetyPercent ?? '–',
          },
          {
            label: say(`Chờ trung bình, mức đặt ra ${target} (phút)`, `Average wait, target ${target} (minutes)`),
            value: waits?.average ?? '–',
          },
        ]}
      />
      <Waiting language={language} queue={queue} now={officer.now} names={names} />
      <Missed desk={desk} queue={queue} isOpen={shift !== undefined} />
      <Expected language={language} bookings={expected} />
      <section>
        <h2>{say('Của quầy', 'Of the counter')}</h2>
        {shift ? (
          <Form csrfToken={csrfToken} action={localHref(language, path)} hidden={{ noi: deskId }}>
            <div class="actions">
              {shift.pausedAt ? (
                <Button name="viec" value="resume">
                  {say('Tiếp tục', 'Go on')}
                </Button>
              ) : (
                <Button name="viec" value="pause" variant="secondary">
                  {say('Tạm nghỉ', 'Pause')}
                </Button>
              )}
              <Button name="viec" value="close" variant="secondary">
                {say('Đóng quầy', 'Close the counter')}
              </Button>
            </div>
          </Form>
        ) : null}
        <p>
          <a href={at('/thiet-bi')}>
            {say('Thiết bị: máy lấy số, màn hình, máy tính bảng', 'Devices: kiosk, display, tablets')}
          </a>
        </p>
      </section>
    </WorkspacePage>,
    status as ContentfulStatusCode,
  );
}

/** Names of fields and priority groups, by code. */
async function namesOf(app: App) {
  const [facets, groups] = await Promise.all([app.procedures.search({}), app.desk.priorityGroups()]);
  return new Map([
    ...facets.map(({ definition }) => [definition.field.code, definition.field.name] as const),
    ...groups.map(({ code, name }) => [code, name] as const),
  ]);
}
