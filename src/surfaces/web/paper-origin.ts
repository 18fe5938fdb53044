import { Readable } from 'node:stream';
import { Hono } from 'hono';
import type { App } from '#app.ts';
import { refusalCatalogue } from '#app.ts';
import { sentenceOf } from '#kernel/result.ts';
import { paperHeaders } from './paper-response.ts';

/**
 * The origin of papers: it answers links that were signed for one paper and two minutes, and nothing else. No page, no
 * script, no cookie of ours lives there, so what somebody handed in can reach nothing of ours.
 */
export function paperOrigin(app: App): Hono {
  const router = new Hono();
  router.get('/:link', async (context) => {
    const paper = await app.papers.readLink(context.req.param('link').slice(0, 4000));
    if (!paper) return context.text(over, 404, plain);
    const opened = await app.files.openScanned(paper.sha256);
    if (!opened.ok) {
      const { refusal } = opened;
      return context.text(
        `${sentenceOf(refusal, refusalCatalogue, 'vi')}\n${sentenceOf(refusal, refusalCatalogue, 'en')}`,
        409,
        plain,
      );
    }
    const { stream, sizeBytes } = opened.value;
    return context.body(Readable.toWeb(stream) as ReadableStream, 200, {
      ...paperHeaders({ ...paper, sizeBytes }),
      // our pages show pictures from here; whoever else has a link has two minutes and needs no embedding
      'cross-origin-resource-policy': 'cross-origin',
      'referrer-policy': 'no-referrer',
    });
  });
  router.notFound((context) => context.text(over, 404, plain));
  return router;
}

const over =
  'Đường dẫn này không còn dùng được. Mở lại giấy tờ từ trang hồ sơ.\nThis link is over. Open the paper from its dossier again.';

const plain = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
};
