import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A word its users put on an endpoint. */
@Entity('gateway_endpoint_tags')
export class GatewayEndpointTag {
  @PrimaryColumn({ name: 'endpoint_id', type: 'text' })
  endpointId: string = '';

  @PrimaryColumn({ type: 'varchar', length: 250 })
  key: string = '';

  @Column({ type: 'varchar', length: 5000 })
  value: string = '';
}
