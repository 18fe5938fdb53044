import type { EntryActor, JournalEntry } from '#case-engine/rules/journal.ts';
import type { JsonObject } from '#kernel/json.ts';
import type { Text } from '#kernel/text.ts';
import { formatDate, formatNumber } from '#kernel/vietnamese.ts';
import { localDay } from '#kernel/zone.ts';
import type { DuesMove, MoveWithInput } from '#modules/dossiers/index.ts';

/** Every verb a dossier's journal can hold. */
export type DossierVerb =
  | 'submit'
  | 'accept'
  | 'open-branch'
  | 'branch-answered'
  | 'called-off'
  | MoveWithInput
  | DuesMove;

/** The name of a unit, as it stands in a sentence. */
export type NameOfUnit = (unitId: string) => Text | undefined;

/** What was done, to go behind who did it. */
type Deed = (entry: JournalEntry, unit: (unitId: unknown) => Text) => Text;

const said =
  (vi: string, en: string): Deed =>
  () => ({ vi, en });
const textOf = (data: JsonObject, name: string): string => (typeof data[name] === 'string' ? data[name] : '');
const countOf = (data: JsonObject, name: string): number => (Array.isArray(data[name]) ? data[name].length : 0);

/** `30/10/2021` of a day or a moment in the journal. */
function dayOf(written: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(written)) return formatDate(Temporal.PlainDate.from(written));
  return written === '' ? '' : formatDate(localDay(Temporal.Instant.from(written)));
}

/** A step that ends may hand the dossier to another unit: said where it went. */
const passedOn =
  (vi: string, en: string): Deed =>
  (entry, unit) => {
    const to = entry.effect.handOver?.toUnitId;
    if (!to) return { vi, en };
    const name = unit(to);
    return { vi: `${vi} và giao hồ sơ cho ${name.vi}`, en: `${en} and handed the dossier to ${name.en}` };
  };

const outcomes: Readonly<Record<string, Text>> = {
  positive: { vi: 'đồng ý', en: 'yes' },
  negative: { vi: 'không đồng ý', en: 'no' },
  'called-off': { vi: 'đã thu hồi, không cần trả lời nữa', en: 'called off, no answer needed' },
  agree: { vi: 'đồng ý', en: 'agrees' },
  'agree-with-conditions': { vi: 'đồng ý, kèm điều kiện', en: 'agrees on conditions' },
  disagree: { vi: 'không đồng ý', en: 'does not agree' },
};
const outcomeOf = (data: JsonObject, name: string): Text => outcomes[textOf(data, name)] ?? { vi: '', en: '' };

const textIn = (data: JsonObject, name: string): Text => {
  const { vi, en } = (data[name] ?? {}) as Partial<Text>;
  return { vi: vi ?? '', en: en ?? '' };
};

const postalWords: Readonly<Record<string, Text>> = {
  collected: { vi: 'bưu chính đã nhận giấy tờ từ công dân', en: 'the post has collected the papers' },
  'in-transit': { vi: 'bưu gửi đang trên đường', en: 'the parcel is on its way' },
  'out-for-delivery': { vi: 'bưu tá đang đi phát', en: 'the postman is delivering it' },
  'attempt-failed': { vi: 'phát chưa được, sẽ phát lại', en: 'it could not be delivered; there will be another try' },
  delivered: { vi: 'đã phát thành công', en: 'it is delivered' },
  'returned-to-sender': { vi: 'bưu gửi chuyển hoàn về cơ quan', en: 'it came back to the agency' },
  lost: { vi: 'bưu chính báo mất bưu gửi', en: 'the operator reports it lost' },
};

const moneyOf = (data: JsonObject): string => {
  const amount = textOf(data, 'amount');
  return /^\d+$/.test(amount) ? formatNumber('vi', BigInt(amount)) : amount;
};

