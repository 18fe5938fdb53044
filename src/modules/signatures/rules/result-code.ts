/** The code of a result as it is printed: `KQ-7F3K-M2PX-9RTA`. */
export function writeResultCode(code: string): string {
  return `KQ-${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/** A result code as somebody typed or scanned it: small letters, blanks, hyphens and the letters KQ do not matter. */
export function readResultCode(typed: string): string | undefined {
  const bare = typed
    .normalize('NFC')
    .toUpperCase()
    .replaceAll(/[\s.-]/g, '');
  const code = bare.length === 14 && bare.startsWith('KQ') ? bare.slice(2) : bare;
  return /^[2-9A-HJ-KMNP-TW-Z]{12}$/.test(code) ? code : undefined;
}
