import { questionsAsked } from '#modules/procedures/index.ts';
import { Actions, Button, Field, Grid, speaker, textIn } from '#surfaces/ui/index.ts';
import { QuestionField } from '#surfaces/web/question-field.tsx';
import { copyable, partyPage, questionField } from './intake-entry.ts';
import { errorAt, type IntakeGiven } from './intake-given.ts';
import { Papers } from './intake-papers.tsx';
import { Channel, DuesAndPromise } from './intake-promise.tsx';

/** Everything of one intake, in the order of the talk at the desk: who, what, papers, money, promise. */
export function IntakeFields(props: IntakeGiven) {
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

function Person({ desk, entry }: IntakeGiven) {
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
          <QuestionField
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

function Questions({ desk, procedure, entry }: IntakeGiven) {
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
                <QuestionField
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
