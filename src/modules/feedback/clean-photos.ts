import { cleanFileName } from '#platform/file-name.ts';
import type { FileStore, StoredFile } from '#platform/file-store.ts';
import { newId } from '#platform/random.ts';
import type { FeedbackFile } from './feedback-store.ts';
import { withoutMetadata } from './rules/strip-image.ts';

/** A file as it arrived, in the store already. */
export interface PhotoUpload extends Omit<StoredFile, 'mediaType'> {
  readonly fileName: string;
  readonly mediaType: string;
}

export type CleanedFile = Omit<FeedbackFile, 'caseId' | 'givenBy'>;

/**
 * Takes out of photographs what cameras write into them, before anything refers to them: what is kept is the picture alone.
 * What cannot be cleaned (a PDF, a picture in another coding) is kept as it is, for those who work on it only.
 */
export async function cleanPhotos(
  files: Pick<FileStore, 'open' | 'put'>,
  uploads: readonly PhotoUpload[],
): Promise<readonly CleanedFile[]> {
  return Promise.all(
    uploads.map(async ({ sha256, sizeBytes, mediaType, fileName }) => {
      const kept = { id: newId(), sha256, sizeBytes, mediaType, fileName: cleanFileName(fileName), isClean: false };
      if (mediaType !== 'image/jpeg' && mediaType !== 'image/png') return kept;
      const pieces: Uint8Array[] = [];
      for await (const piece of (await files.open(sha256)).stream) pieces.push(piece as Uint8Array);
      const plain = withoutMetadata(Buffer.concat(pieces), mediaType);
      const stored = plain && (await files.put(plain));
      return stored?.ok ? { ...kept, ...stored.value, isClean: true } : kept;
    }),
  );
}
