import type { Role } from '#case-engine/rules/authority.ts';
import type { Text } from '#kernel/text.ts';
import type { Tier, UnitKind } from './unit.ts';

/** A unit as reference/units writes it; what it leaves out stands in its group. */
export interface ReferenceUnit {
  readonly id: string;
  readonly code?: string;
  readonly kind: UnitKind;
  readonly name: Text;
  readonly parent: string | null;
  readonly agencyCode: string;
  readonly agencyCodeOld: string;
  readonly validFrom?: string;
  readonly validTo?: string | null;
  readonly source?: string;
}

export interface ReferenceUnits {
  readonly agencyCodes: { readonly agencyCodeFormatSince: string };
  readonly groups: readonly {
    readonly tier: Tier;
    readonly validFrom: string;
    readonly validTo: string | null;
    readonly source: string;
    readonly units: readonly ReferenceUnit[];
  }[];
}

/** Which units a template is for: every condition that is given must hold. */
export interface UnitsMeant {
  readonly kinds?: readonly UnitKind[];
  readonly tiers?: readonly Tier[];
  readonly units?: readonly string[];
  readonly parts?: readonly string[];
}

export interface ReferenceParts {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly groups: readonly {
    readonly source: string;
    readonly parts: readonly {
      readonly part: string;
      readonly kind: 'desk' | 'division';
      readonly of: UnitsMeant;
      /** Given where the part belongs to another unit than the agency it is found at. */
      readonly parent?: string;
      readonly name: Text;
    }[];
  }[];
}

export interface ReferencePosts {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly posts: readonly {
    readonly key: string;
    readonly roles: readonly Role[];
    readonly seats: number;
    readonly at: UnitsMeant;
    readonly title: Text;
    /** The same post bears another title at some units; the first that is meant holds. */
    readonly titles?: readonly (UnitsMeant & { readonly title: Text })[];
  }[];
}
