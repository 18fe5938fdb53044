import { formatDate } from '#kernel/vietnamese.ts';
import { toLocal } from '#kernel/zone.ts';
import { figureDefinition } from '#modules/figures/index.ts';
import { chartSvg } from '../rules/chart-svg.ts';
import { chartWords } from '../rules/chart-words.ts';
import { numberLine, placeAndDate, stateMotto, stateName } from '../rules/official-layout.ts';
import type {
  BoundRun,
  ReportBlock,
  ReportDocument,
  ReportRun,
  ReportSection,
  ReportTable,
} from '../rules/report-document.ts';
import { tableHead } from '../rules/table-head.ts';

/** Where a click on a number leads; undefined: nowhere. */
type FigureLink = (run: BoundRun) => string | undefined;

const escaped = (words: string): string =>
  words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** The report as a piece of a page: headings, tables, charts as vector pictures; every number leads to its source. */
export function reportHtml(report: ReportDocument, linkOf: FigureLink): string {
  const { heading } = report;
  const block = (each: ReportBlock) => blockHtml(each, linkOf);
  const blocks = (all: readonly ReportBlock[]) => all.map(block).join('');
  const sections = (all: readonly ReportSection[], level: 2 | 3 | 4 | 5): string =>
    all
      .map(
        ({ id, number, title, blocks: own, sections: below }) =>
          `<section id="${escaped(id)}"><h${level}>${escaped(`${number} ${title}`)}</h${level}>${blocks(own)}${sections(below, level < 4 ? ((level + 1) as 3 | 4) : 5)}</section>`,
      )
      .join('');
  const lines = (all: readonly string[], tag = 'p') =>
    all.map((words) => `<${tag}>${escaped(words)}</${tag}>`).join('');
  return `<article class="report" lang="vi">
<header class="report-head"><div class="report-issuer">${lines(heading.superior ? [heading.superior] : [])}<p><strong>${heading.body.split('\n').map(escaped).join('<br>')}</strong></p><p>${escaped(numberLine(heading.number, heading.notation))}</p></div>
<div class="report-state"><p><strong>${stateName}</strong></p><p><strong>${stateMotto}</strong></p><p><em>${escaped(placeAndDate(heading.place, heading.day, report.spans[0]?.to.year))}</em></p></div></header>
${heading.draftMark ? `<p class="report-mark"><strong>${escaped(heading.draftMark)}</strong></p>` : ''}<h1>${escaped(report.type)}<br>${escaped(report.abstract)}</h1>
${report.addressees.length > 0 ? `<p class="report-to">Kính gửi: ${report.addressees.map(escaped).join('; ')}.</p>` : ''}
${lines(report.bases.map((basis, place) => `Căn cứ ${basis}${place + 1 < report.bases.length ? ';' : '.'}`))}${blocks(report.opening)}
${report.parts.map((part) => `<section id="${escaped(part.id)}">${part.title === '' ? '' : `<h2>${escaped(part.number)}. ${escaped(part.title)}</h2>`}${blocks(part.blocks)}${sections(part.sections, part.title === '' ? 2 : 3)}</section>`).join('\n')}
${blocks(report.closing)}
<footer class="report-foot"><div><p><strong><em>Nơi nhận:</em></strong></p><ul>${lines(report.recipients, 'li')}</ul></div><div class="report-signature">${report.signature.lines.map((words) => `<p><strong>${escaped(words)}</strong></p>`).join('')}<p><strong>${escaped(report.signature.signerName)}</strong></p></div></footer>
${report.annexes.map(({ number, title, blocks: own }) => `<section><h2>${escaped(number)}. ${escaped(title)}</h2>${blocks(own)}</section>`).join('\n')}
${footnotesHtml(report)}</article>`;
}

function footnotesHtml({ footnotes }: ReportDocument): string {
  if (footnotes.length === 0) return '';
  const notes = footnotes.map(
    ({ number, words }) =>
      `<li id="chu-thich-${number}">${escaped(words)} <a href="#goi-chu-thich-${number}" aria-label="Về chỗ gọi chú thích ${number}">↩</a></li>`,
  );
  return `<section class="report-notes"><h2>Chú thích</h2><ol>${notes.join('')}</ol></section>`;
}

function blockHtml(block: ReportBlock, linkOf: FigureLink): string {
  if (block.kind === 'table') return tableHtml(block.table, linkOf);
  if (block.kind === 'chart') {
    const svg = chartSvg(block.chart).replace(
      '<svg ',
      `<svg role="img" aria-label="${escaped(chartWords(block.chart))}" `,
    );
    const { caption, measure } = block.chart;
    return `<figure><figcaption>${escaped(`${caption} (${measure})`)}</figcaption>${svg || '<mark>[chưa có số liệu]</mark>'}</figure>`;
  }
  const runs = block.runs.map((run) => runHtml(run, linkOf)).join('');
  return block.proposal === undefined
    ? `<p id="${escaped(block.id)}">${runs}</p>`
    : `<p id="${escaped(block.id)}" class="report-proposal"><strong><em>[Đề xuất]</em></strong> ${runs}</p>`;
}

function runHtml(run: ReportRun, linkOf: FigureLink): string {
  if (run.kind === 'note')
    return `<sup><a id="goi-chu-thich-${run.number}" href="#chu-thich-${run.number}" aria-label="Chú thích ${run.number}">${run.number}</a></sup>`;
  if (run.kind === 'open') return `<mark>${escaped(run.words)}</mark>`;
  if (run.kind === 'figure') {
    const link = linkOf(run);
    const words = escaped(run.words);
    return link === undefined
      ? words
      : `<a class="report-figure" href="${escaped(link)}" title="${escaped(sourceWords(run))}">${words}</a>`;
  }
  const words = escaped(run.words);
  const strong = run.bold ? `<strong>${words}</strong>` : words;
  return run.italic ? `<em>${strong}</em>` : strong;
}

function tableHtml({ caption, columns, rows }: ReportTable, linkOf: FigureLink): string {
  const span = (name: string, count: number) => (count > 1 ? ` ${name}="${count}"` : '');
  const head = tableHead({ columns }).map(
    (line) =>
      `<tr>${line.map((cell) => `<th scope="${cell.columns > 1 ? 'colgroup' : 'col'}"${span('colspan', cell.columns)}${span('rowspan', cell.lines)}>${escaped(cell.label)}</th>`).join('')}</tr>`,
  );
  const body = rows.map(({ cells, isTotal }) => {
    const drawn = cells.map((runs, place) => {
      const words = runs.map((run) => runHtml(run, linkOf)).join('');
      const tag = place === 1 ? 'th scope="row"' : 'td';
      return `<${tag}${columns[place]?.isNumber ? ' class="report-number"' : ''}>${words}</${tag.slice(0, 2)}>`;
    });
    return `<tr${isTotal ? ' class="report-total"' : ''}>${drawn.join('')}</tr>`;
  });
  // a wide table is moved by itself, with the keyboard too
  return `<div class="report-table" role="region" aria-label="${escaped(caption)}" tabindex="0"><table><caption>${escaped(caption)}</caption><thead>${head.join('')}</thead><tbody>${body.join('')}</tbody></table></div>`;
}

/** What a number is, of which days, as known when. */
export function sourceWords({ binding, span }: BoundRun): string {
  const name = figureDefinition(binding.figureId)?.name.vi ?? binding.figureId;
  return `${name}, từ ${formatDate(span.from)} đến ${formatDate(span.to)}, theo dữ liệu có đến ${formatDate(toLocal(span.asOf.subtract({ seconds: 1 })))}`;
}
