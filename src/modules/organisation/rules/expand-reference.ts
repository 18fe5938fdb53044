import type { Text } from '#kernel/text.ts';
import { nameInSentence } from './agency-name.ts';
import type { Post } from './post.ts';
import type { ReferenceParts, ReferencePosts, ReferenceUnits, UnitsMeant } from './reference-organisation.ts';
import type { Unit } from './unit.ts';
import { pathUnder } from './unit-tree.ts';

export interface Organisation {
  /** Each unit after the one above it. */
  readonly units: readonly Unit[];
  readonly posts: readonly Post[];
  /** First day on which agency codes are printed from left to right. */
  readonly agencyCodeFormatSince: Temporal.PlainDate;
}

/**
 * The whole organisation from what the reference files say by template: each agency with its desk, divisions, posts.
 * @throws Error when the files contradict themselves (a unit twice, under none): a defect of the data
 */
export function expandReference(units: ReferenceUnits, parts: ReferenceParts, posts: ReferencePosts): Organisation {
  const agencies = agenciesIn(units);
  const all = withParts(agencies, parts);
  return {
    units: all,
    posts: all.flatMap((unit) => postsAt(unit, posts)),
    agencyCodeFormatSince: Temporal.PlainDate.from(units.agencyCodes.agencyCodeFormatSince),
  };
}

function agenciesIn(reference: ReferenceUnits): readonly Unit[] {
  const placed = new Map<string, Unit>();
  for (const group of reference.groups) {
    for (const row of group.units) {
      place(placed, {
        id: row.id,
        parentId: row.parent,
        code: row.code ?? null,
        name: row.name,
        kind: row.kind,
        tier: group.tier,
        function: null,
        agencyCode: row.agencyCode,
        agencyCodeOld: row.agencyCodeOld,
        validFrom: Temporal.PlainDate.from(row.validFrom ?? group.validFrom),
        validTo: dayOrNull(row.validTo === undefined ? group.validTo : row.validTo),
        source: row.source ?? group.source,
      });
    }
  }
  return [...placed.values()];
}

function withParts(agencies: readonly Unit[], reference: ReferenceParts): readonly Unit[] {
  const placed = new Map(agencies.map((unit) => [unit.id, unit]));
  for (const group of reference.groups) {
    for (const template of group.parts) {
      for (const agency of agencies.filter((unit) => isMeant(unit, template.of))) {
        const of = nameInSentence(agency);
        place(placed, {
          id: `${agency.id}.${template.part}`,
          parentId: template.parent ?? agency.id,
          code: null,
          name: {
            vi: template.name.vi.replace('{of}', () => of.vi),
            en: template.name.en.replace('{of}', () => of.en),
          },
          kind: template.kind,
          tier: agency.tier,
          function: template.part,
          agencyCode: null,
          agencyCodeOld: null,
          validFrom: laterOf(Temporal.PlainDate.from(reference.validFrom), agency.validFrom),
          validTo: earlierOf(dayOrNull(reference.validTo), agency.validTo),
          source: group.source,
        });
      }
    }
  }
  return [...placed.values()];
}

function place(placed: Map<string, Unit>, unit: Omit<Unit, 'path'>): void {
  if (placed.has(unit.id)) throw new Error(`the unit ${unit.id} stands twice in the reference data`);
  const parent = unit.parentId === null ? undefined : placed.get(unit.parentId);
  if (unit.parentId !== null && parent === undefined) {
    throw new Error(
      `the unit ${unit.id} stands under ${unit.parentId}, which the reference data does not have above it`,
    );
  }
  placed.set(unit.id, { ...unit, path: pathUnder(parent?.path ?? null, unit.id) });
}

function postsAt(unit: Unit, reference: ReferencePosts): readonly Post[] {
  return reference.posts
    .filter((template) => isMeant(unit, template.at))
    .flatMap((template) => {
      const title: Text = template.titles?.find((other) => isMeant(unit, other))?.title ?? template.title;
      return Array.from({ length: template.seats }, (_, index) => index + 1).flatMap((seat) => {
        const positionId = `${unit.id}:${template.key}${seat === 1 ? '' : `-${seat}`}`;
        return template.roles.map((role) => ({
          id: `${positionId}:${role}`,
          positionId,
          unitId: unit.id,
          role,
          title,
          seat,
          validFrom: laterOf(Temporal.PlainDate.from(reference.validFrom), unit.validFrom),
          validTo: earlierOf(dayOrNull(reference.validTo), unit.validTo),
        }));
      });
    });
}

function isMeant(unit: Unit, meant: UnitsMeant): boolean {
  return (
    (meant.kinds === undefined || meant.kinds.includes(unit.kind)) &&
    (meant.tiers === undefined || meant.tiers.includes(unit.tier)) &&
    (meant.units === undefined || meant.units.includes(unit.id)) &&
    (meant.parts === undefined || (unit.function !== null && meant.parts.includes(unit.function)))
  );
}

function dayOrNull(day: string | null): Temporal.PlainDate | null {
  return day === null ? null : Temporal.PlainDate.from(day);
}

function laterOf(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) < 0 ? b : a;
}

function earlierOf(a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): Temporal.PlainDate | null {
  if (a === null || b === null) return a ?? b;
  return Temporal.PlainDate.compare(a, b) < 0 ? a : b;
}
