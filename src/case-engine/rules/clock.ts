/** The clock, for whoever asks: when a case falls due, why, and whether it was met. */
export type { ClockQuestion, UncountedDays } from './clock-question.ts';
export { dueMoment } from './due-moment.ts';
export { type DueExplanation, type ExplainedDay, explainDue } from './explain-due.ts';
export {
  lastDayToApologise,
  type ReappointmentRefusal,
  type ReappointmentRequest,
  reappointedDue,
} from './reappointment.ts';
export { lateFrom, type Timeliness, timeliness } from './timeliness.ts';
