import { divided, type FigureValue, formatFigure } from '#modules/figures/rules/figure-value.ts';
import { isNearly, isSwapped } from './digits.ts';
import type { NumberToken } from './read-numbers.ts';
import { quoteAround, type ReportFinding } from './report-finding.ts';

type Percent = Extract<NumberToken, { kind: 'percent' }>;

/** Words before a per cent that is no share of what stands beside it: a rise, an aim, an allowance. */
const noShare =
  /(?:tăng|giảm|hơn|trên|dưới|khoảng|gần|tối thiểu|ít nhất|không quá|phấn đấu|mục tiêu|chỉ tiêu|phụ cấp|mức|thêm|từ|đến|chưa tới|chưa đạt)\s*(?:thêm|là|mức|đạt)?\s*$/iu;

/**
 * Recomputes the shares of a paragraph. A share is of the number before it (or after it, in brackets) and another number of
 * the paragraph; where any two numbers make it, it is right. It is wrong when a ratio stands right before it and makes another,
 * or when it is so near to what two numbers make that it can only be meant to be that.
 */
export function checkShares(text: string, tokens: readonly NumberToken[], place: string): readonly ReportFinding[] {
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'percent' || noShare.test(text.slice(Math.max(0, token.at - 24), token.at))) return [];
    const recomputed = recompute(token, index, tokens, text);
    if (!recomputed) return [];
    const { decimals, steps } = token.value;
    const printed = `${formatFigure('vi', token.value)}%`;
    const exact = recomputed.exact;
    const isCutOff = Math.floor(exact * 10 ** decimals + 1e-9) === steps;
    return [
      {
        kind: isCutOff ? ('share-cut-off' as const) : ('share-wrong' as const),
        place,
        quote: quoteAround(text, token.at, token.written.length),
        printed,
        recomputed: `${recomputed.of} = ${formatFigure('vi', recomputed.share)}%`,
      },
    ];
  });
}

interface Recomputed {
  readonly share: FigureValue;
  readonly exact: number;
  readonly of: string;
}

function recompute(
  { value, at }: Percent,
  index: number,
  tokens: readonly NumberToken[],
  text: string,
): Recomputed | undefined {
  // of a paragraph that goes on for pages, only what stands about it
  const numbers = tokens
    .slice(Math.max(0, index - 40), index + 20)
    .flatMap((token): readonly number[] =>
      token.kind === 'count' ? [token.value] : token.kind === 'ratio' ? [token.part, token.of] : [],
    );
  const isRight = (share: FigureValue | null) => share?.steps === value.steps;
  const share = (part: number, of: number) => divided(part, of, 100, value.decimals);
  const makesIt = numbers.some((part, one) =>
    numbers.some((of, other) => one !== other && part <= of && isRight(share(part, of))),
  );
  if (makesIt) return undefined;
  const before = tokens.slice(0, index).findLast(({ kind }) => kind !== 'day');
  // right before it, in the same sentence, stands what it is a share of
  if (before?.kind === 'ratio' && !/[.;]\s/.test(text.slice(before.at + before.written.length, at)))
    return recomputed(before.part, before.of, value.decimals);
  const after = tokens.slice(index + 1).find(({ kind }) => kind !== 'day');
  const beside = [before, after].flatMap((token) => (token?.kind === 'count' ? [token.value] : []));
  const near = value.decimals === 0 ? 1 : 0.5;
  const printed = value.steps / 10 ** value.decimals;
  const isSaidToBeOf = numbers.length === 2 && /(?:đạt|bằng|chiếm|tỷ lệ|\()\s*$/iu.test(text.slice(0, at));
  const candidates = beside
    .flatMap((part) => numbers.filter((of) => of > part).map((of) => recomputed(part, of, value.decimals)))
    .filter(
      (candidate) =>
        candidate !== undefined &&
        (Math.abs(candidate.exact - printed) < near || isMisprint(candidate.share, value, isSaidToBeOf)),
    )
    .toSorted((one, other) => Math.abs(one!.exact - printed) - Math.abs(other!.exact - printed));
  return candidates[0];
}

function recomputed(part: number, of: number, decimals: number): Recomputed | undefined {
  const share = divided(part, of, 100, decimals);
  const words = `${formatFigure('vi', { steps: part, decimals: 0 })}/${formatFigure('vi', { steps: of, decimals: 0 })}`;
  return share ? { share, exact: (part / of) * 100, of: words } : undefined;
}

/** Two digits in the other order; or one other, where it is said that this is the share. */
function isMisprint(share: FigureValue, printed: FigureValue, isSaidToBeOf: boolean): boolean {
  const [one, other] = [`${share.steps}`, `${printed.steps}`];
  return one.length > 1 && (isSwapped(one, other) || (isSaidToBeOf && isNearly(one, other)));
}
