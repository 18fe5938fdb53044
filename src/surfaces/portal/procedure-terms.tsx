import { dayNumber } from '#kernel/day-number.ts';
import type { Language, Text } from '#kernel/text.ts';
import { type CityGround, cityIn } from '#modules/organisation/index.ts';
import type { ProcedureDefinition } from '#modules/procedures/index.ts';
import { DaysTable, DueDate, formatMoney, speaker, Table, textIn } from '#surfaces/ui/index.ts';
import { daysIn, promiseOf } from '#surfaces/web/due-promise.ts';
import { limitWords } from '#surfaces/web/words.ts';
import { Section } from './section.tsx';

interface Shown {
  language: Language;
  definition: ProcedureDefinition;
}

/** What it costs, with the source of each amount. */
export function Cost({ language, definition }: Shown) {
  const say = speaker(language);
  return (
    <Section title={say('Chi phí', 'Cost')}>
      {definition.dues.length === 0 ? (
        <p>{formatMoney(language, 0n)}.</p>
      ) : (
        <Table
          id="dues"
          caption={say('Phí và lệ phí', 'Fees and charges')}
          captionHidden
          stack
          columns={[
            { label: say('Khoản', 'Item') },
            { label: say('Mức thu', 'Amount') },
            { label: say('Căn cứ', 'Source') },
          ]}
          rows={definition.dues.map((due) => [
            textIn(language, due.label),
            textIn(language, due.amountLabel),
            <span lang="vi" class="small">
              {due.source}
            </span>,
          ])}
        />
      )}
    </Section>
  );
}

/** The limit of each case, and the day it would bring now, day by day. */
export function HowLong({ language, definition, ground, now }: Shown & { ground: CityGround; now: Temporal.Instant }) {
  const say = speaker(language);
  const several = definition.limits.length > 1;
  return (
    <Section title={say('Bao lâu thì xong', 'How long it takes')}>
      {definition.limits.map((limitCase) => {
        const promise = promiseOf(limitCase, cityIn(ground.tree).id, ground, now);
        const words = textIn(language, limitWords(limitCase.announced));
        return (
          <div class="flow">
            {several ? <h3>{textIn(language, limitCase.label)}</h3> : null}
            <p>
              {say('Thời hạn', 'Limit')}: <strong>{words}</strong>
              {limitCase.announced === limitCase.statutory
                ? null
                : say(
                    ` (pháp luật cho phép ${limitWords(limitCase.statutory).vi})`,
                    ` (the law allows ${limitWords(limitCase.statutory).en})`,
                  )}
              .
            </p>
            {promise ? (
              <>
                <p>
                  {say(
                    'Hồ sơ đủ, được tiếp nhận ngay bây giờ thì có kết quả:',
                    'Complete and accepted at this moment, the result comes:',
                  )}
                  <br />
                  <DueDate language={language} due={promise.dueAt} />
                </p>
                <DaysTable language={language} id={`days-${limitCase.id}`} days={daysIn(language, promise)} />
              </>
            ) : (
              <p class="quiet">
                {say(
                  'Ngày nghỉ của năm tới chưa được công bố nên chưa tính được ngày trả kết quả nếu nộp lúc này.',
                  'The days off of the coming year are not announced yet, so the day cannot be counted now.',
                )}
              </p>
            )}
          </div>
        );
      })}
      {definition.verificationLimit ? (
        <p>
          {textIn(language, definition.verificationLimit.label)}:{' '}
          {textIn(language, limitWords(definition.verificationLimit.announced))}.
        </p>
      ) : null}
      <p class="quiet">
        {say(
          'Nộp trên mạng: Bộ phận Một cửa trả lời trong 8 giờ làm việc; thời hạn trên tính từ khi hồ sơ được tiếp nhận.',
          'Filed online, the desk answers within 8 working hours; the limit above runs from acceptance.',
        )}
      </p>
    </Section>
  );
}

/** Which agencies receive it, and when their desks are open. */
export function Where({
  language,
  definition,
  ground,
  today,
}: Shown & { ground: CityGround; today: Temporal.PlainDate }) {
  const say = speaker(language);
  const named = (definition.receivers ?? []).flatMap((id) => ground.tree.get(id) ?? []);
  const { stretches } = ground.hoursOf(cityIn(ground.tree).id).onDay(dayNumber(today));
  const clock = (second: number) =>
    `${String(Math.floor(second / 3600)).padStart(2, '0')}:${String(Math.floor(second / 60) % 60).padStart(2, '0')}`;
  const hours = stretches.map(({ fromSecond, toSecond }) => `${clock(fromSecond)}–${clock(toSecond)}`).join(', ');
  return (
    <Section title={say('Nộp ở đâu', 'Where to file')}>
      {named.length > 0 ? (
        <ul>
          {named.map((unit) => (
            <li>{textIn(language, unit.name)}</li>
          ))}
        </ul>
      ) : (
        <p>{textIn(language, receivingWords[definition.tier])}</p>
      )}
      <p>
        {say('Bộ phận Một cửa làm việc các ngày làm việc, ', 'The one-stop desk is open on working days, ')}
        {hours}.
      </p>
    </Section>
  );
}

const receivingWords: Readonly<Record<ProcedureDefinition['tier'], Text>> = {
  commune: {
    vi: 'Bộ phận Một cửa của Ủy ban nhân dân xã, phường, thị trấn nơi bạn cư trú, hoặc nơi pháp luật quy định cho thủ tục này.',
    en: "The one-stop desk of the commune's or ward's People's Committee where you live, or where the law says for this procedure.",
  },
  district: {
    vi: 'Bộ phận Một cửa của Ủy ban nhân dân quận, huyện, thị xã.',
    en: "The one-stop desk of the district's People's Committee.",
  },
  city: { vi: 'Bộ phận Một cửa của sở, ban, ngành thành phố.', en: 'The one-stop desk of the city department.' },
};
