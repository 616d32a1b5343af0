import { GatewayEndpointModel } from './endpoints/gateway-endpoint-model.entity.ts';
import { GatewayEndpointTag } from './endpoints/gateway-endpoint-tag.entity.ts';
import { GatewayModel } from './models/gateway-model.entity.ts';
import { GatewaySecret } from './secrets/gateway-secret.entity.ts';

/** Everything of this feature that lives in PostgreSQL, beside the endpoints and bindings of the access library. */
export const GATEWAY_ENTITIES: readonly (new () => object)[] = [
  GatewaySecret,
  GatewayModel,
  GatewayEndpointModel,
  GatewayEndpointTag,
];
