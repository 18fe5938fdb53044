import { type Actor, isWithin, postsHeld, type Role } from '#case-engine/rules/authority.ts';
import { sha256 } from '#kernel/hash.ts';
import { canonicalJson, type Json } from '#kernel/json.ts';
import type { FigureValue } from './figure-value.ts';

/** The figures of a closed period, by id. */
export type ClosedFigures = Readonly<Record<string, FigureValue | null>>;

/** What was closed: enough to count again and to notice any change. */
export interface ClosedContent {
  readonly unitId: string;
  readonly from: string;
  readonly to: string;
  readonly version: number;
  readonly asOf: string;
  readonly figures: ClosedFigures;
  /** Under which version of its definition each was counted. */
  readonly definitions: Readonly<Record<string, number>>;
}

/** SHA-256 over the canonical JSON of what was closed; anyone can recompute it from the published file. */
export const closingHash = (content: ClosedContent): string => sha256(canonicalJson(content as unknown as Json));

/** One figure that a later version says otherwise. */
export interface FigureRestated {
  readonly id: string;
  readonly before: FigureValue | null;
  readonly after: FigureValue | null;
}

const same = (one: FigureValue | null | undefined, other: FigureValue | null | undefined): boolean =>
  (one?.steps ?? null) === (other?.steps ?? null) && (one?.decimals ?? null) === (other?.decimals ?? null);

/** What differs between two versions of a closed period; a figure that did not exist yet had no value. */
export function restatedFigures(before: ClosedFigures, after: ClosedFigures): readonly FigureRestated[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((id) => !same(before[id], after[id]))
    .map((id) => ({ id, before: before[id] ?? null, after: after[id] ?? null }));
}

const closing: readonly Role[] = ['agency-head', 'unit-head', 'signatory', 'procedure-controller'];

/** Whoever answers for the figures of a unit: its head, or a head or controller above it. */
export function mayClose(actor: Actor, unitPath: string, at: Temporal.Instant): boolean {
  return postsHeld(actor, at).some(
    (post) =>
      closing.includes(post.role) &&
      (isWithin(unitPath, post.unitPath) ||
        (post.role === 'procedure-controller' && isWithin(unitPath, agencyPath(post.unitPath)))),
  );
}

/** The controller sits in a division and answers for the agency. */
const agencyPath = (path: string): string => path.replace(/\/[^/]+\.[^/]+$/, '');
