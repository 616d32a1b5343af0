import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Segment } from './artifact.entity.ts';

/** One part that came; its content is unowned until the upload is complete. */
@Entity('artifact_upload_parts')
export class ArtifactUploadPart {
  @PrimaryColumn({ name: 'upload_id', type: 'text' })
  uploadId: string = '';

  @PrimaryColumn({ name: 'part_number', type: 'integer' })
  partNumber: number = 0;

  @Column({ type: 'jsonb' })
  segments: readonly Segment[] = [];
}
