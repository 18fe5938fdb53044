const otherPlaces = (one: string, other: string): readonly number[] =>
  [...one].flatMap((digit, place) => (digit === other[place] ? [] : [place]));

/** The same digits, two neighbours in the other order. */
export function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const [first = 0, second = 0, ...more] = otherPlaces(one, other);
  return more.length === 0 && second === first + 1 && one[first] === other[second] && one[second] === other[first];
}

/** One digit is another. */
export const isNearly = (one: string, other: string): boolean =>
  one.length === other.length && otherPlaces(one, other).length === 1;
