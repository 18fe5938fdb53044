import { afterAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { freshDatabase } from './on-database.ts';
import { readReferenceProcedures } from '#modules/procedures/load-reference-procedures.ts';
import { publishVersion, searchProcedures } from '#modules/procedures/index.ts';
const database = await freshDatabase();
afterAll(database.drop);
test('probe of a city-sized catalogue', async () => {
  const all = readReferenceProcedures();
  for (let n = 0; n < 1862; n++) {
    const d = all[n % all.length]!;
    const code = `${n % 10}.${String(500000 + n)}`;
    await publishVersion(database.db, { ...d, code });
  }
  const on = Temporal.PlainDate.from('2021-11-05');
  for (const words of ['khai sinh', '', 'bố tôi mất muốn khai tử', 'xyzzy']) {
    for (let i = 0; i < 3; i++) {
      const t = performance.now();
      const r = await searchProcedures(database.db, { words }, on);
      console.log(words, r.length, (performance.now() - t).toFixed(1) + 'ms');
    }
  }
  const plan = await sql`select count(*) from procedure_version`.execute(database.db);
  console.log(plan.rows);
}, 120000);
