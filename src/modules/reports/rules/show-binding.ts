import { compareVietnamese } from '#kernel/vietnamese.ts';
import { figureDefinition } from '#modules/figures/rules/figure-catalogue.ts';
import { divided, type FigureValue, formatFigure } from '#modules/figures/rules/figure-value.ts';
import { figuresOfBinding } from './bind-figures.ts';
import { askedKey, type FigureBinding, type FigureLineFound, type FiguresFound } from './figure-binding.ts';

/** A binding as it is printed, with the number behind it; words null: there is no number (yet). */
export interface ShownBinding {
  readonly words: string | null;
  readonly value: FigureValue | null;
}

const nothing: ShownBinding = { words: null, value: null };

/** Prints a binding from what was found, by the rounding of its figure. */
export function showBinding(
  binding: FigureBinding,
  found: FiguresFound,
  spanOf: (figureId: string) => string,
): ShownBinding {
  const [first, second] = figuresOfBinding(binding, spanOf).map((asked) => found.get(askedKey(asked)));
  const { figureId, show } = binding;
  const value = first?.value ?? null;
  if (show.what === 'since') return { ...nothing, words: sinceWhen(first?.lines ?? [], show.side, show.limit) };
  if (show.what === 'highest' || show.what === 'lowest') {
    const ranked = rankLines(first?.lines ?? [], show.what).slice(0, show.count);
    if (ranked.length === 0) return nothing;
    return {
      ...nothing,
      words: joined(
        ranked.map((line) => `${withinSentence(line.label)} (${numberWords(figureId, line.value, false)})`),
      ),
    };
  }
  if (show.what === 'line') {
    const line = first?.lines.find(({ key }) => key === show.key);
    return shown(figureId, line?.value ?? null, binding.withMeasure);
  }
  if (show.what === 'share') {
    const share = shareOf(value, second?.value ?? null, show.decimals);
    return share ? { words: `${formatFigure('vi', share)}%`, value: share } : nothing;
  }
  if (show.what === 'change') return changeWords(figureId, value, second?.value ?? null, binding.withMeasure);
  return shown(figureId, value, binding.withMeasure);
}

function shown(figureId: string, value: FigureValue | null, withMeasure: boolean): ShownBinding {
  return value ? { words: numberWords(figureId, value, withMeasure), value } : nothing;
}

/** `90,2%`, `1.376.469`, `1.376.469 hồ sơ`. */
export function numberWords(figureId: string, value: FigureValue | null, withMeasure: boolean): string {
  const measure = figureDefinition(figureId)?.measure.vi ?? '';
  const number = formatFigure('vi', value);
  if (measure === '%') return `${number}%`;
  return withMeasure ? `${number} ${measure}` : number;
}

/** `part` of `of` in per cent, rounded half up; null where there is nothing to divide by. */
export function shareOf(part: FigureValue | null, of: FigureValue | null, decimals: number): FigureValue | null {
  if (!part || !of) return null;
  const places = Math.max(part.decimals, of.decimals);
  const raised = ({ steps, decimals: own }: FigureValue) => steps * 10 ** (places - own);
  return divided(raised(part), raised(of), 100, decimals);
}

function changeWords(
  figureId: string,
  value: FigureValue | null,
  before: FigureValue | null,
  withMeasure: boolean,
): ShownBinding {
  if (!value || !before || value.decimals !== before.decimals) return nothing;
  const change = { steps: value.steps - before.steps, decimals: value.decimals };
  if (change.steps === 0) return { words: 'không thay đổi', value: change };
  const measure = figureDefinition(figureId)?.measure.vi ?? '';
  const amount = formatFigure('vi', { ...change, steps: Math.abs(change.steps) });
  const unit = measure === '%' ? ' điểm phần trăm' : withMeasure ? ` ${measure}` : '';
  return { words: `${change.steps > 0 ? 'tăng' : 'giảm'} ${amount}${unit}`, value: change };
}

/** Lines with a number, the highest or the lowest first; nobody is highest with nothing. */
export function rankLines(lines: readonly FigureLineFound[], which: 'highest' | 'lowest'): readonly FigureLineFound[] {
  const sign = which === 'highest' ? -1 : 1;
  return lines
    .filter(({ value }) => value !== null && (which === 'lowest' || value.steps > 0))
    .toSorted((a, b) => sign * ((a.value?.steps ?? 0) - (b.value?.steps ?? 0)) || compareVietnamese(a.label, b.label));
}

/** The month from which on every month to the last was over or under the limit; null: the last is not. */
function sinceWhen(lines: readonly FigureLineFound[], side: 'over' | 'under', limit: number): string | null {
  let since: FigureLineFound | undefined;
  for (const line of lines.toReversed()) {
    if (!line.value) break;
    const number = line.value.steps / 10 ** line.value.decimals;
    if (side === 'over' ? number <= limit : number >= limit) break;
    since = line;
  }
  return since ? monthWords(since) : null;
}

/** `tháng 6/2021`, `tháng 01/2021` of the line of a month, whose key is its first day. */
function monthWords({ key, label }: FigureLineFound): string {
  const [, year, month] = /^(\d{4})-(\d{2})/.exec(key) ?? [];
  return year && month ? `tháng ${Number(month) < 3 ? month : Number(month)}/${year}` : label;
}

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} và ${words.at(-1)}`;

/** `huyện Thanh Trì`: what a unit is begins with a small letter within a sentence; a department keeps its capital. */
const withinSentence = (name: string): string =>
  name.replace(/^(Quận|Huyện|Thị xã|Phường|Xã|Thị trấn) /, (kind) => kind.toLocaleLowerCase('vi'));
