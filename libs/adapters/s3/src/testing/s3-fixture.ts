import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { startS3, type S3Server } from '../../../../../test/support/servers/index.ts';
import { createS3Client } from '../create-s3-client.ts';
import { S3BlobStore } from '../s3-blob-store.ts';
import type { S3Config } from '../s3.config.ts';
import { toS3Config } from '../s3.settings.ts';

/** A real server for the specs of this adapter, and stores in prefixes of their own. */
export class S3Fixture {
  private started: S3Server | undefined;
  private readonly stores: S3BlobStore[] = [];
  private prefixes = 0;

  /** `settings` go to S3Proxy. */
  async start(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    this.started = await startS3({ settings });
  }

  /** Without a folder, which takes no name over 255 characters; S3 does. */
  async startInMemory(): Promise<void> {
    await this.start({ 'jclouds.provider': 'transient-nio2' });
    const client = createS3Client(this.newConfig());
    await client.send(new CreateBucketCommand({ Bucket: this.server.bucket }));
    client.destroy();
  }

  async stop(): Promise<void> {
    this.closeStores();
    await this.started?.stop();
  }

  get server(): S3Server {
    if (!this.started) throw new Error('the S3 server has not been started');
    return this.started;
  }

  /** Settings of a store in a prefix that nothing else uses. */
  newConfig(settings: Partial<S3Config> = {}): S3Config {
    const { url, credentials } = this.server;
    return { ...toS3Config(url, credentials), prefix: `spec-${++this.prefixes}/`, ...settings };
  }

  open(config = this.newConfig()): S3BlobStore {
    const store = new S3BlobStore(config);
    this.stores.push(store);
    return store;
  }

  closeStores(): void {
    for (const store of this.stores.splice(0)) store.onApplicationShutdown();
  }
}
