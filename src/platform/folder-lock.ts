import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { StartRefused } from './start-refused.ts';

/** One program at a time on one data folder. */
export interface FolderLock {
  release(): void;
}

interface Owner {
  readonly pid: number;
  /** Tells a process from a later one with the same number; empty where the system does not say. */
  readonly startedAt: string;
}

/**
 * Takes the lock file, also from an owner that died without giving it back.
 * @throws StartRefused when another living program holds it
 */
export function lockFolder(folder: string, lockFile: string): FolderLock {
  const me: Owner = { pid: process.pid, startedAt: startOf(process.pid) ?? '' };
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      writeFileSync(lockFile, JSON.stringify(me), { flag: 'wx', mode: 0o644 });
      return { release: () => release(lockFile, me) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const found = read(lockFile);
    const owner = found && parse(found);
    if (owner && lives(owner)) {
      throw new StartRefused(
        `Một Cửa is already running on ${folder} (process ${owner.pid}): use that one, stop it first, or set MOTCUA_DATA to another folder.`,
      );
    }
    // an unreadable lock is either being written this moment or was cut off by a fall: look again before clearing it
    if (owner || attempt > 10) clear(lockFile, found ?? '');
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
  throw new StartRefused(
    `The lock ${lockFile} cannot be taken: remove that file when no other Một Cửa runs on ${folder}.`,
  );
}

/** Moves the dead owner's lock away; if another start was quicker and it was theirs, puts it back. */
function clear(lockFile: string, expected: string): void {
  const aside = `${lockFile}.${process.pid}`;
  try {
    renameSync(lockFile, aside);
    if (readFileSync(aside, 'utf8') === expected) rmSync(aside, { force: true });
    else renameSync(aside, lockFile);
  } catch {
    // gone already: the next attempt decides
  }
}

function release(lockFile: string, me: Owner): void {
  const owner = parse(read(lockFile) ?? '');
  if (owner?.pid === me.pid && owner.startedAt === me.startedAt) rmSync(lockFile, { force: true });
}

function read(lockFile: string): string | undefined {
  try {
    return readFileSync(lockFile, 'utf8');
  } catch {
    return undefined;
  }
}

function parse(text: string): Owner | undefined {
  try {
    const owner = JSON.parse(text) as Partial<Owner>;
    return typeof owner.pid === 'number' ? { pid: owner.pid, startedAt: owner.startedAt ?? '' } : undefined;
  } catch {
    return undefined;
  }
}

function lives(owner: Owner): boolean {
  if (!processLives(owner.pid)) return false;
  const startedAt = startOf(owner.pid);
  // a restarted container or machine gives old numbers to new processes: the start tells them apart
  return startedAt === undefined || owner.startedAt === '' || startedAt === owner.startedAt;
}

/** Whether a process of this number runs; one that was killed and not yet buried by its parent does not. */
export function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statOf(pid)?.[0] !== 'Z';
}

/** Boot and clock tick at which a process started; undefined where the system does not say (only Linux does). */
function startOf(pid: number): string | undefined {
  const tick = statOf(pid)?.[19];
  return tick && `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${tick}`;
}

/** The fields of /proc/PID/stat from the state on, see proc_pid_stat(5). */
function statOf(pid: number): string[] | undefined {
  return read(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ');
}
