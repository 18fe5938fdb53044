import type { Dong } from '#kernel/money.ts';

/** Where a transfer goes: bank by its BIN of six digits, account, and what is written with it. */
export interface TransferOrder {
  readonly bankBin: string;
  readonly accountNumber: string;
  /** Without it the person types the amount. */
  readonly amount?: Dong;
  /** The text of the transfer: letters A–Z, digits and blanks, at most 25, because banks drop everything else. */
  readonly text?: string;
}

/**
 * The content of a VietQR code: a transfer by account number, as every bank's app in Việt Nam reads it.
 * @throws RangeError when a part cannot be written (a defect of ours: accounts are checked when they are entered)
 * @see EMVCo, QR Code Specification for Payment Systems, Merchant-Presented Mode; NAPAS, VietQR, service QRIBFTTA
 */
export function vietQr({ bankBin, accountNumber, amount, text }: TransferOrder): string {
  if (!/^\d{6}$/.test(bankBin)) throw new RangeError(`“${bankBin}” is no BIN of a bank`);
  if (!/^[0-9A-Z]{1,19}$/.test(accountNumber)) throw new RangeError(`“${accountNumber}” is no account number`);
  if (amount !== undefined && (amount <= 0n || amount > 9_999_999_999_999n)) throw new RangeError('no such amount');
  if (text !== undefined && !/^[A-Za-z0-9 ]{1,25}$/.test(text)) throw new RangeError('banks drop such a text');
  const account = field('00', bankBin) + field('01', accountNumber);
  const written = [
    field('00', '01'),
    // 12: for one payment; 11: the same code for many
    field('01', amount === undefined ? '11' : '12'),
    field('38', field('00', 'A000000727') + field('01', account) + field('02', 'QRIBFTTA')),
    field('53', '704'),
    amount === undefined ? '' : field('54', amount.toString()),
    field('58', 'VN'),
    text === undefined ? '' : field('62', field('08', text)),
    '6304',
  ].join('');
  return written + checksum(written);
}

const field = (id: string, value: string): string => `${id}${String(value.length).padStart(2, '0')}${value}`;

/** CRC-16/CCITT-FALSE (polynomial 1021, start FFFF) over everything before it, as four hexadecimal digits. */
export function checksum(text: string): string {
  let crc = 0xffff;
  for (const letter of text) {
    crc ^= letter.charCodeAt(0) << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
