import type { Text } from '#kernel/text.ts';
import type { LifeEvent, ProcedureDefinition, ProcedureTier } from '#modules/procedures/index.ts';
import { limitWords } from '#surfaces/web/words.ts';

/** What the portal calls things, in both languages. */
export const tierWords: Readonly<Record<ProcedureTier, Text>> = {
  commune: { vi: 'Xã, phường, thị trấn', en: 'Commune, ward, township' },
  district: { vi: 'Quận, huyện, thị xã', en: 'District, town' },
  city: { vi: 'Sở, ban, ngành thành phố', en: 'City department' },
};

export const lifeEventWords: Readonly<Record<LifeEvent, Text>> = {
  birth: { vi: 'Sinh con', en: 'A child is born' },
  marriage: { vi: 'Kết hôn', en: 'Getting married' },
  adoption: { vi: 'Nhận con nuôi', en: 'Adopting a child' },
  death: { vi: 'Người thân qua đời', en: 'A relative has died' },
  housing: { vi: 'Xây, sửa nhà', en: 'Building or repairing a house' },
  land: { vi: 'Đất đai', en: 'Land' },
  business: { vi: 'Kinh doanh', en: 'Doing business' },
  papers: { vi: 'Giấy tờ cá nhân', en: 'Personal papers' },
  transport: { vi: 'Xe cộ, đi lại', en: 'Vehicles and transport' },
  health: { vi: 'Sức khỏe, y tế', en: 'Health' },
  hardship: { vi: 'Khó khăn, trợ giúp', en: 'Hardship and support' },
  work: { vi: 'Việc làm', en: 'Work' },
};

export const levelWords: Readonly<Record<1 | 2 | 3 | 4, Text>> = {
  1: { vi: 'Mức độ 1: xem hướng dẫn trên mạng, nộp trực tiếp', en: 'Level 1: read about it online, file in person' },
  2: { vi: 'Mức độ 2: tải mẫu đơn trên mạng, nộp trực tiếp', en: 'Level 2: download the form, file in person' },
  3: {
    vi: 'Mức độ 3: nộp trên mạng, trả phí và nhận kết quả trực tiếp',
    en: 'Level 3: file online, pay and collect in person',
  },
  4: { vi: 'Mức độ 4: làm toàn bộ trên mạng', en: 'Level 4: everything online' },
};

/** The usual limit of a procedure: its last case, which has no condition; said so when there are others. */
export function usualLimit(definition: ProcedureDefinition): Text {
  const usual = definition.limits.at(-1);
  if (!usual) return { vi: 'Chưa công bố', en: 'Not announced' };
  const { vi, en } = limitWords(usual.announced);
  return definition.limits.length > 1
    ? { vi: `${vi} (tùy trường hợp)`, en: `${en} (depends on the case)` }
    : { vi, en };
}

/** What it costs, in a few words. */
export function costWords(definition: ProcedureDefinition): Text {
  if (definition.dues.length === 0) return { vi: 'Không thu phí', en: 'Free of charge' };
  return {
    vi: definition.dues.map((due) => due.amountLabel.vi).join('; '),
    en: definition.dues.map((due) => due.amountLabel.en).join('; '),
  };
}

/** Planned working hours of a step: whole days from eight hours on. */
export function hoursWords(hours: number): Text {
  if (hours >= 8 && hours % 8 === 0) {
    const days = hours / 8;
    return { vi: `${days} ngày làm việc`, en: `${days} working ${days === 1 ? 'day' : 'days'}` };
  }
  return {
    vi: `${String(hours).replace('.', ',')} giờ làm việc`,
    en: `${hours} working ${hours === 1 ? 'hour' : 'hours'}`,
  };
}

interface StateWords {
  readonly name: Text;
  readonly tone: 'neutral' | 'info' | 'success' | 'warning' | 'danger';
  /** What it means for the citizen, in plain words. */
  readonly means: Text;
  /** What happens next, and who must do it. */
  readonly next: Text;
}

