import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MILLISECONDS } from '@millrace/access';
import { GatewaySecret } from './gateway-secret.entity.ts';

/** A model of a provider, and the secret it is reached with. */
@Entity('gateway_models')
export class GatewayModel {
  /** `d-` and 32 hexadecimal digits. */
  @PrimaryColumn({ type: 'text' })
  id: string = '';

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @Column({ type: 'varchar', length: 255 })
  name: string = '';

  @Column({ name: 'secret_id', type: 'text' })
  secretId: string = '';

  @Column({ type: 'text' })
  provider: string = '';

  @Column({ name: 'model_name', type: 'text' })
  modelName: string = '';

  @Column({ name: 'created_by', type: 'text', nullable: true })
  createdBy?: string | null;

  @Column({ name: 'last_updated_by', type: 'text', nullable: true })
  lastUpdatedBy?: string | null;

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;

  @ManyToOne(() => GatewaySecret)
  @JoinColumn({ name: 'secret_id' })
  secret?: Relation<GatewaySecret>;
}
