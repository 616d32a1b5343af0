export { FileBlobStoreModule } from './file-blob-store.module.ts';
export { type FileBlobStoreConfig } from './filesystem.config.ts';
