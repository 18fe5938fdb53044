import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';

/**
 * The browser of the npm package, unpacked once for each user of this machine (it is readable by its owner alone).
 * Unpacked beside and then renamed, so that a run that was stopped half-way leaves no half browser.
 */
export async function browserPath(): Promise<string> {
  const system = tmpdir();
  const folder = join(system, `motcua-browser-153-${userInfo().uid}`);
  const path = join(folder, 'chromium');
  if (existsSync(path)) return path;
  const unpacked = mkdtempSync(`${folder}-`);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = unpacked;
  try {
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(unpacked, folder);
  } catch {
    // another run was faster
    rmSync(unpacked, { recursive: true, force: true });
  }
  return path;
}
