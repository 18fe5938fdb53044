import type { JournalEntry } from '#case-engine/rules/journal.ts';
import type { JsonObject } from '#kernel/json.ts';
import type { Text } from '#kernel/text.ts';
import { formatDate } from '#kernel/vietnamese.ts';
import { localDay } from '#kernel/zone.ts';
import { channelWords } from '#modules/feedback/index.ts';
import { type NameOfUnit, whoDid } from './journal-sentence.ts';

type Deed = (entry: JournalEntry, unit: (unitId: unknown) => Text) => Text;

const textOf = (data: JsonObject, name: string): string => (typeof data[name] === 'string' ? data[name] : '');
const said =
  (vi: string, en: string): Deed =>
  () => ({ vi, en });
const dayOf = (written: unknown): string => {
  if (typeof written !== 'string' || written === '') return '';
  return /^\d{4}-\d\d-\d\d$/.test(written)
    ? formatDate(Temporal.PlainDate.from(written))
    : formatDate(localDay(Temporal.Instant.from(written)));
};
const pointsOf = (points: unknown, language: 'vi' | 'en'): string =>
  typeof points === 'number'
    ? `${points.toLocaleString(language)} ${language === 'vi' ? 'điểm' : 'points'}`
    : { vi: 'không phát sinh', en: 'did not arise' }[language];
const nameIn = (data: JsonObject): Text => {
  const { vi = '', en = '' } = (data.name ?? {}) as Partial<Text>;
  return { vi, en };
};
const withDocument = (vi: string, en: string): Deed => {
  return ({ data }) => {
    const document = textOf(data, 'document');
    return document ? { vi: `${vi}, văn bản ${document}`, en: `${en}, document ${document}` } : { vi, en };
  };
};

