import type { App } from '#app.ts';
import type { Language } from '#kernel/text.ts';
import { localHref, speaker } from '#surfaces/ui/index.ts';

/** Where a dossier is rated, once it has ended and as long as nobody has. */
export async function rateHref(
  app: App,
  state: { readonly caseId: string; readonly shownCode: string },
): Promise<string | undefined> {
  if (!(await app.ratings.mayBeRated(state.caseId))) return undefined;
  return `/danh-gia/${encodeURIComponent(state.shownCode)}?ma=${await app.ratings.secretOf(state.caseId)}`;
}

export function RateLink(props: { language: Language; href: string | undefined }) {
  if (!props.href) return null;
  return (
    <p class="no-print">
      <a href={localHref(props.language, props.href)}>
        {speaker(props.language)('Đánh giá việc giải quyết hồ sơ', 'Rate how the dossier was handled')}
      </a>
    </p>
  );
}
