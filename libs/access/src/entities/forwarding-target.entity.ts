import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { MILLISECONDS } from './milliseconds.ts';

export type ForwardingCompression = 'none' | 'gzip';

/** An OTLP/HTTP endpoint that gets the spans of an experiment. */
@Entity('forwarding_targets')
export class ForwardingTarget {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number = 0;

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @Column({ name: 'experiment_id', type: 'integer' })
  experimentId: number = 0;

  @Column({ type: 'text' })
  url: string = '';

  /** Sent with every request. Their values are secrets: never in an answer or a log. */
  @Column({ type: 'jsonb' })
  headers: Record<string, string> = {};

  @Column({ type: 'text' })
  compression: ForwardingCompression = 'none';

  @Column({ name: 'is_enabled', type: 'boolean' })
  isEnabled: boolean = true;

  /** Stays until the forwarder has given up its position in the log. */
  @Column({ name: 'is_deleted', type: 'boolean' })
  isDeleted: boolean = false;

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;
}
