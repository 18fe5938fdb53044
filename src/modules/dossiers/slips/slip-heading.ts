import { agencyName, agencyOf, type Unit, type UnitTree } from '#modules/organisation/index.ts';

/** Who issues a slip, as the head of the paper says it. */
export interface SlipHeading {
  /** Superior body, agency, desk: in capitals, from the top down. */
  readonly agencyLines: readonly string[];
  /** The place before the date: `Cống Vị`. */
  readonly place: string;
  /** The desk inside a sentence. */
  readonly deskName: string;
}

const kindWords = /^(Phường|Xã|Thị trấn|Quận|Huyện|Thị xã|Thành phố) (?=\D)/;

/**
 * The head of a paper of an agency, or of its desk: the body above it, the agency itself, its desk.
 * "Ủy ban nhân dân" is shortened as A5 forms are used to; a place is named without its kind, unless the name is a number.
 * @see NĐ 30/2020/NĐ-CP, Phụ lục I: name of the agency, place and date
 */
export function slipHeading(unitId: string, tree: UnitTree, issuer: 'desk' | 'agency' = 'desk'): SlipHeading {
  const unit = tree.get(unitId);
  const agency = unit && agencyOf(unit, tree);
  if (!agency) throw new Error(`the unit ${unitId} is not in the tree`);
  const parent = agency.parentId === null ? undefined : tree.get(agency.parentId);
  const superior = parent && agencyOf(parent, tree);
  const desk = tree.get(`${agency.id}.desk`);
  return {
    agencyLines: [
      ...(superior ? [capitals(superior)] : []),
      capitals(agency),
      ...(issuer === 'desk' ? ['BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ'] : []),
    ],
    place: placeOf(agency, tree),
    deskName: desk?.name.vi ?? `Bộ phận Tiếp nhận và Trả kết quả ${agency.name.vi}`,
  };
}

const capitals = (unit: Unit): string =>
  agencyName(unit)
    .vi.replace(/^Ủy ban nhân dân/, 'UBND')
    .toLocaleUpperCase('vi');

/** The place before the date: a commune, district or city by its bare name. */
export function placeOf(agency: Unit, tree: UnitTree): string {
  const place = agency.kind === 'department' && agency.parentId ? tree.get(agency.parentId) : agency;
  return (place ?? agency).name.vi.replace(kindWords, '');
}
