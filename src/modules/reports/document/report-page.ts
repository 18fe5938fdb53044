import { figureDefinition } from '#modules/figures/index.ts';
import type { BoundRun, ReportDocument } from '../rules/report-document.ts';
import { reportHtml, sourceWords } from './report-html.ts';

const style = `
body{margin:0;background:#fff;color:#111;font:1.0625rem/1.6 Tinos,'Times New Roman',serif}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem}
.report-head,.report-foot{display:flex;flex-wrap:wrap;gap:.5rem 2rem;justify-content:space-between;text-align:center}
.report-head p,.report-foot p,.report-foot ul{margin:.1rem 0}.report-foot ul{padding:0;list-style:none}.report-foot li::before{content:"- "}
.report-foot>div:first-child{text-align:left}.report-signature{flex:1}
h1,h2,.report-to{text-align:center}h1{font-size:1.25rem;margin:2rem 0 1rem}h2{font-size:1.15rem;margin:2.2rem 0 .8rem}h3,h4,h5{font-size:1.06rem;margin:1.2rem 0 .4rem}
p{text-wrap:pretty}li,p{overflow-wrap:anywhere}sup{line-height:0}a{color:#0b4f9c;text-underline-offset:.15em}.report-figure{color:inherit;text-decoration-style:dotted}
.report-proposal{background:#eee;padding:.4rem .6rem}mark{background:#ffe14d}
figure{margin:1.2rem 0}figcaption,caption{font-weight:bold;text-align:center;padding:.4rem}svg{width:100%;height:auto}
.report-table{overflow-x:auto;margin:1.2rem 0}table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{border:1px solid #777;padding:.25rem .5rem;text-align:left;font-weight:normal}thead th,.report-total *{font-weight:bold}.report-number{text-align:right;font-variant-numeric:tabular-nums}
:target{outline:2px solid #0b4f9c;outline-offset:3px}`;

/** A page by itself, for a file: each number leads to its source in the list at the end. */
export function reportPage(report: ReportDocument): string {
  const sources = new Map<string, { readonly number: number; readonly run: BoundRun }>();
  const article = reportHtml(report, (run) => {
    const source = sources.get(run.written) ?? { number: sources.size + 1, run };
    sources.set(run.written, source);
    return `#nguon-${source.number}`;
  });
  const list = [...sources.values()].map(({ number, run }) => {
    const definition = figureDefinition(run.binding.figureId);
    return `<li id="nguon-${number}"><strong>${escaped(run.words)}</strong> – ${escaped(sourceWords(run))}. ${escaped(definition?.definition.vi ?? '')} <em>${escaped(definition?.legalBasis ?? '')}</em> <code>${escaped(run.written)}</code></li>`;
  });
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(`${report.type} ${report.abstract}`)}</title><style>${style}</style></head>
<body><main>${article}<section><h2>Nguồn của các số liệu</h2><ol>${list.join('\n')}</ol></section></main></body></html>
`;
}

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
