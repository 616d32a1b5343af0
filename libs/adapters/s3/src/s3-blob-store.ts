import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Rejected } from '@millrace/domain';
import { BlobStore } from '@millrace/ports';
import type { OnApplicationShutdown } from '@nestjs/common';
import { createS3Client } from './create-s3-client.ts';
import { S3Bucket, type Send } from './s3-bucket.ts';
import { codeOf } from './s3-errors.ts';
import type { S3Config } from './s3.config.ts';

/** Written by the check of readiness; `~` is in no blob's key. */
const READY_MARK = '~ready';
/** A health endpoint waits for two seconds and then knows no reason. */
const READY_MS = 1_500;
/** Tries of a put that meets another one under its key. */
const MAX_CONFLICTS = 5;

/** A BlobStore in a bucket: an object a blob, never written over. Made without the server; it may come later. */
export class S3BlobStore extends BlobStore implements OnApplicationShutdown {
  private readonly bucket: S3Bucket;
  private readonly probe: S3Client;
  /** Off as soon as the server says that it knows no conditional writes: then the same bytes are written again. */
  private isConditional = true;

  constructor(config: S3Config) {
    super();
    this.bucket = new S3Bucket(config);
    this.probe = createS3Client({ ...config, maxAttempts: 1, maxSockets: 1 });
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const name = this.bucket.objectOf(key);
    const { client } = this.bucket;
    await this.bucket.attempt(`store the blob ${key}`, (signal) => this.write(client, name, bytes, signal));
  }

  async get(key: string): Promise<Uint8Array> {
    const Key = this.bucket.objectOf(key);
    return this.bucket.attempt(`read the blob ${key}`, async (abortSignal) => {
      try {
        const command = new GetObjectCommand({ Bucket: this.bucket.name, Key });
        const { Body } = await this.bucket.client.send(command, { abortSignal });
        return (await Body?.transformToByteArray()) ?? new Uint8Array();
      } catch (error) {
        if (codeOf(error) !== 'NoSuchKey') throw error;
        throw new Rejected(`there is no blob ${key}`, 'not-found', { cause: error });
      }
    });
  }

  async removeAll(prefix: string): Promise<void> {
    await this.bucket.removeAll(prefix, `remove the blobs under ${prefix}`);
  }

  async countAll(prefix: string): Promise<number> {
    return this.bucket.countAll(prefix, `count the blobs under ${prefix}`);
  }

  async checkReady(): Promise<void> {
    const mark = this.bucket.config.prefix + READY_MARK;
    const write: Send<void> = (signal) => this.write(this.probe, mark, Buffer.from('ready'), signal);
    await this.bucket.within(READY_MS, 'store blobs', write);
  }

  /** Safe twice. */
  onApplicationShutdown(): void {
    this.bucket.close();
    this.probe.destroy();
  }

  private async write(
    client: S3Client,
    name: string,
    bytes: Uint8Array,
    abortSignal: AbortSignal,
  ): Promise<void> {
    for (let conflicts = 0; ; conflicts++) {
      const condition = this.isConditional ? { IfNoneMatch: '*' } : {};
      const command = new PutObjectCommand({
        Bucket: this.bucket.name,
        Key: name,
        Body: bytes,
        ...condition,
      });
      try {
        await client.send(command, { abortSignal });
        return;
      } catch (error) {
        const code = codeOf(error);
        if (code === 'PreconditionFailed') return;
        if (code === 'NotImplemented' && this.isConditional) this.isConditional = false;
        else if (code !== 'ConditionalRequestConflict' || conflicts >= MAX_CONFLICTS) throw error;
      }
    }
  }
}
