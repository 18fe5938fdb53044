import type { CaseState } from '#case-engine/rules/case-state.ts';
import { limitInWords, readLimit } from '#kernel/limit.ts';
import { formatDong, totalDong } from '#kernel/money.ts';
import { formatWeekday } from '#kernel/vietnamese.ts';
import { toLocal } from '#kernel/zone.ts';
import { duesOf } from '#modules/procedures/index.ts';
import type { DossierPage } from '../../dossier-page.ts';
import type { IssuedSlip } from '../../rules/slips.ts';
import { headingOf, type SlipFacts, type SlipFrame, slipFrame } from '../slip-frame.ts';
import { momentWritten, registerPlace, twoDigits } from '../slip-words.ts';
import { type DueParagraph, dueParagraph } from './due-paragraph.ts';
import { answersOf, type ReceiptPaper, receiptPapers } from './receipt-papers.ts';

/** Everything on the paper as text, in the order in which it is read. Empty text leaves its line out. */
export interface ReceiptContent extends SlipFrame {
  readonly submitter: { readonly [line in 'name' | 'address' | 'phone' | 'email' | 'personalId']: string };
  readonly requested: string;
  readonly procedureCode: string;
  readonly owner: string;
  readonly papers: readonly ReceiptPaper[];
  readonly sets: string;
  readonly register: string;
  readonly statutoryLimit: string;
  readonly announcedLimit: string;
  readonly limitNow: string;
  readonly receivedAt: string;
  readonly due: { readonly [line in 'moment' | 'weekday' | 'first' | 'reappointed' | 'waiting']: string };
  /** None after a re-appointment: that day was decided by a letter, not counted. */
  readonly counting: DueParagraph | null;
  readonly dues: readonly { readonly label: string; readonly amount: string }[];
  readonly duesTotal: string;
  readonly receiveAt: string;
  readonly trackingPage: string;
  readonly secret: string;
  readonly receiver: string;
}

/** What the state of a dossier that waits for the citizen means for the due day. */
const waitingNotes: Readonly<Record<string, string>> = {
  'awaiting-supplement':
    'Hồ sơ đang chờ bổ sung giấy tờ; ngày hẹn trả được tính lại khi Bộ phận Tiếp nhận và Trả kết quả nhận đủ.',
  'awaiting-payment':
    'Hồ sơ đang chờ thực hiện nghĩa vụ tài chính; ngày hẹn trả được tính lại khi có chứng từ nộp tiền.',
};

/**
 * The content of form 01, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả".
 * The due day is the one that holds now: after a re-appointment the first one is kept beside it.
 * @throws RangeError when the dossier has no code yet: nothing was received, so nothing is promised
 * @see TT 01/2018/TT-VPCP art. 9-10, Mẫu số 01
 */
export function receiptContent(page: DossierPage, slip: IssuedSlip, facts: SlipFacts): ReceiptContent {
  const { state, dossier, procedure } = page;
  const { definition } = procedure;
  if (!state.code || !state.acceptedAt) throw new RangeError(`the dossier ${state.caseId} has not been received`);
  const { name, address, phone, email, personalId } = dossier.submitter;
  const dues = duesOf(definition, answersOf(dossier.answers));
  const statutory = inWords(state.facts.statutoryLimit);
  const announced = inWords(state.facts.originalLimit);
  const now = inWords(state.clock?.limit);

  return {
    ...slipFrame(page, slip, facts, 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả'),
    submitter: { name, address, phone, email, personalId },
    requested: definition.name.vi,
    procedureCode: definition.code,
    owner: dossier.ownerName,
    papers: receiptPapers(page),
    sets: `${twoDigits(definition.setCount)} bộ`,
    register: registerPlace(slip),
    statutoryLimit: statutory || announced,
    announcedLimit: announced === statutory ? '' : announced,
    limitNow: now === announced ? '' : now,
    receivedAt: momentWritten(toLocal(Temporal.Instant.from(state.acceptedAt))),
    due: dueOf(state, page),
    counting: page.due && !state.clock?.reappointedTo ? dueParagraph(page.due) : null,
    dues: dues.map(({ item, amount }) => ({ label: item.label.vi, amount: formatDong('vi', amount) })),
    duesTotal: dues.length > 1 ? formatDong('vi', totalDong(dues.map((due) => due.amount))) : '',
    receiveAt: headingOf(page, slip, facts).deskName,
    trackingPage: facts.publicUrl ? `${facts.publicUrl}/tra-cuu` : '',
    secret: facts.secret.replaceAll(/(.{4})(?=.)/g, '$1-'),
    receiver: slip.entry.actor.name,
  };
}

/** The promise that holds now. While a dossier waits, its own due moment is the citizen's, so the clock is asked instead. */
function dueOf(state: CaseState, page: DossierPage): ReceiptContent['due'] {
  const waiting = waitingNotes[state.state] ?? '';
  const reappointed = state.clock?.reappointedTo;
  const counted = waiting ? page.due?.dueAt : undefined;
  const shown = reappointed ?? state.dueAt;
  const dueAt = counted && !reappointed ? counted : shown && toLocal(Temporal.Instant.from(shown));
  const first = state.firstDueAt ? toLocal(Temporal.Instant.from(state.firstDueAt)) : undefined;
  if (!dueAt) throw new RangeError(`the dossier ${state.caseId} has no due moment`);
  return {
    moment: momentWritten(dueAt),
    weekday: formatWeekday('vi', dueAt),
    first: first && !first.equals(dueAt) ? `${momentWritten(first)} (${formatWeekday('vi', first)})` : '',
    reappointed: reappointed ? apologyLetter(state) : '',
    waiting,
  };
}

/** By which letter (form 04) the day was moved. */
function apologyLetter(state: CaseState): string {
  const apology = state.facts.apology as { readonly letterNumber?: string } | undefined;
  return `Phiếu xin lỗi và hẹn lại ngày trả kết quả${apology?.letterNumber ? ` số ${apology.letterNumber}` : ''}`;
}

/** A limit the law wrote, in words; one nobody can read is shown as it stands. */
function inWords(limit: unknown): string {
  if (typeof limit !== 'string') return '';
  const read = readLimit(limit);
  return read.ok ? limitInWords(read.value).vi : limit;
}
