export { ArtifactContents, type IncomingBytes } from './artifact-contents.ts';
export type { ArtifactEntry, ArtifactListing, ListRequest } from './artifact-listing.ts';
export { parseArtifactFolder, parseArtifactPath } from './artifact-path.ts';
export {
  ArtifactStore,
  LARGEST_ARTIFACT_BYTES,
  type Alongside,
  type ArtifactPlace,
  type ArtifactUploadRequest,
  type ByteRange,
} from './artifact-store.ts';
export { ArtifactSweeper, type SweepLimits } from './artifact-sweeper.ts';
export { ArtifactsModule } from './artifacts.module.ts';
export { ARTIFACT_ENTITIES } from './entities/artifact-entities.ts';
export { LARGEST_PART_BYTES, MultipartUploads, type SentPart } from './multipart-uploads.ts';
export { publicAddress } from './http/public-address.ts';
export { readUpload } from './http/read-upload.ts';
export { sendArtifact } from './http/send-artifact.ts';
