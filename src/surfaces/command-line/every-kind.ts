import type { CaseKind } from '#case-engine/rules/kind.ts';
import { dossierKinds } from '#modules/dossiers/index.ts';
import { feedbackKind } from '#modules/feedback/index.ts';
import { roundKinds } from '#modules/indices/index.ts';
import { inspectionKind } from '#modules/inspections/index.ts';
import { reportingKinds } from '#modules/reports/index.ts';
import { taskKinds } from '#modules/tasks/index.ts';

/** Every kind of case there is, for what is verified over all of them. */
export const everyKind: readonly CaseKind[] = [
  ...dossierKinds,
  feedbackKind,
  ...taskKinds,
  inspectionKind,
  ...roundKinds,
  ...reportingKinds,
];
