export { ArtifactContents, type IncomingBytes } from './artifact-contents.ts';
export type { ArtifactEntry, ArtifactListing, ListRequest } from './artifact-listing.ts';
export { parseArtifactPath } from './artifact-path.ts';
export {
  ArtifactStore,
  type ArtifactPlace,
  type ArtifactUploadRequest,
  type ByteRange,
} from './artifact-store.ts';
export { ArtifactSweeper, type SweepLimits } from './artifact-sweeper.ts';
export { ArtifactsModule } from './artifacts.module.ts';
export { ARTIFACT_ENTITIES } from './entities/artifact-entities.ts';
export { Artifact } from './entities/artifact.entity.ts';
export { MultipartUploads, type SentPart } from './multipart-uploads.ts';
