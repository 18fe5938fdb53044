import type { CaseKind } from '#case-engine/rules/kind.ts';
import { feedbackAbouts, feedbackChannels, feedbackKind } from '#modules/feedback/index.ts';
import { readFactKeys } from '#modules/figures/index.ts';
import type { FactKeys } from '#modules/figures/rules/fact-row.ts';
import { inspectionKind } from '#modules/inspections/index.ts';
import { taskCounts, taskKinds } from '#modules/tasks/index.ts';
import type { Database } from '#platform/database/connection.ts';

const kinds: readonly CaseKind[] = [...taskKinds, inspectionKind, feedbackKind];

/** Every word a fact of these kinds can hold. */
const words = [
  ...kinds.flatMap(({ kind, states }) => [kind, ...Object.keys(states).filter((state) => !states[state]?.open)]),
  ...taskCounts.map((as) => `task.${as}`),
  'inspection.of-others',
  'inspection.of-self',
  ...feedbackAbouts.map((about) => `feedback.${about}`),
  ...feedbackChannels,
  'early',
  'on-time',
  'late',
];

/** The small numbers by which facts of tasks, inspections and feedback are written. @param types their codes, all in their first version */
export const keysOfKinds = (db: Database, types: readonly string[]): Promise<FactKeys> =>
  readFactKeys(db, { words: [...new Set(words)], types: types.map((code) => ({ code, version: 1 })) });
