import type { NoticeTemplate } from './notice-templates.ts';
import type { NamedFacts } from './write-notice.ts';

/** Facts for a preview: no real dossier and no real person, every field filled. */
export const sampleFacts: NamedFacts = {
  code: '000.07.31.H26-211105-0001',
  procedure: { vi: 'Cấp Giấy xác nhận tình trạng hôn nhân', en: 'Certificate of marital status' },
  agencyId: 'x-00007',
  answerableId: 'x-00007.desk',
  answerableName: 'Nguyễn Thị Mẫu',
  agency: { vi: 'Ủy ban nhân dân phường Cống Vị', en: "People's Committee of Cống Vị Ward" },
  desk: { vi: 'Bộ phận Tiếp nhận và Trả kết quả phường Cống Vị', en: 'Intake and Results Desk, Cống Vị Ward' },
  answerable: { vi: 'Bộ phận Tiếp nhận và Trả kết quả phường Cống Vị', en: 'Intake and Results Desk, Cống Vị Ward' },
  dueAt: '2021-11-17T10:00:00Z',
  firstDueAt: '2021-11-12T10:00:00Z',
  newDueAt: '2021-11-24T10:00:00Z',
  items: [
    {
      what: 'Bản chính giấy chứng sinh',
      reason: 'bản chụp gửi kèm không đọc được ngày sinh',
      clause: 'khoản 1 Điều 16 Luật Hộ tịch',
    },
    {
      what: 'Giấy tờ chứng minh nơi cư trú',
      reason: 'địa chỉ khai khác với địa chỉ trên căn cước công dân',
      clause: 'khoản 1 Điều 2 Nghị định 123/2015/NĐ-CP',
    },
  ],
  reason: 'Việc này thuộc thẩm quyền của Ủy ban nhân dân phường nơi thường trú',
  clause: 'Điều 21 Nghị định 123/2015/NĐ-CP',
  amount: '1525653',
  basis: 'Thông báo nộp tiền số 12/TB-CCT',
  receiptNumber: '0001234',
  letterNumber: '15/UBND-XL',
};

/** What each template has of the sample: a preview must not show more than the real notice would. */
export function sampleOf(template: NoticeTemplate): NamedFacts {
  const { items, ...rest } = sampleFacts;
  return template === 'supplement-asked' ? { ...rest, ...(items ? { items } : {}) } : rest;
}
