import { secretToken } from '#platform/random.ts';
import { Actions, Alert, Button, ButtonLink, Field, Form, speaker } from '#surfaces/ui/index.ts';

/** Withdrawing is asked once more, with what it means. */
export function WithdrawForm(props: {
  language: 'vi' | 'en';
  action: string;
  csrfToken: string;
  seen: number;
  back: string;
}) {
  const { language } = props;
  const say = speaker(language);
  return (
    <>
      <h1>{say('Rút hồ sơ này?', 'Withdraw this dossier?')}</h1>
      <Alert language={language} tone="warning">
        <p>
          {say(
            'Hồ sơ dừng lại ngay và không mở lại được. Muốn làm tiếp, bạn phải nộp hồ sơ mới.',
            'The dossier ends at once and cannot be opened again. To go on you would have to file a new one.',
          )}
        </p>
      </Alert>
      <Form action={props.action} csrfToken={props.csrfToken} hidden={{ key: secretToken(), seen: String(props.seen) }}>
        <Field
          language={language}
          name="reason"
          kind="long-text"
          rows={3}
          optional
          maxLength={500}
          label={say('Vì sao bạn rút?', 'Why do you withdraw it?')}
        />
        <Actions>
          <Button tone="danger">{say('Rút hồ sơ', 'Withdraw')}</Button>
          <ButtonLink href={props.back} variant="secondary">
            {say('Không rút', 'Keep it')}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
}
