import type { CaseKind } from '#case-engine/rules/kind.ts';
import { dossierKindIfKnown, dossierKinds } from '#modules/dossiers/index.ts';
import { feedbackKind, feedbackKindIfKnown } from '#modules/feedback/index.ts';
import { roundKindIfKnown, roundKinds } from '#modules/indices/index.ts';
import { inspectionKind, inspectionKindIfKnown } from '#modules/inspections/index.ts';
import { reportingKindIfKnown, reportingKinds } from '#modules/reports/index.ts';
import { taskKindIfKnown, taskKinds } from '#modules/tasks/index.ts';

/** Every kind that officers work on, as it can be asked for. */
export const listedKinds: readonly CaseKind[] = [
  ...dossierKinds,
  feedbackKind,
  ...taskKinds,
  inspectionKind,
  ...roundKinds,
  ...reportingKinds,
];

/** A kind of case that officers work on. */
export const kindIfKnown = (kind: string): CaseKind | undefined =>
  dossierKindIfKnown(kind) ??
  feedbackKindIfKnown(kind) ??
  taskKindIfKnown(kind) ??
  inspectionKindIfKnown(kind) ??
  roundKindIfKnown(kind) ??
  reportingKindIfKnown(kind);

/** Where the page of a case is: a dossier has papers, fees and forms; every other kind is shown from its data. */
export const casePath = (kind: string, caseId: string): string =>
  dossierKindIfKnown(kind) ? `/lam-viec/ho-so/${caseId}` : `/lam-viec/viec/${caseId}`;
