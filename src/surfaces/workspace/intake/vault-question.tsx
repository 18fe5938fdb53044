import { Button, Choice, Details, Field, speaker } from '#surfaces/ui/index.ts';
import { errorAt, type IntakeGiven } from './intake-given.ts';
import { fitting } from './intake-vault.ts';

/** Before the officer sees what is kept for the person: by what right. The answer is written down for the person to read. */
export function VaultQuestion({ desk, procedure, entry }: IntakeGiven) {
  const { language } = desk.officer.visitor;
  const say = speaker(language);
  const { definition } = procedure;
  const hasErrors = entry.errors.some(({ field }) => field?.startsWith('vault-'));
  const fits = definition.documents.some(
    (document) => fitting(definition, document, entry.vault?.papers ?? []).length > 0,
  );
  return (
    <Details
      summary={say('Dùng lại giấy tờ đã có trong kho của công dân', 'Use papers already kept for this person')}
      open={hasErrors || entry.vault !== undefined}
    >
      <p class="quiet">
        {say(
          'Nhập số định danh ở trên trước. Tên bạn, giờ xem và căn cứ được ghi lại; công dân đọc được.',
          'Enter the person’s number above first. Your name, the time and the right are recorded for the person to read.',
        )}
      </p>
      {entry.vault ? (
        <p role="status">
          {fits
            ? say(
                'Giấy tờ dùng lại được hiện dưới từng mục ở trên; đánh dấu để dùng.',
                'What fits is shown under each document above; tick to use it.',
              )
            : say('Trong kho không có giấy tờ nào dùng được cho thủ tục này.', 'Nothing kept fits this procedure.')}
        </p>
      ) : null}
      <Choice
        language={language}
        name="vault-basis"
        legend={say('Căn cứ để xem và dùng', 'By what right')}
        optional
        options={[
          { value: 'consent', label: say('Công dân có mặt và đồng ý', 'The person is here and consents') },
          { value: 'law', label: say('Căn cứ pháp luật', 'A clause of law') },
        ]}
        value={entry.values['vault-basis'] ?? ''}
        error={errorAt(entry, 'vault-basis')}
      />
      <Field
        language={language}
        name="vault-clause"
        label={say('Điều, khoản, văn bản (khi theo căn cứ pháp luật)', 'Article, clause, document (by law)')}
        optional
        value={entry.values['vault-clause'] ?? ''}
        error={errorAt(entry, 'vault-clause')}
      />
      <Field
        language={language}
        name="vault-reason"
        label={say('Lý do', 'Reason')}
        optional
        value={entry.values['vault-reason'] ?? ''}
        error={errorAt(entry, 'vault-reason')}
      />
      <Button name="go" value="vault" variant="secondary">
        {say('Xem giấy tờ trong kho', 'Look at the kept papers')}
      </Button>
    </Details>
  );
}
