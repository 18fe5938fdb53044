import type { CaseKind } from '#case-engine/rules/kind.ts';
import { dossierKindIfKnown } from '#modules/dossiers/index.ts';
import { taskKindIfKnown } from '#modules/tasks/index.ts';

/** A kind of case that officers work on. */
export const kindIfKnown = (kind: string): CaseKind | undefined => dossierKindIfKnown(kind) ?? taskKindIfKnown(kind);

/** Where the page of a case is: a dossier has papers, fees and forms; every other kind is shown from its data. */
export const casePath = (kind: string, caseId: string): string =>
  dossierKindIfKnown(kind) ? `/lam-viec/ho-so/${caseId}` : `/lam-viec/viec/${caseId}`;
