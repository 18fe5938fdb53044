import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { CaseKind, MoveDefinition, Standing } from '#case-engine/rules/kind.ts';
import type { DossierRefusal } from '../refusals.ts';

const desk: Standing = { at: 'receiver', roles: ['intake-officer', 'desk-head'] };
const owner: Standing = { at: 'owner' };
const atStep: Standing = { at: 'step' };
const heads = ['unit-head', 'agency-head', 'signatory'] as const;

function supplementsUsedUp(state: CaseState): DossierRefusal | null {
  const allowed = Number(state.facts.supplementsAllowed ?? 1);
  return (state.made['ask-supplement'] ?? 0) >= allowed ? 'supplement-asked-already' : null;
}

/**
 * The moves of a dossier, as NĐ 61/2018/NĐ-CP art. 14–20 has them.
 * Who may make one, from which state, how often: here, and nowhere else.
 */
const moves: readonly MoveDefinition<DossierRefusal>[] = [
  {
    move: 'accept',
    label: { vi: 'Tiếp nhận', en: 'Accept' },
    consequence: {
      vi: 'Cấp mã hồ sơ, in giấy hẹn, đồng hồ bắt đầu chạy.',
      en: 'Gives the dossier its code and receipt; the clock starts.',
    },
    from: ['submitted'],
    by: [desk],
    handOver: 'none',
  },
  {
    move: 'ask-supplement',
    label: { vi: 'Yêu cầu bổ sung', en: 'Ask for a supplement' },
    consequence: {
      vi: 'Gửi công dân một yêu cầu đầy đủ, chỉ một lần; thời hạn dừng lại.',
      en: 'Sends one complete request, once only; the limit stops.',
    },
    from: ['submitted', 'accepted', 'in-process'],
    by: [desk],
    handOver: 'any',
    unless: (state) =>
      supplementsUsedUp(state) ??
      (state.state === 'in-process' && !state.facts.proposedSupplement ? 'supplement-not-proposed' : null),
  },
  {
    move: 'refuse',
    label: { vi: 'Từ chối tiếp nhận', en: 'Refuse' },
    consequence: {
      vi: 'Kết thúc hồ sơ bằng phiếu từ chối có lý do và căn cứ pháp luật.',
      en: 'Ends the dossier with a refusal slip giving reason and clause of law.',
    },
    from: ['submitted'],
    by: [desk],
    handOver: 'none',
  },
  {
    move: 'answer-supplement',
    label: { vi: 'Nộp bổ sung', en: 'Hand in the supplement' },
    consequence: {
      vi: 'Hồ sơ trở lại Bộ phận Một cửa; thời hạn tính theo quy định của thủ tục.',
      en: 'The dossier returns to the desk; the limit follows the rule of the procedure.',
    },
    from: ['awaiting-supplement'],
    by: [owner, desk],
    handOver: 'any',
  },
  {
    move: 'forward',
    label: { vi: 'Chuyển xử lý', en: 'Forward' },
    consequence: {
      vi: 'Ký giao hồ sơ cho nơi xử lý; nơi nhận ký nhận thì mới đổi người giữ.',
      en: 'Signs the dossier over; it changes hands when the receiver signs too.',
    },
    from: ['accepted'],
    works: ['receive'],
    by: [desk],
    handOver: 'none',
  },
  {
    move: 'take-over',
    label: { vi: 'Ký nhận hồ sơ', en: 'Sign for the dossier' },
    consequence: { vi: 'Bạn giữ hồ sơ từ lúc này.', en: 'You hold the dossier from now on.' },
    from: ['in-process'],
    by: [{ at: 'taker', roles: ['unit-head', 'records-clerk'] }],
    handOver: 'pending',
  },
  {
    move: 'decline-hand-over',
    label: { vi: 'Không nhận, trả lại nơi giao', en: 'Decline the hand-over' },
    consequence: {
      vi: 'Hồ sơ về lại nơi giao với lý do của bạn; thời hạn vẫn chạy.',
      en: 'The dossier goes back to the giver with your reason; the limit runs on.',
    },
    from: ['in-process'],
    by: [{ at: 'taker', roles: ['unit-head', 'records-clerk'] }],
    handOver: 'pending',
  },
  {
    move: 'assign',
    label: { vi: 'Phân công', en: 'Assign' },
    consequence: { vi: 'Giao hồ sơ cho người thụ lý bạn chọn.', en: 'Gives the dossier to the handler you choose.' },
    from: ['in-process'],
    works: ['handle'],
    by: [{ at: 'overseer', roles: heads }],
    handOver: 'none',
  },
  {
    move: 'start-verification',
    label: { vi: 'Cần xác minh', en: 'Verification needed' },
    consequence: {
      vi: 'Thời hạn chuyển sang thời hạn có xác minh của thủ tục.',
      en: "The limit becomes the procedure's limit with verification.",
    },
    from: ['in-process'],
    works: ['handle'],
    by: [atStep],
    atMost: 1,
    handOver: 'none',
    unless: (state) => (state.facts.verificationLimit ? null : 'verification-not-provided'),
  },
  {
    move: 'record-verification',
    label: { vi: 'Ghi biên bản xác minh', en: 'Record the verification' },
    consequence: {
      vi: 'Lưu thời gian, nơi, người dự và kết quả xác minh.',
      en: 'Keeps when, where, who and what was found.',
    },
    from: ['in-process'],
    works: ['handle'],
    by: [atStep],
    handOver: 'none',
  },
  {
    move: 'record-presence',
    label: { vi: 'Ghi nhận các bên có mặt', en: 'Record that the parties are present' },
    consequence: {
      vi: 'Xác nhận các bên cùng có mặt và ký trước công chức.',
      en: 'Confirms that the parties appeared together and signed before the officer.',
    },
    from: ['in-process'],
    works: ['handle', 'sign'],
    by: [atStep],
    atMost: 1,
    handOver: 'none',
    unless: (state) => (state.facts.presenceRequired ? null : 'presence-not-required'),
  },
  {
    move: 'propose-supplement',
    label: { vi: 'Đề nghị bổ sung', en: 'Propose a supplement' },
    consequence: {
      vi: 'Bộ phận Một cửa sẽ gửi yêu cầu cho công dân; chỉ trong những ngày đầu theo quy định.',
      en: 'The desk will send the request; only within the first days the rule allows.',
    },
    from: ['in-process'],
    works: ['handle'],
    by: [atStep],
    handOver: 'none',
    unless: supplementsUsedUp,
  },
  {
    move: 'propose',
    label: { vi: 'Trình kết quả', en: 'Propose the result' },
    consequence: { vi: 'Chuyển dự thảo kết quả lên bước sau.', en: 'Sends the draft result to the next step.' },
    from: ['in-process'],
    works: ['handle'],
    by: [atStep],
    handOver: 'none',
    unless: (state) => (state.facts.proposedSupplement ? 'supplement-being-asked' : null),
  },
  {
    move: 'approve',
    label: { vi: 'Đồng ý, trình ký', en: 'Agree and pass on' },
    consequence: { vi: 'Chuyển sang bước sau.', en: 'Passes it to the next step.' },
    from: ['in-process'],
    works: ['approve'],
    by: [atStep],
    handOver: 'none',
  },
  {
    move: 'send-back',
    label: { vi: 'Trả lại để làm lại', en: 'Send back' },
    consequence: {
      vi: 'Về người thụ lý với lý do của bạn; thời hạn vẫn chạy.',
      en: 'Back to the handler with your reason; the limit runs on.',
    },
    from: ['in-process'],
    works: ['approve', 'sign'],
    by: [atStep],
    handOver: 'none',
  },
  {
    move: 'sign',
    label: { vi: 'Ký', en: 'Sign' },
    consequence: {
      vi: 'Quyết định có hiệu lực theo tên và chức vụ của bạn.',
      en: 'The decision stands in your name and post.',
    },
    from: ['in-process'],
    works: ['sign'],
    by: [atStep],
    handOver: 'none',
    unless: (state) =>
      state.facts.presenceRequired && (state.made['record-presence'] ?? 0) === 0 ? 'presence-missing' : null,
  },
  {
    move: 'issue',
    label: { vi: 'Cho số, đóng dấu', en: 'Number and seal' },
    consequence: {
      vi: 'Kết quả được phát hành và chuyển về Bộ phận Một cửa.',
      en: 'The result is issued and goes back to the desk.',
    },
    from: ['in-process'],
    works: ['issue'],
    by: [atStep],
    handOver: 'none',
  },
  {
    move: 'request-payment',
    label: { vi: 'Yêu cầu nghĩa vụ tài chính', en: 'Ask for the financial obligation' },
    consequence: {
      vi: 'Công dân nhận thông báo nộp tiền; thời gian chờ không tính vào thời hạn.',
      en: 'The person is told what to pay; waiting is not counted in the limit.',
    },
    from: ['in-process'],
    works: ['handle'],
    by: [atStep],
    handOver: 'none',
    unless: (state) => (excludes(state, 'tax') ? null : 'exclusion-not-declared'),
  },
  {
    move: 'confirm-payment',
    label: { vi: 'Xác nhận đã nộp', en: 'Confirm the payment' },
    consequence: { vi: 'Thời hạn chạy tiếp.', en: 'The limit runs on.' },
    from: ['awaiting-payment'],
    by: [desk, { at: 'holder', roles: ['case-handler', 'unit-head'] }],
    handOver: 'any',
  },
  {
    move: 'post-publicly',
    label: { vi: 'Niêm yết công khai', en: 'Post publicly' },
    consequence: {
      vi: 'Những ngày niêm yết không tính vào thời hạn.',
      en: 'The days of posting are not counted in the limit.',
    },
    from: ['in-process'],
    works: ['handle'],
    by: [atStep],
    handOver: 'none',
    unless: (state) => (excludes(state, 'posting') ? null : 'exclusion-not-declared'),
  },
  {
    move: 'record-outage',
    label: { vi: 'Ghi nhận hệ thống ngừng', en: 'Record a declared outage' },
    consequence: {
      vi: 'Những ngày ngừng đã được công bố không tính vào thời hạn.',
      en: 'Days of a declared outage are not counted in the limit.',
    },
    from: ['accepted', 'in-process'],
    by: [{ at: 'overseer', roles: ['procedure-controller'] }],
    handOver: 'any',
    unless: (state) => (excludes(state, 'outage') ? null : 'exclusion-not-declared'),
  },
  {
    move: 'apologise',
    label: { vi: 'Xin lỗi và đề nghị hẹn lại', en: 'Apologise and ask for a new day' },
    consequence: {
      vi: 'Ghi thư xin lỗi gửi công dân; phải trước ngày hẹn ít nhất một ngày, chỉ một lần.',
      en: 'Registers the letter of apology; at least a day before the due day, once only.',
    },
    from: ['accepted', 'in-process'],
    by: [{ at: 'overseer', roles: heads }],
    atMost: 1,
    handOver: 'any',
  },
  {
    move: 'reappoint',
    label: { vi: 'Hẹn lại ngày trả', en: 'Set the new day' },
    consequence: {
      vi: 'Đổi ngày hẹn theo thư xin lỗi; ngày hẹn đầu vẫn được giữ.',
      en: 'Moves the due day as the letter says; the first due day is kept.',
    },
    from: ['accepted', 'in-process'],
    by: [{ at: 'receiver', roles: ['desk-head', 'intake-officer'] }],
    atMost: 1,
    handOver: 'any',
    unless: (state) => (state.facts.apology ? null : 'apology-missing'),
  },
  {
    move: 'reassign',
    label: { vi: 'Chuyển cho đồng nghiệp', en: 'Hand over to a colleague' },
    consequence: {
      vi: 'Đồng nghiệp cùng chức trách giữ hồ sơ thay; thời hạn không đổi.',
      en: 'A colleague with the same duty holds it instead; the limit does not change.',
    },
    from: ['submitted', 'accepted', 'in-process', 'awaiting-supplement', 'awaiting-payment'],
    by: [{ at: 'overseer', roles: [...heads, 'desk-head'] }, atStep],
    handOver: 'none',
  },
  {
    move: 'urge',
    label: { vi: 'Đôn đốc', en: 'Urge' },
    consequence: {
      vi: 'Ghi vào nhật ký và nhắc người đang giữ.',
      en: 'Goes into the journal and to whoever holds it.',
    },
    from: ['submitted', 'accepted', 'in-process', 'awaiting-payment'],
    by: [desk, { at: 'overseer', roles: [...heads, 'desk-head', 'procedure-controller'] }],
    handOver: 'any',
  },
  {
    move: 'withdraw',
    label: { vi: 'Rút hồ sơ', en: 'Withdraw' },
    consequence: {
      vi: 'Hồ sơ dừng theo yêu cầu của công dân và không tính là trễ.',
      en: 'The dossier ends at the request of the person and is not counted late.',
    },
    from: ['submitted', 'accepted', 'in-process', 'awaiting-supplement', 'awaiting-payment'],
    by: [owner, desk],
    handOver: 'any',
    unless: (state) => (state.facts.decision ? 'decision-made-already' : null),
  },
  {
    move: 'discontinue',
    label: { vi: 'Dừng giải quyết', en: 'Discontinue' },
    consequence: {
      vi: 'Kết thúc vì quá hạn bổ sung hoặc căn cứ khác trong luật; gửi thông báo có lý do.',
      en: 'Ends it because the supplement never came or for another cause in law, with reasons.',
    },
    from: ['awaiting-supplement', 'awaiting-payment'],
    by: [desk],
    handOver: 'any',
    unless: (state, at) =>
      state.dueAt !== null && Temporal.Instant.compare(at, Temporal.Instant.from(state.dueAt)) <= 0
        ? 'answer-time-not-over'
        : null,
  },
  {
    move: 'return-result',
    label: { vi: 'Trả kết quả', en: 'Return the result' },
    consequence: {
      vi: 'Công dân nhận kết quả và bản chính; hồ sơ hoàn tất.',
      en: 'The person receives the result and the originals; the dossier is complete.',
    },
    from: ['settled'],
    by: [desk],
    handOver: 'any',
  },
];

