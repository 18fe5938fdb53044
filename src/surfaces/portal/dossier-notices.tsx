import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { Language } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import { Alert, DueDate, formatDate, formatMoney, localHref, speaker, textIn } from '#surfaces/ui/index.ts';
import { limitWords } from '#surfaces/web/words.ts';
import { isRunning } from './words.ts';

interface Shown {
  language: Language;
  state: CaseState;
}

/** The promise, the first one beside it when it was moved, and whether it was kept. */
export function Due({ language, state }: Shown) {
  const say = speaker(language);
  if (!state.dueAt) return null;
  const due = toLocal(Temporal.Instant.from(state.dueAt));
  if (!isRunning(state.state)) {
    if (!state.timeliness) return null;
    const kept = {
      early: say('Có kết quả trước hạn.', 'The result was ready early.'),
      'on-time': say('Có kết quả đúng hạn.', 'The result was ready on time.'),
      late: say('Kết quả có muộn hơn ngày hẹn.', 'The result was late.'),
    }[state.timeliness];
    return <p>{kept}</p>;
  }
  const label =
    state.state === 'submitted'
      ? say('Bạn được trả lời', 'You are answered by')
      : state.state.startsWith('awaiting')
        ? say('Hạn của bạn', 'Your own time limit')
        : say('Ngày hẹn trả kết quả', 'Due day of the result');
  const limit = state.clock?.limit;
  const first =
    state.firstDueAt && state.clock?.reappointedTo ? toLocal(Temporal.Instant.from(state.firstDueAt)) : undefined;
  return (
    <div class="flow">
      <h2>{label}</h2>
      <p>
        <DueDate
          language={language}
          due={due}
          large
          state={state.state.startsWith('awaiting') ? 'paused' : 'on-time'}
        />
      </p>
      {limit && !state.state.startsWith('awaiting') ? (
        <p class="quiet">
          {say('Thời hạn', 'Limit')}: {textIn(language, limitWords(limit))}
          {first ? say(`; ngày hẹn đầu: ${formatDate(first)}`, `; first due day: ${formatDate(first)}`) : ''}
        </p>
      ) : null}
    </div>
  );
}

/** The apology of the office, in its own words. */
export function Apology({ language, state }: Shown) {
  const say = speaker(language);
  const apology = state.facts.apology as { reason: string; letterNumber: string; newDueAt: string } | null | undefined;
  if (!apology || !state.clock?.reappointedTo) return null;
  return (
    <Alert
      language={language}
      tone="warning"
      title={say('Cơ quan xin lỗi và hẹn lại ngày', 'The office apologises and sets a new day')}
    >
      <p>
        {say('Lý do', 'Reason')}: {apology.reason}
      </p>
      <p class="quiet">
        {say('Thư xin lỗi số', 'Letter of apology no.')} {apology.letterNumber}
      </p>
    </Alert>
  );
}

/** Why it ended without a result: reason and clause. */
export function Reason({ language, state }: Shown) {
  const say = speaker(language);
  const name = state.state === 'refused' ? 'refusal' : state.state === 'discontinued' ? 'discontinuance' : '';
  const ended = state.facts[name] as { reason?: string; clause?: string } | null | undefined;
  if (!ended?.reason) return null;
  return (
    <Alert language={language} tone="danger" title={say('Lý do', 'Reason')}>
      <p>{ended.reason}</p>
      {ended.clause ? (
        <p class="quiet">
          {say('Căn cứ', 'Legal basis')}: {ended.clause}
        </p>
      ) : null}
    </Alert>
  );
}

/** What is to be paid, while the dossier waits for it. */
export function Payment({ language, state }: Shown) {
  const say = speaker(language);
  const payment = state.facts.payment as { amount?: string; basis?: string } | null | undefined;
  if (state.state !== 'awaiting-payment' || !payment?.amount) return null;
  return (
    <Alert language={language} tone="warning" title={say('Số tiền phải nộp', 'To be paid')}>
      <p>
        <strong>{formatMoney(language, BigInt(payment.amount))}</strong>
      </p>
      <p class="quiet">
        {say('Căn cứ', 'Legal basis')}: {payment.basis}
      </p>
    </Alert>
  );
}

/** What was decided: granted or turned down, with the reason; number of the paper. */
export function Result({ language, state }: Shown) {
  const say = speaker(language);
  if (state.state !== 'settled' && state.state !== 'returned') return null;
  const decision = state.facts.decision as { outcome?: string; signedBy?: string } | null | undefined;
  const proposal = state.facts.proposal as { reason?: string; clause?: string } | null | undefined;
  const issued = state.facts.issued as { number?: string } | null | undefined;
  const paper = state.facts.result as { code?: string } | null | undefined;
  const isGranted = decision?.outcome !== 'refuse';
  return (
    <Alert
      language={language}
      tone={isGranted ? 'success' : 'danger'}
      title={
        isGranted
          ? say('Yêu cầu của bạn đã được giải quyết', 'Your application was granted')
          : say('Cơ quan không giải quyết theo yêu cầu', 'Your application was turned down')
      }
    >
      {!isGranted && proposal?.reason ? (
        <p>
          {say('Lý do', 'Reason')}: {proposal.reason} ({proposal.clause})
        </p>
      ) : null}
      {issued?.number ? (
        <p>
          {say('Văn bản số', 'Paper no.')} {issued.number}
        </p>
      ) : null}
      {paper && !state.parent ? (
        <p>
          <a href={localHref(language, `/ho-so-cua-toi/${state.caseId}/ket-qua.pdf`)}>
            {say('Xem kết quả đã ký số (PDF)', 'The signed result (PDF)')}
          </a>
          {', '}
          <a href={localHref(language, `/kiem-tra?ma=${paper.code}`)}>
            {say(`mã kiểm tra ${paper.code}`, `code ${paper.code}`)}
          </a>
        </p>
      ) : null}
      {decision?.signedBy ? (
        <p class="quiet">
          {say('Người ký', 'Signed by')}: {decision.signedBy}
        </p>
      ) : null}
    </Alert>
  );
}
