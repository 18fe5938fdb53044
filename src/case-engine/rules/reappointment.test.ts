import { expect, test } from 'vitest';
import { defaultWorkingHours } from '#kernel/working-hours.ts';
import { readReferenceCalendar } from '#platform/reference-calendar.ts';
import { lastDayToApologise, reappointedDue } from './reappointment.ts';

const date = (text: string) => Temporal.PlainDate.from(text);
const request = {
  dueOn: date('2021-02-17'),
  newDueOn: date('2021-02-24'),
  reappointments: 0,
  apologisedOn: date('2021-02-09'),
  calendar: readReferenceCalendar(),
  hours: defaultWorkingHours,
};

test('the last day to apologise is the working day before the due day, across Tết', () => {
  const last = lastDayToApologise(request.dueOn, request.calendar);
  expect(last.ok && last.value.toString()).toBe('2021-02-09');
});

test('with an apology in time the case is due at closing time of the new day', () => {
  const due = reappointedDue(request);
  expect(due.ok && due.value.toString()).toBe('2021-02-24T17:00:00');
});

test.each([
  ['already-reappointed', { reappointments: 1 }],
  ['no-apology', { apologisedOn: undefined }],
  ['apology-too-late', { apologisedOn: date('2021-02-10') }],
  ['apology-too-late', { apologisedOn: date('2021-02-17') }],
  ['new-due-day-wrong', { newDueOn: date('2021-02-17') }],
  ['new-due-day-wrong', { newDueOn: date('2021-02-16') }],
  ['new-due-day-wrong', { newDueOn: date('2021-02-27') }],
  ['calendar-not-published', { newDueOn: date('2027-02-17') }],
  ['calendar-not-published', { dueOn: date('2027-02-17') }],
])('a re-appointment is refused as %s', (code, change) => {
  expect(reappointedDue({ ...request, ...change })).toMatchObject({ ok: false, refusal: { code } });
});

test('before the first working day of the published years nothing is known', () => {
  expect(lastDayToApologise(date('2020-01-02'), request.calendar)).toEqual({
    ok: false,
    refusal: { code: 'calendar-not-published', facts: { year: 2019 } },
  });
});
