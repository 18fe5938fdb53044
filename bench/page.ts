import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { connect } from '#platform/database/connection.ts';
import { startServer } from '#platform/database/embedded-server.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openFileStore } from '#platform/file-store.ts';
import { readSettings } from '#platform/settings.ts';
import { createServer } from '#surfaces/web/server.ts';
import { openCity } from '../tests/city.ts';
import { type Bench, perSecondTogether, type Row, row } from './measure.ts';

const pages: readonly (readonly [name: string, address: string])[] = [
  ['home', '/'],
  ['search', '/thu-tuc?q=khai+sinh'],
  ['procedure', '/thu-tuc/1.001193'],
  ['start of filing', '/nop-ho-so/1.001193'],
  ['tracking', '/tra-cuu'],
];

/** What a first visit may weigh on the way, all but images, in bytes. */
const budget = 60_000;

/**
 * The weight of a first visit (the page, its styles, scripts and fonts, gzip where it helps) beside the budget, and how
 * often a second one process renders the page on the server, database included.
 */
export const benchPage: Bench = async (seconds) => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
  const database = await startServer(folder, { forTests: true });
  const connection = connect(database.connectionString);
  try {
    await migrate(connection.pool);
    const { app } = await openCity(connection.db, await openFileStore(join(folder, 'files')));
    const settings = readSettings({ MOTCUA_DATA: folder });
    const server = createServer({ app, settings, isReady: async () => true });
    const get = async (address: string) => server.fetch(new Request(new URL(address, 'http://127.0.0.1:3000')));

    const rows: Row[] = [];
    for (const [name, address] of pages) {
      const { html, landed } = await open(get, address);
      rows.push(row(`${name}, first load`, await weigh(get, html), 'bytes', budget));
      const rendered = await perSecondTogether(async () => void (await (await get(landed)).arrayBuffer()), 4, seconds);
      rows.push(row(`${name}, rendered`, rendered, 'pages/s'));
    }
    return rows;
  } finally {
    await connection.close();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

type Get = (address: string) => Promise<Response>;

/** Follows redirections, as a browser does. */
async function open(get: Get, address: string): Promise<{ html: string; landed: string }> {
  let landed = address;
  for (let hops = 0; hops < 5; hops++) {
    const answer = await get(landed);
    const next = answer.headers.get('location');
    if (next && answer.status >= 300 && answer.status < 400) {
      landed = next;
    } else if (answer.ok) {
      return { html: await answer.text(), landed };
    } else {
      throw new Error(`${address} answered ${answer.status}`);
    }
  }
  throw new Error(`${address} leads round in a circle`);
}

async function weigh(get: Get, html: string): Promise<number> {
  const seen = new Set<string>();
  let bytes = gzipSync(html).length;
  const add = async (address: string, from: string): Promise<void> => {
    const { pathname, search } = new URL(address, `http://127.0.0.1:3000${from}`);
    if (seen.has(pathname + search)) return;
    seen.add(pathname + search);
    const answer = await get(pathname + search);
    if (!answer.ok) throw new Error(`${pathname} answered ${answer.status}`);
    const body = Buffer.from(await answer.arrayBuffer());
    bytes += /\.woff2$/.test(pathname) ? body.length : gzipSync(body).length;
    // what a style sheet or a script brings in turn
    const text = /\.(css|js)$/.test(pathname) ? body.toString() : '';
    for (const [, found] of text.matchAll(
      /url\(["']?([^"')]+\.woff2)["']?\)|(?:from|import)\s*["']([^"']+\.js)["']/g,
    )) {
      if (found) await add(found, pathname);
    }
  };
  for (const [tag] of html.matchAll(/<(?:link|script)\b[^>]*>/g)) {
    const address = /\b(?:href|src)="([^"]+)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&');
    const isLoaded = tag.startsWith('<script') || /rel="(stylesheet|preload|modulepreload)"/.test(tag);
    if (address && isLoaded && !address.startsWith('http')) await add(address, '/');
  }
  return bytes;
}
