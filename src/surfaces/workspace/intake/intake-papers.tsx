import { documentsRequired } from '#modules/procedures/index.ts';
import { Details, formatSize, speaker, textIn } from '#surfaces/ui/index.ts';
import { PaperFileField } from '#surfaces/web/paper-file.tsx';
import { documentFormWords } from '#surfaces/web/words.ts';
import { mustBeHanded, paperField, scanField } from './intake-entry.ts';
import { errorAt, type IntakeGiven } from './intake-given.ts';

/** The papers of the case: ticked when they lie on the table, shown, or scanned. */
export function Papers({ desk, procedure, entry }: IntakeGiven) {
  const { language } = desk.officer.visitor;
  const say = speaker(language);
  const documents = documentsRequired(procedure.definition, entry.answers);
  const toHand = documents.filter(({ showOnly }) => !showOnly);
  const toShow = documents.filter(({ showOnly }) => showOnly);
  return (
    <section class="flow">
      <h2>{say('Giấy tờ', 'Papers')}</h2>
      {documents.length === 0 ? <p class="quiet">{say('Không cần giấy tờ nào.', 'None needed.')}</p> : null}
      {toHand.map((document) => (
        <PaperTick
          id={paperField(document.id)}
          documentId={document.id}
          label={`${textIn(language, document.name)}, ${document.count} ${textIn(language, documentFormWords[document.form])}${mustBeHanded(document) ? '' : say(' (nếu có)', ' (if any)')}`}
          checked={entry.onPaper.includes(document.id)}
          error={errorAt(entry, paperField(document.id))}
        />
      ))}
      {toShow.length > 0 ? (
        <p>
          {say('Xuất trình để đối chiếu: ', 'To be shown: ')}
          {toShow.map(({ name }) => textIn(language, name)).join('; ')}
        </p>
      ) : null}
      {entry.scans.length > 0 ? (
        <ul class="sent-files">
          {entry.scans.map((scan) => (
            <li>
              <input type="hidden" name="scan" value={`${scan.documentId} ${scan.ticket}`} />
              {scan.fileName} <span class="quiet">{formatSize(language, scan.sizeBytes)}</span>{' '}
              <button class="link-button" type="submit" name="remove" value={scan.ticket}>
                {say('Bỏ tệp', 'Remove')}
                <span class="ds-sr-only"> {scan.fileName}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {toHand.length > 0 ? (
        <Details
          summary={say('Đính tệp quét', 'Attach scans')}
          open={entry.errors.some(({ field }) => field?.startsWith('scan-'))}
        >
          {toHand.map((document) => (
            <PaperFileField
              language={language}
              name={scanField(document.id)}
              label={textIn(language, document.name)}
              multiple
              optional
              error={errorAt(entry, scanField(document.id))}
            />
          ))}
        </Details>
      ) : null}
    </section>
  );
}

/** A paper on the table. All ticks have one name; each has an id of its own, so that an error leads to it. */
function PaperTick(props: {
  id: string;
  documentId: string;
  label: string;
  checked: boolean;
  error: string | undefined;
}) {
  const id = `f-${props.id}`;
  return (
    <div class={`tick${props.error ? ' has-error' : ''}`}>
      {props.error ? (
        <p class="ds-validation-message" id={`${id}-error`}>
          {props.error}
        </p>
      ) : null}
      <div class="ds-field">
        <input
          class="ds-input"
          type="checkbox"
          id={id}
          name="paper"
          value={props.documentId}
          checked={props.checked}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={props.error ? `${id}-error` : undefined}
        />
        <label class="ds-label" for={id}>
          {props.label}
        </label>
      </div>
    </div>
  );
}
