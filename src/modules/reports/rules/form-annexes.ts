import type { ReportForm } from './report-form.ts';
import type { OutlineAnnex, ReportOutline } from './report-outline.ts';

/** Each form as an annex of its own, across where it is wide. */
export const formAnnexes = (forms: readonly ReportForm[]): readonly OutlineAnnex[] =>
  forms.map((form) => ({
    id: `form-${form.id.toLowerCase().replace('.', '-')}`,
    title: form.name,
    isLandscape: form.columns.length > 5,
    blocks: [
      {
        kind: 'table',
        id: `t-${form.id.toLowerCase().replace('.', '-')}`,
        caption: `Biểu ${form.id}/VPCP/KSTT. Kỳ báo cáo: từ ngày [[from]] đến hết ngày [[to]]`,
        rows: { of: 'form', form },
      },
      ...(form.note === undefined
        ? []
        : [{ kind: 'paragraph' as const, id: `n-${form.id.toLowerCase().replace('.', '-')}`, text: form.note }]),
    ],
  }));

/** The forms of an outline alone: the sheet of a unit in the layout of the forms. */
export const formsOnly = (outline: ReportOutline): ReportOutline => ({
  ...outline,
  opening: [],
  parts: [],
  closing: [],
  watched: [],
  annexes: outline.annexes.filter(({ blocks }) =>
    blocks.some((block) => block.kind === 'table' && 'form' in block.rows),
  ),
});
