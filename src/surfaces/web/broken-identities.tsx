import type { Language } from '#kernel/text.ts';
import { type BrokenIdentity, type FigureAnswer, formatFigure } from '#modules/figures/index.ts';
import { Alert, speaker, textIn } from '#surfaces/ui/index.ts';

/** Every identity of these figures that does not hold, once. */
export function brokenOf(figures: readonly FigureAnswer[]): readonly BrokenIdentity[] {
  const broken = new Map<string, BrokenIdentity>();
  for (const figure of figures) for (const one of figure.broken) broken.set(one.id, one);
  return [...broken.values()];
}

/** Totals that are not the sum of their parts, shown beside the figures; nothing when all hold. */
export function BrokenIdentities({ language, figures }: { language: Language; figures: readonly FigureAnswer[] }) {
  const broken = brokenOf(figures);
  if (broken.length === 0) return null;
  const whole = (steps: number) => formatFigure(language, { steps, decimals: 0 });
  return (
    <Alert
      language={language}
      tone="warning"
      title={speaker(language)('Số liệu chưa khớp', 'The figures do not agree')}
    >
      <ul>
        {broken.map(({ says, leftSum, rightSum }) => (
          <li>
            {textIn(language, says)}: {whole(leftSum)} ≠ {whole(rightSum)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
