import { tidy } from '#kernel/vietnamese.ts';
import { parseDate } from '#surfaces/ui/index.ts';

/** What a citizen's identity card says of its holder. */
export interface IdentityCard {
  readonly personalId: string;
  readonly name: string;
  readonly bornOn: Temporal.PlainDate | undefined;
  readonly address: string;
}

/**
 * Reads the line in the QR code of a chip identity card, as a scanner types it or someone pastes it:
 * number, older number, name, day of birth (ddmmyyyy), sex, address, day of issue, with `|` between.
 * @returns undefined when it is not such a line
 */
export function readIdentityCard(line: string): IdentityCard | undefined {
  const [personalId = '', , name = '', born = '', , address = ''] = line.split('|').map(tidy);
  if (!/^\d{12}$/.test(personalId) || name === '') return undefined;
  return { personalId, name, bornOn: parseDate(born), address };
}
