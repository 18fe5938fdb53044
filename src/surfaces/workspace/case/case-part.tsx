import { openBranches } from '#case-engine/rules/branches.ts';
import type { Text } from '#kernel/text.ts';
import { localHref, SummaryList, speaker, textIn } from '#surfaces/ui/index.ts';
import { AgencyParts, nameOfPart } from '#surfaces/web/agency-parts.tsx';
import { namesOf } from '#surfaces/web/names.ts';
import { unitWords } from '../words.ts';
import type { OpenCase } from './open-case.ts';

/** Of a part of a dossier: what is asked, by whom, and the dossier it belongs to. */
export function CaseQuestion(props: { open: OpenCase }) {
  const { officer, page } = props.open;
  const { parent, facts } = page.state;
  if (!parent) return null;
  const { language } = officer.visitor;
  const say = speaker(language);
  const question = facts.question as Text | undefined;
  const answer = facts.answer as { text?: string; number?: string; by?: string } | undefined;
  const rootCode = String(facts.rootCode ?? page.family[0]?.reference ?? '');
  const sent = facts.sent as { number?: string } | undefined;
  return (
    <section>
      <h2>{textIn(language, page.kind.name)}</h2>
      <SummaryList
        language={language}
        items={[
          { question: say('Phần việc', 'Part'), answer: nameOfPart(page.state, language) },
          ...(question?.vi
            ? [{ question: say('Được hỏi gì', 'What is asked'), answer: textIn(language, question) }]
            : []),
          {
            question: say('Nơi hỏi', 'Asked by'),
            answer: textIn(language, unitWords(parent.unitId, officer.ground.tree)),
          },
          {
            question: say('Thuộc hồ sơ', 'Part of dossier'),
            answer: page.mayOpenRoot ? (
              <a class="code" href={localHref(language, `/lam-viec/ho-so/${parent.rootId}`)}>
                {rootCode}
              </a>
            ) : (
              <span class="code">{rootCode}</span>
            ),
          },
          ...(sent?.number ? [{ question: say('Văn bản gửi đi', 'Sent as'), answer: sent.number }] : []),
          ...(answer
            ? [{ question: say('Trả lời', 'Answer'), answer: [answer.number, answer.text].filter(Boolean).join(': ') }]
            : []),
        ]}
      />
    </section>
  );
}

/** What other agencies do for this case. */
export function CaseAgencies(props: { open: OpenCase }) {
  const { officer, page } = props.open;
  const { language } = officer.visitor;
  const waits = page.state.holder !== null && openBranches(page.state).length > 0;
  return (
    <>
      <AgencyParts
        language={language}
        family={page.family}
        of={page.state}
        now={officer.now}
        unitName={namesOf(officer.ground.tree)}
        href={(caseId) => localHref(language, `/lam-viec/ho-so/${caseId}`)}
      />
      {waits ? (
        <p class="quiet">
          {speaker(language)(
            'Trình kết quả được khi mọi phần việc trên đã trả lời hoặc đã thu hồi.',
            'The result can be proposed once every part above is answered or called off.',
          )}
        </p>
      ) : null}
    </>
  );
}
