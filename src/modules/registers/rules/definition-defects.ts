import { feelDefect, namesAskedFor } from '#kernel/feel.ts';
import type { FigureFeed, RegisterDefinition, RegisterField } from './register-definition.ts';

/** What is wrong with a definition, each in one line: it is data that people write, so it is looked through before it is used. */
export function definitionDefects(definition: RegisterDefinition): readonly string[] {
  const { properties, required } = definition.fields;
  const known = new Set(Object.keys(properties));
  const unknown = (names: readonly (string | undefined)[], where: string) =>
    names.flatMap((name) =>
      name === undefined || known.has(name) ? [] : [`${where} names ${name}, which is no field`],
    );
  return [
    ...(/^[a-z0-9-]{1,60}$/.test(definition.id) ? [] : [`the id ${definition.id} is not lower case with hyphens`]),
    ...(definition.owners.length > 0 ? [] : ['nobody owns an entry: owners is empty']),
    ...(definition.writers.length > 0 ? [] : ['nobody writes it: writers is empty']),
    ...(definition.listed.length > 0 ? [] : ['listed is empty']),
    ...(definition.key.length > 0 ? [] : ['key is empty: nothing tells two entries apart']),
    ...unknown(required, 'required'),
    ...unknown(definition.listed, 'listed'),
    ...unknown(
      definition.key.filter((name) => name !== 'unit'),
      'key',
    ),
    ...Object.entries(properties).flatMap(([name, field]) => fieldDefects(name, field)),
    ...definition.checks.flatMap(({ rule, field }) => [
      ...(feelDefect(rule) === undefined ? [] : [`the check “${rule}” cannot be read: ${feelDefect(rule)}`]),
      ...unknown([field], 'a check'),
      ...unknown(
        namesAskedFor(rule).filter((name) => name !== 'count'),
        `the check “${rule}”`,
      ),
    ]),
    ...definition.feeds.flatMap((feed) => [
      ...unknown(
        [feed.field, feed.less, feed.dateField, feed.untilField, ...conditionFields(feed)],
        `the feed of ${feed.figureId}`,
      ),
      ...feedDefects(feed, properties),
    ]),
    ...unknown(Object.values(definition.dcat ?? {}), 'dcat'),
  ];
}

const conditionFields = ({ where = [], among = [] }: FigureFeed): readonly string[] =>
  [...where, ...among].map(({ field }) => field);

function fieldDefects(name: string, field: RegisterField): readonly string[] {
  const worded = Object.keys(field.words ?? {});
  return [
    ...(/^[a-z][A-Za-z0-9]{0,40}$/.test(name) && name !== 'unit' ? [] : [`a field may not be called ${name}`]),
    ...(field.label?.vi && field.label?.en ? [] : [`${name} has no label in both languages`]),
    ...(field.type === 'string' && !field.enum && !field.format && !field.maxLength
      ? [`${name} has no maxLength`]
      : []),
    ...(field.type === 'array' && !field.maxItems ? [`${name} has no maxItems`] : []),
    ...(field.enum ?? []).flatMap((value) => (worded.includes(value) ? [] : [`${name}: ${value} has no words`])),
  ];
}

function feedDefects(feed: FigureFeed, fields: RegisterDefinition['fields']['properties']): readonly string[] {
  const { figureId, kind, field } = feed;
  const type = field === undefined ? undefined : fields[field]?.type;
  const isNumber = type === 'integer' || type === 'number';
  const dateFormat = fields[feed.dateField]?.format;
  return [
    ...((kind === 'sum' || kind === 'latest') && !isNumber ? [`the feed of ${figureId} needs a number to take`] : []),
    ...(kind === 'share' && !feed.where ? [`the feed of ${figureId} is a share of nothing: where is missing`] : []),
    ...(dateFormat === 'date' || dateFormat === 'month' ? [] : [`the feed of ${figureId} has no day to go by`]),
    ...(feed.untilField && !feed.standing ? [`the feed of ${figureId} ends, but does not stand`] : []),
  ];
}
