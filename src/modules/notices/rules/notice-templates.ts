import type { Text } from '#kernel/text.ts';

/** A fact shown as a row of its own, label and value. */
export type NoticeRow =
  | 'code'
  | 'procedure'
  | 'agency'
  | 'due'
  | 'firstDue'
  | 'newDue'
  | 'reason'
  | 'clause'
  | 'amount'
  | 'basis'
  | 'receiptNumber'
  | 'letterNumber';

/**
 * One thing the city tells a citizen. `{name}` is filled in: code, procedure, agency, desk, due (day and hour), dueDay, newDue,
 * newDueDay, amount, count.
 */
export interface NoticeWords {
  /** One line in lists of preferences. */
  readonly name: Text;
  readonly subject: Text;
  /** What happened, in one or two sentences. */
  readonly opening: Text;
  readonly rows: readonly NoticeRow[];
  /** What the person does next, by when. */
  readonly next: Text;
  /** For a telephone: no name, no reason, no procedure, nothing that another who holds the telephone may not know. */
  readonly short: Text;
  /** The law leaves it to the person whether it is sent outside the account's pages. */
  readonly isOptional: boolean;
}

const fetchIt: Text = {
  vi: 'Đến {desk} trong giờ làm việc để nhận kết quả. Mang theo giấy hẹn và giấy tờ tùy thân. Nếu bạn đã chọn nhận qua bưu chính, kết quả được gửi đến nhà.',
  en: 'Fetch the result at the {desk} during office hours. Bring the receipt and an identity document. If you chose delivery by post, it is sent to your home.',
};

