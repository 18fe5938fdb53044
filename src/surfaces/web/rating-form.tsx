import type { Language } from '#kernel/text.ts';
import { ratingQuestions } from '#modules/desk/index.ts';
import { Button, Choice, Field, Form, speaker, textIn } from '#surfaces/ui/index.ts';

/** The four questions no journal can answer, and room for words. The page, the tablet and the paper ask the same. */
export function RatingForm(props: {
  language: Language;
  csrfToken: string;
  action: string;
  hidden?: Readonly<Record<string, string>> | undefined;
  given: Readonly<Record<string, string>>;
  /** The question left out, and the sentence about it. */
  error?: { readonly field: string; readonly message: string } | undefined;
}) {
  const { language, given, error } = props;
  const say = speaker(language);
  return (
    <Form csrfToken={props.csrfToken} action={props.action} hidden={props.hidden}>
      {ratingQuestions.map(({ id, ask, options }) => (
        <Choice
          language={language}
          name={id}
          legend={textIn(language, ask)}
          options={options.map(({ value, label }) => ({ value, label: textIn(language, label) }))}
          value={given[id]}
          error={error?.field === id ? error.message : undefined}
        />
      ))}
      <Field
        language={language}
        name="comment"
        kind="long-text"
        rows={3}
        maxLength={2000}
        optional
        label={say('Điều cần góp ý', 'What should be better')}
        hint={say('Không ghi tên, số điện thoại của ông/bà.', 'Do not write your name or telephone number.')}
        value={given.comment}
      />
      <Button>{say('Gửi đánh giá', 'Send')}</Button>
    </Form>
  );
}
