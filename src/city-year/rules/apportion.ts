/**
 * Divides a whole number by weights so that the parts are whole and add up to it: each part is the difference of two rounded
 * sums, so that even where a part is far smaller than one, every n-th gets one.
 * @param caps no part is larger than its own; what they cut off goes to the others
 * @param offset from 0 to 1: where the rounding begins, so that not always the same are favoured
 * @throws RangeError when the caps together are smaller than the total
 */
export function apportion(total: number, weights: readonly number[], offset = 0.5, caps?: readonly number[]): number[] {
  const parts = weights.map(() => 0);
  const roomOf = (index: number) => (caps ? caps[index]! - parts[index]! : Number.POSITIVE_INFINITY);
  for (let left = total; left > 0; ) {
    const open = weights.map((weight, index) => (roomOf(index) > 0 ? weight : 0));
    const whole = open.reduce((sum, weight) => sum + weight, 0);
    if (whole === 0) throw new RangeError(`${left} of ${total} find no place`);
    let reached = 0;
    let rounded = 0;
    let given = 0;
    const last = open.findLastIndex((weight) => weight > 0);
    for (const [index, weight] of open.entries()) {
      reached += weight;
      const upTo = index >= last ? left : Math.min(left, Math.floor((left * reached) / whole + offset));
      const part = Math.min(upTo - rounded, roomOf(index));
      rounded = upTo;
      parts[index]! += part;
      given += part;
    }
    left -= given;
  }
  return parts;
}
