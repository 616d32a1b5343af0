import { DeleteObjectsCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { Rejected } from '@millrace/domain';
import { blobKeySegments, blobPrefixSegments } from '@millrace/ports';
import { createS3Client } from './create-s3-client.ts';
import { portError } from './s3-errors.ts';
import type { S3Config } from './s3.config.ts';
import { Slots } from './slots.ts';

export type Send<T> = (abortSignal: AbortSignal) => Promise<T>;

/** Calls to one bucket: so many at a time, each within its time, their errors as those that cross a port. */
export class S3Bucket {
  readonly client: S3Client;
  private readonly slots: Slots;

  constructor(readonly config: S3Config) {
    this.client = createS3Client(config);
    this.slots = new Slots(config.maxSockets);
  }

  get name(): string {
    return this.config.bucket;
  }

  /** The object of a key. Throws Rejected for a key that is none. */
  objectOf(key: string): string {
    return this.config.prefix + blobKeySegments(key).join('/');
  }

  /** Removes every object whose key begins with `prefix`; `what` is said of errors. */
  async removeAll(prefix: string, what: string): Promise<void> {
    const Prefix = this.prefixOf(prefix);
    for (;;) {
      const isTruncated = await this.attempt(what, (signal) => this.removePage(Prefix, signal));
      if (!isTruncated) return;
    }
  }

  /** How many objects have a key that begins with `prefix`; `what` is said of errors. */
  async countAll(prefix: string, what: string): Promise<number> {
    const Prefix = this.prefixOf(prefix);
    let count = 0;
    let ContinuationToken: string | undefined;
    do {
      const command = new ListObjectsV2Command({ Bucket: this.name, Prefix, ContinuationToken });
      const page = await this.attempt(what, (abortSignal) => this.client.send(command, { abortSignal }));
      count += page.Contents?.length ?? 0;
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
    return count;
  }

  /** Waits for a free connection first: within the SDK the wait would count as that for the server. */
  attempt<T>(what: string, work: Send<T>): Promise<T> {
    return this.slots.run(() => this.within(this.config.callTimeoutMs, what, work));
  }

  async within<T>(timeoutMs: number, what: string, work: Send<T>): Promise<T> {
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

  /** Safe twice. */
  close(): void {
    this.client.destroy();
  }

  private prefixOf(prefix: string): string {
    return `${this.config.prefix}${blobPrefixSegments(prefix).join('/')}/`;
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
}
