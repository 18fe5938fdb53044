import type { CaseState } from '#case-engine/rules/case-state.ts';
import { readLimit } from '#kernel/limit.ts';
import { agencyName, agencyOf, type Unit, type UnitTree } from '#modules/organisation/index.ts';
import type { ResultPaper } from '#modules/signatures/index.ts';
import { placeOf } from '../slips/slip-heading.ts';
import type { DossierContent } from './signing-document.ts';

interface Proposal {
  readonly outcome?: string;
  readonly summary?: string;
  readonly reason?: string;
  readonly clause?: string;
}

const mostBases = 6;

/**
 * The result of a dossier as a paper: what the handler proposed and the signatory signs. A refusal is a notice that gives
 * its reasons and their clause.
 * @see NĐ 30/2020/NĐ-CP, Phụ lục I; NĐ 61/2018/NĐ-CP art. 19 for what a refusal must say
 */
export function resultContent(state: CaseState, content: DossierContent, unitId: string, tree: UnitTree): ResultPaper {
  const { dossier, definition } = content;
  const unit = tree.get(unitId);
  if (!unit) throw new Error(`no unit has the id ${unitId}`);
  const proposal = (state.facts.proposal ?? {}) as Proposal;
  const refused = proposal.outcome === 'refuse';
  const code = state.code ?? state.reference;
  const body = agencyName(unit).vi;
  const opening = `Xét hồ sơ số ${code} của ông (bà) ${dossier.ownerName} về “${definition.name.vi}”, ${body} ${
    refused ? 'thông báo hồ sơ không được giải quyết' : 'giải quyết'
  } như sau:`;
  return {
    superior: superiorOf(unit, tree),
    body: body.toLocaleUpperCase('vi'),
    notation: `${refused ? 'TB' : 'KQ'}-${signOf(unit)}`,
    place: placeOf(agencyOf(unit, tree) ?? unit, tree),
    title: refused ? 'Thông báo' : definition.result.vi.replace(/(, | \(| kèm ).*$/, ''),
    abstract: refused ? 'Về việc không giải quyết hồ sơ' : '',
    bases: definition.legalBasis.slice(0, mostBases),
    paragraphs: [
      opening,
      ...linesOf(proposal.summary),
      ...linesOf(refused ? proposal.reason : '').map((line, index) => (index === 0 ? `Lý do: ${line}` : line)),
      ...linesOf(refused ? proposal.clause : '').map((line, index) => (index === 0 ? `Căn cứ: ${line}` : line)),
    ].map((line, index, all) => (index === all.length - 1 ? line.replace(/[./\s]+$/, '') : line)),
    recipients: [`Ông (bà) ${dossier.ownerName}`, 'Bộ phận Tiếp nhận và Trả kết quả', 'Lưu: VT'],
  };
}

/** Until which day a result holds, where its procedure says so: `6 month` from the day it is given. */
export function validUntil(content: DossierContent, from: Temporal.PlainDate): Temporal.PlainDate | null {
  const { resultValidity } = content.definition;
  const limit = resultValidity === undefined ? undefined : readLimit(resultValidity);
  if (!limit?.ok) return null;
  if (limit.value.unit === 'month') return from.add({ months: limit.value.amount });
  return limit.value.unit === 'calendar-day' ? from.add({ days: limit.value.amount }) : null;
}

const linesOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function superiorOf(unit: Unit, tree: UnitTree): string {
  const parent = unit.parentId === null ? undefined : tree.get(unit.parentId);
  const superior = parent && agencyOf(parent, tree);
  // the body above is shortened, so that it stays on one line
  return superior
    ? agencyName(superior)
        .vi.replace(/^Ủy ban nhân dân/, 'UBND')
        .toLocaleUpperCase('vi')
    : '';
}

/** How a body signs its numbers: UBND for a committee, the first letters of its name for others. */
function signOf(unit: Unit): string {
  if (agencyName(unit).vi.startsWith('Ủy ban nhân dân')) return 'UBND';
  return unit.name.vi
    .replace(/,.*$| (quận|huyện|thị xã) .*$/, '')
    .split(/[\s-]+/)
    .filter((word) => word !== '' && word !== 'và')
    .map((word) => word.slice(0, 1).toLocaleUpperCase('vi'))
    .join('');
}
