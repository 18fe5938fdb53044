import { inspectionFacts } from '#modules/inspections/index.ts';
import { taskStatus } from '#modules/tasks/index.ts';
import { Alert, Details, formatDate, localHref, SummaryList, speaker, Tag, textIn } from '#surfaces/ui/index.ts';
import { itemAnswerWords, measureWords, taskStatusWords } from '#surfaces/web/task-words.ts';
import type { OpenPlainCase } from '../plain/plain-case.ts';
import { unitWords } from '../words.ts';

const day = (written: string) => formatDate(Temporal.PlainDate.from(written));
const tones = { 'done-on-time': 'success', 'done-late': 'warning', 'in-time': 'info', overdue: 'danger' } as const;

/** Whom, about what, by which plan and decision, with which team. */
export function InspectionFactsList(props: { open: OpenPlainCase }) {
  const { officer, page } = props.open;
  const { language } = officer.visitor;
  const say = speaker(language);
  const facts = inspectionFacts(page.state);
  const { decision, conclusion, sanctions = [] } = facts;
  const items = [
    {
      question: say('Đơn vị được kiểm tra', 'Unit'),
      answer: textIn(language, unitWords(facts.unitId, officer.ground.tree)),
    },
    { question: say('Nội dung', 'Subject'), answer: textIn(language, facts.checklist.name) },
    { question: say('Phạm vi, thời kỳ', 'Scope and period'), answer: <span lang="vi">{facts.scope}</span> },
    {
      question: say('Hình thức', 'How'),
      answer: facts.self
        ? say('Tự kiểm tra', 'Self-inspection')
        : facts.unannounced
          ? say('Đột xuất, không báo trước', 'Unannounced')
          : say('Theo kế hoạch, có báo trước', 'Announced'),
    },
    { question: say('Kế hoạch', 'Plan'), answer: facts.plan || say('ngoài kế hoạch', 'outside the plan') },
    {
      question: say('Quyết định', 'Decision'),
      answer: decision ? `${decision.number}, ${day(decision.on)}` : say('chưa có', 'not yet'),
    },
    ...(decision
      ? [
          {
            question: say('Đoàn kiểm tra', 'Team'),
            answer: <span lang="vi">{[decision.leader, decision.members].filter(Boolean).join('; ')}</span>,
          },
        ]
      : []),
    ...(conclusion
      ? [
          {
            question: say('Kết luận', 'Conclusion'),
            answer: (
              <>
                {conclusion.number}, {day(conclusion.on)}
                <br />
                <span lang="vi">{conclusion.summary}</span>
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <section>
      <h2>{say('Cuộc kiểm tra', 'The inspection')}</h2>
      <SummaryList language={language} items={items} />
      {facts.againOf ? (
        <p>
          <a href={localHref(language, `/lam-viec/viec/${facts.againOf}`)}>
            {say('Phúc tra của cuộc kiểm tra trước', 'Looks again at an earlier inspection')}
          </a>
        </p>
      ) : null}
      {page.state.state === 'closed' || page.state.state === 'concluded' ? (
        <p>
          <a
            href={localHref(
              language,
              `/lam-viec/kiem-tra/moi?phuc-tra=${page.state.caseId}&don-vi=${facts.unitId}&noi-dung=${facts.checklist.subject}`,
            )}
          >
            {say('Lập phúc tra', 'Plan a re-inspection')}
          </a>
        </p>
      ) : null}
      {sanctions.length > 0 ? (
        <>
          <h3>{say('Hình thức xử lý (không công khai)', 'Sanctions (never published)')}</h3>
          <ol>
            {sanctions.map((sanction) => (
              <li>
                {sanction.person}: {textIn(language, measureWords[sanction.measure])}, {sanction.decision},{' '}
                {day(sanction.on)}
                <div class="small quiet" lang="vi">
                  {sanction.answer
                    ? `${say('Giải trình', 'Answer')}: ${sanction.answer}`
                    : say('Chưa có giải trình', 'No answer yet')}
                </div>
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </section>
  );
}

/** What was seen, what was found, and how far it is mended. */
export function InspectionFindings(props: { open: OpenPlainCase }) {
  const { officer, page } = props.open;
  const { language } = officer.visitor;
  const say = speaker(language);
  const { findings = [], minutes = [], checklist } = inspectionFacts(page.state);
  return (
    <>
      {findings.length > 0 ? (
        <section>
          <h2>
            {say('Phát hiện', 'Findings')} ({findings.length})
          </h2>
          <ul class="list">
            {findings.map((finding) => {
              const task = page.family.find(({ caseId }) => caseId === finding.taskId);
              const status = task ? taskStatus(task, officer.now) : null;
              return (
                <li>
                  <h3 lang="vi">{finding.what}</h3>
                  <p lang="vi">
                    {finding.evidence} <span class="quiet">({finding.clause})</span>
                  </p>
                  {finding.remedy ? (
                    <p>
                      {say('Khắc phục', 'Remedy')}: <span lang="vi">{finding.remedy}</span>, {say('hạn', 'by')}{' '}
                      {day(finding.dueOn)}{' '}
                      {task && status ? (
                        <>
                          <Tag tone={tones[status]}>{textIn(language, taskStatusWords[status])}</Tag>{' '}
                          <a class="code" href={localHref(language, `/lam-viec/viec/${task.caseId}`)}>
                            {task.code}
                          </a>
                        </>
                      ) : null}
                    </p>
                  ) : null}
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}
      {minutes.map((one) => (
        <Details summary={`${say('Biên bản', 'Minutes')} ${day(one.on)}, ${one.place}`}>
          <p lang="vi">{one.summary}</p>
          <ul>
            {one.items.map(({ id, answer, note }) => (
              <li>
                {textIn(language, checklist.items.find((item) => item.id === id)?.question ?? { vi: id, en: id })}:{' '}
                <strong>{textIn(language, itemAnswerWords[answer])}</strong>
                {note ? `. ${note}` : ''}
              </li>
            ))}
          </ul>
          <p class="small quiet">
            {one.present} · {one.by}
          </p>
        </Details>
      ))}
    </>
  );
}

/** Says that what is typed is kept in this browser; shown by the script that keeps it. */
export function MinutesDraft(props: { open: OpenPlainCase }) {
  const { language } = props.open.officer.visitor;
  const say = speaker(language);
  return (
    <>
      <p class="small quiet" data-draft-says="kept" hidden>
        {say('Bản nháp được giữ trên máy này.', 'A draft is kept on this device.')}
      </p>
      <div data-draft-says="offline" hidden>
        <Alert language={language} tone="warning" live title={say('Đang mất mạng', 'There is no network')}>
          <p>
            {say(
              'Biên bản đã được giữ trên máy này. Khi có mạng, bấm gửi lại.',
              'The minutes are kept on this device. Send them again when there is a network.',
            )}
          </p>
        </Alert>
      </div>
    </>
  );
}
