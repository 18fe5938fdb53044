import type { TaskGiver } from '#modules/tasks/rules/task-facts.ts';

/** What is asked for in the documents of a city-year, with the product. Invented, as everything in it. */
export const taskTopics: readonly (readonly [what: string, product: string])[] = [
  ['Rà soát, cắt giảm thời gian giải quyết thủ tục hành chính thuộc lĩnh vực phụ trách', 'Báo cáo kèm phương án'],
  ['Báo cáo tình hình tiếp nhận, giải quyết hồ sơ và nguyên nhân hồ sơ quá hạn', 'Báo cáo'],
  ['Xây dựng kế hoạch nâng mức độ dịch vụ công trực tuyến', 'Kế hoạch'],
  ['Kiểm tra việc niêm yết công khai thủ tục hành chính tại Bộ phận Một cửa', 'Biên bản, báo cáo'],
  ['Tham mưu văn bản trả lời kiến nghị của cử tri', 'Dự thảo văn bản'],
  ['Tổng hợp nhu cầu đào tạo, bồi dưỡng công chức tiếp nhận hồ sơ', 'Bảng tổng hợp'],
  ['Rà soát cơ sở dữ liệu dùng chung và đề xuất kết nối', 'Báo cáo, danh mục'],
  ['Triển khai biện pháp phòng, chống dịch tại trụ sở tiếp công dân', 'Báo cáo kết quả'],
  ['Đề xuất phân cấp, ủy quyền giải quyết thủ tục hành chính', 'Tờ trình'],
  ['Báo cáo kết quả khắc phục tồn tại sau giám sát', 'Báo cáo'],
  ['Rà soát văn bản quy phạm pháp luật không còn phù hợp', 'Danh mục văn bản'],
  ['Thẩm định phương án sắp xếp đơn vị sự nghiệp', 'Văn bản thẩm định'],
];

type Giver = Exclude<TaskGiver, 'lead-unit'>;

/** How the documents of each giver are called. No person signs them. */
export const documentsOf: Readonly<
  Record<Giver, { readonly mark: string; readonly issuer: string; readonly title: string; readonly signatory: string }>
> = {
  government: { mark: 'NQ-CP', issuer: 'Chính phủ', title: 'Nghị quyết phiên họp', signatory: 'TM. Chính phủ' },
  'prime-minister': {
    mark: 'CĐ-TTg',
    issuer: 'Thủ tướng Chính phủ',
    title: 'Công điện',
    signatory: 'Thủ tướng Chính phủ',
  },
  'party-committee': { mark: 'KL-TU', issuer: 'Thành ủy', title: 'Kết luận', signatory: 'TM. Ban Thường vụ' },
  council: { mark: 'NQ-HĐND', issuer: 'HĐND Thành phố', title: 'Nghị quyết kỳ họp', signatory: 'Chủ tịch HĐND' },
  'peoples-committee': {
    mark: 'KH-UBND',
    issuer: 'UBND Thành phố',
    title: 'Kế hoạch công tác',
    signatory: 'TM. Ủy ban nhân dân',
  },
  chair: {
    mark: 'TB-UBND',
    issuer: 'Chủ tịch UBND Thành phố',
    title: 'Thông báo kết luận',
    signatory: 'TL. Chủ tịch',
  },
};
