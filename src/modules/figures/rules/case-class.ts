/**
 * What a period makes of a case, as far as any figure asks. The database sorts all cases into classes in one scan; figures
 * are sets of classes, so that whatever is asked together is counted together and cannot disagree.
 */
export interface CaseClass {
  readonly kind: string;
  /** What its kind says it is counted as; null where it says nothing. */
  readonly as: string | null;
  /** Accepted before the period, in it, or not (yet) accepted by its end. */
  readonly arrival: 'none' | 'before' | 'in-period';
  /** Filed before the period or in it. */
  readonly filed: 'before' | 'in-period';
  readonly channel: string | null;
  /** How it ended in the period (the state it ended in), or `open` at the end of it. Cases that ended before are in no class. */
  readonly ending: string;
  /** Ended: as the engine classed it in the unit of its limit. Open and accepted: by the deadline that held at the end. */
  readonly timing: 'early' | 'on-time' | 'late' | 'in-time' | 'overdue' | null;
  /** The same by the first day promised: late, or not. */
  readonly lateByFirst: boolean | null;
  /** Papers were asked for in the period for the first time. */
  readonly supplementAsked: boolean;
  /** How often papers were asked for: 2 is twice or more. */
  readonly supplements: 0 | 1 | 2;
  /** A letter of apology was registered. */
  readonly apologised: boolean;
  /** The work was handed in, or concluded, before the period or in it, and stands. Never so for kinds that hand nothing in. */
  readonly delivered: 'none' | 'before' | 'in-period';
}

/** How many cases are in a class; `key` and `place` say of which unit, type or month. */
export interface CountedClass extends CaseClass {
  readonly key: number;
  readonly place: number;
  readonly count: number;
}

/** Which classes a figure counts, as data: in each dimension that is named, any of the values. */
export type CaseSelection = { readonly [Name in keyof CaseClass]?: readonly CaseClass[Name][] };

/** Whether a class is among those selected. */
export function isSelected(one: CaseClass, where: CaseSelection): boolean {
  for (const name in where) {
    const wanted = where[name as keyof CaseClass] as readonly unknown[];
    if (!wanted.includes(one[name as keyof CaseClass])) return false;
  }
  return true;
}

/** Cases in the classes selected. */
export function countSelected(classes: readonly CountedClass[], where: CaseSelection): number {
  let sum = 0;
  for (const one of classes) if (isSelected(one, where)) sum += one.count;
  return sum;
}
