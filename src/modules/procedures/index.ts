/** The door of the procedures: the catalogue, its versions in force, and what applies in a person's case. */
export { loadReferenceProcedures } from './load-reference-procedures.ts';
export {
  countFacets,
  type Facets,
  getProcedureInForce,
  getProcedureVersion,
  type ProcedureInForce,
  type ProcedureSearch,
  searchProcedures,
} from './procedure-store.ts';
export { publishVersion } from './publish-version.ts';
export { procedureRefusals } from './refusals.ts';
export type { Answers, ShownAnswer } from './rules/answers.ts';
export {
  type AnswersRefusal,
  checkAnswers,
  readPage,
  showAnswer,
  shownAnswers,
  type TypedAnswers,
} from './rules/check-answers.ts';
export {
  type DocumentNeed,
  documentCode,
  documentsMissing,
  documentsNeeded,
  documentsRequired,
  type MissingDocument,
} from './rules/documents-needed.ts';
export { formSchema } from './rules/form-schema.ts';
export type * from './rules/procedure-definition.ts';
export { pagesAsked, questionsAsked } from './rules/questions-asked.ts';
export { type AppliedDue, duesOf, limitThatApplies } from './rules/what-applies.ts';
