const spread = 0x9e3779b97f5bn | 1n;
const below = 1n << 40n;

/**
 * The id of a planned dossier: a UUID of version 7 of its first moment. The last forty bits, which its reference shows, are a
 * different one for every number, so that no two references of a city-year are the same.
 */
export function plannedCaseId(openedAt: number, number: number, bits: number): string {
  const time = (openedAt * 1000).toString(16).padStart(12, '0');
  const tail = ((BigInt(number) * spread + 0x51ed270bn) % below).toString(16).padStart(10, '0');
  const middle = (bits & 0xfff).toString(16).padStart(3, '0');
  const variant = (0x80 | ((bits >>> 12) & 0x3f)).toString(16);
  const filler = ((bits >>> 18) & 0xff).toString(16).padStart(2, '0');
  const more = ((bits >>> 24) & 0xff).toString(16).padStart(2, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${middle}-${variant}${filler}-${more}${tail}`;
}