/** What was done to a case of a kind that is shown from its data: feedback, tasks and their parts, inspections. */
const deeds: Readonly<Record<string, Deed>> = {
  give: ({ effect }, unit) => {
    const to = unit(effect.holder?.unitId);
    return {
      vi: `đã giao nhiệm vụ cho ${to.vi}, hạn ${dayOf(effect.dueAt)}`,
      en: `gave the task to ${to.en}, due ${dayOf(effect.dueAt)}`,
    };
  },
  'open-branch': ({ effect }, unit) => {
    const to = unit(effect.holder?.unitId);
    return { vi: `đã gửi phần việc này đến ${to.vi}`, en: `sent this part to ${to.en}` };
  },
  'branch-answered': ({ data }) => {
    const name = nameIn(data);
    return data.outcome === 'called-off'
      ? { vi: `đã dừng “${name.vi}”`, en: `called off “${name.en}”` }
      : { vi: `đã xong “${name.vi}”`, en: `finished “${name.en}”` };
  },
  'called-off': said('đã dừng phần việc này', 'called this off'),
  acknowledge: said('đã nhận nhiệm vụ', 'took the task on'),
  assign: ({ data }, unit) => {
    const to = unit(data.unitId);
    const name = textOf(data, 'name');
    return name
      ? { vi: `đã giao ${name} (${to.vi}) thực hiện`, en: `gave it to ${name} (${to.en})` }
      : { vi: `đã giao ${to.vi} thực hiện`, en: `gave it to ${to.en}` };
  },
  reassign: ({ data }) => ({
    vi: `đã chuyển việc cho ${textOf(data, 'name')}`,
    en: `handed it over to ${textOf(data, 'name')}`,
  }),
  'report-progress': ({ data }) => ({
    vi: `đã báo cáo tiến độ ${Number(data.percent ?? 0)}%`,
    en: `reported progress: ${Number(data.percent ?? 0)}%`,
  }),
  'hand-in': ({ data }) => ({
    vi: `đã báo cáo kết quả: văn bản ${textOf(data, 'number')} ngày ${dayOf(data.on)}`,
    en: `handed in the product: ${textOf(data, 'number')} of ${dayOf(data.on)}`,
  }),
  complete: said('đã xem sản phẩm và xác nhận hoàn thành', 'saw the product and said that it is done'),
  'return-work': said('đã trả lại vì sản phẩm chưa đạt', 'sent the product back'),
  split: ({ data }, unit) => ({
    vi: `đã giao việc nhỏ “${textOf(data, 'title')}” cho ${unit(data.unitId).vi}, hạn ${dayOf(data.dueOn)}`,
    en: `gave the part “${textOf(data, 'title')}” to ${unit(data.unitId).en}, due ${dayOf(data.dueOn)}`,
  }),
  'request-extension': ({ data }) => ({
    vi: `đã xin gia hạn đến ${dayOf(data.newDueOn)}`,
    en: `asked for more time, to ${dayOf(data.newDueOn)}`,
  }),
  'grant-extension': ({ data, effect }) => ({
    vi: `đã đồng ý gia hạn đến ${dayOf(effect.dueAt)}, văn bản ${textOf(data, 'document')}`,
    en: `granted more time to ${dayOf(effect.dueAt)}, document ${textOf(data, 'document')}`,
  }),
  'record-extension': ({ data, effect }) => ({
    vi: `đã ghi văn bản ${textOf(data, 'document')} của cấp giao, hạn mới ${dayOf(effect.dueAt)}`,
    en: `recorded the giver's document ${textOf(data, 'document')}, new deadline ${dayOf(effect.dueAt)}`,
  }),
  'refuse-extension': said('không đồng ý gia hạn', 'refused more time'),
  recall: said('đã thu hồi nhiệm vụ', 'recalled the task'),
  'answer-part': ({ data }) => ({
    vi: `đã trả lời phần phối hợp, văn bản ${textOf(data, 'number')}`,
    en: `answered, document ${textOf(data, 'number')}`,
  }),
  plan: ({ effect }) => ({
    vi: `đã đưa vào kế hoạch kiểm tra, phải kết luận trước ${dayOf(effect.dueAt)}`,
    en: `planned the inspection, to be concluded by ${dayOf(effect.dueAt)}`,
  }),
  decide: ({ data }) => ({
    vi: `đã ra quyết định kiểm tra ${textOf(data, 'number')} ngày ${dayOf(data.on)}`,
    en: `decided the inspection: ${textOf(data, 'number')} of ${dayOf(data.on)}`,
  }),
  'record-minutes': ({ data }) => ({
    vi: `đã lập biên bản ngày ${dayOf(data.on)} tại ${textOf(data, 'place')}`,
    en: `wrote the minutes of ${dayOf(data.on)} at ${textOf(data, 'place')}`,
  }),
  'add-finding': ({ data }) => ({
    vi: `đã ghi phát hiện: ${textOf(data, 'what')}`,
    en: `recorded a finding: ${textOf(data, 'what')}`,
  }),
  conclude: ({ data }) => ({
    vi: `đã kết luận, văn bản ${textOf(data, 'number')} ngày ${dayOf(data.on)}`,
    en: `concluded: ${textOf(data, 'number')} of ${dayOf(data.on)}`,
  }),
  'record-sanction': ({ data }) => ({
    vi: `đã ghi hình thức xử lý theo quyết định ${textOf(data, 'decision')}`,
    en: `recorded a sanction by decision ${textOf(data, 'decision')}`,
  }),
  'answer-sanction': said('đã ghi lời giải trình', "recorded the person's answer"),
  'close-inspection': said('đã kết thúc cuộc kiểm tra', 'closed the inspection'),
  'call-off-inspection': said('đã hủy cuộc kiểm tra', 'called the inspection off'),
  report: ({ data }) => ({
    vi: `đã gửi phản ánh (${channelWords[data.channel as 'portal']?.vi ?? ''})`,
    en: `reported it (${channelWords[data.channel as 'portal']?.en ?? ''})`,
  }),
  join: said('đã cùng phản ánh', 'joined it'),
  'take-in': ({ data }) => ({
    vi: `đã gộp phản ánh ${textOf(data, 'code')} vào đây`,
    en: `merged ${textOf(data, 'code')} into this`,
  }),
  accept: ({ data, effect }, unit) => ({
    vi: `đã tiếp nhận, giao ${unit(data.unitId).vi} xử lý, hạn ${dayOf(effect.dueAt)}`,
    en: `accepted it and gave it to ${unit(data.unitId).en}, due ${dayOf(effect.dueAt)}`,
  }),
  forward: ({ data }, unit) => ({
    vi: `đã chuyển đến ${unit(data.agencyId).vi}`,
    en: `passed it on to ${unit(data.agencyId).en}`,
  }),
  decline: said('đã trả lời không tiếp nhận', 'did not accept it'),
  'hand-to-law': said('đã hướng dẫn người phản ánh gửi theo luật riêng', 'handed it to its own law'),
  'pass-outside': ({ data }) => ({
    vi: `đã chuyển ${textOf(data, 'body')} bằng văn bản ${textOf(data, 'document')}`,
    en: `passed it on to ${textOf(data, 'body')} by ${textOf(data, 'document')}`,
  }),
  merge: ({ data }) => ({
    vi: `đã gộp vào phản ánh ${textOf(data, 'code')}`,
    en: `merged it into ${textOf(data, 'code')}`,
  }),
  'ask-reporter': said('đã hỏi người phản ánh', 'asked the reporter'),
  reply: said('đã trả lời câu hỏi', 'replied'),
  'record-reply': said('đã ghi câu trả lời của người phản ánh', "recorded the reporter's reply"),
  'go-on': said('đã xử lý tiếp khi không có trả lời', 'went on without a reply'),
  'draft-answer': said('đã soạn câu trả lời', 'drafted the answer'),
  approve: said('đã duyệt và gửi câu trả lời', 'approved and sent the answer'),
  'return-draft': said('đã trả lại dự thảo', 'sent the draft back'),
  rate: ({ data }) =>
    data.satisfied === 'yes'
      ? { vi: 'cho biết hài lòng', en: 'is satisfied' }
      : { vi: 'cho biết chưa hài lòng', en: 'is not satisfied' },
  withdraw: said('đã rút phản ánh', 'withdrew it'),
  extend: ({ effect }) => ({
    vi: `đã gia hạn đến ${dayOf(effect.dueAt)}`,
    en: `extended it to ${dayOf(effect.dueAt)}`,
  }),
  close: said('đã kết thúc vì không ai có ý kiến', 'closed it, because nobody objected'),
  'open-period': ({ data }) => ({
    vi: `đã mở kỳ báo cáo, số liệu từ ${dayOf(data.from)} đến hết ${dayOf(data.to)}`,
    en: `opened the period, figures from ${dayOf(data.from)} to ${dayOf(data.to)}`,
  }),
  'send-part': said('đã gửi phần báo cáo', 'sent the part'),
  'object-figure': ({ data }) => ({
    vi: `đã phản đối số liệu ${textOf(data, 'figureId')}`,
    en: `objected to the figure ${textOf(data, 'figureId')}`,
  }),
  'answer-objection': ({ data }) => ({
    vi: `đã trả lời phản đối về ${textOf(data, 'figureId')}`,
    en: `answered the objection to ${textOf(data, 'figureId')}`,
  }),
  'enter-figure': ({ data }) => ({
    vi: `đã nhập ${textOf(data, 'figureId')} = ${Number(data.value ?? 0)}, theo ${textOf(data, 'evidence')}`,
    en: `entered ${textOf(data, 'figureId')} = ${Number(data.value ?? 0)}, by ${textOf(data, 'evidence')}`,
  }),
  'accept-part': said('đã nhận phần báo cáo', 'accepted the part'),
  'return-part': said('đã trả lại phần báo cáo', 'gave the part back'),
  'ask-opinion': said('đã xin ý kiến', 'asked for an opinion'),
  'ask-opinions': ({ data }) => {
    const count = Array.isArray(data.members) ? data.members.length : 0;
    return {
      vi: `đã lấy ý kiến ${count} thành viên, hạn ${dayOf(data.dueOn)}`,
      en: `asked ${count} members for their opinion by ${dayOf(data.dueOn)}`,
    };
  },
  'give-opinion': said('đã cho ý kiến', 'gave an opinion'),
  'meet-opinion': said('đã tiếp thu, giải trình', 'said how it was met'),
  'close-unanswered': said('đã kết thúc vì không có ý kiến', 'closed it without an opinion'),
  'submit-report': said('đã trình ký', 'submitted it for signing'),
  'take-back-report': said('đã đưa về để sửa', 'took it back to mend'),
  'sign-report': ({ data }) => ({
    vi: `đã ký báo cáo số ${Number(data.number ?? 0)}/${textOf(data, 'notation')}`,
    en: `signed the report as number ${Number(data.number ?? 0)}/${textOf(data, 'notation')}`,
  }),
  'restate-report': said('đã điều chỉnh số liệu cạnh bản ký', 'restated its figures beside what was signed'),
  'call-off-report': said('đã hủy kỳ báo cáo', 'called the period off'),
  'open-round': ({ data }) => ({
    vi: `đã mở đợt đánh giá, số liệu từ ${dayOf(data.from)} đến hết ${dayOf(data.to)}`,
    en: `opened the round, figures from ${dayOf(data.from)} to ${dayOf(data.to)}`,
  }),
  'score-criterion': ({ data }) => ({
    vi: `đã tự chấm tiêu chí ${textOf(data, 'criterionId')}: ${pointsOf(data.points, 'vi')}`,
    en: `scored criterion ${textOf(data, 'criterionId')}: ${pointsOf(data.points, 'en')}`,
  }),
  'send-sheet': said('đã gửi phiếu tự chấm', 'sent the sheet'),
  'take-unsent': said('đã chuyển sang thẩm định vì cơ quan không gửi', 'took it, because it was not sent'),
  'appraise-sheet': ({ data }) => {
    const count = Array.isArray(data.scores) ? data.scores.length : 0;
    return { vi: `đã thẩm định ${count} tiêu chí`, en: `appraised ${count} criteria` };
  },
  'return-sheet': said('đã trả lại phiếu', 'gave the sheet back'),
  'finish-appraisal': said('đã gửi kết quả thẩm định', 'gave the result of the appraisal'),
  'object-criterion': ({ data }) => ({
    vi: `đã kiến nghị về tiêu chí ${textOf(data, 'criterionId')}`,
    en: `objected to criterion ${textOf(data, 'criterionId')}`,
  }),
  'agree-score': said('không kiến nghị thêm', 'objects to nothing more'),
  'answer-criterion': ({ data }) => ({
    vi: `đã trả lời kiến nghị về tiêu chí ${textOf(data, 'criterionId')}`,
    en: `answered the objection to criterion ${textOf(data, 'criterionId')}`,
  }),
  'end-objections': said('đã hết thời gian kiến nghị', 'ended the objections'),
  'close-round': said('đã chốt điểm và công bố', 'closed the round and published it'),
  'call-off-round': said('đã hủy đợt đánh giá', 'called the round off'),
  urge: withDocument('đã đôn đốc', 'urged whoever holds it'),
  remind: ({ data }) => ({
    vi: `đã nhắc ${textOf(data, 'whom')}`,
    en: `reminded ${textOf(data, 'whom')}`,
  }),
};

/** One entry as a sentence: who, from where, did what. */
export function plainSentence(entry: JournalEntry, nameOfUnit: NameOfUnit): Text {
  const deed = deeds[entry.verb];
  if (!deed) throw new RangeError(`no sentence for the verb ${entry.verb}`);
  const who = whoDid(entry.actor, nameOfUnit);
  const done = deed(entry, (unitId) => {
    const id = typeof unitId === 'string' ? unitId : '';
    return nameOfUnit(id) ?? { vi: id, en: id };
  });
  return { vi: `${who.vi} ${done.vi}.`, en: `${who.en} ${done.en}.` };
}

/** What was typed with it. */
export function plainNote({ data }: JournalEntry): string {
  return ['summary', 'reason', 'note', 'conclusion', 'answer', 'question']
    .map((name) => textOf(data, name))
    .filter(Boolean)
    .join(' · ');
}
