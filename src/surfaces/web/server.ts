import { Hono } from 'hono';
import type { App } from '#app.ts';
import type { Settings } from '#platform/settings.ts';
import { apiRoutes } from '#surfaces/api/routes.ts';
import { kioskRoutes } from '#surfaces/kiosk/routes.ts';
import { open311Discovery, open311Routes } from '#surfaces/open311/routes.ts';
import { portalRoutes } from '#surfaces/portal/routes.ts';
import { assetRoutes } from '#surfaces/ui/index.ts';
import { workspaceRoutes } from '#surfaces/workspace/routes.ts';
import { paperOrigin } from './paper-origin.ts';
import { faultPage, notFoundPage } from './refusal-page.tsx';
import { securityHeaders } from './security-headers.ts';
import { pathWithoutLanguage, webShell } from './web-shell.ts';

export interface ServerParts {
  readonly app: App;
  readonly settings: Pick<Settings, 'publicUrl'>;
  /** Whether the database is reachable and has every migration; throws when it is not reachable. */
  readonly isReady: () => Promise<boolean>;
}

/** Everything that is answered over HTTP: health, assets, API, portal, workspace. */
export function createServer({ app, settings, isReady }: ServerParts): Hono {
  const options = { publicUrl: settings.publicUrl, papersUrl: app.papers.url };
  const server = new Hono({ getPath: pathWithoutLanguage });
  server.notFound((context) => notFoundPage(context));
  server.onError((error, context) => faultPage(context, error));

  if (app.papers.url) {
    const { host } = new URL(app.papers.url);
    const papers = paperOrigin(app);
    server.use(async (context, next) => (context.req.header('host') === host ? papers.fetch(context.req.raw) : next()));
  }
  server.get('/healthz', (context) => context.text('ok', 200, { 'cache-control': 'no-store' }));
  server.get('/readyz', async (context) => {
    const reason = await whyNotReady(isReady);
    const answer = reason ? { ready: false, reasons: [reason] } : { ready: true, reasons: [] };
    return context.json(answer, reason ? 503 : 200, { 'cache-control': 'no-store' });
  });
  server.get('/robots.txt', (context) => context.text(robots));
  server.route('/', assetRoutes());
  server.use('/api/*', securityHeaders(options));
  server.route('/api', apiRoutes(app));
  server.use('/open311/*', securityHeaders(options));
  server.route('/open311/v2', open311Routes(app, settings.publicUrl ?? ''));
  server.route('/open311', open311Discovery(settings.publicUrl ?? ''));
  const pages = webShell(
    app,
    (router) => {
      portalRoutes(app, options)(router);
      workspaceRoutes(app, options)(router);
      kioskRoutes(app, options)(router);
    },
    options,
  );
  server.route('/', pages as unknown as Hono);
  return server;
}

async function whyNotReady(isReady: () => Promise<boolean>): Promise<string | undefined> {
  try {
    return (await isReady()) ? undefined : 'migrations-pending';
  } catch {
    return 'database-unreachable';
  }
}

/** Pages about procedures may be found by everyone; pages about persons by nobody. */
const robots = `User-agent: *
Disallow: /ho-so-cua-toi
Disallow: /nop-ho-so
Disallow: /tra-cuu/ket-qua
Disallow: /lam-viec
Disallow: /api
Disallow: /phan-anh/gui
Disallow: /phan-anh/da-gui
Disallow: /kiosk
Disallow: /man-hinh
Disallow: /so-thu-tu
Disallow: /danh-gia
Disallow: /dat-lich/lich-hen
Disallow: /en/ho-so-cua-toi
Disallow: /en/nop-ho-so
Disallow: /en/tra-cuu/ket-qua
Disallow: /en/lam-viec
`;
