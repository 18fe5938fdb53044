import type { RefusalCatalogue } from '#kernel/result.ts';

/** Every "no" about money, in words: what is wrong and what to do. Codes are published and never reused. */
export const duesRefusals = {
  'bill-not-found': {
    status: 404,
    vi: 'Không tìm thấy khoản phải nộp này.',
    en: 'This bill was not found.',
  },
  'bill-paid-already': {
    status: 409,
    vi: 'Khoản này đã được nộp đủ; không thu thêm.',
    en: 'This bill has been paid in full; nothing more is taken.',
  },
  'bill-not-asked-for': {
    status: 409,
    vi: 'Khoản này không còn phải nộp nữa.',
    en: 'This bill is no longer asked for.',
  },
  'bill-partly-paid': {
    status: 409,
    vi: 'Khoản này đã có người nộp; hoàn lại trước rồi mới tính lại.',
    en: 'Something was paid on this bill already; give it back before it is counted again.',
  },
  'tendered-too-little': {
    status: 422,
    vi: 'Tiền khách đưa ít hơn số phải thu {owed} đồng.',
    en: 'The cash given is less than the {owed} VND to be taken.',
  },
  'amount-not-readable': {
    status: 422,
    vi: 'Ghi số tiền bằng đồng, số nguyên lớn hơn 0, ví dụ 15.000.',
    en: 'Write the amount in whole đồng above nought, for example 15,000.',
  },
  'till-closed': {
    status: 409,
    vi: 'Quỹ tiền mặt hôm nay của bạn đã chốt; không thu, chi thêm tiền mặt trong ngày.',
    en: 'Your till of today is closed; no more cash is taken or given today.',
  },
  'till-difference-unexplained': {
    status: 422,
    vi: 'Số đếm được lệch với sổ {difference} đồng. Ghi rõ vì sao rồi chốt.',
    en: 'What you counted differs from the book by {difference} VND. Say why before you close.',
  },
  'reduction-not-open': {
    status: 422,
    vi: 'Thủ tục này không có diện miễn, giảm đó.',
    en: 'This procedure has no such reduction.',
  },
  'proof-missing': {
    status: 422,
    vi: 'Ghi giấy tờ chứng minh đã xem: loại, số, ngày.',
    en: 'Say which proof you saw: kind, number, day.',
  },
  'refund-too-much': {
    status: 422,
    vi: 'Không hoàn được nhiều hơn số đã nộp.',
    en: 'No more can be given back than was paid.',
  },
  'payment-not-found': {
    status: 404,
    vi: 'Không tìm thấy lần nộp tiền này.',
    en: 'This payment was not found.',
  },
  'refund-needs-another': {
    status: 403,
    vi: 'Người đã thu tiền mặt không tự hoàn khoản đó; trưởng Bộ phận Một cửa khác hoặc lãnh đạo cơ quan duyệt hoàn.',
    en: 'Whoever took the cash does not give it back; another head of the desk or the head of the agency approves it.',
  },
  'refund-needs-number': {
    status: 422,
    vi: 'Hoàn bằng chuyển khoản phải ghi số giao dịch của ngân hàng.',
    en: 'A refund by transfer needs the number of the bank.',
  },
  'refund-needs-reason': {
    status: 422,
    vi: 'Ghi rõ vì sao hoàn lại khoản tiền này.',
    en: 'Say why this money goes back.',
  },
  'money-not-found': {
    status: 404,
    vi: 'Không tìm thấy khoản tiền về này.',
    en: 'This incoming money was not found.',
  },
  'money-settled-already': {
    status: 409,
    vi: 'Khoản tiền về này đã được xử lý hết.',
    en: 'All of this incoming money has been settled.',
  },
  'statement-empty': {
    status: 422,
    vi: 'Dán ít nhất một dòng sao kê.',
    en: 'Paste at least one line of the statement.',
  },
  'statement-line-wrong': {
    status: 422,
    vi: 'Dòng {line} không đọc được. Mỗi dòng: số giao dịch; ngày giờ (05/11/2021 09:30); số tiền; nội dung.',
    en: 'Line {line} cannot be read. Each line: number; day and time (05/11/2021 09:30); amount; text.',
  },
  'account-not-set-up': {
    status: 409,
    vi: 'Cơ quan chưa có tài khoản nhận chuyển khoản.',
    en: 'The agency has no account for transfers yet.',
  },
  'gateway-not-set-up': {
    status: 409,
    vi: 'Chưa có cổng thanh toán trực tuyến. Hãy chuyển khoản hoặc nộp tại Bộ phận Một cửa.',
    en: 'There is no online gateway yet. Pay by transfer or at the one-stop desk.',
  },
  'gateway-not-reachable': {
    status: 409,
    vi: 'Cổng thanh toán đang không trả lời. Bạn chưa bị trừ tiền; thử lại sau ít phút hoặc chọn cách khác.',
    en: 'The gateway does not answer. Nothing was taken; try again in a few minutes or choose another way.',
  },
  'callback-not-genuine': {
    status: 401,
    vi: 'Thông báo không mang chữ ký đúng của cổng thanh toán, hoặc đã quá cũ.',
    en: 'The notice does not bear the right signature of the gateway, or is too old.',
  },
  'order-unknown': {
    status: 404,
    vi: 'Không có lệnh thanh toán này.',
    en: 'There is no such payment order.',
  },
  'currency-wrong': {
    status: 422,
    vi: 'Chỉ nhận tiền đồng Việt Nam (VND).',
    en: 'Only Vietnamese đồng (VND) is taken.',
  },
  'settlement-signed-already': {
    status: 409,
    vi: 'Quyết toán quý này với đơn vị đó đã ký và khóa; phát sinh sau thuộc quý sau.',
    en: 'The settlement of this quarter with that unit is signed and frozen; what came later belongs to the next.',
  },
  'settlement-not-over': {
    status: 409,
    vi: 'Quý chưa kết thúc nên chưa quyết toán được.',
    en: 'The quarter is not over, so it cannot be settled yet.',
  },
  'settlement-empty': {
    status: 409,
    vi: 'Không có khoản nào để quyết toán với đơn vị này trong quý.',
    en: 'There is nothing to settle with this unit for the quarter.',
  },
  'settlement-not-found': {
    status: 404,
    vi: 'Không tìm thấy bản quyết toán này.',
    en: 'This settlement was not found.',
  },
  'dues-not-yours': {
    status: 403,
    vi: 'Việc này thuộc trưởng Bộ phận Một cửa hoặc người thu phí của cơ quan đó.',
    en: 'This is for the head of the desk, or whoever collects dues there.',
  },
} as const satisfies RefusalCatalogue;

export type DuesRefusal = keyof typeof duesRefusals;
