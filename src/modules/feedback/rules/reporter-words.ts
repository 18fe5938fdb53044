import type { Language, Text } from '#kernel/text.ts';
import type { WrittenNotice } from '#modules/notices/rules/write-notice.ts';

/** What a person who reported is told, and when. */
export const reporterTemplates = [
  'received',
  'joined',
  'accepted',
  'forwarded',
  'declined',
  'handed-to-law',
  'passed-outside',
  'merged',
  'asked',
  'answered',
  'extended',
  'reopened',
  'late',
  'on-public-list',
] as const;
export type ReporterTemplate = (typeof reporterTemplates)[number];

/** What the words are filled with. */
export interface ReporterFacts {
  readonly code: string;
  readonly title: string;
  readonly agency: Text;
  /** `thứ Tư 17/02/2021`, in the language of the person. */
  readonly due?: string | undefined;
  readonly reason?: string | undefined;
  readonly other?: string | undefined;
  readonly secret?: string | undefined;
}

interface Words {
  readonly subject: Text;
  readonly opening: Text;
  readonly next: Text;
}

const wait: Text = { vi: 'Bạn chưa phải làm gì.', en: 'There is nothing to do yet.' };
const judge: Text = {
  vi: 'Mở trang phản ánh bằng mã bí mật để đọc câu trả lời và cho biết bạn có hài lòng không. Chưa hài lòng thì được xử lý lại một lần.',
  en: 'Open the page with your secret to read the answer and say whether you are satisfied. If not, it is handled once more.',
};

