import type { RefusalCatalogue } from '#kernel/result.ts';
import type { AppointmentRefusal } from './rules/appointment.ts';
import type { RegistrationRefusal } from './rules/citizen-registration.ts';
import type { ThrottleRefusal } from './rules/throttle.ts';

export type PeopleRefusal =
  | RegistrationRefusal
  | AppointmentRefusal
  | ThrottleRefusal
  | 'sign-in-wrong'
  | 'password-present-wrong'
  | 'password-same'
  | 'sign-in-name-taken'
  | 'post-unknown'
  | 'account-unknown'
  | 'post-held-already'
  | 'holding-unknown'
  | 'holding-ends-before-start'
  | 'identity-not-matching'
  | 'identity-not-yours'
  | 'reading-reason-missing';

/** How the refusals of this module read. A wrong name and a wrong password read the same. */
export const peopleRefusals = {
  'sign-in-wrong': {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra lại cả hai rồi thử lại.',
    en: 'The sign-in name or the password is wrong. Check both and try again.',
  },
  'identity-not-matching': {
    status: 422,
    vi: 'Số trên thẻ không trùng với số mà tài khoản này khai, hoặc không có tài khoản công dân với tên đăng nhập đó. Kiểm tra lại cả hai.',
    en: 'The number on the card is not the one this account states, or no citizen’s account has that sign-in name. Check both.',
  },
  'identity-not-yours': {
    status: 403,
    vi: 'Chỉ cán bộ Bộ phận Một cửa được xác thực danh tính của công dân.',
    en: 'Only an officer of a one-stop desk may prove the identity of a citizen.',
  },
  'password-present-wrong': {
    status: 422,
    vi: 'Mật khẩu hiện tại không đúng. Nhập lại mật khẩu bạn đang dùng.',
    en: 'The present password is wrong. Enter the one you use now.',
  },
  'password-same': {
    status: 422,
    vi: 'Mật khẩu mới phải khác mật khẩu đang dùng.',
    en: 'The new password must differ from the present one.',
  },
  'sign-in-throttled': {
    status: 429,
    vi: 'Đã thử quá nhiều lần. Chờ {minutes} phút rồi thử lại.',
    en: 'Too many tries. Wait {minutes} min and try again.',
  },
  'sign-in-name-taken': {
    status: 409,
    vi: 'Tên đăng nhập này đã có người dùng. Hãy đăng nhập nếu là của bạn, hoặc chọn tên khác.',
    en: 'This sign-in name is taken. Sign in if it is yours, or choose another.',
  },
  'sign-in-name-wrong': {
    status: 422,
    vi: 'Tên đăng nhập cần từ 4 đến 60 ký tự, có ít nhất một chữ cái và không có dấu cách. Bỏ trống để dùng số điện thoại.',
    en: 'A sign-in name needs 4 to 60 characters, at least one letter and no blanks. Leave it empty to use the telephone number.',
  },
  'person-name-wrong': {
    status: 422,
    vi: 'Ghi họ, chữ đệm và tên như trong giấy tờ, chỉ gồm chữ cái, nhiều nhất 100 ký tự.',
    en: 'Write the full name as on your papers: letters only, at most 100 characters.',
  },
  'personal-id-wrong': {
    status: 422,
    vi: 'Số định danh cá nhân gồm 12 chữ số và bắt đầu bằng số 0, in trên thẻ căn cước.',
    en: 'The personal identification number has 12 digits and begins with 0; it is printed on the identity card.',
  },
  'phone-wrong': {
    status: 422,
    vi: 'Ghi số điện thoại ở Việt Nam gồm 10 hoặc 11 chữ số, ví dụ 0912 345 678.',
    en: 'Write a telephone number of Vietnam with 10 or 11 digits, for example 0912 345 678.',
  },
  'email-wrong': {
    status: 422,
    vi: 'Địa chỉ thư điện tử chưa đúng. Ghi như ten@example.vn hoặc bỏ trống.',
    en: 'The email address is not right. Write it like name@example.vn or leave it empty.',
  },
  'password-too-short': {
    status: 422,
    vi: 'Mật khẩu cần ít nhất {least} ký tự. Một câu dễ nhớ là tốt nhất.',
    en: 'The password needs at least {least} characters. A sentence you remember is best.',
  },
  'password-too-long': {
    status: 422,
    vi: 'Mật khẩu dài nhất {most} ký tự.',
    en: 'The password may have at most {most} characters.',
  },
  'password-is-name': {
    status: 422,
    vi: 'Mật khẩu không được là tên, số điện thoại hay số định danh của bạn. Hãy chọn câu khác.',
    en: 'The password must not be your name, telephone number or personal number. Choose another.',
  },
  'password-too-common': {
    status: 422,
    vi: 'Nhiều người dùng mật khẩu này nên dễ bị đoán. Hãy chọn một câu của riêng bạn.',
    en: 'Many people use this password, so it is easy to guess. Choose a sentence of your own.',
  },
  'appointment-not-yours': {
    status: 403,
    vi: 'Chỉ quản trị hệ thống của đơn vị hoặc của cấp trên mới được ghi nhận người giữ vị trí này.',
    en: 'Only an administrator of this unit or of one above may record who holds this post.',
  },
  'post-unknown': {
    status: 404,
    vi: 'Không có vị trí công tác này trong thời gian đã ghi.',
    en: 'There is no such post in the period given.',
  },
  'account-unknown': {
    status: 404,
    vi: 'Không có tài khoản cán bộ này, hoặc tài khoản đã đóng.',
    en: 'There is no such officer’s account, or it is closed.',
  },
  'post-held-already': {
    status: 409,
    vi: 'Vị trí này đã có người giữ trong thời gian đó. Ghi nhận ngày thôi giữ của người trước đã.',
    en: 'Someone holds this post in that period. First record when that ends.',
  },
  'holding-unknown': {
    status: 404,
    vi: 'Không tìm thấy lần giữ vị trí này.',
    en: 'This holding of a post was not found.',
  },
  'holding-ends-before-start': {
    status: 422,
    vi: 'Ngày thôi giữ vị trí phải sau ngày bắt đầu và không muộn hơn ngày kết thúc đã ghi.',
    en: 'The end must come after the start and not after the end already recorded.',
  },
  'reading-reason-missing': {
    status: 422,
    vi: 'Ghi lý do xem hồ sơ ngoài việc của mình, nhiều nhất {most} ký tự; lý do được lưu lại.',
    en: 'Give the reason for reading a dossier outside your own work, at most {most} characters; it is kept.',
  },
} as const satisfies RefusalCatalogue<PeopleRefusal>;
