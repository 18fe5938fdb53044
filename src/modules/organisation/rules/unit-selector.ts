import { accepted, type Result, refused } from '#kernel/result.ts';
import { isInForce, type Unit } from './unit.ts';
import { agencyOf, type UnitTree, unitAndAbove } from './unit-tree.ts';

/**
 * Where a step of a procedure is done, said without naming each of 579 communes: the agency that received, the
 * district or the City above it, or one named agency; with `part`, a desk or division of it by its function.
 */
export type UnitSelector =
  | { readonly of: 'receiver' | 'district' | 'city'; readonly part?: string }
  | { readonly unit: string; readonly part?: string };

export type UnitNotFound = 'unit-not-found';

/**
 * The unit a selector means for a dossier received by `receiverId` (an agency or its desk), as the tree is on `day`.
 * Refused with `unit-not-found` when there is none in force that day: no district stands above a department, a
 * commune has no divisions, a body was dissolved.
 */
export function resolveUnit(
  selector: UnitSelector,
  receiverId: string,
  tree: UnitTree,
  day: Temporal.PlainDate,
): Result<string, UnitNotFound> {
  const agency = agencyMeant(selector, receiverId, tree);
  const unit = agency === undefined || selector.part === undefined ? agency : tree.get(`${agency.id}.${selector.part}`);
  if (agency && unit && isInForce(agency, day) && isInForce(unit, day)) return accepted(unit.id);
  return refused('unit-not-found', { unit: wordsOf(selector), receiver: receiverId, day: day.toString() });
}

function agencyMeant(selector: UnitSelector, receiverId: string, tree: UnitTree): Unit | undefined {
  if ('unit' in selector) return tree.get(selector.unit);
  const receiver = tree.get(receiverId);
  const agency = receiver && agencyOf(receiver, tree);
  if (agency === undefined || selector.of === 'receiver') return agency;
  const isMeant = (unit: Unit) => (selector.of === 'city' ? unit.kind === 'city' : unit.tier === selector.of);
  return unitAndAbove(agency, tree).find(isMeant);
}

function wordsOf(selector: UnitSelector): string {
  const agency = 'unit' in selector ? selector.unit : selector.of;
  return selector.part === undefined ? agency : `${agency}.${selector.part}`;
}
