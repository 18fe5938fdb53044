import type { RefusalCatalogue } from '#kernel/result.ts';

/** The refusals of the desk: counters, booked visits, queue tickets, ratings. */
export const deskRefusals = {
  'desk-unknown': {
    status: 404,
    vi: 'Bộ phận Một cửa này chưa mở lấy số và đặt lịch.',
    en: 'This desk does not give tickets or take bookings yet.',
  },
  'desk-closed': {
    status: 409,
    vi: 'Bộ phận Một cửa đang ngoài giờ tiếp nhận. Mở lại: {opens}.',
    en: 'The desk is closed now. It opens again: {opens}.',
  },
  'desk-not-yours': {
    status: 403,
    vi: 'Bạn không có vị trí cán bộ Một cửa ở nơi này.',
    en: 'You hold no post at this desk.',
  },
  'field-not-served': {
    status: 422,
    vi: 'Hôm nay không có quầy nào nhận lĩnh vực này.',
    en: 'No counter serves this field today.',
  },
  'priority-unknown': { status: 422, vi: 'Chọn một trong các diện ưu tiên.', en: 'Choose one of the priority groups.' },
  'tickets-used-up': {
    status: 409,
    vi: 'Hôm nay đã phát hết 999 số. Hỏi cán bộ hướng dẫn.',
    en: 'All 999 tickets of today are given out. Ask the staff.',
  },
  'device-not-enrolled': {
    status: 403,
    vi: 'Máy này chưa được ghép với Bộ phận Một cửa, hoặc đã bị thu hồi. Cán bộ ghép máy ở trang “Quầy”, mục “Thiết bị”.',
    en: 'This device is not enrolled at the desk, or was revoked. An officer enrols it on the page “Counter”, under “Devices”.',
  },
  'device-unknown': {
    status: 404,
    vi: 'Nơi này không có thiết bị đó, hoặc thiết bị đã bị thu hồi trước.',
    en: 'The desk has no such device, or it was revoked before.',
  },
  'device-kind-wrong': {
    status: 422,
    vi: 'Chọn loại thiết bị: máy lấy số, màn hình hoặc máy tính bảng.',
    en: 'Choose the kind of device: kiosk, display or tablet.',
  },
  'device-label-missing': {
    status: 422,
    vi: 'Đặt tên để nhận ra thiết bị, ví dụ: cạnh cửa chính.',
    en: 'Name the device so that it can be told apart, for example: by the entrance.',
  },
  'ticket-not-found': { status: 404, vi: 'Không tìm thấy số thứ tự này.', en: 'This ticket was not found.' },
  'ticket-not-here': {
    status: 409,
    vi: 'Số này không còn ở quầy của bạn. Tải lại trang để xem.',
    en: 'This ticket is no longer at your counter. Reload the page to see.',
  },
  'ticket-dossier-wrong': {
    status: 422,
    vi: 'Nơi này không tiếp nhận hồ sơ có mã đó. Xem lại mã trên giấy hẹn.',
    en: 'This desk received no dossier with that code. Look at the code on the receipt.',
  },
  'counter-unknown': {
    status: 422,
    vi: 'Chọn một quầy đang phục vụ của bộ phận này.',
    en: 'Choose a counter of this desk that serves today.',
  },
  'counter-taken': {
    status: 409,
    vi: 'Quầy {number} đang có cán bộ khác mở, hoặc bạn đang mở một quầy khác.',
    en: 'Counter {number} is open by another officer, or you have another counter open.',
  },
  'counter-not-open': { status: 409, vi: 'Bạn chưa mở quầy nào.', en: 'You have no counter open.' },
  'counter-paused': {
    status: 409,
    vi: 'Quầy đang tạm nghỉ. Bấm “Tiếp tục” trước khi gọi số.',
    en: 'The counter is paused. Press “Go on” before calling.',
  },
  'counter-busy': {
    status: 409,
    vi: 'Quầy còn số {number}. Kết thúc số này trước.',
    en: 'Ticket {number} is still at the counter. End it first.',
  },
  'nobody-waits': { status: 409, vi: 'Không còn ai chờ ở quầy của bạn.', en: 'Nobody waits for your counter.' },
  'slot-not-open': {
    status: 422,
    vi: 'Khung giờ này không nhận đặt lịch. Chọn một khung giờ trong danh sách.',
    en: 'This time cannot be booked. Choose one of the list.',
  },
  'slot-full': {
    status: 409,
    vi: 'Khung giờ này vừa hết chỗ. Chọn khung giờ khác.',
    en: 'This time has just become full. Choose another.',
  },
  'bookings-too-many': {
    status: 429,
    vi: 'Số điện thoại này đang có {most} lịch hẹn chưa dùng ở nơi này. Hủy một lịch trước khi đặt thêm.',
    en: 'This telephone number has {most} unused bookings here. Cancel one before booking another.',
  },
  'booking-name-wrong': { status: 422, vi: 'Ghi họ và tên người đến.', en: 'Give the name of the person who comes.' },
  'booking-phone-wrong': {
    status: 422,
    vi: 'Số điện thoại chưa đúng. Ghi như 0912 345 678.',
    en: 'The telephone number is not right. Write it like 0912 345 678.',
  },
  'booking-not-found': {
    status: 404,
    vi: 'Không có lịch hẹn với mã và số điện thoại này.',
    en: 'There is no booking with this code and telephone number.',
  },
  'booking-other-desk': {
    status: 409,
    vi: 'Lịch hẹn này ở nơi khác: {desk}.',
    en: 'This booking is at another desk: {desk}.',
  },
  'booking-other-day': {
    status: 409,
    vi: 'Lịch hẹn này vào {day}, không phải hôm nay.',
    en: 'This booking is for {day}, not today.',
  },
  'booking-over': {
    status: 409,
    vi: 'Lịch hẹn này đã hủy, đã dùng hoặc đã quá giờ. Bạn lấy số thường, hoặc đặt lịch khác.',
    en: 'This booking was cancelled, used or is past. Take an ordinary ticket, or book another time.',
  },
  'rating-incomplete': { status: 422, vi: 'Hãy trả lời câu này.', en: 'Answer this question.' },
  'rating-too-early': {
    status: 409,
    vi: 'Hồ sơ này chưa giải quyết xong. Ông/bà đánh giá một lần, khi đã nhận kết quả.',
    en: 'This dossier is not finished. It is rated once, when you have its result.',
  },
  'rated-already': {
    status: 409,
    vi: 'Hồ sơ này đã được đánh giá. Mỗi hồ sơ đánh giá một lần.',
    en: 'This dossier was rated already. Each is rated once.',
  },
} as const satisfies RefusalCatalogue;

export type DeskRefusal = keyof typeof deskRefusals;
