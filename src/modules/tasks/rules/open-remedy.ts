import type { JsonObject } from '#kernel/json.ts';
import { localDay } from '#kernel/zone.ts';

/** What an inspection, or whatever else concludes, gives a unit to mend. */
export interface Remedy {
  readonly unitId: string;
  readonly quote: string;
  readonly title: string;
  /** ISO day. */
  readonly dueOn: string;
  readonly paragraph: string;
}

/** A remedy as a task: its unit leads, its head answers for it, a report is the product. */
export const taskOfRemedy = ({ quote, title, dueOn, paragraph }: Remedy, unitName: string) => ({
  paragraph,
  quote,
  title,
  coUnits: [],
  product: 'Báo cáo kết quả khắc phục',
  answerable: `Người đứng đầu ${unitName}`,
  deadline: { on: Temporal.PlainDate.from(dueOn) },
});

/** What a task keeps of the inspection that gave it. */
export const causeOfRemedy = (inspection: { readonly caseId: string; readonly code: string }): JsonObject => ({
  causes: [{ ...inspection, kind: 'inspection' }],
});

/** The code of a task: `NV-2021-000012`. */
export const writeTaskCode = (at: Temporal.Instant, number: number): string =>
  `NV-${localDay(at).year}-${String(number).padStart(6, '0')}`;
