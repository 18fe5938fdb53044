import type { Language } from '#kernel/text.ts';
import type { ProcedureDefinition, RequiredDocument } from '#modules/procedures/index.ts';
import { Alert, formatDate, speaker, textIn } from '#surfaces/ui/index.ts';
import { documentFormWords } from '#surfaces/web/words.ts';
import { Section } from './section.tsx';
import { levelWords } from './words.ts';

interface Shown {
  language: Language;
  definition: ProcedureDefinition;
}

/** Who it is for and when it can be done. */
export function BeforeYouStart({ language, definition }: Shown) {
  const say = speaker(language);
  const who = definition.eligibleApplicants.map((applicant) =>
    applicant === 'citizen'
      ? say('người dân', 'citizens')
      : say('doanh nghiệp, tổ chức', 'businesses and organisations'),
  );
  return (
    <Section title={say('Trước khi bắt đầu', 'Before you start')}>
      <p>
        {say('Dành cho', 'For')} {who.join(', ')}. {textIn(language, levelWords[definition.serviceLevel2021])}.
      </p>
      {definition.conditions.length > 0 ? (
        <>
          <p>{say('Điều kiện, yêu cầu:', 'Conditions:')}</p>
          <ul>
            {definition.conditions.map((condition) => (
              <li>{textIn(language, condition)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {definition.presence ? (
        <Alert language={language} tone="warning" title={textIn(language, definition.presence.label)} headingLevel={3}>
          <p>
            {say('Cùng có mặt và ký trước công chức: ', 'To be present together and sign before the officer: ')}
            {definition.presence.parties.map((party) => textIn(language, party)).join(', ')}.
          </p>
        </Alert>
      ) : null}
    </Section>
  );
}

/** Papers, by the case a person is in. */
export function WhatToBring({ language, definition }: Shown) {
  const say = speaker(language);
  const groups = definition.documentGroups ?? [];
  const always = definition.documents.filter(({ when, showOnly, oneOf }) => !when && !showOnly && !oneOf);
  const toShow = definition.documents.filter((document) => document.showOnly);
  const cases = Map.groupBy(
    definition.documents.filter(({ when, showOnly, oneOf }) => when && !showOnly && !oneOf),
    (document) =>
      document.whenLabel ? textIn(language, document.whenLabel) : say('Tùy trường hợp', 'Depending on the case'),
  );
  return (
    <Section title={say('Cần chuẩn bị gì', 'What to bring')}>
      {always.length > 0 ? (
        <>
          <h3>{say('Mọi trường hợp', 'In every case')}</h3>
          <DocumentList language={language} documents={always} />
        </>
      ) : (
        <p>{say('Không phải nộp giấy tờ nào trong mọi trường hợp.', 'No paper is needed in every case.')}</p>
      )}
      {groups.map(({ id, name, atLeast = 1 }) => (
        <>
          <h3>
            {textIn(language, name)}{' '}
            <span class="quiet">
              {say(`(chỉ cần ${atLeast} trong các giấy tờ sau)`, `(${atLeast} of these is enough)`)}
            </span>
          </h3>
          <DocumentList
            language={language}
            documents={definition.documents.filter(({ oneOf }) => oneOf === id)}
            withCase
          />
        </>
      ))}
      {[...cases].map(([label, documents]) => (
        <>
          <h3>{label}</h3>
          <DocumentList language={language} documents={documents} />
        </>
      ))}
      {toShow.length > 0 ? (
        <>
          <h3>{say('Mang theo để đối chiếu, không phải nộp', 'To show, not to hand in')}</h3>
          <DocumentList language={language} documents={toShow} withCase />
        </>
      ) : null}
      <p class="quiet">
        {say(`Số lượng: ${definition.setCount} bộ.`, `Number of sets: ${definition.setCount}.`)}{' '}
        {say(
          'Tờ khai được điền trên hệ thống khi bạn nộp trên mạng.',
          'The application form is filled in here when you file online.',
        )}
      </p>
    </Section>
  );
}

/** Documents with their form and number, conditions in words. */
export function DocumentList(props: {
  language: Language;
  documents: readonly RequiredDocument[];
  withCase?: boolean;
}) {
  const { language } = props;
  const say = speaker(language);
  return (
    <ul>
      {props.documents.map((document) => (
        <li>
          {textIn(language, document.name)}
          <span class="quiet">
            {' '}
            ({document.count}
            {document.countBy ? say(' trở lên', ' or more') : ''}{' '}
            {[document.form, ...(document.alsoAs ?? [])]
              .map((form) => textIn(language, documentFormWords[form]))
              .join(say(' hoặc ', ' or '))}
            {document.optional ? say(', nếu có', ', if you have it') : ''}
            {props.withCase && document.whenLabel ? `, ${textIn(language, document.whenLabel)}` : ''})
          </span>
          {document.note ? <p class="quiet small">{textIn(language, document.note)}</p> : null}
          {document.replacedBy ? (
            <p class="quiet small">
              {say(
                `Từ ${writtenDay(document.replacedBy.from)} cơ quan tự tra cứu trong ${document.replacedBy.register.vi} (${document.replacedBy.source}), bạn không phải mang theo.`,
                `From ${writtenDay(document.replacedBy.from)} the office looks this up in the ${document.replacedBy.register.en} (${document.replacedBy.source}); you need not bring it.`,
              )}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

const writtenDay = (day: string): string => formatDate(Temporal.PlainDate.from(day));
