import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Json } from '#kernel/json.ts';

/** The fonts of official papers: Tinos has the measures of Times New Roman and every Vietnamese letter. */
const fontFiles = [
  '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
];

/**
 * What the typesetter remembers is dropped when so many papers in a row did not use it: fonts and templates stay, people's
 * data go. Without it, 1,000 receipts take 1.5 GB.
 */
const papersRemembered = 2;

let typesetter: NodeCompiler | undefined;

function getTypesetter(): NodeCompiler {
  if (typesetter) return typesetter;
  const { resolve } = createRequire(import.meta.url);
  const fontBlobs = fontFiles.map((file) => readFileSync(resolve(file)));
  typesetter = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs }] });
  return typesetter;
}

/** A template with the data it sets. The template reads them with `json(bytes(sys.inputs.data))`: as text, never as commands. */
export interface Typesetting {
  /** The template's source (Typst). */
  readonly template: string;
  readonly data: Json;
  /** The moment the file says it was made. */
  readonly madeAt: Temporal.Instant;
}

/**
 * Sets a template as a PDF for everyone: tagged for screen readers (PDF/UA-1), fonts embedded. Some 10 ms a paper.
 * A text with letters no font of ours has (an emoji, a Chinese name) cannot be PDF/UA: it is set all the same, still tagged.
 * @throws Error when the template is wrong (a defect of ours)
 */
export async function typesetPdf({ template, data, madeAt }: Typesetting): Promise<Uint8Array> {
  // between two papers others get their turn, and what the paper before left outside of JavaScript is freed
  await setImmediate();
  const compiler = getTypesetter();
  const inputs = { data: JSON.stringify(data) };
  const compiled = compiler.compile({ mainFileContent: template, inputs });
  const document = compiled.result;
  if (!document) {
    throw new Error(`the template cannot be set: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  }
  const creationTimestamp = Math.floor(madeAt.epochMilliseconds / 1000);
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp });
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('could not be displayed with font')) throw error;
    return compiler.pdf(document, { creationTimestamp });
  } finally {
    compiler.evictCache(papersRemembered);
  }
}
