export { S3BlobStoreModule } from './s3-blob-store.module.ts';
export { isS3Url, s3SettingsAreRight, S3_SETTINGS, toS3Config } from './s3.settings.ts';
export { type S3Config } from './s3.config.ts';
export { examineS3 } from './examine-s3.ts';
