import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language, Text } from '#kernel/text.ts';
import { asNumber, type FigureAnswer, type FigureValue, formatFigure } from '#modules/figures/index.ts';
import { agencyName, type CityGround, isInForce, type Unit } from '#modules/organisation/index.ts';
import {
  Alert,
  Details,
  type Fact,
  Figures,
  formatCount,
  speaker,
  Table,
  type Tile,
  TileMap,
  TrendChart,
  textIn,
} from '#surfaces/ui/index.ts';

/** The figures of a board, in the order in which a table has them. */
export const boardIds = [
  'dossiers.received',
  'dossiers.resolved',
  'dossiers.on_time_share',
  'dossiers.open',
  'dossiers.open_overdue',
  'dossiers.online_share',
] as const;
export type BoardId = (typeof boardIds)[number];

/** One line of a board: a unit, a field, a month, with its figures. */
export interface BoardLine {
  readonly key: string;
  readonly label: string;
  readonly values: Readonly<Record<BoardId, FigureValue | null>>;
}

/** The lines of a breakdown, gathered from the figures that were broken down alike. */
export function boardLines(language: Language, figures: readonly FigureAnswer[]): readonly BoardLine[] {
  const [first] = figures;
  return (first?.lines ?? []).map(({ key, label }) => ({
    key,
    label: textIn(language, label),
    values: Object.fromEntries(
      figures.map(({ definition, lines }) => [definition.id, lines.find((line) => line.key === key)?.value ?? null]),
    ) as BoardLine['values'],
  }));
}

export const boardValue = (figures: readonly FigureAnswer[], id: BoardId): FigureValue | null =>
  figures.find(({ definition }) => definition.id === id)?.value ?? null;

const numberOf = (value: FigureValue | null): number => (value ? asNumber(value) : 0);

/** Four large numbers: what came, what was finished, how much of it in time, what is late now. Each leads to what it means. */
export function FourNumbers(props: {
  language: Language;
  figures: readonly FigureAnswer[];
  hrefOf(id: BoardId): string;
}) {
  const { language, figures, hrefOf } = props;
  const say = speaker(language);
  const big = (id: BoardId, label: string, sign = ''): Fact => ({
    label,
    value: (
      <a
        href={hrefOf(id)}
      >{`${formatFigure(language, boardValue(figures, id))}${boardValue(figures, id) ? sign : ''}`}</a>
    ),
  });
  return (
    <Figures
      figures={[
        big('dossiers.received', say('hồ sơ tiếp nhận', 'dossiers received')),
        big('dossiers.resolved', say('hồ sơ đã giải quyết', 'dossiers resolved')),
        big('dossiers.on_time_share', say('trước hạn và đúng hạn', 'early or on time'), ' %'),
        big('dossiers.open_overdue', say('đang quá hạn', 'overdue now')),
      ]}
    />
  );
}

/** What does not add up is said beside the numbers, never hidden. */
export function Broken(props: { language: Language; figures: readonly FigureAnswer[] }) {
  const { language, figures } = props;
  const broken = new Map(figures.flatMap((figure) => figure.broken.map((one) => [JSON.stringify(one), one] as const)));
  if (broken.size === 0) return null;
  const say = speaker(language);
  return (
    <Alert language={language} tone="danger" title={say('Số liệu không khớp', 'Figures do not agree')}>
      <p>
        {say(
          `${broken.size} đẳng thức giữa các số liệu này không đúng; đang được kiểm tra.`,
          `${broken.size} identities between these figures do not hold; it is being looked into.`,
        )}
      </p>
    </Alert>
  );
}

/** Month by month, as a picture and as a table. */
export function Trend(props: { language: Language; lines: readonly BoardLine[]; name: string }) {
  const { language, lines, name } = props;
  const say = speaker(language);
  const most = Math.max(
    0,
    ...lines.flatMap(({ values }) => [numberOf(values['dossiers.received']), numberOf(values['dossiers.resolved'])]),
  );
  return (
    <>
      <TrendChart
        id="trend"
        label={say(
          `Hồ sơ tiếp nhận và đã giải quyết theo tháng, ${name}; số liệu ở bảng dưới`,
          `Dossiers received and resolved by month, ${name}; the numbers are in the table below`,
        )}
        series={[say('Tiếp nhận', 'Received'), say('Đã giải quyết', 'Resolved')]}
        points={lines.map(({ key, values }) => ({
          label: say(`T${Number(key.slice(5))}`, key.slice(5)),
          values: [numberOf(values['dossiers.received']), numberOf(values['dossiers.resolved'])],
        }))}
        top={formatCount(language, most)}
      />
      <Details summary={say('Bảng số từng tháng', 'The numbers of each month')}>
        <BoardTable
          language={language}
          id="months"
          caption={say('Từng tháng', 'Month by month')}
          first={say('Tháng', 'Month')}
          lines={lines}
        />
      </Details>
    </>
  );
}

