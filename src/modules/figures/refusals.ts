import type { RefusalCatalogue } from '#kernel/result.ts';

/** The refusals of figures. */
export const figureRefusals = {
  'figure-unknown': {
    status: 404,
    vi: 'Không có chỉ tiêu “{id}”. Danh mục chỉ tiêu ở /api/figures.',
    en: 'There is no figure “{id}”. The catalogue of figures is at /api/figures.',
  },
  'figure-unit-unknown': {
    status: 404,
    vi: 'Không có đơn vị “{unit}”.',
    en: 'There is no unit “{unit}”.',
  },
  'figure-not-by': {
    status: 422,
    vi: 'Chỉ tiêu “{id}” không chia được theo “{by}”.',
    en: 'The figure “{id}” cannot be broken down by “{by}”.',
  },
  'figure-question-wrong': {
    status: 422,
    vi: 'Không hiểu “{text}” ở mục “{field}”. Ngày viết như 2021-10-30, thời điểm như 2021-10-30T17:00.',
    en: '“{text}” in “{field}” is not understood. Write days like 2021-10-30, moments like 2021-10-30T17:00.',
  },
  'figure-has-no-cases': {
    status: 404,
    vi: 'Chỉ tiêu “{id}” không đếm từ hồ sơ nên không có danh sách hồ sơ phía sau.',
    en: 'The figure “{id}” is not counted from cases, so there is no list of cases behind it.',
  },
  'figure-has-no-entries': {
    status: 404,
    vi: 'Chỉ tiêu “{id}” không lấy từ sổ nào nên không có mục phía sau.',
    en: 'The figure “{id}” is fed by no register, so there are no entries behind it.',
  },
  'figure-cases-not-yours': {
    status: 403,
    vi: 'Bạn chỉ xem được danh sách hồ sơ trong phạm vi đơn vị mình; con số thì ai cũng xem được.',
    en: 'You may see the list of cases within your jurisdiction only; the number itself is for everyone.',
  },
  'period-wrong-way': {
    status: 422,
    vi: 'Ngày cuối kỳ phải không trước ngày đầu kỳ.',
    en: 'The period must not end before it begins.',
  },
  'period-not-begun': {
    status: 422,
    vi: 'Kỳ này chưa bắt đầu vào thời điểm được hỏi.',
    en: 'This period had not begun at the moment asked about.',
  },
  'period-not-over': {
    status: 409,
    vi: 'Kỳ này chưa kết thúc nên chưa chốt được.',
    en: 'This period is not over, so it cannot be closed yet.',
  },
  'period-too-long': {
    status: 422,
    vi: 'Chia theo tháng được nhiều nhất {months} tháng.',
    en: 'At most {months} months can be broken down by month.',
  },
  'moment-not-come': {
    status: 422,
    vi: 'Không hỏi được số liệu của một thời điểm chưa đến.',
    en: 'A figure cannot be asked as of a moment that has not come.',
  },
  'period-closed-same': {
    status: 409,
    vi: 'Số liệu không đổi so với lần chốt trước (phiên bản {version}), nên không lập phiên bản mới.',
    en: 'Nothing changed since the period was closed (version {version}), so there is no new version.',
  },
  'period-reason-missing': {
    status: 422,
    vi: 'Chốt lại một kỳ đã chốt phải ghi lý do.',
    en: 'Restating a period that was closed needs a reason.',
  },
  'period-close-not-yours': {
    status: 403,
    vi: 'Chỉ người đứng đầu hoặc cán bộ kiểm soát thủ tục hành chính của đơn vị được chốt số liệu.',
    en: 'Only the head or the procedure controller of the unit may close its figures.',
  },
  'closing-not-found': {
    status: 404,
    vi: 'Không có bản chốt số liệu này.',
    en: 'There is no such closing of figures.',
  },
} as const satisfies RefusalCatalogue;

export type FigureRefusal = keyof typeof figureRefusals;
