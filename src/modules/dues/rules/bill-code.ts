/** 27 letters, without 0 O, 1 I L, 5 S and U V: read from paper, typed into a bank's page. */
const digits = '2346789ABCDEFGHJKMNPQRTWXYZ';
const base = 27n;

/**
 * The code of a bill, as it stands in the text of a transfer: `MC`, six letters of its number, one letter that checks them.
 * The numbers are spread over the codes, so that neighbours look different and a wrong letter hits nobody else's bill.
 * @param number from 1 to 387,420,488
 */
export function writeBillCode(number: number): string {
  const most = base ** 6n;
  if (!Number.isSafeInteger(number) || number < 1 || BigInt(number) >= most) {
    throw new RangeError(`the bill number ${number} has no code`);
  }
  // odd and not a multiple of three, so that it has no factor with 27 and no two numbers meet
  let spread = (BigInt(number) * 146_325_271n) % most;
  let body = '';
  for (let place = 0; place < 6; place++) {
    body = digits[Number(spread % base)] + body;
    spread /= base;
  }
  return `MC${body}${checkLetter(body)}`;
}

/** No weight has a factor with 27, so each wrong letter shows; nor has the difference of neighbours, so most exchanges do. */
const weights = [1, 2, 4, 5, 7, 8] as const;

function checkLetter(body: string): string {
  let sum = 0;
  for (const [index, letter] of [...body].entries()) sum += digits.indexOf(letter) * weights[index]!;
  return digits[sum % 27] ?? '';
}

/** Whether a text is the code of a bill. */
export function isBillCode(text: string): boolean {
  const body = text.slice(2, 8);
  return new RegExp(`^MC[${digits}]{7}$`).test(text) && checkLetter(body) === text[8];
}

/**
 * The code of a bill in the text of a transfer, however the banks on its way wrote it: small letters, blanks, dots and
 * hyphens in between, other numbers before and after. Undefined when there is none, or more than one and they differ.
 */
export function billCodeIn(text: string): string | undefined {
  const plain = text.normalize('NFC').toUpperCase();
  const found = new Set<string>();
  const pattern = new RegExp(`M[ .\\-]?C[ .\\-]?((?:[${digits}][ .\\-]?){7})`, 'g');
  for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
    const code = `MC${(match[1] ?? '').replaceAll(/[ .-]/g, '')}`;
    if (isBillCode(code)) found.add(code);
    // a bank may write letters of its own that look like the start of a code
    pattern.lastIndex = match.index + 1;
  }
  return found.size === 1 ? [...found][0] : undefined;
}
