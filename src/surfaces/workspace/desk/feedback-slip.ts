import type { App } from '#app.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { onCase } from '../case/open-case.ts';

/** `…/phieu-danh-gia.pdf`: given with the result; a part of another agency has none of its own. */
export const feedbackSlip = (app: App) =>
  onCase(app, async ({ page }, context) => {
    if (page.state.parent) return notFoundPage(context);
    const pdf = await app.ratings.slip(page);
    return context.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="phieu-danh-gia-${page.state.code ?? page.state.reference}.pdf"`,
    });
  });
