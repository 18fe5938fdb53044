import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { Result } from '#kernel/result.ts';
import type { DossierSubmission } from '#modules/dossiers/index.ts';
import { type Connection, connect } from '#platform/database/connection.ts';
import { startServer } from '#platform/database/embedded-server.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openFileStore } from '#platform/file-store.ts';
import { officerOf, openCity, submitter } from '../tests/city.ts';
import { sampleSubmission } from '../tests/sample-submission.ts';
import { type Bench, perSecondTogether, type Row, row } from './measure.ts';
import { lifecyclesToReplay, type Statement, StatementRecorder } from './statement-recorder.ts';

/** Cấp bản sao trích lục hộ tịch: received at the desk of a ward, prepared and signed by its people, returned at the desk. */
const procedureCode = '2.000635';
const workersMeasured = [1, 16];
/** Each line is measured so often, ours and the floor in turn, so that neither has the emptier database. */
const rounds = 2;

/**
 * Whole lifecycles a second through the commands a surface calls, on a server that forces every commit to the disk:
 * submit, accept, forward, take over, propose, sign, return; each its own transaction, each with the key of its form.
 * The floor is what PostgreSQL does in the same run with the very same statements sent by a bare loop.
 */
export const benchLifecycle: Bench = async (seconds) => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
  const server = await startServer(folder);
  const connection = connect(server.connectionString);
  try {
    await migrate(connection.pool);
    const { app, setClock } = await openCity(connection.db, await openFileStore(join(folder, 'files')));
    const desks = await wards(connection, Math.max(...workersMeasured));
    const filled = await sampleSubmission(app, procedureCode, 'x-00007');
    const day = workingDays();
    const rows: Row[] = [];
    for (const workers of workersMeasured) {
      const ours: number[] = [];
      const floor: number[] = [];
      for (let round = 0; round < rounds; round++) {
        // a day has 9,999 numbers an agency: each measurement has a day of its own
        const recorder = new StatementRecorder(connection.pool);
        setClock(day());
        await perSecondTogether((worker) => liveThrough(app, filled, desks[worker]!), workers, 0.5);
        const recorded: Statement[][] = [];
        for (const desk of desks.slice(0, workers)) {
          recorded.push(await recorder.record(() => liveThrough(app, filled, desk)));
        }
        floor.push(await replay(server.connectionString, recorded, seconds));
        ours.push(await perSecondTogether((worker) => liveThrough(app, filled, desks[worker]!), workers, seconds));
      }
      rows.push(
        row(`postgres, ${workers} ${workers === 1 ? 'worker' : 'workers'}`, mean(ours), 'lifecycles/s', mean(floor)),
      );
    }
    return rows;
  } finally {
    await connection.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

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

const citizen: Actor = { kind: 'citizen', accountId: randomUUID(), name: submitter.name, posts: [] };

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

const key = () => ({ caller: 'bench', key: randomUUID(), requestHash: 'ab'.repeat(32) });

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the bench was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The recorded statements with fresh ids, sent one after another by one connection a worker, and nothing else. */
async function replay(connectionString: string, recorded: readonly Statement[][], seconds: number): Promise<number> {
  const options = '-c TimeZone=Asia/Ho_Chi_Minh -c DateStyle=ISO,YMD';
  const clients = recorded.map(() => new pg.Client({ connectionString, options }));
  await Promise.all(clients.map((client) => client.connect()));
  try {
    const ready = recorded.map((statements) => lifecyclesToReplay(statements));
    return await perSecondTogether(
      async (worker) => {
        for (const { text, values } of ready[worker]!.next()) {
          await clients[worker]!.query(values ? { name: nameOf(text), text, values: values as unknown[] } : text);
        }
      },
      recorded.length,
      seconds,
    );
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

const names = new Map<string, string>();

/** The floor too has the server keep the plan of what is sent again and again. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `floor_${names.size}`;
  names.set(text, name);
  return name;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Nine o'clock of one working day after another. */
function workingDays(): () => string {
  let day = Temporal.PlainDate.from('2021-07-05');
  return () => {
    const given = day;
    do day = day.add({ days: 1 });
    while (day.dayOfWeek > 5);
    return `${given}T09:00`;
  };
}
