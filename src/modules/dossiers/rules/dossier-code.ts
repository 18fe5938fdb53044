/** A dossier code in its parts. `agency` is written as its style has it. */
export interface DossierCode {
  readonly style: 'right-to-left' | 'left-to-right';
  readonly agency: string;
  readonly acceptedOn: Temporal.PlainDate;
  /** 1–9999, the agency's count of the day. */
  readonly sequence: number;
}

/** More than this in a day does not fit the format of TT 01/2018/TT-VPCP art. 19. */
export const largestSequence = 9999;

const rightToLeft = /^(\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})-(\d{2})(\d{2})(\d{2})-(\d{4})$/;
const leftToRight = /^([A-Z]\d{2}(?:\.[A-Z0-9]{1,6}){0,4})-(\d{2})(\d{2})(\d{2})-(\d{4})$/;

/**
 * Writes a dossier code: agency, day of acceptance, the agency's four-digit count of that day.
 * @param sequence 1 to 9999
 * @see NĐ 61/2018/NĐ-CP art. 26; TT 01/2018/TT-VPCP art. 19
 */
export function writeDossierCode(agency: string, acceptedOn: Temporal.PlainDate, sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > largestSequence) {
    throw new RangeError(`a dossier's sequence lies between 1 and ${largestSequence}`);
  }
  const { year, month, day } = acceptedOn;
  const two = (part: number) => String(part % 100).padStart(2, '0');
  return `${agency}-${two(year)}${two(month)}${two(day)}-${String(sequence).padStart(4, '0')}`;
}

/** Reads a code in either style: `000.21.14.H26-211105-0007` or `H26.21.14-211105-0007`; undefined when it is neither. */
export function parseDossierCode(text: string): DossierCode | undefined {
  const typed = text.normalize('NFC').trim().toUpperCase();
  const old = rightToLeft.exec(typed);
  const match = old ?? leftToRight.exec(typed);
  if (!match) return undefined;
  const [, agency = '', yy, mm, dd, count] = match;
  try {
    const acceptedOn = Temporal.PlainDate.from(
      { year: 2000 + Number(yy), month: Number(mm), day: Number(dd) },
      { overflow: 'reject' },
    );
    const sequence = Number(count);
    return sequence === 0
      ? undefined
      : { style: old ? 'right-to-left' : 'left-to-right', agency, acceptedOn, sequence };
  } catch {
    return undefined;
  }
}
