import { compareVietnamese } from '#kernel/vietnamese.ts';
import { localDay } from '#kernel/zone.ts';
import { agencyOf, isInForce, type Unit } from '#modules/organisation/index.ts';
import type { SelectOption } from '#surfaces/ui/index.ts';
import type { OpenCase } from '../case/open-case.ts';

/**
 * Whom an officer can consult: divisions of the City's departments, and of the same district its divisions and communes;
 * the command checks again.
 */
export function bodiesToAsk(open: OpenCase): readonly SelectOption[] {
  const { tree } = open.officer.ground;
  const { language } = open.officer.visitor;
  const today = localDay(open.officer.now);
  const holder = tree.get(open.page.state.holder?.unitId ?? '');
  const district = holder && districtAbove(holder, tree);
  const isNear = (unit: Unit) => district !== undefined && unit.path.startsWith(`${district.path}/`);
  return [...tree.values()]
    .filter((unit) => {
      if (unit.id === holder?.id || !isInForce(unit, today)) return false;
      if (unit.kind === 'division') return unit.tier === 'city' || isNear(unit);
      return unit.tier === 'commune' && unit.kind !== 'desk' && isNear(unit);
    })
    .map((unit) => {
      const agency = agencyOf(unit, tree);
      const of = unit.kind === 'division' && agency ? `, ${agency.name[language]}` : '';
      return {
        value: unit.id,
        label: `${unit.name[language]}${unit.name[language].includes(agency?.name[language] ?? '\n') ? '' : of}`,
      };
    })
    .sort((one, other) => compareVietnamese(one.label, other.label));
}

function districtAbove(unit: Unit, tree: ReadonlyMap<string, Unit>): Unit | undefined {
  for (let at: Unit | undefined = unit; at; at = at.parentId ? tree.get(at.parentId) : undefined) {
    if (at.tier === 'district' && at.kind !== 'division' && at.kind !== 'desk') return at;
  }
  return undefined;
}

/** Open parts can be called off; closed legs of the present step can be asked again. */
export function branchesFor(open: OpenCase, move: string): readonly SelectOption[] {
  const { tree } = open.officer.ground;
  const { language } = open.officer.visitor;
  const { state } = open.page;
  const step = state.route[state.step];
  return Object.entries(state.branches ?? {})
    .filter(([, branch]) =>
      move === 'ask-again' ? branch.closedAt !== null && branch.group === step?.id : branch.closedAt === null,
    )
    .map(([branchId, branch]) => ({
      value: branchId,
      label: `${branch.name[language]} (${tree.get(branch.unitId)?.name[language] ?? branch.unitId})`,
    }));
}
