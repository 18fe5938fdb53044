import type { Role } from '#case-engine/rules/authority.ts';
import type { Unit } from '#modules/organisation/rules/unit.ts';
import { agencyOf, idsOnPath, type UnitTree } from '#modules/organisation/rules/unit-tree.ts';
import type { FeedbackField, FocalPoint } from './feedback-policy.ts';
import type { FeedbackAbout } from './feedback-words.ts';

/** A post: a role at a unit. */
export interface FeedbackPost {
  readonly unitId: string;
  readonly role: Role;
}

const isCommune = ({ kind }: Unit) => kind === 'ward' || kind === 'rural-commune' || kind === 'township';
const cityOffice = 'van-phong-ubnd';

/**
 * The agency that receives it: of conduct, a service or a dossier the agency it is about; else whom the field goes to,
 * at the commune where it is or the district above. What fits nowhere goes to the Office of the People's Committee.
 */
export function agencyFor(
  item: {
    readonly about: FeedbackAbout;
    readonly communeId: string | null;
    readonly aboutUnitId: string | null;
  },
  field: FeedbackField,
  tree: UnitTree,
): string {
  const named = tree.get(item.aboutUnitId ?? '');
  const agency = named && agencyOf(named, tree);
  // the City's own Office takes in what is about the City
  if (agency && item.about !== 'place') return agency.kind === 'city' ? cityOffice : agency.id;
  const commune = tree.get(item.communeId ?? '');
  if (tree.has(field.to)) return field.to;
  if (!commune) return agency && agency.kind !== 'city' ? agency.id : cityOffice;
  if (field.to === 'commune' || !isCommune(commune)) return commune.id;
  const above = idsOnPath(commune.path)
    .map((id) => tree.get(id))
    .find((unit) => unit?.tier === 'district');
  return above?.id ?? commune.id;
}

/** Who takes feedback in at an agency. */
export function focalPointOf(agencyId: string, points: readonly FocalPoint[], tree: UnitTree): FeedbackPost {
  for (const { of, part, role } of points) {
    if (of !== undefined && of !== agencyId) continue;
    const unitId = part === undefined ? agencyId : `${agencyId}.${part}`;
    if (tree.get(unitId)?.validTo === null) return { unitId, role };
  }
  return { unitId: agencyId, role: 'records-clerk' };
}

/** Who works at a unit: its handlers; of an agency without any, its head. */
export function workerAt(unitId: string, tree: UnitTree): FeedbackPost {
  const unit = tree.get(unitId);
  const hasHandlers = unit !== undefined && (unit.kind === 'division' || isCommune(unit));
  return { unitId, role: hasHandlers ? 'case-handler' : 'agency-head' };
}

/** Who approves what was drafted at a unit. */
export function headAt(unitId: string, tree: UnitTree): FeedbackPost {
  const unit = tree.get(unitId);
  const hasUnitHead = unit !== undefined && (unit.kind === 'division' || isCommune(unit));
  return { unitId, role: hasUnitHead ? 'unit-head' : 'agency-head' };
}

/** Where it is worked on when nobody says otherwise: the division of its field, else the agency itself. */
export function handlerFor(agencyId: string, field: FeedbackField | undefined, tree: UnitTree): FeedbackPost {
  const part = field && tree.get(`${agencyId}.${field.part}`);
  return workerAt(part && part.validTo === null ? part.id : agencyId, tree);
}
