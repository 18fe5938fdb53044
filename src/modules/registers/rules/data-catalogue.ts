import type { Json, JsonObject } from '#kernel/json.ts';
import type { EntryValues, RegisterDefinition } from './register-definition.ts';

/** An entry that counts, with the agency that answers for it. */
export interface CataloguedEntry {
  readonly id: string;
  readonly entered: EntryValues;
  readonly publisher: string;
  readonly changedAt: string;
}

/**
 * The entries of a register as a DCAT catalogue in JSON-LD, for data portals to harvest. Undefined where the register says
 * nothing of data sets.
 * @see https://www.w3.org/TR/vocab-dcat-3/
 */
export function dataCatalogue(
  definition: RegisterDefinition,
  entries: readonly CataloguedEntry[],
  address: string,
): JsonObject | undefined {
  const { dcat } = definition;
  if (!dcat) return undefined;
  const literal = (value: Json | undefined) =>
    value === undefined ? undefined : { '@language': 'vi', '@value': value };
  const dataset = ({ id, entered, publisher, changedAt }: CataloguedEntry): JsonObject => {
    const value = (field: string | undefined) => (field === undefined ? undefined : entered[field]);
    const issued = value(dcat.issued);
    const page = value(dcat.landingPage);
    return {
      '@id': `${address}/entries/${id}`,
      '@type': 'dcat:Dataset',
      'dct:identifier': id,
      'dct:title': literal(value(dcat.title)),
      'dct:description': literal(value(dcat.description)),
      'dcat:keyword': value(dcat.keyword),
      'dct:issued': issued === undefined ? undefined : { '@type': 'xsd:date', '@value': issued },
      'dct:modified': { '@type': 'xsd:dateTime', '@value': changedAt },
      'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': publisher },
      'dcat:landingPage': page === undefined ? undefined : { '@id': page },
      'dct:language': 'vi',
    };
  };
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${address}/dcat`,
    '@type': 'dcat:Catalog',
    'dct:title': literal(definition.name.vi),
    'dct:description': literal(definition.purpose.vi),
    'dcat:dataset': entries.map(dataset),
  };
}
