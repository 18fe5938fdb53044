import type { Context } from 'hono';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { Language } from '#kernel/text.ts';
import type { PassingFiles } from './passing-files.ts';
import type { FormRead } from './read-form.ts';

/** Who looks at a page, and how. */
export interface Visitor {
  readonly language: Language;
  /** Path with query, without the prefix of the language: what `Page` and `localHref` are given. */
  readonly path: string;
  /** Who is signed in. */
  readonly actor: Actor | null;
  /** The hidden field `csrf` of every form. */
  readonly csrfToken: string;
  /** Network address, for throttling only. */
  readonly address: string;
}

export type WebEnv = { Variables: { visitor: Visitor; form: FormRead; passing: PassingFiles } };

/** The visitor of a request that went through the web shell. */
export function visitorOf(context: Context): Visitor {
  const visitor = context.get('visitor') as Visitor | undefined;
  if (!visitor) throw new Error('the request did not pass the web shell');
  return visitor;
}
