import { Column, Entity, PrimaryColumn } from 'typeorm';
import { WHOLE_NUMBER } from './whole-number.ts';

/** A run of an artifact's bytes: a chunk a blob, all of `chunkBytes` but the last. */
export interface Segment {
  readonly contentId: string;
  readonly bytes: number;
  readonly chunkBytes: number;
}

/** A file by its name. Folders are what names have in common. */
@Entity('artifacts')
export class Artifact {
  @PrimaryColumn({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @PrimaryColumn({ type: 'text', collation: 'C' })
  path: string = '';

  @Column({ type: 'bigint', transformer: WHOLE_NUMBER })
  bytes: number = 0;

  @Column({ name: 'content_type', type: 'text' })
  contentType: string = '';

  @Column({ name: 'last_update_time', type: 'bigint', transformer: WHOLE_NUMBER })
  lastUpdateTime: number = 0;

  /** In order; none for an empty file. */
  @Column({ type: 'jsonb' })
  segments: readonly Segment[] = [];
}
