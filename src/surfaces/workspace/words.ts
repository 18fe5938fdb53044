import type { Text } from '#kernel/text.ts';
import { agencyOf, type UnitTree } from '#modules/organisation/index.ts';
import type { TagTone } from '#surfaces/ui/index.ts';
import { kindIfKnown } from './kinds.ts';

const stateTones: Readonly<Record<string, TagTone>> = {
  submitted: 'info',
  accepted: 'info',
  'in-process': 'info',
  'awaiting-supplement': 'warning',
  'awaiting-payment': 'warning',
  refused: 'neutral',
  withdrawn: 'neutral',
  discontinued: 'neutral',
  settled: 'success',
  returned: 'success',
  answered: 'success',
  declined: 'warning',
  'called-off': 'neutral',
  assigned: 'info',
  'in-progress': 'info',
  'awaiting-review': 'warning',
  asked: 'info',
  completed: 'success',
  recalled: 'neutral',
  planned: 'info',
  decided: 'info',
  visited: 'info',
  concluded: 'warning',
  closed: 'success',
  received: 'info',
  'in-handling': 'info',
  'awaiting-info': 'warning',
  'awaiting-approval': 'warning',
};

/** A state as an officer reads it: the citizen's "waiting for you" is "waiting for the citizen" here. */
export function stateWords(state: string, kind = 'dossier'): { readonly name: Text; readonly tone: TagTone } {
  const tone = stateTones[state] ?? 'neutral';
  if (state === 'submitted') return { name: { vi: 'Chờ tiếp nhận', en: 'To be checked' }, tone };
  if (state === 'awaiting-supplement')
    return { name: { vi: 'Chờ công dân bổ sung', en: 'Waiting for the person' }, tone };
  return { name: kindIfKnown(kind)?.states[state]?.name ?? { vi: state, en: state }, tone };
}

/** A unit as colleagues call it: a desk by its agency, because its own name is a line long. */
export function unitWords(unitId: string, tree: UnitTree): Text {
  const unit = tree.get(unitId);
  if (!unit) return { vi: unitId, en: unitId };
  const agency = unit.kind === 'desk' ? agencyOf(unit, tree) : undefined;
  return agency ? { vi: `Một cửa ${agency.name.vi}`, en: `Desk of ${agency.name.en}` } : unit.name;
}

