import { AlignmentType, type FileChild, Paragraph, TextRun } from 'docx';
import { ChartRun } from 'docx/charts';
import { asNumber } from '#modules/figures/index.ts';
import { chartWords } from '../rules/chart-words.ts';
import type { ReportChart } from '../rules/report-document.ts';
import { blackFont, points } from './docx-runs.ts';

/** 1.525.653 whatever the language of the machine: the points are letters. */
const grouped = '[>=1000000]0\\.000\\.000;[>=1000]0\\.000;0';

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
                // a number stands at every bar, so that no axis is needed
                valueAxis: { visible: false, gridlines: false, minimum: 0 },
                dataLabels: { value: true, numberFormat: grouped, font: { ...font, size: 9 } },
                chartArea: { fill: 'none', border: 'none' },
                transformation: { width: 580, height: 240 },
                altText: { name: caption, description: chartWords(chart) },
              }),
            ],
    }),
  ];
}
