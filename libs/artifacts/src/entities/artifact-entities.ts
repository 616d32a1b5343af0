import { ArtifactUploadPart } from './artifact-upload-part.entity.ts';
import { ArtifactUpload } from './artifact-upload.entity.ts';
import { Artifact } from './artifact.entity.ts';
import { UnownedContent } from './unowned-content.entity.ts';

/** Everything of this library that lives in PostgreSQL, for the apps to hand to PostgresModule. */
export const ARTIFACT_ENTITIES: readonly (new () => object)[] = [
  Artifact,
  UnownedContent,
  ArtifactUpload,
  ArtifactUploadPart,
];
