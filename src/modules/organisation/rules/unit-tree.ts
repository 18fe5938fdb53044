import { isAgency, type Unit } from './unit.ts';

/** The units of the city by id. */
export type UnitTree = ReadonlyMap<string, Unit>;

export function unitTree(units: Iterable<Unit>): UnitTree {
  const tree = new Map<string, Unit>();
  for (const unit of units) {
    if (tree.has(unit.id)) throw new Error(`two units have the id ${unit.id}`);
    tree.set(unit.id, unit);
  }
  return tree;
}

/** The path of a unit that stands under `parentPath`; the topmost has its id for a path. */
export function pathUnder(parentPath: string | null, id: string): string {
  return parentPath === null ? id : `${parentPath}/${id}`;
}

/** The ids on a path, from the City down. */
export function idsOnPath(path: string): readonly string[] {
  return path.split('/');
}

/** The unit itself, then each above it up to the City. */
export function unitAndAbove(unit: Unit, tree: UnitTree): readonly Unit[] {
  return idsOnPath(unit.path)
    .toReversed()
    .flatMap((id) => tree.get(id) ?? []);
}

/** The agency a unit is or belongs to: for a desk, the body whose desk it is. */
export function agencyOf(unit: Unit, tree: UnitTree): Unit | undefined {
  return unitAndAbove(unit, tree).find(isAgency);
}

const cities = new WeakMap<UnitTree, Unit>();

/** The unit under which all others stand: the City itself. */
export function cityIn(tree: UnitTree): Unit {
  const known = cities.get(tree) ?? tree.values().find(({ parentId }) => parentId === null);
  if (!known) throw new Error('there is no unit under which the others stand');
  cities.set(tree, known);
  return known;
}
