import type { Hono } from 'hono';
import type { App } from '#app.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import type { ShellOptions } from '#surfaces/web/web-shell.ts';
import { BoardHub } from './board-hub.ts';
import { displayEvents, displayPage } from './display-page.tsx';
import { kioskPage, takeNumber } from './kiosk-page.tsx';
import { kioskPayPage } from './pay-page.tsx';
import { rateAtTablet, tabletPage } from './tablet-page.tsx';
import { followTicketPage, kioskTicketPage } from './ticket-page.tsx';

/** What stands at a desk: kiosk, display, tablet; and a number on one's own telephone. */
export const kioskRoutes =
  (app: App, options: ShellOptions = {}) =>
  (router: Hono<WebEnv>): void => {
    const hub = new BoardHub(app);
    router.get('/kiosk/:desk', kioskPage(app, options));
    router.post('/kiosk/:desk', takeNumber(app));
    router.get('/kiosk/:desk/so/:id', kioskTicketPage(app, options));
    router.get('/kiosk/:desk/thanh-toan/:code', kioskPayPage(app));
    router.get('/so-thu-tu/:id', followTicketPage(app));
    router.get('/man-hinh/:desk', displayPage(app, options));
    router.get('/man-hinh/:desk/truc-tiep', displayEvents(app, hub));
    router.get('/danh-gia-tai-quay/:desk/:counter', tabletPage(app, options));
    router.post('/danh-gia-tai-quay/:desk/:counter', rateAtTablet(app, options));
  };
