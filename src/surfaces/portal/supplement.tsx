import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { Language } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import type { SupplementItem } from '#modules/dossiers/index.ts';
import { Button, DueDate, Field, Form, speaker } from '#surfaces/ui/index.ts';
import { supplementPaperId } from '#surfaces/web/names.ts';
import { PaperFileField } from '#surfaces/web/paper-file.tsx';

/** What was asked for and not answered yet. */
export function itemsAsked(state: CaseState): readonly SupplementItem[] {
  const asked = state.facts.supplement as { items?: SupplementItem[] } | null | undefined;
  return state.state === 'awaiting-supplement' ? (asked?.items ?? []) : [];
}

export const supplementField = (index: number): string => `paper-${supplementPaperId(index)}`;

/** The item of a supplement a file field stands for. */
export function supplementOfField(field: string): string | undefined {
  return /^paper-(supplement-\d{1,2})$/.exec(field)?.[1];
}

/** A file that is in the store and waits for its form to be sent again. */
export interface KeptFile {
  readonly field: string;
  readonly fileName: string;
  readonly ticket: string;
}

const keptAsText = ({ field, fileName, ticket }: KeptFile): string => JSON.stringify([field, fileName, ticket]);

/** The files a form brings along from its first try. */
export function readKept(values: Readonly<Record<string, string>>): readonly KeptFile[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (!/^kept-\d{1,2}$/.test(name)) return [];
    try {
      const [field, fileName, ticket] = JSON.parse(value) as string[];
      return field && fileName && ticket ? [{ field, fileName, ticket }] : [];
    } catch {
      return [];
    }
  });
}

/** The request with its reasons and clauses, and the form that answers it. */
export function SupplementForm(props: {
  language: Language;
  state: CaseState;
  action: string;
  csrfToken: string;
  formKey: string;
  note?: string | undefined;
  /** Files that arrived with an answer that was refused. */
  kept?: readonly KeptFile[];
  errors?: readonly { field?: string | undefined; message: string }[];
}) {
  const { language, state } = props;
  const say = speaker(language);
  const items = itemsAsked(state);
  const errorOf = (field: string) => props.errors?.find((error) => error.field === field)?.message;
  return (
    <section class="flow" id="bo-sung">
      <h2>{say(`Bạn cần bổ sung ${items.length} mục`, `You are asked for ${items.length} more`)}</h2>
      {state.dueAt ? (
        <p>
          {say('Nộp bổ sung: ', 'Hand it in by: ')}
          <DueDate language={language} due={toLocal(Temporal.Instant.from(state.dueAt))} state="paused" />
        </p>
      ) : null}
      <Form
        action={props.action}
        csrfToken={props.csrfToken}
        files
        hidden={{
          key: props.formKey,
          seen: String(state.entries),
          ...Object.fromEntries((props.kept ?? []).map((file, index) => [`kept-${index}`, keptAsText(file)])),
        }}
      >
        {items.map((item, index) => (
          <PaperFileField
            language={language}
            name={supplementField(index)}
            label={`${index + 1}. ${item.what}`}
            hint={`${say('Vì', 'Because')}: ${item.reason} (${item.clause}).`}
            multiple
            sent={props.kept?.filter(({ field }) => field === supplementField(index)).map(({ fileName }) => fileName)}
            error={errorOf(supplementField(index))}
          />
        ))}
        <Field
          language={language}
          name="note"
          kind="long-text"
          rows={3}
          optional
          maxLength={2000}
          label={say('Lời nhắn cho Bộ phận Một cửa', 'Note to the desk')}
          value={props.note}
          error={errorOf('note')}
        />
        <Button>{say('Nộp bổ sung', 'Hand in')}</Button>
      </Form>
    </section>
  );
}