const deeds: Readonly<Record<DossierVerb, Deed>> = {
  'collect-dues': ({ data }) => ({
    vi: `đã thu ${moneyOf(data)} đồng tiền mặt, biên lai ${textOf(data, 'receiptNumber')}`,
    en: `took ${moneyOf(data)} VND in cash, receipt ${textOf(data, 'receiptNumber')}`,
  }),
  'pay-dues': ({ data }) => ({
    vi: `báo đã nhận ${moneyOf(data)} đồng, biên lai ${textOf(data, 'receiptNumber')}`,
    en: `told that ${moneyOf(data)} VND came in, receipt ${textOf(data, 'receiptNumber')}`,
  }),
  'refund-dues': ({ data }) => ({
    vi: `đã hoàn ${moneyOf(data)} đồng, phiếu hoàn ${textOf(data, 'receiptNumber')}`,
    en: `gave back ${moneyOf(data)} VND, slip ${textOf(data, 'receiptNumber')}`,
  }),
  'reduce-dues': said('đã ghi miễn, giảm phí theo giấy tờ chứng minh', 'recorded a reduction of dues that was proven'),
  'correct-end': ({ data }) => {
    const day = dayOf(textOf(data, 'endedOn'));
    const paper = textOf(data, 'document');
    return {
      vi: `đã đính chính: có kết quả ngày ${day}, theo ${paper}`,
      en: `corrected: the result was ready on ${day}, by ${paper}`,
    };
  },
  'order-post': ({ data }) =>
    data.direction === 'in'
      ? { vi: 'đã đăng ký gửi giấy tờ qua bưu chính', en: 'ordered the post to fetch the papers' }
      : { vi: 'đã đăng ký nhận kết quả qua bưu chính', en: 'ordered the result by post' },
  'hand-to-post': ({ data }) => ({
    vi: `đã giao kết quả cho bưu chính, bưu gửi ${textOf(data, 'shipmentNumber')}, nhân viên ${textOf(data, 'postman')} ký nhận`,
    en: `handed the result to the post, parcel ${textOf(data, 'shipmentNumber')}, signed for by ${textOf(data, 'postman')}`,
  }),
  'take-from-post': ({ data }) => ({
    vi: `đã nhận giấy tờ từ bưu chính, bưu gửi ${textOf(data, 'shipmentNumber')}, nhân viên ${textOf(data, 'postman')} ký giao`,
    en: `took the papers from the post, parcel ${textOf(data, 'shipmentNumber')}, signed over by ${textOf(data, 'postman')}`,
  }),
  'record-post': ({ data }) => {
    const words = postalWords[textOf(data, 'event')] ?? { vi: '', en: '' };
    const place = textOf(data, 'place');
    return {
      vi: `đã ghi: ${words.vi}${place ? ` (${place})` : ''}`,
      en: `recorded: ${words.en}${place ? ` (${place})` : ''}`,
    };
  },
  'record-remittance': ({ data }) => ({
    vi: `đã ghi tiền thu hộ bưu chính nộp, chứng từ ${textOf(data, 'number')}`,
    en: `recorded the cash the post paid in, voucher ${textOf(data, 'number')}`,
  }),
  'open-branch': ({ effect }, unit) => {
    const to = unit(effect.handOver?.toUnitId ?? effect.holder?.unitId);
    const part = textIn(effect.facts ?? {}, 'part');
    return { vi: `đã gửi “${part.vi}” đến ${to.vi}`, en: `sent “${part.en}” to ${to.en}` };
  },
  'branch-answered': ({ data }) => {
    const [name, outcome] = [textIn(data, 'name'), outcomeOf(data, 'outcome')];
    return { vi: `đã kết thúc “${name.vi}”: ${outcome.vi}`, en: `ended “${name.en}”: ${outcome.en}` };
  },
  'called-off': said('đã thu hồi việc này', 'called this off'),
  consult: ({ data }, unit) => ({
    vi: `đã lấy ý kiến ${unit(data.unitId).vi}`,
    en: `asked the opinion of ${unit(data.unitId).en}`,
  }),
  'call-off': said('đã thu hồi một phần việc đã gửi', 'called off a part that was sent'),
  'ask-again': said('đã hỏi lại cơ quan phối hợp', 'asked the contributing agency again'),
  'send-again': said('đã gửi lại phần việc', 'sent the part again'),
  'answer-consultation': ({ data }) => ({
    vi: `đã cho ý kiến: ${outcomeOf(data, 'opinion').vi}`,
    en: `gave an opinion: ${outcomeOf(data, 'opinion').en}`,
  }),
  'record-sending': ({ data }) => ({
    vi: `đã gửi cơ quan ngoài hệ thống, văn bản số ${textOf(data, 'number')} ngày ${dayOf(textOf(data, 'sentOn'))}`,
    en: `sent it outside the system, document ${textOf(data, 'number')} of ${dayOf(textOf(data, 'sentOn'))}`,
  }),
  'record-answer': ({ data }) => ({
    vi: `đã nhận trả lời số ${textOf(data, 'number')} ngày ${dayOf(textOf(data, 'answeredOn'))}: ${outcomeOf(data, 'outcome').vi}`,
    en: `received answer ${textOf(data, 'number')} of ${dayOf(textOf(data, 'answeredOn'))}: ${outcomeOf(data, 'outcome').en}`,
  }),
  submit: ({ effect, data }) => {
    const channel = effect.facts?.channel;
    const papers = countOf(data, 'papers');
    const withVi = papers > 0 ? ` kèm ${papers} tệp` : '';
    const withEn = papers > 0 ? ` with ${papers} ${papers === 1 ? 'file' : 'files'}` : '';
    if (channel === 'post')
      return { vi: `đã nhập hồ sơ gửi qua bưu chính${withVi}`, en: `entered the dossier sent by post${withEn}` };
    if (channel === 'desk')
      return { vi: `đã nhập hồ sơ nộp trực tiếp${withVi}`, en: `entered the dossier handed in at the desk${withEn}` };
    return { vi: `đã nộp hồ sơ trực tuyến${withVi}`, en: `filed the dossier online${withEn}` };
  },
  accept: ({ data }) => ({
    vi: `đã tiếp nhận hồ sơ và cấp mã ${textOf(data, 'code')}`,
    en: `accepted the dossier and gave it the code ${textOf(data, 'code')}`,
  }),
  'ask-supplement': ({ data }) => ({
    vi: `đã yêu cầu bổ sung ${countOf(data, 'items')} giấy tờ, thông tin`,
    en: `asked for ${countOf(data, 'items')} more ${countOf(data, 'items') === 1 ? 'paper or detail' : 'papers or details'}`,
  }),
  refuse: said(
    'không tiếp nhận hồ sơ, có phiếu nêu lý do',
    'did not take the dossier in and gave the reason in writing',
  ),
  'answer-supplement': ({ data }) => {
    const papers = countOf(data, 'papers');
    return papers > 0
      ? { vi: `đã nộp bổ sung ${papers} tệp`, en: `handed in ${papers} more ${papers === 1 ? 'file' : 'files'}` }
      : { vi: 'đã trả lời yêu cầu bổ sung', en: 'answered the request for a supplement' };
  },
  forward: passedOn('đã kiểm tra xong', 'finished the intake check'),
  'take-over': said('đã ký nhận hồ sơ', 'signed for the dossier'),
  'decline-hand-over': said('không nhận hồ sơ và trả lại nơi giao', 'did not take the dossier over and gave it back'),
  assign: ({ data }) => ({
    vi: `đã phân công ${textOf(data, 'name')} thụ lý`,
    en: `assigned the dossier to ${textOf(data, 'name')}`,
  }),
  reassign: ({ data }) => ({
    vi: `đã chuyển hồ sơ cho ${textOf(data, 'name')}`,
    en: `handed the dossier over to ${textOf(data, 'name')}`,
  }),
  'start-verification': said(
    'đã quyết định phải xác minh, thời hạn chuyển sang thời hạn có xác minh',
    'found that verification is needed; the limit with verification applies',
  ),
  'record-verification': ({ data }) => ({
    vi: `đã ghi biên bản xác minh tại ${textOf(data, 'where')}`,
    en: `recorded the verification at ${textOf(data, 'where')}`,
  }),
  'record-presence': said('đã ghi nhận các bên cùng có mặt và ký', 'recorded that the parties were present and signed'),
  'propose-supplement': said(
    'đã đề nghị Bộ phận Một cửa yêu cầu bổ sung',
    'proposed that the desk ask for a supplement',
  ),
  propose: (entry, unit) =>
    entry.data.outcome === 'refuse'
      ? passedOn('đã trình dự thảo không giải quyết', 'proposed that the application be turned down')(entry, unit)
      : passedOn('đã thẩm định và trình kết quả', 'examined it and proposed the result')(entry, unit),
  approve: passedOn('đã đồng ý', 'agreed'),
  'send-back': said('đã trả lại để làm lại', 'sent it back to be done again'),
  sign: (entry, unit) =>
    passedOn(`đã ký kết quả${inName(entry.data)}`, `signed the result${inName(entry.data)}`)(entry, unit),
  issue: ({ data }) => ({
    vi: `đã cho số ${textOf(data, 'number')}, đóng dấu và phát hành kết quả`,
    en: `numbered the result ${textOf(data, 'number')}, sealed and issued it`,
  }),
  'request-payment': ({ data }) => ({
    vi: `đã thông báo số tiền phải nộp: ${thousands(textOf(data, 'amount'), '.')} đồng`,
    en: `told what is to be paid: ${thousands(textOf(data, 'amount'), ',')} VND`,
  }),
  'confirm-payment': ({ data }) => ({
    vi: `đã xác nhận nộp tiền, biên lai ${textOf(data, 'receiptNumber')}`,
    en: `confirmed the payment, receipt ${textOf(data, 'receiptNumber')}`,
  }),
  'post-publicly': ({ data }) => ({
    vi: `đã niêm yết công khai từ ${dayOf(textOf(data, 'from'))} đến ${dayOf(textOf(data, 'to'))}`,
    en: `posted it publicly from ${dayOf(textOf(data, 'from'))} to ${dayOf(textOf(data, 'to'))}`,
  }),
  'record-outage': ({ data }) => ({
    vi: `đã ghi nhận hệ thống ngừng từ ${dayOf(textOf(data, 'from'))} đến ${dayOf(textOf(data, 'to'))}`,
    en: `recorded an outage of the system from ${dayOf(textOf(data, 'from'))} to ${dayOf(textOf(data, 'to'))}`,
  }),
  apologise: ({ data }) => ({
    vi: `đã gửi thư xin lỗi số ${textOf(data, 'letterNumber')} và xin hẹn lại ngày ${dayOf(textOf(data, 'newDueOn'))}`,
    en: `sent the letter of apology ${textOf(data, 'letterNumber')} and asked for the new day ${dayOf(textOf(data, 'newDueOn'))}`,
  }),
  reappoint: ({ effect }) => ({
    vi: `đã hẹn lại ngày trả kết quả: ${dayOf(effect.dueAt ?? '')}`,
    en: `set a new due day: ${dayOf(effect.dueAt ?? '')}`,
  }),
  urge: ({ data }) => {
    const document = textOf(data, 'document');
    return document
      ? { vi: `đã đôn đốc, văn bản ${document}`, en: `urged whoever holds it, document ${document}` }
      : { vi: 'đã đôn đốc', en: 'urged whoever holds it' };
  },
  withdraw: said('đã rút hồ sơ', 'withdrew the dossier'),
  discontinue: said(
    'đã dừng giải quyết hồ sơ, có thông báo nêu lý do',
    'discontinued the dossier with a notice of the reason',
  ),
  'return-result': ({ data }) => {
    const way = returned[textOf(data, 'method')] ?? { vi: '', en: '' };
    return {
      vi: `đã trả kết quả${way.vi} cho ${textOf(data, 'receivedBy')}`,
      en: `returned the result${way.en} to ${textOf(data, 'receivedBy')}`,
    };
  },
};

