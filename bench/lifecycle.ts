import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { DossierSubmission } from '#modules/dossiers/index.ts';
import type { Connection } from '#platform/database/connection.ts';
import { officerOf, submitter } from '../tests/city.ts';
import { sampleSubmission } from '../tests/sample-submission.ts';
import type { Bench } from './measure.ts';
import { citizen, key, measureLifecycles, must } from './measure-lifecycles.ts';

/** Cấp bản sao trích lục hộ tịch: received at the desk of a ward, prepared and signed by its people, returned at the desk. */
const procedureCode = '2.000635';

/** Submit, accept, forward, take over, propose, sign, return; each its own transaction, each with the key of its form. */
export const benchLifecycle: Bench = (seconds) => measureLifecycles({ seconds, prepare: lifecyclesOfWards });

/** For each of so many wards a way of taking one dossier through its whole life. */
export async function lifecyclesOfWards(
  app: App,
  connection: Connection,
  workers: number,
): Promise<readonly (() => Promise<void>)[]> {
  const filled = await sampleSubmission(app, procedureCode, 'x-00007');
  return (await wards(connection, workers)).map((ward) => () => liveThrough(app, filled, ward));
}

interface Ward {
  readonly id: string;
  readonly desk: Actor;
  readonly head: Actor;
  readonly handler: Actor;
  readonly signatory: Actor;
}

/** Wards of the real city with their people: twenty desks work at once, each for its own ward. */
async function wards({ pool }: Connection, count: number): Promise<readonly Ward[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from unit where id ~ '^x-[0-9]+$' order by id limit ${count}`,
  );
  return rows.map(({ id }, index) => ({
    id,
    desk: officerOf(`${id}.desk`, ['intake-officer', 'desk-head'], index * 10 + 1),
    head: officerOf(id, ['unit-head'], index * 10 + 2),
    handler: officerOf(id, ['case-handler'], index * 10 + 3),
    signatory: officerOf(id, ['signatory'], index * 10 + 4),
  }));
}

/** One dossier from the citizen's hand to the citizen's hand. */
async function liveThrough(
  app: App,
  filled: DossierSubmission,
  { id, desk, head, handler, signatory }: Ward,
): Promise<void> {
  const submitted = must(
    await app.dossiers.submit(citizen, { ...filled, receiverId: id, channel: 'online', papers: [] }, key()),
  );
  const { caseId } = submitted;
  let seen = submitted.entries;
  const move = async (actor: Actor, name: string, data: object) => {
    seen = must(await app.dossiers.move(actor, { caseId, move: name, data }, { key: key(), seen })).entries;
  };
  seen = must(await app.dossiers.accept(desk, caseId, { key: key(), seen })).entries;
  await move(desk, 'forward', { note: '' });
  await move(head, 'take-over', {});
  await move(handler, 'propose', { outcome: 'grant', summary: 'Đủ điều kiện cấp bản sao.' });
  await move(signatory, 'sign', {});
  await move(desk, 'return-result', { receivedBy: submitter.name, method: 'desk' });
}
