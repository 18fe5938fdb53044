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
  'index-appraisal-wrong': {
    status: 422,
    vi: 'Bộ chỉ số {frame}: bộ chấm theo đợt phải nói ai thẩm định; bộ tính từ nhật ký không có tiêu chí tự chấm.',
    en: 'Index {frame}: one that is appraised says by whom; one that is computed has nothing self-scored.',
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
  'round-not-yours': {
    status: 403,
    vi: 'Chỉ đơn vị thẩm định của bộ chỉ số này mở đợt đánh giá.',
    en: 'Only the unit that appraises by this index opens a round.',
  },
  'round-period-wrong': {
    status: 422,
    vi: 'Ngày đầu kỳ phải trước ngày cuối kỳ, kỳ đã hết và bộ chỉ số có hiệu lực trong kỳ.',
    en: 'A period begins before it ends, is over, and the index is in force in it.',
  },
  'round-days-wrong': {
    status: 422,
    vi: 'Các ngày của đợt phải là ngày làm việc, từ hôm nay, theo thứ tự tự chấm, thẩm định, kiến nghị, công bố.',
    en: 'The days of a round are working days from today on, in the order of scoring, appraisal, objections, closing.',
  },
  'round-open-already': {
    status: 409,
    vi: 'Bộ chỉ số này đang có đợt đánh giá {code} cho kỳ trùng ngày.',
    en: 'A round of this index over these days is running: {code}.',
  },
  'criterion-not-on-sheet': {
    status: 422,
    vi: 'Phiếu của cơ quan không có tiêu chí “{criterion}”.',
    en: 'The sheet of this agency has no criterion “{criterion}”.',
  },
  'criterion-is-counted': {
    status: 422,
    vi: 'Tiêu chí {criterion} được chấm từ số liệu đếm được, không ai sửa tay. Thấy sai thì kiến nghị khi có kết quả thẩm định.',
    en: 'Criterion {criterion} is scored from counted figures, which nobody types over. Object to it once the result is given.',
  },
  'criterion-is-surveyed': {
    status: 422,
    vi: 'Tiêu chí {criterion} lấy điểm điều tra trong sổ điểm chỉ số, không chấm ở đây.',
    en: 'Criterion {criterion} takes its points from the register of index scores.',
  },
  'points-out-of-range': {
    status: 422,
    vi: 'Điểm của tiêu chí {criterion} từ 0 đến {most}, tối đa hai chữ số sau dấu phẩy.',
    en: 'Points of criterion {criterion} are between 0 and {most}, with two places at most.',
  },
  'self-score-without-evidence': {
    status: 422,
    vi: 'Chấm có điểm thì phải có minh chứng: số văn bản, mục trong sổ hoặc tệp.',
    en: 'Points need evidence: a document, an entry of a register, or a file.',
  },
  'self-scores-missing': {
    status: 422,
    vi: 'Chưa tự chấm đủ. Còn các tiêu chí: {criteria}.',
    en: 'Not everything is scored yet: {criteria}.',
  },
  'sheet-still-awaited': {
    status: 409,
    vi: 'Chưa hết hạn tự chấm, cơ quan còn được gửi phiếu.',
    en: 'The agency may still send its sheet.',
  },
  'appraisal-without-evidence': {
    status: 422,
    vi: 'Tiêu chí {criterion}: cơ quan không tự chấm và không có minh chứng, chỉ được 0 điểm.',
    en: 'Criterion {criterion}: without a score and evidence of the agency it gets nothing.',
  },
  'appraisal-without-reason': {
    status: 422,
    vi: 'Tiêu chí {criterion}: điểm khác điểm tự chấm thì phải nêu lý do.',
    en: "Criterion {criterion}: points other than the agency's own need a reason.",
  },
  'appraisal-not-finished': {
    status: 422,
    vi: 'Chưa thẩm định xong. Còn các tiêu chí: {criteria}.',
    en: 'Not everything is appraised yet: {criteria}.',
  },
  'criterion-objected-already': {
    status: 409,
    vi: 'Tiêu chí {criterion} đã có kiến nghị; mỗi tiêu chí kiến nghị một lần.',
    en: 'Criterion {criterion} was objected to already, and once is all.',
  },
  'objections-are-over': {
    status: 409,
    vi: 'Đã hết ngày kiến nghị.',
    en: 'The day of objections is over.',
  },
  'objections-not-over': {
    status: 409,
    vi: 'Cơ quan còn được kiến nghị đến hết ngày của đợt.',
    en: 'The agency may still object.',
  },
  'no-objection-open': {
    status: 409,
    vi: 'Không có kiến nghị nào về tiêu chí này chờ trả lời.',
    en: 'No objection to this criterion waits for an answer.',
  },
  'answer-not-for-counted': {
    status: 422,
    vi: 'Điểm đếm được không sửa tay: giữ nguyên, hoặc đếm lại sau khi dữ liệu gốc đã sửa.',
    en: 'Counted points are not typed: they stay, or are counted again once the data were corrected.',
  },
  'answer-only-for-counted': {
    status: 422,
    vi: 'Chỉ tiêu chí chấm từ số liệu mới đếm lại được.',
    en: 'Only what is scored from figures can be counted again.',
  },
  'sheets-open': {
    status: 409,
    vi: 'Còn {count} phiếu chưa chốt điểm.',
    en: 'The points of {count} sheets do not stand yet.',
  },
  'survey-points-too-many': {
    status: 422,
    vi: 'Sổ điểm chỉ số ghi {points} điểm cho {unit}, tiêu chí {criterion}, nhưng tối đa chỉ {most}. Sửa mục đó rồi chốt lại.',
    en: 'The register gives {unit} {points} points for {criterion}, but there are only {most}. Correct that entry first.',
  },
  'round-unknown': {
    status: 404,
    vi: 'Không có đợt đánh giá này, hoặc đợt chưa công bố.',
    en: 'There is no such round, or it is not published.',
  },
} as const satisfies RefusalCatalogue;

export type IndexRefusal = keyof typeof indexRefusals;
