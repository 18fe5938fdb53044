import { openCases } from '#case-engine/record-entries.ts';
import { time } from '#case-engine/rules/entry-actor.ts';
import { accepted } from '#kernel/result.ts';
import { formatDate } from '#kernel/vietnamese.ts';
import { localDay } from '#kernel/zone.ts';
import { agencyOf, type CityGround, cityIn } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { type AssignRefusal, taskRow, writeTasks } from './assign-tasks.ts';
import { mondayOf } from './rules/periods.ts';
import { getTaskPolicy, insertSource, insertTasks } from './task-store.ts';
import { insertRaisedTask, listCodes, listLateByUnit } from './timetable-store.ts';

const causeWords: Readonly<Record<string, string>> = {
  dossier: 'hồ sơ thủ tục hành chính',
  feedback: 'phản ánh, kiến nghị',
  report: 'báo cáo',
};

/**
 * Where the city decided so, late cases raise a task for the head of the unit that holds them: at most one for a unit and a
 * cause a week, with the cases attached. Off unless decided.
 * @returns how many were raised
 */
export async function raiseTasks(db: Database, ground: CityGround, at: Temporal.Instant): Promise<number> {
  const today = localDay(at);
  const { raising } = await getTaskPolicy(db, today);
  if (!raising.on) return 0;
  const week = mondayOf(today);
  const city = cityIn(ground.tree).id;
  let raised = 0;
  for (const cause of raising.causes) {
    for (const late of await listLateByUnit(db, cause, week, at)) {
      const held = ground.tree.get(late.unitId);
      const unit = held?.kind === 'desk' ? agencyOf(held, ground.tree) : held;
      if (!unit || unit.kind === 'city') continue;
      const causes = await listCodes(db, late.caseIds);
      const what = causeWords[cause] ?? cause;
      const sourceId = newId();
      const source = {
        id: sourceId,
        number: `Tuần ${formatDate(week)}`,
        issuedOn: today.toString(),
        issuer: 'Quy tắc giao việc khi quá hạn',
        title: `Xử lý ${late.count} ${what} quá hạn tại ${unit.name.vi}`,
        signatory: '',
      };
      const key = { caller: `raise:${late.unitId}:${cause}`, key: week.toString(), requestHash: '0'.repeat(64) };
      const opened = await openCases<AssignRefusal>(db, key, async () =>
        accepted({
          writings: (transaction) =>
            writeTasks(
              transaction,
              ground,
              {
                giver: 'chair',
                source,
                secret: false,
                agencyId: city,
                post: { unitId: city, role: 'procedure-controller' },
                sourceId,
                more: { causes: causes.map((one) => ({ ...one })) },
                tasks: [
                  {
                    paragraph: '',
                    quote: `Đơn vị đang giữ ${late.count} ${what} quá hạn. Người đứng đầu chỉ đạo giải quyết, xin lỗi và báo cáo nguyên nhân.`,
                    title: `Giải quyết ${late.count} ${what} quá hạn`,
                    leadUnitId: unit.id,
                    coUnits: [],
                    product: 'Báo cáo kết quả giải quyết và nguyên nhân',
                    answerable: `Người đứng đầu ${unit.name.vi}`,
                    deadline: { limit: `${raising.workingDays} working-day` },
                  },
                ],
              },
              time,
              at,
            ),
          beside: async (transaction, writings) => {
            const caseId = writings[0]?.state.caseId;
            await insertSource(transaction, { ...source, agencyId: city, secret: false, recordedBy: null }, at);
            await insertTasks(transaction, writings.flatMap(taskRow), at);
            if (caseId) await insertRaisedTask(transaction, { unitId: late.unitId, cause, week, caseId });
          },
        }),
      );
      if (opened.ok) raised++;
    }
  }
  return raised;
}
