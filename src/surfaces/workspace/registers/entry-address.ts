import { isId } from '#kernel/id.ts';
import type { EntryQuery, EntryStanding, RegisterDefinition } from '#modules/registers/index.ts';

/** What the address of a list asks for. */
export interface EntryAddress {
  readonly words: string;
  readonly unitId: string;
  readonly standing: EntryStanding | '';
  readonly where: Readonly<Record<string, string>>;
  readonly after: string;
}

const standings: readonly string[] = ['proposed', 'in-force', 'withdrawn'];

/** The fields a list can be narrowed by: those of its columns that are one of several, at most three. */
export function narrowingFields({ listed, fields }: RegisterDefinition): readonly string[] {
  return listed.filter((name) => fields.properties[name]?.enum).slice(0, 3);
}

export function readEntryAddress(
  definition: RegisterDefinition,
  query: (name: string) => string | undefined,
): EntryAddress {
  const standing = query('tinh-trang') ?? '';
  const after = query('sau') ?? '';
  return {
    words: (query('q') ?? '').slice(0, 200),
    unitId: (query('noi') ?? '').slice(0, 60),
    standing: standings.includes(standing) ? (standing as EntryStanding) : '',
    where: Object.fromEntries(
      narrowingFields(definition).flatMap((name) => {
        const value = query(`m-${name}`) ?? '';
        return definition.fields.properties[name]?.enum?.includes(value) ? [[name, value]] : [];
      }),
    ),
    after: isId(after) ? after : '',
  };
}

/** The same address with something else in it. */
export function writeEntryAddress(address: EntryAddress, change: Partial<EntryAddress> = {}): string {
  const { words, unitId, standing, where, after } = { ...address, ...change };
  const said = [
    ['q', words],
    ['noi', unitId],
    ['tinh-trang', standing],
    ...Object.entries(where).map(([name, value]) => [`m-${name}`, value]),
    ['sau', after],
  ].filter(([, value]) => value !== '') as [string, string][];
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`;
}

/** @param readable the units the person may ask for, with all below them */
export function entryQuery(
  definition: RegisterDefinition,
  { words, unitId, standing, where }: EntryAddress,
  readable: readonly string[],
): Omit<EntryQuery, 'limit' | 'after'> {
  return {
    registerId: definition.id,
    unitIds: unitId === '' ? readable : [unitId],
    words,
    where,
    ...(standing === '' ? {} : { standing }),
  };
}
