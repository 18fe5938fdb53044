import type { Text } from '#kernel/text.ts';

/** What must hold between figures whatever was counted: the one side is the sum of the other, or no more than it. */
export interface FigureIdentity {
  readonly id: string;
  readonly says: Text;
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** `equal`, or the left at most the right. */
  readonly relation: 'equal' | 'at-most';
}

/** An identity that does not hold, shown with the figure and never hidden. */
export interface BrokenIdentity extends FigureIdentity {
  readonly leftSum: number;
  readonly rightSum: number;
}

/** The identities that do not hold. One of which a figure has no value is not checked. */
export function brokenIdentities(
  identities: readonly FigureIdentity[],
  valueBy: (id: string) => number | null,
): readonly BrokenIdentity[] {
  return identities.flatMap((identity) => {
    const sides = [identity.left, identity.right].map((ids) => ids.map(valueBy));
    if (sides.flat().includes(null)) return [];
    const [leftSum = 0, rightSum = 0] = sides.map((values) =>
      values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    );
    const holds = identity.relation === 'equal' ? leftSum === rightSum : leftSum <= rightSum;
    return holds ? [] : [{ ...identity, leftSum, rightSum }];
  });
}
