import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
  type CompletedPart,
} from '@aws-sdk/client-s3';
import { Rejected } from '@millrace/domain';
import { FileStore } from '@millrace/ports';
import type { OnApplicationShutdown } from '@nestjs/common';
import { inParts } from './in-parts.ts';
import { S3Bucket } from './s3-bucket.ts';
import { codeOf, portError } from './s3-errors.ts';
import type { S3Config } from './s3.config.ts';

/** S3 takes 10,000 parts of one object: 80 GB. */
const PART_BYTES = 8 * 1024 * 1024;

/** A FileStore in a bucket: an object a file, sent in parts and put in place by the last call. */
export class S3FileStore extends FileStore implements OnApplicationShutdown {
  private readonly bucket: S3Bucket;

  constructor(
    config: S3Config,
    private readonly partBytes = PART_BYTES,
  ) {
    super();
    this.bucket = new S3Bucket(config);
  }

  async write(key: string, bytes: AsyncIterable<Uint8Array>, stop?: AbortSignal): Promise<void> {
    const Key = this.bucket.objectOf(key);
    const parts = inParts(bytes, this.partBytes);
    const first = await parts.next();
    const second = await parts.next();
    const Body = first.value ?? new Uint8Array();
    if (second.done !== true) return this.writeInParts(Key, [Body, second.value], parts, stop);
    stop?.throwIfAborted();
    await this.bucket.attempt(`store the file ${key}`, (abortSignal) =>
      this.bucket.client.send(new PutObjectCommand({ Bucket: this.bucket.name, Key, Body }), { abortSignal }),
    );
  }

  async read(key: string): Promise<AsyncIterable<Uint8Array>> {
    const Key = this.bucket.objectOf(key);
    const what = `read the file ${key}`;
    // The time of a call is that until its first byte: a large file may take its time while it flows.
    const Body = await this.bucket.attempt(what, async () => {
      try {
        return (await this.bucket.client.send(new GetObjectCommand({ Bucket: this.bucket.name, Key }))).Body;
      } catch (error) {
        if (codeOf(error) !== 'NoSuchKey') throw error;
        throw new Rejected(`there is no file ${key}`, 'not-found', { cause: error });
      }
    });
    return this.explained((Body ?? []) as AsyncIterable<Uint8Array>, what);
  }

  async removeAll(prefix: string): Promise<void> {
    await this.bucket.removeAll(prefix, `remove the files under ${prefix}`);
  }

  /** Safe twice. */
  onApplicationShutdown(): void {
    this.bucket.close();
  }

  private async writeInParts(
    Key: string,
    first: readonly Uint8Array[],
    rest: AsyncIterable<Uint8Array>,
    stop: AbortSignal | undefined,
  ): Promise<void> {
    const { client, name: Bucket } = this.bucket;
    const what = `store the file ${Key}`;
    const { UploadId } = await this.bucket.attempt(what, (abortSignal) =>
      client.send(new CreateMultipartUploadCommand({ Bucket, Key }), { abortSignal }),
    );
    try {
      const Parts: CompletedPart[] = [];
      const send = async (Body: Uint8Array): Promise<void> => {
        stop?.throwIfAborted();
        const part = { Bucket, Key, UploadId, PartNumber: Parts.length + 1 };
        const { $metadata: _, ...sent } = await this.bucket.attempt(what, (abortSignal) =>
          client.send(new UploadPartCommand({ ...part, Body }), { abortSignal }),
        );
        Parts.push({ ...checksumsOf(sent), ETag: sent.ETag, PartNumber: part.PartNumber });
      };
      for (const part of first) await send(part);
      for await (const part of rest) await send(part);
      stop?.throwIfAborted();
      await this.bucket.attempt(what, (abortSignal) =>
        client.send(
          new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
          { abortSignal },
        ),
      );
    } catch (error) {
      await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId })).catch(() => undefined);
      throw error;
    }
  }

  private async *explained(bytes: AsyncIterable<Uint8Array>, what: string) {
    try {
      yield* bytes;
    } catch (error) {
      throw portError(error, what, this.bucket.config);
    }
  }
}

/** Told again with the list of the parts where the server was sent them. */
function checksumsOf({ ChecksumCRC32 }: CompletedPart): CompletedPart {
  return ChecksumCRC32 === undefined ? {} : { ChecksumCRC32 };
}
