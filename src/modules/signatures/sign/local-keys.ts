import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { P12Signer } from '@libpdf/core';
import { accepted, refused } from '#kernel/result.ts';
import type { KeySource } from './signer.ts';

/** `x-00007_chair.p12`: the name of a position's key file; a colon is no character for files everywhere. */
export function keyFileName(positionId: string): string {
  if (!/^[a-z0-9.:-]+$/.test(positionId)) throw new RangeError(`${positionId} is not the id of a position`);
  return `${positionId.replaceAll(':', '_')}.p12`;
}

/** Keys as PKCS#12 files in a folder, one a position, all under one password. For small towns, demos and tests. */
export function localKeys(folder: string, password: string): KeySource {
  return {
    async find({ positionId, title }) {
      const file = await readFile(join(folder, keyFileName(positionId))).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      if (!file) return refused('signer-has-no-certificate', { title });
      return accepted(await P12Signer.create(new Uint8Array(file), password));
    },
  };
}
