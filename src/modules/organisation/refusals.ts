import type { RefusalCatalogue } from '#kernel/result.ts';
import type { GrantRefusal } from './rules/delegation.ts';
import type { SigningRefusal } from './rules/signing-form.ts';
import type { UnitNotFound } from './rules/unit-selector.ts';

/** Why a delegation is not taken back. */
export type RevokeRefusal =
  | 'delegation-unknown'
  | 'delegation-not-yours-to-revoke'
  | 'delegation-revoked-already'
  | 'delegation-revoked-backwards';

/** How the refusals of this module read. */
export const organisationRefusals = {
  'unit-not-found': {
    status: 422,
    vi: 'Không có đơn vị nào ứng với “{unit}” đối với nơi nhận “{receiver}” vào ngày {day}.',
    en: 'No unit answers to “{unit}” for the receiving agency “{receiver}” on {day}.',
  },
  'signing-not-empowered': {
    status: 403,
    vi: 'Chức vụ của bạn không có thẩm quyền ký văn bản này và bạn chưa được ủy quyền. Chuyển cho người có thẩm quyền ký.',
    en: 'Your post has no power to sign this document and none was delegated to you. Pass it to somebody who may sign.',
  },
  'delegation-other-unit': {
    status: 403,
    vi: 'Quyết định ủy quyền {decisionNumber} là của cơ quan khác, không dùng để ký văn bản này.',
    en: 'The delegation {decisionNumber} is by another agency and does not cover this document.',
  },
  'delegation-not-to-you': {
    status: 403,
    vi: 'Quyết định ủy quyền {decisionNumber} ghi tên người khác, không phải bạn.',
    en: 'The delegation {decisionNumber} names another person, not you.',
  },
  'delegation-other-kind': {
    status: 403,
    vi: 'Quyết định ủy quyền {decisionNumber} không có loại văn bản này. Trình người đứng đầu ký.',
    en: 'The delegation {decisionNumber} does not cover this kind of document. The head must sign.',
  },
  'delegation-amount-exceeded': {
    status: 403,
    vi: 'Số tiền vượt mức {most} mà quyết định ủy quyền {decisionNumber} cho phép. Trình người đứng đầu ký.',
    en: 'The amount is above the {most} that the delegation {decisionNumber} allows. The head must sign.',
  },
  'delegation-not-begun': {
    status: 403,
    vi: 'Quyết định ủy quyền {decisionNumber} chỉ có hiệu lực từ ngày {from}. Trình người đứng đầu ký.',
    en: 'The delegation {decisionNumber} is in force only from {from}. The head must sign.',
  },
  'delegation-ended': {
    status: 403,
    vi: 'Quyết định ủy quyền {decisionNumber} đã hết hiệu lực sau ngày {to}. Trình người đứng đầu ký.',
    en: 'The delegation {decisionNumber} ended after {to}. The head must sign.',
  },
  'delegation-revoked': {
    status: 403,
    vi: 'Ủy quyền theo quyết định {decisionNumber} đã bị thu hồi từ {from}: {reason}. Trình người đứng đầu ký.',
    en: 'The delegation {decisionNumber} was revoked from {from}: {reason}. The head must sign.',
  },
  'delegation-not-yours-to-give': {
    status: 403,
    vi: 'Chỉ người đứng đầu cơ quan mới ủy quyền ký; người được ủy quyền không ủy quyền lại cho người khác.',
    en: 'Only the head of the agency delegates signing; a delegate cannot delegate on.',
  },
  'delegation-receiver-elsewhere': {
    status: 422,
    vi: 'Chọn một vị trí của chính cơ quan bạn, đang có vào ngày bắt đầu.',
    en: 'Choose a post of your own agency that exists on the first day.',
  },
  'delegation-to-oneself': {
    status: 422,
    vi: 'Không ủy quyền cho chính mình. Chọn vị trí khác.',
    en: 'Power is not delegated to oneself. Choose another post.',
  },
  'delegation-without-kinds': {
    status: 422,
    vi: 'Chọn ít nhất một loại văn bản: ủy quyền phải giới hạn nội dung.',
    en: 'Choose at least one kind of document: a delegation is limited in content.',
  },
  'delegation-beyond-power': {
    status: 422,
    vi: 'Cơ quan bạn không giải quyết loại “{kind}” nên không thể ủy quyền ký.',
    en: 'Your agency does not decide on “{kind}”, so it cannot delegate it.',
  },
  'delegation-dates-wrong': {
    status: 422,
    vi: 'Ngày kết thúc phải bằng hoặc sau ngày bắt đầu.',
    en: 'The last day must not come before the first.',
  },
  'delegation-in-past': {
    status: 422,
    vi: 'Thời hạn ủy quyền đã qua. Ghi ngày kết thúc từ hôm nay trở đi.',
    en: 'The period is over. Give a last day from today on.',
  },
  'delegation-unknown': {
    status: 404,
    vi: 'Không có ủy quyền này.',
    en: 'There is no such delegation.',
  },
  'delegation-not-yours-to-revoke': {
    status: 403,
    vi: 'Chỉ người đứng đầu cơ quan đã ủy quyền mới thu hồi được.',
    en: 'Only the head of the agency that delegated may revoke.',
  },
  'delegation-revoked-already': {
    status: 409,
    vi: 'Ủy quyền này đã được thu hồi trước đó.',
    en: 'This delegation was revoked before.',
  },
  'delegation-revoked-backwards': {
    status: 422,
    vi: 'Thu hồi từ bây giờ trở đi, không lùi về trước: văn bản đã ký trước đó vẫn có giá trị.',
    en: 'A revocation starts now or later, never in the past: what was signed before stays signed.',
  },
} as const satisfies RefusalCatalogue<UnitNotFound | SigningRefusal | GrantRefusal | RevokeRefusal>;
