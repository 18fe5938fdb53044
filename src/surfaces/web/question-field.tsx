import type { Language } from '#kernel/text.ts';
import { compareVietnamese, formatDate, formatNumber } from '#kernel/vietnamese.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import { type Answers, type Question, showAnswer } from '#modules/procedures/index.ts';
import { Choice, Field, type FieldKind, Select, speaker, textIn } from '#surfaces/ui/index.ts';
import { communeName } from './names.ts';

/** An answer as it stands in its box. */
export function answerAsTyped(question: Question, answer: Answers[string] | undefined): string {
  if (answer === undefined) return '';
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  if (question.type === 'date') return formatDate(Temporal.PlainDate.from(String(answer)));
  return typeof answer === 'number' ? formatNumber('vi', answer) : answer;
}

/** An answer as a person reads it on the review page, in the language of the page. */
export function answerAsRead(
  language: Language,
  question: Question,
  answer: Answers[string],
  ground: CityGround,
): string {
  if (question.type === 'commune') return communeName(language, String(answer), ground);
  if (question.type === 'yes-no') return answer ? speaker(language)('Có', 'Yes') : speaker(language)('Không', 'No');
  const option = question.options?.find(({ value }) => value === answer);
  return option ? textIn(language, option.label) : showAnswer(question, answer);
}

const kinds: Partial<Record<Question['type'], FieldKind>> = {
  'long-text': 'long-text',
  date: 'date',
  'whole-number': 'number',
  money: 'number',
  'personal-id': 'number',
  phone: 'phone',
  email: 'email',
};

/** One question of a form with its box, by the kind of answer it asks for: on the portal and at the desk the same. */
export function QuestionField(props: {
  language: Language;
  question: Question;
  /** The field's name, when it is not the id of the question. */
  name?: string | undefined;
  value: string;
  error?: string | undefined;
  asHeading?: boolean;
  autocomplete?: string | undefined;
  autofocus?: boolean | undefined;
  ground: CityGround;
}) {
  const { language, question, value, error } = props;
  const say = speaker(language);
  const asked = {
    language,
    name: props.name ?? question.id,
    hint: question.hint && textIn(language, question.hint),
    error,
    optional: !question.required,
  };
  const label = textIn(language, question.label);
  if (question.type === 'yes-no') {
    const options = [
      { value: 'yes', label: say('Có', 'Yes') },
      { value: 'no', label: say('Không', 'No') },
    ];
    return <Choice {...asked} legend={label} inline options={options} value={value} asHeading={props.asHeading} />;
  }
  if (question.type === 'choice') {
    const options = (question.options ?? []).map((option) => ({
      value: option.value,
      label: textIn(language, option.label),
    }));
    return options.length <= 8 ? (
      <Choice {...asked} legend={label} options={options} value={value} asHeading={props.asHeading} />
    ) : (
      <Select {...asked} label={label} options={options} value={value} />
    );
  }
  if (question.type === 'commune') {
    return <Select {...asked} label={label} options={communes(language, props.ground)} value={value} typeahead />;
  }
  return (
    <Field
      {...asked}
      label={label}
      kind={kinds[question.type] ?? 'text'}
      value={value}
      maxLength={question.maxLength}
      asHeading={props.asHeading}
      autocomplete={props.autocomplete}
      autofocus={props.autofocus}
      rows={3}
      unit={question.type === 'money' ? say('đồng', 'VND') : undefined}
      width={question.type === 'personal-id' || question.type === 'phone' ? 'medium' : undefined}
    />
  );
}

/** Every commune under its district, in the order of a Vietnamese dictionary. */
function communes(language: Language, ground: CityGround) {
  return [...ground.tree.values()]
    .filter((unit) => unit.tier === 'commune' && unit.function === null)
    .map((unit) => ({
      value: unit.id,
      label: textIn(language, unit.name),
      group: textIn(language, ground.tree.get(unit.parentId ?? '')?.name ?? { vi: '', en: '' }),
    }))
    .sort((a, b) => compareVietnamese(a.group, b.group) || compareVietnamese(a.label, b.label));
}
