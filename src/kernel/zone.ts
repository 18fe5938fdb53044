/** The city lives in one zone: UTC+7, no summer time. Moments are stored as instants and reasoned about as local time. */
export const ZONE = 'Asia/Ho_Chi_Minh';

export function toLocal(instant: Temporal.Instant): Temporal.PlainDateTime {
  return instant.toZonedDateTimeISO(ZONE).toPlainDateTime();
}

export function toInstant(local: Temporal.PlainDateTime): Temporal.Instant {
  return local.toZonedDateTime(ZONE).toInstant();
}

/** The local day of an instant: the day a person would write on the paper. */
export function localDay(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(ZONE).toPlainDate();
}
