import type { Context } from 'hono';
import type { CommandCall } from '#case-engine/record-entries.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { sha256 } from '#kernel/hash.ts';
import { canonicalJson } from '#kernel/json.ts';
import { accepted, type Refusal, type Result, refused } from '#kernel/result.ts';
import { cleanFileName } from '#platform/file-name.ts';
import type { FileStore } from '#platform/file-store.ts';
import type { SurfaceRefusal } from '../../surface-refusals.ts';
import { BodyTooLarge, FormNotReadable, formParts } from './multipart.ts';

/** A file of a form: kept in the store already, or refused, and why. */
export interface FormFile {
  readonly field: string;
  readonly fileName: string;
  readonly stored?: { readonly sha256: string; readonly sizeBytes: number; readonly mediaType: string };
  readonly refusal?: Refusal;
}

/** What a form brought. Every POST was read and checked before its handler runs. */
export interface FormRead {
  /** The answer to a field: composed (NFC), ends trimmed; empty when it is not there. */
  text(name: string): string;
  all(name: string): readonly string[];
  /** As typed: passwords. */
  untrimmed(name: string): string;
  /** The idempotency key of the form, empty when it has none. */
  readonly key: string;
  /** How many journal entries the person saw. */
  readonly seen: number | undefined;
  readonly files: readonly FormFile[];
  /** Every name and value, for showing the form again. */
  readonly values: Readonly<Record<string, string>>;
  /** What a command is given with the form: key and entries seen. */
  call(visitor: { readonly actor: Pick<Actor, 'accountId'> | null }): CommandCall;
}

const megabyte = 1_000_000;
/** A file up to 20 MB (the store's own limit); a request up to 60 MB. */
export const largestRequest = 60 * megabyte;
/** Beyond the limit we read on and keep nothing, so that the browser gets a sentence and not a broken line; not for ever. */
const patience = 300 * megabyte;
const largestText = 400_000;
const mostFields = 1000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
const unusable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** The form of a POST, for its handler. */
export function readForm(context: Context): FormRead {
  const form = context.get('form') as FormRead | undefined;
  if (!form) throw new Error('only a POST has a form');
  return form;
}

/**
 * Reads the body of a POST: fields to memory, files to the store as they arrive. The field `csrf` must come before the
 * first file, and right, or no file is kept.
 */
export async function readBody(
  request: Request,
  csrfToken: string,
  files: Pick<FileStore, 'put'>,
): Promise<Result<FormRead, SurfaceRefusal> & { readonly stale?: StaleForm }> {
  const type = request.headers.get('content-type') ?? '';
  const fields = new Map<string, string[]>();
  const handed: FormFile[] = [];
  try {
    const boundary = /^multipart\/form-data\s*;.*boundary="?([^";\s]{1,200})"?/i.exec(type)?.[1];
    const body = request.body ?? new Blob([]).stream();
    if (boundary) {
      const stale = await readMultipart(body as unknown as AsyncIterable<Uint8Array>, boundary);
      if (stale) return stale;
    } else if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
      for (const [name, value] of new URLSearchParams(await readText(body as unknown as AsyncIterable<Uint8Array>))) {
        add(name, value);
      }
    } else {
      return refused('form-not-readable');
    }
  } catch (thrown) {
    if (thrown instanceof BodyTooLarge)
      return refused('upload-too-large', { limitMegabytes: largestRequest / megabyte });
    if (thrown instanceof TextTooLong) return refused('form-too-long');
    if (thrown instanceof FormNotReadable || thrown instanceof TypeError) return refused('form-not-readable');
    throw thrown;
  }
  if (fields.get('csrf')?.[0] !== csrfToken) return { ...refused('form-stale'), stale: staleOf(fields) };
  for (const [name, values] of fields) {
    if (unusable.test(name) || values.some((value) => unusable.test(value))) {
      return refused('characters-not-usable', { field: unusable.test(name) ? '?' : name }, name);
    }
  }
  return accepted(formOf(new URL(request.url).pathname, fields, handed));

  function add(name: string, value: string): void {
    const values = fields.get(name) ?? [];
    if (fields.size >= mostFields || values.length >= mostFields) throw new TextTooLong();
    fields.set(name, [...values, value.replaceAll('\r\n', '\n').normalize('NFC')]);
  }

  async function readMultipart(body: AsyncIterable<Uint8Array>, boundary: string) {
    let keptBytes = 0;
    let textBytes = 0;
    for await (const part of formParts(body, boundary, patience)) {
      if (part.fileName === undefined) {
        const value = await readText(part.content);
        textBytes += value.length;
        if (textBytes > largestText) throw new TextTooLong();
        add(part.name, value);
        continue;
      }
      if (part.fileName === '') continue;
      if (fields.get('csrf')?.[0] !== csrfToken) return refused('form-stale');
      const named = { field: part.name, fileName: cleanFileName(part.fileName) };
      if (keptBytes >= largestRequest || handed.length >= 40) {
        handed.push({
          ...named,
          refusal: refused('upload-too-large', { limitMegabytes: largestRequest / megabyte }).refusal,
        });
        continue;
      }
      const stored = await files.put(part.content);
      if (stored.ok) keptBytes += stored.value.sizeBytes;
      handed.push(stored.ok ? { ...named, stored: stored.value } : { ...named, refusal: stored.refusal });
    }
    return undefined;
  }
}

class TextTooLong extends Error {}

/** What a form held whose token is no longer right, so that it can be sent again by one press. */
export type StaleForm = readonly (readonly [name: string, value: string])[];

/** Passwords are typed again. */
function staleOf(fields: ReadonlyMap<string, readonly string[]>): StaleForm {
  return [...fields].flatMap(([name, values]) =>
    name === 'csrf' || name === 'password' ? [] : values.map((value) => [name, value] as const),
  );
}

async function readText(content: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of content) {
    length += piece.byteLength;
    if (length > largestText) throw new TextTooLong();
    pieces.push(piece);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
}

function formOf(path: string, fields: ReadonlyMap<string, readonly string[]>, files: readonly FormFile[]): FormRead {
  const text = (name: string) => (fields.get(name)?.[0] ?? '').trim();
  const key = /^[\w.:-]{8,200}$/.test(text('key')) ? text('key') : '';
  const seen = /^\d{1,9}$/.test(text('seen')) ? Number(text('seen')) : undefined;
  return {
    text,
    all: (name) => (fields.get(name) ?? []).map((value) => value.trim()),
    untrimmed: (name) => fields.get(name)?.[0] ?? '',
    key,
    seen,
    files,
    values: Object.fromEntries([...fields].map(([name, values]) => [name, (values[0] ?? '').trim()])),
    call: (visitor) => ({
      ...(key ? { key: { caller: visitor.actor?.accountId ?? 'visitor', key, requestHash: contentHash() } } : {}),
      ...(seen === undefined ? {} : { seen }),
    }),
  };

  function contentHash(): string {
    const said = [...fields].filter(([name]) => name !== 'csrf').map(([name, values]) => [name, ...values]);
    return sha256(
      canonicalJson([path, said, files.map((file) => [file.field, file.fileName, file.stored?.sha256 ?? ''])]),
    );
  }
}
