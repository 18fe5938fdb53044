import type { Language } from '#kernel/text.ts';
import { compareVietnamese } from '#kernel/vietnamese.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Question } from '#modules/procedures/index.ts';
import { Choice, Field, type FieldKind, Select, speaker, textIn } from '#surfaces/ui/index.ts';

const kinds: Partial<Record<Question['type'], FieldKind>> = {
  'long-text': 'long-text',
  date: 'date',
  'whole-number': 'number',
  money: 'number',
  'personal-id': 'number',
  phone: 'phone',
  email: 'email',
};

/** A question of a procedure's form as the desk asks it: denser than on the portal, same question. */
export function QuestionBox(props: {
  language: Language;
  name: string;
  question: Question;
  value: string;
  error?: string | undefined;
  autofocus?: boolean | undefined;
  ground: CityGround;
}) {
  const { language, name, question, value, error } = props;
  const say = speaker(language);
  const label = textIn(language, question.label);
  const hint = question.hint && textIn(language, question.hint);
  const asked = { language, name, hint, error, optional: !question.required, value };
  if (question.type === 'yes-no') {
    const options = [
      { value: 'yes', label: say('Có', 'Yes') },
      { value: 'no', label: say('Không', 'No') },
    ];
    return <Choice {...asked} legend={label} inline options={options} />;
  }
  if (question.type === 'choice') {
    const options = (question.options ?? []).map((option) => ({
      value: option.value,
      label: textIn(language, option.label),
    }));
    return options.length <= 6 ? (
      <Choice {...asked} legend={label} options={options} />
    ) : (
      <Select {...asked} label={label} options={options} />
    );
  }
  if (question.type === 'commune') {
    return <Select {...asked} label={label} options={communes(language, props.ground)} typeahead />;
  }
  return (
    <Field
      {...asked}
      label={label}
      kind={kinds[question.type] ?? 'text'}
      maxLength={question.maxLength}
      autofocus={props.autofocus}
      rows={3}
      unit={question.type === 'money' ? say('đồng', 'VND') : undefined}
      width={question.type === 'personal-id' || question.type === 'phone' ? 'medium' : undefined}
    />
  );
}

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
