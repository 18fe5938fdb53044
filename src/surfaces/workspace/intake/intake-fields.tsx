import { totalDong } from '#kernel/money.ts';
import {
  documentsRequired,
  duesOf,
  limitThatApplies,
  type ProcedureInForce,
  questionsAsked,
} from '#modules/procedures/index.ts';
import {
  Actions,
  Alert,
  Button,
  Choice,
  DaysTable,
  Details,
  DueDate,
  Field,
  FileField,
  formatMoney,
  formatSize,
  Grid,
  SummaryList,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { daysIn, promiseOf } from '../case/due-promise.ts';
import { acceptedFiles, acceptedFileWords, largestFile } from '../moves/move-form.tsx';
import { documentFormWords, limitWords } from '../words.ts';
import type { Desk } from './desk.ts';
import {
  copyable,
  handOverMoment,
  type IntakeEntry,
  mustBeHanded,
  paperField,
  partyPage,
  questionField,
  scanField,
} from './intake-entry.ts';
import { QuestionBox } from './question-box.tsx';

interface Given {
  readonly desk: Desk;
  readonly procedure: ProcedureInForce;
  readonly entry: IntakeEntry;
  readonly now: Temporal.Instant;
}

/** Everything of one intake, in the order of the talk at the desk: who, what, papers, money, promise. */
export function IntakeFields(props: Given) {
  const { language } = props.desk.officer.visitor;
  const say = speaker(language);
  return (
    <>
      <Person {...props} />
      <Questions {...props} />
      <Papers {...props} />
      <Channel {...props} />
      <DuesAndPromise {...props} />
      <Actions>
        <Button name="go" value="accept" shortcut="t">
          {say('Tiếp nhận, cấp mã, in giấy hẹn', 'Accept, give the code, print the receipt')}
        </Button>
        <Button name="go" value="refresh" variant="secondary">
          {say('Cập nhật câu hỏi, giấy tờ, phí', 'Bring questions, papers and dues up to date')}
        </Button>
      </Actions>
    </>
  );
}

const errorAt = (entry: IntakeEntry, field: string): string | undefined =>
  entry.errors.find((error) => error.field === field)?.message;

function Person({ desk, entry }: Given) {
  const { visitor, ground } = desk.officer;
  const { language } = visitor;
  const say = speaker(language);
  // Once the card is read, the hands go on where it said nothing.
  const justRead = entry.values.go === 'card' && entry.errors.length === 0;
  const isFresh = Object.keys(entry.values).every((name) => name.startsWith('q-'));
  return (
    <section class="flow">
      <h2>{textIn(language, partyPage.title)}</h2>
      <Field
        language={language}
        name="card"
        label={say('Quét thẻ căn cước', 'Scan the identity card')}
        hint={say('Quét hoặc dán dòng mã QR, rồi Enter', 'Scan or paste the line of the QR code, then Enter')}
        value={entry.values.card ?? ''}
        error={errorAt(entry, 'card')}
        autocomplete="off"
        optional
        autofocus={isFresh}
      />
      {/* The first button of the form is the one that Enter presses: it only reads, it never accepts. */}
      <p>
        <Button name="go" value="card" variant="tertiary">
          {say('Đọc thẻ', 'Read the card')}
        </Button>
      </p>
      <Grid>
        {partyPage.questions.map((question) => (
          <QuestionBox
            language={language}
            name={question.id}
            question={question}
            value={entry.values[question.id] ?? ''}
            error={errorAt(entry, question.id)}
            ground={ground}
            autofocus={justRead && question.id === 'party-phone'}
          />
        ))}
        <Field
          language={language}
          name="ownerName"
          label={say('Hồ sơ của người khác: họ và tên người đó', 'If it is for someone else: their full name')}
          value={entry.values.ownerName ?? ''}
          maxLength={200}
          optional
        />
      </Grid>
    </section>
  );
}

function Questions({ desk, procedure, entry }: Given) {
  const { visitor, ground } = desk.officer;
  const { language } = visitor;
  const say = speaker(language);
  return (
    <>
      {procedure.definition.form.pages.map((page) => {
        const asked = questionsAsked(page, entry.answers);
        if (asked.length === 0) return null;
        return (
          <section class="flow">
            <h2>{textIn(language, page.title)}</h2>
            {copyable(page).length > 1 ? (
              <p>
                <Button name="go" value={`copy-${page.id}`} variant="tertiary">
                  {say('Chính là người nộp: điền sẵn', 'It is the person who files: fill in')}
                </Button>
              </p>
            ) : null}
            <Grid>
              {asked.map((question) => (
                <QuestionBox
                  language={language}
                  name={questionField(question.id)}
                  question={question}
                  value={entry.values[questionField(question.id)] ?? ''}
                  error={errorAt(entry, questionField(question.id))}
                  ground={ground}
                />
              ))}
            </Grid>
          </section>
        );
      })}
    </>
  );
}

function Papers({ desk, procedure, entry }: Given) {
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
            <FileField
              language={language}
              name={scanField(document.id)}
              label={textIn(language, document.name)}
              accept={acceptedFiles}
              acceptWords={acceptedFileWords}
              maxBytes={largestFile}
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

function Channel({ desk, procedure, entry }: Given) {
  const { language } = desk.officer.visitor;
  const say = speaker(language);
  if (!procedure.definition.channels.includes('post')) return null;
  return (
    <section class="flow">
      <h2>{say('Cách nộp', 'How it came')}</h2>
      <Choice
        language={language}
        name="channel"
        legend={say('Hồ sơ đến', 'It came')}
        inline
        options={[
          { value: 'desk', label: say('Tại quầy', 'To the desk') },
          { value: 'post', label: say('Qua bưu chính', 'By post') },
        ]}
        value={entry.channel}
      />
      <Details
        summary={say('Qua bưu chính: lúc hai bên ký giao nhận', 'By post: when both signed the hand-over')}
        open={entry.channel === 'post'}
      >
        <Field
          language={language}
          kind="date"
          name="handed-on"
          label={say('Ngày ký', 'Day')}
          value={entry.values['handed-on'] ?? ''}
          error={errorAt(entry, 'handed-on')}
          noRequire
        />
        <Field
          language={language}
          name="handed-at"
          width="short"
          label={say('Giờ ký', 'Time')}
          hint={say('Ví dụ 09:30', 'For example 09:30')}
          value={entry.values['handed-at'] ?? ''}
          error={errorAt(entry, 'handed-at')}
          noRequire
        />
      </Details>
    </section>
  );
}

/** What it costs and by when it will be done, for the answers as they stand. */
function DuesAndPromise({ desk, procedure, entry, now }: Given) {
  const { visitor, ground } = desk.officer;
  const { language } = visitor;
  const say = speaker(language);
  const dues = duesOf(procedure.definition, entry.answers);
  const limit = limitThatApplies(procedure.definition, entry.answers);
  const at = entry.channel === 'post' ? (handOverMoment(entry.values) ?? now) : now;
  const promise = promiseOf(limit, desk.agency.id, ground, at);
  return (
    <section class="flow">
      <h2>{say('Phí, lệ phí và ngày hẹn', 'Dues and due day')}</h2>
      {dues.length === 0 ? (
        <p>
          {procedure.definition.dues.length === 0
            ? say('Không thu phí, lệ phí.', 'Free of charge.')
            : procedure.definition.dues.map(({ amountLabel }) => textIn(language, amountLabel)).join('; ')}
        </p>
      ) : (
        <SummaryList
          language={language}
          items={[
            ...dues.map(({ item, amount }) => ({
              question: textIn(language, item.label),
              answer: formatMoney(language, amount),
            })),
            ...(dues.length > 1
              ? [
                  {
                    question: say('Tổng cộng', 'Total'),
                    answer: <strong>{formatMoney(language, totalDong(dues.map(({ amount }) => amount)))}</strong>,
                  },
                ]
              : []),
          ]}
        />
      )}
      <p>
        {textIn(language, limit.label)}: <strong>{textIn(language, limitWords(limit.announced))}</strong>
      </p>
      {promise ? (
        <>
          <p>
            {say('Tiếp nhận bây giờ thì hẹn trả: ', 'Accepted now, the result is promised for: ')}
            <DueDate language={language} due={promise.dueAt} />
          </p>
          <DaysTable language={language} id="promise-days" days={daysIn(language, promise)} />
        </>
      ) : (
        <Alert language={language} tone="warning">
          <p>
            {say(
              'Chưa có lịch làm việc cho năm của ngày hẹn, nên chưa tiếp nhận được.',
              'The calendar of the year of the due day is not published, so it cannot be accepted yet.',
            )}
          </p>
        </Alert>
      )}
    </section>
  );
}
