import { BlobStore } from '@millrace/ports';
import { Module, type DynamicModule } from '@nestjs/common';
import { FileBlobStore } from './file-blob-store.ts';
import type { FileBlobStoreConfig } from './filesystem.config.ts';

/** Provides BlobStore from a folder. */
@Module({})
export class FileBlobStoreModule {
  static register(config: FileBlobStoreConfig): DynamicModule {
    return {
      module: FileBlobStoreModule,
      global: true,
      providers: [{ provide: BlobStore, useFactory: () => FileBlobStore.open(config) }],
      exports: [BlobStore],
    };
  }
}
