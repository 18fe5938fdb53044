import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { allAssets, assetRoutes, assetUrl } from './assets.ts';

const gzipBytes = (name: string): number => {
  const asset = allAssets().get(name)!;
  return asset.gzip?.length ?? asset.body.length;
};

describe('assets', () => {
  test('styles, both fonts and the script of a portal page weigh less than 45 KB, so that a page stays under 60', () => {
    const parts = ['site.css', 'be-vietnam-pro-400.woff2', 'be-vietnam-pro-600.woff2', 'site.js'];
    const weights = parts.map((name) => [name, gzipBytes(name)] as const);
    console.log('first load, gzip bytes:', Object.fromEntries(weights));
    expect(weights.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThan(45 * 1024);
  });

  test('each weight of the font is at most 15 KB', () => {
    expect(gzipBytes('be-vietnam-pro-400.woff2')).toBeLessThanOrEqual(15 * 1024);
    expect(gzipBytes('be-vietnam-pro-600.woff2')).toBeLessThanOrEqual(15 * 1024);
  });

  test('an address bears the hash of the content and may be kept for ever', async () => {
    const answer = await assetRoutes().request(assetUrl('site.css'), { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(
      new Uint8Array(gzipSync(allAssets().get('site.css')!.body, { level: 9 })),
    );
  });

  test('an address that is not ours is not found', async () => {
    expect((await assetRoutes().request('/assets/site.0000000000.css')).status).toBe(404);
    expect((await assetRoutes().request('/assets/..%2f..%2fpackage.json')).status).toBe(404);
  });

  test('every custom property of the design system that the styles use is given a value', () => {
    const css = allAssets().get('site.css')!.body.toString();
    const used = new Set([...css.matchAll(/var\((--ds-[a-z0-9-]+)\)/g)].map(([, name]) => name!));
    const given = new Set([...css.matchAll(/(--ds-[a-z0-9-]+):/g)].map(([, name]) => name!));
    // A table's caption may have a size of its own in the design system; ours has one size.
    const missing = [...used].filter((name) => !given.has(name) && !name.startsWith('--ds-heading-'));
    expect(missing).toEqual([]);
  });

  test('scripts hold no types and no comments, styles name the fonts by their hashed address', () => {
    expect(allAssets().get('site.js')!.body.toString()).not.toMatch(/HTMLFormElement>|^\s*\/\//m);
    expect(allAssets().get('site.css')!.body.toString()).toContain(`url("${assetUrl('be-vietnam-pro-600.woff2')}")`);
  });

  test('an unknown name is a defect of ours', () => {
    expect(() => assetUrl('nothing.css')).toThrow('there is no asset nothing.css');
  });
});
