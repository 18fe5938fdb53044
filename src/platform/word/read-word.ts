import { accepted, type Result, refused } from '#kernel/result.ts';
import { unpackedEntry, unpackedWeight } from '../spreadsheet/unpacked-weight.ts';
import type { WordRefusal } from './word-refusals.ts';

/** A paragraph of a Word document, or a row of a table with its cells one after another. */
export interface WordParagraph {
  readonly text: string;
  readonly isRow: boolean;
}

const limitMegabytes = 60;

/** The text of a .docx file in the order it is read, then its footnotes. What was deleted with changes tracked is left out. */
export function readWord(content: Uint8Array): Result<readonly WordParagraph[], WordRefusal> {
  const start = Buffer.from(content.subarray(0, 4)).toString('hex');
  if (start === 'd0cf11e0') return refused('word-old-format');
  const weight = unpackedWeight(content, limitMegabytes * 1024 * 1024);
  if (weight === 'too-heavy') return refused('word-too-big', { megabytes: limitMegabytes });
  const main = weight === 'damaged' ? undefined : unpackedEntry(content, 'word/document.xml');
  if (!main) return refused('word-damaged');
  const notes = unpackedEntry(content, 'word/footnotes.xml');
  return accepted([...paragraphsOf(textOf(main)), ...(notes ? paragraphsOf(textOf(notes)) : [])]);
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Paragraphs, rows, cells, words, breaks: all else is passed over. */
const mark =
  /<(\/?)w:(p|tr|tc)(?:\s[^>]*?)?(\/?)>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr|noBreakHyphen)(?:\s[^>]*)?\/>/g;

function paragraphsOf(xml: string): readonly WordParagraph[] {
  const found: WordParagraph[] = [];
  let rows = 0;
  let words = '';
  const end = (isRow: boolean) => {
    const text = words.replaceAll(/[ \t\u00a0]+/g, ' ').trim();
    if (text !== '' && text !== '|') found.push({ text, isRow });
    words = '';
  };
  for (const [, closing, element, empty, typed, other] of xml.matchAll(mark)) {
    if (typed !== undefined) words += plain(typed);
    else if (other !== undefined) words += other === 'noBreakHyphen' ? '-' : ' ';
    else if (empty) continue;
    else if (element === 'tr') {
      if (closing) {
        rows -= 1;
        if (rows === 0) end(true);
      } else {
        if (rows === 0) end(false);
        rows += 1;
      }
    } else if (closing && rows > 0) words += element === 'tc' ? ' | ' : ' ';
    else if (closing && element === 'p') end(false);
  }
  end(false);
  return found;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text without the entities of XML; composed, because some programs write letters and their marks apart. */
function plain(typed: string): string {
  return typed
    .replaceAll(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex?: string, number?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .normalize('NFC');
}
