import type { RefusalCatalogue } from '#kernel/result.ts';

/** What the kernel refuses: words that cannot be read, and days that nobody has announced yet. */
export type KernelRefusal =
  | 'calendar-not-published'
  | 'limit-not-readable'
  | 'moment-not-readable'
  | 'day-not-readable'
  | 'period-not-readable'
  | 'period-reversed';

export const kernelRefusals = {
  'calendar-not-published': {
    status: 422,
    vi: 'Chưa có lịch làm việc được công bố cho năm {year}, nên không thể tính ngày hẹn trả kết quả.',
    en: 'No working calendar has been published for the year {year}, so the due day cannot be counted.',
  },
  'limit-not-readable': {
    status: 400,
    vi: 'Không đọc được thời hạn “{text}”. Hãy viết, ví dụ: “same-day”, “8 working-hour”, “5 working-day”, “30 calendar-day” hoặc “1 month”.',
    en: 'The limit “{text}” cannot be read. Write, for example: “same-day”, “8 working-hour”, “5 working-day”, “30 calendar-day” or “1 month”.',
  },
  'moment-not-readable': {
    status: 400,
    vi: 'Không đọc được thời điểm “{text}”. Hãy viết ngày và giờ Việt Nam, ví dụ 2021-02-08T09:30.',
    en: 'The moment “{text}” cannot be read. Write the day and the time in Vietnam, for example 2021-02-08T09:30.',
  },
  'day-not-readable': {
    status: 400,
    vi: 'Không đọc được ngày “{text}”. Hãy viết năm-tháng-ngày, ví dụ 2021-02-18.',
    en: 'The day “{text}” cannot be read. Write year-month-day, for example 2021-02-18.',
  },
  'period-not-readable': {
    status: 400,
    vi: 'Không đọc được khoảng thời gian “{text}”. Hãy viết ngày đầu và ngày cuối, ví dụ 2021-02-18..2021-02-22.',
    en: 'The period “{text}” cannot be read. Write the first and the last day, for example 2021-02-18..2021-02-22.',
  },
  'period-reversed': {
    status: 400,
    vi: 'Khoảng thời gian {from}..{to} kết thúc trước khi bắt đầu.',
    en: 'The period {from}..{to} ends before it starts.',
  },
} as const satisfies RefusalCatalogue<KernelRefusal>;
