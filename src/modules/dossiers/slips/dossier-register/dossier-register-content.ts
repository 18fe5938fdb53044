import { formatDate, formatTime } from '#kernel/vietnamese.ts';
import { toLocal } from '#kernel/zone.ts';
import type { UnitTree } from '#modules/organisation/index.ts';
import type { RegisterQuery, RegisterRow, RegisterTotals } from '../../register-queries.ts';
import { dossierKind } from '../../rules/dossier-kind.ts';
import { slipHeading } from '../slip-heading.ts';
import { placeAndDate, twoDigits } from '../slip-words.ts';

/** A line of form 06 as text. */
export interface RegisterLine {
  readonly number: string;
  readonly code: string;
  readonly procedure: string;
  readonly sets: string;
  readonly owner: string;
  readonly address: string;
  readonly phone: string;
  readonly received: string;
  readonly due: string;
  readonly transferred: string;
  readonly settled: string;
  readonly returned: string;
  readonly method: string;
  readonly signature: string;
  readonly note: string;
}

/** What form 06 says besides its lines. */
export interface RegisterFacts {
  readonly tree: UnitTree;
  readonly query: RegisterQuery;
  readonly totals: RegisterTotals;
  readonly volume: number;
  readonly volumes: number;
  readonly nth: number;
  readonly printedAt: Temporal.Instant;
}

/** Form 06 as text: one volume of the register of an agency. */
export interface DossierRegisterContent {
  readonly sheet: 'a4-across';
  readonly documentTitle: string;
  readonly agencyLines: readonly string[];
  readonly number: string;
  readonly placeAndDate: string;
  readonly printed: string;
  readonly period: string;
  readonly choice: string;
  readonly volume: string;
  readonly lines: readonly RegisterLine[];
  /** On the last volume, how the whole period adds up. */
  readonly totals: readonly { readonly label: string; readonly count: string }[];
}

const methods: Readonly<Record<string, string>> = { desk: 'Tại quầy', post: 'Bưu chính', online: 'Trực tuyến' };
const standings: Readonly<Record<RegisterQuery['standing'], string>> = {
  all: '',
  open: 'hồ sơ đang giải quyết',
  settled: 'hồ sơ đã có kết quả',
  late: 'hồ sơ có kết quả quá hạn',
};
const kept = { early: 'trước hạn', 'on-time': 'đúng hạn', late: 'quá hạn' } as const;

/** Labels of the columns, in the order of the form; the file of comma-separated values has the same. */
export const registerColumns: readonly (readonly [name: keyof RegisterLine, label: string])[] = [
  ['number', 'TT'],
  ['code', 'Mã hồ sơ'],
  ['procedure', 'Tên thủ tục hành chính'],
  ['sets', 'Số bộ'],
  ['owner', 'Chủ hồ sơ'],
  ['address', 'Địa chỉ'],
  ['phone', 'Điện thoại'],
  ['received', 'Nhận hồ sơ'],
  ['due', 'Hẹn trả kết quả'],
  ['transferred', 'Chuyển xử lý'],
  ['settled', 'Có kết quả'],
  ['returned', 'Trả kết quả'],
  ['method', 'Phương thức nhận kết quả'],
  ['signature', 'Ký nhận'],
  ['note', 'Ghi chú'],
];

const short = (at: Temporal.Instant | string | null | undefined): string => {
  if (!at) return '';
  const local = toLocal(typeof at === 'string' ? Temporal.Instant.from(at) : at);
  return `${formatTime(local)} ${formatDate(local)}`;
};

/** The citizen's "waiting for you" is the agency's "waiting for the citizen". */
const stateNote = (state: string): string =>
  state === 'awaiting-supplement' ? 'Chờ công dân bổ sung' : (dossierKind.states[state]?.name.vi ?? '');

/** A line of the register as it is written; `setCount` of the version of the procedure it was received under. */
export function registerLine(row: RegisterRow, setCount: number): RegisterLine {
  const state = row.timeliness ? `Có kết quả ${kept[row.timeliness]}` : stateNote(row.state);
  return {
    number: String(row.number).padStart(4, '0'),
    code: row.code,
    procedure: row.procedure,
    sets: twoDigits(setCount),
    owner: row.owner,
    address: row.submitter.address,
    phone: row.submitter.phone,
    received: short(row.receivedAt),
    due: short(row.firstDueAt),
    transferred: short(row.transferredAt),
    settled: short(row.settledAt),
    returned: short(row.returned?.at),
    method: methods[row.returned?.method ?? ''] ?? '',
    signature: row.returned?.receivedBy ?? '',
    note: [state, row.reappointedTo ? `hẹn lại ${short(row.reappointedTo)}` : ''].filter(Boolean).join('; '),
  };
}

/**
 * The content of a volume of form 06, "Sổ theo dõi hồ sơ". A book has volumes, so that the longest of them is set in a
 * bounded time; the last one closes with the totals.
 * @see TT 01/2018/TT-VPCP art. 9, Mẫu số 06
 */
export function dossierRegisterContent(lines: readonly RegisterLine[], facts: RegisterFacts): DossierRegisterContent {
  const { query, totals, volume, volumes, nth, printedAt } = facts;
  const { agencyLines, place } = slipHeading(query.agencyId, facts.tree);
  const count = (label: string, number: number) => ({ label, count: String(number) });
  const period = `Từ ngày ${formatDate(query.from)} đến ngày ${formatDate(query.to)}`;
  const at = toLocal(printedAt);
  return {
    sheet: 'a4-across',
    documentTitle: `Sổ theo dõi hồ sơ ${agencyLines[agencyLines.length - 2] ?? ''}, ${period}`,
    agencyLines,
    number: '',
    placeAndDate: placeAndDate(place, at),
    printed: `Sổ theo dõi hồ sơ, quyển ${volume}/${volumes} · ${nth > 1 ? `In lại lần ${nth - 1}` : 'In lần đầu'}, lúc ${short(printedAt)}`,
    period,
    choice: [query.procedureCode ? `thủ tục ${query.procedureCode}` : '', standings[query.standing]]
      .filter(Boolean)
      .join(', '),
    volume: volumes > 1 ? `Quyển ${volume}/${volumes}` : '',
    lines,
    totals:
      volume < volumes
        ? []
        : [
            count('Tổng số hồ sơ', totals.all),
            count('Có kết quả trước hạn', totals.early),
            count('Có kết quả đúng hạn', totals.onTime),
            count('Có kết quả quá hạn', totals.late),
            count('Đã trả kết quả', totals.returned),
            count('Đang giải quyết', totals.open),
          ],
  };
}
