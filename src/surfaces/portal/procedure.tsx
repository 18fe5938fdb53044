import type { Handler } from 'hono';
import type { Child } from 'hono/jsx';
import type { App } from '#app.ts';
import { dayNumber } from '#kernel/day-number.ts';
import type { Language, Text } from '#kernel/text.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { ProcedureDefinition, RequiredDocument, RouteStep } from '#modules/procedures/index.ts';
import {
  Actions,
  Alert,
  ButtonLink,
  DaysTable,
  DueDate,
  Facts,
  formatMoney,
  localHref,
  PrintButton,
  RoutePicture,
  speaker,
  Table,
  textIn,
} from '#surfaces/ui/index.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { daysIn, promiseIfAcceptedNow } from './due-promise.ts';
import { governmentService } from './government-service.ts';
import { PortalPage } from './portal-page.tsx';
import {
  channelWords,
  costWords,
  documentFormWords,
  hoursWords,
  levelWords,
  limitWords,
  roleWords,
  usualLimit,
} from './words.ts';

/** `/thu-tuc/:code`: everything a person needs to know before filing, in the order in which it is asked. */
export const procedurePage =
  (app: App, publicUrl: string | undefined): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const code = context.req.param('code') ?? '';
    const procedure = /^[\w.-]{1,40}$/.test(code) ? await app.procedures.inForce(code) : undefined;
    if (!procedure) return notFoundPage(context);
    const { definition } = procedure;
    const ground = await app.ground();
    const online = definition.channels.includes('online');
    const file = (
      <Actions>
        {online ? (
          <ButtonLink href={localHref(language, `/nop-ho-so/${definition.code}`)}>
            {say('Nộp hồ sơ trên mạng', 'File online')}
          </ButtonLink>
        ) : null}
        <PrintButton>{say('In trang này', 'Print this page')}</PrintButton>
      </Actions>
    );
    return context.html(
      <PortalPage
        visitor={visitor}
        title={textIn(language, definition.name)}
        description={textIn(language, definition.summary)}
        structuredData={governmentService(definition, language, publicUrl ?? new URL(context.req.url).origin)}
        back={{ href: localHref(language, '/thu-tuc'), label: say('Tất cả thủ tục', 'All procedures') }}
      >
        <h1>{textIn(language, definition.name)}</h1>
        <p class="lead">{textIn(language, definition.summary)}</p>
        <Facts
          facts={[
            { label: say('Chi phí', 'Cost'), value: textIn(language, costWords(definition)) },
            { label: say('Thời hạn', 'Time limit'), value: textIn(language, usualLimit(definition)) },
            {
              label: say('Cách nộp', 'How to file'),
              value: definition.channels.map((channel) => textIn(language, channelWords[channel])).join(', '),
            },
            { label: say('Mã thủ tục', 'Procedure code'), value: <span class="code">{definition.code}</span> },
          ]}
        />
        {file}
        <BeforeYouStart language={language} definition={definition} />
        <WhatToBring language={language} definition={definition} />
        <Cost language={language} definition={definition} />
        <HowLong language={language} definition={definition} ground={ground} now={app.now()} />
        <Where language={language} definition={definition} ground={ground} today={app.today()} />
        <Section title={say('Hồ sơ đi qua những đâu', 'Where the dossier goes')}>
          <RoutePicture
            language={language}
            label={say('Các bước giải quyết', 'Steps')}
            stations={definition.route.map((step) => station(language, step))}
          />
        </Section>
        <Section title={say('Kết quả', 'Result')}>
          <p>{textIn(language, definition.result)}</p>
        </Section>
        <Section title={say('Căn cứ pháp lý', 'Legal basis')}>
          <ul>
            {definition.legalBasis.map((basis) => (
              <li lang="vi">{basis}</li>
            ))}
          </ul>
          <p class="quiet small" lang="vi">
            {`${definition.inForce.decision} · `}
            {say('áp dụng từ', 'in force from')} {definition.inForce.from.split('-').toReversed().join('/')}
          </p>
        </Section>
        {file}
      </PortalPage>,
    );
  };

function Section(props: { title: string; children?: Child }) {
  return (
    <section class="flow">
      <h2>{props.title}</h2>
      {props.children}
    </section>
  );
}

interface Shown {
  language: Language;
  definition: ProcedureDefinition;
}

function BeforeYouStart({ language, definition }: Shown) {
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
          <p>{say('Bạn làm được thủ tục này khi:', 'You can do this when:')}</p>
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

function WhatToBring({ language, definition }: Shown) {
  const say = speaker(language);
  const always = definition.documents.filter((document) => !document.when && !document.showOnly);
  const toShow = definition.documents.filter((document) => document.showOnly);
  const cases = Map.groupBy(
    definition.documents.filter((document) => document.when && !document.showOnly),
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
            ({document.count} {textIn(language, documentFormWords[document.form])}
            {document.optional ? say(', nếu có', ', if you have it') : ''}
            {props.withCase && document.whenLabel ? `, ${textIn(language, document.whenLabel)}` : ''})
          </span>
          {document.note ? <p class="quiet small">{textIn(language, document.note)}</p> : null}
        </li>
      ))}
    </ul>
  );
}

function Cost({ language, definition }: Shown) {
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

function HowLong({ language, definition, ground, now }: Shown & { ground: CityGround; now: Temporal.Instant }) {
  const say = speaker(language);
  const several = definition.limits.length > 1;
  return (
    <Section title={say('Bao lâu thì xong', 'How long it takes')}>
      {definition.limits.map((limitCase) => {
        const promise = promiseIfAcceptedNow(limitCase, 'hn', ground, now);
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

function Where({ language, definition, ground, today }: Shown & { ground: CityGround; today: Temporal.PlainDate }) {
  const say = speaker(language);
  const named = (definition.receivers ?? []).flatMap((id) => ground.tree.get(id) ?? []);
  const { stretches } = ground.hoursOf('hn').onDay(dayNumber(today));
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

function station(language: Language, step: RouteStep) {
  const say = speaker(language);
  return {
    name: textIn(language, step.name),
    holder: textIn(language, roleWords[step.role]),
    time: step.hours > 0 ? say(`khoảng ${hoursWords(step.hours).vi}`, `about ${hoursWords(step.hours).en}`) : undefined,
  };
}
