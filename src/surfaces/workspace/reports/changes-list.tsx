import type { Child } from 'hono/jsx';
import type { Language } from '#kernel/text.ts';
import type { GatheredText } from '#modules/reports/index.ts';
import { difference } from '#modules/signatures/index.ts';
import { textIn } from '#surfaces/ui/index.ts';
import { deedWords } from './report-words.ts';

/** Who did what, and the words that came and went. */
export function changesOf(language: Language, change: GatheredText['changes'][number]): readonly [Child, Child] {
  const { deed, before, after, changedByName } = change;
  return [
    `${changedByName}: ${textIn(language, deedWords[deed])}`,
    <span lang="vi">
      {difference(before ?? '', after ?? '').map(({ kind, text }) =>
        kind === 'same' ? `${text} ` : kind === 'added' ? <ins>{text} </ins> : <del>{text} </del>,
      )}
    </span>,
  ];
}