/** Every notice, as data. Legal notices are always sent by the channels chosen; the rest as the person wishes. */
export const noticeTemplates = {
  submitted: {
    name: { vi: 'Đã nhận hồ sơ nộp trực tuyến', en: 'An online filing arrived' },
    subject: { vi: 'Đã nhận được hồ sơ {code} của bạn', en: 'We have received your filing {code}' },
    opening: {
      vi: 'Hồ sơ bạn nộp trực tuyến đã đến nơi. Bộ phận Một cửa đang kiểm tra giấy tờ; hồ sơ chưa được tiếp nhận chính thức.',
      en: 'What you filed online has arrived. The desk is checking the papers; it is not formally accepted yet.',
    },
    rows: ['code', 'procedure', 'agency', 'due'],
    next: {
      vi: 'Bạn chưa phải làm gì. Bạn được trả lời {due}: tiếp nhận, yêu cầu bổ sung hoặc từ chối kèm lý do.',
      en: 'There is nothing to do yet. You are answered {due}: accepted, asked for more, or refused with the reason.',
    },
    short: {
      vi: 'Đã nhận hồ sơ {code}. Bạn được trả lời {dueDay}.',
      en: 'Filing {code} received. You are answered {dueDay}.',
    },
    isOptional: true,
  },
  accepted: {
    name: { vi: 'Hồ sơ được tiếp nhận, ngày hẹn trả', en: 'The dossier is accepted, with its due day' },
    subject: { vi: 'Hồ sơ {code} đã được tiếp nhận, hẹn trả {dueDay}', en: 'Dossier {code} is accepted, due {dueDay}' },
    opening: {
      vi: 'Hồ sơ của bạn đủ giấy tờ và đã được tiếp nhận. Kết quả được hẹn trả {due}.',
      en: 'Your dossier is complete and has been accepted. The result is promised {due}.',
    },
    rows: ['code', 'procedure', 'agency', 'due'],
    next: {
      vi: 'Bạn không phải làm gì cho đến ngày hẹn. Giữ mã hồ sơ để theo dõi.',
      en: 'There is nothing to do until the due day. Keep the code to follow the dossier.',
    },
    short: { vi: 'Hồ sơ {code} đã được tiếp nhận, hẹn trả {dueDay}.', en: 'Dossier {code} is accepted, due {dueDay}.' },
    isOptional: false,
  },
  'supplement-asked': {
    name: { vi: 'Yêu cầu bổ sung hồ sơ', en: 'A supplement is asked for' },
    subject: { vi: 'Hồ sơ {code} cần bổ sung, hạn {dueDay}', en: 'Dossier {code} needs more papers, by {dueDay}' },
    opening: {
      vi: 'Hồ sơ của bạn còn thiếu {count} mục dưới đây. Mỗi mục có lý do và căn cứ pháp luật.',
      en: 'Your dossier lacks the {count} items below. Each has its reason and legal basis.',
    },
    rows: ['code', 'procedure', 'agency', 'due'],
    next: {
      vi: 'Nộp bổ sung {due}, trên trang theo dõi hồ sơ hoặc tại {desk}. Quá hạn mà không bổ sung, hồ sơ có thể bị dừng giải quyết.',
      en: 'Hand in what is missing {due}, on the page of the dossier or at the {desk}. After that day the dossier may be discontinued.',
    },
    short: {
      vi: 'Hồ sơ {code} cần bổ sung {count} mục, hạn {dueDay}.',
      en: 'Dossier {code} needs {count} more items by {dueDay}.',
    },
    isOptional: false,
  },
  'supplement-received': {
    name: { vi: 'Đã nhận phần bổ sung', en: 'The supplement arrived' },
    subject: { vi: 'Đã nhận phần bổ sung của hồ sơ {code}', en: 'The supplement to dossier {code} has arrived' },
    opening: {
      vi: 'Phần bổ sung của bạn đã đến. Hồ sơ được giải quyết tiếp, ngày hẹn trả nay là {due}.',
      en: 'Your supplement has arrived. Work goes on; the result is now promised {due}.',
    },
    rows: ['code', 'procedure', 'agency', 'due'],
    next: { vi: 'Bạn không phải làm gì cho đến ngày hẹn.', en: 'There is nothing to do until the due day.' },
    short: {
      vi: 'Đã nhận phần bổ sung của hồ sơ {code}, hẹn trả {dueDay}.',
      en: 'The supplement to dossier {code} has arrived, due {dueDay}.',
    },
    isOptional: true,
  },
  'supplement-received-early': {
    name: { vi: 'Đã nhận phần bổ sung trước khi tiếp nhận', en: 'The supplement arrived before acceptance' },
    subject: { vi: 'Đã nhận phần bổ sung của hồ sơ {code}', en: 'The supplement to filing {code} has arrived' },
    opening: {
      vi: 'Phần bổ sung của bạn đã đến. Bộ phận Một cửa kiểm tra lại hồ sơ; hồ sơ chưa được tiếp nhận chính thức.',
      en: 'Your supplement has arrived. The desk checks the dossier again; it is not formally accepted yet.',
    },
    rows: ['code', 'procedure', 'agency', 'due'],
    next: {
      vi: 'Bạn chưa phải làm gì. Bạn được trả lời {due}.',
      en: 'There is nothing to do yet. You are answered {due}.',
    },
    short: {
      vi: 'Đã nhận phần bổ sung của hồ sơ {code}. Bạn được trả lời {dueDay}.',
      en: 'The supplement to {code} has arrived. You are answered {dueDay}.',
    },
    isOptional: true,
  },
  refused: {
    name: { vi: 'Không tiếp nhận hồ sơ', en: 'The dossier is refused' },
    subject: { vi: 'Hồ sơ {code} không được tiếp nhận', en: 'Dossier {code} was not accepted' },
    opening: {
      vi: 'Cơ quan không tiếp nhận hồ sơ này. Lý do và căn cứ pháp luật ở dưới.',
      en: 'The agency did not accept this dossier. The reason and the legal basis stand below.',
    },
    rows: ['code', 'procedure', 'agency', 'reason', 'clause'],
    next: {
      vi: 'Bạn có thể nộp hồ sơ mới khi đã khắc phục lý do trên. Nếu không đồng ý, bạn có quyền khiếu nại.',
      en: 'You may file again once the reason no longer stands. If you do not agree, you have the right to complain.',
    },
    short: {
      vi: 'Hồ sơ {code} không được tiếp nhận. Lý do ở trang theo dõi hồ sơ hoặc tại Bộ phận Một cửa.',
      en: 'Dossier {code} was not accepted. The desk or the page of the dossier tells why.',
    },
    isOptional: false,
  },
  'payment-asked': {
    name: { vi: 'Thông báo số tiền phải nộp', en: 'A payment is asked for' },
    subject: { vi: 'Hồ sơ {code}: nộp {amount}, hạn {dueDay}', en: 'Dossier {code}: pay {amount} by {dueDay}' },
    opening: {
      vi: 'Để hồ sơ được giải quyết tiếp, bạn cần nộp {amount}. Những ngày chờ nộp tiền không tính vào thời hạn của cơ quan.',
      en: 'For the work to go on you have to pay {amount}. The days of waiting do not count in the limit of the agency.',
    },
    rows: ['code', 'procedure', 'amount', 'basis', 'due'],
    next: {
      vi: 'Nộp tiền {due}, tại {desk} hoặc theo hướng dẫn trên trang theo dõi hồ sơ. Không chuyển tiền theo số tài khoản trong tin nhắn hay cuộc gọi lạ.',
      en: 'Pay {due}, at the {desk} or as the page of the dossier tells. Never pay into an account given by a strange message or call.',
    },
    short: {
      vi: 'Hồ sơ {code}: cần nộp {amount}, hạn {dueDay}.',
      en: 'Dossier {code}: {amount} to be paid by {dueDay}.',
    },
    isOptional: false,
  },
  'payment-received': {
    name: { vi: 'Đã nhận tiền nộp', en: 'The payment arrived' },
    subject: { vi: 'Đã nhận tiền nộp cho hồ sơ {code}', en: 'The payment for dossier {code} has arrived' },
    opening: {
      vi: 'Khoản tiền bạn nộp đã được xác nhận. Hồ sơ được giải quyết tiếp, hẹn trả {due}.',
      en: 'Your payment is confirmed. Work goes on; the result is promised {due}.',
    },
    rows: ['code', 'procedure', 'receiptNumber', 'due'],
    next: {
      vi: 'Giữ biên lai. Bạn không phải làm gì cho đến ngày hẹn.',
      en: 'Keep the receipt. There is nothing to do until the due day.',
    },
    short: {
      vi: 'Đã nhận tiền nộp cho hồ sơ {code}, hẹn trả {dueDay}.',
      en: 'Payment for dossier {code} received, due {dueDay}.',
    },
    isOptional: true,
  },
  'dues-received': {
    name: { vi: 'Biên lai phí, lệ phí', en: 'Receipt for dues' },
    subject: { vi: 'Đã nhận {amount} cho hồ sơ {code}', en: '{amount} received for dossier {code}' },
    opening: {
      vi: 'Cơ quan đã nhận {amount} phí, lệ phí của hồ sơ. Biên lai đã được cấp.',
      en: 'The agency has received {amount} of dues for the dossier. A receipt was issued.',
    },
    rows: ['code', 'procedure', 'amount', 'receiptNumber'],
    next: {
      vi: 'Xem và tải biên lai trên trang hồ sơ của bạn, hoặc hỏi tại {desk}. Không phải nộp lại khoản này.',
      en: 'The receipt is on the page of your dossier, or ask at the {desk}. Do not pay this again.',
    },
    short: { vi: 'Đã nhận {amount} cho hồ sơ {code}.', en: '{amount} received for dossier {code}.' },
    isOptional: true,
  },
  'dues-refunded': {
    name: { vi: 'Hoàn phí, lệ phí', en: 'Dues given back' },
    subject: { vi: 'Đã hoàn {amount} của hồ sơ {code}', en: '{amount} given back for dossier {code}' },
    opening: {
      vi: 'Cơ quan đã hoàn lại {amount} của hồ sơ này.',
      en: 'The agency has given back {amount} for this dossier.',
    },
    rows: ['code', 'procedure', 'amount', 'reason', 'receiptNumber'],
    next: {
      vi: 'Nếu bạn chưa nhận được tiền sau 3 ngày làm việc, hãy hỏi tại {desk} với số phiếu hoàn.',
      en: 'If the money is not there after 3 working days, ask at the {desk} with the number of the slip.',
    },
    short: { vi: 'Đã hoàn {amount} của hồ sơ {code}.', en: '{amount} given back for dossier {code}.' },
    isOptional: false,
  },
  apology: {
    name: { vi: 'Thư xin lỗi vì chậm trả kết quả', en: 'An apology for a delay' },
    subject: { vi: 'Xin lỗi: hồ sơ {code} sẽ trả chậm', en: 'Our apology: dossier {code} will be late' },
    opening: {
      vi: 'Cơ quan xin lỗi bạn: hồ sơ không kịp xong vào ngày đã hẹn. Cơ quan xin hẹn lại {newDue}.',
      en: 'The agency apologises: your dossier will not be done on the day promised. It asks for a new day: {newDue}.',
    },
    rows: ['code', 'procedure', 'due', 'newDue', 'reason', 'letterNumber'],
    next: {
      vi: 'Bạn không phải làm gì. Bộ phận Một cửa báo bạn khi ngày hẹn mới được xác nhận.',
      en: 'There is nothing to do. The desk tells you when the new day is confirmed.',
    },
    short: {
      vi: 'Xin lỗi: hồ sơ {code} trả chậm, xin hẹn lại {newDueDay}.',
      en: 'We apologise: dossier {code} is late, new day asked for {newDueDay}.',
    },
    isOptional: false,
  },
  'new-day': {
    name: { vi: 'Ngày hẹn trả mới', en: 'The new due day' },
    subject: { vi: 'Hồ sơ {code}: ngày hẹn trả mới là {dueDay}', en: 'Dossier {code}: the new due day is {dueDay}' },
    opening: {
      vi: 'Ngày hẹn trả kết quả đã được đổi theo thư xin lỗi của cơ quan. Ngày hẹn mới: {due}. Chỉ được hẹn lại một lần.',
      en: 'The due day was moved as the letter of apology asked. The new day: {due}. It may be moved only once.',
    },
    rows: ['code', 'procedure', 'agency', 'firstDue', 'due'],
    next: { vi: 'Bạn không phải làm gì cho đến ngày hẹn mới.', en: 'There is nothing to do until the new day.' },
    short: { vi: 'Hồ sơ {code}: ngày hẹn trả mới là {dueDay}.', en: 'Dossier {code}: the new due day is {dueDay}.' },
    isOptional: false,
  },
  'result-early': {
    name: { vi: 'Có kết quả trước hạn', en: 'The result is ready early' },
    subject: { vi: 'Hồ sơ {code} đã có kết quả, sớm hơn hẹn', en: 'Dossier {code}: the result is ready early' },
    opening: {
      vi: 'Kết quả của bạn đã có, sớm hơn ngày hẹn {dueDay}. Bạn có thể nhận ngay.',
      en: 'Your result is ready before the due day, {dueDay}. You can have it now.',
    },
    rows: ['code', 'procedure', 'agency'],
    next: fetchIt,
    short: {
      vi: 'Hồ sơ {code} đã có kết quả sớm. Mời nhận tại Bộ phận Một cửa.',
      en: 'Dossier {code}: the result is ready early at the One-Stop desk.',
    },
    isOptional: false,
  },
  'result-on-time': {
    name: { vi: 'Có kết quả đúng hạn', en: 'The result is ready on time' },
    subject: { vi: 'Hồ sơ {code} đã có kết quả', en: 'Dossier {code}: the result is ready' },
    opening: { vi: 'Kết quả của bạn đã có, đúng ngày hẹn.', en: 'Your result is ready, on the day promised.' },
    rows: ['code', 'procedure', 'agency'],
    next: fetchIt,
    short: {
      vi: 'Hồ sơ {code} đã có kết quả. Mời nhận tại Bộ phận Một cửa.',
      en: 'Dossier {code}: the result is ready at the One-Stop desk.',
    },
    isOptional: false,
  },
  'result-late': {
    name: { vi: 'Có kết quả, muộn hơn hẹn', en: 'The result is ready, late' },
    subject: { vi: 'Hồ sơ {code} đã có kết quả, muộn hơn hẹn', en: 'Dossier {code}: the result is ready, late' },
    opening: {
      vi: 'Kết quả của bạn đã có, muộn hơn ngày hẹn {dueDay}. Chúng tôi xin lỗi vì sự chậm trễ này.',
      en: 'Your result is ready, later than the day promised, {dueDay}. We apologise for the delay.',
    },
    rows: ['code', 'procedure', 'agency'],
    next: fetchIt,
    short: {
      vi: 'Hồ sơ {code} đã có kết quả. Xin lỗi vì trả muộn. Mời nhận tại Bộ phận Một cửa.',
      en: 'Dossier {code}: the result is ready at the One-Stop desk. Sorry for the delay.',
    },
    isOptional: false,
  },
  'turned-down': {
    name: { vi: 'Không giải quyết theo yêu cầu', en: 'The application is turned down' },
    subject: { vi: 'Hồ sơ {code}: cơ quan không giải quyết', en: 'Dossier {code}: the application is turned down' },
    opening: {
      vi: 'Sau khi thẩm định, cơ quan không giải quyết theo yêu cầu của bạn. Lý do và căn cứ pháp luật ở dưới.',
      en: 'After examination the agency turned the application down. The reason and the legal basis stand below.',
    },
    rows: ['code', 'procedure', 'agency', 'reason', 'clause'],
    next: {
      vi: 'Đến {desk} để nhận văn bản trả lời và bản chính giấy tờ đã nộp. Nếu không đồng ý, bạn có quyền khiếu nại hoặc khởi kiện.',
      en: 'Fetch the written answer and your originals at the {desk}. If you do not agree, you may complain or go to court.',
    },
    short: {
      vi: 'Hồ sơ {code} đã có văn bản trả lời. Mời nhận tại Bộ phận Một cửa.',
      en: 'Dossier {code}: the written answer is ready at the One-Stop desk.',
    },
    isOptional: false,
  },
  discontinued: {
    name: { vi: 'Dừng giải quyết hồ sơ', en: 'The dossier is discontinued' },
    subject: { vi: 'Hồ sơ {code} đã dừng giải quyết', en: 'Dossier {code} is discontinued' },
    opening: {
      vi: 'Cơ quan đã dừng giải quyết hồ sơ này. Lý do và căn cứ pháp luật ở dưới.',
      en: 'The agency has discontinued this dossier. The reason and the legal basis stand below.',
    },
    rows: ['code', 'procedure', 'agency', 'reason', 'clause'],
    next: {
      vi: 'Đến {desk} để nhận lại giấy tờ bản chính. Khi đủ giấy tờ, bạn có thể nộp hồ sơ mới.',
      en: 'Fetch your originals at the {desk}. When the papers are complete you may file again.',
    },
    short: {
      vi: 'Hồ sơ {code} đã dừng giải quyết. Lý do ở trang theo dõi hồ sơ hoặc tại Bộ phận Một cửa.',
      en: 'Dossier {code} is discontinued. The desk or the page of the dossier tells why.',
    },
    isOptional: false,
  },
  withdrawn: {
    name: { vi: 'Đã rút hồ sơ', en: 'The dossier is withdrawn' },
    subject: { vi: 'Hồ sơ {code} đã được rút', en: 'Dossier {code} is withdrawn' },
    opening: {
      vi: 'Hồ sơ đã dừng theo yêu cầu rút. Nếu không phải bạn yêu cầu, hãy báo ngay cho Bộ phận Một cửa.',
      en: 'The dossier has ended because it was withdrawn. If that was not you, tell the desk at once.',
    },
    rows: ['code', 'procedure', 'agency'],
    next: {
      vi: 'Đến {desk} để nhận lại giấy tờ bản chính, nếu bạn đã nộp.',
      en: 'Fetch your originals at the {desk}, if you handed any in.',
    },
    short: {
      vi: 'Hồ sơ {code} đã được rút. Nếu không phải bạn, hãy báo Bộ phận Một cửa.',
      en: 'Dossier {code} is withdrawn. If that was not you, tell the One-Stop desk.',
    },
    isOptional: true,
  },
} as const satisfies Readonly<Record<string, NoticeWords>>;

export type NoticeTemplate = keyof typeof noticeTemplates;

export const isNoticeTemplate = (name: string): name is NoticeTemplate => Object.hasOwn(noticeTemplates, name);
