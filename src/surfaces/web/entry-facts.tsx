import type { Language, Text } from '#kernel/text.ts';
import { type EntryValues, type RegisterDefinition, valueWords } from '#modules/registers/index.ts';
import { SummaryList, speaker, textIn } from '#surfaces/ui/index.ts';

/** What an entry of a register says, in the order of its fields; what was not answered is named in one line below. */
export function EntryFacts(props: {
  language: Language;
  definition: RegisterDefinition;
  entered: EntryValues;
  unitName: (id: string) => Text;
  /** For those who may read the register: fields the public does not see. */
  withInternal?: boolean;
}) {
  const { language, definition, entered, unitName } = props;
  const say = speaker(language);
  const fields = Object.entries(definition.fields.properties).filter(
    ([, field]) => props.withInternal || !field.internal,
  );
  const answered = fields.filter(([name]) => entered[name] !== undefined);
  const empty = fields.filter(([name]) => entered[name] === undefined);
  return (
    <>
      <SummaryList
        language={language}
        items={answered.map(([name, field]) => {
          const words = textIn(language, valueWords(field, entered[name], unitName));
          const measure =
            field.format === 'dong' ? say('đồng', 'VND') : field.measure && textIn(language, field.measure);
          return {
            question: textIn(language, field.label),
            answer: field.format === 'uri' ? <a href={words}>{words}</a> : [words, measure].filter(Boolean).join(' '),
          };
        })}
      />
      {props.withInternal && empty.length > 0 ? (
        <p class="quiet small">
          {say('Chưa ghi', 'Not filled in')}: {empty.map(([, { label }]) => textIn(language, label)).join('; ')}.
        </p>
      ) : null}
    </>
  );
}
