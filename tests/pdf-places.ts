import { PDF } from '@libpdf/core';

/** A line of a PDF with where it stands, in millimetres from the upper left corner of its page. */
export interface PlacedLine {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the line its letters stand on. */
  readonly baseline: number;
  /** In points. */
  readonly size: number;
  readonly fontName: string;
}

const millimetres = (points: number): number => (points * 25.4) / 72;

/** Every stretch of text of a PDF, in the order of the file. */
export async function placedLines(bytes: Uint8Array): Promise<readonly PlacedLine[]> {
  const pdf = await PDF.load(bytes);
  return pdf.getPages().flatMap((page, index) => {
    const { lines, height } = page.extractText();
    return lines.flatMap(({ spans }) =>
      spans.flatMap(({ chars, fontSize, fontName }) =>
        stretches(chars).map((stretch) => ({
          page: index + 1,
          text: stretch
            .map(({ char }) => char)
            .join('')
            .normalize('NFC')
            .replaceAll(/[\s\u00a0]+/g, ' ')
            .trim(),
          ...edges(stretch),
          baseline: millimetres(height - stretch[0]!.baseline),
          size: fontSize,
          fontName,
        })),
      ),
    );
  });
}

interface Char {
  readonly char: string;
  readonly bbox: { readonly x: number; readonly width: number };
  readonly baseline: number;
}

const isSeen = ({ char }: Char) => /[^\s\u00a0]/.test(char);

/** The space at the end of a line hangs over the margin and is not seen. */
function edges(chars: readonly Char[]) {
  const { bbox } = chars.findLast(isSeen) ?? chars.at(-1)!;
  return { left: millimetres((chars.find(isSeen) ?? chars[0]!).bbox.x), right: millimetres(bbox.x + bbox.width) };
}

/** Words of two columns stand on one line: they are two, where the gap is wider than any space. */
function stretches<Read extends Char>(chars: readonly Read[]): readonly (readonly Read[])[] {
  const found: Read[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const char of chars) {
    if (!isSeen(char) && found.length > 0) {
      found.at(-1)!.push(char);
      continue;
    }
    if (char.bbox.x - end > 20) found.push([]);
    found.at(-1)!.push(char);
    end = char.bbox.x + char.bbox.width;
  }
  return found.filter((stretch) => stretch.some(isSeen));
}
