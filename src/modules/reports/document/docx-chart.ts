import { AlignmentType, type FileChild, Paragraph, TextRun } from 'docx';
import { ChartRun } from 'docx/charts';
import { asNumber } from '#modules/figures/index.ts';
import { chartWords } from '../rules/chart-words.ts';
import type { ReportChart } from '../rules/report-document.ts';
import { blackFont, points } from './docx-runs.ts';

/** A chart as Word's own: lines, not dots, with its numbers inside; in black and grey, as it is printed. */
export function chartParagraph(chart: ReportChart): readonly FileChild[] {
  const { caption, measure, kind, points: all } = chart;
  const font = { name: blackFont, size: 10, color: '000000' };
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 120, after: 60 },
      children: [new TextRun({ text: `${caption} (${measure})`, bold: true, size: points(13) })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 120 },
      children:
        all.length === 0
          ? [new TextRun({ text: '[chưa có số liệu]', highlight: 'yellow' })]
          : [
              new ChartRun({
                type: kind === 'columns' ? 'column' : 'bar',
                categories: all.map(({ label }) => label),
                series: [
                  { name: caption, values: all.map(({ value }) => (value ? asNumber(value) : null)), color: '595959' },
                ],
                legend: false,
                gapWidth: 60,
                font: { name: blackFont },
                categoryAxis: { font },
                valueAxis: { font, numberFormat: '#,##0', gridlines: true },
                dataLabels: { value: true, numberFormat: '#,##0', font: { ...font, size: 9 } },
                chartArea: { fill: 'none', border: 'none' },
                transformation: { width: 580, height: 240 },
                altText: { name: caption, description: chartWords(chart) },
              }),
            ],
    }),
  ];
}