const columnWords: Readonly<Record<BoardId, Text>> = {
  'dossiers.received': { vi: 'Tiếp nhận', en: 'Received' },
  'dossiers.resolved': { vi: 'Đã giải quyết', en: 'Resolved' },
  'dossiers.on_time_share': { vi: 'Đúng hạn (%)', en: 'In time (%)' },
  'dossiers.open': { vi: 'Đang giải quyết', en: 'Open' },
  'dossiers.open_overdue': { vi: 'Quá hạn', en: 'Overdue' },
  'dossiers.online_share': { vi: 'Trực tuyến (%)', en: 'Online (%)' },
};

/** Lines with their figures; the name of a line may lead to a board of its own. Scrolls inside itself on a phone. */
export function BoardTable(props: {
  language: Language;
  id: string;
  caption: string;
  first: string;
  lines: readonly BoardLine[];
  columns?: readonly BoardId[];
  ranks?: readonly (number | null)[];
  hrefOf?: (line: BoardLine) => string | undefined;
  lateHrefOf?: (line: BoardLine) => string | undefined;
}) {
  const { language, lines, ranks, hrefOf, lateHrefOf, columns = boardIds } = props;
  const say = speaker(language);
  return (
    <Table
      id={props.id}
      caption={props.caption}
      walk={hrefOf !== undefined}
      columns={[
        { label: props.first },
        ...(ranks ? [{ label: say('Hạng', 'Rank'), align: 'end' as const }] : []),
        ...columns.map((id) => ({ label: textIn(language, columnWords[id]), align: 'end' as const })),
      ]}
      rows={lines.map((line, index) => {
        const href = hrefOf?.(line);
        return [
          href ? <a href={href}>{line.label}</a> : line.label,
          ...(ranks ? [String(ranks[index] ?? '–')] : []),
          ...columns.map((id) => {
            const shown = formatFigure(language, line.values[id]);
            const late = id === 'dossiers.open_overdue' && numberOf(line.values[id]) > 0 && lateHrefOf?.(line);
            return late ? <a href={late}>{shown}</a> : shown;
          }),
        ];
      })}
    />
  );
}

