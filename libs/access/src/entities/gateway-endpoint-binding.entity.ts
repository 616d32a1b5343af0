import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from './milliseconds.ts';

/** Something that uses an endpoint, such as a scorer. */
@Entity('gateway_endpoint_bindings')
export class GatewayEndpointBinding {
  @PrimaryColumn({ name: 'endpoint_id', type: 'text' })
  endpointId: string = '';

  @PrimaryColumn({ name: 'resource_type', type: 'text' })
  resourceType: string = '';

  @PrimaryColumn({ name: 'resource_id', type: 'text' })
  resourceId: string = '';

  @Column({ name: 'display_name', type: 'text', nullable: true })
  displayName?: string | null;

  @Column({ name: 'created_by', type: 'text', nullable: true })
  createdBy?: string | null;

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;
}
