import { Column, Entity, PrimaryColumn } from 'typeorm';
import { WHOLE_NUMBER } from './whole-number.ts';

/** An artifact that comes in parts; who knows its id may send them. */
@Entity('artifact_uploads')
export class ArtifactUpload {
  @PrimaryColumn({ type: 'text' })
  id: string = '';

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @Column({ type: 'text' })
  path: string = '';

  @Column({ name: 'creation_time', type: 'bigint', transformer: WHOLE_NUMBER })
  creationTime: number = 0;
}
