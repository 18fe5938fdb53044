import { localDay } from '#kernel/zone.ts';
import { formsToChoose } from '#modules/dossiers/index.ts';
import { type DocumentNeed, documentsNeeded } from '#modules/procedures/index.ts';
import { Details, formatDate, formatSize, speaker, textIn } from '#surfaces/ui/index.ts';
import { PaperFileField } from '#surfaces/web/paper-file.tsx';
import { handInWords } from '#surfaces/web/paper-words.ts';
import { comparedField, copiesField, formField, paperField, scanField } from './intake-entry.ts';
import { errorAt, type IntakeGiven } from './intake-given.ts';
import { fitting } from './intake-vault.ts';
import { VaultQuestion } from './vault-question.tsx';

/** The papers of the case: ticked when they lie on the table, shown, scanned, or taken from what is kept for the person. */
export function Papers(given: IntakeGiven) {
  const { desk, procedure, entry } = given;
  const { language } = desk.officer.visitor;
  const say = speaker(language);
  const needs = documentsNeeded(procedure.definition, entry.answers, localDay(given.now));
  const asked = needs.filter(({ need }) => need !== 'not-needed' && need !== 'replaced');
  const replaced = needs.filter(({ need }) => need === 'replaced');
  const toHand = asked.filter(({ need }) => need !== 'show');
  return (
    <section class="flow">
      <h2>{say('Giấy tờ', 'Papers')}</h2>
      {asked.length === 0 ? <p class="quiet">{say('Không cần giấy tờ nào.', 'None needed.')}</p> : null}
      {asked.map((need) => (
        <PaperTick given={given} need={need} />
      ))}
      {replaced.length > 0 ? (
        <ul class="quiet">
          {replaced.map(({ document, because }) => (
            <li>
              {say('Không nhận giấy', 'Take no paper')}: {textIn(language, document.name)}, {textIn(language, because)}.
            </li>
          ))}
        </ul>
      ) : null}
      <VaultQuestion {...given} />
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
          {toHand.map(({ document }) => (
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

/** A paper on the table: all ticks have one name; each has an id of its own, so that an error leads to it. */
function PaperTick(props: { given: IntakeGiven; need: DocumentNeed }) {
  const { given, need } = props;
  const { document } = need;
  const { entry, desk, procedure } = given;
  const { language } = desk.officer.visitor;
  const say = speaker(language);
  const ticked = entry.onPaper.find(({ documentId }) => documentId === document.id);
  const error = errorAt(entry, paperField(document.id));
  const id = `f-${paperField(document.id)}`;
  const label = `${textIn(language, document.name)}${need.need === 'optional' ? say(' (nếu có)', ' (if any)') : ''}`;
  const kept = fitting(procedure.definition, document, entry.vault?.papers ?? []);
  return (
    <div class={`tick paper-row${error ? ' has-error' : ''}`}>
      {error ? (
        <p class="ds-validation-message" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <div class="ds-field">
        <input
          class="ds-input"
          type="checkbox"
          id={id}
          name="paper"
          value={document.id}
          checked={ticked !== undefined}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={`${error ? `${id}-error ` : ''}${id}-why`}
        />
        <label class="ds-label" for={id}>
          {label}
        </label>
        <p class="hint" data-field="description" id={`${id}-why`}>
          {need.need === 'show' ? say('Xuất trình bản chính, ', 'To be shown, ') : ''}
          {textIn(language, need.because)}.
        </p>
      </div>
      {need.need === 'show' ? null : <PaperForm given={given} need={need} label={label} />}
      {kept.map((paper) => {
        const keptId = `${id}-${paper.id}`;
        const chosen = entry.reused.some(
          ({ documentId, keptPaperId }) => documentId === document.id && keptPaperId === paper.id,
        );
        return (
          <div class="ds-field kept-choice">
            <input
              class="ds-input"
              type="checkbox"
              id={keptId}
              name="kept"
              value={`${document.id} ${paper.id}`}
              checked={chosen}
            />
            <label class="ds-label" for={keptId}>
              {say('Dùng lại: ', 'Use again: ')}
              {paper.fileName}, {say('ngày', 'of')} {formatDate(paper.keptOn)}, {say('hồ sơ', 'dossier')}{' '}
              {paper.fromCode}
            </label>
          </div>
        );
      })}
    </div>
  );
}

/** In which form, how many, and whether it was held against the original. */
function PaperForm(props: { given: IntakeGiven; need: DocumentNeed; label: string }) {
  const { need, label } = props;
  const { entry, desk } = props.given;
  const { language } = desk.officer.visitor;
  const say = speaker(language);
  const { id } = need.document;
  const ticked = entry.onPaper.find(({ documentId }) => documentId === id);
  const forms = formsToChoose(need);
  return (
    <div class="paper-form">
      <select
        class="ds-input"
        name={formField(id)}
        aria-label={say(`Dạng giấy tờ: ${label}`, `Form of the paper: ${label}`)}
      >
        {forms.map((form) => (
          <option value={form} selected={form === (ticked?.form ?? forms[0])}>
            {textIn(language, handInWords[form])}
          </option>
        ))}
      </select>
      <label>
        {say('Số bản', 'Number')}{' '}
        <input
          class="ds-input"
          name={copiesField(id)}
          inputmode="numeric"
          size={2}
          maxlength={2}
          value={String(ticked?.copies ?? need.count)}
          aria-label={say(`Số bản: ${label}`, `Number: ${label}`)}
        />
      </label>
      <label>
        <input
          class="ds-input"
          type="checkbox"
          name={comparedField(id)}
          value="yes"
          checked={ticked?.compared ?? false}
          aria-label={say(`Đã đối chiếu với bản chính: ${label}`, `Compared with the original: ${label}`)}
        />{' '}
        {say('Đã đối chiếu bản chính', 'Compared with the original')}
      </label>
    </div>
  );
}
