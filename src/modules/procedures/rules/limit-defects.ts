import { type Limit, readLimit } from '#kernel/limit.ts';
import type { LimitCase, ProcedureDefinition } from './procedure-definition.ts';

/** What is wrong with the time limits: unreadable, longer than the law's, without a last case, or too short for the steps. */
export function limitDefects({ limits, verificationLimit, route }: ProcedureDefinition): string[] {
  const defects: string[] = [];
  if (limits.length === 0 || limits.at(-1)?.when !== undefined)
    defects.push('the last limit must hold without a condition');
  for (const { id, when } of limits.slice(0, -1)) {
    if (when === undefined) defects.push(`limit ${id} holds always, so those after it never do`);
  }
  const all = verificationLimit ? [...limits, verificationLimit] : limits;
  if (new Set(all.map((limit) => limit.id)).size !== all.length) defects.push('two limits have one id');
  for (const limit of all) defects.push(...promiseDefects(limit));

  const hours = route.reduce((sum, step) => sum + step.hours, 0);
  const usual = readLimit(limits.at(-1)?.announced ?? '');
  const allowed = usual.ok ? hoursSureIn(usual.value) : 0;
  if (usual.ok && hours > allowed) {
    defects.push(`the steps take ${hours} working hours, and the limit is sure to hold only ${allowed}`);
  }
  return defects;
}

function promiseDefects({ id, statutory, announced }: LimitCase): string[] {
  const [law, promise] = [readLimit(statutory), readLimit(announced)];
  const unreadable = [law.ok ? [] : statutory, promise.ok ? [] : announced].flat();
  if (!law.ok || !promise.ok) return unreadable.map((text) => `limit ${id}: “${text}” cannot be read`);
  return isLonger(promise.value, law.value) ? [`limit ${id}: what is announced is longer than the law allows`] : [];
}

/** Limits in different units are compared by the working hours that the one can take and the other is sure to hold. */
function isLonger(promise: Limit, law: Limit): boolean {
  if (promise.unit === 'same-day' || law.unit === 'same-day')
    return law.unit === 'same-day' && promise.unit !== 'same-day';
  if (promise.unit === law.unit) return promise.amount > law.amount;
  return hoursSureIn(promise) > hoursSureIn(law);
}

/**
 * The working hours that a limit is sure to hold, 8 a working day, holidays apart: of any 7 days 5 are worked, of what is
 * left over the first two may be a Saturday and a Sunday.
 */
export function hoursSureIn(limit: Limit): number {
  if (limit.unit === 'same-day') return 8;
  if (limit.unit === 'working-hour') return limit.amount;
  if (limit.unit === 'working-day') return limit.amount * 8;
  // the shortest month has 28 days
  const days = limit.unit === 'month' ? limit.amount * 28 : limit.amount;
  return (Math.floor(days / 7) * 5 + Math.max(0, (days % 7) - 2)) * 8;
}
