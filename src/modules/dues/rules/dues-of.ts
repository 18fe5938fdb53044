import type { Dong } from '#kernel/money.ts';
import type { Text } from '#kernel/text.ts';
import type { Answers } from '#modules/procedures/rules/answers.ts';
import type { DuesReduction, ProcedureDefinition } from '#modules/procedures/rules/procedure-definition.ts';
import { duesOf as duesBeforeReductions } from '#modules/procedures/rules/what-applies.ts';

/** One line of a bill: what is asked before and after a reduction, and why. */
export interface DuesLine {
  readonly itemId: string;
  readonly kind: 'fee' | 'charge' | 'obligation';
  readonly label: Text;
  readonly amount: Dong;
  readonly reduction: Dong;
  /** Who it is reduced for; null when it is not. */
  readonly reducedFor: string | null;
  readonly why: Text;
  /** The legal text that sets the amount, and the one that reduces it. */
  readonly source: string;
}

/** What is left to pay of a line. */
export const owedOf = (line: Pick<DuesLine, 'amount' | 'reduction'>): Dong => line.amount - line.reduction;

/**
 * What is to be paid in the case the answers describe, for a person to whom these reductions were granted, line by line.
 * Of several reductions of one item the largest counts; they are not added. What a share leaves over below one đồng is the
 * person's, not the State's.
 * @param granted ids of reductions whose proof was seen
 * @see Luật Phí và lệ phí 97/2015/QH13 art. 10: who is exempt, by whom it is decided
 */
export function duesOf(
  definition: ProcedureDefinition,
  answers: Answers,
  granted: readonly string[] = [],
): readonly DuesLine[] {
  return duesBeforeReductions(definition, answers).flatMap(({ item, amount }) => {
    if (amount === 0n) return [];
    const largest = (item.reductions ?? [])
      .filter((reduction) => granted.includes(reduction.id))
      .reduce<DuesReduction | undefined>((most, one) => (most && most.share >= one.share ? most : one), undefined);
    const reduction = largest ? (amount * BigInt(largest.share) + 99n) / 100n : 0n;
    return [
      {
        itemId: item.id,
        kind: item.kind,
        label: item.label,
        amount,
        reduction,
        reducedFor: largest?.id ?? null,
        why: largest ? withReduction(item.amountLabel, largest) : item.amountLabel,
        source: largest ? `${item.source}; ${largest.source}` : item.source,
      },
    ];
  });
}

function withReduction(why: Text, { share, who }: DuesReduction): Text {
  return share === 100
    ? { vi: `${why.vi}; được miễn: ${who.vi}`, en: `${why.en}; exempt: ${who.en}` }
    : { vi: `${why.vi}; giảm ${share}%: ${who.vi}`, en: `${why.en}; ${share}% less: ${who.en}` };
}

/** The reductions a person may ask for in this case, each once, with the item it lowers most first. */
export function reductionsOpen(definition: ProcedureDefinition, answers: Answers): readonly DuesReduction[] {
  const open = new Map<string, DuesReduction>();
  for (const { item, amount } of duesBeforeReductions(definition, answers)) {
    if (amount === 0n) continue;
    for (const reduction of item.reductions ?? []) if (!open.has(reduction.id)) open.set(reduction.id, reduction);
  }
  return [...open.values()];
}