const returned: Readonly<Record<string, Text>> = {
  desk: { vi: ' tại Bộ phận Một cửa', en: ' at the desk' },
  post: { vi: ' qua bưu chính', en: ' by post' },
  online: { vi: ' trực tuyến', en: ' online' },
};

/** In whose name it was signed, as the lines above the name say. */
const inName = (data: JournalEntry['data']): string =>
  Array.isArray(data.block) && data.block.length > 0 ? ` (${data.block.join(' / ')})` : '';

const thousands = (digits: string, sign: string): string => digits.replaceAll(/\B(?=(\d{3})+$)/g, sign);

/** Whether a journal can be told: every verb of the kind has its sentence. */
export function isDossierVerb(verb: string): verb is DossierVerb {
  return Object.hasOwn(deeds, verb);
}

/** One entry of a dossier's journal as a sentence in both languages: who, from where, did what. */
export function journalSentence(entry: JournalEntry, nameOfUnit: NameOfUnit): Text {
  const unit = (unitId: unknown): Text => {
    const id = typeof unitId === 'string' ? unitId : '';
    return nameOfUnit(id) ?? { vi: id, en: id };
  };
  if (!isDossierVerb(entry.verb)) throw new RangeError(`no sentence for the verb ${entry.verb}`);
  const who = whoDid(entry.actor, nameOfUnit);
  const deed = deeds[entry.verb](entry, unit);
  const sent = partsSent(entry);
  return { vi: `${who.vi} ${deed.vi}${sent.vi}.`, en: `${who.en} ${deed.en}${sent.en}.` };
}

