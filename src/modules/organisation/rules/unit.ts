import type { Text } from '#kernel/text.ts';

/** Ba cấp: City, district, commune. */
export type Tier = 'city' | 'district' | 'commune';

/**
 * Loại đơn vị. Agencies: the City, its departments and equivalents, districts (quận, huyện, thị xã) and communes
 * (phường, xã, thị trấn). Parts of an agency: the one-stop desk, and a division (phòng, ban, chi cục).
 */
export const unitKinds = [
  'city',
  'department',
  'urban-district',
  'rural-district',
  'district-town',
  'ward',
  'rural-commune',
  'township',
  'desk',
  'division',
] as const;

export type UnitKind = (typeof unitKinds)[number];

/** One unit in one extent. A code or a name is no identity: both are given again to other land; `id` never is. */
export interface Unit {
  readonly id: string;
  /** Ids from the City down to this unit, with `/` between them. */
  readonly path: string;
  readonly parentId: string | null;
  /** Code of the General Statistics Office; only the City, districts and communes have one. */
  readonly code: string | null;
  readonly name: Text;
  readonly kind: UnitKind;
  readonly tier: Tier;
  /** What a part is for: `desk`, `justice`, `judicial-record`, …; an agency as a whole has none. */
  readonly function: string | null;
  /** Mã định danh điện tử, groups from left to right (QĐ 20/2020/QĐ-TTg); parts have none. */
  readonly agencyCode: string | null;
  /** The same body in the older order, from right to left (QCVN 102:2016/BTTTT). */
  readonly agencyCodeOld: string | null;
  readonly validFrom: Temporal.PlainDate;
  /** Last day, included; null while in force. */
  readonly validTo: Temporal.PlainDate | null;
  /** The deciding document. */
  readonly source: string;
}

/** What stands from a day to a day, both included. */
export interface InForce {
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
}

export function isInForce(thing: InForce, day: Temporal.PlainDate): boolean {
  return (
    Temporal.PlainDate.compare(thing.validFrom, day) <= 0 &&
    (thing.validTo === null || Temporal.PlainDate.compare(day, thing.validTo) <= 0)
  );
}

/** An agency has a head, a code and a seal of its own; a desk or division belongs to one. */
export function isAgency(unit: Pick<Unit, 'kind'>): boolean {
  return unit.kind !== 'desk' && unit.kind !== 'division';
}
