import type { Language, Text } from '#kernel/text.ts';
import { compareVietnamese } from '#kernel/vietnamese.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import { type RegisterDefinition, type RegisterField, unitNamer } from '#modules/registers/index.ts';
import { Choice, Field, type FieldKind, Select, speaker, textIn } from '#surfaces/ui/index.ts';

interface Given {
  language: Language;
  ground: CityGround;
  value: (name: string) => string;
  errorAt: (name: string) => string | undefined;
}

/** The boxes of an entry, in the order of its definition. */
export function EntryFields(props: Given & { definition: RegisterDefinition }) {
  const { definition, ...given } = props;
  return (
    <>
      {Object.entries(definition.fields.properties).map(([name, field]) => (
        <EntryField {...given} name={name} field={field} required={definition.fields.required.includes(name)} />
      ))}
    </>
  );
}

/** Names that fields of the page itself have: `csrf` and `key` must stay theirs. */
export const boxName = (name: string): string => `f-${name}`;

function EntryField(props: Given & { name: string; field: RegisterField; required: boolean }) {
  const { language, field, name } = props;
  const say = speaker(language);
  const asked = {
    language,
    name: boxName(name),
    hint: hintOf(field, language),
    error: props.errorAt(name),
    optional: !props.required,
    value: props.value(name),
  };
  const label = textIn(language, field.label);
  if (field.enum) {
    const options = field.enum.map((value) => ({
      value,
      label: textIn(language, field.words?.[value] ?? same(value)),
    }));
    return options.length <= 4 ? (
      <Choice {...asked} legend={label} options={options} />
    ) : (
      <Select {...asked} label={label} options={options} width="medium" />
    );
  }
  if (field.type === 'boolean') {
    const options = [
      { value: 'true', label: say('Có', 'Yes') },
      { value: 'false', label: say('Không', 'No') },
    ];
    return <Choice {...asked} legend={label} inline options={options} />;
  }
  if (field.format === 'unit') {
    return <Select {...asked} label={label} options={agencyOptions(language, props.ground)} typeahead />;
  }
  return (
    <Field
      {...asked}
      label={label}
      kind={kindOf(field)}
      maxLength={field.type === 'string' && !field.format ? field.maxLength : undefined}
      rows={3}
      unit={field.format === 'dong' ? say('đồng', 'VND') : field.measure && textIn(language, field.measure)}
      width={widthOf(field)}
    />
  );
}

const same = (words: string): Text => ({ vi: words, en: words });

function kindOf(field: RegisterField): FieldKind {
  if (field.format === 'date') return 'date';
  if (field.format === 'lines' || field.type === 'array') return 'long-text';
  return field.type === 'integer' || field.type === 'number' ? 'number' : 'text';
}

function widthOf(field: RegisterField): 'short' | 'medium' | undefined {
  if (field.format === 'dong') return 'medium';
  if (field.format === 'month') return 'short';
  return field.type === 'string' && !field.format && (field.maxLength ?? 999) <= 60 ? 'medium' : undefined;
}

function hintOf(field: RegisterField, language: Language): string | undefined {
  const say = speaker(language);
  if (field.hint) return textIn(language, field.hint);
  if (field.format === 'month') return say('Tháng/năm, ví dụ 06/2021', 'Month/year, for example 06/2021');
  return field.type === 'array' ? say('Mỗi ý một dòng', 'One a line') : undefined;
}

/** Every agency in the order of a Vietnamese dictionary, communes with their district. */
export function agencyOptions(
  language: Language,
  ground: CityGround,
  only: (unitId: string) => boolean = () => true,
): readonly { readonly value: string; readonly label: string }[] {
  const unitName = unitNamer(ground.tree);
  return [...ground.tree.values()]
    .filter(({ id, function: part }) => part === null && only(id))
    .map(({ id }) => ({ value: id, label: textIn(language, unitName(id)) }))
    .sort((one, other) => compareVietnamese(one.label, other.label));
}
