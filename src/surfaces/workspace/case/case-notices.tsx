import type { JsonObject } from '#kernel/json.ts';
import { Alert, SummaryList, speaker } from '#surfaces/ui/index.ts';
import type { OpenCase } from './open-case.ts';

const objectOf = (value: unknown): JsonObject | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export interface AskedItem {
  readonly what: string;
  readonly reason: string;
  readonly clause: string;
}

/** The rows of a supplement as the case keeps them: asked for, or only proposed. */
export function itemsOf(fact: unknown): readonly AskedItem[] {
  const items = objectOf(fact)?.items;
  if (!Array.isArray(items)) return [];
  return items.flatMap((item) => {
    const { what, reason, clause } = objectOf(item) ?? {};
    return [{ what: textOf(what), reason: textOf(reason), clause: textOf(clause) }];
  });
}

/** What whoever opens the dossier has to know first: asked for, sent back, declined, urged, proposed. */
export function CaseNotices(props: { open: OpenCase }) {
  const { open } = props;
  const { language } = open.officer.visitor;
  const say = speaker(language);
  const { facts, state, holder } = open.page.state;
  if (!holder) return null;
  const proposed = itemsOf(facts.proposedSupplement);
  const asked = state === 'awaiting-supplement' ? itemsOf(facts.supplement) : [];
  const urged = objectOf(facts.urged);
  const last = open.page.journal.at(-1)?.verb;
  const returned = last === 'send-back' ? objectOf(facts.sentBack) : null;
  const declined = last === 'decline-hand-over' ? objectOf(facts.declined) : null;
  const apology = objectOf(facts.apology);
  const isMoved = open.page.state.clock?.reappointedTo != null;
  return (
    <>
      {proposed.length > 0 ? (
        <Alert
          language={language}
          tone="warning"
          title={say(
            'Người thụ lý đề nghị bổ sung; Bộ phận Một cửa gửi yêu cầu',
            'A supplement is proposed; the desk sends the request',
          )}
        >
          <ItemList items={proposed} />
        </Alert>
      ) : null}
      {asked.length > 0 ? (
        <Alert language={language} tone="warning" title={say('Đang chờ công dân bổ sung', 'Waiting for the person')}>
          <ItemList items={asked} />
        </Alert>
      ) : null}
      {returned ? (
        <Alert language={language} tone="warning" title={say('Bị trả lại để làm lại', 'Sent back to be done again')}>
          <p>
            {textOf(returned.reason)} ({textOf(returned.by)})
          </p>
        </Alert>
      ) : null}
      {declined ? (
        <Alert language={language} tone="warning" title={say('Nơi nhận không nhận', 'The receiver declined')}>
          <p>
            {textOf(declined.reason)} ({textOf(declined.by)})
          </p>
        </Alert>
      ) : null}
      {urged && last === 'urge' ? (
        <Alert language={language} tone="warning" title={say('Được đôn đốc', 'Urged')}>
          <p>
            {textOf(urged.note)} ({textOf(urged.by)})
          </p>
        </Alert>
      ) : null}
      {apology && !isMoved ? (
        <Alert
          language={language}
          tone="warning"
          title={say('Đã có thư xin lỗi, chưa đổi ngày hẹn', 'An apology is registered; the day is not moved yet')}
        >
          <p>
            {say('Thư số', 'Letter')} {textOf(apology.letterNumber)}: {textOf(apology.reason)}
          </p>
        </Alert>
      ) : null}
    </>
  );
}

function ItemList(props: { items: readonly AskedItem[] }) {
  return (
    <ol>
      {props.items.map(({ what, reason, clause }) => (
        <li>
          {what}. <span class="quiet">{`${reason} (${clause})`}</span>
        </li>
      ))}
    </ol>
  );
}

/** What the handler proposes, for whoever agrees or signs. */
export function CaseProposal(props: { open: OpenCase }) {
  const { open } = props;
  const { language } = open.officer.visitor;
  const say = speaker(language);
  const proposal = objectOf(open.page.state.facts.proposal);
  if (!proposal) return null;
  const refuses = proposal.outcome === 'refuse';
  return (
    <section>
      <h2>{say('Đề xuất kết quả', 'Proposed result')}</h2>
      <SummaryList
        language={language}
        items={[
          {
            question: say('Đề xuất', 'Proposal'),
            answer: refuses ? say('Không giải quyết', 'Turn down') : say('Giải quyết theo yêu cầu', 'Grant'),
          },
          { question: say('Thẩm định', 'Examination'), answer: textOf(proposal.summary) },
          ...(refuses
            ? [
                {
                  question: say('Lý do, căn cứ', 'Reason, clause'),
                  answer: `${textOf(proposal.reason)} (${textOf(proposal.clause)})`,
                },
              ]
            : []),
          { question: say('Người trình', 'Proposed by'), answer: textOf(proposal.by) },
        ]}
      />
    </section>
  );
}
