import { readFileSync } from 'node:fs';
import { idOfWords } from '#kernel/hash.ts';
import { type DelegatedForm, insertDelegation } from '#modules/organisation/index.ts';
import { listColleagues } from '#modules/people/index.ts';
import type { Database } from '#platform/database/connection.ts';

interface WrittenDelegation {
  readonly unitId: string;
  readonly receiverPositionId: string;
  readonly form: DelegatedForm;
  readonly kinds: readonly string[];
  readonly validFrom: string;
  readonly validTo: string;
  readonly decisionNumber: string;
}

const file = new URL('../reference/demo/delegations.json', import.meta.url);

/** The delegations of the demo city, each given by whoever heads the agency there. */
export async function loadDemoDelegations(db: Database, now: Temporal.Instant): Promise<void> {
  const { delegations } = JSON.parse(readFileSync(file, 'utf8')) as { delegations: readonly WrittenDelegation[] };
  for (const written of delegations) {
    const [head] = await listColleagues(db, written.unitId, 'agency-head', now);
    if (!head) throw new Error(`reference/demo/delegations.json: nobody heads ${written.unitId}`);
    await insertDelegation(db, {
      ...written,
      id: idOfWords(`demo delegation ${written.decisionNumber} ${written.receiverPositionId}`),
      giverPositionId: `${written.unitId}:chair`,
      receiverAccountId: null,
      upToAmount: null,
      signsAs: null,
      validFrom: Temporal.PlainDate.from(written.validFrom),
      validTo: Temporal.PlainDate.from(written.validTo),
      decisionFile: null,
      grantedAt: now,
      grantedBy: head.accountId,
      grantedByName: head.name,
    });
  }
}
