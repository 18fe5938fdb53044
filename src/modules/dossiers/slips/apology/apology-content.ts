import { fold } from '#case-engine/rules/journal.ts';
import { dayNumber } from '#kernel/day-number.ts';
import { formatWeekday } from '#kernel/vietnamese.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { toLocal } from '#kernel/zone.ts';
import type { DossierPage } from '../../dossier-page.ts';
import { type IssuedSlip, writeSlipNumber } from '../../rules/slips.ts';
import { headingOf, type SlipFacts, type SlipFrame, slipFrame } from '../slip-frame.ts';
import { journalMoment, momentWritten, twoDigits } from '../slip-words.ts';

/** Form 04 as text, in the order in which it is read. */
export interface ApologyContent extends SlipFrame {
  readonly submitter: { readonly [line in 'name' | 'address' | 'phone']: string };
  readonly owner: string;
  readonly requested: string;
  readonly procedureCode: string;
  readonly received: string;
  readonly due: string;
  readonly late: string;
  readonly reason: string;
  readonly newDue: string;
  /** The number the office gave its own letter, where it gave one. */
  readonly letter: string;
  readonly receiveAt: string;
  readonly title: string;
  readonly head: string;
}

/**
 * The content of form 04, "Phiếu xin lỗi và hẹn lại ngày trả kết quả".
 * @see NĐ 61/2018/NĐ-CP art. 19.9: before the day promised, once; TT 01/2018/TT-VPCP, Mẫu số 04
 */
export function apologyContent(page: DossierPage, slip: IssuedSlip, facts: SlipFacts): ApologyContent {
  const { dossier, procedure, state } = page;
  const { name, address, phone } = dossier.submitter;
  const { entry } = slip;
  // the day promised is the one that held when the letter was written, not the one that holds now
  const before = fold(state.kind, page.journal.slice(0, entry.seq));
  const apology = entry.effect.facts?.apology as { readonly newDueAt?: string } | undefined;
  const newDue = apology?.newDueAt ? toLocal(Temporal.Instant.from(apology.newDueAt)) : undefined;
  const due = before.dueAt ? toLocal(Temporal.Instant.from(before.dueAt)) : undefined;
  const letter = String(entry.data.letterNumber ?? '');
  const own = writeSlipNumber('04', slip.number?.number);
  return {
    ...slipFrame(page, slip, facts, 'Phiếu xin lỗi và hẹn lại ngày trả kết quả'),
    submitter: { name, address, phone },
    owner: dossier.ownerName,
    requested: procedure.definition.name.vi,
    procedureCode: procedure.definition.code,
    received: journalMoment(state.acceptedAt),
    due: due ? `${momentWritten(due)} (${formatWeekday('vi', due)})` : '',
    late: due && newDue ? daysLate(due, newDue, facts.ground.calendar) : '',
    reason: String(entry.data.reason ?? ''),
    newDue: newDue ? `${momentWritten(newDue)} (${formatWeekday('vi', newDue)})` : '',
    letter: letter === own ? '' : letter,
    receiveAt: headingOf(page, { ...slip, form: '01' }, facts).deskName,
    title: facts.signerTitle.toLocaleUpperCase('vi') || 'THỦ TRƯỞNG CƠ QUAN',
    head: entry.actor.name,
  };
}

/** How much later: in working days, as limits are counted; in days of the calendar where its year is not published. */
function daysLate(due: Temporal.PlainDateTime, newDue: Temporal.PlainDateTime, calendar: WorkingCalendar): string {
  const [from, to] = [due, newDue].map((moment) => dayNumber(moment.toPlainDate())) as [number, number];
  const span = calendar.spanOf(from);
  if (span && to <= span.lastDay) {
    return `${twoDigits(span.workingDaysUpTo(to) - span.workingDaysUpTo(from))} ngày làm việc`;
  }
  return `${twoDigits(to - from)} ngày`;
}
