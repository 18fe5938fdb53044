import type { Role } from '#case-engine/rules/authority.ts';
import { comparePersonalNames } from '#kernel/vietnamese.ts';
import type { Database } from '#platform/database/connection.ts';
import { type Colleague, selectColleagues } from './people-store.ts';

/** Who has a role at exactly this unit at a moment, in the order of a Vietnamese roll: those to whom work can be given. */
export async function listColleagues(
  db: Database,
  unitId: string,
  role: Role,
  at: Temporal.Instant,
): Promise<readonly Colleague[]> {
  const colleagues = await selectColleagues(db, unitId, role, at);
  return colleagues.sort((a, b) => comparePersonalNames(a.name, b.name));
}
