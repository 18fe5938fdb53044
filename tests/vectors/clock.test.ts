import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type ClockQuestion, dueMoment, explainDue } from '#case-engine/rules/clock.ts';
import { readLimit } from '#kernel/limit.ts';
import { defaultWorkingHours } from '#kernel/working-hours.ts';
import { readMoment, readPeriod, writeMoment } from '#kernel/written-moment.ts';
import { readReferenceCalendar } from '#platform/reference-calendar.ts';

interface Vector {
  readonly vi: string;
  readonly en: string;
  readonly received: string;
  readonly limit: string;
  readonly pauses?: string[];
  readonly exclusions?: string[];
  readonly dueAt?: string;
  readonly refusedForYear?: number;
}

const vectors = JSON.parse(readFileSync(new URL('clock.json', import.meta.url), 'utf8')) as Vector[];
const calendar = readReferenceCalendar();

function read<T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

test.each(vectors)('$vi ($en)', (vector) => {
  const periods = (texts: string[] = []) => texts.map((text) => read(readPeriod(text)));
  const question: ClockQuestion = {
    receivedAt: read(readMoment(vector.received)),
    limit: read(readLimit(vector.limit)),
    pauses: periods(vector.pauses),
    exclusions: periods(vector.exclusions),
    calendar,
    hours: defaultWorkingHours,
  };
  const due = dueMoment(question);
  const explained = explainDue(question);
  if (vector.dueAt) {
    expect(writeMoment(read(due))).toBe(vector.dueAt);
    expect(writeMoment(read(explained).dueAt)).toBe(vector.dueAt);
  } else {
    const refusal = { code: 'calendar-not-published', facts: { year: vector.refusedForYear } };
    expect(due).toEqual({ ok: false, refusal });
    expect(explained).toEqual({ ok: false, refusal });
  }
});
