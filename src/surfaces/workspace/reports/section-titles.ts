import type { GatheredText } from '#modules/reports/index.ts';

type Section = GatheredText['outline']['parts'][number]['sections'][number];

/** What each section of an outline is called, by its id; words in brackets are for a period and fall away. */
export function sectionTitles(outline: GatheredText['outline']): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  const add = (sections: readonly Section[]) => {
    for (const { id, title, sections: below } of sections) {
      titles.set(id, title.replaceAll(/\s*\[\[[^\]]*\]\]/g, ''));
      add(below);
    }
  };
  for (const part of outline.parts) {
    titles.set(part.id, part.title);
    add(part.sections);
  }
  return titles;
}
