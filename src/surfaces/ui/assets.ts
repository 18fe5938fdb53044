import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Hono } from 'hono';

/** One static file, made once at the start and never changed under its address: the address bears the hash of its content. */
export interface Asset {
  readonly url: string;
  readonly type: string;
  readonly body: Buffer;
  /** Absent for what is compressed already (fonts). */
  readonly gzip?: Buffer;
  readonly brotli?: Buffer;
}

const here = import.meta.dirname;
const designSystem = dirname(createRequire(import.meta.url).resolve('@digdir/designsystemet-css'));

/** Only the parts of the design system that our pages use: the whole would be six times as heavy. */
const designSystemParts = [
  'base',
  'button',
  'label',
  'field',
  'fieldset',
  'input',
  'validation-message',
  'error-summary',
  'alert',
  'tag',
  'table',
  'skip-link',
];

const ownStyles = [
  'type.css',
  'layout.css',
  'forms.css',
  'content.css',
  'case.css',
  'charts.css',
  'report.css',
  'media.css',
];

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

let made: ReadonlyMap<string, Asset> | undefined;

/** All assets by name. Made at first use: some 50 ms. */
export function allAssets(): ReadonlyMap<string, Asset> {
  made ??= makeAssets();
  return made;
}

/** The address of an asset: `assetUrl('site.css')` is `/assets/site.<hash>.css`. An unknown name is a defect and throws. */
export function assetUrl(name: string): string {
  const asset = allAssets().get(name);
  if (!asset) throw new Error(`there is no asset ${name}`);
  return asset.url;
}

function makeAssets(): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  const add = (name: string, body: Buffer) => assets.set(name, makeAsset(name, body));

  for (const weight of ['400', '600']) {
    const name = `be-vietnam-pro-${weight}.woff2`;
    add(name, readFileSync(join(here, 'fonts', name)));
  }
  add('mark.svg', readFileSync(join(here, 'theme/mark.svg')));

  const sheets = [
    join(here, 'theme/tokens.css'),
    ...designSystemParts.map((part) => join(designSystem, `${part}.css`)),
    ...ownStyles.map((sheet) => join(here, 'theme', sheet)),
  ];
  const css = sheets
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
    // A style sheet names an asset by its plain name; its address is known only here.
    .replaceAll(/url\("asset:([^"]+)"\)/g, (_whole, name: string) => `url("${assets.get(name)?.url ?? name}")`);
  add('site.css', Buffer.from(squeeze(css)));
  // only kiosk, display and tablet
  add('device.css', Buffer.from(squeeze(readFileSync(join(here, 'theme/device.css'), 'utf8'))));

  for (const script of ['site', 'workspace', 'device', 'draft']) {
    const source = readFileSync(join(here, 'scripts', `${script}.ts`), 'utf8');
    add(`${script}.js`, Buffer.from(withoutComments(stripTypeScriptTypes(source))));
  }
  return assets;
}

function makeAsset(name: string, body: Buffer): Asset {
  const extension = extname(name);
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10);
  const url = `/assets/${name.slice(0, -extension.length)}.${hash}${extension}`;
  const type = contentTypes[extension] ?? 'application/octet-stream';
  if (extension === '.woff2') return { url, type, body };
  return {
    url,
    type,
    body,
    gzip: gzipSync(body, { level: 9 }),
    brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  };
}

/** Comments and spaces a browser does not need; strings and `calc` stay as they are. */
function squeeze(css: string): string {
  return css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s*\n\s*/g, '\n')
    .replaceAll(/ *([{};,]) */g, '$1')
    .replaceAll(/([{};,])\n/g, '$1')
    .replaceAll(/;}/g, '}')
    .replaceAll(/: (?=[^{}]*[;}])/g, ':');
}

/** Our scripts write comments on lines of their own. */
function withoutComments(script: string): string {
  return script
    .replaceAll(/^\s*\/\*\*[\s\S]*?\*\/\s*$/gm, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n\s*\n+/g, '\n');
}

/** Serves the assets. Mount at the root: the addresses bear `/assets/`. */
export function assetRoutes(): Hono {
  const byUrl = new Map([...allAssets().values()].map((asset) => [asset.url, asset]));
  const routes = new Hono();
  routes.get('/assets/:file', (context) => {
    const asset = byUrl.get(`/assets/${context.req.param('file')}`);
    if (!asset) return context.notFound();
    const accepts = context.req.header('accept-encoding') ?? '';
    const [encoding, body] =
      asset.brotli && /\bbr\b/.test(accepts)
        ? ['br', asset.brotli]
        : asset.gzip && /\bgzip\b/.test(accepts)
          ? ['gzip', asset.gzip]
          : [undefined, asset.body];
    context.header('content-type', asset.type);
    context.header('cache-control', 'public, max-age=31536000, immutable');
    context.header('x-content-type-options', 'nosniff');
    if (asset.gzip) context.header('vary', 'accept-encoding');
    if (encoding) context.header('content-encoding', encoding);
    return context.body(new Uint8Array(body));
  });
  return routes;
}
