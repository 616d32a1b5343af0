import { BlobStore, FileStore } from '@millrace/ports';
import { Module, type DynamicModule } from '@nestjs/common';
import type { S3Config } from './s3.config.ts';

/** Provides BlobStore and FileStore on S3, or a server that speaks it. */
@Module({})
export class S3BlobStoreModule {
  static register(config: S3Config): DynamicModule {
    return {
      module: S3BlobStoreModule,
      global: true,
      providers: [
        { provide: BlobStore, useFactory: () => openBlobs(config) },
        { provide: FileStore, useFactory: () => openFiles(config) },
      ],
      exports: [BlobStore, FileStore],
    };
  }
}

/** The SDK is loaded here and not above: a process whose blobs are in a folder neither waits nor has memory for it. */
async function openBlobs(config: S3Config): Promise<BlobStore> {
  const { S3BlobStore } = await import('./s3-blob-store.ts');
  return new S3BlobStore(config);
}

async function openFiles(config: S3Config): Promise<FileStore> {
  const { S3FileStore } = await import('./s3-file-store.ts');
  return new S3FileStore(config);
}