/** What stands on the page after a move was made. */
export const doneWords: Readonly<Record<string, Text>> = {
  accept: { vi: 'Đã tiếp nhận hồ sơ', en: 'Accepted' },
  'collect-dues': { vi: 'Đã thu phí, lệ phí', en: 'The dues are taken' },
  'reduce-dues': { vi: 'Đã ghi miễn, giảm', en: 'The reduction is recorded' },
  'refund-dues': { vi: 'Đã hoàn phí, lệ phí', en: 'The dues are given back' },
  'ask-supplement': { vi: 'Đã gửi yêu cầu bổ sung', en: 'The request for a supplement is sent' },
  refuse: { vi: 'Đã từ chối tiếp nhận', en: 'Refused' },
  'answer-supplement': { vi: 'Đã nhận phần bổ sung', en: 'The supplement is in' },
  forward: { vi: 'Đã ký giao hồ sơ', en: 'Signed over' },
  'take-over': { vi: 'Đã ký nhận hồ sơ', en: 'Signed for' },
  'decline-hand-over': { vi: 'Đã trả lại nơi giao', en: 'Given back' },
  assign: { vi: 'Đã phân công', en: 'Assigned' },
  reassign: { vi: 'Đã chuyển cho đồng nghiệp', en: 'Handed to a colleague' },
  'start-verification': { vi: 'Đã chuyển sang thời hạn có xác minh', en: 'The limit with verification applies' },
  'record-verification': { vi: 'Đã lưu biên bản xác minh', en: 'The verification is recorded' },
  'record-presence': { vi: 'Đã ghi nhận các bên có mặt', en: 'The presence is recorded' },
  'propose-supplement': { vi: 'Đã đề nghị bổ sung', en: 'The supplement is proposed' },
  propose: { vi: 'Đã trình kết quả', en: 'Proposed' },
  approve: { vi: 'Đã đồng ý và trình tiếp', en: 'Agreed and passed on' },
  'send-back': { vi: 'Đã trả lại để làm lại', en: 'Sent back' },
  sign: { vi: 'Đã ký', en: 'Signed' },
  issue: { vi: 'Đã cho số và phát hành', en: 'Numbered and issued' },
  'request-payment': { vi: 'Đã gửi thông báo nộp tiền', en: 'The person is told what to pay' },
  'confirm-payment': { vi: 'Đã xác nhận nộp tiền', en: 'The payment is confirmed' },
  'post-publicly': { vi: 'Đã ghi thời gian niêm yết', en: 'The posting is recorded' },
  'record-outage': { vi: 'Đã ghi thời gian hệ thống ngừng', en: 'The outage is recorded' },
  apologise: { vi: 'Đã ghi thư xin lỗi', en: 'The apology is registered' },
  reappoint: { vi: 'Đã đổi ngày hẹn', en: 'The due day is moved' },
  'order-post': { vi: 'Đã đăng ký bưu chính', en: 'The post is ordered' },
  'hand-to-post': { vi: 'Đã giao bưu chính', en: 'Handed to the post' },
  'take-from-post': { vi: 'Đã nhận từ bưu chính', en: 'Taken from the post' },
  'record-post': { vi: 'Đã ghi trạng thái bưu gửi', en: 'Recorded where the parcel is' },
  'record-remittance': { vi: 'Đã ghi tiền thu hộ', en: 'The remittance is recorded' },
  consult: { vi: 'Đã gửi lấy ý kiến', en: 'The question is sent' },
  'call-off': { vi: 'Đã thu hồi phần việc', en: 'Called off' },
  'ask-again': { vi: 'Đã hỏi lại', en: 'Asked again' },
  'send-again': { vi: 'Đã gửi lại', en: 'Sent again' },
  'answer-consultation': { vi: 'Đã trả lời ý kiến', en: 'The opinion is given' },
  'record-sending': { vi: 'Đã ghi văn bản gửi đi', en: 'What was sent is recorded' },
  'record-answer': { vi: 'Đã ghi trả lời nhận được', en: 'The answer is recorded' },
  urge: { vi: 'Đã đôn đốc', en: 'Urged' },
  withdraw: { vi: 'Đã ghi nhận rút hồ sơ', en: 'Withdrawn' },
  discontinue: { vi: 'Đã dừng giải quyết', en: 'Discontinued' },
  'return-result': { vi: 'Đã trả kết quả', en: 'The result is returned' },
  decide: { vi: 'Đã ghi quyết định', en: 'The decision is recorded' },
  'record-minutes': { vi: 'Đã lưu biên bản', en: 'The minutes are kept' },
  'add-finding': { vi: 'Đã ghi phát hiện', en: 'The finding is recorded' },
  conclude: { vi: 'Đã kết luận; các yêu cầu khắc phục đã thành nhiệm vụ', en: 'Concluded; the remedies are tasks now' },
  'record-sanction': { vi: 'Đã ghi hình thức xử lý', en: 'The sanction is recorded' },
  'answer-sanction': { vi: 'Đã ghi giải trình', en: 'The answer is recorded' },
  'close-inspection': { vi: 'Đã kết thúc cuộc kiểm tra', en: 'The inspection is closed' },
  'call-off-inspection': { vi: 'Đã hủy cuộc kiểm tra', en: 'Called off' },
  acknowledge: { vi: 'Đã nhận nhiệm vụ', en: 'The task is taken on' },
  'report-progress': { vi: 'Đã báo cáo tiến độ', en: 'The progress is reported' },
  'hand-in': { vi: 'Đã báo cáo kết quả, chờ người theo dõi xác nhận', en: 'Handed in; the follower will see it' },
  complete: { vi: 'Đã xác nhận hoàn thành', en: 'The task is done' },
  'return-work': { vi: 'Đã trả lại để làm lại', en: 'Sent back' },
  'request-extension': { vi: 'Đã xin gia hạn', en: 'More time is asked for' },
  'grant-extension': { vi: 'Đã đồng ý gia hạn', en: 'More time is granted' },
  'record-extension': { vi: 'Đã ghi hạn mới', en: 'The new deadline is recorded' },
  'refuse-extension': { vi: 'Đã từ chối gia hạn', en: 'More time is refused' },
  split: { vi: 'Đã giao việc nhỏ', en: 'The part is given' },
  recall: { vi: 'Đã thu hồi nhiệm vụ', en: 'The task is recalled' },
  'answer-part': { vi: 'Đã trả lời', en: 'Answered' },
  decline: { vi: 'Đã trả lời không tiếp nhận', en: 'Not accepted; the reporter is told' },
  'hand-to-law': { vi: 'Đã hướng dẫn theo luật riêng', en: 'Handed to its own law' },
  'pass-outside': { vi: 'Đã chuyển đi', en: 'Passed on' },
  merge: { vi: 'Đã gộp; mọi người phản ánh được báo', en: 'Merged; everyone is told' },
  'ask-reporter': { vi: 'Đã hỏi người phản ánh', en: 'The reporter is asked' },
  'record-reply': { vi: 'Đã ghi câu trả lời', en: 'The reply is recorded' },
  'go-on': { vi: 'Đã xử lý tiếp', en: 'Work goes on' },
  'draft-answer': { vi: 'Đã trình trả lời', en: 'The answer waits for approval' },
  'feedback/approve': { vi: 'Đã gửi và công khai trả lời', en: 'The answer is sent and published' },
  'feedback/accept': { vi: 'Đã tiếp nhận; người phản ánh được báo', en: 'Accepted; the reporter is told' },
  'feedback/forward': { vi: 'Đã chuyển; người phản ánh được báo', en: 'Passed on; the reporter is told' },
  'return-draft': { vi: 'Đã trả lại để làm lại', en: 'Sent back' },
  extend: { vi: 'Đã gia hạn', en: 'Extended' },
};
