import { dueMoment } from '#case-engine/rules/clock.ts';
import { localDay, toInstant, toLocal } from '#kernel/zone.ts';
import * as dossiers from '#modules/dossiers/index.ts';
import type * as dues from '#modules/dues/index.ts';
import * as feedback from '#modules/feedback/index.ts';
import * as notices from '#modules/notices/index.ts';
import * as organisation from '#modules/organisation/index.ts';
import { cityIn } from '#modules/organisation/index.ts';
import * as papers from '#modules/papers/index.ts';
import * as registers from '#modules/registers/index.ts';
import * as reports from '#modules/reports/index.ts';
import * as signatures from '#modules/signatures/index.ts';
import * as tasks from '#modules/tasks/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/connection.ts';
import type { FileStore } from '#platform/file-store.ts';

/** What an app is made of. */
export interface AppParts {
  readonly db: Database;
  readonly files: FileStore;
  readonly clock: Clock;
  /** The origin that people's browsers see, for addresses printed on paper. */
  readonly publicUrl?: string | undefined;
  /** Who scans files before they are kept. */
  readonly scanning?: papers.Scanning | undefined;
  /** The origin of its own from which papers go out. */
  readonly papersUrl?: string | undefined;
  /** By which notices leave the house; without any they stay in the pages. */
  readonly channels?: notices.NoticeChannels;
  /** Who signs results; without one they are entered into the register and wait. */
  readonly signer?: signatures.Signer | undefined;
  /** Online payment; without one it is not offered. */
  readonly gateway?: dues.PaymentGateway | undefined;
  /** Whom the check of a signed file trusts. */
  readonly roots?: signatures.TrustedRoots;
  /** The registers of this installation; those that come with the program when not given. */
  readonly registerCatalogue?: registers.RegisterCatalogue;
}

/** Calendar, hours, units and policies change by decision; what was read is used for this long before it is read again. */
const groundKeptFor = Temporal.Duration.from({ seconds: 30 });

/** What every part of the app stands on: the database, the moment, what was read of the city, who leaves the house. */
export function openAppGround(parts: AppParts) {
  const { db, clock, publicUrl, papersUrl, channels = {}, signer, gateway, roots = [] } = parts;
  const catalogue = parts.registerCatalogue ?? registers.shippedRegisters();
  const files = papers.keptFiles(db, parts.files, parts.scanning);
  const openChannels = notices.openChannels(channels);
  const now = () => clock.now();
  const today = () => localDay(now());

  const ground = readAgainAfter(groundKeptFor, now, () => organisation.getCityGround(db));
  const taskPolicy = readAgainAfter(groundKeptFor, now, () => tasks.getTaskPolicy(db, today()));
  /** Now, and until when a dossier is due soon: to the end of the second working day from now. */
  const moments = async () => {
    const { calendar, hoursOf, tree } = await ground();
    const limit = { amount: 2, unit: 'working-day' } as const;
    const soon = dueMoment({ receivedAt: toLocal(now()), limit, calendar, hours: hoursOf(cityIn(tree).id) });
    return { now: now(), soonUntil: soon.ok ? toInstant(soon.value) : now().add({ hours: 48 }) };
  };
  const telling = async (): Promise<feedback.FeedbackGround> => ({
    ground: await ground(),
    channels: openChannels,
    files,
    secretOf: async (reporterId) => feedback.reporterSecret(await installationKey, reporterId),
  });
  const signResults = async (which: Parameters<typeof signatures.signResults>[2]): Promise<number> =>
    signer ? signatures.signResults(db, { files, signer, tree: (await ground()).tree, publicUrl }, which, now()) : 0;
  const signReports = async (): Promise<number> =>
    signer ? reports.makeReportFiles(db, { files, signer, tree: (await ground()).tree }, now()) : 0;
  const installationKey = dossiers.getInstallationKey(db);
  installationKey.catch(() => undefined);
  const installation = async () => ({ key: await installationKey, publicUrl });
  return {
    db,
    clock,
    publicUrl,
    papersUrl,
    channels,
    openChannels,
    gateway,
    roots,
    catalogue,
    files,
    now,
    today,
    ground,
    taskPolicy,
    moments,
    telling,
    signResults,
    signReports,
    installationKey,
    installation,
  };
}

export type AppGround = ReturnType<typeof openAppGround>;

/** Reads once and then only after a while; a fault is not kept. */
function readAgainAfter<Value>(
  span: Temporal.Duration,
  now: () => Temporal.Instant,
  read: () => Promise<Value>,
): () => Promise<Value> {
  let kept: { readonly value: Promise<Value>; readonly until: Temporal.Instant } | undefined;
  return () => {
    const moment = now();
    if (!kept || Temporal.Instant.compare(moment, kept.until) > 0) {
      kept = { value: read(), until: moment.add(span) };
      kept.value.catch(() => {
        kept = undefined;
      });
    }
    return kept.value;
  };
}
