import type { FeedbackAbout } from '#modules/feedback/rules/feedback-words.ts';

/** What people report in a city-year, by what it is about and its field. Invented, as everything in it. */
export const reports: readonly (readonly [about: FeedbackAbout, field: string, text: string])[] = [
  ['procedure', 'procedure', 'Thủ tục yêu cầu nộp lại giấy tờ đã có trong cơ sở dữ liệu, đề nghị xem xét bỏ.'],
  ['procedure', 'procedure', 'Biểu mẫu trên cổng dịch vụ công khác biểu mẫu niêm yết tại bộ phận một cửa.'],
  ['regulation', 'procedure', 'Quy định về thời hạn giải quyết quá dài so với việc thực tế, đề nghị rút ngắn.'],
  ['regulation', 'procedure', 'Hai văn bản quy định khác nhau về thành phần hồ sơ, người dân không biết theo bên nào.'],
  ['service', 'public-service', 'Nộp hồ sơ trực tuyến bị lỗi khi tải tệp, gọi tổng đài không ai nghe máy.'],
  ['service', 'public-service', 'Phải chờ quá lâu dù đã đặt lịch hẹn trước tại bộ phận một cửa.'],
  ['conduct', 'public-service', 'Người tiếp nhận hướng dẫn không rõ, phải đi lại nhiều lần để bổ sung.'],
  ['service', 'other', 'Thông tin trên trang của đơn vị đã cũ, số điện thoại liên hệ không đúng.'],
];

/** What people report about places. */
export const placeReports: readonly (readonly [field: string, text: string, place: string])[] = [
  ['drainage', 'Cống thoát nước trước ngõ bị tắc, mưa là ngập vào nhà dân.', 'Đầu ngõ, cạnh nhà văn hóa'],
  ['road', 'Mặt đường có ổ gà sâu, nhiều xe máy bị ngã buổi tối.', 'Đoạn gần trường tiểu học'],
  ['waste', 'Bãi rác tự phát bốc mùi hôi nhiều ngày chưa được thu gom.', 'Sau chợ dân sinh'],
  ['street-order', 'Vỉa hè bị chiếm làm nơi bán hàng, người đi bộ phải xuống lòng đường.', 'Trước cổng chợ'],
  ['lighting', 'Đèn đường hỏng cả dãy, buổi tối rất tối và nguy hiểm.', 'Dọc ngõ lớn'],
  ['trees', 'Cây bị nghiêng sau mưa bão, có nguy cơ đổ vào đường dây điện.', 'Trước số nhà đầu phố'],
  ['noise', 'Quán hát loa công suất lớn đến khuya nhiều ngày liền.', 'Trong ngõ'],
];

export const answers: readonly string[] = [
  'Đơn vị đã kiểm tra, nội dung phản ánh là đúng và đã xử lý xong; cảm ơn người phản ánh.',
  'Đơn vị đã rà soát, tiếp thu và sửa đổi theo phản ánh.',
  'Nội dung phản ánh đã được giải thích và hướng dẫn theo quy định hiện hành.',
];

export const unsatisfied = 'Việc chưa được xử lý dứt điểm, đề nghị xem lại.';
