/** The stable reference of a case from its first moment, before it has a code: ten characters of its id. */
export function referenceOf(caseId: string): string {
  return `MC-${caseId.replaceAll('-', '').slice(-10).toUpperCase()}`;
}
