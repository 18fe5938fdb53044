import type { Role } from '#case-engine/rules/authority.ts';
import type { Text } from '#kernel/text.ts';
import type { Tier, UnitKind } from '#modules/organisation/rules/unit.ts';

/** What an entry says of one thing, as JSON Schema 2020-12 with a label and, where it helps, a hint and a unit of measure. */
export interface RegisterField {
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'array';
  /** Of a string: a day, a month as 2021-06, a web address, a unit by its id, several lines of text. Of an integer: whole đồng. */
  readonly format?: 'date' | 'month' | 'uri' | 'unit' | 'lines' | 'dong';
  readonly enum?: readonly string[];
  /** The words of each value of `enum`. */
  readonly words?: Readonly<Record<string, Text>>;
  readonly items?: { readonly type: 'string'; readonly maxLength?: number };
  readonly label: Text;
  readonly hint?: Text;
  readonly measure?: Text;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  /** Shown to those who may read the register, never to the public. */
  readonly internal?: boolean;
}

/** Which posts: of which role, at the agency the entry is about (or a part of it), or at one named unit for all entries. */
export interface PostsMeant {
  readonly roles: readonly Role[];
  /** Only these parts of the agency, by function; without it the agency itself and all its parts. */
  readonly parts?: readonly string[];
  /** A unit that keeps the register for every agency: a department, or the City. */
  readonly at?: string;
}

/** A rule between values, in FEEL. It is looked at when every name it mentions has a value. */
export interface RegisterCheck {
  readonly rule: string;
  /** The field the sentence stands at. */
  readonly field: string;
  readonly sentence: Text;
  /** Numbers that were left empty count as zero: parts of a total. */
  readonly emptyIsZero?: boolean;
}

/** One condition on a value; several must all hold. */
export interface FeedCondition {
  readonly field: string;
  readonly in: readonly (string | number | boolean)[];
}

/**
 * What a register adds to a figure. `count` counts entries, `distinct-units` the agencies that have one, `unit-share` those
 * agencies among all agencies of the tiers, `sum` adds up a field, `latest` takes the field of the entry with the latest date,
 * `share` is the share of entries that meet `where` among those that meet `among`.
 */
export interface FigureFeed {
  readonly figureId: string;
  readonly kind: 'count' | 'sum' | 'distinct-units' | 'unit-share' | 'latest' | 'share';
  readonly field?: string;
  /** Taken off `field`: ranks gained are the rank before less the rank now. */
  readonly less?: string;
  /** A sum is divided by this: đồng told in millions. */
  readonly per?: number;
  readonly where?: readonly FeedCondition[];
  readonly among?: readonly FeedCondition[];
  /** An entry belongs to the period its date lies in. */
  readonly dateField: string;
  /** What stands at the end of the period: begun by then, and not over by `untilField`. */
  readonly standing?: boolean;
  readonly untilField?: string;
  /** Agencies of these tiers only. */
  readonly tiers?: readonly Tier[];
}

/** A register: facts that are recorded, not worked on. All the engine knows of one stands here. */
export interface RegisterDefinition {
  readonly id: string;
  readonly name: Text;
  /** What one entry is called: a class, a document. */
  readonly entry: Text;
  /** What it is for, in one sentence. */
  readonly purpose: Text;
  readonly group: Text;
  /** The law or decision it is kept by. */
  readonly source: string;
  /** Kinds of agencies an entry may be about. */
  readonly owners: readonly UnitKind[];
  readonly public: boolean;
  readonly writers: readonly PostsMeant[];
  /** Without any, an entry counts as soon as it is recorded. */
  readonly approvers: readonly PostsMeant[];
  readonly fields: {
    readonly $schema: 'https://json-schema.org/draft/2020-12/schema';
    readonly type: 'object';
    /** In the order in which they are asked and shown. */
    readonly properties: Readonly<Record<string, RegisterField>>;
    readonly required: readonly string[];
    readonly additionalProperties: false;
  };
  /** The columns of the list; the first names the entry. */
  readonly listed: readonly string[];
  /** Two entries that agree in these are the same thing; `unit` is the agency. */
  readonly key: readonly string[];
  /** What evidence an entry should have; `required` when it cannot be entered without. */
  readonly evidence?: { readonly label: Text; readonly required?: boolean };
  readonly checks: readonly RegisterCheck[];
  readonly feeds: readonly FigureFeed[];
  /** Published at /api/registers/{id}/dcat as a catalogue of data sets: which fields say what. */
  readonly dcat?: {
    readonly title: string;
    readonly description?: string;
    readonly keyword?: string;
    readonly issued?: string;
    readonly landingPage?: string;
  };
}

export type RegisterValue = string | number | boolean | readonly string[];

/** What an entry says: only what was answered stands in it. */
export type EntryValues = Readonly<Record<string, RegisterValue>>;

/** The definitions an installation works with, by id. */
export type RegisterCatalogue = ReadonlyMap<string, RegisterDefinition>;
