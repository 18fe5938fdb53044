import { totalDong } from '#kernel/money.ts';
import { duesOf, limitThatApplies } from '#modules/procedures/index.ts';
import { Choice, Details, Field, formatMoney, SummaryList, speaker, textIn } from '#surfaces/ui/index.ts';
import { promiseOf } from '#surfaces/web/due-promise.ts';
import { limitWords } from '#surfaces/web/words.ts';
import { AcceptancePromise } from '../acceptance-promise.tsx';
import { handOverMoment } from './intake-entry.ts';
import { errorAt, type IntakeGiven } from './intake-given.ts';

/** At the desk or by post; by post the clock starts when both signed the hand-over. */
export function Channel({ desk, procedure, entry }: IntakeGiven) {
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
export function DuesAndPromise({ desk, procedure, entry, now }: IntakeGiven) {
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
      <AcceptancePromise language={language} promise={promise} />
    </section>
  );
}
