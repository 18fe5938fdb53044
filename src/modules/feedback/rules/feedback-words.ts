import type { Text } from '#kernel/text.ts';

/** How it came in. */
export const feedbackChannels = ['portal', 'desk', 'phone', 'email', 'api'] as const;
export type FeedbackChannel = (typeof feedbackChannels)[number];

/** What it is about. */
export const feedbackAbouts = ['place', 'service', 'procedure', 'regulation', 'conduct', 'dossier'] as const;
export type FeedbackAbout = (typeof feedbackAbouts)[number];

/**
 * The four classes of NĐ 20/2008/NĐ-CP art. 9: not accepted (art. 7 is not met), about conduct, ours to answer, not ours.
 * A complaint or a denunciation is none of them: it has its own law.
 */
export const feedbackClasses = ['not-accepted', 'conduct', 'ours', 'not-ours'] as const;
export type FeedbackClass = (typeof feedbackClasses)[number];

/** Laws of their own: Luật Khiếu nại 02/2011/QH13, Luật Tố cáo 25/2018/QH14. */
export const otherLaws = ['complaint', 'denunciation'] as const;
export type OtherLaw = (typeof otherLaws)[number];

export const channelWords: Readonly<Record<FeedbackChannel, Text>> = {
  portal: { vi: 'Cổng dịch vụ', en: 'Portal' },
  desk: { vi: 'Trực tiếp', en: 'In person' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  api: { vi: 'Hệ thống khác', en: 'Another system' },
};

export const aboutWords: Readonly<Record<FeedbackAbout, Text>> = {
  place: { vi: 'Hiện trường, nơi công cộng', en: 'A place, something in public' },
  service: { vi: 'Dịch vụ công', en: 'A public service' },
  procedure: { vi: 'Thủ tục hành chính', en: 'An administrative procedure' },
  regulation: { vi: 'Quy định hành chính', en: 'A regulation' },
  conduct: { vi: 'Hành vi của cán bộ, công chức', en: "An officer's conduct" },
  dossier: { vi: 'Một hồ sơ đã nộp', en: 'A dossier that was filed' },
};

export const classWords: Readonly<Record<FeedbackClass, Text>> = {
  'not-accepted': { vi: 'Không đủ điều kiện tiếp nhận', en: 'Not accepted' },
  conduct: { vi: 'Về hành vi hành chính', en: 'About conduct' },
  ours: { vi: 'Thuộc thẩm quyền', en: 'Ours to answer' },
  'not-ours': { vi: 'Không thuộc thẩm quyền, chuyển đi', en: 'Not ours, passed on' },
};

export const lawWords: Readonly<Record<OtherLaw, Text>> = {
  complaint: { vi: 'Khiếu nại', en: 'Complaint' },
  denunciation: { vi: 'Tố cáo', en: 'Denunciation' },
};
