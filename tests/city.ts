import { createApp } from '#app.ts';
import type { Actor, HeldPost, Role } from '#case-engine/rules/authority.ts';
import { stoppedClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/connection.ts';
import type { FileStore } from '#platform/file-store.ts';
import { loadReferenceData } from '../src/load-demo-city.ts';
import { moment } from './dossier-walk.ts';

/** The positions that give a role in a commune and at its desk: who signs is asked by position. */
const positionKeys: Readonly<Record<Role, string>> = {
  'intake-officer': 'intake-officer',
  'desk-head': 'desk-head',
  'case-handler': 'civil-status-officer',
  'unit-head': 'vice-chair',
  'agency-head': 'chair',
  signatory: 'chair',
  'records-clerk': 'records-clerk',
  'procedure-controller': 'procedure-controller',
  administrator: 'administrator',
};

const divisionKeys: Partial<Record<Role, string>> = {
  'case-handler': 'specialist',
  'unit-head': 'head',
  signatory: 'head',
};

const isDivision = (unitId: string): boolean => /\.(?!desk$)/.test(unitId);

/** Officers of Phường Cống Vị as actors, without accounts of their own: enough for commands that ask only for posts. */
export function officerOf(unitId: string, roles: readonly Role[], number: number, unitPath = unitId): Actor {
  const posts: HeldPost[] = roles.map((role) => ({
    postId: `${unitId}:${(isDivision(unitId) && divisionKeys[role]) || positionKeys[role]}:${role}`,
    role,
    unitId,
    unitPath,
    from: Temporal.Instant.from('2020-01-01T00:00:00Z'),
    until: null,
  }));
  return { kind: 'officer', accountId: accountId(number), name: `Cán bộ ${number}`, posts };
}

export const accountId = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const ward = {
  desk: officerOf('x-00007.desk', ['intake-officer', 'desk-head'], 1, 'hn/q-001/x-00007/x-00007.desk'),
  handler: officerOf('x-00007', ['case-handler'], 2, 'hn/q-001/x-00007'),
  signatory: officerOf('x-00007', ['signatory', 'agency-head', 'unit-head'], 3, 'hn/q-001/x-00007'),
  clerk: officerOf('x-00007', ['records-clerk'], 4, 'hn/q-001/x-00007'),
  neighbour: officerOf('x-00004.desk', ['intake-officer'], 5, 'hn/q-001/x-00004/x-00004.desk'),
} as const;

/** A city with the reference data on a fresh database and a clock that stands still until it is set. */
export async function openCity(
  db: Database,
  files: FileStore,
  now = '2021-11-05T09:00',
  more: Pick<Parameters<typeof createApp>[0], 'channels' | 'publicUrl' | 'gateway' | 'registerCatalogue'> = {},
) {
  await loadReferenceData(db, () => undefined);
  const clock = stoppedClock(moment(now));
  const app = createApp({ db, files, clock, ...more });
  return { app, setClock: (at: string) => clock.set(moment(at)) };
}

export const submitter = {
  name: 'Trần Văn An',
  personalId: '001099000001',
  phone: '0912345678',
  email: '',
  address: '12 Đội Cấn, Ba Đình',
};
