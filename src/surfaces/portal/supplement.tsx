import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { Language } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import type { SupplementItem } from '#modules/dossiers/index.ts';
import { Button, DueDate, Field, FileField, Form, speaker } from '#surfaces/ui/index.ts';
import { supplementPaperId } from '#surfaces/web/names.ts';
import { acceptedFiles, acceptedFileWords, largestFile } from './filing/papers-page.tsx';

/** What was asked for and not answered yet. */
export function itemsAsked(state: CaseState): readonly SupplementItem[] {
  const asked = state.facts['supplement'] as { items?: SupplementItem[] } | null | undefined;
  return state.state === 'awaiting-supplement' ? (asked?.items ?? []) : [];
}

export const supplementField = (index: number): string => `paper-${supplementPaperId(index)}`;

/** The item of a supplement a file field stands for. */
export function supplementOfField(field: string): string | undefined {
  return /^paper-(supplement-\d{1,2})$/.exec(field)?.[1];
}

/** The request with its reasons and clauses, and the form that answers it. */
export function SupplementForm(props: {
  language: Language;
  state: CaseState;
  action: string;
  csrfToken: string;
  formKey: string;
  note?: string | undefined;
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
        hidden={{ key: props.formKey, seen: String(state.entries) }}
      >
        {items.map((item, index) => (
          <FileField
            language={language}
            name={supplementField(index)}
            label={`${index + 1}. ${item.what}`}
            hint={`${say('Vì', 'Because')}: ${item.reason} (${item.clause}).`}
            accept={acceptedFiles}
            acceptWords={acceptedFileWords}
            maxBytes={largestFile}
            multiple
            optional
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
