import type { RefusalCatalogue } from '#kernel/result.ts';

/** The refusals of reports: bindings that do not hold, with where; files that cannot be checked. */
export const reportRefusals = {
  'binding-not-closed': {
    status: 422,
    vi: '{place}: chỗ gắn số liệu “{written}” thiếu dấu đóng “}}”.',
    en: '{place}: the bound figure “{written}” lacks its closing “}}”.',
  },
  'binding-figure-unknown': {
    status: 422,
    vi: '{place}: danh mục không có chỉ tiêu “{word}” (trong “{written}”).',
    en: '{place}: the catalogue has no figure “{word}” (in “{written}”).',
  },
  'binding-clause-unknown': {
    status: 422,
    vi: '{place}: không hiểu “{word}” (trong “{written}”).',
    en: '{place}: “{word}” is not understood (in “{written}”).',
  },
  'binding-said-twice': {
    status: 422,
    vi: '{place}: “{word}” nói thêm điều đã nói trong “{written}”.',
    en: '{place}: “{word}” says again what “{written}” says already.',
  },
  'binding-span-unknown': {
    status: 422,
    vi: '{place}: báo cáo không có khoảng thời gian “{word}” (trong “{written}”).',
    en: '{place}: the report has no span “{word}” (in “{written}”).',
  },
  'binding-unit-unknown': {
    status: 422,
    vi: '{place}: không có đơn vị “{word}” (trong “{written}”).',
    en: '{place}: there is no unit “{word}” (in “{written}”).',
  },
  'binding-not-by': {
    status: 422,
    vi: '{place}: chỉ tiêu này không chia được theo “{word}” (trong “{written}”).',
    en: '{place}: this figure cannot be told apart by “{word}” (in “{written}”).',
  },
} as const satisfies RefusalCatalogue;

export type ReportRefusal = keyof typeof reportRefusals;
