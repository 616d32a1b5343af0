import { Column, Entity, PrimaryColumn } from 'typeorm';
import { WHOLE_NUMBER } from './whole-number.ts';

/**
 * Blobs that belong to no artifact: being written, or to be removed. Noted before the first blob is stored, so that no kill
 * leaves blobs that nobody knows of.
 */
@Entity('unowned_contents')
export class UnownedContent {
  @PrimaryColumn({ name: 'content_id', type: 'text' })
  contentId: string = '';

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @Column({ name: 'is_removable', type: 'boolean' })
  isRemovable: boolean = false;

  /** When it was last written to, or given up. */
  @Column({ name: 'touched_time', type: 'bigint', transformer: WHOLE_NUMBER })
  touchedTime: number = 0;
}
