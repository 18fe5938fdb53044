import { caseRefusals } from '#case-engine/refusals.ts';
import { kernelRefusals } from '#kernel/refusals.ts';
import type { RefusalCatalogue } from '#kernel/result.ts';
import { deskRefusals } from '#modules/desk/index.ts';
import { dossierRefusals } from '#modules/dossiers/index.ts';
import { duesRefusals } from '#modules/dues/index.ts';
import { feedbackRefusals } from '#modules/feedback/index.ts';
import { figureRefusals } from '#modules/figures/index.ts';
import { followUpRefusals } from '#modules/follow-up/index.ts';
import { indexRefusals } from '#modules/indices/index.ts';
import { inspectionRefusals } from '#modules/inspections/index.ts';
import { noticeRefusals } from '#modules/notices/index.ts';
import { organisationRefusals } from '#modules/organisation/index.ts';
import { paperRefusals } from '#modules/papers/index.ts';
import { peopleRefusals } from '#modules/people/index.ts';
import { procedureRefusals } from '#modules/procedures/index.ts';
import { registerRefusals } from '#modules/registers/index.ts';
import { reportingRefusals, reportRefusals } from '#modules/reports/index.ts';
import { signatureRefusals } from '#modules/signatures/index.ts';
import { taskRefusals } from '#modules/tasks/index.ts';
import { fileRefusals } from '#platform/file-refusals.ts';
import { spreadsheetRefusals } from '#platform/spreadsheet/spreadsheet-refusals.ts';
import { wordRefusals } from '#platform/word/word-refusals.ts';
import { surfaceRefusals } from '../surface-refusals.ts';

/** Every published refusal of the system: its code, its sentence in both languages, its HTTP status. */
export const refusalCatalogue: RefusalCatalogue = {
  ...kernelRefusals,
  ...caseRefusals,
  ...organisationRefusals,
  ...peopleRefusals,
  ...procedureRefusals,
  ...duesRefusals,
  ...paperRefusals,
  ...noticeRefusals,
  ...signatureRefusals,
  ...dossierRefusals,
  ...feedbackRefusals,
  ...figureRefusals,
  ...registerRefusals,
  ...indexRefusals,
  ...taskRefusals,
  ...inspectionRefusals,
  ...followUpRefusals,
  ...reportRefusals,
  ...reportingRefusals,
  ...deskRefusals,
  ...fileRefusals,
  ...spreadsheetRefusals,
  ...wordRefusals,
  ...surfaceRefusals,
};
