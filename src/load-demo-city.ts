import { sql } from 'kysely';
import { loadDemoDesks } from '#modules/desk/index.ts';
import { insertReceivingAccount } from '#modules/dues/index.ts';
import { loadFeedbackPolicies } from '#modules/feedback/index.ts';
import {
  insertCalendarDecisions,
  insertCalendarYear,
  insertPosts,
  insertUnits,
  insertWorkingHours,
  loadReferenceUnits,
  setAgencyCodeOrder,
} from '#modules/organisation/index.ts';
import { loadDemoAccounts } from '#modules/people/index.ts';
import { loadReferenceProcedures } from '#modules/procedures/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { readReferenceYears } from '#platform/reference-calendar.ts';
import { loadDemoDelegations } from './load-demo-delegations.ts';

/** What the state publishes: calendar, hours, units, posts, procedures. Loaded once, in one transaction. */
export async function loadReferenceData(db: Database, tell: (what: string) => void): Promise<void> {
  // a city that was there before it had feedback gets what it rests on now
  await loadFeedbackPolicies(db);
  const { rows } = await sql<{ loaded: boolean }>`select exists (select 1 from unit) as loaded`.execute(db);
  if (rows[0]?.loaded) return;
  await db.transaction().execute(async (transaction) => {
    tell('the working calendar, 2020–2026');
    for (const { year, source, decisions } of readReferenceYears()) {
      await insertCalendarYear(transaction, year, source);
      await insertCalendarDecisions(transaction, decisions);
    }
    await insertWorkingHours(
      transaction,
      null,
      {
        validFrom: Temporal.PlainDate.from('2020-01-01'),
        stretches: [
          { from: Temporal.PlainTime.from('08:00'), to: Temporal.PlainTime.from('12:00') },
          { from: Temporal.PlainTime.from('13:00'), to: Temporal.PlainTime.from('17:00') },
        ],
      },
      'giờ hành chính thường dùng tại Hà Nội; sửa được cho từng đơn vị',
    );
    const { units, posts, agencyCodeFormatSince } = loadReferenceUnits();
    tell(`${units.length} units and ${posts.length} posts of Hà Nội`);
    await insertUnits(transaction, units);
    await insertPosts(transaction, posts);
    await setAgencyCodeOrder(transaction, agencyCodeFormatSince, 'QĐ 20/2020/QĐ-TTg');
    const procedures = await loadReferenceProcedures(transaction);
    tell(`${procedures} administrative procedures`);
  });
}

/** Where transfers of the demo city go: a bank's true number, so that apps read the QR, and an account nobody has. */
const demoAccount = {
  agencyId: null,
  bankBin: '970436',
  accountNumber: '0000000000000',
  accountName: 'TAI KHOAN THU NGHIEM MOT CUA',
  source: 'thành phố mẫu, không phải tài khoản thật',
} as const;

/** The demo city: the reference data and named posts with sign-ins that are printed at the start. No real persons. */
export async function loadDemoCity(db: Database, now: Temporal.Instant, tell: (what: string) => void): Promise<void> {
  const { rows } = await sql<{ loaded: boolean }>`select exists (select 1 from account) as loaded`.execute(db);
  if (rows[0]?.loaded) return;
  tell('the people of the demo city');
  await loadDemoAccounts(db, now);
  await loadDemoDelegations(db, now);
  await loadDemoDesks(db);
  await insertReceivingAccount(db, demoAccount);
}
