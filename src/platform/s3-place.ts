import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { S3mini } from 's3mini';
import { type FilePlace, pathOfFile } from './file-place.ts';

/** A bucket and the key to it. */
export interface BucketSettings {
  /** Address with the bucket: `https://s3.example.vn/motcua-papers`. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

const patienceMs = 60_000;

/** Files in a bucket of any server that speaks the S3 API. Sent and fetched as streams. */
export function s3Place(settings: BucketSettings): FilePlace {
  const { endpoint, region, accessKey, secretKey } = settings;
  const bucket = new S3mini({
    endpoint,
    region,
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    requestAbortTimeout: patienceMs,
  });
  return {
    async keep(path, sha256) {
      const key = pathOfFile(sha256);
      if (await bucket.objectExists(key)) return;
      await bucket.putObject(key, await openAsBlob(path));
    },
    async read(sha256) {
      const answer = await bucket.getObjectResponse(pathOfFile(sha256));
      if (!answer?.body) return undefined;
      const stream = Readable.fromWeb(answer.body as ReadableStream);
      return { sizeBytes: Number(answer.headers.get('content-length')), stream };
    },
    async remove(sha256) {
      const key = pathOfFile(sha256);
      // some servers answer 404 to the removal of what is not there
      if (await bucket.objectExists(key)) await bucket.deleteObject(key);
    },
  };
}
