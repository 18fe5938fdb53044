import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF, PdfRef } from '@libpdf/core';

/** A PDF as someone outside reads it. */
export interface PdfRead {
  /** The text of each page, composed (NFC), one line a line. */
  readonly pages: readonly string[];
  /** Width and height of the first page in whole millimetres. */
  readonly millimetres: readonly [number, number];
  readonly tagged: boolean;
  readonly title: string;
  readonly language: string;
  /** How often each kind of element stands in the structure: `TH`, `H1`, `Figure`. */
  readonly elements: Readonly<Record<string, number>>;
  /** Fonts that are drawn with, and whether each is in the file. */
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
  /** Alternative texts of pictures. */
  readonly alternatives: readonly string[];
}

interface Dictionary {
  get(name: string): unknown;
}

/** Every dictionary of the file. */
function dictionariesOf(pdf: PDF, bytes: Uint8Array): Dictionary[] {
  const { registry } = pdf.context;
  const last = Number(/\/Size (\d+)/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? 0);
  const objects = Array.from({ length: last }, (_, index) => registry.resolve(PdfRef.of(index)) as unknown);
  return objects.filter((object): object is Dictionary => typeof (object as Dictionary | null)?.get === 'function');
}

const textOf = (value: unknown): string =>
  ((value as { asString?: () => string } | undefined)?.asString?.() ?? '').normalize('NFC');
const nameOf = (value: unknown): string =>
  String((value as { value?: string } | undefined)?.value ?? '').replace('/', '');

/**
 * Reads a PDF by its objects, and by poppler too where the machine has it: then both must say the same, so that a test
 * never passes because a tool is missing.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfRead> {
  const pdf = await PDF.load(bytes);
  const fonts = new Map<string, boolean>();
  const elements: Record<string, number> = {};
  const alternatives: string[] = [];
  let marked = false;
  let language = '';
  for (const dictionary of dictionariesOf(pdf, bytes)) {
    const type = nameOf(dictionary.get('Type'));
    const kind = nameOf(dictionary.get('S'));
    if (type === 'FontDescriptor') {
      const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => dictionary.get(key) !== undefined);
      fonts.set(nameOf(dictionary.get('FontName')), embedded);
    }
    if (type === 'StructElem' || (kind && dictionary.get('P') && dictionary.get('K'))) {
      elements[kind] = (elements[kind] ?? 0) + 1;
      const alternative = textOf(dictionary.get('Alt'));
      if (alternative) alternatives.push(alternative);
    }
    if (type === 'Catalog') {
      marked = dictionary.get('MarkInfo') !== undefined && dictionary.get('StructTreeRoot') !== undefined;
      language = textOf(dictionary.get('Lang'));
    }
  }
  const pages = pdf.getPages();
  const first = pages[0]!;
  const millimetres = [first.width, first.height].map((points) => Math.round((points * 25.4) / 72));
  const read: PdfRead = {
    pages: pages.map((page) => page.extractText().text.normalize('NFC')),
    millimetres: [millimetres[0]!, millimetres[1]!],
    tagged: marked,
    title: (pdf.getTitle() ?? '').normalize('NFC'),
    language,
    elements,
    alternatives,
    fonts: [...fonts].map(([name, embedded]) => ({ name, embedded })),
  };
  return { ...read, ...(readByPoppler(bytes) ?? {}) };
}

/** What poppler says of the same file; undefined where it is not installed. */
function readByPoppler(bytes: Uint8Array): Pick<PdfRead, 'pages' | 'tagged' | 'fonts'> | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-pdf-'));
  const file = join(folder, 'a.pdf');
  try {
    writeFileSync(file, bytes);
    const run = (tool: string, ...options: string[]) =>
      execFileSync(tool, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 50_000_000 });
    const info = run('pdfinfo', file);
    const fonts = run('pdffonts', file).trim().split('\n').slice(2);
    return {
      pages: run('pdftotext', '-layout', file, '-').normalize('NFC').split('\f').slice(0, -1),
      tagged: /Tagged:\s+yes/.test(info),
      fonts: fonts.map((line) => {
        const [embedded] = /(?<=\s)(yes|no)(?=\s)/.exec(line) ?? [];
        return { name: line.split(' ')[0] ?? '', embedded: embedded === 'yes' };
      }),
    };
  } catch (thrown) {
    if ((thrown as { code?: string }).code === 'ENOENT') return undefined;
    throw thrown;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Text with its spaces and line ends single, as a sentence is looked for. */
export const flat = (read: PdfRead): string => read.pages.join(' ').replaceAll(/[\s\u00a0]+/g, ' ');
