import type { RefusalCatalogue } from '#kernel/result.ts';

/** The refusals of feedback, in words. */
export const feedbackRefusals = {
  'feedback-not-clear': {
    status: 422,
    vi: 'Ghi rõ sự việc: ít nhất một câu, bằng tiếng Việt hoặc tiếng Anh.',
    en: 'Say what it is about, in at least one sentence.',
  },
  'feedback-place-missing': {
    status: 422,
    vi: 'Cho biết ở đâu: chọn phường, xã và ghi vị trí.',
    en: 'Say where: choose the ward or commune and describe the place.',
  },
  'feedback-agency-missing': {
    status: 422,
    vi: 'Chọn cơ quan mà phản ánh này nói đến.',
    en: 'Choose the agency this is about.',
  },
  'feedback-procedure-missing': {
    status: 422,
    vi: 'Chọn thủ tục mà phản ánh này nói đến.',
    en: 'Choose the procedure this is about.',
  },
  'feedback-field-unknown': {
    status: 422,
    vi: 'Chọn lĩnh vực trong danh sách, hợp với loại phản ánh.',
    en: 'Choose a field of the list that fits what it is about.',
  },
  'reporter-missing': {
    status: 422,
    vi: 'Ghi họ tên và một cách liên hệ (điện thoại, thư điện tử hoặc địa chỉ). Tên bạn không được công khai.',
    en: 'Give your name and one way to reach you (telephone, e-mail or address). Your name is never published.',
  },
  'anonymous-not-allowed': {
    status: 422,
    vi: 'Phản ánh về quy định, thủ tục, hành vi hoặc hồ sơ phải có họ tên và địa chỉ (Nghị định 20/2008/NĐ-CP, Điều 7). Tên bạn không được công khai.',
    en: 'Feedback on a regulation, a procedure, conduct or a dossier needs a name and address (NĐ 20/2008, art. 7). Your name is never published.',
  },
  'point-outside': {
    status: 422,
    vi: 'Tọa độ không nằm trong thành phố. Để trống nếu bạn không biết.',
    en: 'The coordinates are not in the city. Leave them empty if you do not know them.',
  },
  'feedback-not-found': {
    status: 404,
    vi: 'Không tìm thấy phản ánh có mã này.',
    en: 'No feedback has this code.',
  },
  'feedback-secret-wrong': {
    status: 404,
    vi: 'Mã phản ánh hoặc mã bí mật chưa đúng.',
    en: 'The code or the secret is not right.',
  },
  'too-many-photos': {
    status: 422,
    vi: 'Đính kèm nhiều nhất {most} tệp.',
    en: 'Attach at most {most} files.',
  },
  'proof-missing': {
    status: 422,
    vi: 'Trả lời phải có bằng chứng: số văn bản, hoặc ảnh chụp sau khi xử lý.',
    en: 'An answer needs proof: the number of a document, or a photograph taken afterwards.',
  },
  'approver-is-drafter': {
    status: 403,
    vi: 'Bạn đã soạn câu trả lời này nên người khác phải duyệt.',
    en: 'You drafted this answer, so someone else has to approve it.',
  },
  'reply-time-not-over': {
    status: 409,
    vi: 'Người phản ánh còn thời gian trả lời đến {dueOn}. Ghi lại câu trả lời nếu họ đã trả lời bạn.',
    en: 'The person may still reply until {dueOn}. Record the reply if they have given it to you.',
  },
  'feedback-due-passed': {
    status: 409,
    vi: 'Đã quá hạn {dueOn} nên không gia hạn được nữa.',
    en: 'The limit ended on {dueOn}; it can no longer be extended.',
  },
  'reason-missing': {
    status: 422,
    vi: 'Ghi lý do bạn chưa hài lòng để đơn vị xử lý lại.',
    en: 'Say why you are not satisfied, so that it can be handled again.',
  },
  'others-reported-too': {
    status: 409,
    vi: 'Nhiều người cùng phản ánh việc này nên một người không rút được.',
    en: 'Others reported it too, so one person cannot withdraw it.',
  },
  'agency-is-own': {
    status: 422,
    vi: 'Phản ánh đang ở chính cơ quan này. Chọn cơ quan khác, hoặc tiếp nhận.',
    en: 'It is at this agency already. Choose another, or accept it.',
  },
  'unit-outside-agency': {
    status: 422,
    vi: 'Chọn một đơn vị của cơ quan bạn; nếu thuộc cơ quan khác, hãy chuyển đi.',
    en: 'Choose a unit of your own agency; if it belongs to another, pass it on.',
  },
  'merge-not-possible': {
    status: 409,
    vi: 'Chỉ gộp vào một phản ánh khác đang được xử lý, cùng cơ quan.',
    en: 'It can only be merged into other feedback that is open at the same agency.',
  },
  'feedback-closed': {
    status: 409,
    vi: 'Phản ánh này đã kết thúc; nếu việc lại xảy ra, hãy gửi phản ánh mới.',
    en: 'This one has ended; if it happens again, send a new one.',
  },
  'mail-not-readable': {
    status: 422,
    vi: 'Không đọc được thư: thiếu người gửi hoặc nội dung.',
    en: 'The mail cannot be read: no sender, or no content.',
  },
  'feedback-not-yours-to-take': {
    status: 403,
    vi: 'Chỉ người trực tiếp nhận phản ánh hoặc Bộ phận Một cửa được ghi phản ánh thay người dân.',
    en: 'Only the focal point or the desk takes feedback down for a person.',
  },
  'review-not-open': {
    status: 409,
    vi: 'Đề nghị rà soát này đã được quyết định.',
    en: 'This proposal has been decided already.',
  },
  'review-not-yours': {
    status: 403,
    vi: 'Chỉ người kiểm soát thủ tục hành chính quyết định việc rà soát.',
    en: 'Only the procedure controller decides on reviews.',
  },
} as const satisfies RefusalCatalogue;

export type FeedbackRefusal = keyof typeof feedbackRefusals;
