import { appendToCases } from '#case-engine/case-store.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseState, Holder } from '#case-engine/rules/case-state.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import { extend } from '#case-engine/rules/family.ts';
import { referenceOf } from '#case-engine/rules/reference.ts';
import type { JsonObject } from '#kernel/json.ts';
import { toInstant } from '#kernel/zone.ts';
import { type CityGround, clockGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { opinionKind } from './rules/report-kinds.ts';
import { reportFacts } from './rules/reporting-facts.ts';

/** Opens a case for the opinion of each member, in the transaction of whoever asks. */
export async function openOpinions(
  transaction: Database,
  city: CityGround,
  actor: Actor,
  report: CaseState,
  data: JsonObject,
  at: Temporal.Instant,
): Promise<void> {
  const members = (data.members as readonly string[]).filter((id) => city.tree.has(id));
  const dueOn = Temporal.PlainDate.from(String(data.dueOn));
  const dueAt = toInstant(clockGround(city, report.receivingUnitId).hours.closingOn(dueOn)).toString();
  const { editor } = reportFacts(report);
  await appendToCases(
    transaction,
    members.map((unitId) => {
      const caseId = newId();
      const name = city.tree.get(unitId)?.name ?? { vi: unitId, en: unitId };
      const holder: Holder = { unitId, role: 'agency-head', accountId: null, name: null };
      const effect = {
        state: 'asked',
        reference: referenceOf(caseId),
        typeCode: report.typeCode,
        typeVersion: 1,
        title: `Cho ý kiến: ${report.title}`,
        receivingUnitId: unitId,
        holder,
        route: [{ id: 'opinion', work: 'handle', role: holder.role, unitId, hours: 0 }],
        step: 0,
        clock: null,
        acceptedAt: at.toString(),
        dueAt,
        firstDueAt: dueAt,
        parent: { caseId: report.caseId, rootId: report.caseId, branchId: unitId, unitId: editor.unitId },
        facts: {
          subject: { vi: `Cho ý kiến: ${report.title}`, en: `Opinion on ${report.title}` },
          part: { ...name },
          rootCode: report.code,
          reportId: report.caseId,
          unitId,
          gatherer: { unitId: editor.unitId, role: editor.role },
          searchWords: `${report.code ?? ''} ${name.vi}`,
        },
      };
      const draft = { at: at.toString(), verb: 'ask-opinion', actor: entryActor(actor, null), data: {}, effect };
      return { kind: opinionKind, seen: 0, ...extend(opinionKind, caseId, null, [draft]) };
    }),
  );
}
