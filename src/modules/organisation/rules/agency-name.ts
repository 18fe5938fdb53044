import type { Text } from '#kernel/text.ts';
import type { Unit } from './unit.ts';

const committees: readonly Unit['kind'][] = [
  'urban-district',
  'rural-district',
  'district-town',
  'ward',
  'rural-commune',
  'township',
];

/** The name of a unit inside a Vietnamese sentence: `phường Cống Vị`, `quận Ba Đình`; other names stay as they are. */
export function nameInSentence(unit: Pick<Unit, 'kind' | 'name'>): Text {
  if (!committees.includes(unit.kind)) return unit.name;
  const [first = '', ...rest] = unit.name.vi;
  return { vi: first.toLocaleLowerCase('vi') + rest.join(''), en: unit.name.en };
}

/** Whether a People's Committee acts for a unit: of the city, a district, a commune. */
export function isCommittee(unit: Pick<Unit, 'kind'>): boolean {
  return unit.kind === 'city' || committees.includes(unit.kind);
}

/** The body that acts for a unit, as it heads its documents: of a ward, the ward's People's Committee. */
export function agencyName(unit: Pick<Unit, 'kind' | 'name'>): Text {
  if (!isCommittee(unit)) return unit.name;
  const name = nameInSentence(unit);
  return { vi: `Ủy ban nhân dân ${name.vi}`, en: `People's Committee of ${name.en}` };
}