const words: Readonly<Record<ReporterTemplate, Words>> = {
  received: {
    subject: { vi: 'Đã nhận phản ánh {code}', en: 'Feedback {code} received' },
    opening: {
      vi: '{agency} đã nhận phản ánh “{title}”. Bạn được trả lời trước hết ngày {due}.',
      en: '{agency} has received “{title}”. You are answered by the end of {due}.',
    },
    next: wait,
  },
  joined: {
    subject: { vi: 'Bạn đã cùng phản ánh {code}', en: 'You joined feedback {code}' },
    opening: {
      vi: 'Phản ánh “{title}” đang ở {agency}, được trả lời trước hết ngày {due}. Bạn được báo như người gửi đầu tiên.',
      en: '“{title}” is at {agency} and is answered by the end of {due}. You are told like the first who sent it.',
    },
    next: wait,
  },
  accepted: {
    subject: { vi: 'Phản ánh {code} được tiếp nhận', en: 'Feedback {code} is accepted' },
    opening: {
      vi: '{agency} đang xử lý phản ánh “{title}” và trả lời trước hết ngày {due}.',
      en: '{agency} works on “{title}” and answers by the end of {due}.',
    },
    next: wait,
  },
  forwarded: {
    subject: { vi: 'Phản ánh {code} được chuyển đến cơ quan khác', en: 'Feedback {code} was passed on' },
    opening: {
      vi: 'Phản ánh “{title}” nay do {agency} giải quyết, trả lời trước hết ngày {due}.',
      en: '“{title}” is now with {agency}, answered by the end of {due}.',
    },
    next: wait,
  },
  declined: {
    subject: { vi: 'Phản ánh {code} không được tiếp nhận', en: 'Feedback {code} is not accepted' },
    opening: {
      vi: '{agency} không tiếp nhận phản ánh “{title}”. Lý do: {reason}',
      en: '{agency} does not accept “{title}”. The reason: {reason}',
    },
    next: { vi: 'Bạn gửi lại được khi đã bổ sung điều còn thiếu.', en: 'Send it again once what is missing is there.' },
  },
  'handed-to-law': {
    subject: { vi: 'Phản ánh {code} thuộc luật khác', en: 'Feedback {code} belongs to another law' },
    opening: { vi: '{reason}', en: '{reason}' },
    next: { vi: 'Gửi đến: {other}. Phản ánh này kết thúc ở đây.', en: 'Send it to: {other}. This feedback ends here.' },
  },
  'passed-outside': {
    subject: {
      vi: 'Phản ánh {code} được chuyển ra ngoài Thành phố',
      en: 'Feedback {code} was passed outside the City',
    },
    opening: {
      vi: 'Việc “{title}” thuộc thẩm quyền của {other}. {agency} đã chuyển bằng văn bản. {reason}',
      en: '“{title}” is for {other}. {agency} has passed it on in writing. {reason}',
    },
    next: { vi: 'Hỏi kết quả tại cơ quan đó.', en: 'Ask that body for the outcome.' },
  },
  merged: {
    subject: { vi: 'Phản ánh {code} được gộp vào {other}', en: 'Feedback {code} was merged into {other}' },
    opening: {
      vi: 'Nhiều người đã phản ánh cùng một việc. Từ nay bạn theo dõi ở phản ánh {other}; mã bí mật của bạn vẫn dùng được.',
      en: 'Several people reported the same. From now on you follow {other}; your secret keeps working.',
    },
    next: wait,
  },
  asked: {
    subject: { vi: 'Phản ánh {code}: đơn vị cần hỏi bạn', en: 'Feedback {code}: a question for you' },
    opening: { vi: '{agency} hỏi: {reason}', en: '{agency} asks: {reason}' },
    next: {
      vi: 'Trả lời trước hết ngày {due}, trên trang phản ánh bằng mã bí mật.',
      en: 'Reply by the end of {due}, on the page of the feedback with your secret.',
    },
  },
  answered: {
    subject: { vi: 'Phản ánh {code} đã có trả lời', en: 'Feedback {code} is answered' },
    opening: { vi: '{agency} trả lời về “{title}”: {reason}', en: '{agency} answers about “{title}”: {reason}' },
    next: judge,
  },
  extended: {
    subject: { vi: 'Phản ánh {code}: gia hạn trả lời', en: 'Feedback {code}: answered later' },
    opening: {
      vi: '{agency} xin lỗi và trả lời trước hết ngày {due}. Lý do: {reason}',
      en: '{agency} apologises and answers by the end of {due}. The reason: {reason}',
    },
    next: wait,
  },
  reopened: {
    subject: { vi: 'Phản ánh {code} được xử lý lại', en: 'Feedback {code} is handled again' },
    opening: {
      vi: 'Người phản ánh chưa hài lòng với câu trả lời. {agency} xử lý lại và trả lời trước hết ngày {due}.',
      en: 'The reporter is not satisfied with the answer. {agency} handles it again and answers by the end of {due}.',
    },
    next: wait,
  },
  late: {
    subject: { vi: 'Phản ánh {code} đã đến hạn mà chưa trả lời', en: 'Feedback {code} is due and not answered' },
    opening: {
      vi: 'Xin lỗi bạn: {agency} chưa trả lời đúng hẹn ngày {due}. Lãnh đạo đơn vị đã được báo.',
      en: 'We apologise: {agency} has not answered as promised for {due}. The head of the unit has been told.',
    },
    next: wait,
  },
  'on-public-list': {
    subject: {
      vi: 'Phản ánh {code} vào danh sách của Chủ tịch Thành phố',
      en: "Feedback {code} is on the city chair's list",
    },
    opening: {
      vi: 'Phản ánh “{title}” quá hạn lâu, đã được đưa vào danh sách công khai mà Chủ tịch Thành phố theo dõi.',
      en: '“{title}” is long overdue and stands on the public list that the chair of the City follows.',
    },
    next: wait,
  },
};

/** Fills in the words. @param language of the person */
export function writeToReporter(template: ReporterTemplate, facts: ReporterFacts, language: Language): WrittenNotice {
  const fill = (text: Text) =>
    text[language].replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      name === 'agency' ? facts.agency[language] : (facts[name as Exclude<keyof ReporterFacts, 'agency'>] ?? ''),
    );
  const { subject, opening, next } = words[template];
  const say = (vi: string, en: string) => (language === 'vi' ? vi : en);
  return {
    language,
    subject: fill(subject),
    opening: fill(opening),
    rows: [
      { label: say('Mã phản ánh', 'Code'), value: facts.code },
      ...(facts.secret ? [{ label: say('Mã bí mật', 'Secret'), value: facts.secret }] : []),
    ],
    items: [],
    nextTitle: say('Việc tiếp theo', 'What next'),
    next: fill(next),
    answerable: say(`Cơ quan trả lời: ${facts.agency.vi}`, `Agency: ${facts.agency.en}`),
  };
}

/** For a telephone: only that something happened, because others may hold it. */
export function shortToReporter(template: ReporterTemplate, facts: ReporterFacts, language: Language): string {
  const { subject } = writeToReporter(template, facts, language);
  return facts.due && template !== 'answered'
    ? `${subject}. ${language === 'vi' ? 'Ngày' : 'Day'}: ${facts.due}`
    : subject;
}
