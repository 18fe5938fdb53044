import type { Party } from '#modules/dossiers/rules/open-dossier.ts';
import type { Seeded } from './seeded.ts';

/** Lists of names, as reference/names keeps them. */
export interface NameLists {
  readonly family: readonly (readonly [name: string, weight: number])[];
  readonly women: { readonly middle: readonly string[]; readonly given: readonly string[] };
  readonly men: { readonly middle: readonly string[]; readonly given: readonly string[] };
  readonly streets: readonly string[];
  readonly ethnicities: readonly string[];
  readonly companies: readonly string[];
}

/** Every family name as often as its weight. */
const familyNames = new WeakMap<NameLists, readonly string[]>();

/** A name put together by chance; who really bears it is not meant. */
export function inventName(lists: NameLists, chance: Seeded, sex?: 'women' | 'men'): string {
  let families = familyNames.get(lists);
  if (!families) {
    families = lists.family.flatMap(([name, weight]) => Array.from({ length: weight }, () => name));
    familyNames.set(lists, families);
  }
  const { middle, given } = lists[sex ?? (chance.happens(0.5) ? 'women' : 'men')];
  return `${chance.pick(families)} ${chance.pick(middle)} ${chance.pick(given)}`;
}

/**
 * Twelve digits that are nobody's: a personal number begins with the code of a province, from 001, and never with 000.
 * @see Nghị định 137/2015/NĐ-CP art. 13
 */
export function inventPersonalId(chance: Seeded): string {
  return `000${String(chance.whole(1_000_000_000)).padStart(9, '0')}`;
}

/** Ten digits that ring nowhere: no network has numbers that begin with 010. */
export function inventPhone(chance: Seeded): string {
  return `010${String(chance.whole(10_000_000)).padStart(7, '0')}`;
}

/** Who brings a dossier, living where the agency is. */
export function inventParty(lists: NameLists, chance: Seeded, place: string): Party {
  const name = inventName(lists, chance);
  return {
    name,
    personalId: inventPersonalId(chance),
    phone: inventPhone(chance),
    email: '',
    address: `Số ${1 + chance.whole(240)}, ${chance.pick(lists.streets)}, ${place}`,
  };
}