/** Each state of a dossier as its owner reads it. */
export const stateWords: Readonly<Record<string, StateWords>> = {
  submitted: {
    name: { vi: 'Đã nộp, chờ kiểm tra', en: 'Filed, being checked' },
    tone: 'info',
    means: {
      vi: 'Bộ phận Một cửa đã nhận được hồ sơ trên hệ thống và đang kiểm tra xem đã đủ chưa.',
      en: 'The one-stop desk has your dossier and is checking whether it is complete.',
    },
    next: {
      vi: 'Trong 8 giờ làm việc kể từ lúc nộp, bạn được tiếp nhận và cấp mã hồ sơ, hoặc được báo cần bổ sung gì.',
      en: 'Within 8 working hours of filing it is accepted and gets its code, or you are told what to add.',
    },
  },
  accepted: {
    name: { vi: 'Đã tiếp nhận', en: 'Accepted' },
    tone: 'info',
    means: {
      vi: 'Hồ sơ đã đủ, có mã và có ngày hẹn trả kết quả.',
      en: 'The dossier is complete and has its code and due day.',
    },
    next: {
      vi: 'Bộ phận Một cửa chuyển hồ sơ cho nơi giải quyết. Bạn không phải làm gì.',
      en: 'The desk hands it to the office in charge. You need not do anything.',
    },
  },
  'in-process': {
    name: { vi: 'Đang giải quyết', en: 'Being worked on' },
    tone: 'info',
    means: { vi: 'Cơ quan có thẩm quyền đang xem xét hồ sơ.', en: 'The competent office is working on the dossier.' },
    next: {
      vi: 'Bạn không phải làm gì. Kết quả được trả chậm nhất vào ngày hẹn.',
      en: 'You need not do anything. The result comes by the due day.',
    },
  },
  'awaiting-supplement': {
    name: { vi: 'Chờ bạn bổ sung', en: 'Waiting for you' },
    tone: 'warning',
    means: {
      vi: 'Hồ sơ còn thiếu; thời hạn giải quyết đang dừng.',
      en: 'Something is missing; the time limit has stopped.',
    },
    next: {
      vi: 'Bạn cần nộp những gì được yêu cầu, trực tuyến hoặc tại Bộ phận Một cửa.',
      en: 'Hand in what was asked for, online or at the desk.',
    },
  },
  'awaiting-payment': {
    name: { vi: 'Chờ nộp tiền', en: 'Waiting for payment' },
    tone: 'warning',
    means: {
      vi: 'Bạn có nghĩa vụ tài chính phải nộp; thời gian chờ không tính vào thời hạn.',
      en: 'There is something to pay; waiting is not counted in the limit.',
    },
    next: {
      vi: 'Nộp theo thông báo rồi đưa biên lai cho Bộ phận Một cửa.',
      en: 'Pay as you were told and give the receipt to the desk.',
    },
  },
  refused: {
    name: { vi: 'Không được tiếp nhận', en: 'Not accepted' },
    tone: 'danger',
    means: {
      vi: 'Bộ phận Một cửa không tiếp nhận hồ sơ và đã nêu lý do, căn cứ pháp luật.',
      en: 'The desk did not take the dossier and gave its reason and the clause of law.',
    },
    next: {
      vi: 'Bạn có thể sửa theo lý do đó và nộp hồ sơ mới, hoặc khiếu nại.',
      en: 'You may put it right and file again, or appeal.',
    },
  },
  withdrawn: {
    name: { vi: 'Đã rút', en: 'Withdrawn' },
    tone: 'neutral',
    means: { vi: 'Hồ sơ dừng theo yêu cầu của người nộp.', en: 'The dossier ended at the request of the person.' },
    next: { vi: 'Khi cần, bạn nộp hồ sơ mới.', en: 'File a new dossier when you need to.' },
  },
  discontinued: {
    name: { vi: 'Đã dừng giải quyết', en: 'Discontinued' },
    tone: 'danger',
    means: {
      vi: 'Cơ quan đã dừng giải quyết và gửi thông báo nêu lý do.',
      en: 'The office stopped and gave its reason in a notice.',
    },
    next: { vi: 'Bạn có thể nộp hồ sơ mới khi đã đủ giấy tờ.', en: 'You may file again when the papers are complete.' },
  },
  settled: {
    name: { vi: 'Đã có kết quả', en: 'Result ready' },
    tone: 'success',
    means: { vi: 'Kết quả đang chờ bạn ở Bộ phận Một cửa.', en: 'The result waits for you at the one-stop desk.' },
    next: {
      vi: 'Mang theo giấy tờ tùy thân và mã hồ sơ đến nhận.',
      en: 'Bring your identity card and the dossier code.',
    },
  },
  returned: {
    name: { vi: 'Đã trả kết quả', en: 'Result returned' },
    tone: 'success',
    means: { vi: 'Kết quả đã được trao cho bạn.', en: 'The result has been given to you.' },
    next: { vi: 'Hồ sơ đã hoàn tất.', en: 'The dossier is complete.' },
  },
};

/** A state without words is a defect. */
export function wordsOfState(state: string): StateWords {
  const words = stateWords[state];
  if (!words) throw new RangeError(`the portal has no words for the state ${state}`);
  return words;
}

/** A day to look forward to: not for what ended or waits for its result to be fetched. */
export function isRunning(state: string): boolean {
  return ['submitted', 'accepted', 'in-process', 'awaiting-supplement', 'awaiting-payment'].includes(state);
}
