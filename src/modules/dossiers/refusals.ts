import type { RefusalCatalogue } from '#kernel/result.ts';

/** Every "no" of the dossiers, in words: what is wrong and what to do. Codes are published and never reused. */
export const dossierRefusals = {
  'end-day-same': {
    status: 422,
    vi: 'Nhật ký đã ghi đúng ngày này; không có gì để đính chính.',
    en: 'The journal says this day already; there is nothing to correct.',
  },
  'end-day-impossible': {
    status: 422,
    vi: 'Ngày có kết quả không thể trước ngày tiếp nhận hoặc sau hôm nay.',
    en: 'The result cannot have been ready before the acceptance or after today.',
  },
  'post-ordered-already': {
    status: 409,
    vi: 'Đã đăng ký bưu chính cho chiều này và bưu gửi chưa xong.',
    en: 'The post is ordered for this direction already and the parcel is still under way.',
  },
  'post-not-awaited': {
    status: 409,
    vi: 'Chỉ gửi giấy tờ qua bưu chính khi hồ sơ chưa được tiếp nhận hoặc đang chờ bổ sung.',
    en: 'Papers are sent by post only before acceptance or while a supplement is awaited.',
  },
  'post-not-ordered': {
    status: 409,
    vi: 'Hồ sơ này chưa đăng ký bưu chính, hoặc bưu gửi không ở trạng thái cho phép việc này.',
    en: 'The post is not ordered for this dossier, or its parcel is not where this can be done.',
  },
  'post-event-impossible': {
    status: 409,
    vi: 'Trạng thái này không thể đến sau trạng thái hiện tại của bưu gửi.',
    en: 'This cannot follow the present state of the parcel.',
  },
  'post-receiver-missing': {
    status: 422,
    vi: 'Phát thành công phải ghi người nhận.',
    en: 'A delivery names who took it.',
  },
  'post-cash-differs': {
    status: 422,
    vi: 'Số tiền thu hộ phải đúng {wanted} đồng như lúc giao bưu gửi. Nếu thu khác, ghi rõ với bưu chính trước.',
    en: 'The cash collected must be {wanted} VND, as when the parcel was handed over. Settle any difference with the operator first.',
  },
  'post-no-cash': {
    status: 409,
    vi: 'Không có tiền thu hộ nào chờ bưu chính nộp.',
    en: 'No cash waits to be remitted by the post.',
  },
  'result-with-the-post': {
    status: 409,
    vi: 'Kết quả đang ở bưu chính; chờ phát xong hoặc chuyển hoàn rồi mới trả tại quầy được.',
    en: 'The result is with the post; it can be handed out at the desk only after it has come back.',
  },
  'legs-open': {
    status: 409,
    vi: 'Còn phần việc của cơ quan khác chưa trả lời. Chờ trả lời, hoặc thu hồi phần việc đó kèm lý do rồi làm tiếp.',
    en: 'Another agency has not answered yet. Wait for the answer, or call its part off with a reason, then go on.',
  },
  'leg-refused': {
    status: 409,
    vi: 'Cơ quan phối hợp đã trả lời không đồng ý, nên không thể trình cấp. Trình từ chối có căn cứ, hoặc hỏi lại cơ quan đó.',
    en: 'A contributing agency has answered no, so granting cannot be proposed. Propose a refusal with its clause, or ask that agency again.',
  },
  'branch-not-open': {
    status: 409,
    vi: 'Phần việc này đã có trả lời hoặc đã được thu hồi.',
    en: 'This part has been answered or called off.',
  },
  'branch-not-closed': {
    status: 409,
    vi: 'Chỉ hỏi lại được phần việc của bước hiện tại đã có trả lời hoặc đã được thu hồi.',
    en: 'Only a part of the present step that was answered or called off can be asked again.',
  },
  'unit-not-consulted': {
    status: 422,
    vi: 'Không lấy ý kiến được nơi này: chọn một cơ quan, phòng khác đang hoạt động và có người thụ lý.',
    en: 'This body cannot be consulted: choose another agency or division that is in being and has handlers.',
  },
  'answer-in-future': {
    status: 422,
    vi: 'Ngày ghi trên văn bản không thể ở tương lai.',
    en: 'The day on the paper cannot lie in the future.',
  },
  'supplement-asked-already': {
    status: 409,
    vi: 'Hồ sơ này đã được yêu cầu bổ sung đủ số lần cho phép; không được yêu cầu thêm (NĐ 61/2018, điều 11 và 17).',
    en: 'This dossier has been sent back for papers as often as the rule allows; no further request may be made.',
  },
  'supplement-not-proposed': {
    status: 409,
    vi: 'Hồ sơ đang được giải quyết: người thụ lý phải đề nghị bổ sung trước, rồi Bộ phận Một cửa mới gửi yêu cầu.',
    en: 'The dossier is being worked on: the handler must propose the supplement before the desk sends it.',
  },
  'supplement-being-asked': {
    status: 409,
    vi: 'Bạn đã đề nghị bổ sung; chờ Bộ phận Một cửa gửi yêu cầu và công dân trả lời.',
    en: 'You proposed a supplement; wait until the desk has sent it and the person has answered.',
  },
  'supplement-too-late': {
    status: 409,
    vi: 'Chỉ được đề nghị bổ sung trong {days} ngày làm việc từ khi tiếp nhận; hạn đó đã qua ngày {lastDay}.',
    en: 'A supplement may be proposed only within {days} working days of acceptance; that ended on {lastDay}.',
  },
  'verification-not-provided': {
    status: 409,
    vi: 'Thủ tục này không có thời hạn riêng cho xác minh.',
    en: 'This procedure has no separate limit for verification.',
  },
  'presence-not-required': {
    status: 409,
    vi: 'Thủ tục này không yêu cầu các bên cùng có mặt.',
    en: 'This procedure does not require the parties to be present.',
  },
  'presence-missing': {
    status: 409,
    vi: 'Chưa ghi nhận các bên cùng có mặt và ký; ghi nhận trước rồi mới ký quyết định.',
    en: 'The presence of the parties is not recorded yet; record it before signing.',
  },
  'exclusion-not-declared': {
    status: 409,
    vi: 'Thủ tục này không quy định khoảng thời gian đó nằm ngoài thời hạn, nên đồng hồ không dừng được.',
    en: 'This procedure does not declare that period outside the limit, so the clock cannot stop for it.',
  },
  'apology-missing': {
    status: 409,
    vi: 'Chưa có thư xin lỗi của cơ quan giải quyết; không có thư thì không được đổi ngày hẹn.',
    en: 'The agency has registered no apology; without it the due day may not be moved.',
  },
  'no-apology': {
    status: 409,
    vi: 'Chưa có thư xin lỗi nên không được hẹn lại ngày.',
    en: 'There is no apology, so the day may not be moved.',
  },
  'already-reappointed': {
    status: 409,
    vi: 'Hồ sơ đã được hẹn lại một lần; không được hẹn lại nữa (NĐ 61/2018, điều 19 khoản 9).',
    en: 'The due day has been moved once already and may not be moved again.',
  },
  'apology-too-late': {
    status: 409,
    vi: 'Thư xin lỗi phải được ghi chậm nhất ngày {lastDay}, tức trước ngày hẹn {dueOn}; bây giờ hồ sơ sẽ được tính là trễ.',
    en: 'An apology had to be registered by {lastDay}, before the due day {dueOn}; the dossier will count as late.',
  },
  'new-due-day-wrong': {
    status: 422,
    vi: 'Ngày hẹn mới phải là ngày làm việc sau ngày hẹn {dueOn}.',
    en: 'The new day must be a working day after the due day {dueOn}.',
  },
  'due-moment-passed': {
    status: 409,
    vi: 'Ngày hẹn {dueOn} đã qua: không đổi được nữa, hồ sơ được tính là trễ.',
    en: 'The due day {dueOn} has passed: it can no longer be moved and the dossier counts as late.',
  },
  'decision-made-already': {
    status: 409,
    vi: 'Hồ sơ đã có quyết định nên không rút được nữa.',
    en: 'A decision has been made, so the dossier can no longer be withdrawn.',
  },
  'answer-time-not-over': {
    status: 409,
    vi: 'Công dân còn thời gian để trả lời; chỉ được dừng khi thời gian đó đã hết.',
    en: 'The person still has time to answer; it may be discontinued only when that time is over.',
  },
  'refusal-needs-clause': {
    status: 422,
    vi: 'Từ chối phải nêu lý do và căn cứ pháp luật (điều, khoản, văn bản).',
    en: 'A refusal must give its reason and the clause of law it rests on.',
  },
  'result-handed-wrongly': {
    status: 422,
    vi: 'Ghi rõ ai nhận kết quả và nhận bằng cách nào.',
    en: 'Say who received the result and how.',
  },
  'colleague-not-able': {
    status: 422,
    vi: 'Người được chọn không giữ chức trách cần cho bước này tại đơn vị đang giữ hồ sơ.',
    en: 'The person chosen does not hold the post this step needs at the unit that holds the dossier.',
  },
  'dates-wrong-way': {
    status: 422,
    vi: 'Ngày kết thúc phải bằng hoặc sau ngày bắt đầu.',
    en: 'The last day must not be before the first.',
  },
  'dossier-not-found': {
    status: 404,
    vi: 'Không tìm thấy hồ sơ với thông tin này. Kiểm tra lại mã hồ sơ và mã bí mật trên giấy hẹn.',
    en: 'No dossier matches. Check the code and the secret on your receipt.',
  },
  'procedure-not-found': {
    status: 404,
    vi: 'Không có thủ tục đang có hiệu lực với mã này.',
    en: 'No procedure in force has this code.',
  },
  'channel-not-open': {
    status: 409,
    vi: 'Thủ tục này không nhận hồ sơ theo cách đó.',
    en: 'This procedure does not take dossiers that way.',
  },
  'receiver-wrong': {
    status: 422,
    vi: 'Cơ quan được chọn không tiếp nhận thủ tục này.',
    en: 'The agency chosen does not receive this procedure.',
  },
  'paper-missing': {
    status: 422,
    vi: 'Còn thiếu: {papers}. Đính kèm đủ rồi nộp lại.',
    en: 'Still missing: {papers}. Attach them and submit again.',
  },
  'paper-unknown': {
    status: 422,
    vi: 'Có tệp không thuộc giấy tờ nào của thủ tục này.',
    en: 'A file belongs to no document of this procedure.',
  },
  'paper-form-wrong': {
    status: 422,
    vi: '“{paper}” không nhận ở dạng đó. Nếu chỉ xuất trình bản chính thì quét lại và đính kèm bản quét.',
    en: '“{paper}” is not taken in that form. When only the original was shown, scan it and attach the scan.',
  },
  'paper-copies-few': {
    status: 422,
    vi: '“{paper}” cần {count} bản.',
    en: '“{paper}” is needed {count} times.',
  },
  'paper-file-gone': {
    status: 409,
    vi: 'Tệp “{fileName}” đã tải lên quá lâu mà chưa dùng nên không còn nữa. Hãy tải lên lại.',
    en: 'The file “{fileName}” was uploaded too long ago without being used and is gone. Upload it again.',
  },
  'originals-not-returned': {
    status: 409,
    vi: 'Còn bản chính chưa trả cho công dân: {papers}. Trả và đánh dấu từng giấy tờ rồi mới trả kết quả.',
    en: 'Originals are still to be given back: {papers}. Give them back and tick each before you return the result.',
  },
  'digitisation-not-yours': {
    status: 403,
    vi: 'Chỉ cán bộ tiếp nhận hồ sơ này được ký xác nhận bản điện tử.',
    en: 'Only the desk that received this dossier may sign off its electronic copies.',
  },
  'digitisation-done': {
    status: 409,
    vi: 'Bản điện tử này đã được ký xác nhận.',
    en: 'This electronic copy is signed off already.',
  },
  'digitisation-name-missing': {
    status: 422,
    vi: 'Ghi tên giấy tờ, nhiều nhất 300 ký tự.',
    en: 'Give the name of the paper, at most 300 characters.',
  },
  'submitter-name-wrong': {
    status: 422,
    vi: 'Ghi họ và tên người nộp bằng chữ, từ 2 đến 200 ký tự.',
    en: "Write the submitter's name in letters, 2 to 200 characters.",
  },
  'submitter-id-wrong': {
    status: 422,
    vi: 'Số định danh cá nhân gồm 12 chữ số, in trên thẻ căn cước.',
    en: 'The personal identification number has 12 digits, printed on the identity card.',
  },
  'submitter-phone-wrong': {
    status: 422,
    vi: 'Số điện thoại gồm 10 chữ số, bắt đầu bằng 0.',
    en: 'A phone number has 10 digits and begins with 0.',
  },
  'submitter-email-wrong': {
    status: 422,
    vi: 'Địa chỉ thư điện tử có dạng ten@noi.vn.',
    en: 'An e-mail address looks like name@place.vn.',
  },
  'submitter-address-wrong': {
    status: 422,
    vi: 'Địa chỉ dài quá 500 ký tự hoặc có ký tự không dùng được.',
    en: 'The address is longer than 500 characters or has characters that cannot be used.',
  },
  'hand-over-in-future': {
    status: 422,
    vi: 'Thời điểm ký giao nhận với bưu điện chưa tới; ghi đúng lúc hai bên đã ký.',
    en: 'The hand-over with the post lies in the future; give the moment both signed.',
  },
  'numbers-used-up': {
    status: 409,
    vi: 'Cơ quan đã cấp hết 9.999 mã hồ sơ của ngày hôm nay.',
    en: 'The agency has given out all 9,999 dossier codes of the day.',
  },
  'slip-not-there': {
    status: 404,
    vi: 'Không có phiếu này, hoặc bạn không có quyền xem hồ sơ của nó.',
    en: 'There is no such slip, or you have no right to its dossier.',
  },
  'register-not-there': {
    status: 404,
    vi: 'Không có sổ theo dõi này, hoặc bạn không có quyền xem sổ của cơ quan này.',
    en: 'There is no such register, or you have no right to the register of this agency.',
  },
  'dossier-owes-nothing': {
    status: 409,
    vi: 'Hồ sơ này không còn khoản nào phải nộp.',
    en: 'Nothing is owed for this dossier.',
  },
  'dues-first': {
    status: 409,
    vi: 'Thủ tục này phải nộp đủ phí, lệ phí trước khi giải quyết. Hồ sơ chờ ở Bộ phận Một cửa cho đến khi nộp.',
    en: 'The dues of this procedure are paid before work begins. The dossier waits at the desk until then.',
  },
  'nothing-was-paid': {
    status: 409,
    vi: 'Hồ sơ này chưa có khoản nào đã nộp để hoàn.',
    en: 'Nothing was paid for this dossier that could be given back.',
  },
} as const satisfies RefusalCatalogue;

export type DossierRefusal = keyof typeof dossierRefusals;
