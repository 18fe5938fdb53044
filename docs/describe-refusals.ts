import type { RefusalCatalogue } from '#kernel/result.ts';

/** The published refusals as a page: one row a code, by the alphabet. */
export function describeRefusals(catalogue: RefusalCatalogue): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const rows = Object.entries(catalogue)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, { status, vi, en }]) => `| \`${code}\` | ${status} | ${cell(vi)} | ${cell(en)} |`);
  return `# Refusals

A refusal is a "no" that a person can cause and read. Pages show its sentence; the API answers with problem+json that carries its code. A code
is never used again for something else. \`{name}\` is filled in with what the matter is about. Written by \`npm run write:docs\`.

| code | status | tiếng Việt | English |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
