export { FileBlobStoreModule } from './file-blob-store.module.ts';
export { fileBlobStoreConfigSchema, type FileBlobStoreConfig } from './filesystem.config.ts';
