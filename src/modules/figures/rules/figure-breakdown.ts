import type { Text } from '#kernel/text.ts';
import { compareVietnamese } from '#kernel/vietnamese.ts';
import type { Unit } from '#modules/organisation/rules/unit.ts';
import { idsOnPath, type UnitTree } from '#modules/organisation/rules/unit-tree.ts';
import type { CountedClass } from './case-class.ts';
import type { FigureDimension } from './figure-definition.ts';
import type { FigurePeriod } from './figure-period.ts';

/** One line of a breakdown: what it is of, and the classes that are its own. */
export interface BreakdownLine {
  readonly key: string;
  readonly label: Text;
  readonly classes: readonly CountedClass[];
}

/** What the keys of classes stand for. */
export interface BreakdownGround {
  readonly tree: UnitTree;
  /** The unit asked. */
  readonly unitId: string;
  readonly months: readonly FigurePeriod[];
  readonly units: ReadonlyMap<number, string>;
  readonly types: ReadonlyMap<number, BreakdownType>;
}

export interface BreakdownType {
  readonly code: string;
  readonly name: Text | null;
  readonly field: { readonly code: string; readonly name: Text } | null;
  readonly level: number | null;
}

interface Place {
  readonly key: string;
  readonly label: Text;
}

const unknown: Place = { key: '-', label: { vi: 'Không rõ', en: 'Not known' } };

const tiers: Readonly<Record<string, Text>> = {
  city: { vi: 'Cấp thành phố', en: 'City' },
  district: { vi: 'Cấp huyện', en: 'Districts' },
  commune: { vi: 'Cấp xã', en: 'Communes' },
};

const channels: Readonly<Record<string, Text>> = {
  online: { vi: 'Trực tuyến', en: 'Online' },
  desk: { vi: 'Trực tiếp', en: 'At the desk' },
  post: { vi: 'Bưu chính', en: 'By post' },
  portal: { vi: 'Cổng trực tuyến', en: 'On the portal' },
  phone: { vi: 'Điện thoại', en: 'By telephone' },
  email: { vi: 'Thư điện tử', en: 'By e-mail' },
  api: { vi: 'Hệ thống khác', en: 'From another system' },
};

/** Shares classes out among the lines of a breakdown; every class goes to exactly one, so that the lines add up. */
export function breakDown(
  classes: readonly CountedClass[],
  by: FigureDimension,
  ground: BreakdownGround,
): readonly BreakdownLine[] {
  const lines = new Map<string, { key: string; label: Text; classes: CountedClass[] }>();
  if (by === 'month') for (const place of ground.months.keys()) open(lines, placeOf(place, 0, 'month', ground));
  for (const one of classes) {
    const place = by === 'channel' ? channelOf(one.channel) : placeOf(one.place, one.key, by, ground);
    open(lines, place).classes.push(one);
  }
  const all = [...lines.values()];
  return by === 'month' ? all : all.sort((one, other) => compareVietnamese(one.label.vi, other.label.vi));
}

function open<Line extends { classes: CountedClass[] }>(
  lines: Map<string, Line | { key: string; label: Text; classes: CountedClass[] }>,
  place: Place,
) {
  const line = lines.get(place.key) ?? { ...place, classes: [] };
  lines.set(place.key, line);
  return line;
}

function channelOf(channel: string | null): Place {
  const label = channel === null ? undefined : channels[channel];
  return label && channel !== null ? { key: channel, label } : unknown;
}

function placeOf(place: number, key: number, by: FigureDimension, ground: BreakdownGround): Place {
  if (by === 'month') {
    const month = ground.months[place]?.from;
    if (!month) return unknown;
    const written = `${String(month.month).padStart(2, '0')}/${month.year}`;
    return { key: month.toString().slice(0, 7), label: { vi: `Tháng ${written}`, en: written } };
  }
  if (by === 'unit' || by === 'branch' || by === 'tier') {
    const unit = ground.tree.get(ground.units.get(key) ?? '');
    return unit ? unitPlace(unit, by, ground) : unknown;
  }
  const type = ground.types.get(key);
  if (!type) return unknown;
  if (by === 'procedure') return { key: type.code, label: type.name ?? { vi: type.code, en: type.code } };
  if (by === 'field') return type.field ? { key: type.field.code, label: type.field.name } : unknown;
  if (type.level === null) return unknown;
  return { key: `${type.level}`, label: { vi: `Mức độ ${type.level}`, en: `Level ${type.level}` } };
}

function unitPlace(unit: Unit, by: 'unit' | 'branch' | 'tier', { tree, unitId }: BreakdownGround): Place {
  if (by === 'tier') return { key: unit.tier, label: tiers[unit.tier] ?? unknown.label };
  if (by === 'unit') return { key: unit.id, label: unit.name };
  const path = idsOnPath(unit.path);
  const branch = tree.get(path[path.indexOf(unitId) + 1] ?? unitId) ?? unit;
  return { key: branch.id, label: branch.name };
}
