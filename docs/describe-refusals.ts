import type { RefusalCatalogue } from '#kernel/result.ts';

/** The published refusals as a page, by the alphabet of their codes. */
export function describeRefusals(catalogue: RefusalCatalogue): string {
  const entries = Object.entries(catalogue)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, { status, vi, en }]) => `## ${code}\n\nStatus ${status}.\n\n> ${vi}\n\n> ${en}\n`);
  return `# Refusals

A refusal is a "no" that a person can cause and read. Pages show its sentence; the API answers with problem+json that carries its code and
status. A code is never used again for something else. What stands in braces is filled in with the matter at hand.
Written by \`npm run write:docs\` from the catalogue the program uses.

${entries.join('\n')}`;
}
