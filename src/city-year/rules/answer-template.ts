import type { Answers, ShownAnswer } from '#modules/procedures/rules/answers.ts';
import { checkAnswers, readPage, shownAnswers } from '#modules/procedures/rules/check-answers.ts';
import type { ProcedureDefinition, Question, QuestionType } from '#modules/procedures/rules/procedure-definition.ts';
import { inventName, inventPersonalId, inventPhone, type NameLists } from './invented-people.ts';
import type { Seeded } from './seeded.ts';

type Sex = 'women' | 'men';

/** Whose name a question asks for, where its words say it: a mother is a woman. */
function sexAskedFor({ label }: Pick<Question, 'label'>): Sex | undefined {
  const words = label.vi.toLocaleLowerCase('vi').split(/[^\p{L}]+/u);
  if (words.some((word) => ['mẹ', 'vợ', 'nữ', 'bà'].includes(word))) return 'women';
  return words.some((word) => ['cha', 'bố', 'chồng', 'nam', 'ông'].includes(word)) ? 'men' : undefined;
}

/** One way of filling in the form of a procedure, checked by the rule once; what is personal is put in for each dossier. */
export interface AnswerTemplate {
  readonly answers: Answers;
  readonly shown: readonly (ShownAnswer & { readonly personal: QuestionType | null; readonly sex: Sex | undefined })[];
}

const personal: readonly QuestionType[] = ['name', 'personal-id', 'phone'];

/**
 * A filling-in that the rule takes: only what must be answered is, choices by chance. What was chosen decides which
 * questions follow, as on the form.
 */
export function answerTemplate(
  definition: ProcedureDefinition,
  lists: NameLists,
  chance: Seeded,
  today: Temporal.PlainDate,
): AnswerTemplate {
  const typed: Record<string, string> = {};
  let answers: Answers = {};
  for (const page of definition.form.pages) {
    for (const question of page.questions) {
      const alone = { ...page, questions: [question] };
      if (readPage(alone, typed, answers, today).refusals.length > 0)
        typed[question.id] = answerTo(question, lists, chance, today);
      answers = readPage(alone, typed, answers, today).answers;
    }
  }
  const checked = checkAnswers(definition, typed, today);
  if (!checked.ok) throw new RangeError(`${definition.code}: ${JSON.stringify(checked.refusal)}`);
  const questions = new Map(definition.form.pages.flatMap((page) => page.questions.map((one) => [one.id, one])));
  const shown = shownAnswers(definition, checked.value).map((answer) => {
    const question = questions.get(answer.id);
    const isPersonal = question && personal.includes(question.type);
    return { ...answer, personal: isPersonal ? question.type : null, sex: question && sexAskedFor(question) };
  });
  return { answers: checked.value, shown };
}

/** The answers of one dossier: the template's, with names and numbers of its own. */
export function fillTemplate(template: AnswerTemplate, lists: NameLists, chance: Seeded): readonly ShownAnswer[] {
  return template.shown.map(({ personal: type, sex, ...answer }) => {
    if (type === null) return answer;
    const own =
      type === 'name'
        ? inventName(lists, chance, sex)
        : type === 'phone'
          ? inventPhone(chance)
          : inventPersonalId(chance);
    return { ...answer, answer: own, shown: own };
  });
}

function answerTo(question: Question, lists: NameLists, chance: Seeded, today: Temporal.PlainDate): string {
  const { options, type, min, max } = question;
  if (options && options.length > 0) return chance.pick(options).value;
  switch (type) {
    case 'date':
      return writtenDay(dayFor(question, chance, today));
    case 'whole-number':
      return String((min ?? 1) + chance.whole(Math.min(3, (max ?? 99) - (min ?? 1) + 1)));
    case 'yes-no':
      return chance.happens(0.15) ? 'yes' : 'no';
    case 'personal-id':
      return inventPersonalId(chance);
    case 'phone':
      return inventPhone(chance);
    case 'email':
      return 'nguoi.nop@vidu.example';
    case 'money':
      return String((min ?? 0) + 1_000_000 * (1 + chance.whole(800)));
    case 'commune':
      return 'x-00007';
    case 'name':
      return inventName(lists, chance);
    default:
      return textFor(question, lists, chance);
  }
}

function textFor({ label, minLength = 0, maxLength = 300 }: Question, lists: NameLists, chance: Seeded): string {
  const about = label.vi.toLocaleLowerCase('vi');
  if (/\b(số|diện tích|tầng)\b/u.test(about)) return String(1 + chance.whole(300)).padStart(minLength, '1');
  const text = about.includes('dân tộc')
    ? chance.pick(lists.ethnicities)
    : about.includes('quốc tịch')
      ? 'Việt Nam'
      : about.includes('nơi') || about.includes('địa chỉ')
        ? `Số ${1 + chance.whole(240)}, ${chance.pick(lists.streets)}, Hà Nội`
        : about.includes('công ty') || about.includes('doanh nghiệp') || about.includes('tên hộ')
          ? `${chance.pick(lists.companies)} ${chance.pick(lists.women.given)} ${chance.pick(lists.men.given)}`
          : 'Như giấy tờ kèm theo';
  return text.padEnd(minLength, ' kèm theo').slice(0, maxLength);
}

function dayFor({ dateMust, label }: Question, chance: Seeded, today: Temporal.PlainDate): Temporal.PlainDate {
  if (dateMust === 'not-be-in-past') return today.add({ days: 5 + chance.whole(20) });
  const about = label.vi.toLocaleLowerCase('vi').split(/[^\p{L}]+/u);
  // whoever is no child was born long enough ago
  if (about.includes('sinh') && !about.some((word) => ['bé', 'con', 'trẻ'].includes(word)) && sexAskedFor({ label }))
    return today.subtract({ years: 20 + chance.whole(25), days: chance.whole(365) });
  return today.subtract({ days: 20 + chance.whole(300) });
}

const writtenDay = ({ day, month, year }: Temporal.PlainDate): string =>
  `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
