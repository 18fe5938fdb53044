import type { Text } from '#kernel/text.ts';
import { formatDate } from '#kernel/vietnamese.ts';
import { localDay } from '#kernel/zone.ts';
import { feedbackKind, type PublicFeedback } from '#modules/feedback/index.ts';
import type { TagTone } from '#surfaces/ui/index.ts';

const dayOf = (at: string) => formatDate(localDay(Temporal.Instant.from(at)));

const tones: Readonly<Record<string, TagTone>> = {
  received: 'info',
  'in-handling': 'info',
  'awaiting-info': 'warning',
  'awaiting-approval': 'info',
  answered: 'success',
  closed: 'success',
};

/** Where an item stands, as everyone reads it. */
export function stateOfItem({ state }: Pick<PublicFeedback, 'state'>): { readonly name: Text; readonly tone: TagTone } {
  return {
    name: feedbackKind.states[state]?.name ?? { vi: state, en: state },
    tone: tones[state] ?? 'neutral',
  };
}

const rungs: Readonly<Record<'handler' | 'head' | 'agency' | 'city', Text>> = {
  handler: { vi: 'Sắp đến hạn, đã nhắc người xử lý', en: 'Nearly due; the handler was reminded' },
  head: { vi: 'Đã báo lãnh đạo đơn vị', en: 'The head of the unit was told' },
  agency: { vi: 'Đã báo thủ trưởng cơ quan', en: 'The head of the agency was told' },
  city: { vi: 'Trong danh sách của Chủ tịch Thành phố', en: "On the city chair's list" },
};

/** How far up the ladder it is. */
export const rungOf = ({ ladder }: Pick<PublicFeedback, 'ladder'>): Text | null => (ladder ? rungs[ladder] : null);

/** Late now, or answered late. */
export function isLate(item: Pick<PublicFeedback, 'lateAt' | 'answers'>, now: Temporal.Instant): boolean {
  if (item.lateAt) return Temporal.Instant.compare(now, Temporal.Instant.from(item.lateAt)) >= 0;
  return item.answers.at(-1)?.timeliness === 'late';
}

/** What one needs to know to see whether it is the same. */
export function duplicateWords(item: PublicFeedback): Text {
  const people = item.reporters;
  const state = stateOfItem(item).name;
  return {
    vi: `${item.place}. ${item.code}, ngày ${dayOf(item.receivedAt)}, ${people} người phản ánh. ${state.vi}.`,
    en: `${item.place}. ${item.code}, ${dayOf(item.receivedAt)}, reported by ${people}. ${state.en}.`,
  };
}
