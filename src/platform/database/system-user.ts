import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { StartRefused } from '../start-refused.ts';

const run = promisify(execFile);

/** The user the server runs as; PostgreSQL refuses to run as root. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Who runs the server of this cluster folder: undefined = the user who runs this program.
 * For root it is the owner of a cluster that is already there, else the system user `motcua`, else `postgres`, else `motcua` is made.
 * @throws StartRefused when the cluster belongs to somebody else, or root cannot make a user
 */
export async function serverUser(clusterFolder: string): Promise<SystemUser | undefined> {
  const me = process.getuid?.();
  if (me === undefined) return undefined;
  const owner = await stat(clusterFolder).catch(() => undefined);
  if (me !== 0) {
    if (owner && owner.uid !== me) {
      throw new StartRefused(
        `The database in ${clusterFolder} belongs to another user (number ${owner.uid}): start as that user or as root, or set MOTCUA_DATA to a folder of your own.`,
      );
    }
    return undefined;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await findUser('motcua')) ?? (await findUser('postgres')) ?? (await makeUser());
}

async function findUser(name: string): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function makeUser(): Promise<SystemUser> {
  // two starts at once: the slower useradd fails, and the user is there all the same
  await run('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'motcua',
  ]).catch(() => undefined);
  const user = await findUser('motcua');
  if (user) return user;
  throw new StartRefused(
    'PostgreSQL does not run as root and no system user could be made for it: start as an ordinary user, or make a user named motcua, or set DATABASE_URL to a PostgreSQL server of your own.',
  );
}
