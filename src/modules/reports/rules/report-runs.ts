import { figureDefinition } from '#modules/figures/rules/figure-catalogue.ts';
import { readBoundText } from './bind-figures.ts';
import type { BindingGround, BoundPiece, FiguresFound } from './figure-binding.ts';
import type { ReportRun, ReportSpan } from './report-document.ts';
import type { TypedEntry } from './report-form.ts';
import { writePeriodWords } from './report-spans.ts';
import { showBinding } from './show-binding.ts';

/** What runs are made with. */
export interface RunMaking {
  readonly found: FiguresFound;
  readonly spans: ReadonlyMap<string, ReportSpan>;
  /** What units typed for columns of forms that nothing counts. */
  readonly typed: readonly TypedEntry[];
  readonly ground: BindingGround;
  spanOf(figureId: string): string;
  /** Keeps a footnote and says its number. */
  note(words: string): number;
}

/** The runs of a text: words, bound figures with their source, open places, footnotes `[^…]`. */
export function runsOf(text: string, making: RunMaking): readonly ReportRun[] {
  return readBoundText(writePeriodWords(text, making.spans), making.ground).pieces.flatMap((piece) =>
    piece.kind === 'words' ? wordRuns(piece.words, making) : [boundRun(piece, making)],
  );
}

function wordRuns(words: string, making: RunMaking): readonly ReportRun[] {
  return words.split(/(\[\^[^\]]+\])/).flatMap((part): readonly ReportRun[] => {
    if (part === '') return [];
    const note = /^\[\^([^\]]+)\]$/.exec(part);
    return note ? [{ kind: 'note', number: making.note(note[1]!) }] : [{ kind: 'words', words: part }];
  });
}

export function boundRun(
  { written, binding }: Extract<BoundPiece, { kind: 'binding' }>,
  { found, spans, spanOf }: Pick<RunMaking, 'found' | 'spans' | 'spanOf'>,
): ReportRun {
  const span = spans.get(binding.span ?? spanOf(binding.figureId));
  const { words, value } = showBinding(binding, found, spanOf);
  if (words === null || !span) {
    const name = figureDefinition(binding.figureId)?.name.vi ?? binding.figureId;
    return { kind: 'open', words: `[chưa có số liệu: ${name}]`, figureId: binding.figureId, written };
  }
  return { kind: 'figure', words, written, binding, span, value };
}
