import type { Timeliness } from '#case-engine/rules/clock.ts';
import { fold } from '#kernel/vietnamese.ts';
import { agencyName, agencyOf, clockGround, type UnitTree } from '#modules/organisation/index.ts';
import type { ProcedureDefinition } from '#modules/procedures/index.ts';
import type { DossierPage } from '../../dossier-page.ts';
import { type Hop, type HopGroup, hopsOf } from '../../rules/hops.ts';
import type { IssuedSlip } from '../../rules/slips.ts';
import { type SlipFacts, type SlipFrame, slipFrame } from '../slip-frame.ts';
import { journalMoment, registerPlace } from '../slip-words.ts';

/** One block of the control slip: who gave, who took, when, and whether the giver kept its time. */
export interface HopLine {
  readonly giver: string;
  readonly taker: string;
  readonly givenBy: string;
  readonly givenAt: string;
  readonly takenBy: string;
  readonly takenAt: string;
  readonly result: string;
  readonly note: string;
}

/** Form 05 as text, in the order in which it is read. */
export interface ControlSlipContent extends SlipFrame {
  readonly register: string;
  readonly owner: string;
  readonly requested: string;
  readonly received: string;
  readonly due: string;
  readonly responsible: string;
  readonly contributing: string;
  readonly groups: readonly { readonly heading: string; readonly hops: readonly HopLine[] }[];
  readonly holder: string;
  readonly outcome: string;
}

const results: Readonly<Record<Timeliness, string>> = { early: 'Trước hạn', 'on-time': 'Đúng hạn', late: 'Quá hạn' };

/**
 * The content of form 05, "Phiếu kiểm soát quá trình giải quyết hồ sơ": folded from the journal, a block a hop.
 * @see TT 01/2018/TT-VPCP, Mẫu số 05
 */
export function controlSlipContent(page: DossierPage, slip: IssuedSlip, facts: SlipFacts): ControlSlipContent {
  const { state, dossier, procedure, journal } = page;
  const { tree } = facts.ground;
  const groups = hopsOf([journal, ...facts.parts], (unitId) => clockGround(facts.ground, unitId));
  const responsible = agencyIn(state.route.find(({ work }) => work === 'handle')?.unitId ?? '', tree);
  const units = [
    ...state.route.map(({ unitId }) => unitId),
    ...page.family.slice(1).map((part) => part.receivingUnitId),
  ];
  const agencies = new Set(units.map((unitId) => agencyIn(unitId, tree)));
  return {
    ...slipFrame(page, slip, facts, 'Phiếu kiểm soát quá trình giải quyết hồ sơ'),
    register: registerPlace(slip),
    owner: dossier.ownerName,
    requested: procedure.definition.name.vi,
    received: journalMoment(state.acceptedAt),
    due: [
      journalMoment(state.firstDueAt),
      ...(state.clock?.reappointedTo ? [`hẹn lại ${journalMoment(state.clock.reappointedTo)}`] : []),
    ].join('; '),
    responsible,
    contributing: [...agencies].filter((agency) => agency !== responsible).join('; '),
    groups: groups.map((group, index) => ({
      heading: index === 0 ? '' : groupHeading(group, tree),
      hops: group.hops.map((hop) => lineOf(hop, tree, stepNameIn(group, procedure.definition))),
    })),
    holder: state.holder
      ? `${state.holder.name ? `${state.holder.name}, ` : ''}${unitIn(state.holder.unitId, tree)}`
      : '',
    outcome: state.timeliness ? results[state.timeliness] : '',
  };
}

/** A step by the name the route was found with, else as the procedure calls it. */
const stepNameIn =
  ({ state }: HopGroup, definition: ProcedureDefinition) =>
  (stepId: string): string =>
    (state.route.find(({ id }) => id === stepId)?.name ?? definition.route.find(({ id }) => id === stepId)?.name)?.vi ??
    stepId;

function lineOf(hop: Hop, tree: UnitTree, stepName: (stepId: string) => string): HopLine {
  const planned = hop.plannedHours > 0 ? `kế hoạch ${hop.plannedHours} giờ làm việc` : '';
  const step = [stepName(hop.stepId), planned].filter(Boolean).join(', ');
  const answers = { waiting: 'chờ bên nhận ký', taken: '', declined: 'bên nhận trả lại', 'taken-back': 'đã rút lại' };
  return {
    giver: unitIn(hop.from.unitId, tree),
    taker: hop.to.unitId === null ? 'Người nhận kết quả' : unitIn(hop.to.unitId, tree),
    givenBy: hop.from.name ?? '',
    givenAt: journalMoment(hop.givenAt),
    takenBy: hop.to.name ?? '',
    takenAt: journalMoment(hop.takenAt),
    result: hop.timeliness ? results[hop.timeliness] : '',
    note: [step, answers[hop.outcome], hop.note].filter(Boolean).join('; '),
  };
}

/** A part of an agency with the agency it belongs to: a division alone says too little. */
function unitIn(unitId: string | null, tree: UnitTree): string {
  const unit = unitId === null ? undefined : tree.get(unitId);
  if (!unit) return unitId ?? '';
  const agency = agencyOf(unit, tree);
  if (!agency || agency.id === unit.id) return agencyName(unit).vi.replace(/^Ủy ban nhân dân/, 'UBND');
  if (unit.kind === 'desk') return `Bộ phận Một cửa ${agency.name.vi}`;
  return fold(unit.name.vi).includes(fold(agency.name.vi)) ? unit.name.vi : `${unit.name.vi}, ${agency.name.vi}`;
}

function agencyIn(unitId: string, tree: UnitTree): string {
  const unit = tree.get(unitId);
  const agency = unit && agencyOf(unit, tree);
  return agency ? agencyName(agency).vi : unitId;
}

/** What another agency does: its part, and the agency. */
function groupHeading({ state }: HopGroup, tree: UnitTree): string {
  const part = state.facts.part as { readonly vi?: string } | undefined;
  const unitId = state.route[0]?.unitId ?? state.receivingUnitId;
  return [part?.vi ?? 'Phần việc liên thông', agencyIn(unitId, tree)].join(': ');
}
