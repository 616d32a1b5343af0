import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from './milliseconds.ts';

/** How the requests of an endpoint are shared out among its models. */
export interface GatewayFallback {
  /** How many models are tried at most; absent: all of them. */
  readonly maxAttempts?: number | undefined;
}

/** A name under which models of providers are reached. */
@Entity('gateway_endpoints')
export class GatewayEndpoint {
  /** `e-` and 32 hexadecimal digits. */
  @PrimaryColumn({ type: 'text' })
  id: string = '';

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @Column({ type: 'varchar', length: 255 })
  name: string = '';

  /** Whether its models share the requests by weight. */
  @Column({ name: 'is_split', type: 'boolean' })
  isSplit: boolean = false;

  /** Absent: a request fails with the model it was given to. */
  @Column({ type: 'jsonb', nullable: true })
  fallback?: GatewayFallback | null;

  @Column({ name: 'created_by', type: 'text', nullable: true })
  createdBy?: string | null;

  @Column({ name: 'last_updated_by', type: 'text', nullable: true })
  lastUpdatedBy?: string | null;

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;
}