/** Legs that went out with the move: the step it came to has them. */
function partsSent(entry: JournalEntry): Text {
  const names = Object.values(entry.effect.branches ?? {})
    .filter((branch) => branch.closedAt === null && branch.group !== null)
    .map((branch) => branch.name);
  if (names.length === 0) return { vi: '', en: '' };
  return {
    vi: `; đã gửi cơ quan phối hợp: ${names.map(({ vi }) => vi).join(', ')}`,
    en: `; sent to contributing agencies: ${names.map(({ en }) => en).join(', ')}`,
  };
}

/** Who made an entry, with the unit of the post used. */
export function whoDid(actor: EntryActor, nameOfUnit: NameOfUnit): Text {
  if (actor.kind === 'time') return { vi: 'Hệ thống', en: 'The system' };
  const unit = actor.unitId ? nameOfUnit(actor.unitId) : undefined;
  if (unit) return { vi: `${actor.name} (${unit.vi})`, en: `${actor.name} (${unit.en})` };
  return { vi: actor.name, en: actor.name };
}

/** What each verb says to the citizen in its own words; the rest of what was typed stays inside. */
const saidToCitizen: readonly DossierVerb[] = [
  'ask-supplement',
  'refuse',
  'answer-supplement',
  'request-payment',
  'post-publicly',
  'apologise',
  'withdraw',
  'discontinue',
];

/** Steps inside the office that say nothing to the citizen. */
const inside: readonly DossierVerb[] = [
  'propose-supplement',
  'urge',
  'decline-hand-over',
  'send-back',
  'call-off',
  'ask-again',
  'record-remittance',
];

/** Whether an entry is shown to the person whose dossier it is. */
export function isForCitizen(entry: JournalEntry): boolean {
  return !inside.some((verb) => verb === entry.verb);
}

/** Why, in the words of whoever did it: reason and clause, or the note; empty when nothing was typed. */
export function journalNote(entry: JournalEntry, reader: 'citizen' | 'officer'): string {
  if (reader === 'citizen' && !saidToCitizen.some((verb) => verb === entry.verb)) return '';
  const { data } = entry;
  const parts = ['summary', 'question', 'text', 'reason', 'clause', 'note', 'basis', 'found'].map((name) =>
    textOf(data, name),
  );
  const items = (Array.isArray(data.items) ? data.items : []) as { what?: string; reason?: string; clause?: string }[];
  const asked = items.map(({ what, reason, clause }, index) => `${index + 1}. ${what}: ${reason} (${clause})`);
  return [...asked, ...parts.filter((part) => part !== '')].join(' · ');
}
