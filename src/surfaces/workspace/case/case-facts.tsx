import { toLocal } from '#kernel/zone.ts';
import { formatMoment, SummaryList, speaker, textIn } from '#surfaces/ui/index.ts';
import { answersShown } from '#surfaces/web/names.ts';
import { channelWords, roleWords } from '#surfaces/web/words.ts';
import { unitWords } from '../words.ts';
import type { OpenCase } from './open-case.ts';

/** Who, where, how it came; and the answers beside the questions as the citizen read them. */
export function CaseFacts(props: { open: OpenCase }) {
  const { officer, page } = props.open;
  const { language } = officer.visitor;
  const say = speaker(language);
  const { dossier, state, procedure } = page;
  const { submitter } = dossier;
  const unitName = (unitId: string) => textIn(language, unitWords(unitId, officer.ground.tree));
  const optional = (question: string, answer: string) => (answer ? [{ question, answer }] : []);
  return (
    <>
      <section>
        <h2>{say('Thông tin', 'Facts')}</h2>
        <SummaryList
          language={language}
          items={[
            { question: say('Người nộp', 'Filed by'), answer: submitter.name },
            ...(dossier.ownerName === submitter.name
              ? []
              : [{ question: say('Hồ sơ của', 'On behalf of'), answer: dossier.ownerName }]),
            {
              question: say('Số định danh', 'Personal number'),
              answer: <span class="code">{submitter.personalId}</span>,
            },
            ...optional(say('Điện thoại', 'Phone'), submitter.phone),
            ...optional(say('Thư điện tử', 'Email'), submitter.email),
            ...optional(say('Nơi ở', 'Address'), submitter.address),
            { question: say('Cách nộp', 'Came by'), answer: textIn(language, channelWords[dossier.channel]) },
            {
              question: say('Nộp lúc', 'Filed at'),
              answer: formatMoment(toLocal(Temporal.Instant.from(state.openedAt))),
            },
            { question: say('Nơi tiếp nhận', 'Received by'), answer: unitName(state.receivingUnitId) },
            {
              question: say('Đang giữ', 'Held by'),
              answer: state.holder
                ? `${state.holder.name ?? textIn(language, roleWords[state.holder.role])}, ${unitName(state.holder.unitId)}`
                : say('Không còn ai giữ', 'Nobody any more'),
            },
            {
              question: say('Thủ tục', 'Procedure'),
              answer: `${procedure.definition.code}, ${say('phiên bản', 'version')} ${procedure.version}`,
            },
            { question: say('Mã theo dõi', 'Reference'), answer: <span class="code">{state.reference}</span> },
          ]}
        />
      </section>
      <section>
        <h2>{say('Tờ khai', 'Answers')}</h2>
        {dossier.answers.length === 0 ? <p class="quiet">{say('Không có câu hỏi.', 'No questions.')}</p> : null}
        <SummaryList language={language} items={answersShown(language, page, officer.ground)} />
      </section>
    </>
  );
}
