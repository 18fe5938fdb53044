import { Readable } from 'node:stream';
import { sha256 } from '#kernel/hash.ts';
import { accepted, refused } from '#kernel/result.ts';
import type { FileStore } from '#platform/file-store.ts';

const megabyte = 1024 * 1024;
const limitMegabytes = 20;

/** What a page takes only to look at it: a signed PDF, or a table whose rows are read. */
export type PassingKind = 'pdf' | 'table';

/** What it goes by while it is held: a table is told by whoever reads it. */
const mediaTypes = {
  pdf: 'application/pdf',
  table: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Holds the files of one request while it is answered and nothing after it: what somebody wants looked at, not kept. */
export class PassingFiles implements Pick<FileStore, 'put' | 'open'> {
  readonly #held = new Map<string, Uint8Array>();
  readonly #kind: PassingKind;

  constructor(kind: PassingKind = 'pdf') {
    this.#kind = kind;
  }

  put: FileStore['put'] = async (content) => {
    const pieces: Uint8Array[] = [];
    let sizeBytes = 0;
    for await (const piece of content instanceof Uint8Array ? [content] : (content as AsyncIterable<Uint8Array>)) {
      sizeBytes += piece.byteLength;
      if (sizeBytes > limitMegabytes * megabyte) return refused('file-too-large', { limitMegabytes });
      pieces.push(piece);
    }
    if (sizeBytes === 0) return refused('file-empty');
    const whole = Buffer.concat(pieces);
    // readers look for the mark within the first 1,024 bytes; a table is told by whoever reads it
    if (this.#kind === 'pdf' && !whole.subarray(0, 1024).includes('%PDF-')) return refused('file-type-not-allowed');
    const name = sha256(whole);
    this.#held.set(name, whole);
    return accepted({ sha256: name, sizeBytes, mediaType: mediaTypes[this.#kind] });
  };

  open: FileStore['open'] = async (name) => {
    const content = this.contentOf(name);
    return { sizeBytes: content.byteLength, stream: Readable.from([content]) };
  };

  contentOf(name: string): Uint8Array {
    const content = this.#held.get(name);
    if (!content) throw new Error('the request brought no such file');
    return content;
  }
}

const windowMinutes = 10;
const mostInWindow = 30;
const mostAtOnce = 4;

/** Checking a file costs memory and work: so many at once for everybody, so many in a while for one network address. */
export class UploadThrottle {
  readonly #seen = new Map<string, Temporal.Instant[]>();
  #running = 0;

  /** @returns whole minutes to wait; 0 when it may begin, and then `end` must be called */
  begin(address: string, now: Temporal.Instant): number {
    const since = now.subtract({ minutes: windowMinutes });
    const recent = (this.#seen.get(address) ?? []).filter((at) => Temporal.Instant.compare(at, since) > 0);
    if (recent.length >= mostInWindow) return windowMinutes;
    if (this.#running >= mostAtOnce) return 1;
    if (this.#seen.size > 20_000) this.#seen.clear();
    this.#seen.set(address, [...recent, now]);
    this.#running++;
    return 0;
  }

  end(): void {
    this.#running--;
  }
}
