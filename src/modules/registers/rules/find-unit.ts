import type { Text } from '#kernel/text.ts';
import { fold, tidy } from '#kernel/vietnamese.ts';
import { isAgency, isInForce } from '#modules/organisation/rules/unit.ts';
import type { UnitTree } from '#modules/organisation/rules/unit-tree.ts';
import type { UnitFinder } from './read-value.ts';

/** Reads a unit as people write it: its id, its name, or its name with the one above it where several bear the name. */
export function unitFinder(tree: UnitTree, day: Temporal.PlainDate): UnitFinder {
  const byName = new Map<string, string | null>();
  const note = (name: string, id: string) => byName.set(fold(name), byName.has(fold(name)) ? null : id);
  for (const unit of tree.values()) {
    if (!isAgency(unit) || !isInForce(unit, day)) continue;
    const above = tree.get(unit.parentId ?? '');
    note(unit.name.vi, unit.id);
    if (unit.name.en !== unit.name.vi) note(unit.name.en, unit.id);
    if (above) note(`${unit.name.vi}, ${above.name.vi}`, unit.id);
  }
  return (named) => (tree.has(named) ? named : (byName.get(fold(tidy(named))) ?? undefined));
}

/** What a unit is called where it stands alone: a commune with its district, because names of communes come back. */
export function unitNamer(tree: UnitTree): (id: string) => Text {
  return (id) => {
    const unit = tree.get(id);
    if (!unit) return { vi: id, en: id };
    const above = unit.tier === 'commune' ? tree.get(unit.parentId ?? '') : undefined;
    if (!above) return unit.name;
    return { vi: `${unit.name.vi}, ${above.name.vi}`, en: `${unit.name.en}, ${above.name.en}` };
  };
}