/** Places by the share in time, the largest first; units of the same share share the place. Who resolved nothing has none. */
export function ranked(
  lines: readonly BoardLine[],
): readonly { readonly line: BoardLine; readonly rank: number | null }[] {
  const share = ({ values }: BoardLine) => values['dossiers.on_time_share'];
  const inOrder = lines.toSorted((one, other) => {
    const [a, b] = [share(one), share(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return b.steps - a.steps || numberOf(other.values['dossiers.resolved']) - numberOf(one.values['dossiers.resolved']);
  });
  let place = 0;
  return inOrder.map((line, index) => {
    const own = share(line);
    if (own === null) return { line, rank: null };
    const before = inOrder[index - 1];
    if (!before || share(before)?.steps !== own.steps) place = index + 1;
    return { line, rank: place };
  });
}

/** Where the tile of a district stands: `[column, row]`. */
let places: Readonly<Record<string, readonly [number, number]>> | undefined;
const placeOf = (code: string | null) => {
  places ??= (
    JSON.parse(readFileSync(join(import.meta.dirname, '../../../reference/units/tile-map.json'), 'utf8')) as {
      tiles: Record<string, [number, number]>;
    }
  ).tiles;
  return code ? places[code] : undefined;
};

const grades = [98, 95, 90] as const;

/** 0 good to 3 bad, by the share in time. */
function gradeOf(value: FigureValue | null): Tile['grade'] {
  if (value === null) return undefined;
  const share = asNumber(value);
  return share >= grades[0] ? 0 : share >= grades[1] ? 1 : share >= grades[2] ? 2 : 3;
}

/** A line for every unit in force directly below, also for one that had no dossier: nobody disappears from a map. */
export function withEveryUnit(
  language: Language,
  lines: readonly BoardLine[],
  unit: Unit,
  ground: CityGround,
  today: Temporal.PlainDate,
): readonly BoardLine[] {
  const known = new Set(lines.map(({ key }) => key));
  const nothing = Object.fromEntries(boardIds.map((id) => [id, null])) as BoardLine['values'];
  const silent = [...ground.tree.values()].filter(
    (one) => one.parentId === unit.id && isDistrictOrCommune(one) && isInForce(one, today) && !known.has(one.id),
  );
  return [...lines, ...silent.map((one) => ({ key: one.id, label: textIn(language, one.name), values: nothing }))];
}

/** The units under one, each a tile: districts where they lie, communes in the order of their names. */
export function UnitMap(props: {
  language: Language;
  label: string;
  lines: readonly BoardLine[];
  ground: CityGround;
  hrefOf(unitId: string): string;
}) {
  const { language, label, lines, ground, hrefOf } = props;
  const say = speaker(language);
  const tiles = lines.flatMap((line): readonly Tile[] => {
    const unit = ground.tree.get(line.key);
    if (!unit || !isDistrictOrCommune(unit)) return [];
    const value = line.values['dossiers.on_time_share'];
    const late = formatFigure(language, line.values['dossiers.open_overdue']);
    const [column, row] = (unit.tier === 'district' ? placeOf(unit.code) : undefined) ?? [];
    return [
      {
        label: shortName(textIn(language, unit.name)),
        value: formatFigure(language, value),
        description: say(
          `${textIn(language, unit.name)}: ${formatFigure(language, value)} % trước và đúng hạn, ${late} hồ sơ đang quá hạn`,
          `${textIn(language, unit.name)}: ${formatFigure(language, value)} % in time, ${late} overdue now`,
        ),
        grade: gradeOf(value),
        href: hrefOf(unit.id),
        column,
        row,
      },
    ];
  });
  if (tiles.length < 2) return null;
  return (
    <TileMap
      label={label}
      tiles={tiles}
      legend={[
        say(`từ ${grades[0]} %`, `${grades[0]} % and more`),
        say(`từ ${grades[1]} %`, `${grades[1]} % and more`),
        say(`từ ${grades[2]} %`, `${grades[2]} % and more`),
        say(`dưới ${grades[2]} %`, `under ${grades[2]} %`),
      ]}
    />
  );
}

const isDistrictOrCommune = ({ kind }: Unit): boolean =>
  kind !== 'city' && kind !== 'department' && kind !== 'desk' && kind !== 'division';

/** `Quận Ba Đình` is `Ba Đình` on its tile. */
const shortName = (name: string): string =>
  name.replace(/^(Quận|Huyện|Thị xã|Phường|Xã|Thị trấn) /, '').replace(/ (District|Town|Ward|Commune|Township)$/, '');

/** Units that can be compared with one another. */
export const comparableGroups = [
  { id: 'so', kinds: ['department'], name: { vi: 'Sở, ngành', en: 'Departments' } },
  {
    id: 'quan-huyen',
    kinds: ['urban-district', 'rural-district', 'district-town'],
    name: { vi: 'Quận, huyện, thị xã', en: 'Districts' },
  },
  { id: 'phuong', kinds: ['ward'], name: { vi: 'Phường', en: 'Wards' } },
  { id: 'xa', kinds: ['rural-commune', 'township'], name: { vi: 'Xã, thị trấn', en: 'Communes and townships' } },
] as const;
export type ComparableGroup = (typeof comparableGroups)[number];

/** Units whose boards can be opened: agencies in force. */
export function boardUnits(ground: CityGround, today: Temporal.PlainDate): readonly Unit[] {
  return [...ground.tree.values()].filter(
    (unit) => unit.kind !== 'desk' && unit.kind !== 'division' && isInForce(unit, today),
  );
}

export const boardName = (language: Language, unit: Unit): string =>
  unit.kind === 'city'
    ? textIn(language, unit.name)
    : textIn(language, unit.tier === 'district' ? unit.name : agencyName(unit));
