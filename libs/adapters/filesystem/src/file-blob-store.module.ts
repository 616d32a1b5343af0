import { BlobStore, FileStore } from '@millrace/ports';
import { Module, type DynamicModule } from '@nestjs/common';
import { FileBlobStore } from './file-blob-store.ts';
import type { FileBlobStoreConfig } from './filesystem.config.ts';
import { FolderFileStore } from './folder-file-store.ts';

/** Provides BlobStore and FileStore from a folder. */
@Module({})
export class FileBlobStoreModule {
  static register(config: FileBlobStoreConfig): DynamicModule {
    return {
      module: FileBlobStoreModule,
      global: true,
      providers: [
        { provide: BlobStore, useFactory: () => FileBlobStore.open(config) },
        { provide: FileStore, useFactory: () => FolderFileStore.open(config) },
      ],
      exports: [BlobStore, FileStore],
    };
  }
}
