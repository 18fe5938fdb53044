import type { Language } from '#kernel/text.ts';
import { formatNumber } from '#kernel/vietnamese.ts';

/** A value in whole steps of its last place: 902 with one decimal is 90,2. What is printed is what is compared. */
export interface FigureValue {
  readonly steps: number;
  readonly decimals: number;
}

export const whole = (steps: number): FigureValue => ({ steps, decimals: 0 });

/** `part` ÷ `of` × `scale`, rounded half up to `decimals` places in whole numbers; null where there is nothing to divide by. */
export function divided(part: number, of: number, scale: number, decimals: number): FigureValue | null {
  if (of === 0) return null;
  const [counted, total] = [BigInt(part), BigInt(of)];
  const raised = BigInt(scale) * 10n ** BigInt(decimals);
  return { steps: Number((counted * raised * 2n + total) / (total * 2n)), decimals };
}

/** As a number, for whoever draws or exports it. */
export const asNumber = ({ steps, decimals }: FigureValue): number => steps / 10 ** decimals;

/** `1.376.469` and `90,2` in Vietnamese, `1,376,469` and `90.2` in English; a dash where there is no number. */
export function formatFigure(language: Language, value: FigureValue | null): string {
  if (value === null) return '–';
  const digits = String(Math.abs(value.steps)).padStart(value.decimals + 1, '0');
  const [front, back] = [digits.slice(0, digits.length - value.decimals), digits.slice(digits.length - value.decimals)];
  const number = formatNumber(language, BigInt(front));
  return `${value.steps < 0 ? '-' : ''}${number}${back === '' ? '' : `${language === 'vi' ? ',' : '.'}${back}`}`;
}
