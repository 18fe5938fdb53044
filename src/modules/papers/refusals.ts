import type { RefusalCatalogue } from '#kernel/result.ts';

/** Every "no" about papers: those that come with a case, and those kept for a person. Codes are published and never reused. */
export const paperRefusals = {
  'case-file-unknown': {
    status: 422,
    vi: 'Có tệp không còn trong kho hoặc không do bạn tải lên; hãy chọn lại tệp.',
    en: 'A file is not in the store any more, or was not uploaded by you; choose it again.',
  },
  'kept-paper-not-found': {
    status: 404,
    vi: 'Không có giấy tờ này trong kho của người nộp. Tải danh sách lại rồi chọn, hoặc đính kèm tệp mới.',
    en: 'The papers kept for this person do not hold it. Reload the list and choose again, or attach a new file.',
  },
  'kept-paper-expired': {
    status: 409,
    vi: 'Giấy tờ “{name}” không còn dùng lại được: đã hết hạn, đã bị thay hoặc thu hồi. Hãy đính kèm bản mới.',
    en: 'The paper “{name}” can no longer be used: it expired, was replaced or revoked. Attach a new one.',
  },
  'kept-paper-other-document': {
    status: 422,
    vi: 'Giấy tờ “{name}” không phải là giấy tờ thủ tục này yêu cầu ở mục đó.',
    en: 'The paper “{name}” is not the document this procedure asks for there.',
  },
  'vault-basis-missing': {
    status: 422,
    vi: 'Chỉ được dùng giấy tờ trong kho của công dân khi họ đồng ý, hoặc khi có căn cứ pháp luật và lý do: ghi rõ cả hai.',
    en: 'A person’s kept papers may be used only with their consent, or by a clause of law and for a reason: give both.',
  },
  'vault-not-yours': {
    status: 403,
    vi: 'Chỉ cán bộ Bộ phận Một cửa đang tiếp nhận hồ sơ của người đó được xem kho giấy tờ của họ.',
    en: 'Only the desk that receives a person’s dossier may look into the papers kept for them.',
  },
  'consent-not-found': {
    status: 404,
    vi: 'Không có sự đồng ý này, hoặc đã được rút trước đó.',
    en: 'There is no such consent, or it was withdrawn before.',
  },
  'consent-withdrawn': {
    status: 403,
    vi: 'Công dân đã rút sự đồng ý cho dùng giấy tờ này. Muốn mở phải có căn cứ pháp luật và lý do; cả hai được ghi lại cho công dân xem.',
    en: 'The person withdrew the consent for this paper. Opening it needs a clause of law and a reason; both are recorded for the person to read.',
  },
} as const satisfies RefusalCatalogue;

export type PaperRefusal = keyof typeof paperRefusals;
