import { localDay } from '#kernel/zone.ts';
import { type RegisterQuery, type RegisterStanding, registerStandings } from '#modules/dossiers/index.ts';
import { formatDate, parseDate } from '#surfaces/ui/index.ts';
import type { Officer } from '../officer.ts';

/** What the address of a register says; everything that cannot be read falls back. */
export interface RegisterAddress extends RegisterQuery {
  readonly page: number;
}

const path = '/lam-viec/so-theo-doi';
/** A period longer than this is more than a book of a year. */
const longestDays = 366;

/** The register an address asks for: by default of the officer's own agency, from the first of the month to today. */
export function readRegisterAddress(
  query: (name: string) => string | undefined,
  officer: Officer,
  agencyIds: readonly string[],
): RegisterAddress {
  const today = localDay(officer.now);
  const to = parseDate(query('den') ?? '') ?? today;
  const asked = parseDate(query('tu') ?? '') ?? to.with({ day: 1 });
  const earliest = to.subtract({ days: longestDays });
  const from = Temporal.PlainDate.compare(asked, to) > 0 ? to : asked;
  const agencyId = agencyIds.find((id) => id === query('noi')) ?? ownAgency(officer, agencyIds);
  return {
    agencyId,
    from: Temporal.PlainDate.compare(from, earliest) < 0 ? earliest : from,
    to,
    procedureCode: /^[\d.]{1,20}$/.exec(query('thu-tuc') ?? '')?.[0] ?? '',
    standing: registerStandings.find((name) => name === query('loai')) ?? 'all',
    page: Math.max(1, Number(/^\d{1,5}$/.exec(query('trang') ?? '')?.[0] ?? 1)),
  };
}

function ownAgency(officer: Officer, agencyIds: readonly string[]): string {
  const own = officer.unitIds.map((id) => id.split('.')[0] ?? id);
  return agencyIds.find((id) => own.includes(id)) ?? agencyIds[0] ?? '';
}

/** The address of a register; whatever changes but the page begins it anew. */
export function writeRegisterAddress(address: RegisterQuery, change: { page?: number } = {}, rest = ''): string {
  const query = new URLSearchParams(fieldsOf(address));
  if (change.page && change.page > 1) query.set('trang', String(change.page));
  return `${path}${rest}?${query}`;
}

/** The same as fields of a form. */
export function fieldsOf({ agencyId, from, to, procedureCode, standing }: RegisterQuery): Record<string, string> {
  return {
    noi: agencyId,
    tu: formatDate(from),
    den: formatDate(to),
    ...(procedureCode ? { 'thu-tuc': procedureCode } : {}),
    ...(standing === 'all' ? {} : { loai: standing }),
  };
}

export const standingWords: Readonly<Record<RegisterStanding, { readonly vi: string; readonly en: string }>> = {
  all: { vi: 'Tất cả', en: 'All' },
  open: { vi: 'Đang giải quyết', en: 'Being worked on' },
  settled: { vi: 'Đã có kết quả', en: 'With a result' },
  late: { vi: 'Có kết quả quá hạn', en: 'With a late result' },
};
