import { Module } from '@nestjs/common';
import { ArtifactContents } from './artifact-contents.ts';
import { ArtifactStore } from './artifact-store.ts';
import { MultipartUploads } from './multipart-uploads.ts';

/** Files by name. Needs the `DataSource` of PostgresModule, with ARTIFACT_ENTITIES, and a BlobStore. */
@Module({
  providers: [ArtifactContents, ArtifactStore, MultipartUploads],
  exports: [ArtifactStore, MultipartUploads],
})
export class ArtifactsModule {}
