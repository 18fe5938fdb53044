import type { Context, Handler } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { App } from '#app.ts';
import { refused } from '#kernel/result.ts';
import { localHref, Page, speaker } from '#surfaces/ui/index.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import type { ShellOptions } from '#surfaces/web/web-shell.ts';
import { Board, type ShownQueue } from './board.tsx';
import type { BoardHub } from './board-hub.ts';
import { type DeviceDesk, deviceDesk } from './device-page.tsx';
import { type DevicePlace, enrolHere, isEnrolled } from './enrolled-device.ts';

const placeOf = (desk: DeviceDesk): DevicePlace => ({ kind: 'display', deskId: desk.id });
const refuse = (context: Context<WebEnv>) => showRefusal(context, refused('device-not-enrolled').refusal);

/** `/man-hinh/:desk`: who is served where. Without script it is asked for anew every ten seconds. */
export const displayPage =
  (app: App, options: ShellOptions): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const desk = await deviceDesk(app, visitor, context.req.param('desk') ?? '');
    const queue = desk && (await app.desk.queue(desk.id));
    if (!desk || !queue) return notFoundPage(context);
    const enrolled = await enrolHere(app, context, placeOf(desk), `/man-hinh/${desk.id}`, options);
    if (enrolled) return enrolled;
    if (!(await isEnrolled(app, context, placeOf(desk)))) return refuse(context);
    return context.html(
      <Page
        language={language}
        title={speaker(language)('Màn hình gọi số', 'Display')}
        path={visitor.path}
        variant="screen"
        refresh={{ seconds: 10, withoutScript: true }}
      >
        <div class="board" aria-live="polite" data-live={localHref(language, `/man-hinh/${desk.id}/truc-tiep`)}>
          <Board language={language} name={desk.name} queue={queue} />
        </div>
      </Page>,
    );
  };

const beatEvery = 20_000;

/** `/man-hinh/:desk/truc-tiep`: the board as it stands, then every time it changes. */
export const displayEvents =
  (app: App, hub: BoardHub): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const desk = await deviceDesk(app, visitor, context.req.param('desk') ?? '');
    if (!desk || !(await isEnrolled(app, context, placeOf(desk)))) return notFoundPage(context);
    // a proxy must not gather the events
    context.header('x-accel-buffering', 'no');
    return streamSSE(context, async (stream) => {
      let shown = '';
      const show = async (queue: ShownQueue) => {
        const html = String(<Board language={visitor.language} name={desk.name} queue={queue} />);
        if (html === shown || stream.aborted) return;
        shown = html;
        await stream.writeSSE({ event: 'board', data: html, retry: 3000 });
      };
      const end = hub.listen(desk.id, (queue) => void show(queue).catch(() => stream.abort()));
      const over = new Promise<void>((resolve) => stream.onAbort(resolve));
      const beat = setInterval(async () => {
        // a display that was revoked meanwhile hears no more
        if (await isEnrolled(app, context, placeOf(desk)).catch(() => true))
          await stream.write(': \n\n').catch(() => stream.abort());
        else stream.abort();
      }, beatEvery);
      beat.unref();
      await over;
      clearInterval(beat);
      end();
    });
  };
