/** Longest sign-in name kept or compared, in characters. */
const longest = 100;

/**
 * A sign-in name as it is compared and stored, however it was typed: `MotCua.CongVi ` and `motcua.congvi` are one,
 * `+84 912 345 678` and `0912.345.678` too. Characters that no name has are dropped, so that any input can be looked up.
 */
export function readSignInName(typed: string): string {
  const name = typed
    .slice(0, 4 * longest)
    .toWellFormed()
    .normalize('NFKC')
    .replaceAll(/[\p{C}\s]/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .slice(0, longest)
    .toWellFormed();
  return readPhone(name) ?? name;
}

/**
 * A telephone number of Vietnam as ten or eleven digits with the leading 0; undefined when it is none.
 * @see TT 22/2014/TT-BTTTT, telephone numbering plan
 */
export function readPhone(typed: string): string | undefined {
  const digits = typed.replaceAll(/[\s().-]/g, '').replace(/^(\+|00)84/, '0');
  return /^0[1-9]\d{8,9}$/.test(digits) ? digits : undefined;
}
