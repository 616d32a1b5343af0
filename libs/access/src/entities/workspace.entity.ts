import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from './milliseconds.ts';

/** The outermost border between tenants. */
@Entity('workspaces')
export class Workspace {
  @PrimaryColumn({ type: 'text' })
  id: string = '';

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;
}
