import { compareVietnamese, fold } from '#kernel/vietnamese.ts';
import { isAgency, isInForce, type Unit, type UnitTree } from '#modules/organisation/index.ts';
import type { ProcedureDefinition } from '#modules/procedures/index.ts';

/** The agencies that receive a procedure on a day: those it names, or all of its tier; by name. */
export function receivingAgencies(
  definition: ProcedureDefinition,
  tree: UnitTree,
  day: Temporal.PlainDate,
): readonly Unit[] {
  const { receivers, tier } = definition;
  return [...tree.values()]
    .filter((unit) => isAgency(unit) && isInForce(unit, day))
    .filter((unit) => (receivers ? receivers.includes(unit.id) : unit.tier === tier && unit.kind !== 'city'))
    .sort((a, b) => compareVietnamese(a.name.vi, b.name.vi));
}

/** Those whose name, with the name of the district, has every word typed; diacritics do not matter. */
export function agenciesByWords(agencies: readonly Unit[], words: string, tree: UnitTree): readonly Unit[] {
  const wanted = fold(words)
    .split(/[\s,]+/)
    .filter(Boolean);
  const nameOf = (unit: Unit) => fold(`${unit.name.vi} ${tree.get(unit.parentId ?? '')?.name.vi ?? ''}`);
  return agencies.filter((unit) => wanted.every((word) => nameOf(unit).includes(word)));
}
