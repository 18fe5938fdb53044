import type { CaseFile } from '#modules/papers/index.ts';

/** The files of a case whose page has some: of feedback and its answer, and those that came with moves. */
export const filesOfPage = (page: object): readonly CaseFile[] =>
  'files' in page ? (page as { readonly files: readonly CaseFile[] }).files : [];
