import type { Context } from 'hono';
import type * as z from 'zod';
import type { CommandCall } from '#case-engine/record-entries.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { Result } from '#kernel/result.ts';

/** What an operation is given: the path and query as text, the body as its schema reads it, and who calls. */
export interface ApiRequest<Body> {
  readonly context: Context;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: Body;
  /** The JSON body before the schema read it, for commands that read it themselves. */
  readonly sent: unknown;
  readonly actor: Actor;
  readonly call: CommandCall;
}

interface Described {
  readonly method: 'get' | 'post';
  /** As OpenAPI writes it: `/dossiers/{id}`. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Who may call: anyone, or whoever has a token. */
  readonly open?: boolean;
  /** A command: it takes an Idempotency-Key and, optionally, the number of entries seen. */
  readonly command?: boolean;
  readonly answer?: z.ZodType;
  /** The answer is a file of this media type. */
  readonly file?: string;
  readonly rawBody?: boolean;
}

/** One operation of the API: what the document says of it and what it does, in one place, so that they cannot differ. */
export interface Operation<Body = unknown> extends Described {
  readonly body?: z.ZodType<Body>;
  handle(request: ApiRequest<Body>): Promise<Result<unknown> | Response>;
}

/** Lets the body's type follow from its schema. */
export function operation<Body = undefined>(
  described: Described & {
    readonly body?: z.ZodType<Body>;
    handle(request: ApiRequest<Body>): Promise<Result<unknown> | Response>;
  },
): Operation {
  return described as unknown as Operation;
}
