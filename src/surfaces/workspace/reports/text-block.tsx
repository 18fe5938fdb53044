import type { Language } from '#kernel/text.ts';
import type { ReportDocument } from '#modules/reports/index.ts';
import { localHref } from '#surfaces/ui/index.ts';
import { writeFigurePage } from '#surfaces/web/figure-address.ts';

type Block = ReportDocument['opening'][number];

/** A block of a report as it reads now, its figures live and each leading to its definition. */
export function TextBlock({ language, block, unitId }: { language: Language; block: Block; unitId: string }) {
  if (block.kind !== 'paragraph')
    return <p class="quiet">[{block.kind === 'table' ? block.table.caption : block.chart.caption}]</p>;
  return (
    <p lang="vi">
      {block.runs.map((run) => {
        if (run.kind === 'note') return <sup>{run.number}</sup>;
        if (run.kind === 'open') return <mark>{run.words}</mark>;
        if (run.kind === 'words') return run.words;
        const { from, to, asOf } = run.span;
        const asked = { unitId: run.binding.unitId ?? unitId, from, to, asOf };
        return (
          <a href={localHref(language, writeFigurePage(`/cong-khai/so-lieu/${run.binding.figureId}`, asked))}>
            {run.words}
          </a>
        );
      })}
    </p>
  );
}
