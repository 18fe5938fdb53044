import type { Party } from '#modules/dossiers/index.ts';
import { type FormPage, readPage } from '#modules/procedures/index.ts';

export type Submitter = Party;

/** Who files: the same questions for every procedure, checked like any page of a form. */
export const applicantPage: FormPage = {
  id: 'nguoi-nop',
  title: { vi: 'Thông tin của bạn', en: 'About you' },
  lead: {
    vi: 'Người nộp hồ sơ, để cơ quan liên hệ và gửi thông báo.',
    en: 'The person who files, so that the office can reach you.',
  },
  questions: [
    {
      id: 'name',
      type: 'name',
      label: { vi: 'Họ, chữ đệm và tên', en: 'Full name' },
      hint: { vi: 'Như trong giấy tờ tùy thân', en: 'As on your identity papers' },
      required: true,
      maxLength: 100,
    },
    {
      id: 'personalId',
      type: 'personal-id',
      label: { vi: 'Số định danh cá nhân', en: 'Personal identification number' },
      hint: { vi: '12 chữ số trên thẻ căn cước công dân', en: 'The 12 digits on your citizen identity card' },
      required: true,
    },
    {
      id: 'phone',
      type: 'phone',
      label: { vi: 'Số điện thoại', en: 'Telephone number' },
      hint: { vi: 'Ví dụ 0912 345 678', en: 'For example 0912 345 678' },
      required: true,
    },
    { id: 'email', type: 'email', label: { vi: 'Thư điện tử', en: 'Email' }, required: false },
    {
      id: 'address',
      type: 'text',
      label: { vi: 'Nơi ở hiện nay', en: 'Present address' },
      required: true,
      maxLength: 300,
    },
    {
      id: 'ownerName',
      type: 'name',
      label: { vi: 'Bạn nộp thay cho ai?', en: 'For whom do you file?' },
      hint: {
        vi: 'Họ tên người có việc cần giải quyết. Bỏ trống nếu là việc của chính bạn.',
        en: 'Full name of the person whose matter it is. Leave it empty when it is your own.',
      },
      required: false,
      maxLength: 100,
    },
  ],
};

/** Whose matter it is, when somebody else files. */
export function ownerNameIn(kept: object): string {
  const { ownerName } = kept as { ownerName?: unknown };
  return typeof ownerName === 'string' ? ownerName : '';
}

/** The submitter of a draft when every answer is right; undefined when something is missing. */
export function completeSubmitter(kept: Partial<Party>, today: Temporal.PlainDate): Party | undefined {
  const read = readPage(applicantPage, { ...kept }, {}, today);
  if (read.refusals.length > 0) return undefined;
  const text = (name: keyof Party) => String(read.answers[name] ?? '');
  return {
    name: text('name'),
    personalId: text('personalId'),
    phone: text('phone'),
    email: text('email'),
    address: text('address'),
  };
}