function excludes(state: CaseState, period: string): boolean {
  const declared = state.facts.excludedPeriods;
  return Array.isArray(declared) && declared.includes(period);
}

/** Hồ sơ: the states and moves of a dossier. Each state stands for exactly one progress code of the national portal. */
export const dossierKind: CaseKind<DossierRefusal> = {
  kind: 'dossier',
  name: { vi: 'Hồ sơ', en: 'Dossier' },
  states: {
    submitted: { name: { vi: 'Mới nộp, chờ kiểm tra', en: 'Submitted, to be checked' }, open: true, nationalCode: 1 },
    accepted: { name: { vi: 'Đã tiếp nhận', en: 'Accepted' }, open: true, nationalCode: 2 },
    refused: { name: { vi: 'Không được tiếp nhận', en: 'Refused at intake' }, open: false, nationalCode: 3 },
    'in-process': { name: { vi: 'Đang giải quyết', en: 'Being worked on' }, open: true, nationalCode: 4 },
    'awaiting-supplement': {
      name: { vi: 'Chờ bạn bổ sung', en: 'Waiting for your papers' },
      open: true,
      nationalCode: 5,
    },
    'awaiting-payment': { name: { vi: 'Chờ nộp tiền', en: 'Waiting for payment' }, open: true, nationalCode: 6 },
    withdrawn: { name: { vi: 'Đã rút', en: 'Withdrawn' }, open: false, nationalCode: 7 },
    discontinued: { name: { vi: 'Đã dừng giải quyết', en: 'Discontinued' }, open: false, nationalCode: 8 },
    settled: { name: { vi: 'Đã có kết quả', en: 'Result ready' }, open: false, nationalCode: 9 },
    returned: { name: { vi: 'Đã trả kết quả', en: 'Result returned' }, open: false, nationalCode: 10 },
  },
  moves,
};
