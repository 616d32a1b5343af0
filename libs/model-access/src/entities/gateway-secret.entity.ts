import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from '@millrace/access';

/** What opens the door to a provider. Its values are sealed; what is shown of them is masked. */
@Entity('gateway_secrets')
export class GatewaySecret {
  /** `s-` and 32 hexadecimal digits. */
  @PrimaryColumn({ type: 'text' })
  id: string = '';

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @Column({ type: 'varchar', length: 255 })
  name: string = '';

  @Column({ type: 'text', nullable: true })
  provider?: string | null;

  /** JSON of the values by name, sealed for this row. */
  @Column({ name: 'sealed_values', type: 'text' })
  sealedValues: string = '';

  @Column({ name: 'masked_values', type: 'jsonb' })
  maskedValues: Record<string, string> = {};

  /** Settings that are no secrets, such as `api_base`. */
  @Column({ name: 'auth_config', type: 'jsonb' })
  authConfig: Record<string, string> = {};

  @Column({ name: 'created_by', type: 'text', nullable: true })
  createdBy?: string | null;

  @Column({ name: 'last_updated_by', type: 'text', nullable: true })
  lastUpdatedBy?: string | null;

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;
}
