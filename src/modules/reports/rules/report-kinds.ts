import type { CaseKind } from '#case-engine/rules/kind.ts';
import type { ReportingRefusal } from '../refusals.ts';
import { opinionMoves } from './opinion-moves.ts';
import { reportMoves } from './report-moves.ts';
import { requestMoves } from './request-moves.ts';

/** Báo cáo: gathered from units, given to members for their opinion, signed, published. */
export const reportKind: CaseKind<ReportingRefusal> = {
  kind: 'report',
  name: { vi: 'Báo cáo', en: 'Report' },
  states: {
    gathering: { name: { vi: 'Đang tổng hợp', en: 'Being written' }, open: true },
    opinions: { name: { vi: 'Đang lấy ý kiến', en: 'With members for opinions' }, open: true },
    signing: { name: { vi: 'Chờ ký', en: 'Waiting to be signed' }, open: true },
    published: { name: { vi: 'Đã ký, công bố', en: 'Signed and published' }, open: false },
    'called-off': { name: { vi: 'Đã hủy', en: 'Called off' }, open: false },
  },
  moves: Object.entries(reportMoves).map(([move, rule]) => ({ move, ...rule })),
};

/** Phần báo cáo của một đơn vị: asked for, sent, given back or accepted. */
export const requestKind: CaseKind<ReportingRefusal> = {
  kind: 'report-request',
  name: { vi: 'Phần báo cáo của đơn vị', en: "A unit's part of a report" },
  states: {
    asked: { name: { vi: 'Chờ đơn vị gửi', en: 'Asked for' }, open: true },
    sent: { name: { vi: 'Đã gửi, chờ xem', en: 'Sent, to be looked at' }, open: true },
    returned: { name: { vi: 'Bị trả lại', en: 'Given back' }, open: true },
    accepted: { name: { vi: 'Đã nhận', en: 'Accepted' }, open: false },
    'called-off': { name: { vi: 'Đã hủy', en: 'Called off' }, open: false },
  },
  moves: Object.entries(requestMoves).map(([move, rule]) => ({ move, ...rule })),
};

/** Ý kiến của một thành viên Ủy ban nhân dân. */
export const opinionKind: CaseKind<ReportingRefusal> = {
  kind: 'report-opinion',
  name: { vi: 'Ý kiến thành viên UBND', en: 'Opinion of a member' },
  states: {
    asked: { name: { vi: 'Chờ ý kiến', en: 'Asked for' }, open: true },
    given: { name: { vi: 'Đã có ý kiến, chờ giải trình', en: 'Given, to be met' }, open: true },
    met: { name: { vi: 'Đã tiếp thu, giải trình', en: 'Met' }, open: false },
    'not-given': { name: { vi: 'Không có ý kiến', en: 'None was given' }, open: false },
  },
  moves: Object.entries(opinionMoves).map(([move, rule]) => ({ move, ...rule })),
};

/** The kinds of case of reporting. */
export const reportingKinds: readonly CaseKind<ReportingRefusal>[] = [reportKind, requestKind, opinionKind];

export const reportingKindIfKnown = (kind: string): CaseKind<ReportingRefusal> | undefined =>
  reportingKinds.find((one) => one.kind === kind);
