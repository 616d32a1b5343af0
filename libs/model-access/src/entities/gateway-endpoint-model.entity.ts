import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MILLISECONDS } from '@millrace/access';
import { GatewayModel } from './gateway-model.entity.ts';

/** A model behind an endpoint: one that answers, or one that is asked when the others fail. */
@Entity('gateway_endpoint_models')
export class GatewayEndpointModel {
  /** `m-` and 32 hexadecimal digits. */
  @PrimaryColumn({ type: 'text' })
  id: string = '';

  @Column({ name: 'endpoint_id', type: 'text' })
  endpointId: string = '';

  @Column({ name: 'model_id', type: 'text' })
  modelId: string = '';

  @Column({ name: 'is_fallback', type: 'boolean' })
  isFallback: boolean = false;

  @Column({ name: 'fallback_order', type: 'integer', nullable: true })
  fallbackOrder?: number | null;

  /** Its share of the requests, beside the weights of the others. */
  @Column({ type: 'real' })
  weight: number = 1;

  @Column({ name: 'created_by', type: 'text', nullable: true })
  createdBy?: string | null;

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @ManyToOne(() => GatewayModel)
  @JoinColumn({ name: 'model_id' })
  model?: Relation<GatewayModel>;
}
