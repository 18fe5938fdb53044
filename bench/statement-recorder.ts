import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { secretCode } from '#platform/random.ts';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[] | undefined;
}

type Query = (...given: unknown[]) => unknown;

/** Listens to what the program sends to the database, on every connection of the pool. */
export class StatementRecorder {
  #heard: Statement[] | undefined;

  constructor(pool: pg.Pool) {
    pool.on('acquire', (client) => this.#listenTo(client));
  }

  /** What is sent while `run` runs, in order. Nothing else may run meanwhile. */
  async record(run: () => Promise<void>): Promise<Statement[]> {
    const heard: Statement[] = [];
    this.#heard = heard;
    await run();
    this.#heard = undefined;
    return heard;
  }

  #listenTo(client: pg.PoolClient & { listened?: WeakSet<StatementRecorder> }): void {
    client.listened ??= new WeakSet();
    if (client.listened.has(this)) return;
    client.listened.add(this);
    const query = client.query.bind(client) as Query;
    (client as unknown as { query: Query }).query = (...given) => {
      const [first, second] = given;
      const text = typeof first === 'string' ? first : (first as Statement).text;
      const values = typeof first === 'string' ? second : (first as Statement).values;
      this.#heard?.push({ text, values: Array.isArray(values) ? values.map(plain) : undefined });
      return query(...given);
    };
  }
}

/** A value as it goes over the wire, so that the bare loop needs no knowledge of ours. */
function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Buffer.isBuffer(value) && !Array.isArray(value)
    ? String(value)
    : value;
}

/** How many lifecycles are made ready ahead, so that making them is hardly timed. */
const ahead = 64;

/**
 * The same statements again and again, each time about another case: its id, reference, code, keys and every other id
 * of one lifecycle are replaced by fresh ones of the same length.
 */
export function lifecyclesToReplay(statements: readonly Statement[]): { next(): readonly Statement[] } {
  const everything = JSON.stringify(statements);
  const ids = new Set(
    everything.match(
      /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=")[2-9A-HJ-NP-TW-Z]{12}(?=")|MC-[0-9A-F]{10}|(?:PA|NV)-\d{4}-\d{6}|(\d{3}\.\d{2}\.\d{2}\.H26|H26\.\d{2}\.\d{2})-\d{6}-\d{4}/g,
    ),
  );
  // people keep their ids: they are the same in every lifecycle
  const own = [...ids].filter((id) => !id.startsWith('00000000-'));
  const fresh = (id: string) => {
    if (id.startsWith('MC-')) return `MC-${randomBytes(5).toString('hex').toUpperCase()}`;
    if (/^(PA|NV)-/.test(id)) return `${id.slice(0, 3)}${randomBytes(5).toString('hex').toUpperCase()}`;
    if (/^[0-9A-Z]{12}$/.test(id)) return secretCode(12);
    return id.includes('.') ? `F${randomBytes(8).toString('hex')}`.padEnd(id.length, '0') : randomUUID();
  };
  const pieces = everything.split(new RegExp(`(${own.map((id) => id.replaceAll('.', '\\.')).join('|')})`));
  const make = (): readonly Statement[] => {
    const given = new Map(own.map((id) => [id, fresh(id)]));
    return JSON.parse(pieces.map((piece) => given.get(piece) ?? piece).join('')) as Statement[];
  };
  let ready: (readonly Statement[])[] = [];
  return {
    next: () => {
      if (ready.length === 0) ready = Array.from({ length: ahead }, make);
      return ready.pop()!;
    },
  };
}
