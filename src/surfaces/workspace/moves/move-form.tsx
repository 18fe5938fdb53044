import type { Child } from 'hono/jsx';
import type { Language } from '#kernel/text.ts';
import type { SupplementItem } from '#modules/dossiers/index.ts';
import { Button, Choice, Field, Grid, Select, type SelectOption, speaker, textIn } from '#surfaces/ui/index.ts';
import { PaperFileField } from '#surfaces/web/paper-file.tsx';
import type { MoveField } from './move-fields.ts';
import { mostItems } from './read-move.ts';

export interface MoveFormGiven {
  readonly language: Language;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly field?: string; readonly message: string }[];
  readonly colleagues: readonly SelectOption[];
  /** Bodies that can be consulted. */
  readonly units: readonly SelectOption[];
  /** Parts of the dossier that the move can be about. */
  readonly branches: readonly SelectOption[];
  readonly items: readonly SupplementItem[];
  /** Originals the city still holds. */
  readonly originals: readonly SelectOption[];
  /** Those ticked as given back. */
  readonly originalsTicked: readonly string[];
  /** How many rows of a supplement are shown. */
  readonly rows: number;
  /** What was asked for, when it is being answered. */
  readonly asked: readonly { readonly what: string }[];
}

/** The field names of files that answer a supplement, by their place in the request. */
export const answerFileField = (index: number): string => `answer-${index}`;

export function MoveFieldBox(props: { field: MoveField; given: MoveFormGiven }): Child {
  const { field, given } = props;
  const { language } = given;
  const shared = {
    language,
    name: field.name,
    label: textIn(language, field.label),
    hint: field.hint && textIn(language, field.hint),
    error: given.errors.find((error) => error.field === field.name)?.message,
    optional: field.optional,
  };
  const value = given.values[field.name] ?? '';
  const options = (field.options ?? []).map((option) => ({
    value: option.value,
    label: textIn(language, option.label),
  }));
  switch (field.kind) {
    case 'items':
      return <ItemRows given={given} />;
    case 'answer-files':
      return <AnswerFiles given={given} />;
    case 'photos':
    case 'files':
      return <PaperFileField {...shared} multiple />;
    case 'originals':
      return given.originals.length === 0 ? null : (
        <Choice
          {...shared}
          legend={shared.label}
          multiple
          hint={textIn(language, {
            vi: 'Đánh dấu từng giấy tờ khi trao tận tay; chưa trả đủ thì chưa trả kết quả được.',
            en: 'Tick each as you hand it over; the result is returned only with all of them.',
          })}
          options={given.originals}
          value={given.originalsTicked}
        />
      );
    case 'colleague':
      return <Select {...shared} options={given.colleagues} value={value} width="medium" />;
    case 'unit':
      return <Select {...shared} options={given.units} value={value} />;
    case 'branch':
      return <Choice {...shared} legend={shared.label} options={given.branches} value={value} />;
    case 'select':
      return <Select {...shared} options={options} value={value} />;
    case 'choice':
      return <Choice {...shared} legend={shared.label} options={options} value={value} />;
    default:
      return (
        <Field
          {...shared}
          kind={field.kind}
          value={value}
          width={field.width}
          unit={field.unit && textIn(language, field.unit)}
          rows={field.kind === 'long-text' ? 4 : undefined}
        />
      );
  }
}

function ItemRows(props: { given: MoveFormGiven }) {
  const { given } = props;
  const { language } = given;
  const say = speaker(language);
  return (
    <>
      {Array.from({ length: given.rows }, (_, index) => {
        const item = given.items[index];
        const errorOf = (name: string) => given.errors.find((error) => error.field === name)?.message;
        const box = (part: 'what' | 'reason' | 'clause', label: string) => {
          const name = `items.${index}.${part}`;
          const value = item?.[part] ?? '';
          const optional = index > 0 ? { noRequire: true } : {};
          return (
            <Field language={language} name={name} label={label} value={value} error={errorOf(name)} {...optional} />
          );
        };
        return (
          <fieldset class="ds-fieldset flow">
            <legend class="ds-label">
              {say(`Giấy tờ, thông tin thứ ${index + 1}`, `Paper or detail ${index + 1}`)}
            </legend>
            <Grid>
              {box('what', say('Cần bổ sung gì', 'What to add'))}
              {box('reason', say('Vì sao', 'Why'))}
              {box('clause', say('Căn cứ pháp luật', 'Clause of law'))}
            </Grid>
          </fieldset>
        );
      })}
      {given.rows < mostItems ? (
        <p>
          <Button name="go" value="more" variant="tertiary">
            {say('Thêm giấy tờ, thông tin', 'Add another')}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function AnswerFiles(props: { given: MoveFormGiven }) {
  const { language, asked, errors } = props.given;
  return (
    <>
      {asked.map(({ what }, index) => (
        <PaperFileField
          language={language}
          name={answerFileField(index)}
          label={what}
          multiple
          optional
          error={errors.find((error) => error.field === answerFileField(index))?.message}
        />
      ))}
    </>
  );
}
