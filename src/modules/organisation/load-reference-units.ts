import { readFileSync } from 'node:fs';
import { expandReference, type Organisation } from './rules/expand-reference.ts';
import type { ReferenceParts, ReferencePosts, ReferenceUnits } from './rules/reference-organisation.ts';

const folder = new URL('../../../reference/units/', import.meta.url);

/** Hà Nội as of 01/3/2020 to 31/12/2024, with its desks, divisions and posts, from `reference/units`. */
export function loadReferenceUnits(): Organisation {
  return expandReference(
    read<ReferenceUnits>('hanoi-2021.json'),
    read<ReferenceParts>('parts.json'),
    read<ReferencePosts>('posts.json'),
  );
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as T;
}
