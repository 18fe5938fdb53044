import type { Language, Text } from '#kernel/text.ts';

/** Picks the words of one language: `const say = speaker('vi'); say('Nộp hồ sơ', 'Apply')`. */
export function speaker(language: Language): (vi: string, en: string) => string {
  return language === 'vi' ? (vi) => vi : (_vi, en) => en;
}

/** A text in the language of the page. */
export function textIn(language: Language, text: Text): string {
  return text[language];
}

/** The address of a page in one language: Vietnamese lives under `/`, English under `/en/`. Takes the path without prefix. */
export function localHref(language: Language, path: string): string {
  if (language === 'vi') return path;
  return path === '/' ? '/en' : `/en${path}`;
}

/** Takes a request's path apart: `/en/thu-tuc` is the page `/thu-tuc` in English. */
export function splitLanguage(path: string): { readonly language: Language; readonly path: string } {
  if (path === '/en' || path === '/en/') return { language: 'en', path: '/' };
  if (path.startsWith('/en/')) return { language: 'en', path: path.slice(3) };
  return { language: 'vi', path };
}
