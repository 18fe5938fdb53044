import type { Text } from '#kernel/text.ts';

/** One question of the slip: the page, the tablet and the paper ask the same. */
export interface RatingQuestion {
  readonly id: 'attitude' | 'elsewhere' | 'organisation' | 'publication';
  readonly ask: Text;
  readonly options: readonly { readonly value: string; readonly label: Text }[];
}

/**
 * Only what no journal knows: times, requests to supplement and channels are read from the journal and never asked.
 * @see TT 01/2018/TT-VPCP art. 13
 */
export const ratingQuestions: readonly RatingQuestion[] = [
  {
    id: 'attitude',
    ask: { vi: 'Cán bộ tiếp ông/bà thế nào?', en: 'How did the officials treat you?' },
    options: [
      { value: 'good', label: { vi: 'Đúng mực, tận tình', en: 'Properly and helpfully' } },
      { value: 'fair', label: { vi: 'Bình thường', en: 'Acceptably' } },
      { value: 'complaint', label: { vi: 'Có điều tôi không hài lòng', en: 'I have something to complain of' } },
    ],
  },
  {
    id: 'elsewhere',
    ask: {
      vi: 'Ngoài nơi nộp hồ sơ, ông/bà có phải đến cơ quan nào khác vì hồ sơ này không?',
      en: 'Did you have to go to another agency for this dossier?',
    },
    options: [
      { value: 'no', label: { vi: 'Không', en: 'No' } },
      { value: 'yes', label: { vi: 'Có', en: 'Yes' } },
    ],
  },
  {
    id: 'organisation',
    ask: { vi: 'Nơi tiếp nhận được sắp xếp thế nào?', en: 'How is the desk arranged?' },
    options: [
      { value: 'good', label: { vi: 'Thuận tiện, đủ chỗ, đúng giờ', en: 'Convenient, enough room, on time' } },
      { value: 'fair', label: { vi: 'Tạm được', en: 'Acceptable' } },
      { value: 'bad', label: { vi: 'Bất tiện', en: 'Inconvenient' } },
    ],
  },
  {
    id: 'publication',
    ask: {
      vi: 'Giấy tờ, phí và thời hạn của thủ tục có được niêm yết tại nơi tiếp nhận không?',
      en: 'Are papers, dues and limit of the procedure posted at the desk?',
    },
    options: [
      { value: 'right', label: { vi: 'Có, đúng và đủ', en: 'Yes, right and complete' } },
      { value: 'missing', label: { vi: 'Không thấy', en: 'I saw none' } },
      { value: 'wrong', label: { vi: 'Có nhưng sai hoặc cũ', en: 'Yes, but wrong or old' } },
      { value: 'not-seen', label: { vi: 'Tôi không đến nơi tiếp nhận', en: 'I was not there' } },
    ],
  },
];
