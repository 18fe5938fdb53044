import type { Handler } from 'hono';
import type { App } from '#app.ts';
import type { Language } from '#kernel/text.ts';
import type { RouteStep } from '#modules/procedures/index.ts';
import {
  Actions,
  ButtonLink,
  Facts,
  localHref,
  PrintButton,
  RoutePicture,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { channelWords, limitWords, roleWords } from '#surfaces/web/words.ts';
import { governmentService } from './government-service.ts';
import { PortalPage } from './portal-page.tsx';
import { BeforeYouStart, WhatToBring } from './procedure-papers.tsx';
import { Cost, HowLong, Where } from './procedure-terms.tsx';
import { Section } from './section.tsx';
import { costWords, hoursWords, usualLimit } from './words.ts';

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
        {definition.channels.includes('desk') ? (
          <ButtonLink href={localHref(language, `/dat-lich?thu-tuc=${definition.code}`)} variant="secondary">
            {say('Đặt lịch đến nộp', 'Book a visit')}
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
          <p class="quiet small">
            <span lang="vi">{definition.inForce.decision}</span>
            {' · '}
            {say('áp dụng từ', 'in force from')} {definition.inForce.from.split('-').toReversed().join('/')}
          </p>
        </Section>
        {file}
      </PortalPage>,
    );
  };

function station(language: Language, step: RouteStep) {
  const say = speaker(language);
  return {
    name: textIn(language, step.name),
    holder: textIn(language, roleWords[step.role]),
    time: step.hours > 0 ? say(`khoảng ${hoursWords(step.hours).vi}`, `about ${hoursWords(step.hours).en}`) : undefined,
    note: step.legs ? <LegsOfStep language={language} legs={step.legs} /> : undefined,
  };
}

/** What other agencies do meanwhile; the person brings nothing to them. */
function LegsOfStep(props: { language: Language; legs: NonNullable<RouteStep['legs']> }) {
  const { language, legs } = props;
  const say = speaker(language);
  return (
    <>
      {legs.mode === 'parallel'
        ? say(
            'Cùng lúc, cơ quan khác làm (bạn không phải đến):',
            'Meanwhile other agencies do (you need not go there):',
          )
        : say('Lần lượt, cơ quan khác làm (bạn không phải đến):', 'In turn other agencies do (you need not go there):')}
      <ul>
        {legs.legs.map((leg) => (
          <li>
            {textIn(language, leg.name)}, {textIn(language, limitWords(leg.limit))}
            {leg.when ? say(' (tùy trường hợp)', ' (in some cases)') : ''}
            {leg.excluded ? say(', không tính vào thời hạn', ', not counted in the limit') : ''}
          </li>
        ))}
      </ul>
    </>
  );
}
