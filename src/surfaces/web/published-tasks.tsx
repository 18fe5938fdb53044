import type { Language, Text } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import { type PublishedMonth, type StatusCounts, taskStatuses } from '#modules/tasks/index.ts';
import { EmptyState, Figures, formatCount, formatDate, speaker, Table, Tag, textIn } from '#surfaces/ui/index.ts';
import { taskGiverWords, taskStatusWords } from './task-words.ts';

/** `11/2021` */
export const monthWords = (month: string): string => month.split('-').toReversed().join('/');

/** A part as people write it: `0,38 %`. */
function shareWords(language: Language, part: number, whole: number): string {
  const share = whole === 0 ? 0 : (part / whole) * 100;
  return `${share.toLocaleString(language === 'vi' ? 'vi-VN' : 'en', { maximumFractionDigits: 2 })} %`;
}

/** What is published of a month: the four states, who gave, which unit is late, every late task by its code. */
export function PublishedTasks(props: { language: Language; content: PublishedMonth }) {
  const { language, content } = props;
  const say = speaker(language);
  const { counts } = content;
  const late = counts.overdue + counts['done-late'];
  const number = (count: number) => formatCount(language, count);
  const cells = (its: StatusCounts) => [...taskStatuses.map((status) => number(its[status])), number(its.all)];
  const columns = (first: Text) => [
    { label: textIn(language, first) },
    ...taskStatuses.map((status) => ({ label: textIn(language, taskStatusWords[status]), align: 'end' as const })),
    { label: say('Tổng', 'All'), align: 'end' as const },
  ];
  const cutoff = formatDate(toLocal(Temporal.Instant.from(content.cutoffAt).subtract({ seconds: 1 })).toPlainDate());
  if (counts.all === 0)
    return (
      <EmptyState
        title={say('Không có nhiệm vụ nào phải công khai trong kỳ này', 'No task to publish in this period')}
      />
    );
  return (
    <>
      <p>
        {say(
          `Nhiệm vụ giao từ đầu năm và nhiệm vụ năm trước chuyển sang, tính đến hết ngày ${cutoff}. Không gồm nhiệm vụ mật, nhiệm vụ của cấp ủy và nhiệm vụ đã thu hồi.`,
          `Tasks given since the year began, and those carried over, up to the end of ${cutoff}. Without secret tasks, those of the Party, and those recalled.`,
        )}
      </p>
      <Figures
        figures={[
          { label: say('Tổng số nhiệm vụ', 'Tasks in all'), value: number(counts.all) },
          { label: say('Đã hoàn thành', 'Done'), value: number(counts['done-on-time'] + counts['done-late']) },
          { label: say('Đang thực hiện', 'In progress'), value: number(counts['in-time'] + counts.overdue) },
          {
            label: say('Đang thực hiện quá hạn', 'Overdue'),
            value: `${number(counts.overdue)} (${shareWords(language, counts.overdue, counts.all)})`,
          },
        ]}
      />
      <p>
        {say('Quá hạn theo hạn hiện tại', 'Late by the present deadline')}: <strong>{number(late)}</strong> (
        {shareWords(language, late, counts.all)}) · {say('theo hạn giao lần đầu', 'by the first deadline')}:{' '}
        <strong>{number(content.lateByFirst)}</strong> ({shareWords(language, content.lateByFirst, counts.all)}) ·{' '}
        {say('được gia hạn', 'extended')}: <strong>{number(content.extended)}</strong>
      </p>
      <h2>{say('Theo đơn vị chủ trì', 'By leading unit')}</h2>
      <Table
        id="units"
        caption={say('Theo đơn vị chủ trì', 'By leading unit')}
        captionHidden
        columns={columns({ vi: 'Đơn vị', en: 'Unit' })}
        rows={content.units.map((unit) => [textIn(language, unit.name), ...cells(unit.counts)])}
        totals={[say('Tổng', 'All'), ...cells(counts)]}
      />
      <h2>{say('Theo cấp giao', 'By who gave them')}</h2>
      <Table
        id="givers"
        caption={say('Theo cấp giao', 'By who gave them')}
        captionHidden
        columns={columns({ vi: 'Cấp giao', en: 'Given by' })}
        rows={content.givers.map(({ giver, counts: its }) => {
          const name = textIn(language, taskGiverWords[giver]);
          return [name.charAt(0).toUpperCase() + name.slice(1), ...cells(its)];
        })}
        totals={[say('Tổng', 'All'), ...cells(counts)]}
      />
      <h2>{say('Nhiệm vụ quá hạn', 'Late tasks')}</h2>
      {content.late.length === 0 ? (
        <p>{say('Không có nhiệm vụ nào quá hạn.', 'No task is late.')}</p>
      ) : (
        <Table
          id="late"
          caption={say('Nhiệm vụ quá hạn', 'Late tasks')}
          captionHidden
          stack
          columns={[
            { label: say('Nhiệm vụ', 'Task') },
            { label: say('Đơn vị', 'Unit') },
            { label: say('Hạn', 'Deadline') },
            { label: say('Chậm', 'Late by') },
          ]}
          rows={content.late.map((task) => [
            <div>
              <span class="code">{task.code}</span>
              <br />
              <span lang="vi">{task.title}</span>
              <div class="small quiet" lang="vi">
                {task.document}
              </div>
            </div>,
            textIn(language, task.name),
            <div>
              {formatDate(Temporal.PlainDate.from(task.dueOn))}
              {task.firstDueOn === task.dueOn ? null : (
                <div class="small quiet">
                  {say('lần đầu', 'first')} {formatDate(Temporal.PlainDate.from(task.firstDueOn))}
                </div>
              )}
            </div>,
            <div>
              {task.daysLate} {say('ngày', task.daysLate === 1 ? 'day' : 'days')}
              <div class="small">
                <Tag tone={task.status === 'overdue' ? 'danger' : 'warning'}>
                  {textIn(language, taskStatusWords[task.status])}
                </Tag>
              </div>
            </div>,
          ])}
        />
      )}
    </>
  );
}
