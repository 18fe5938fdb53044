import { figureDefinition } from './figure-catalogue.ts';
import type { ClosedContent } from './figure-closing.ts';
import type { BrokenIdentity } from './figure-identities.ts';
import { asNumber } from './figure-value.ts';

/** What is carried over must be what the period before was closed with; of the form, with what stands beside its columns. */
const carries = [
  { left: ['dossiers.carried_over'], right: 'dossiers.open' },
  { left: ['legs.carried_over'], right: 'legs.open' },
  { left: ['ii06a.6', 'ii06a.apart_carried'], right: 'ii06a.11' },
] as const;

/** Where the figures carried over are not those the period before was closed with: something came in late, or was put right. */
export function carriedOtherwise(
  closed: Pick<ClosedContent, 'figures' | 'version' | 'from' | 'to'>,
  valueBy: (id: string) => number | null,
): readonly BrokenIdentity[] {
  return carries.flatMap(({ left, right }) => {
    const then = closed.figures[right];
    const values = left.map(valueBy);
    if (!then || values.includes(null)) return [];
    const leftSum = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    const rightSum = asNumber(then);
    if (leftSum === rightSum) return [];
    const [vi, en] = (['vi', 'en'] as const).map((language) => figureDefinition(right)?.name[language] ?? right);
    const days = `${closed.from} – ${closed.to}`;
    const says = {
      vi: `Số kỳ trước chuyển qua = “${vi}” đã chốt cho kỳ ${days} (phiên bản ${closed.version})`,
      en: `What is carried over = “${en}” as closed for ${days} (version ${closed.version})`,
    };
    return [
      { id: `${left.join('+')}=closed`, says, left, right: [right], relation: 'equal' as const, leftSum, rightSum },
    ];
  });
}
