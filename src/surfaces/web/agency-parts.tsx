import type { CaseState } from '#case-engine/rules/case-state.ts';
import { lateAt } from '#case-engine/rules/late-at.ts';
import type { Language, Text } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import { type Delay, delaysOf, dossierKindOf } from '#modules/dossiers/index.ts';
import { Alert, formatMoment, speaker, Tag, textIn } from '#surfaces/ui/index.ts';
import type { NameOfUnit } from './journal-sentence.ts';

interface AgencyPartsGiven {
  readonly language: Language;
  /** The dossier first, then everything opened from it. */
  readonly family: readonly CaseState[];
  /** Whose parts are shown. */
  readonly of: CaseState;
  readonly now: Temporal.Instant;
  readonly unitName: NameOfUnit;
  /** Where an officer opens a part; without it parts are only named. */
  readonly href?: (caseId: string) => string;
}

/** The parts of other agencies on one page: who has what, until when, what was answered, and whose lateness delays the whole. */
export function AgencyParts(props: AgencyPartsGiven) {
  const { language, family, of, unitName, href } = props;
  const say = speaker(language);
  const rows = below(of, family);
  if (rows.length === 0) return null;
  const nameOf = (unitId: string): string => textIn(language, unitName(unitId) ?? { vi: unitId, en: unitId });
  return (
    <section class="flow" id="co-quan-phoi-hop">
      <h2>{say('Cơ quan phối hợp', 'Contributing agencies')}</h2>
      <Delays {...props} />
      <ul class="list parts">
        {rows.map(({ part, depth }) => (
          <li data-depth={Math.min(depth, 3)}>
            <p>
              {href ? (
                <a href={href(part.caseId)}>{nameOfPart(part, language)}</a>
              ) : (
                <strong>{nameOfPart(part, language)}</strong>
              )}
            </p>
            <p class="small">
              {nameOf(part.kind === 'leg' ? part.receivingUnitId : (part.holder?.unitId ?? part.receivingUnitId))}
            </p>
            <PartState {...props} part={part} />
            <PartDue {...props} part={part} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Said in one sentence: who is to be urged. */
function Delays(props: AgencyPartsGiven) {
  const { language, of, family, now, unitName } = props;
  const say = speaker(language);
  const delays = of.endedAt ? [] : delaysOf(of, new Map(family.map((one) => [one.caseId, one])), now);
  if (delays.length === 0) return null;
  const sentence = ({ unitId, how, since }: Delay): string => {
    const unit = textIn(language, unitName(unitId) ?? { vi: unitId, en: unitId });
    const day = formatMoment(toLocal(Temporal.Instant.from(since)));
    if (how === 'overdue') return say(`${unit}: đã quá hạn từ ${day}`, `${unit}: overdue since ${day}`);
    if (how === 'slow')
      return say(`${unit}: giữ lâu hơn dự kiến từ ${day}`, `${unit}: longer than planned since ${day}`);
    return say(`${unit}: hạn trả lời sau ngày hẹn ${day}`, `${unit}: to answer only after the due day ${day}`);
  };
  return (
    <Alert language={language} tone="warning" title={say('Đang chậm ở đâu', 'Where time is being lost')}>
      <ul>
        {delays.map((delay) => (
          <li>{sentence(delay)}</li>
        ))}
      </ul>
    </Alert>
  );
}

const timelinessWords: Readonly<Record<string, Text>> = {
  early: { vi: 'trước hạn', en: 'early' },
  'on-time': { vi: 'đúng hạn', en: 'on time' },
  late: { vi: 'quá hạn', en: 'late' },
};

function PartState(props: AgencyPartsGiven & { part: CaseState }) {
  const { language, part } = props;
  const say = speaker(language);
  const name = dossierKindOf(part.kind).states[part.state]?.name ?? { vi: part.state, en: part.state };
  const { outcome } = part.facts;
  const words =
    part.state === 'answered'
      ? outcome === 'negative'
        ? say('Đã trả lời: không đồng ý', 'Answered: no')
        : say('Đã trả lời: đồng ý', 'Answered: yes')
      : part.handOver
        ? say('Chờ ký nhận', 'To be signed for')
        : textIn(language, name);
  const tone = part.state === 'answered' ? (outcome === 'negative' ? 'danger' : 'success') : 'info';
  const timeliness = part.timeliness && timelinessWords[part.timeliness];
  return (
    <p>
      <Tag tone={part.state === 'called-off' ? 'neutral' : tone}>{words}</Tag>
      {timeliness ? <span class="small quiet"> {textIn(language, timeliness)}</span> : null}
    </p>
  );
}

function PartDue(props: AgencyPartsGiven & { part: CaseState }) {
  const { language, part, now } = props;
  const say = speaker(language);
  if (!part.dueAt) return null;
  const due = Temporal.Instant.from(part.dueAt);
  const late = lateAt(dossierKindOf(part.kind), part);
  const isLate =
    part.endedAt === null && late !== null && Temporal.Instant.compare(Temporal.Instant.from(late), now) <= 0;
  const apology = part.facts.apology as { reason?: string } | undefined;
  return (
    <p class="small">
      {part.endedAt ? say('Hạn là', 'It was to be answered by') : say('Phải trả lời trước', 'To be answered by')}{' '}
      {formatMoment(toLocal(due))}
      {isLate ? (
        <>
          {' '}
          <Tag tone="danger">{say('quá hạn', 'overdue')}</Tag>
        </>
      ) : null}
      {part.dueAt !== part.firstDueAt && part.firstDueAt ? (
        <span class="quiet">
          {' '}
          ({say('lúc đầu hẹn', 'first promised')} {formatMoment(toLocal(Temporal.Instant.from(part.firstDueAt)))})
        </span>
      ) : null}
      {apology?.reason ? (
        <span class="parts-apology">
          {say('Cơ quan này đã xin lỗi', 'The agency has apologised')}: {apology.reason}
        </span>
      ) : null}
    </p>
  );
}

/** What a part is called: the leg, or the question that was put. */
export function nameOfPart(part: CaseState, language: Language): string {
  const { part: name, question } = part.facts as { part?: Text; question?: Text };
  const isQuestion = part.kind === 'consultation';
  const words = name ? textIn(language, name) : part.reference;
  return isQuestion
    ? `${speaker(language)('Lấy ý kiến', 'Consultation')}: ${question ? textIn(language, question) : words}`
    : words;
}

/** Everything opened from a case, each under the one that opened it. */
function below(of: CaseState, family: readonly CaseState[], depth = 0): { part: CaseState; depth: number }[] {
  return family
    .filter((one) => one.parent?.caseId === of.caseId)
    .flatMap((part) => [{ part, depth }, ...below(part, family, depth + 1)]);
}
