import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LifecycleStage } from './experiment.entity.ts';
import { MILLISECONDS } from './milliseconds.ts';

/** The outermost border between tenants. */
@Entity('workspaces')
export class Workspace {
  /** Its name, too. */
  @PrimaryColumn({ type: 'text' })
  id: string = '';

  @Column({ type: 'text', default: '' })
  description: string = '';

  @Column({ name: 'lifecycle_stage', type: 'text', default: 'active' })
  lifecycleStage: LifecycleStage = 'active';

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;
}
