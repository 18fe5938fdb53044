import type { RefusalCatalogue } from '#kernel/result.ts';

/** The refusals of indices: frames that do not hold together, questions that cannot be answered. */
export const indexRefusals = {
  'index-points-do-not-add-up': {
    status: 422,
    vi: 'Bộ chỉ số {frame}, mục {at}: ghi {points} điểm nhưng các phần cộng lại là {sum}.',
    en: 'Index {frame}, at {at}: {points} points are given, but the parts add up to {sum}.',
  },
  'index-id-twice': {
    status: 422,
    vi: 'Bộ chỉ số {frame}: mã “{id}” dùng cho hai mục.',
    en: 'Index {frame}: the id “{id}” stands for two things.',
  },
  'index-bands-wrong': {
    status: 422,
    vi: 'Bộ chỉ số {frame}: các mức xếp loại phải giảm dần và mức cuối bắt đầu từ 0.',
    en: 'Index {frame}: bands must go down, and the last begins at 0.',
  },
  'index-group-unknown': {
    status: 422,
    vi: 'Bộ chỉ số {frame}, mục {at}: không có nhóm “{group}”.',
    en: 'Index {frame}, at {at}: there is no group “{group}”.',
  },
  'index-figure-unknown': {
    status: 422,
    vi: 'Bộ chỉ số {frame}, mục {at}: không có số liệu “{figure}” đếm được theo từng đơn vị.',
    en: 'Index {frame}, at {at}: there is no figure “{figure}” that is counted for each unit.',
  },
  'index-formula-wrong': {
    status: 422,
    vi: 'Bộ chỉ số {frame}, mục {at}: công thức phải cho được đúng số điểm tối đa.',
    en: 'Index {frame}, at {at}: the formula must be able to give exactly the points there are.',
  },
  'index-unknown': {
    status: 404,
    vi: 'Không có bộ chỉ số “{frame}”.',
    en: 'There is no index “{frame}”.',
  },
  'index-not-computed': {
    status: 422,
    vi: 'Bộ chỉ số này chấm theo đợt đánh giá, không tính hằng tháng.',
    en: 'This index is scored in rounds, not every month.',
  },
} as const satisfies RefusalCatalogue;

export type IndexRefusal = keyof typeof indexRefusals;
