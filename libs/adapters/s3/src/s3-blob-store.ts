import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Rejected } from '@millrace/domain';
import { BlobStore, blobKeySegments, blobPrefixSegments } from '@millrace/ports';
import type { OnApplicationShutdown } from '@nestjs/common';
import { portError, codeOf } from './s3-errors.ts';
import { createS3Client } from './create-s3-client.ts';
import type { S3Config } from './s3.config.ts';
import { Slots } from './slots.ts';

/** Written by the check of readiness; `~` is in no blob's key. */
const READY_MARK = '~ready';
/** A health endpoint waits for two seconds and then knows no reason. */
const READY_MS = 1_500;
/** Tries of a put that meets another one under its key. */
const MAX_CONFLICTS = 5;

type Send<T> = (abortSignal: AbortSignal) => Promise<T>;

/** A BlobStore in a bucket: an object a blob, never written over. Made without the server; it may come later. */
export class S3BlobStore extends BlobStore implements OnApplicationShutdown {
  private readonly client: S3Client;
  private readonly probe: S3Client;
  private readonly slots: Slots;
  /** Off as soon as the server says that it knows no conditional writes: then the same bytes are written again. */
  private isConditional = true;

  constructor(private readonly config: S3Config) {
    super();
    this.client = createS3Client(config);
    this.probe = createS3Client({ ...config, maxAttempts: 1, maxSockets: 1 });
    this.slots = new Slots(config.maxSockets);
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const name = this.nameOf(blobKeySegments(key));
    await this.attempt(`store the blob ${key}`, (signal) => this.write(this.client, name, bytes, signal));
  }

  async get(key: string): Promise<Uint8Array> {
    const Key = this.nameOf(blobKeySegments(key));
    return this.attempt(`read the blob ${key}`, async (abortSignal) => {
      try {
        const command = new GetObjectCommand({ Bucket: this.config.bucket, Key });
        const { Body } = await this.client.send(command, { abortSignal });
        return (await Body?.transformToByteArray()) ?? new Uint8Array();
      } catch (error) {
        if (codeOf(error) !== 'NoSuchKey') throw error;
        throw new Rejected(`there is no blob ${key}`, 'not-found', { cause: error });
      }
    });
  }

  async removeAll(prefix: string): Promise<void> {
    const Prefix = `${this.nameOf(blobPrefixSegments(prefix))}/`;
    const what = `remove the blobs under ${prefix}`;
    for (;;) {
      const isTruncated = await this.attempt(what, (signal) => this.removePage(Prefix, signal));
      if (!isTruncated) return;
    }
  }

  async countAll(prefix: string): Promise<number> {
    const Prefix = `${this.nameOf(blobPrefixSegments(prefix))}/`;
    const { bucket: Bucket } = this.config;
    let count = 0;
    let ContinuationToken: string | undefined;
    do {
      const command = new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken });
      const page = await this.attempt(`count the blobs under ${prefix}`, (abortSignal) =>
        this.client.send(command, { abortSignal }),
      );
      count += page.Contents?.length ?? 0;
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
    return count;
  }

  async checkReady(): Promise<void> {
    const mark = this.nameOf([READY_MARK]);
    const write: Send<void> = (signal) => this.write(this.probe, mark, Buffer.from('ready'), signal);
    await this.within(READY_MS, 'store blobs', write);
  }

  /** Safe twice. */
  onApplicationShutdown(): void {
    this.client.destroy();
    this.probe.destroy();
  }

  private nameOf(segments: readonly string[]): string {
    return this.config.prefix + segments.join('/');
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
        Bucket: this.config.bucket,
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

  /** Removes a thousand at most; whether there are more. */
  private async removePage(Prefix: string, abortSignal: AbortSignal): Promise<boolean> {
    const { bucket: Bucket } = this.config;
    const listed = await this.client.send(new ListObjectsV2Command({ Bucket, Prefix }), { abortSignal });
    const Objects = (listed.Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [{ Key }]));
    if (Objects.length === 0) return false;
    const command = new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } });
    const { Errors: [fault] = [] } = await this.client.send(command, { abortSignal });
    if (fault) throw Object.assign(new Error(fault.Message), { Code: fault.Code });
    return listed.IsTruncated === true;
  }

  /** Waits for a free connection first: within the SDK the wait would count as that for the server. */
  private attempt<T>(what: string, work: Send<T>): Promise<T> {
    return this.slots.run(() => this.within(this.config.callTimeoutMs, what, work));
  }

  private async within<T>(timeoutMs: number, what: string, work: Send<T>): Promise<T> {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return await work(signal);
    } catch (error) {
      if (error instanceof Rejected) throw error;
      // The SDK only says that it was told to end.
      const cause = signal.aborted ? new Error(`no answer within ${timeoutMs} ms`, { cause: error }) : error;
      throw portError(cause, what, this.config);
    }
  }
}
